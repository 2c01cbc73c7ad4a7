"""Bombs: what a clause on a bomb tells of it ("planted the bomb that wrecked a bank on Thursday, killing two")."""

from collections.abc import Sequence

from newsledger.coder.frames import Frame

WHICH = frozenset({"that", "which"})
BOMBS = frozenset(
    "bomb bombs charge charges dynamite explosives device devices mine mines landmine landmines ied ieds grenade"
    " grenades rocket rockets shell shells missile missiles projectile projectiles mortar".split()
)
OBJECT = 5  # tokens behind a verb in which the bomb stands that it is about


def clause_on(frame: Frame) -> int:
    """Return the token at which the clause on the bomb of a trigger, or of its object, begins, or -1."""
    norm = frame.sentence.words.norm
    end = min(frame.last + OBJECT, len(norm) - 1)
    return next((i + 1 for i in range(frame.first, end) if norm[i] in BOMBS and norm[i + 1] in WHICH), -1)


def holds_clause(norm: Sequence[str], first: int, last: int) -> bool:
    """Say whether a literal phrase of tokens `first` to `last` is a bomb with its clause ("bomb that killed")."""
    return any(norm[i] in BOMBS and norm[i + 1] in WHICH for i in range(first, last - 1))


def is_verb_of(frame: Frame) -> bool:
    """Say whether a trigger is a bomb with what it did ("bomb that killed"), or the verb of a clause on one."""
    norm = frame.sentence.words.norm
    if holds_clause(norm, frame.first, frame.last):
        return True
    at = frame.first - 1
    return at > 0 and norm[at] in WHICH and norm[at - 1] in BOMBS
