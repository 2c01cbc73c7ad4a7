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


def test_them_are_not_those_who_are_told_of_it(read: Read) -> None:
    text = "Police in Bria were told that the traders slept when gunmen killed them."
    assert "police" not in kinds(frame_of(read, text, "killed").targets)


def test_who_acts_in_a_reported_statement_is_not_who_reports_it(read: Read) -> None:
    text = (
        "A cousin of the teacher in Bria said that gunmen came in two cars, broke the gate and abducted him."
    )
    assert kinds(frame_of(read, text, "abducted").agents) == ["armed"]


@pytest.mark.parametrize(
    "told",
    ["It has begun withdrawing tanks from Sebha.", "It managed to capture Sebha on Monday."],
)
def test_it_is_who_acted_last(read: Read, told: str) -> None:
    text = f"The army shelled the airport of Sebha on Sunday. {told}"
    last = [f for f in read(text).story.frames if f.sentence.index == 1]
    assert last
    assert kinds(last[0].agents) == ["military"]


def test_they_behind_who_did_it_are_those(read: Read) -> None:
    text = "Soldiers of Mali retook Tessit, which was taken on Monday by rebels after they stormed a post."
    assert kinds(frame_of(read, text, "stormed").agents) == ["armed"]
