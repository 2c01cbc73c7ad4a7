"""Backfired: did a bomb go off on those who were at work on it, so that it is a weapon disrupted (coding-rules 2.2)?"""

from newsledger.coder.clause import Clause
from newsledger.coder.frames import Frame

WORKING = frozenset(
    "planting laying burying assembling preparing making building manufacturing installing emplacing placing mounting"
    " rigging wiring priming transporting fabricating fixing hiding".split()
)
THEY = frozenset({"he", "she", "they"})
WHICH = frozenset({"that", "which"})
BEING = frozenset({"was", "were"})
OWN = frozenset({"his", "her", "their"})
BOMBS = frozenset({"ied", "grenade"})
WENT_OFF = frozenset({"bomb", "kill", "death", "wound", "grenade"})


def backfired(clause: Clause, frame: Frame) -> bool:
    """Say whether people are hit by what they were at work on ("when the device they were burying exploded"), or by
    their own bomb."""
    if not frame.actions & WENT_OFF or "suicide-bomb" in frame.actions:
        return False
    norm = clause.norm
    for span in clause.sentence.spans:
        if span.entry.id == "bomb" and is_own(norm, span.first):
            return True  # "their own device detonated"
        if span.entry.kind != "weapon" or span.entry.id not in BOMBS:
            continue
        if is_own(norm, span.first):
            return True
        at = span.last + (bool(norm[span.last : span.last + 1]) and norm[span.last] in WHICH)
        if at + 2 < len(norm) and norm[at] in THEY and norm[at + 1] in BEING and norm[at + 2] in WORKING:
            return True
    return False


def is_own(norm: list[str], at: int) -> bool:
    """Say whether what opens at token `at` is said to be somebody's own."""
    return at > 1 and norm[at - 1] == "own" and norm[at - 2] in OWN
