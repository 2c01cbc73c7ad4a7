"""What place does a name mean in this article? `PlaceContext` is built once for an article and answers for
each name.

Country first (named, adjective, capital, dateline, the other places, the recipe's coverage), then the first-
level unit named nearby, the words beside the name, the distance to the article's other places, kind and
population (coding-rules 4).
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from newsledger.coder.places.gazetteer import Gazetteer, Place
from newsledger.coder.spans import Sentence
from newsledger.coder.where.border import border_area
from newsledger.coder.where.capital_word import add_capitals
from newsledger.coder.where.chains import DIRECTIONS
from newsledger.coder.where.cues import STRONG, Cues, shipped_cues
from newsledger.coder.where.doubts import ENOUGH, SIZABLE, Doubts, Fronts, doubt
from newsledger.coder.where.evidence import HINT, MAJOR, SLIGHT_HINT, Evidence, gather, nearness
from newsledger.coder.where.inside import lies_in
from newsledger.coder.where.lead_line import dateline_mention, lead_line
from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.where.mentions import find_places
from newsledger.coder.where.naming import ResolvedPlace, publish
from newsledger.coder.where.people import full_names, loud_surnames, surnames
from newsledger.coder.where.pinned import pin
from newsledger.coder.where.runs import capitals
from newsledger.coder.where.scales import ENGLISH, Scales
from newsledger.coder.where.scene import is_title

CONSIDERED = 20  # candidates of a name that are weighed; the rest are smaller namesakes
UNITS_MEANT = frozenset({"admin1", "admin2", "area"})  # kinds of mentions that mean a unit, not its seat
OUTGROWN = 5  # times the people of a namesake abroad that a town has whose quarter is likelier meant
GREAT = 1_000_000  # people; a city as large is meant by the name that its state has from it
SEAT_SHARE = 4  # a smaller town is meant by its unit's name if it holds this part of the unit's people


@dataclass(slots=True)
class PlaceContext:
    """The places of one article: `mentions` by sentence (in their order), the dateline's, the evidence.

    `titles` are the sentences of the title and headlines, `quarters` the names that the article calls quarters,
    `fronts` the countries in which the armies fight that it names, with their states,
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
    fronts: Fronts = field(default_factory=dict)
    strong: dict[int, list[PlaceMention]] = field(default_factory=dict)
    _chosen: dict[tuple[str, str, str], tuple[Place, str] | None] = field(default_factory=dict)
    _resolved: dict[tuple[int, str], tuple[PlaceMention, ResolvedPlace | None]] = field(default_factory=dict)
    memo: dict[tuple[str, str, Hashable], list[Any]] = field(default_factory=dict)
    _doubts: Doubts = field(init=False)

    def __post_init__(self) -> None:
        """Keep what the article says for and against its names."""
        self._doubts = Doubts(self.evidence, self.scales, self.mentions, self.dateline, self.fronts)

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
        fronts: Fronts | None = None,
        cues: Cues | None = None,
    ) -> "PlaceContext":
        """Find all place names of an article's sentences (title and text) and gather the evidence.

        `dateline` is the place of the dateline as written ("SAN SALVADOR", "Goma, eastern DRC"); `coverage`
        are the countries (names of terms/country) that the dataset's recipe covers, `hints` those that something
        else speaks for slightly, `fronts` those in which the armies fight that it names, with their states.
        """
        cues = cues or shipped_cues()
        big = [capitals(s.words) for s in sentences]
        people = loud_surnames(sentences, cues) if upper else surnames(sentences, big, cues)
        mentions = [
            find_places(s, gazetteer, upper=upper, people=people, cues=cues, capital=capital)
            for s, capital in zip(sentences, big, strict=True)
        ]
        if not upper:
            doubt(mentions, full_names(sentences, big, cues))
        line = dateline_mention(dateline or lead_line(sentences, mentions), gazetteer, cues)
        pin(mentions, line, gazetteer)
        evidence = gather(sentences, mentions, coverage, line, cues)
        for country in hints:
            evidence.add(country, HINT, SLIGHT_HINT)
        main = evidence.best()
        add_capitals(sentences, mentions, gazetteer, main[0] if main else "", cues)
        scales = Scales(gazetteer, evidence, mentions, line)
        titles = tuple(i for i, s in enumerate(sentences) if is_title(s))
        quarters = frozenset(m.name for row in mentions for m in row if m.kind == "quarter")
        scenes = {
            i: found for i, row in enumerate(mentions) if (found := [m for m in row if m.cue in STRONG])
        }
        return cls(
            gazetteer, sentences, mentions, line, evidence, scales, titles, quarters, fronts or {}, scenes
        )

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
        if best is None or self._doubts.is_foreign(mention, best[0]) or self._is_namesake(mention, best[0]):
            return None
        doubtful = mention.weak or mention.common or not best[0].primary
        if doubtful and not self._doubts.confirmed(mention, best[0]):
            return None
        return best

    def _is_namesake(self, mention: PlaceMention, place: Place) -> bool:
        """Say whether a place abroad only bears the name of a part of the far larger town behind a comma, or of what
        the words call a quarter of a town elsewhere ("the Sulaymaniyah quarter of Aleppo")."""
        around = self._around_quarter(mention)
        if around and all(unit.country != place.country for unit in around):
            return True
        if place.kind == "settlement" and around and all(unit.admin1 != place.admin1 for unit in around):
            return True
        if mention.town is None or place.kind == "country" or (place.kind == "capital" and place.primary):
            return False
        town = self.choose(mention.town)
        return (
            town is not None
            and town[0].country != place.country
            and place.population * OUTGROWN < town[0].population
        )

    def _around_quarter(self, mention: PlaceMention) -> list[Place]:
        """Return the units or towns in which the article says that a quarter of a mention's name lies."""
        if mention.name not in self.quarters:
            return []
        named = (m for row in self.mentions for m in row if m.name == mention.name and m.kind == "quarter")
        return [unit for m in named for unit in self.scales.within(m)]

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
        # "Kiri village in Kaura" is not the far city that another script calls so
        weak = mention.weak or not any(p.primary for p in candidates)
        outer = self.scales.outer(mention)
        abroad = bool(mention.chain and outer) and all(u.country != candidates[0].country for u in outer)
        if len(candidates) == 1 and not (mention.settled or (weak and mention.within) or abroad):
            return candidates[0], "the only place of this name"
        within = self.scales.within(mention)
        bound = bool(mention.settled or weak or mention.chain)
        if bound and outer and not any(self.scales.may_lie_in(p, mention, outer) for p in candidates):
            candidates = self._otherwise(mention, outer) or misplaced(mention, outer)
            if not candidates:
                return None
        shares = self.evidence.shares(mention.name.casefold())
        scored = [(self.scales.score(p, mention, within, shares), -n) for n, p in enumerate(candidates)]
        best = candidates[max(range(len(candidates)), key=lambda n: scored[n])]
        if best.kind == "admin1" and mention.kind not in UNITS_MEANT:
            seat = next((p for p in candidates if _is_seat(p, best)), best)
            best = best if seat.iso2 in ENGLISH and self._names_towns_in(best, mention) else seat
        elif best.kind == "admin2" and mention.kind not in UNITS_MEANT:
            best = next((p for p in candidates if _is_town_of(p, best)), best)
        return best, self._reason(best, within)

    def _names_towns_in(self, unit: Place, mention: PlaceMention) -> bool:
        """Say whether the article names other places in a unit, so that its bare name means the unit ("a shooting in
        Rochester … the deadliest in New York this year")."""
        names = self.scales.around()[1].get((unit.country, unit.admin1), {})
        return any(name != mention.name for name in names)

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


