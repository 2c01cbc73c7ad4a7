"""Settlements of Ukraine's register: in which units they lie, and how they and GeoNames' towns are spelled."""

from pathlib import Path

import pytest

from newsledger.coder.places import ukraine
from newsledger.coder.places.gazetteer import Gazetteer
from newsledger.coder.places.spelling import add_names
from newsledger.coder.places.storage import OTHER, PRIMARY, Entry
from newsledger.coder.places.ukraine import Settlement

# The codes of the register's regions and what GeoNames calls them.
REGIONS = {
    12: "Dnipropetrovsk",
    14: "Donetsk",
    51: "Odesa",
    59: "Sumy",
    63: "Kharkiv",
    68: "Khmelnytskyi",
    74: "Chernihiv",
}
VILLAGES = ["Stara Huta", "Borshchova", "Petrivka", "Zapadyntsi", "Zolotarivka"]


def town(number: int, name: str, admin1: str, admin2: str) -> Entry:
    """Return a town of GeoNames."""
    entry = Entry(number, name, "settlement", "UA", admin1, admin2, 50.0 + number / 100, 36.0, 1000, 1)
    add_names(entry, name, PRIMARY)
    return entry


def row(code: int, region: str, district: str, name: str) -> Settlement:
    """Return a settlement of the register."""
    return Settlement(f"UA{code:017d}", region, district, f"{district}-h", name)


def test_a_common_name_does_not_say_in_which_unit_a_district_lies(monkeypatch: pytest.MonkeyPatch) -> None:
    towns = [town(1, "Chuhuiv", "Kharkiv", "Chuhuiv"), town(2, "Izmail", "Odesa", "Izmail")]
    common = ["Petrivka", "Ivanivka", "Mykhailivka"]
    towns += [town(10 + i, name, "Odesa", "Izmail") for i, name in enumerate(common)]
    rows = [row(1, "63", "6314", "Chuhuiv"), row(2, "51", "5108", "Izmail")]
    rows += [row(10 + i, "63", "6314", name) for i, name in enumerate(common)]
    rows += [row(20 + i, "51", "5108", name) for i, name in enumerate(common)]
    monkeypatch.setattr(ukraine, "register", lambda _: (rows, {}))
    found = list(ukraine.settlements(Path(), towns))
    assert {(v.name, v.admin1, v.admin2) for v in found} == {(n, "Kharkiv", "Chuhuiv") for n in common}
    assert {v.latitude for v in found} == {50.01}


def test_a_town_has_the_spelling_of_the_register_and_keeps_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    city, other = town(1, "Avdiyivka", "Donetsk", "Pokrovsk"), town(2, "Krasnohrad", "Kharkiv", "Berestyn")
    add_names(other, "Berestyn", OTHER)
    near = town(3, "Pokrovsk", "Donetsk", "Pokrovsk")
    rows = [
        row(1, "14", "1416", "Avdiivka"),
        row(2, "63", "6306", "Berestyn"),
        row(3, "14", "1416", "Pokrovsk"),
    ]
    monkeypatch.setattr(ukraine, "register", lambda _: (rows, {}))
    assert list(ukraine.settlements(Path(), [city, other, near])) == []
    assert (city.name, city.names["avdiivka"], city.names["avdiyivka"]) == ("Avdiivka", PRIMARY, PRIMARY)
    assert other.name == "Krasnohrad"


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("Avdiivka", "Donetsk"),
        ("Izium", "Kharkiv"),
        ("Kupiansk", "Kharkiv"),
        ("Kryvyi Rih", "Dnipropetrovsk"),
        ("Makiivka", "Donetsk"),
        ("Mykolaiv", "Mykolaiv"),
        ("Vinnytsia", "Vinnytsia"),
        ("Huliaipole", "Zaporizhzhia"),
    ],
)
def test_a_city_stands_before_the_villages_of_its_name(gazetteer: Gazetteer, name: str, region: str) -> None:
    best = gazetteer.find(name)[0]
    assert (best.name, best.admin1, best.kind) == (name, region, "settlement")


@pytest.mark.parametrize("name", VILLAGES)
def test_a_village_of_the_register_lies_in_the_region_of_its_code(gazetteer: Gazetteer, name: str) -> None:
    of_register = [p for p in gazetteer.find(name) if p.id < -(10**14)]
    regions = [REGIONS.get(int(f"{-p.id:017d}"[:2])) for p in of_register]
    assert any(regions)
    assert all(want in (None, place.admin1) for want, place in zip(regions, of_register, strict=True))
