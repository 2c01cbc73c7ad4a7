"""Undone: what had been done before to people whom a sentence tells to be arrested, killed or set free."""

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DEADLY
from newsledger.coder.protested import CROWD

UNDONE = frozenset({"arrest", "capture", "kill", "release"})


def had_done(frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a clause only tells what somebody had done before: "bandits who had stolen cows were arrested"."""
    norm = frame.sentence.words.norm
    if frame.voice == "noun":  # "who had been captured during combat were freed"
        earlier = (f for f in frames if f.voice != "noun" and f.last <= frame.first)
        return any(had_done(f, frames) and "," not in norm[f.last : frame.first] for f in earlier)
    told = norm[max(0, frame.first - 2 - (norm[frame.first - 1] == "been")) : frame.first]
    if told[:1] not in (["who"], ["which"]) or told[1:2] != ["had"] or frame.actions & (DEADLY | CROWD):
        return False
    return any(f.actions & UNDONE and f.voice == "passive" and f.first > frame.last for f in frames)
