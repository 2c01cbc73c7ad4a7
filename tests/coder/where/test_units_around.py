"""Which names around a place only tell where it lies, and where does a new statement act?"""

import pytest
from tests.coder.told import Code

ONE = [
    ("Gunmen shot dead two pedlars in Ormoc, Leyte, on Monday.", "Ormoc"),
    ("Gunmen shot dead two pedlars in Nabire, Papua, on Monday.", "Nabire"),
    ("Gunmen shot dead two pedlars in Ilaga, Puncak regency, Papua, on Monday.", "Ilaga"),
    ("Rebels detonated a bomb in Dallah village, Douentza cercle, on Monday.", "Dallah"),
    ("Gunmen shot dead two pedlars in Nam San Yang village, Waingmaw township, on Monday.", "Waingmaw"),
    ("Gunmen shot dead two pedlars at Los Xylos (Ukhia upazila, Cox's Bazar) on Monday.", "Ukhia"),
    ("Police entered Adwa on Monday as the rebels withdrew under the Pretoria agreement.", "Adwa"),
]


@pytest.mark.parametrize(("text", "place"), ONE)
def test_a_unit_behind_commas_is_no_second_place(code: Code, text: str, place: str) -> None:
    assert [r.location for r in code(text).reports] == [place]


def test_two_towns_with_a_comma_are_two_places(code: Code) -> None:
    found = code("Clashes broke out in Kabul, Kandahar on Monday.").reports
    assert [r.location for r in found] == ["Kabul", "Kandahar"]


def test_brackets_behind_an_unknown_village_hold_its_unit(code: Code) -> None:
    found = code("Gunmen killed a shepherd in Los Xylos (Morazan) on Monday.").reports
    assert [(r.country, r.admin1) for r in found] == [("El Salvador", "Morazán")]


def test_a_direction_behind_a_hyphen_is_no_unit(code: Code) -> None:
    found = code("Rioters burned the town hall in Tripoli (Xylo-Nord) on Monday.").reports
    assert [r.location for r in found] == ["Tripoli"]


def test_in_opens_the_place_of_those_named_behind_it(code: Code) -> None:
    text = "Demonstrators gathered in Paris on Sunday, while in Istanbul police detained 30 protesters."
    assert [r.location for r in code(text).reports] == ["Paris", "Istanbul"]


def test_a_square_is_no_town(code: Code) -> None:
    found = code("Nurses marched at Plaza de los Cerros in Lima on Monday against a law.").reports
    assert [r.location for r in found] == ["Lima"]
