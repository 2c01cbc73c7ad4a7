"""Demonstrations as witnesses, monitors and captions tell of them, and what only looks like one."""

import pytest
from tests.coder.told import Code

TOLD = [
    ("At least nine deaths were reported at demonstrations in Sfax on Monday.", "Excessive force against protesters"),
    ("Witnesses described policemen beating marchers in Sfax on Monday.", "Excessive force against protesters"),
    ("Rights monitors documented cases of soldiers shooting at marchers in Sfax on Monday.",
     "Excessive force against protesters"),
    ("Police in Sfax turned hoses on people gathered outside the ministry on Monday.", "Protest with intervention"),
    ("Police in Sfax foiled an attempt by nurses to march on the ministry on Monday.", "Protest with intervention"),
    ("Police dispersed striking teachers in Sfax on Monday.", "Protest with intervention"),
    ("Youths demanding the departure of the troops stoned police cars in Sfax on Monday.", "Violent demonstration"),
    ("Shops were “ransacked” by an angry crowd in Sfax on Monday.", "Mob violence"),
]  # fmt: skip
QUIET = [
    "Boulders blocked the road near Sfax on Monday.",
    "Officers who fired at marchers would be brought to justice, the minister of Tunisia said on Monday.",
    "Demonstrations against the law are expected in Sfax on Friday.",
]


@pytest.mark.parametrize(("text", "kind"), TOLD, ids=[t for t, _ in TOLD])
def test_a_demonstration_is_told(code: Code, text: str, kind: str) -> None:
    assert [r.sub_event_type for r in code(text).reports] == [kind]


@pytest.mark.parametrize("text", QUIET)
def test_nothing_is_told(code: Code, text: str) -> None:
    assert not code(text).reports


def test_a_crush_is_nobodys_force(code: Code) -> None:
    text = "Nine people were crushed to death during a procession in Sfax on Monday."
    assert all(r.sub_event_type != "Excessive force against protesters" for r in code(text).reports)


def test_an_old_month_is_the_day_of_a_short_story(code: Code) -> None:
    (row,) = code("Security forces fired at protesters in Sfax in October 2019, killing 18.").reports
    assert (row.event_date.year, row.event_date.month, row.fatalities) == (2019, 10, 18)
