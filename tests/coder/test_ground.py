"""Who loses the ground that a sentence tells of?"""

import pytest
from tests.coder.told import Read


@pytest.mark.parametrize("hold", ["clutches", "grip", "hands"])
def test_a_place_is_taken_from_those_who_held_it(read: Read, hold: str) -> None:
    text = f"The army liberated Bria from the {hold} of rebels on Monday."
    frame = read(text).story.frames[0]
    assert [frame.sentence.text_of(m.first, m.last) for m in frame.targets] == ["rebels"]


def test_who_came_from_somewhere_held_nothing(read: Read) -> None:
    frame = read("The army liberated Bria on Monday; rebels from the north were seen.").story.frames[0]
    assert frame.targets == []
