"""Names that are only a part of what a site in a town is called."""

from datetime import date

import pytest
from tests.coder.told import Code, only


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("On 4 May 2021, a bomb went off in the Manga prison in Guayaquil (Guayas).", "Guayaquil", "Ecuador"),
        (
            "On 4 May 2019, soldiers clashed with gunmen at La Carlota air base in Caracas.",
            "Caracas",
            "Venezuela",
        ),
        (
            "On 4 May 2022, rebels attacked a post in Lashio (Shan State-North), killing two soldiers.",
            "Lashio",
            "Myanmar",
        ),
        (
            "On 4 May 2012, gunmen killed a driver in Murang'a (Central).",
            "Murang’a",
            "Kenya",
        ),
    ],
)
def test_the_town_and_not_the_namesake_is_the_place(code: Code, text: str, place: str, country: str) -> None:
    report = only(code(text, published=date(int(text[9:13]), 5, 8)))
    assert (report.location, report.country) == (place, country)


def test_a_square_named_after_a_city_of_another_unit_is_no_place(code: Code) -> None:
    text = "Police broke up a rally at Astana Square in Almaty on Wednesday, holding nine people."
    assert {r.location for r in code(text, published=date(2021, 5, 8)).reports} == {"Almaty"}


@pytest.mark.parametrize(
    "told", ["Police arrested the mayor of Van on Thursday.", "The mayor of Van was arrested on Thursday."]
)
def test_the_mayor_of_a_town_is_held_there_and_not_where_it_was_written(code: Code, told: str) -> None:
    report = only(code(f"DIYARBAKIR, Turkey (Reuters) - {told}", published=date(2021, 5, 8)))
    assert report.location == "Van"


def test_an_office_abroad_is_no_place_of_what_it_tells(code: Code) -> None:
    text = "The LTTE said through their London office that 33 soldiers were killed near Jaffna in Sri Lanka on Monday."
    assert {r.country for r in code(text, published=date(2003, 5, 8)).reports} == {"Sri Lanka"}


def test_a_village_is_not_the_city_abroad_of_its_name(code: Code) -> None:
    text = "Police and guerrillas fought on Monday in Lodja, a village within sight of the western Kosovo city of Pec."
    assert {r.country for r in code(text, published=date(1998, 8, 18)).reports} == {"Kosovo"}
