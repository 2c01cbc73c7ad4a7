"""For whom does a pronoun stand as the subject or the object of an act?"""

import pytest
from tests.coder.told import Read

from newsledger.coder.frames import Frame
from newsledger.coder.spans import Mention


def frame_of(read: Read, text: str, trigger: str) -> Frame:
    return next(f for f in read(text).story.frames if f.trigger.startswith(trigger))


def kinds(mentions: list[Mention]) -> list[str]:
    return [m.kind for m in mentions]


def test_them_behind_a_verb_of_fighting_are_the_forces_told_of(read: Read) -> None:
    text = "When policemen came to the depot in Bria on Monday, gunmen shot at them."
    assert kinds(frame_of(read, text, "shot").targets) == ["police"]


def test_them_may_be_nobody_who_fights(read: Read) -> None:
    text = "When traders came to the depot in Bria on Monday, gunmen shot at them."
    assert "police" not in kinds(frame_of(read, text, "shot").targets)


@pytest.mark.parametrize(
    "told",
    ["It has begun withdrawing tanks from Sebha.", "It managed to capture Sebha on Monday."],
)
def test_it_is_who_acted_last(read: Read, told: str) -> None:
    text = f"The army shelled the airport of Sebha on Sunday. {told}"
    last = [f for f in read(text).story.frames if f.sentence.index == 1]
    assert last
    assert kinds(last[0].agents) == ["military"]
