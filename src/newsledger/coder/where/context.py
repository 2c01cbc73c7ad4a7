"""What place does a name mean in this article? `PlaceContext` is built once for an article and answers for
each name.

Country first (named, adjective, capital, dateline, the other places, the recipe's coverage), then the first-
level unit named nearby, the words beside the name, the distance to the article's other places, kind and
population (coding-rules 4).
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from newsledger.coder.places.fold import fold
from newsledger.coder.places.gazetteer import Gazetteer, Place
from newsledger.coder.spans import Sentence
from newsledger.coder.where.border import border_area
from newsledger.coder.where.cues import STRONG, Cues, shipped_cues
from newsledger.coder.where.evidence import HINT, MAJOR, SLIGHT_HINT, Evidence, gather, nearness
from newsledger.coder.where.inside import lies_in
from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.where.mentions import find_places
from newsledger.coder.where.naming import ResolvedPlace, publish
from newsledger.coder.where.people import full_names, surnames
from newsledger.coder.where.runs import capitals
from newsledger.coder.where.scales import ENGLISH, FITTING, Scales
from newsledger.coder.where.scene import is_title

CONSIDERED = 20  # candidates of a name that are weighed; the rest are smaller namesakes
UNITS_MEANT = frozenset({"admin1", "admin2", "area"})  # kinds of mentions that mean a unit, not its seat
HALF = 0.5  # share of a country that makes a small place elsewhere doubtful, a place word or not
HINTED = 0.2  # the same for a name without a place word, which may be a person's
SOME = 0.3  # weight of a place nearby that backs another
SEAT_SHARE = 4  # a smaller town is meant by its unit's name if it holds this part of the unit's people
TOWNS = frozenset({"settlement", "village", "quarter"})
SIZABLE = 20_000  # people; a town of this size needs no other word for it
SMALL = 2_000  # people; below this "X police" may be a person's or a firm's
DATELINES, LONGEST, SHORT = (
    8,
    10,
    3,
)  # sentences and their words in which a dateline may stand; letters of none
LINE_MARKS = frozenset({"—", "("})  # behind a dateline in capitals
ENOUGH = 0.15  # share of the article's main country that lets a weak name stand


@dataclass(slots=True)
class PlaceContext:
    """The places of one article: `mentions` by sentence (in their order), the dateline's, the evidence.

    `titles` are the sentences of the title and headlines, `quarters` the names that the article calls quarters,
    `strong` by sentence the mentions that say where something is, `memo` what searches have found already.
    """

    gazetteer: Gazetteer
    sentences: Sequence[Sentence]
    mentions: list[list[PlaceMention]]
    dateline: PlaceMention | None
    evidence: Evidence
    scales: Scales
    titles: tuple[int, ...] = ()
    quarters: frozenset[str] = frozenset()
    strong: dict[int, list[PlaceMention]] = field(default_factory=dict)
    _chosen: dict[tuple[str, str, str], tuple[Place, str] | None] = field(default_factory=dict)
    _resolved: dict[tuple[int, str], tuple[PlaceMention, ResolvedPlace | None]] = field(default_factory=dict)
    memo: dict[tuple[str, str, Hashable], list[Any]] = field(default_factory=dict)

    @classmethod
    def build(
        cls,
        sentences: Sequence[Sentence],
        gazetteer: Gazetteer,
        *,
        upper: bool = False,
        dateline: str = "",
        coverage: Iterable[str] = (),
        hints: Iterable[str] = (),
        cues: Cues | None = None,
    ) -> "PlaceContext":
        """Find all place names of an article's sentences (title and text) and gather the evidence.

        `dateline` is the place of the dateline as written ("SAN SALVADOR", "Goma, eastern DRC"); `coverage`
        are the countries (names of terms/country) that the dataset's recipe covers, `hints` those that something
        else speaks for slightly.
        """
        cues = cues or shipped_cues()
        big = [capitals(s.words) for s in sentences]
        people = frozenset() if upper else surnames(sentences, big, cues)
        mentions = [
            find_places(s, gazetteer, upper=upper, people=people, cues=cues, capital=capital)
            for s, capital in zip(sentences, big, strict=True)
        ]
        if not upper:
            doubt(mentions, full_names(sentences, big, cues))
        line = dateline_mention(dateline or lead_line(sentences, mentions), gazetteer, cues)
        evidence = gather(sentences, mentions, coverage, line, cues)
        for country in hints:
            evidence.add(country, HINT, SLIGHT_HINT)
        scales = Scales(gazetteer, evidence, mentions, line)
        titles = tuple(i for i, s in enumerate(sentences) if is_title(s))
        quarters = frozenset(m.name for row in mentions for m in row if m.kind == "quarter")
        scenes = {
            i: found for i, row in enumerate(mentions) if (found := [m for m in row if m.cue in STRONG])
        }
        return cls(gazetteer, sentences, mentions, line, evidence, scales, titles, quarters, scenes)

    def is_quarter(self, mention: PlaceMention, place: ResolvedPlace) -> bool:
        """Say whether a place is only a quarter of a city, by the gazetteer or the article's words."""
        return place.kind == "quarter" or mention.name in self.quarters

    def resolve(self, mention: PlaceMention, side: str = "") -> ResolvedPlace | None:
        """Return the place that a mention means, or None if it is none after all.

        `side` is the country of the attacked positions, for a place at a border (coding-rules 4).
        """
        key = id(mention), side
        if key not in self._resolved:
            self._resolved[key] = mention, self._resolve(mention, side)
        return self._resolved[key][1]

    def _resolve(self, mention: PlaceMention, side: str) -> ResolvedPlace | None:
        """Return the place that a mention means, or None."""
        if mention.kind == "border":
            return self._border(mention, side)
        best = self.choose(mention)
        if best is None:
            return None
        place, reason = best
        others = tuple(p for p in mention.candidates[:CONSIDERED] if p is not place)
        return publish(place, mention, reason, others, self.gazetteer, self.scales.district(place, mention))

    def choose(self, mention: PlaceMention) -> tuple[Place, str] | None:
        """Return the place that a mention means and why, or None; a name means one place in an article."""
        key = mention.key
        if key not in self._chosen:
            self._chosen[key] = self._weigh(mention)
        best = self._chosen[key]
        if best is None or self._is_foreign(mention, best[0]):
            return None
        doubtful = mention.weak or mention.common or not best[0].primary
        if doubtful and not self._confirmed(mention, best[0]):
            return None
        return best

    def country(self) -> str:
        """Return the country that the article is about by all evidence, or ""."""
        best = self.evidence.best()
        return best[0] if best else ""

    def _border(self, mention: PlaceMention, side: str) -> ResolvedPlace | None:
        """Return the border area meant: of the countries beside it, else of the article's main ones."""
        names = list(mention.countries)
        for country in (side, *self.evidence.best(3)):
            if len(names) < 2 and country and country not in names:
                names.append(country)
        found = mention.candidates or (
            border_area(names[0], names[1], self.gazetteer) if len(names) == 2 else ()
        )
        if not found:
            return None
        shares = self.evidence.shares()
        ranked = sorted(found, key=lambda p: (p.country != side, -shares.get(p.country, 0.0), p.id))
        return publish(
            ranked[0], mention, f"border of {' and '.join(names)}", tuple(ranked[1:]), self.gazetteer
        )

    def _weigh(self, mention: PlaceMention) -> tuple[Place, str] | None:
        """Return the best candidate by score, then by the gazetteer's order."""
        candidates = mention.candidates[:CONSIDERED] + self._further(mention)
        if not candidates:
            return None
        if len(candidates) == 1 and not (mention.settled or (mention.weak and mention.within)):
            return candidates[0], "the only place of this name"
        within = self.scales.within(mention)
        outer = self.scales.outer(mention)
        bound = bool(mention.settled or mention.weak or mention.chain)
        if bound and outer and not any(self.scales.may_lie_in(p, mention, outer) for p in candidates):
            candidates = self._otherwise(mention, outer)
            if not candidates:
                return None
        shares = self.evidence.shares(mention.name.casefold())
        scored = [(self.scales.score(p, mention, within, shares), -n) for n, p in enumerate(candidates)]
        best = candidates[max(range(len(candidates)), key=lambda n: scored[n])]
        if best.kind == "admin1" and mention.kind not in UNITS_MEANT:
            best = next((p for p in candidates if _is_seat(p, best)), best)
        return best, self._reason(best, within)

    def _otherwise(self, mention: PlaceMention, units: Sequence[Place]) -> tuple[Place, ...]:
        """Return the places inside the units behind a name that bear it in another romanisation."""
        found = self.gazetteer.alike(mention.name) if mention.chain else ()
        return tuple(p for p in found if any(lies_in(p, unit) for unit in units))

    def _further(self, mention: PlaceMention) -> tuple[Place, ...]:
        """Return candidates beyond the first that lie in a country or unit which the article names."""
        rest = mention.candidates[CONSIDERED:]
        if not rest:
            return ()
        units = self.evidence.units
        shares = self.evidence.shares(mention.name.casefold())
        near = [p for p in rest if (p.country, p.admin1) in units]
        return tuple((near or [p for p in rest if shares.get(p.country, 0.0) > ENOUGH])[:CONSIDERED])

    def _confirmed(self, mention: PlaceMention, place: Place) -> bool:
        """Say whether the article confirms a name for which only its spelling speaks."""
        if place.kind in {"country", "capital"} or any(
            lies_in(place, w) for w in self.scales.within(mention)
        ):
            return True
        if self.dateline is not None and self.dateline.name == mention.name:
            return True
        if mention.loose and self._is_aside(mention, place):
            return False
        if mention.modifier == "agent" and place.primary and place.population >= self._least_agent(place):
            return True
        fits = place.kind == mention.kind or place.kind in FITTING.get(mention.kind, ())
        if fits and self._is_supported(mention, place):
            return True
        if mention.cue in STRONG:
            return self._is_backed(mention, place) if mention.common else self._known_by(mention, place)
        if not mention.common and place.primary and (place.kind == "admin1" or place.population >= SIZABLE):
            return True
        for row in self.mentions:
            if any(m.name == mention.name and m is not mention and not m.weak and not m.common for m in row):
                return True
        return not mention.common and place.primary and self._is_supported(mention, place)

    def _least_agent(self, place: Place) -> int:
        """Return how many people a town must have for "X police" alone to name it: fewer in the article's country."""
        supported = self.evidence.shares().get(place.country, 0.0) >= HALF
        return SMALL if supported else SIZABLE

    def _is_aside(self, mention: PlaceMention, place: Place) -> bool:
        """Say whether the article names other places of the country of a place and none of them near it."""
        units = self.scales.around()[1]
        others = (
            names
            for (country, _), names in units.items()
            if country == place.country and mention.name not in names
        )
        return any(others) and not self._is_backed(mention, place)

    def _is_backed(self, mention: PlaceMention, place: Place) -> bool:
        """Say whether the places around speak for an English word as a place ("in Home" is none without them)."""
        if place.population >= MAJOR or (place.country, place.admin1) in self.evidence.units:
            return True
        return nearness(self.scales.around()[0], place, mention.name) > SOME

    def _known_by(self, mention: PlaceMention, place: Place) -> bool:
        """Say whether a name behind a place word is a place's own, or one by which news may know it."""
        if place.primary or place.population >= MAJOR or place.kind not in TOWNS:
            return not mention.weak or self._is_supported(mention, place)
        return place.iso2 not in ENGLISH and self._is_supported(mention, place)

    def _is_foreign(self, mention: PlaceMention, place: Place) -> bool:
        """Say whether a small place lies in a country of which an article on another one says nothing."""
        if place.population >= SIZABLE or place.kind not in TOWNS or mention.kind == "border":
            return False
        shares = self.evidence.shares(mention.name.casefold())
        least = HALF if mention.cue in STRONG else HINTED if mention.cue == "none" else 1.0
        if max(shares.values(), default=0.0) < least or shares.get(place.country, 0.0) >= ENOUGH:
            return False
        return not any(lies_in(place, w) for w in self.scales.within(mention))

    def _is_supported(self, mention: PlaceMention, place: Place) -> bool:
        """Say whether the rest of the article speaks for the country of a place."""
        return self.evidence.shares(mention.name.casefold()).get(place.country, 0.0) >= ENOUGH

    def _reason(self, place: Place, within: Sequence[Place]) -> str:
        """Return in words what spoke for a candidate."""
        reasons = []
        if within and any(lies_in(place, w) for w in within):
            reasons.append(f"in {within[0].name}, named beside it")
        if self.evidence.shares(place.name.casefold()).get(place.country, 0.0) > ENOUGH:
            reasons.append(f"{place.country} by the article's evidence")
        if (place.country, place.admin1) in self.evidence.units:
            reasons.append(f"{place.admin1} named in the article")
        if nearness(self.scales.around()[0], place, place.name) > 1:
            reasons.append("near other places of the article")
        return "; ".join(reasons) or "the best known place of this name"


