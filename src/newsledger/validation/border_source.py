"""Where do the borders come from? Writes `validation/checks/borders.json.gz`, once, from packages.

    python -m newsledger.validation.border_source BORDERS.json GAZETTEER.sqlite

BORDERS.json is `src/data/borders.json` of the npm package `@rapideditor/country-coder` (ISC): land and territorial
waters of every country, simplified. GAZETTEER.sqlite gives the box around the places of each first-level unit. The
same input gives the same bytes. Nothing of this runs when data are validated.
"""

import gzip
import json
import sqlite3
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from newsledger.content import checks_folder
from newsledger.contract.load import load_contract

PACKAGE = "@rapideditor/country-coder 5.6.1"
NAME = "borders.json.gz"
DECIMALS = 4  # about 11 m
SCALE = 100_000  # the gazetteer keeps coordinates as integers of 1e-5 degree
CLAIMED: Mapping[str, tuple[str, ...]] = {
    "Crimea": ("UKR", "RUS"),
    "Northern Cyprus": ("CYP",),
    "Bir Tawil": ("EGY", "SDN"),
    "Kosovo": ("XKX", "SRB"),
    "Western Sahara": ("ESH", "MAR"),
    "Taiwan": ("TWN", "CHN"),
}
"""Areas that two states claim belong to both here: a check of coordinates is no judge of that."""
GOLAN = (
    35.6,
    32.65,
    35.92,
    33.35,
)  # west, south, east, north, as below: areas that the source gives to one side
WESTERN_SAHARA = (-17.2, 20.7, -8.66, 27.67)
DISPUTED_BOXES: Mapping[str, tuple[float, float, float, float]] = {"ESH": WESTERN_SAHARA, "SYR": GOLAN}


def area_codes(properties: Mapping[str, Any], iso3: Mapping[str, str]) -> tuple[str, ...]:
    """Return the three-letter codes of the countries that an area of the source belongs to; none if unknown."""
    name = str(properties.get("nameEn", ""))
    if name in CLAIMED:
        return CLAIMED[name]
    own = [str(properties[k]) for k in ("iso1A2", "country") if properties.get(k)]
    own += properties.get("groups", ())
    known = {str(term.data["iso3"]) for term in load_contract().terms["country"]}
    return tuple(dict.fromkeys(iso3[code] for code in own if iso3.get(code) in known))


def two_to_three(features: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return the three-letter code of each two-letter code."""
    found = {}
    for feature in features:
        p = feature["properties"]
        if p.get("iso1A2") and p.get("iso1A3"):
            found[str(p["iso1A2"])] = str(p["iso1A3"])
    return found


def areas(source: Path) -> list[dict[str, Any]]:
    """Return the areas of the source, each with the countries it belongs to and its polygons (rings of lon, lat)."""
    features = json.loads(source.read_text(encoding="utf-8"))["features"]
    iso3 = two_to_three(features)
    found = []
    for feature in features:
        codes = area_codes(feature["properties"], iso3)
        if feature["geometry"] is None or not codes:
            continue
        polygons = [
            [[[round(x, DECIMALS), round(y, DECIMALS)] for x, y in ring] for ring in polygon]
            for polygon in feature["geometry"]["coordinates"]
        ]
        found.append({"of": list(codes), "polygons": polygons})
    for code, (west, south, east, north) in DISPUTED_BOXES.items():
        ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
        found.append({"of": [code], "polygons": [[ring]]})
    return sorted(found, key=lambda a: (a["of"], a["polygons"]))


def boxes(gazetteer: Path) -> dict[str, dict[str, list[float]]]:
    """Return the box [west, south, east, north] around the places of each first-level unit, by country.

    Settlements of Ukraine's register, whose points are those of a neighbour (THIRD_PARTY.md), are left out.
    """
    query = """
        select country.name, admin.name,
            min(place.longitude), min(place.latitude), max(place.longitude), max(place.latitude)
        from place join country on country.iso2 = place.iso2 join admin on admin.n = place.admin1
        where (place.precision = 1 or place.iso2 != 'UA') and admin.name != ''
        group by 1, 2 having count(*) > 2 order by 1, 2
    """
    known = {term.value for term in load_contract().terms["country"]}
    found: dict[str, dict[str, list[float]]] = {}
    with sqlite3.connect(f"file:{gazetteer}?mode=ro", uri=True) as database:
        for country, unit, *edges in database.execute(query):
            if country in known:
                found.setdefault(country, {})[unit] = [round(e / SCALE, 2) for e in edges]
    return found


def write(source: Path, gazetteer: Path, out: Path) -> None:
    """Write the borders and boxes as gzipped JSON, the same bytes for the same input."""
    document = {"source": PACKAGE, "areas": areas(source), "units": boxes(gazetteer)}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    out.write_bytes(gzip.compress(text.encode(), mtime=0))


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]), checks_folder() / NAME)
