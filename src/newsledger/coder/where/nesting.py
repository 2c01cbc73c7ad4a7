"""Which place lies in which? Of a unit and a place in it, or a city and its quarter, one is the place of a row."""

from collections.abc import Iterable, Iterator, Sequence
from math import cos, hypot, radians

from newsledger.coder.places.gazetteer import Place
from newsledger.coder.where.mention import SUBUNITS, PlaceMention
from newsledger.coder.where.naming import ResolvedPlace

KM_PER_DEGREE = 111.2
CITY_KM = 25.0  # from a quarter to the middle of its city at most
COARSE = SUBUNITS | {"region", "border"}
Row = tuple[PlaceMention, ResolvedPlace]


def finest(rows: Sequence[Row]) -> list[Row]:
    """Return the rows without the units in which another of them lies ("in Goris, Syunik province").

    What stands in brackets behind a place that is known says only where that place lies, and so does "in Aleppo"
    behind a village of Aleppo.
    """
    around = {id(unit): (mention, place) for mention, place in rows for unit in mention.chain}
    behind = {id(unit): place for mention, place in reversed(rows) for unit in _behind_comma(mention)}
    inner = [
        (mention, place)
        for mention, place in rows
        if not (id(mention) in around and _is_around(place, *around[id(mention)]))
        and not (id(mention) in behind and _is_unit_of(mention, place, behind[id(mention)]))
    ]
    return [
        (mention, place)
        for mention, place in inner
        if place.kind not in COARSE or not any(m is not mention and holds(place, other) for m, other in inner)
    ]


def _is_around(unit: ResolvedPlace, inner: PlaceMention, place: ResolvedPlace) -> bool:
    """Say whether a unit behind a name is the one around the place that the name means."""
    return inner.settled or (unit.country, unit.admin1) == (place.country, place.admin1)


def _behind_comma(mention: PlaceMention) -> Iterator[PlaceMention]:
    """Yield the names that follow a name with commas alone, as those of units do ("in A, B district, C")."""
    while (behind := mention.town) is not None:
        yield behind
        mention = behind


def _is_unit_of(mention: PlaceMention, place: ResolvedPlace, inner: ResolvedPlace) -> bool:
    """Say whether a name behind a comma is that of the unit around the town before it, be a town called so, too.

    A unit that the town has left since, by a reform, is meant as well.
    """
    if place.country != inner.country or inner.kind in COARSE:
        return False
    if mention.kind in SUBUNITS and place.admin1 == inner.admin1:
        return True  # "in A village, B district": the text calls it one
    return place.kind in COARSE or any(
        unit.kind in SUBUNITS
        and (unit.country, unit.admin1) == (inner.country, inner.admin1)
        and ("" in {unit.admin2, inner.admin2} or unit.admin2 == inner.admin2)
        for unit in mention.candidates
    )


def holds(unit: ResolvedPlace, place: ResolvedPlace) -> bool:
    """Say whether a unit, region or border area holds a finer place."""
    if place.kind in {"admin1", "region", "border", "country"} or unit.country != place.country:
        return False
    if unit.kind == "admin1":
        return place.admin1 == unit.admin1
    if unit.kind == "admin2":
        return place.kind != "admin2" and place.admin2 == unit.admin2
    return True


def city_around(quarter: ResolvedPlace, towns: Iterable[ResolvedPlace]) -> ResolvedPlace | None:
    """Return the nearest other town that is named in the article and lies within CITY_KM of a quarter, or None."""
    near = [
        (distance_km(quarter, town), n, town)
        for n, town in enumerate(towns)
        if town.location != quarter.location and town.country == quarter.country
    ]
    best = min(near, default=None, key=lambda row: row[:2])
    return best[2] if best is not None and best[0] <= CITY_KM else None


def distance_km(one: ResolvedPlace | Place, other: ResolvedPlace | Place) -> float:
    """Return the distance of two places in kilometres, good for short ones (on a plane)."""
    east = (one.longitude - other.longitude) * cos(radians((one.latitude + other.latitude) / 2))
    return KM_PER_DEGREE * hypot(one.latitude - other.latitude, east)
