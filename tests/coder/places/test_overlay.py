"""The curated overlay: what is shipped is sound, what is malformed stops the build."""

from pathlib import Path

import pytest

from newsledger import content
from newsledger.coder.places import countries, overlay
from newsledger.coder.places.gazetteer import Gazetteer
from newsledger.coder.places.overlay import distance_km
from newsledger.coder.places.storage import Entry
from newsledger.errors import ContentInvalid

PLACES = content.coder_folder() / "places"
ISO2 = {"Mali": "ML", "Niger": "NE"}
GOOD = (
    "{name: Ansongo, kind: settlement, country: Mali, admin1: Gao, latitude: 15.66, longitude: 0.5, "
    "precision: 1, basis: town on the river}"
)


def town(name: str, latitude: float, longitude: float, admin1: str = "Gao") -> Entry:
    return Entry(1, name, "settlement", "ML", admin1, "", latitude, longitude, 1000, 1)


def written(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "some.yaml").write_text(text, encoding="utf-8")
    return folder


def test_every_shipped_place_is_in_the_gazetteer(gazetteer: Gazetteer) -> None:
    iso2 = {country.name: country.iso2 for country, _ in countries.load(PLACES / "countries.yaml")}
    found = overlay.load(PLACES / "overlay", iso2)
    assert len(found) > 3000
    for item, entry in found:
        place = gazetteer.place(entry.id)
        assert place is not None, f"{item.file.name}:{item.line}: build the gazetteer again"
        assert (place.name, place.kind, place.iso2) == (entry.name, entry.kind, entry.iso2)
        assert distance_km(place.latitude, place.longitude, entry.latitude, entry.longitude) < 0.01
        for alias in item.texts("aliases"):
            assert place.id in {p.id for p in gazetteer.find(alias, place.country)}


def test_shipped_settlements_lie_near_others_of_their_unit(gazetteer: Gazetteer) -> None:
    iso2 = {country.name: country.iso2 for country, _ in countries.load(PLACES / "countries.yaml")}
    for item, entry in overlay.load(PLACES / "overlay", iso2):
        place = gazetteer.place(entry.id)
        assert place is not None
        if not place.admin1:
            continue
        named = [
            place.admin1,
            f"{place.admin1} Province",
        ]  # a unit called by a direction alone has the longer name
        units = [
            p for n in named for p in gazetteer.find(n, place.country) if p.kind == "admin1" and p.middle
        ]
        assert units, f"{item.file.name}:{item.line}: {place.admin1}"
        assert min(distance_km(place.latitude, place.longitude, *(u.middle or (0, 0))) for u in units) < 800


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("name: Ansongo, ", ""), "name: missing"),
        (("name: Ansongo", "name: '-'"), "name: has no letter"),
        (("kind: settlement", "kind: castle"), "kind: unknown kind"),
        (("kind: settlement", "kind: country"), "kind: unknown kind"),
        (("country: Mali", "country: Atlantis"), "country: unknown country Atlantis"),
        (("country: Mali, ", ""), "country: missing"),
        (("latitude: 15.66", "latitude: 95"), "latitude: missing or out of range, got '95'"),
        (("latitude: 15.66", "latitude: north"), "latitude: missing or out of range"),
        (("longitude: 0.5", "longitude: -181"), "longitude"),
        (("precision: 1", "precision: 4"), "precision"),
        ((", basis: town on the river", ""), "basis: missing"),
        (("basis:", "based:"), "unknown key"),
        (("admin1: Gao", "admin1: [Gao]"), "admin1: missing or not a text"),
        (("country: Mali", "aliases: {a: b}, country: Mali"), "aliases: not a list"),
    ],
)
def test_a_malformed_entry_stops_the_build(tmp_path: Path, change: tuple[str, str], complaint: str) -> None:
    bad = GOOD.replace(*change)
    assert bad != GOOD
    folder = written(tmp_path / "overlay", f"# a comment\nplaces:\n  - {bad}\n")
    with pytest.raises(ContentInvalid) as caught:
        overlay.load(folder, ISO2)
    assert f"some.yaml:3: {complaint}" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("places: [}", r"some\.yaml:1: not YAML"),
        ("- a", "holds no mapping"),
        ("places:\n  a: b\n", "not a list"),
        ("places:\n  - a\n", r"some\.yaml:2: not a mapping"),
    ],
)
def test_a_malformed_file_stops_the_build(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(ContentInvalid, match=complaint):
        overlay.load(written(tmp_path / "overlay", text), ISO2)


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "some.yaml").write_bytes(b"places: \xff\xfe")
    with pytest.raises(ContentInvalid, match=r"some\.yaml"):
        overlay.load(tmp_path, ISO2)


