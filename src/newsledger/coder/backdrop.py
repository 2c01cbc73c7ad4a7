"""Backdrop: what a sentence says that its event came amid, and no event that it tells ("It came amid skirmishes").

What is told of the backdrop has no day; its places are not the event's.
"""

from newsledger.coder.frames import Frame
from newsledger.coder.where.event import EventPlace

CAME = frozenset({"come", "comes", "came", "coming"})
AMID = (
    ["amid"],
    ["amidst"],
    ["in", "the", "wake", "of"],
    ["against", "the", "backdrop"],
    ["against", "a", "backdrop"],
)


def backdrop_at(norm: list[str]) -> int:
    """Return the token behind which a sentence tells amid what something came, or its length."""
    for i, word in enumerate(norm):
        if word in CAME and any(norm[i + 1 : i + 1 + len(words)] == words for words in AMID):
            return i
    return len(norm)


def in_backdrop(frame: Frame) -> bool:
    """Say whether a noun without a day is of the backdrop of what its sentence tells."""
    if frame.voice != "noun":
        return False
    at = backdrop_at(frame.sentence.words.norm)
    return frame.first > at and not any(t.first > at for t in frame.sentence.times)


def lies_behind(frame: Frame, place: EventPlace) -> bool:
    """Say whether a place of a frame's sentence is one of the backdrop only."""
    if place.sentence != frame.sentence.index or place.mention.first <= frame.last:
        return False
    return frame.last <= backdrop_at(frame.sentence.words.norm) < place.mention.first
