"""Seized: what is seized, held or recovered are things, where the word for things is the subject.

"The rifles that were seized" and "the items recovered from the rebels" tell of no capture of men or ground.
"""

from newsledger.coder.clause import Clause
from newsledger.coder.frames import Frame

THINGS = frozenset(
    "item items article articles weapon weapons arms rifle rifles gun guns pistol pistols ammunition explosives"
    " bomb bombs document documents paper papers computer computers phone phones equipment goods drugs money cash"
    " vehicle vehicles truck trucks motorcycle motorcycles material materials literature uniforms cache".split()
)
OF_MEN = frozenset({"capture", "abduct", "arrest", "seize-territory", "retake-territory"})
BETWEEN = frozenset("that which were was are is have has been being had also".split())
BEFORE = 5  # tokens between things and the verb


def settle_seized(clause: Clause, frame: Frame) -> None:
    """Take the capture of men and ground out of a verb whose subject are things."""
    if (
        "take-item" not in frame.actions
        or not frame.actions & OF_MEN
        or frame.form not in {"ed", "part", "past"}
    ):
        return
    norm, at = clause.norm, frame.first - 1
    while at >= 0 and norm[at] in BETWEEN and frame.first - at <= BEFORE:
        at -= 1
    behind = norm[frame.last : frame.last + 1]
    reduced = at == frame.first - 1 and behind not in (["from"], ["by"], ["in"], ["at"], ["during"], ["on"])
    if at < 0 or norm[at] not in THINGS or reduced:
        return
    frame.actions = frame.actions - OF_MEN
