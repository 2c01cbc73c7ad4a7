"""Are words that look like a cue of scope, and are none, left alone?"""

import pytest
from tests.coder.told import Code, only

TOLD = [
    (
        "Earlier on Monday soldiers had resorted to shelling in Laam, which killed a woman.",
        "Shelling/artillery/missile attack",
    ),
    ("A wave of bombings killed forty people in Baghdad on Tuesday.", "Remote explosive/landmine/IED"),
    (
        "The Observatory monitored Russian warplanes carrying out nine air strikes on Habit on Monday.",
        "Air/drone strike",
    ),
    ("Soldiers on a year-long deployment shot dead four rebels in Gao, Mali, on Tuesday.", "Armed clash"),
    (
        "The air raid on Laam on Monday was the deadliest since the war began, with six killed.",
        "Air/drone strike",
    ),
    ("The air raid on Laam on Monday was the worst so far this year, with six killed.", "Air/drone strike"),
    ("Amid clashes on the ground, Russian jets bombed the town of Binnish on Monday.", "Air/drone strike"),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_an_event_is_told_all_the_same(code: Code, text: str, wanted: str) -> None:
    assert [r.sub_event_type for r in code(text).reports] == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "The minister recalled a wave of bombings in Baghdad.",
        "Villagers in Laam still fear a return of the earlier shelling.",
    ],
)
def test_a_cue_stays_one(code: Code, text: str) -> None:
    assert not code(text).reports


def test_bombs_set_off_after_others_were_defused_hit_nobody(code: Code) -> None:
    text = "Sappers defused forty bombs in Hit on Monday. Twelve bombs were detonated in a nearby field."
    assert {r.sub_event_type for r in code(text).reports} == {"Disrupted weapons use"}


@pytest.mark.parametrize("than", ["since the war began", "this year", "so far this year", "to date"])
def test_a_record_is_of_one_event_and_so_is_its_toll(code: Code, than: str) -> None:
    report = only(code(f"The air raid on Laam on Monday was the deadliest {than}, with six people killed."))
    assert (report.sub_event_type, report.fatalities) == ("Air/drone strike", 6)


def test_a_siege_of_days_is_no_long_war(code: Code) -> None:
    text = "Soldiers killed nine gunmen in Bria on Monday, which ended a three-day siege of a hotel."
    assert [r.fatalities for r in code(text).reports] == [9]


def test_what_somebody_is_given_time_to_do_is_not_done(code: Code) -> None:
    assert not code(
        "The president gave the rebels until the end of May to pull back their tanks from Bria."
    ).reports


def test_thousands_of_houses_since_a_coup_are_the_sum_of_a_war(code: Code) -> None:
    text = (
        "Soldiers burned six houses in Pale, Myanmar, on Monday. More than 28,000 houses have been burned since the"
        " generals seized power, most of them in Sagaing and Magway."
    )
    assert [r.location for r in code(text).reports] == ["Pale"]


def test_the_formula_of_a_group_for_its_dead_is_no_place(code: Code) -> None:
    text = (
        "An Israeli drone killed a Hezbollah commander in southern Lebanon on Monday. It announced his death with"
        ' the formula "martyred on the road to Jerusalem".'
    )
    assert {r.country for r in code(text).reports} == {"Lebanon"}
