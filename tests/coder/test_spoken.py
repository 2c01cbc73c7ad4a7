"""Is the day of a saying told apart from the day of what is said?"""

from datetime import date

import pytest
from tests.coder.told import Code, only

DONE_THAT_DAY = [
    "Gunmen killed two farmers in Bria on Tuesday.",
    "Two soldiers were killed by rebels in Bria on Tuesday, the mayor said.",
    "Gunmen killed two farmers in the northern state of Kaduna on Tuesday.",
]
SAID_THAT_DAY = [
    "Gunmen killed two farmers in Bria, the mayor said on Thursday. The raid took place on Tuesday.",
    "On Thursday, the mayor confirmed that gunmen had killed two farmers in Bria on Tuesday.",
    "Gunmen killed two farmers in Bria on Tuesday, according to a statement Thursday.",
]


@pytest.mark.parametrize("text", DONE_THAT_DAY + SAID_THAT_DAY)
def test_the_day_is_that_of_the_act(code: Code, text: str) -> None:
    assert only(code(text)).event_date == date(2024, 6, 11)
