"""Units that only their noun makes names, city states, and other names that are common words."""

import pytest
from tests.coder.told import Code, only

UNITS = [
    ("Cameroon's North-West region", "Bamenda"),
    ("the Northwest region of Cameroon", "Bamenda"),
    ("Burkina Faso's North region", "Ouahigouya"),
    ("the Nord department of Haiti", "Cap-Haïtien"),
    ("Uganda's Western region", "Mbarara"),
    ("Egypt's North Sinai province", "Arish"),
    ("Unity state, South Sudan", "Bentiu"),
    ("Salah ad Din province, Iraq", "Tikrit"),
    ("Gulf province, Papua New Guinea", "Kerema"),
]
PLACES = [
    ("Santa Ana, El Salvador", "Santa Ana", "El Salvador"),
    ("Armenia, Colombia", "Armenia", "Colombia"),
    ("Hong Kong", "Hong Kong", "Hong Kong"),
    ("Tin Shui Wai, Hong Kong", "Tin Shui Wai", "Hong Kong"),
    ("the capital of Sao Tome and Principe", "São Tomé", "Sao Tome and Principe"),
    ("Armenia, Azerbaijan and Georgia", "", "Armenia"),
]


@pytest.mark.parametrize(("unit", "seat"), UNITS)
def test_a_unit_called_by_a_direction(code: Code, unit: str, seat: str) -> None:
    report = only(code(f"Gunmen killed two drivers in {unit}, on Monday."))
    assert (report.location, report.geo_precision) == (seat, 3)


def test_a_direction_alone_is_no_unit_of_a_land_that_nothing_names(code: Code) -> None:
    report = only(code("Gunmen killed two drivers in the Western province on Monday."))
    assert (report.location, report.country) == ("", "")


@pytest.mark.parametrize(("where", "location", "country"), PLACES)
def test_where_a_name_means_more_than_one(code: Code, where: str, location: str, country: str) -> None:
    report = only(code(f"Gunmen killed two drivers in {where} on Monday."))
    assert (report.location, report.country) == (location, country)


def test_a_sea_only_tells_where_an_island_state_lies(code: Code) -> None:
    text = (
        "Soldiers overthrew the government of Sao Tome and Principe, an island state in the Gulf of Guinea."
    )
    report = only(code(text))
    assert (report.country, report.actor1) == (
        "Sao Tome and Principe",
        "Military Forces of Sao Tome and Principe",
    )
