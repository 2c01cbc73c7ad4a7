"""Held: where a word for those who are caught or held tells of no arrest and of no abduction."""

from newsledger.coder.frames import Frame

# what people are caught in who are not arrested
BEFALLS = frozenset("attack shoot bomb grenade shell airstrike suicide-bomb clash fight kill riot".split())
NEAR = 5  # tokens behind "caught" in which it is told in what


def is_caught_in(frame: Frame) -> bool:
    """Say whether people who are caught are so in what others do to them ("caught in an ambush") and are not held."""
    norm = frame.sentence.words.norm
    if norm[frame.first] != "caught" or norm[frame.last : frame.last + 1] not in (["in"], ["up"]):
        return False
    nouns = (s for s in frame.sentence.acts if frame.last < s.first <= frame.last + NEAR)
    return any(s.entry.form in {"noun", "nouns"} and s.entry.id in BEFALLS for s in nouns) and not any(
        n.startswith("raid") for n in norm[frame.last : frame.last + NEAR]
    )


def is_of_captive(frame: Frame) -> bool:
    """Say whether a word for one who is held only says whose something is ("the hostage's parents")."""
    norm = frame.sentence.words.norm
    return norm[frame.first : frame.last] in (["hostage"], ["captive"]) and norm[
        frame.last : frame.last + 1
    ] == ["'s"]
