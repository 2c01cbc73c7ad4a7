"""Where a note says that something was: units in brackets, roads, rivers, capitals, and places that are no scene."""

import pytest
from tests.coder.told import article

from newsledger.coder.engine import Coder

# a note, and the places and countries of its rows
PLACES = {
    "A drone strike hit militiamen in Kon (Wadla, North Wello, Amhara) on Monday.": [("Wollo", "Ethiopia")],
    "Militants threw a grenade at a bunker in Sopore town (Baramulla district, Jammu & Kashmir) on Monday.": [
        ("Sopore", "India")
    ],
    "Gunmen killed a driver in Xanadu village (Xanadu, Puncak regency, Papua) on Monday.": [
        ("Ilaga", "Indonesia")
    ],
    "On Monday jihadists attacked army posts in three towns (Gao, Mopti and Sikasso).": [
        ("Gao", "Mali"),
        ("Mopti", "Mali"),
        ("Sikasso", "Mali"),
    ],
    "On Monday Russian troops shelled the city of Kherson (Kherson) from across the Dnipro.": [
        ("Kherson", "Ukraine")
    ],
    "Gunmen killed four people at the Guliston crossing (Isfara, Sughd) on Monday.": [
        ("Isfara", "Tajikistan")
    ],
    "Hezbollah rockets hit streets of Kiryat Shmona (North) on Monday.": [("Qiryat Shmona", "Israel")],
    "Gunmen killed four people along the Gao-Ansongo highway on Monday.": [("Gao", "Mali")],
    "Gunmen killed four people in Kidal on Monday. The town is 300 kilometres from the border.": [
        ("Kidal", "Mali")
    ],
    "GUNMEN KILLED FOUR PEOPLE IN PORT-AU-PRINCE ON MONDAY.": [("Port-au-Prince", "Haiti")],
    "REBELS CAPTURED FOUR SOLDIERS NEAR KIDAL ON MONDAY.": [("Kidal", "Mali")],
}


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.load()


@pytest.mark.parametrize("text", PLACES)
def test_a_note_lies_where_it_says(coder: Coder, text: str) -> None:
    rows = [(r.location, r.country) for r in coder.code(article(text)).reports]
    assert rows == PLACES[text]


def test_where_somebody_lives_is_no_scene(coder: Coder) -> None:
    text = "Gunmen shot dead 30-year-old Pedro Luis Ortiz of Guadalajara on a farm near Culiacán on Monday."
    assert [r.location for r in coder.code(article(text)).reports] == ["Culiacán"]
