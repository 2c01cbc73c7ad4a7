"""Foes: does a story tell that unnamed men fight a group? Then they are none of its people."""

from collections.abc import Iterable, Iterator

from newsledger.coder.frames import Frame
from newsledger.coder.spans import Mention

UNNAMED = frozenset({"armed", "gang"})
Foes = frozenset[tuple[str, str]]  # a group by its id, and a kind of unnamed men
KINDS = frozenset({"rebel", "militia"})  # what unnamed armed people may be said to be


def find_foes(frames: Iterable[Frame]) -> Foes:
    """Return the groups, by their ids, that unnamed men of a kind stand against in one of the frames, each with that
    kind ("a blast by the group killed rebels")."""
    return frozenset(
        found
        for frame in frames
        for a in frame.agents
        for b in frame.targets
        for found in (*against(a, b), *against(b, a))
    )


def against(group: Mention, men: Mention) -> Iterator[tuple[str, str]]:
    """Yield a group with the kinds of the unnamed men who stand against it."""
    if group.kind == "group" and group.entry and men.kind in UNNAMED and not men.entry:
        for kind in sorted(KINDS & men.tags):
            yield group.entry, kind