def doubt(mentions: Iterable[Iterable[PlaceMention]], names: frozenset[str]) -> None:
    """Mark as common what may be a surname: one word without a cue that stands in a full name, too."""
    for mention in (m for row in mentions for m in row):
        if mention.cue in STRONG or mention.last - mention.first > 1 or not mention.candidates:
            continue
        best = mention.candidates[0]
        if best.kind in {"country", "capital", "admin1"} or best.population >= MAJOR:
            continue
        if mention.name.casefold() in names:
            mention.common = True


def _is_seat(town: Place, unit: Place) -> bool:
    """Say whether a town is the large seat of the unit of its name, which papers mean by the bare name
    ("Donetsk").

    States of English-speaking countries are not named after their seats.
    """
    return (
        town.kind in {"settlement", "capital"}
        and (town.primary or (town.latitude, town.longitude) == (unit.latitude, unit.longitude))
        and town.population >= min(SIZABLE, unit.population / SEAT_SHARE)
        and (town.country, town.admin1) == (unit.country, unit.admin1)
        and unit.iso2 not in ENGLISH
    )


def lead_line(sentences: Sequence[Sentence], mentions: Sequence[Sequence[PlaceMention]]) -> str:
    """Return the place of a dateline further down, as written, or "".

    It stands in capitals before a bracket or dash ("LOUISVILLE, Ky. (WAVE) —") or alone on its line, or as a town's
    plain name before a dash ("Boulder, CO (KXYZ) —").
    """
    for sentence, row in zip(sentences[:DATELINES], mentions, strict=False):
        if not row or row[0].first or sentence.part == "title":
            continue
        words, first = sentence.words, row[0]
        loud = words.text[0].isupper() and len(words.text[0]) > SHORT
        alone = loud and first.last == len(words) and not first.common and first.candidates[0].primary
        if not alone and (is_title(sentence) or not (loud or _is_town(first))):
            continue
        marks = LINE_MARKS if loud else {"—"}
        reach = min(len(words), LONGEST)
        end = (
            len(words) if alone else next((i for i in range(first.last, reach) if words.norm[i] in marks), 0)
        )
        between = words.text[first.last : end]
        if end and all(t[0].isupper() or not t[0].isalpha() for t in between):
            return f"{first.name}, {first.within}" if first.within else first.name
    return ""


