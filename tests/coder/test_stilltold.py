"""Acts that a text tells though words of the past, of a film or of doubt stand before them."""

import pytest
from tests.coder.told import Code

TOLD = [
    ("Four people died in Marib on Monday in a possible drone strike.", "Air/drone strike"),
    ("This comes a day after soldiers killed two rebels near Bria.", "Armed clash"),
    ("Videos of the arson in Lahore on Monday showed youths storming a dairy and burning it.", ""),
]


@pytest.mark.parametrize(("text", "sub_event_type"), TOLD)
def test_an_act_is_still_told(code: Code, text: str, sub_event_type: str) -> None:
    found = [r.sub_event_type for r in code(text).reports]
    assert sub_event_type in found if sub_event_type else found


def test_coming_close_is_no_coming_after(code: Code) -> None:
    assert code("Rebels came close to overrunning the town of Sake on Monday.").reports == []
