"""How many dead do the sentences of a telling or an account count of their own?"""

from newsledger.coder.accounts import Account
from newsledger.coder.frames import Frame
from newsledger.coder.howmany.casualties import tolls_of


def counts_dead(frame: Frame) -> bool:
    """Say whether a frame's sentence counts dead of its own; two such at two places are two events."""
    return bool(dead_of(frame))


def dead_told(account: Account) -> frozenset[int]:
    """Return the numbers of dead that the sentences of an account count."""
    return frozenset[int]().union(*(dead_of(t.frame) for t in account.tellings))


def dead_of(frame: Frame) -> frozenset[int]:
    """Return the numbers of dead that a frame's sentence counts."""
    return frozenset(
        t.count
        for t in tolls_of(frame.sentence)
        if t.kind == "killed" and t.count and not t.vague and not t.part
    )
