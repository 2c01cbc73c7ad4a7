"""Are the dead counted whole, where a list of some of them or their families stands before the verb?"""

import pytest
from tests.coder.told import Code

ROWS = [
    ("Eleven people including four girls and a teacher were killed by a mine near Gao on Monday.", 11),
    ("Eleven people including four girls and a teacher killed by a mine near Gao on Monday.", 11),
    ("Five people from two families were killed by rebels near Gao on Monday.", 5),
    ("Nine guests were killed in addition to the two suicide bombers in a blast in Gao on Monday.", 11),
    ("Separatists detonated a bomb hidden under a road near Yala on Monday, killing five soldiers.", 5),
    ("Two families were killed by rebels near Gao on Monday.", 2),
]


@pytest.mark.parametrize(("text", "dead"), ROWS)
def test_the_whole_counts(code: Code, text: str, dead: int) -> None:
    assert code(text).reports[0].fatalities == dead
