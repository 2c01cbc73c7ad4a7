"""What does a clause on a bomb tell, and whose deed is it not?"""

import pytest
from tests.coder.told import Code, only, reasons

TOLD = [
    ("The bomb that killed three people in Cali on Thursday was home-made, police said.", "2024-06-13", 3),
    ("Police on Monday presented two men accused of having parked the car bomb that wrecked a bank in Cali on"
     " Thursday, killing four people.", "2024-06-13", 4),
    ("Police arrested two men accused of laying the mine that killed two people in Cali on Tuesday.",
     "2024-06-11", 2),
    ("A dynamite charge opened a hole in the pipeline near Toledo, Norte de Santander, on Monday.",
     "2024-06-10", 0),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day", "dead"), TOLD, ids=[t[:40] for t, *_ in TOLD])
def test_a_bomb_that_did_something_went_off_on_its_day(code: Code, text: str, day: str, dead: int) -> None:
    report = only(code(text))
    assert report.sub_event_type == "Remote explosive/landmine/IED"
    assert (str(report.event_date), report.fatalities) == (day, dead)
    assert report.actor1 == "Unidentified Armed Group (Colombia)"


def test_those_who_frequent_a_bar_threw_no_grenade_at_it(code: Code) -> None:
    report = only(code("Two grenades were thrown at a bar frequented by soldiers in Panama City on Monday."))
    assert report.actor1 == "Unidentified Armed Group (Panama)"


def test_a_bomb_of_which_a_court_speaks_is_of_old(code: Code) -> None:
    coded = code("A court sentenced two men for laying the bomb that killed three people in Cali in 2010.")
    assert not coded.reports
    assert "trial" in reasons(coded).values()
