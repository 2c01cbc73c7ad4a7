"""Does another word of the sentence tell more of an act: with what, by whom?"""

import pytest
from tests.coder.told import Code, only

ROWS = [
    # how a truce was broken tells the type
    (
        "Tajik guards violated the ceasefire four times on Monday, firing mortars at a Kyrgyz army post near Batken.",
        "sub_event_type",
        "Shelling/artillery/missile attack",
    ),
    (
        "Kyrgyz and Tajik guards violated the ceasefire near Batken on Monday.",
        "sub_event_type",
        "Armed clash",
    ),
    # a claim that names the bombing tells what it was
    (
        "Al Shabaab claimed the bombing that killed nine people in Baidoa on Monday.",
        "sub_event_type",
        "Remote explosive/landmine/IED",
    ),
    ("Al Shabaab claimed the raid that killed nine people in Baidoa on Monday.", "sub_event_type", "Attack"),
    # who mediates makes no peace
    (
        "Norway brokered a truce between the army and the FNL in Bujumbura on Monday.",
        "actor2",
        "FNL: National Forces of Liberation",
    ),
    (
        "Norway brokered a truce between the army and the FNL in Bujumbura on Monday.",
        "actor1",
        "Military Forces of Burundi (2005-)",
    ),
    # who deserts a group is of it
    (
        "A commander and nine of his men deserted the FPRC in Bria on Monday.",
        "actor1",
        "FPRC: Popular Front for the Rebirth of Central African Republic",
    ),
    # people who are neutralised are no weapons
    (
        "A Turkish drone struck a PKK lorry near Duhok on Monday. Two militants were neutralized.",
        "sub_event_type",
        "Air/drone strike",
    ),
]


@pytest.mark.parametrize(("text", "field", "want"), ROWS)
def test_another_word_tells_more(code: Code, text: str, field: str, want: str) -> None:
    assert str(getattr(code(text).reports[0], field)) == want


def test_those_who_help_to_a_swap_are_no_second_event(code: Code) -> None:
    text = (
        "Agreement: On Monday, Chad facilitated a prisoner exchange between Sudan and South Sudan in Abeche."
    )
    assert {r.actor1.split(" (")[0] for r in code(text).reports} == {"Government of Sudan"}


def test_soldiers_beaten_out_of_a_town_hand_over_nothing(code: Code) -> None:
    report = only(code("Rebels seized the town of Bria from soldiers, who withdrew south, on Monday."))
    assert report.sub_event_type == "Non-state actor overtakes territory"


def test_camps_that_are_bombed_are_not_set_up(code: Code) -> None:
    report = only(code("Kenyan jets bombed two Al Shabaab camps near Bardera on Monday."))
    assert report.sub_event_type == "Air/drone strike"
