"""How well does each place of a name fit an article? Weights of the evidence, in no unit: only their order matters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log10

from newsledger.coder.places.gazetteer import Gazetteer, Place
from newsledger.coder.places.storage import UNIT_SHARE
from newsledger.coder.where.evidence import Evidence, nearness
from newsledger.coder.where.mention import PlaceMention

COUNTRY, WITHIN, PRIMARY, HINT, UNIT, SIZE, CLOSE, SEAT = 4.0, 8.0, 2.0, 2.0, 1.5, 0.45, 1.2, 1.5
MOST_CLOSE = 3.0
# Where towns are known by their English names, other names are former ones, and counties are called counties.
ENGLISH = frozenset({"AU", "CA", "GB", "IE", "NZ", "US"})
COUNTIES = frozenset({"county", "counties", "parish", "borough", "shire"})
BARE = 2.5  # against a county by a bare name
VOTE, MOST_VOTES = 0.5, 2.0
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

    def within(self, mention: PlaceMention) -> tuple[Place, ...]:
        """Return the units and countries that `mention.within` may mean."""
        if not mention.within:
            return ()
        found = self.gazetteer.find(mention.within)
        return tuple(p for p in found if p.kind in {"country", "admin1", "admin2", "region"})

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
        cells, units, counties = self.around()
        total += min(MOST_CLOSE, CLOSE * nearness(cells, place, mention.name))
        same = counties.get((place.country, place.admin1, place.admin2), {}) if place.admin2 else {}
        total += COUNTY * min(MOST_COUNTY, sum(same.values()) - same.get(mention.name, 0.0))
        votes = units.get((place.country, place.admin1), {})
        return total + min(MOST_VOTES, VOTE * (sum(votes.values()) - votes.get(mention.name, 0.0)))

    def prior(self, place: Place, mention: PlaceMention, shares: Mapping[str, float]) -> float:
        """Return the score without the places around: country, unit, kind, name and size."""
        people = place.population / UNIT_SHARE if place.kind == "admin1" else place.population
        total = COUNTRY * shares.get(place.country, 0.0) + SIZE * log10(people + 10)
        total += KIND.get(place.kind, 0.0) + (PRIMARY if place.primary else 0.0)
        if place.kind == "admin2" and place.iso2 in ENGLISH and not mention.kind and not _names_unit(mention):
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
        weights = [exp(fit - top) for fit in fits]
        whole = sum(weights) * (2.0 if mention.weak else 1.0)
        for place, weight in zip(candidates, weights, strict=True):
            for names in (
                cells.setdefault((int(place.latitude), int(place.longitude)), {}),
                units.setdefault((place.country, place.admin1), {}),
            ):
                names[mention.name] = max(names.get(mention.name, 0.0), weight / whole)
            if place.admin2:
                names = counties.setdefault((place.country, place.admin1, place.admin2), {})
                names[mention.name] = max(
                    names.get(mention.name, 0.0), weight / (2.0 if mention.weak else 1.0)
                )


def _names_unit(mention: PlaceMention) -> bool:
    """Say whether the name holds the word for a unit ("Hall County")."""
    return mention.name.rpartition(" ")[2].casefold() in COUNTIES


def lies_in(place: Place, unit: Place) -> bool:
    """Say whether a place lies in a unit or country."""
    if place.country != unit.country or place.id == unit.id:
        return False
    if unit.kind == "country":
        return True
    if unit.kind == "admin2":
        return place.admin2 == unit.admin2 and (not unit.admin1 or place.admin1 == unit.admin1)
    return place.admin1 == unit.admin1 and place.kind != "admin1"
