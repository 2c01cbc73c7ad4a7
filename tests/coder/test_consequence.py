"""Whose deed does a participle behind a comma tell?"""

import pytest
from tests.coder.told import Code

ROWS = [
    (
        "Police opened fire on Baloch nurses and marchers gathered outside a bank in Khash on Monday, killing six.",
        "Excessive force against protesters",
        6,
    ),
    ("Troops attacked rebels who had ambushed a lorry near Gao on Monday, killing nine.", "Armed clash", 9),
]


@pytest.mark.parametrize(("text", "sub", "dead"), ROWS)
def test_the_dead_are_laid_on_those_who_shot(code: Code, text: str, sub: str, dead: int) -> None:
    assert [(r.sub_event_type, r.fatalities) for r in code(text).reports] == [(sub, dead)]
