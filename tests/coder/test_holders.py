"""Whoever holds a place or backs somebody did nothing there."""

import pytest
from tests.coder.told import Code, only

from newsledger.coder.holders import is_holder

SAID = [
    ("killed in a raid on a village held by rebels", "rebels", True),
    ("killed in a raid on troops backed by france", "france", True),
    ("killed in a village by rebels", "rebels", False),
    ("held by rebels", "rebels", False),
]


@pytest.mark.parametrize(("text", "who", "holds"), SAID)
def test_a_by_behind_a_holding_word_names_no_doer(text: str, who: str, holds: bool) -> None:
    norm = text.split()
    assert is_holder(norm, 1, norm.index(who)) is holds


def test_a_village_held_by_a_group_was_not_raided_by_it(code: Code) -> None:
    found = only(
        code(
            "Six traders were killed in a night air strike on a village held by Boko Haram near Bama on Monday."
        )
    )
    assert "Boko Haram" not in found.actor1
