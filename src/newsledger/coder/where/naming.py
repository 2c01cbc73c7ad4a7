"""How is a place published? Its name, units, point and geo_precision in a row (coding-rules 4)."""

from typing import NamedTuple

from newsledger.coder.places.gazetteer import Gazetteer, Place
from newsledger.coder.where.mention import PlaceMention

DECIMALS = 4
NEARBY = frozenset({"near", "direction", "between", "distance"})
REGIONAL = frozenset({"country", "admin1", "region", "sea", "border"})
SEAT = 5000  # people; the smallest town that may stand for a unit by bearing its name


class ResolvedPlace(NamedTuple):
    """A place as a row gives it.

    `location`, `country`, `region`, `admin1` to `admin3` are names, `iso` is the country's numeric code;
    degrees are EPSG:4326 with four decimals; `geo_precision` is 1 to 3; `kind` is the gazetteer's kind;
    `rule` and `reason` say why this place was chosen; `candidates` are the other places of that name that
    were weighed.
    """

    location: str
    country: str
    iso: int
    region: str
    admin1: str
    admin2: str
    admin3: str
    latitude: float
    longitude: float
    geo_precision: int
    kind: str
    rule: str
    reason: str
    candidates: tuple[Place, ...] = ()

    @property
    def is_country(self) -> bool:
        """Say whether only a country is known, which is no place of an event (coding-rules 1)."""
        return self.kind == "country"


def publish(
    place: Place,
    mention: PlaceMention,
    reason: str,
    others: tuple[Place, ...],
    gazetteer: Gazetteer,
    district: str = "",
) -> ResolvedPlace:
    """Return a gazetteer place as a row gives it, with the precision that the mention's words allow.

    `district` is its second-level unit as the text tells it, where the gazetteer does not know one.
    """
    precision = precision_of(place, mention)
    seat = seat_of(place, gazetteer) if place.kind in {"admin1", "admin2"} else None
    shown = seat or place
    nation = gazetteer.country(place.country)
    return ResolvedPlace(
        location=shown.name,
        country=place.country,
        iso=nation.iso if nation else 0,
        region=nation.region if nation else "",
        admin1=place.admin1,
        admin2=place.admin2 if place.kind == "admin2" else shown.admin2 or district,
        admin3="",
        latitude=round(shown.latitude, DECIMALS),
        longitude=round(shown.longitude, DECIMALS),
        geo_precision=precision,
        kind=place.kind,
        rule=f"where.{mention.kind if mention.kind in {'border', 'country'} else mention.cue}",
        reason=reason,
        candidates=others,
    )


def precision_of(place: Place, mention: PlaceMention) -> int:
    """Return the geo_precision: 3 a larger region, 2 near a place or in an area, else the place's own."""
    least = 1
    if place.kind in REGIONAL:
        least = 3
    elif place.kind == "admin2" or mention.kind in {"area", "admin2", "admin1"} or mention.cue in NEARBY:
        least = 2
    return max(least, place.precision)


def seat_of(unit: Place, gazetteer: Gazetteer) -> Place | None:
    """Return the town in which a unit has its seat and which stands for it in rows (coding-rules 4), if known."""
    if unit.seat is not None:
        return gazetteer.place(unit.seat)
    for town in gazetteer.find(unit.name, unit.country):
        if town.kind in {"settlement", "capital"} and town.admin1 == unit.admin1 and town.population >= SEAT:
            return town
    return None
