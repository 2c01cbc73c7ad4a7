"""Middles of units and feature codes of towns: how they are derived, and what the build makes of them."""

from pathlib import Path

import pytest

from newsledger import content
from newsledger.coder.places import areas, units
from newsledger.coder.places.content_files import Item
from newsledger.coder.places.storage import PRIMARY, Entry
from newsledger.errors import ContentInvalid

SQUARE = [[0.0, 0.0], [4.0, 0.0], [4.0, 2.0], [0.0, 2.0], [0.0, 0.0]]
BLANK = [""] * 6
HOLE = [[2.0, 0.0], [4.0, 0.0], [4.0, 2.0], [2.0, 2.0], [2.0, 0.0]]


def town(number: int, name: str, population: int, kind: str = "settlement") -> Entry:
    entry = Entry(number, name, kind, "US", "Texas", "", 30.0, -97.0, population, 1)
    entry.add(name.casefold(), PRIMARY)
    return entry


def test_the_middle_of_an_area() -> None:
    latitude, longitude = areas.middle([[SQUARE]])
    assert (round(latitude, 3), round(longitude, 3)) == (1.0, 2.0)
    assert areas.middle([[SQUARE[::-1]]]) == pytest.approx((1.0, 2.0))  # the way round does not matter
    assert areas.middle([[SQUARE, HOLE]]) == pytest.approx((1.0, 1.0))  # a hole does not count


def test_the_parts_of_a_unit_are_one_area() -> None:
    shape = {"type": "MultiPolygon", "coordinates": [[SQUARE], [[[x + 4, y] for x, y in SQUARE]]]}
    features = [
        {"properties": {"gn_a1_code": "XX.01"}, "geometry": shape},
        {"properties": {"gn_a1_code": "XX."[:2]}, "geometry": shape},
        {"properties": {"gn_a1_code": None}, "geometry": shape},
    ]
    found = areas.unit_middles(features)
    assert list(found) == ["XX.01"]
    assert found["XX.01"] == pytest.approx((1.0, 4.0))


def test_only_some_features_are_kept(tmp_path: Path) -> None:
    rows = [["3", *BLANK, "PPLX", "US"], ["1", *BLANK, "PPLA", "US"], ["2", *BLANK, "PPL", "US"]]
    file = tmp_path / "cities500.txt"
    file.write_text("".join("\t".join(r) + "\n" for r in rows), encoding="utf-8")
    assert areas.codes(file) == [(1, "PPLA"), (3, "PPLX")]


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("US.TX,31.5", "middles"),
        ("US.TX,north,-99", "middles"),
        ("1,PPL", "features"),
        ("x,PPLA", "features"),
    ],
)
def test_a_malformed_row_is_named_by_its_line(tmp_path: Path, text: str, reads: str) -> None:
    file = tmp_path / "rows.csv"
    good = "US.CA,37.2,-119.6" if reads == "middles" else "5,PPLA"
    file.write_text(f"{good}\n{text}\n", encoding="utf-8")
    with pytest.raises(ContentInvalid, match=r"rows\.csv:2"):
        getattr(areas, reads)(file)


def test_the_shipped_files_are_read() -> None:
    folder = content.coder_folder() / "places"
    assert len(areas.middles(folder / areas.MIDDLES)) > 4000
    codes = areas.features(folder / areas.FEATURES)
    assert codes[2988507] == areas.CAPITAL  # Paris


def test_a_seat_is_told_by_its_feature_code_then_by_name_then_by_size() -> None:
    unit = units.Unit(9, "US.TX", "US", 1, "Texas", ("Texas",))
    known = units.Units({"US.TX": unit})
    towns = [town(1, "Houston", 2_300_000), town(2, "Austin", 970_000)]
    located = [(t, unit, None) for t in towns]
    assert [e.seat for e in units.entries(known, located, {}, {2: "PPLA"})] == [2]
    assert [e.seat for e in units.entries(known, located, {}, {})] == [1]
    located.append((town(3, "Texas", 500), unit, None))
    assert [e.seat for e in units.entries(known, located, {}, {})] == [3]
    located.append((town(4, "Downtown", 5_000_000, "quarter"), unit, None))
    assert [e.seat for e in units.entries(known, located[::-1], {}, {})] == [3]


def test_a_second_level_unit_is_renamed_where_the_entry_says_so(tmp_path: Path) -> None:
    unit = units.Unit(7, "PK.03.1", "PK", 2, "Khyber Agency", ("Khyber Agency",))
    values = {"country": "Pakistan", "unit": "Khyber Agency", "name": "Khyber", "basis": "x"}
    known = units.Units({"PK.03.1": unit})
    with pytest.raises(ContentInvalid, match="0 units"):
        known.rename([Item(tmp_path / "u.yaml", 2, values)], {"Pakistan": "PK"})
    known.rename([Item(tmp_path / "u.yaml", 2, values | {"level": 2})], {"Pakistan": "PK"})
    assert unit.name == "Khyber"
