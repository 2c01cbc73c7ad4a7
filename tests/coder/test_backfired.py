"""Is a bomb that went off on those at work on it a weapon disrupted, and whose was it?"""

import pytest
from tests.coder.told import Code, only


@pytest.mark.parametrize(
    "text",
    [
        "Two fighters of Al Shabaab died near Qoryooley on Monday when the mine they were burying exploded.",
        "An Al Shabaab fighter was killed near Qoryooley on Monday by a bomb that he was fixing to a culvert.",
        "Three members of Al Shabaab were killed near Qoryooley on Monday when their own device detonated.",
    ],
)
def test_their_own_bomb_is_a_weapon_disrupted(text: str, code: Code) -> None:
    row = only(code(text))
    assert (row.sub_event_type, row.actor1, row.actor2) == ("Disrupted weapons use", "Al Shabaab", "")


def test_a_bomb_that_others_laid_is_an_attack(code: Code) -> None:
    row = only(code("Two soldiers died near Qoryooley on Monday when a mine laid by Al Shabaab exploded."))
    assert row.sub_event_type == "Remote explosive/landmine/IED"


def test_who_is_reported_killed_says_nothing(code: Code) -> None:
    row = only(code("Four soldiers were reported killed in an ambush near Bria on Monday."))
    assert "Military Forces" in row.actor2
    assert row.fatalities == 4


def test_what_those_arrested_had_done_is_past(code: Code) -> None:
    row = only(code("Soldiers arrested a man in Bria on Monday accused of having attacked the barracks."))
    assert row.sub_event_type == "Arrests"


def test_whoever_blows_himself_up_before_policemen_is_none_of_them(code: Code) -> None:
    row = only(
        code("A man approached policemen at a gate in Kano on Monday and blew himself up, killing two.")
    )
    assert row.inter1 == "Political militia"
    assert row.actor2.startswith("Police Forces of Nigeria")
