"""Are points held against the borders of their country and the box of their unit as they should be?"""

import gzip
import json
import math
import sqlite3
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest

from newsledger import content
from newsledger.contract.load import load_contract
from newsledger.errors import ContentInvalid
from newsledger.validation import border_source, borders
from newsledger.validation.words import ROW, Asked

CONTRACT = load_contract("0.1.0")
SCHEMA = {
    "country": pl.String,
    "admin1": pl.String,
    "location": pl.String,
    "latitude": pl.Float64,
    "longitude": pl.Float64,
}
Place = tuple[str | None, str | None, str, float | None, float | None]
INSIDE: list[Place] = [
    ("Armenia", "Syunik", "Kapan", 39.2076, 46.4058),
    ("Azerbaijan", None, "Shusha", 39.7588, 46.7481),
    ("Indonesia", None, "Jayapura", -2.5337, 140.7181),
    ("United States", None, "Anchorage", 61.2181, -149.9003),
    ("Kosovo", None, "Pristina", 42.6727, 21.1669),
    ("Fiji", None, "Suva", -18.1416, 178.4415),
    ("Palestine", None, "Gaza", 31.5017, 34.4668),
    ("Democratic Republic of Congo", None, "Goma", -1.6792, 29.2228),
    ("Caribbean Netherlands", None, "Kralendijk", 12.15, -68.2767),
]
CLAIMED = [
    ("Sevastopol", 44.6054, 33.522, {"Ukraine", "Russia"}),
    ("Laayoune", 27.1418, -13.1880, {"Western Sahara", "Morocco"}),
    ("Majdal Shams", 33.2667, 35.7667, {"Syria", "Israel"}),
]


def asked(rows: list[Place], **using: Any) -> Asked:
    frame = pl.DataFrame(rows, schema=SCHEMA, orient="row").with_row_index(ROW)
    return Asked(frame, CONTRACT.tables["events"], {"events": frame}, CONTRACT, using)


def failing(word: str, rows: list[Place], km: float) -> pl.DataFrame:
    (found,) = borders.WORDS[word](asked(rows, km=km))
    return found.rows


@pytest.mark.parametrize("place", INSIDE, ids=lambda p: p[2])
def test_a_place_lies_in_its_country(place: Place) -> None:
    assert failing("in_country", [place], 10).is_empty()


def test_every_capital_lies_in_its_country() -> None:
    query = """select country.name, null, place.name, place.latitude / 1e5, place.longitude / 1e5
        from place join country using (iso2) where place.kind = ?"""
    from newsledger.coder.places.storage import KINDS

    path = content.coder_folder() / "places" / "gazetteer.sqlite"
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
        rows = database.execute(query, (KINDS.index("capital"),)).fetchall()
    assert len(rows) > 190
    assert failing("in_country", rows, 10)["location"].to_list() == []


def test_a_place_in_another_country_is_found_with_the_country_it_lies_in() -> None:
    rows = failing("in_country", [INSIDE[0], ("Georgia", None, "Kapan", 39.2076, 46.4058)], 10)
    assert rows.select(ROW, "country", "there").rows() == [(1, "Georgia", "Armenia")]


@pytest.mark.parametrize(("name", "lat", "lon", "claimants"), CLAIMED, ids=[c[0] for c in CLAIMED])
def test_a_claimed_area_belongs_to_both_claimants(
    name: str, lat: float, lon: float, claimants: set[str]
) -> None:
    assert failing("in_country", [(c, None, name, lat, lon) for c in sorted(claimants)], 0).is_empty()
    (row,) = failing("in_country", [("France", None, name, lat, lon)], 10).iter_rows(named=True)
    assert set(row["there"].split(" or ")) == claimants


def test_ten_kilometres_are_free_and_twenty_are_not() -> None:
    """A degree of longitude is half as long at 60° north: the border of Finland and Russia near Imatra."""
    terms = CONTRACT.terms["country"]
    known = borders.load_borders(tuple((str(t.data["iso3"]), t.value) for t in terms))
    east = 28.9
    while "Finland" in known.near(np.array([[east, 61.2]]), 0)[0]:
        east += 0.005
    degree = 111.2 * math.cos(math.radians(61.2))

    def outside(km: float) -> bool:
        return not failing("in_country", [("Finland", None, "x", 61.2, east + km / degree)], 10).is_empty()

    # The border runs aslant there, so a point due east of it lies nearer to it than that.
    assert not outside(9)
    assert outside(25)


def test_no_point_and_no_known_country_are_free() -> None:
    rows: list[Place] = [
        ("Armenia", None, "x", None, None),
        (None, None, "x", 1.0, 1.0),
        ("Atlantis", None, "x", 1.0, 1.0),
    ]
    assert failing("in_country", rows, 10).is_empty()
    assert failing("in_unit", rows, 50).is_empty()
    assert failing("in_country", [], 10).is_empty()


def test_a_point_far_from_its_unit_is_found() -> None:
    near: Place = ("Armenia", "Syunik", "Kapan", 39.2076, 46.4058)
    far: Place = ("Armenia", "Shirak", "Kapan", 39.2076, 46.4058)
    unknown: Place = ("Armenia", "Nowhere", "Kapan", 39.2076, 46.4058)
    assert failing("in_unit", [near, far, unknown], 50)[ROW].to_list() == [1]


@pytest.mark.parametrize("km", [None, "10", -1, True])
def test_a_distance_that_is_none_is_refused(km: object) -> None:
    for word in borders.WORDS.values():
        with pytest.raises(ContentInvalid, match="distance"):
            list(word(asked([INSIDE[0]], km=km)))


def test_damaged_borders_are_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / border_source.NAME).write_bytes(b"no gzip")
    monkeypatch.setattr(borders, "checks_folder", lambda: tmp_path)
    with pytest.raises(ContentInvalid, match="cannot be read") as caught:
        borders.load_borders((("ARM", "Armenia (damaged)"),))
    assert caught.value.file == str(tmp_path / border_source.NAME)


def test_the_borders_are_written_from_their_source(tmp_path: Path) -> None:
    ring = [[0, 0], [1, 0], [1, 1], [0, 0.123456]]
    features = [
        {"properties": {"iso1A2": "FR", "iso1A3": "FRA", "nameEn": "France"}, "geometry": None},
        {"properties": {"iso1A2": "FX", "iso1A3": "FXX", "nameEn": "Metropolitan", "country": "FR"},
         "geometry": {"coordinates": [[ring]]}},
        {"properties": {"nameEn": "Sealand"}, "geometry": {"coordinates": [[ring]]}},
    ]  # fmt: skip
    source = tmp_path / "borders.json"
    source.write_text(json.dumps({"features": features}))
    gazetteer = content.coder_folder() / "places" / "gazetteer.sqlite"
    for name in ("one", "two"):
        border_source.write(source, gazetteer, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    found = json.loads(gzip.decompress((tmp_path / "one").read_bytes()))
    assert [a["of"] for a in found["areas"]] == [["ESH"], ["FRA"], ["SYR"]]
    assert found["areas"][1]["polygons"][0][0][3] == [0, 0.1235]
    assert found["units"]["Armenia"]["Syunik"][0] < 46.4058 < found["units"]["Armenia"]["Syunik"][2]


def test_every_country_of_the_contract_has_a_border() -> None:
    terms = CONTRACT.terms["country"]
    known = borders.load_borders(tuple((str(t.data["iso3"]), t.value) for t in terms))
    assert {t.value for t in terms} == known.countries
