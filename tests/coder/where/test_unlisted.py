"""Towns that no gazetteer knows: what happened there is not where the story was before."""

import pytest
from tests.coder.told import Code

from newsledger.contract.records import Coded

FIRST = "Shelling killed five civilians in Salqin on Wednesday."


def places(coded: Coded) -> list[tuple[str, int, int]]:
    return [(r.location, r.geo_precision, r.fatalities) for r in coded.reports]


@pytest.mark.parametrize(
    "second",
    [
        "An air strike killed eight people in the village of Kafr Zumbaya on Wednesday.",
        "An air strike killed eight people in Kafr Zumbaya village on Wednesday.",
        "In the town of Kafr Zumbaya, an air strike killed eight people on Wednesday.",
    ],
)
def test_an_unlisted_town_is_not_the_town_told_of_before(code: Code, second: str) -> None:
    assert places(code(f"{FIRST} {second}")) == [("Salqin", 1, 5), ("Idlib", 3, 8)]


def test_two_unlisted_towns_are_two_places(code: Code) -> None:
    text = (
        f"{FIRST} An air strike on the village of Kafr Zumbaya killed eight people on Wednesday."
        " A second air strike killed two people in the village of Ain Zorba on Wednesday."
    )
    assert [n for *_, n in places(code(text))] == [5, 8, 2]


def test_an_unlisted_village_near_the_place_told_before_is_its_detail(code: Code) -> None:
    text = (
        "Gunmen killed 12 people near Maiduguri on Monday."
        " The gunmen attacked the village of Zurkafar at dawn, killing 12."
    )
    assert places(code(text)) == [("Maiduguri", 2, 12)]


def test_an_unlisted_village_told_with_its_district_stays_there(code: Code) -> None:
    text = (
        "Gunmen killed 12 people in the village of Zurkafar near Maiduguri on Monday."
        " They burned 20 houses in the village of Zurkafar on Monday."
    )
    assert {p for p, *_ in places(code(text))} == {"Maiduguri"}


def test_a_known_town_is_no_unlisted_one(code: Code) -> None:
    text = f"{FIRST} An air strike killed eight people in the town of Sarmin on Wednesday."
    assert places(code(text)) == [("Salqin", 1, 5), ("Sarmin", 1, 8)]
