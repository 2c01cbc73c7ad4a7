"""What a whole page tells: several events, told once, each with its own day, place, sides and dead."""

from datetime import date

import pytest
from tests.coder.told import Code

ROUNDUP = (
    "A parked car bomb exploded in Baghdad on Tuesday, killing six people. "
    "Gunmen killed four soldiers in Mosul on Tuesday, police said. "
    "A roadside bomb killed two policemen in Samarra on Tuesday."
)


def rows(code: Code, text: str, title: str = "") -> list[tuple[str, str, int]]:
    return [(r.sub_event_type, r.location, r.fatalities) for r in code(text, title=title).reports]


def test_the_sum_of_a_roundup_is_no_events_toll(code: Code) -> None:
    found = rows(code, ROUNDUP, "Bombings, shootings kill 12 across Iraq")
    assert sorted(f[1:] for f in found) == [("Baghdad", 6), ("Mosul", 4), ("Samarra", 2)]


def test_a_separate_assault_in_one_sentence_is_another_event(code: Code) -> None:
    found = rows(
        code,
        "An attack on a base in Djibo on Sunday killed nine soldiers, while a separate assault in Diapaga left four"
        " civilians dead.",
    )
    assert found == [("Armed clash", "Djibo", 9), ("Attack", "Diapaga", 4)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Two bombs exploded in Mahmudiya, 30 km to the south of Baghdad, killing two people and setting cars on"
            " fire.",
            [("Remote explosive/landmine/IED", "Al Mahmudiyah", 2)],
        ),
        (
            "Six traders were killed in a predawn attack on a village near Bria on Monday.",
            [("Attack", "Bria", 6)],
        ),
        ("Violence has exploded in Kinshasa since Monday, an official said.", []),
    ],
    ids=["results in -ing", "a predawn attack", "violence explodes"],
)
def test_what_a_sentence_tells(code: Code, text: str, wanted: list[tuple[str, str, int]]) -> None:
    assert rows(code, text) == wanted


def test_a_date_before_when_is_that_of_its_clause(code: Code) -> None:
    text = (
        "Rebels attacked the base in Djibo on Sunday, killing three soldiers. The base has been attacked many times,"
        " among them in October 2022, when ten soldiers were killed and fifty wounded."
    )
    (row,) = code(text).reports
    assert (row.event_date, row.fatalities, row.injuries) == (date(2024, 6, 9), 3, None)


def test_the_same_city_is_the_one_before(code: Code) -> None:
    text = (
        "A car bomb killed one man in Kirkuk on Tuesday. Another car bomb wounded five people in the same city. "
        "Gunmen attacked a checkpoint in Samarra on Tuesday, killing two soldiers."
    )
    assert {r.location for r in code(text).reports} == {"Kirkuk", "Samarra"}


def test_the_group_is_the_armed_group_named_last(code: Code) -> None:
    text = "The National Liberation Army attacked a base in Arauca on Monday. The group also burned two trucks in Tame."
    looting = next(r for r in code(text).reports if r.location == "Tame")
    assert looting.actor1 == "ELN: National Liberation Army"


def test_a_bomb_is_nobodys_act_who_died_of_it(code: Code) -> None:
    (row,) = code("Four policemen were killed in Arauca on Tuesday when a roadside bomb exploded.").reports
    assert (row.sub_event_type, row.fatalities) == ("Remote explosive/landmine/IED", 4)
    assert not row.actor1.startswith("Police")
    assert row.actor2.startswith("Police")


def test_other_estimates_widen_the_range(code: Code) -> None:
    text = "Shelling on Monday killed at least 80 people in Nyala, with some estimates suggesting nearly 200 killed."
    (row,) = code(text).reports
    assert (row.fatalities, row.fatalities_high) == (80, 200)
