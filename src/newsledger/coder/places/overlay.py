"""Which places does GeoNames not hold, or not as the news names them? Reads `coder/places/overlay/*.yaml`.

`places` are places of ours: regions, border areas, hills, camps, villages. `amend` gives a record of GeoNames
another name to publish or further names, `units` does so for units. An alias that is given here is as much the
place's own name as its name is. Every entry says what it rests on (`basis`).
"""

import zlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from newsledger.coder.places.content_files import Item, items
from newsledger.coder.places.fold import fold
from newsledger.coder.places.spelling import add_names
from newsledger.coder.places.storage import FORM, KINDS, PRIMARY, Entry
from newsledger.errors import ContentInvalid

_FIELDS = (
    "name",
    "aliases",
    "kind",
    "country",
    "admin1",
    "admin2",
    "latitude",
    "longitude",
    "points",
    "precision",
    "people",
    "basis",
)
_AMENDED = ("geonames", "name", "aliases", "basis")
# How far a place may lie from the nearest known place of its first-level unit, or of its country where it has
# none.
NEAR_KM = {1: 400.0, 2: 400.0, 3: 700.0}
EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Amendment:
    """What is said anew of a record of GeoNames: its name to publish ("" to keep it) and further names."""

    id: int
    name: str
    aliases: tuple[str, ...]
    item: Item


def distance_km(a_latitude: float, a_longitude: float, b_latitude: float, b_longitude: float) -> float:
    """Return the great-circle distance of two points in kilometres (haversine; degrees in)."""
    a, b = radians(a_latitude), radians(b_latitude)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(b_longitude - a_longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, half)))


def files(folder: Path) -> list[Path]:
    """Return the overlay files in order; ContentInvalid for a file that would be passed over."""
    for file in sorted(folder.iterdir()):
        if file.suffix != ".yaml":
            raise ContentInvalid("not an overlay file", file=file, expected="the extension .yaml")
    return sorted(folder.iterdir())


def load(folder: Path, iso2: Mapping[str, str]) -> list[tuple[Item, Entry]]:
    """Return the places of ours with the entries they come from; `iso2` maps country names to codes.

    An entry with several countries (a border area) gives one place in each. Raises ContentInvalid.
    """
    found: list[tuple[Item, Entry]] = []
    seen: dict[int, Item] = {}
    for file in files(folder):
        for item in items(file, "places"):
            item.only(*_FIELDS)
            for place in _places(item, iso2):
                if place.id in seen:
                    raise item.wrong(
                        "name", f"stands in {seen[place.id].file.name}:{seen[place.id].line} too"
                    )
                seen[place.id] = item
                found.append((item, place))
    return found


def renamed_units(folder: Path) -> list[Item]:
    """Return the entries that give a first-level unit another name (`Units.rename` applies them)."""
    return [item for file in files(folder) for item in items(file, "units")]


def amendments(folder: Path) -> dict[int, Amendment]:
    """Return what the overlay says anew of records of GeoNames, by their id; raises ContentInvalid."""
    found: dict[int, Amendment] = {}
    for file in files(folder):
        for item in items(file, "amend"):
            item.only(*_AMENDED)
            item.text("basis")
            number = int(item.number("geonames", 1, 10**9))
            if number in found:
                raise item.wrong("geonames", "amended twice")
            found[number] = Amendment(number, item.text("name", ""), item.texts("aliases"), item)
    return found


def _places(item: Item, iso2: Mapping[str, str]) -> list[Entry]:
    """Return the places of one entry, one per country."""
    name, kind = item.text("name"), item.text("kind")
    item.text("basis")
    if kind not in KINDS or kind == "country":
        raise item.wrong("kind", "unknown kind", "one of " + ", ".join(k for k in KINDS if k != "country"))
    countries = item.texts("country")
    if not countries:
        raise item.wrong("country", "missing", "the name of a country")
    places = []
    for country in countries:
        if country not in iso2:
            raise item.wrong("country", f"unknown country {country}", "a name of countries.yaml")
        admin1, admin2 = item.text("admin1", ""), item.text("admin2", "")
        latitude, longitude = _point(item, country)
        place = Entry(
            id=-1 - (zlib.crc32("|".join((name, kind, country, admin1, admin2)).encode()) & 0x7FFFFFFF),
            name=name,
            kind=kind,
            iso2=iso2[country],
            admin1=admin1,
            admin2=admin2,
            latitude=latitude,
            longitude=longitude,
            population=int(item.number("people", 0, 10**8, 0)),
            precision=int(item.number("precision", 1, 3)),
        )
        add_names(place, name, PRIMARY)
        for alias in item.texts("aliases"):
            add_names(place, alias, FORM)
        if not place.names:
            raise item.wrong("name", "has no letter or digit")
        places.append(place)
    return places


