"""Held since before: who is only said to be in somebody's hands, where it is told of his kin, ransom or fate; and the
place that was long in them."""

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import BE, HAVE, PARTICIPLES

WHOSE = frozenset(
    "wife husband father mother parents brother sister son daughter family families relatives life lives freedom fate"
    " captors kidnappers whereabouts case safety safe plight picture pictures photo photos video videos footage crisis"
    " employer employers colleagues home lawyer".split()
)
SEEK = frozenset({"free", "save", "rescue", "help", "find", "release", "return", "bring", "secure", "trace"})
LONG = frozenset("days weeks months years".split())
BEFORE = 4  # tokens between "of" or "to free" and those who are held
OWN = 5  # tokens between a participle and its day
NOUN = 3  # tokens before "of"
AFTER = 5  # tokens from "after" to "in … hands"


def held_before(frame: Frame) -> bool:
    """Say whether a participle without a day only tells more of captives whom the sentence names for another's sake
    ("the wife of a reporter kidnapped in Gaza spoke", "halted work to save the lives of drivers seized by gunmen")."""
    if "abduct" not in frame.actions or frame.voice != "passive" or frame.form not in PARTICIPLES:
        return False
    norm = frame.sentence.words.norm
    if frame.first and norm[frame.first - 1] in BE | HAVE:
        return False
    people = (m for m in reversed(frame.sentence.mentions) if m.last <= frame.first)
    captive = next(people, None)
    if captive is None or frame.first - captive.last > 1 or has_own_day(frame):
        return False
    low = max(0, captive.first - BEFORE)
    for i in range(captive.first - 1, low - 1, -1):
        if norm[i] == "of":
            return bool(WHOSE & set(norm[max(0, i - NOUN) : i]))
        if norm[i] in SEEK:
            return i > 0 and norm[i - 1] in {"to", "could", "would", "will"}
        if norm[i] in {",", "and", "that", "who"}:
            return False
    return False


def long_held(frame: Frame) -> bool:
    """Say whether a place was long in somebody's hands before what a sentence tells ("after five weeks in rebel
    hands")."""
    norm = frame.sentence.words.norm
    held = norm[frame.first] == "in" and norm[frame.last - 1] == "hands"
    return (
        held and norm[frame.first - 1] in LONG and "after" in norm[max(frame.first - AFTER, 0) : frame.first]
    )


def has_own_day(frame: Frame) -> bool:
    """Say whether a time stands right behind a participle, with no other verb between."""
    spans = (*frame.sentence.acts, *frame.sentence.cues)
    return any(
        0 <= t.first - frame.last <= OWN and not any(frame.last <= s.first < t.first for s in spans)
        for t in frame.sentence.times
    )
