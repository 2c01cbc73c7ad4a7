"""Bombs: what a clause on a bomb tells of it ("planted the bomb that wrecked a bank on Thursday, killing two")."""

from newsledger.coder.frames import Frame

WHICH = frozenset({"that", "which"})
BOMBS = frozenset(
    "bomb bombs charge charges dynamite explosives device devices mine mines landmine landmines ied ieds grenade"
    " grenades rocket rockets shell shells missile missiles".split()
)
OBJECT = 5  # tokens behind a verb in which the bomb stands that it is about


def clause_on(frame: Frame) -> int:
    """Return the token at which the clause on the bomb of a trigger, or of its object, begins, or -1."""
    norm = frame.sentence.words.norm
    end = min(frame.last + OBJECT, len(norm) - 1)
    return next((i + 1 for i in range(frame.first, end) if norm[i] in BOMBS and norm[i + 1] in WHICH), -1)


def is_verb_of(frame: Frame) -> bool:
    """Say whether a trigger is a bomb with what it did ("bomb that killed"), or the verb of a clause on one."""
    norm = frame.sentence.words.norm
    if not WHICH.isdisjoint(norm[frame.first + 1 : frame.last]):
        return True
    at = frame.first - 1
    return at > 0 and norm[at] in WHICH and norm[at - 1] in BOMBS