def _point(item: Item, country: str) -> tuple[float, float]:
    """Return the point of an entry in one of its countries: that of `points` (latitude, longitude), else the common
    one. A row's point must lie in its country, which the middle of a border between two does for one at most.
    """
    common = item.number("latitude", -90, 90), item.number("longitude", -180, 180)
    points = item.values.get("points", {})
    if not isinstance(points, dict) or set(points) - set(item.texts("country")):
        raise item.wrong("points", "not points of its countries", "country: [latitude, longitude]")
    point = points.get(country, common)
    if len(point) != 2 or not all(isinstance(v, int | float) for v in point):
        raise item.wrong("points", "not a point", "[latitude, longitude]")
    return float(point[0]), float(point[1])


def check(found: Iterable[tuple[Item, Entry]], known: Iterable[Entry]) -> None:
    """Raise ContentInvalid for a place whose first-level unit is unknown, or that lies too far from it
    (NEAR_KM).

    `known` are the places of GeoNames. A place takes over the spelling of its unit.
    """
    inside: dict[tuple[str, str], list[Entry]] = {}
    for town in known:
        inside.setdefault((town.iso2, ""), []).append(town)
        inside.setdefault((town.iso2, fold(town.admin1)), []).append(town)
    for item, place in found:
        near = inside.get((place.iso2, fold(place.admin1)), [])
        if not near:
            raise item.wrong("admin1", "no place of this first-level unit is known", "a unit of the country")
        if place.admin1:
            place.admin1 = near[0].admin1
        if place.kind == "sea":
            continue
        least = min(distance_km(place.latitude, place.longitude, t.latitude, t.longitude) for t in near)
        if least > NEAR_KM[place.precision]:
            raise item.wrong(
                "latitude", f"{least:.0f} km from the nearest known place of {place.admin1 or place.iso2}"
            )


def reseat(entries: Iterable[Entry], found: Iterable[tuple[Item, Entry]], seats: Collection[int]) -> None:
    """Put second-level units at the town of ours that bears their name, where GeoNames knows no seat.

    Where it holds few towns of a unit, the largest of them is often no seat at all. `seats` are the towns (GeoNames
    ids) that it calls seats of units.
    """
    ours: dict[tuple[str, str, str], Entry] = {}
    for _, place in found:
        if place.kind == "settlement":
            ours.setdefault((place.iso2, place.admin1, fold(place.name)), place)
    units = [e for e in entries if e.kind == "admin2"]
    towns = {e.id: e for e in entries if e.seat is None}
    for unit in units:
        key = fold(unit.name)
        town = ours.get((unit.iso2, unit.admin1, key))
        seat = towns.get(unit.seat or 0)
        if town is None or unit.seat in seats or (seat is not None and key in seat.names):
            continue
        unit.seat, unit.latitude, unit.longitude = town.id, town.latitude, town.longitude
        town.admin2 = town.admin2 or unit.name


def amend(entries: Iterable[Entry], changes: Mapping[int, Amendment]) -> None:
    """Apply amendments to the records they name; ContentInvalid for one that names no record."""
    missing = dict(changes)
    for entry in entries:
        change = missing.pop(entry.id, None)
        if change is None:
            continue
        if change.name:
            entry.name = change.name
            add_names(entry, change.name, PRIMARY)
        for alias in change.aliases:
            add_names(entry, alias, FORM)
    for change in missing.values():
        raise change.item.wrong("geonames", "no such record")
