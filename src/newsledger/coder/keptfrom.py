"""Kept from use: which frame stops a weapon that another names, or takes those who laid it ("defused a car bomb", "were
caught planting a mine")?"""

from newsledger.coder.describing import LEAVES, TAKERS
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DEADLY, PREPOSITIONS
from newsledger.coder.protested import VIOLENT
from newsledger.coder.sentence import HARD
from newsledger.coder.spans import Sentence

AMMUNITION = frozenset({"live rounds", "live ammunition", "live bullets", "live cartridges"})
ITEMS = frozenset({"bomb", "shell", "grenade", "suicide-bomb", "chemical"})
LAYING = ("plant", "laid", "laying", "lay", "plac", "conceal", "hid")


def taken(sentence: Sentence, frame: Frame, frames: list[Frame]) -> Frame | None:
    """Return the frame whose thing a noun of a weapon is, or None: "defused a car bomb", "landmines were found"."""
    rounds = frame.trigger.casefold() in AMMUNITION
    if frame.voice != "noun" or not (frame.actions & ITEMS or rounds) or (frame.light and not rounds):
        return None
    norm = sentence.words.norm
    for taker in frames:
        if not taker.actions & TAKERS or "destroy" in taker.actions or taker.voice == "noun":
            continue
        left, right = sorted((taker, frame), key=lambda f: f.first)
        gap = norm[left.last : right.first]
        if len(gap) > 8 or any(g in HARD or g in LEAVES or g == "," for g in gap):
            continue
        straight = taker is left and taker.voice == "active" and not set(gap) & (PREPOSITIONS - {"of", "on"})
        alone = not any(
            f is not frame and left.first <= f.first < right.first and f is not taker for f in frames
        )
        if straight or (taker is right and taker.voice == "passive" and alone and "and" not in gap):
            return taker
    return None


def stopped(sentence: Sentence, frame: Frame, frames: list[Frame]) -> Frame | None:
    """Return the frame that keeps a weapon from its use, or takes those who laid it, or None."""
    return (
        taken(sentence, frame, frames)
        or shot_down(sentence, frame, frames)
        or caught_laying(sentence, frame, frames)
    )


def caught_laying(sentence: Sentence, frame: Frame, frames: list[Frame]) -> Frame | None:
    """Return the frame that tells of the arrest of those who laid a bomb of which no blast is told ("were caught
    planting a mine", "held a woman who hid explosives in a van"), or None."""
    word = sentence.words.norm[frame.first]
    if "bomb" not in frame.actions or not word.startswith(LAYING) or frame.voice == "noun":
        return None
    if any(f is not frame and not f.scope and f.actions & (VIOLENT | DEADLY) for f in frames):
        return None
    return next((f for f in frames if "arrest" in f.actions and f.voice != "noun" and not f.scope), None)


def shot_down(sentence: Sentence, frame: Frame, frames: list[Frame]) -> Frame | None:
    """Return the frame that stops a weapon whose aim a participle tells, or None: "downed a drone targeting ships"."""
    sent = frame.voice == "passive" and bool(frame.actions & {"launch", "fire-at"})
    if not sent and (frame.form != "ing" or not frame.actions & VIOLENT):
        return None
    aimed = [f for f in frames if f.voice == "passive" and f.actions & {"launch", "fire-at"} and not sent]
    at = min(
        [frame.first, *(f.first for f in aimed if f.last <= frame.first)]
    )  # "a drone sent by A targeting B"
    if not any(s.last == at for s in sentence.of_kind("weapon")):
        return None
    takers = TAKERS | {"destroy"} if sent else TAKERS
    return next(
        (f for f in frames if f.last < frame.first and f.actions & takers and f.voice == "active"), None
    )
