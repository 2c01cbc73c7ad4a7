"""How well does each place of a name fit an article? Weights of the evidence, in no unit: only their order matters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log10
from typing import TypeVar

from newsledger.coder.places.gazetteer import Gazetteer, Place
from newsledger.coder.places.storage import UNIT_SHARE
from newsledger.coder.where.chains import UNITS, narrowed
from newsledger.coder.where.evidence import Evidence, nearness
from newsledger.coder.where.inside import lies_in
from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.where.nesting import distance_km

COUNTRY, WITHIN, PRIMARY, HINT, UNIT, SIZE, CLOSE, SEAT = 4.0, 8.0, 2.0, 2.0, 1.5, 0.45, 1.2, 1.5
MOST_CLOSE = 3.0
ASIDE_KM = 80.0  # from the seat of a district at most, for a town that the gazetteer puts into another one
DEEPER, BESIDE_KM = 4.0, 40.0  # for each unit in brackets that fits, be it only by lying close
SURE = frozenset({"country", "admin1", "admin2"})  # units of which the gazetteer knows what lies inside
TOWNS = frozenset({"settlement", "village", "camp", "quarter"})
NAMED = 60_000  # people; places of the overlay count for a town as large, since news names them
# Where towns are known by their English names, other names are former ones, and counties are called counties.
ENGLISH = frozenset({"AU", "CA", "GB", "IE", "NZ", "US"})
COUNTIES = frozenset({"county", "counties", "parish", "borough", "shire"})
KNOWN = 0.15  # share of a country of which the article says enough
PARTS = 5  # a town that has more than this part of the people of a unit elsewhere is meant by their bare name
BARE = 2.5  # against a county by a bare name
VOTE, MOST_VOTES = 0.5, 2.0
LEAST_LIKELY = 4.0  # by how much less likely a place may be than the first to count for the places around
FIRST = 6  # candidates of a name among which a larger town would stand
AROUND = 20  # candidates of a name that count for the places around
COUNTY, MOST_COUNTY = 1.6, 1.5  # for another name in the same second-level unit, which is seldom chance
KIND = {
    "country": 4.0,
    "capital": 0.6,
    "region": 1.0,
    "corridor": 1.0,
    "border": 1.0,
    "admin1": 0.9,
    "admin2": -0.4,
}
FITTING = {
    "admin1": frozenset({"admin1", "region"}),
    "admin2": frozenset({"admin2", "district-seat"}),
    "town": frozenset({"settlement", "capital", "village", "district-seat"}),
    "quarter": frozenset({"quarter", "settlement", "village"}),
    "area": frozenset(),
}
Key = TypeVar("Key")
Cells = dict[tuple[int, int], dict[str, float]]
Units = dict[tuple[str, str], dict[str, float]]
Counties = dict[tuple[str, str, str], dict[str, float]]
Around = tuple[Cells, Units, Counties]


@dataclass(slots=True)
class Scales:
    """Weighs the places that the names of one article may mean."""

    gazetteer: Gazetteer
    evidence: Evidence
    mentions: Sequence[Sequence[PlaceMention]]
    dateline: PlaceMention | None
    _near: Around | None = None
    _chains: dict[tuple[str, str, str], list[tuple[Place, ...]]] = field(default_factory=dict)

    def within(self, mention: PlaceMention) -> tuple[Place, ...]:
        """Return the units and countries that the names behind a mention may mean, the largest first."""
        if mention.chain:
            return tuple(p for row in reversed(self.chain(mention)) for p in row if p.kind in UNITS)
        if not mention.within:
            return ()
        return tuple(p for p in self.gazetteer.find(mention.within) if p.kind in UNITS)

    def chain(self, mention: PlaceMention) -> list[tuple[Place, ...]]:
        """Return what the units in brackets behind a mention may mean, the smallest first."""
        if not mention.chain:
            return []
        if mention.key not in self._chains:
            self._chains[mention.key] = narrowed(mention.chain, self.gazetteer)
        return self._chains[mention.key]

    def district(self, place: Place, mention: PlaceMention) -> str:
        """Return the second-level unit behind a name, for a place of which the gazetteer does not know it, or ""."""
        if place.admin2 or place.kind in {"admin1", "admin2", "country"}:
            return ""
        rows = [*self.chain(mention), self.within(mention)]
        units = [p for row in rows for p in row if p.kind == "admin2"]
        return next((u.name for u in units if (u.country, u.admin1) == (place.country, place.admin1)), "")

    def outer(self, mention: PlaceMention) -> tuple[Place, ...]:
        """Return the countries and units that the largest unit named behind a mention may mean."""
        rows = self.chain(mention)
        return tuple(p for p in (rows[-1] if rows else self.within(mention)) if p.kind in SURE)

    def may_lie_in(self, place: Place, mention: PlaceMention, units: Sequence[Place]) -> bool:
        """Say whether a place may lie in one of the units behind its name: of districts, the province must agree."""
        return self.depth(place, mention) > 0 or any(
            lies_in(place, u)
            or (
                u.kind == "admin2"
                and (place.country, place.admin1) == (u.country, u.admin1)
                and not (place.admin2 and distance_km(place, u) > ASIDE_KM)
            )
            for u in units
        )

    def depth(self, place: Place, mention: PlaceMention) -> int:
        """Return how many of the units in brackets behind a mention hold a place, or lie close to it."""
        return sum(any(_belongs(place, p) for p in row) for row in self.chain(mention))

    def score(
        self, place: Place, mention: PlaceMention, within: Sequence[Place], shares: Mapping[str, float]
    ) -> float:
        """Return how well a candidate fits the evidence; only the order of the scores matters.

        `within` are the units named beside the mention, `shares` what the rest of the article says for each
        country.
        """
        total = self.prior(place, mention, shares)
        if within and any(lies_in(place, w) for w in within):
            total += WITHIN
        if mention.chain:
            total += DEEPER * self.depth(place, mention)
        cells, units, counties = self.around()
        total += min(MOST_CLOSE, CLOSE * nearness(cells, place, mention.name))
        same = counties.get((place.country, place.admin1, place.admin2), {}) if place.admin2 else {}
        total += COUNTY * min(MOST_COUNTY, sum(same.values()) - same.get(mention.name, 0.0))
        votes = units.get((place.country, place.admin1), {})
        return total + min(MOST_VOTES, VOTE * (sum(votes.values()) - votes.get(mention.name, 0.0)))

    def prior(self, place: Place, mention: PlaceMention, shares: Mapping[str, float]) -> float:
        """Return the score without the places around: country, unit, kind, name and size."""
        people = place.population / UNIT_SHARE if place.kind == "admin1" else place.population
        if place.is_ours:
            people = NAMED
        total = COUNTRY * shares.get(place.country, 0.0) + SIZE * log10(people + 10)
        total += KIND.get(place.kind, 0.0) + (PRIMARY if place.primary else 0.0)
        if place.kind == "admin2" and place.iso2 in ENGLISH and not mention.kind and not _names_unit(mention):
            total -= BARE
        bare = place.kind == "admin1" and mention.kind != "admin1"
        if bare and shares.get(place.country, 0.0) < KNOWN and _is_outgrown(place, mention):
            total -= BARE
        source = self.evidence.units.get((place.country, place.admin1))
        if source is not None and source != mention.name.casefold():
            total += UNIT
        if mention.capital and place is mention.candidates[0]:
            total += SEAT
        if mention.kind and place.kind in FITTING.get(mention.kind, ()):
            total += HINT
        elif mention.kind in {"admin1", "admin2"} and place.kind in {"admin1", "admin2"}:
            total += HINT / 2
        if mention.kind == "country" and place.kind == "country":
            total += HINT
        return total

    def around(self) -> Around:
        """Return the names that may lie in each cell of one degree and in each unit, with weights 0 to 1.

        The weights of a name add up to 1 but for second-level units, where each is its own against the likeliest.
        """
        if self._near is None:
            self._near = ({}, {}, {})
            seen: set[str] = set()
            rows = [*self.mentions, [self.dateline]] if self.dateline else self.mentions
            for mention in (m for row in rows for m in row):
                if mention.name in seen or mention.kind in {"country", "border"} or not mention.candidates:
                    continue
                if not mention.common:
                    seen.add(mention.name)
                    self._spread(mention, *self._near)
        return self._near

    def _spread(self, mention: PlaceMention, cells: Cells, units: Units, counties: Counties) -> None:
        """Add the candidates of one name to cells and units, weighted by how likely each is."""
        within = self.within(mention)
        shares = self.evidence.shares(mention.name.casefold())
        candidates = [p for p in mention.candidates[:AROUND] if p.kind not in {"country", "admin1", "region"}]
        fits = [
            self.prior(p, mention, shares) + (WITHIN if any(lies_in(p, w) for w in within) else 0.0)
            for p in candidates
        ]
        top = max(fits, default=0.0)
        likely = [
            (p, exp(fit - top)) for p, fit in zip(candidates, fits, strict=True) if fit > top - LEAST_LIKELY
        ]
        doubt = 2.0 if mention.weak else 1.0
        whole = sum(weight for _, weight in likely) * doubt
        name = mention.name
        for place, weight in likely:
            _raise(cells, (int(place.latitude), int(place.longitude)), name, weight / whole)
            _raise(units, (place.country, place.admin1), name, weight / whole)
            if place.admin2:
                _raise(counties, (place.country, place.admin1, place.admin2), name, weight / doubt)


def _raise(table: dict[Key, dict[str, float]], key: Key, name: str, weight: float) -> None:
    """Let the weight of a name in a cell or unit be at least `weight`."""
    names = table.get(key)
    if names is None:
        table[key] = {name: weight}
    elif weight > names.get(name, 0.0):
        names[name] = weight


def _belongs(place: Place, other: Place) -> bool:
    """Say whether a place lies in another or, as villages do by the seat of their district, close to it."""
    if lies_in(place, other):
        return True
    if place.country != other.country or other.kind in {"country", "admin1", "region"}:
        return False
    return distance_km(place, other) < BESIDE_KM


def _is_outgrown(unit: Place, mention: PlaceMention) -> bool:
    """Say whether a town of the same name has more people than a whole unit ("Gaza" is no province of Mozambique)."""
    return any(
        p.kind in TOWNS and p.primary and p.population * PARTS > unit.population and p.country != unit.country
        for p in mention.candidates[:FIRST]
    )


def _names_unit(mention: PlaceMention) -> bool:
    """Say whether the name holds the word for a unit ("Hall County")."""
    return mention.name.rpartition(" ")[2].casefold() in COUNTIES