def _is_town(mention: PlaceMention) -> bool:
    """Say whether a name is first of all a town's own."""
    if not mention.candidates:
        return False
    first = mention.candidates[0]
    return first.kind in {"settlement", "capital"} and first.primary and not mention.modifier


def dateline_mention(text: str, gazetteer: Gazetteer, cues: Cues) -> PlaceMention | None:
    """Return the mention for the place of a dateline as written, or None if the gazetteer does not know it.

    What stands behind the first comma is the unit or country: "Goma, eastern DRC". The mention has no tokens.
    """
    parts = [p.strip(" .") for p in text.replace("(", ",").split(",") if p.strip(" .)")]
    found = gazetteer.find(parts[0]) if parts else ()
    if not found and len(parts) > 1:  # a quarter that the gazetteer does not know, and its city
        parts = parts[1:]
        found = gazetteer.find(parts[0])
        found = found if found and found[0].kind in {"settlement", "capital"} else ()
    if not found:
        return None
    within = ""
    for part in parts[1:]:
        words = [w for w in part.split() if fold(w) not in cues.directions and fold(w) not in cues.skip]
        joined = " ".join(words)
        within = within or cues.states.get(joined.casefold() + ".", cues.post.get(joined, "")) or joined
    return PlaceMention(
        0, 0, parts[0].title() if parts[0].isupper() else parts[0], "at", "", found, 0, 0, within
    )