def misplaced(mention: PlaceMention, outer: Sequence[Place]) -> tuple[Place, ...]:
    """Return the places that a name may still mean though they lie in none of the units behind it: any where these only
    bear the name of a direction, as provinces of old do ("Central"), else a large town of the country."""
    if mention.chain and all(u.name.casefold() in DIRECTIONS for u in mention.chain):
        return mention.candidates[:CONSIDERED]
    lands = {unit.country for unit in outer}
    return tuple(
        p
        for p in mention.candidates[:CONSIDERED]
        if p.country in lands and p.primary and (p.kind == "capital" or p.population >= MAJOR)
    )


def _is_seat(town: Place, unit: Place) -> bool:
    """Say whether a town is the large seat of the unit of its name, which papers mean by the bare name
    ("Donetsk").

    States of English-speaking countries are not named after their seats, but one is after its great city ("New York").
    """
    return (
        town.kind in {"settlement", "capital"}
        and (town.primary or (town.latitude, town.longitude) == (unit.latitude, unit.longitude))
        and town.population >= min(SIZABLE, unit.population / SEAT_SHARE)
        and (town.country, town.admin1) == (unit.country, unit.admin1)
        and (unit.iso2 not in ENGLISH or town.population >= GREAT)
    )


def _is_town_of(town: Place, unit: Place) -> bool:
    """Say whether a town of a district's name lies in the same province: the bare name means the town."""
    return town.kind == "settlement" and (town.country, town.admin1) == (unit.country, unit.admin1)