def test_another_extension_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "some.yml").write_text("places: []")
    with pytest.raises(ContentInvalid, match=r"some\.yml"):
        overlay.load(tmp_path, ISO2)


def test_a_place_named_twice_is_refused(tmp_path: Path) -> None:
    folder = written(tmp_path / "overlay", f"places:\n  - {GOOD}\n  - {GOOD}\n")
    with pytest.raises(ContentInvalid, match=r"some\.yaml:3: name: stands in some\.yaml:2"):
        overlay.load(folder, ISO2)


def test_several_countries_give_a_place_each(tmp_path: Path) -> None:
    text = GOOD.replace("country: Mali", "country: [Mali, Niger]")
    found = overlay.load(written(tmp_path / "overlay", f"places:\n  - {text}\n"), ISO2)
    assert [e.iso2 for _, e in found] == ["ML", "NE"]
    assert len({e.id for _, e in found}) == 2
    assert all(e.id < 0 for _, e in found)


def test_a_place_far_from_its_unit_is_refused(tmp_path: Path) -> None:
    found = overlay.load(written(tmp_path / "overlay", f"places:\n  - {GOOD}\n"), ISO2)
    overlay.check(found, [town("Gao", 16.27, -0.04)])
    with pytest.raises(ContentInvalid, match=r"some\.yaml:2: latitude: \d+ km from"):
        overlay.check(found, [town("Kayes", 14.45, -11.44)])
    with pytest.raises(ContentInvalid, match="admin1: no place of this first-level unit"):
        overlay.check(found, [town("Kayes", 14.45, -11.44, "Kayes")])


def test_an_amendment_renames_a_record(tmp_path: Path) -> None:
    folder = written(
        tmp_path / "overlay", "amend:\n  - {geonames: 1, name: Gawgaw, aliases: [Kawkaw], basis: old names}\n"
    )
    gao = town("Gao", 16.27, -0.04)
    overlay.amend([gao], overlay.amendments(folder))
    assert gao.name == "Gawgaw"
    assert set(gao.names) == {"gawgaw", "kawkaw"}
    with pytest.raises(ContentInvalid, match=r"some\.yaml:2: geonames: no such record, got '1'"):
        overlay.amend([], overlay.amendments(folder))


def test_distance() -> None:
    assert distance_km(0, 0, 0, 180) == pytest.approx(20015, abs=1)
    assert distance_km(40.18, 44.51, 40.38, 49.89) == pytest.approx(457, abs=3)
    assert distance_km(10, 10, 10, 10) == 0


def test_a_border_area_has_a_point_in_each_country(tmp_path: Path) -> None:
    text = (
        "places:\n- {name: Mali-Niger border area, kind: border, country: [Mali, Niger], latitude: 15, "
        "longitude: 2.5, points: {Mali: [15.3, 2.2]}, precision: 3, basis: the middle}\n"
    )
    found = overlay.load(written(tmp_path / "o", text), ISO2)
    assert [(p.iso2, p.latitude, p.longitude) for _, p in found] == [("ML", 15.3, 2.2), ("NE", 15, 2.5)]


@pytest.mark.parametrize("points", ["{Chad: [15, 2]}", "{Mali: [15]}", "{Mali: [north, east]}", "[15, 2]"])
def test_points_of_other_countries_or_of_no_numbers_are_refused(tmp_path: Path, points: str) -> None:
    text = (
        "places:\n- {name: X-Y border area, kind: border, country: [Mali, Niger], latitude: 15, longitude: 2, "
        f"points: {points}, precision: 3, basis: the middle}}\n"
    )
    with pytest.raises(ContentInvalid, match="point"):
        overlay.load(written(tmp_path / "o", text), ISO2)


def test_a_unit_without_a_seat_is_put_at_the_town_of_ours_that_bears_its_name(tmp_path: Path) -> None:
    found = overlay.load(written(tmp_path / "o", f"places:\n- {GOOD}\n"), ISO2)
    largest = town("Labbezanga", 14.96, 0.7)
    unit = Entry(9, "Ansongo", "admin2", "ML", "Gao", "Ansongo", 14.96, 0.7, 1000, 2, seat=largest.id)
    overlay.reseat([largest, unit], found, seats={largest.id})
    assert unit.seat == largest.id  # GeoNames calls it the seat
    overlay.reseat([largest, unit], found, seats=set())
    assert (unit.seat, unit.latitude, unit.longitude) == (found[0][1].id, 15.66, 0.5)
    assert found[0][1].admin2 == "Ansongo"
