"""What does a trigger act upon?"""

import pytest
from tests.coder.told import Read

from newsledger.coder.theme import theme


def theme_of(read: Read, text: str, trigger: str) -> frozenset[str]:
    return theme(next(f for f in read(text).story.frames if f.trigger == trigger))


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Police seized two pistols in Kingston on Sunday.", "seized", "weapons"),
        ("Two pistols were seized in Kingston on Sunday.", "seized", "weapons"),
        ("Police have confiscated on Sunday a number of rifles.", "confiscated", "weapons"),
        ("Soldiers dug up in a yard near Bria two rockets and a mine.", "dug up", "weapons"),
        ("Also seized at the house were two pistols.", "seized", "weapons"),
        ("After a bomb was found in Kingston the street was closed.", "found", "weapons"),
        ("Two bombs — one sent to a judge — were defused in Kingston.", "were defused", "weapons"),
        ("Rebels burned forty houses near Djibo.", "burned", "property"),
    ],
)
def test_theme_is_what_the_verb_acts_upon(read: Read, text: str, trigger: str, wanted: str) -> None:
    assert wanted in theme_of(read, text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "other"),
    [
        ("Police seized a cart near a village in Kasai.", "seized", "territory"),
        ("Rebels captured the town with tanks and rifles on Monday.", "captured", "weapons"),
        ("Soldiers found in the house of a man, who made bombs, old maps.", "found", "weapons"),
        ("Officers searched the port and seized cocaine on Monday.", "seized", "territory"),
    ],
)
def test_theme_leaves_out_things_of_other_phrases(read: Read, text: str, trigger: str, other: str) -> None:
    assert other not in theme_of(read, text, trigger)
