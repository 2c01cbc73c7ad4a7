"""Unnamed men whom a group fights are none of its people."""

from tests.coder.told import Read

from newsledger.coder.foes import find_foes
from newsledger.coder.spans import Mention

GROUP = Mention(0, 1, "group", "", "m23", frozenset({"group", "armed", "rebel"}))
REBELS = Mention(3, 4, "armed", "", "", frozenset({"armed", "rebel", "person"}))


def test_whom_a_blast_of_a_group_killed_are_not_its_men(read: Read) -> None:
    frame = read("Gunmen killed nine traders in Bria on Monday.").story.frames[0]
    frame.agents, frame.targets = [GROUP], [REBELS]
    assert find_foes([frame]) == {("m23", "rebel")}
    frame.agents, frame.targets = [REBELS], [GROUP]
    assert find_foes([frame]) == {("m23", "rebel")}
    frame.agents, frame.targets = [GROUP], []
    assert find_foes([frame]) == frozenset()
