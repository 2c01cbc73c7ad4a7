"""Backdrop: what a sentence says that its event came amid, and no event that it tells ("It came amid skirmishes").

What is told of the backdrop has no day; its places are not the event's.
"""

from newsledger.coder.frames import Frame
from newsledger.coder.where.event import EventPlace

CAME = frozenset({"come", "comes", "came", "coming"})
BEGAN = frozenset({"began", "started", "erupted", "broke", "begun"})
BECAUSE = frozenset({"result", "because", "since", "during", "due", "following", "consequence"})
CAUSE = 5  # tokens between "as a result of" and the noun
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
    if opens_remembering(frame):
        return True
    if frame.voice != "noun":
        return False
    if begun_before(frame):
        return True
    at = backdrop_at(frame.sentence.words.norm)
    return frame.first > at and not any(t.first > at for t in frame.sentence.times)


def begun_before(frame: Frame) -> bool:
    """Say whether a noun is only what something came of, known by when it began ("a curfew as a result of the rebel
    offensive that began on 11 November")."""
    norm = frame.sentence.words.norm
    behind = norm[frame.last : frame.last + 2]
    if behind[:1] not in (["that"], ["which"]) or not BEGAN.intersection(behind[1:]):
        return False
    return not BECAUSE.isdisjoint(norm[max(0, frame.first - CAUSE) : frame.first])


def opens_remembering(frame: Frame) -> bool:
    """Say whether somebody who speaks of himself opens with a time gone by ("When the army invaded the country, I
    said …")."""
    norm = frame.sentence.words.norm
    if "when" not in norm[:2] or "i" not in norm:
        return False
    said = norm.index("i")
    return (
        (frame.last <= said
        and "," in norm[frame.last : said])
        or (frame.last <= said and "—" in norm[frame.last : said])
    )


def lies_behind(frame: Frame, place: EventPlace) -> bool:
    """Say whether a place of a frame's sentence is one of the backdrop only."""
    if place.sentence != frame.sentence.index or place.mention.first <= frame.last:
        return False
    return frame.last <= backdrop_at(frame.sentence.words.norm) < place.mention.first
