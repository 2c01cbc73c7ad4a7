"""What does an article say about where it is? Countries by name, adjective and capital, units, and the places
it names.

Weights are in no unit; they only order countries. Each was set by what it tells: a dateline more than a
mention, a name more than an adjective, a name with "in" more than one without.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from newsledger.coder.places.gazetteer import Place
from newsledger.coder.spans import Sentence
from newsledger.coder.where.cues import STRONG, Cues
from newsledger.coder.where.mention import PlaceMention

NAME, ADJECTIVE, CAPITAL, DATELINE, COVERAGE, ONLY, SITED = 2.0, 1.0, 1.0, 3.0, 1.0, 1.0, 1.0
LOCAL, MOST_LOCAL = 0.4, 5  # weight of a phrase of local institutions, and how many count
HINT, SLIGHT_HINT = "(groups)", 0.4  # the first home of a group that has a few
RECIPE, LINE, OWN = "(recipe)", "(dateline)", "(institutions)"  # sources that are no names
FEW, SOLE = 2, 1.5  # so few countries covered say more, for each of them
REPEAT = 0.4  # of the weight of a first mention that each further one adds
MOST_REPEATS = 6
MAJOR = 100_000  # people; a town of this size speaks for its country though villages elsewhere share its name
BESIDE = frozenset({"neighboring", "neighbouring", "borders", "bordering"})
BORDERS = frozenset({"border", "borders", "frontier"})
SIZABLE = 20_000  # people; smaller towns, even the only ones of their name, may be unknown namesakes
TOWNS = frozenset({"settlement", "village", "quarter"})
SLIGHT = 2.0  # weight below which even the first country is not sure
LEAD = (
    0.3  # by how much a unit's country must lead a country of its name before the name counts as the unit's
)


@dataclass(slots=True)
class Evidence:
    """Weights of countries by name and by what speaks for them, and the first-level units named, by (country,
    unit).

    The sources are names in lower case: a name is judged by what the others say (`shares`), never by itself.
    """

    countries: dict[str, dict[str, float]] = field(default_factory=dict)
    units: dict[tuple[str, str], str] = field(default_factory=dict)
    _shares: dict[str | None, dict[str, float]] = field(default_factory=dict)

    def add(self, country: str, source: str, weight: float) -> None:
        """Add what one source says for a country."""
        self._shares.clear()
        sources = self.countries.setdefault(country, {})
        sources[source] = sources.get(source, 0.0) + weight

    def shares(self, without: str | None = None) -> dict[str, float]:
        """Return the weight of each country as a part of the greatest, 0 to 1, leaving one source out."""
        if without in self._shares:
            return self._shares[without]
        totals = {
            country: sum(weight for source, weight in sources.items() if source != without)
            for country, sources in self.countries.items()
        }
        most = max(totals.values(), default=0.0)
        self._shares[without] = {c: total / max(most, SLIGHT) for c, total in totals.items()}
        return self._shares[without]

    def best(self, count: int = 1) -> tuple[str, ...]:
        """Return the countries with the most weight, by weight and name."""
        shares = self.shares()
        return tuple(sorted(shares, key=lambda c: (-shares[c], c))[:count])


def gather(
    sentences: Sequence[Sentence],
    mentions: Sequence[Sequence[PlaceMention]],
    coverage: Iterable[str],
    dateline: PlaceMention | None,
    cues: Cues,
) -> Evidence:
    """Return the evidence of an article; `coverage` are the countries that the recipe says it covers."""
    found = Evidence()
    _add_local(found, sentences, cues)
    covered = tuple(coverage)
    for country in covered:
        found.add(country, RECIPE, COVERAGE * (SOLE if len(covered) <= FEW else 1.0))
    spoken, beside = _add_nations(found, sentences, cues)
    seen: set[str] = set()
    for mention in (m for row in mentions for m in row):
        if mention.name.casefold() not in beside:
            _add_mention(found, mention, seen, spoken)
    if dateline is not None and dateline.candidates:
        found.add(dateline.candidates[0].country, LINE, DATELINE)
    _add_units(found, mentions)
    return found


def _add_nations(found: Evidence, sentences: Iterable[Sentence], cues: Cues) -> tuple[set[str], set[str]]:
    """Add the countries that the lexicon pass has found, by name or adjective; return the names, and those that are
    only named as neighbours."""
    counts: dict[tuple[str, str, bool], int] = {}
    beside: set[tuple[str, str]] = set()
    for sentence in sentences:
        norm, last = sentence.words.norm, -1  # `last`: where the neighbour before ends
        for span in sentence.spans:
            entry = span.entry
            if entry.kind == "country" and ("name" in entry.tags or "demonym" in entry.tags):
                key = entry.id, " ".join(norm[span.first : span.last]), "name" in entry.tags
                if _is_neighbour(norm, span.first, last, cues):
                    beside.add(key[:2])  # "fled into neighbouring Uganda": the scene is beside it
                    last = span.last
                else:
                    counts[key] = counts.get(key, 0) + 1
    for (country, source, is_name), count in counts.items():
        weight = NAME if is_name else ADJECTIVE
        found.add(country, source, weight * (1 + REPEAT * min(count - 1, MOST_REPEATS)))
    spoken = {source for _, source, _ in counts}
    return spoken, {source for _, source in beside if source not in spoken}


def _is_neighbour(norm: Sequence[str], first: int, last: int, cues: Cues) -> bool:
    """Say whether a country is only named as one beside the scene: by a word for it, as a refuge, as one the border is
    with, or in a list with such ("neighbouring Niger and Chad"; the list before ends at token `last`)."""
    before = norm[max(0, first - 4) : first]
    refuge = before[-1:] in (["to"], ["into"]) and len(before) > 1 and before[-2] in cues.flight
    listed = last >= 0 and norm[last:first] in (["and"], [","], [",", "and"])
    border = before[-1:] == ["with"] and not BORDERS.isdisjoint(before)
    return refuge or listed or border or (bool(before) and before[-1] in BESIDE)


def _add_local(found: Evidence, sentences: Iterable[Sentence], cues: Cues) -> None:
    """Add the countries whose institutions the text names ("county sheriff"): each phrase once, up to MOST_LOCAL."""
    seen: set[tuple[tuple[str, ...], str]] = set()
    for norm in (s.words.norm for s in sentences):
        for at in [i for i, token in enumerate(norm) if token in cues.local]:
            for row in cues.local[norm[at]]:
                if tuple(norm[at : at + len(row[0])]) == row[0]:
                    seen.add(row)
    counts = Counter(country for _words, country in seen)
    for country in sorted(counts):
        found.add(country, OWN, LOCAL * min(counts[country], MOST_LOCAL))


def _add_mention(found: Evidence, mention: PlaceMention, seen: set[str], spoken: set[str]) -> None:
    """Add what one name tells; a name counts once, a country said to be the scene once more."""
    if not mention.candidates or mention.kind == "border":
        return
    best = mention.candidates[0]
    source = mention.name.casefold()
    if mention.is_country and mention.cue in STRONG:
        found.add(best.country, source, SITED)
    if source in seen:
        return
    seen.add(source)
    if best.kind == "country":
        if source not in spoken:
            found.add(best.country, source, NAME)
        return
    if mention.weak or mention.common:
        return
    if len({p.country for p in mention.candidates}) == 1:
        well_known = best.primary and (best.population >= SIZABLE or best.kind not in TOWNS)
        found.add(best.country, source, ONLY if well_known else ONLY / 2 if best.primary else 0.0)
    elif best.kind == "capital" or mention.capital:
        found.add(best.country, source, CAPITAL)
    elif best.population >= MAJOR:
        found.add(best.country, source, ONLY / 2)


def _add_units(found: Evidence, mentions: Iterable[Iterable[PlaceMention]]) -> None:
    """Add the first-level units named; one with the name of a country must fit the article better."""
    seen: set[str] = set()
    for mention in (m for row in mentions for m in row):
        source = mention.name.casefold()
        if mention.weak or mention.common or source in seen or not mention.candidates:
            continue
        seen.add(source)
        first = mention.candidates[0]
        for place in mention.candidates:
            if place.kind != "admin1" or not place.primary:
                continue
            if first.kind == "country":
                shares = found.shares(source)
                if shares.get(place.country, 0.0) < shares.get(first.country, 0.0) + LEAD:
                    continue
            found.units[place.country, place.admin1] = source


def nearness(cells: Mapping[tuple[int, int], Mapping[str, float]], place: Place, name: str) -> float:
    """Return how much the article's other names lie around `place`: the sum of their weights nearby."""
    row, column = int(place.latitude), int(place.longitude)
    best: dict[str, float] = {}
    for r in (row - 1, row, row + 1):
        for c in (column - 1, column, column + 1):
            for other, weight in cells.get((r, c), {}).items():
                if other != name and weight > best.get(other, 0.0):
                    best[other] = weight
    return sum(best.values())
