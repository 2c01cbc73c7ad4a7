"""Caught: whom an attack hit that came while they did something else ("police were searching a house when militants
opened fire, killing two")."""

from newsledger.coder.clause import Clause
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DEADLY, FORCE
from newsledger.coder.sentence import HARD
from newsledger.coder.spans import Mention

SUDDEN = FORCE | {"grenade", "ied", "ambush"}
BEING = frozenset({"was", "were"})
SOMEWHERE = frozenset({"on", "in", "inside", "at", "about", "aboard"})
PERFECT = frozenset({"had"})
HIT = frozenset({"military", "police", "civilians", "identity", "group", "armed", "state"})
LONGEST = 24  # tokens between those who were doing something and "when"


def hit_unawares(clause: Clause, frames: list[Frame]) -> None:
    """Give an attack behind "when" that hits nobody those as targets whom the clause before shows at something else."""
    for number, frame in enumerate(frames):
        if frame.targets or not frame.actions & SUDDEN or (at := when_before(clause, frame)) < 0:
            continue
        caught = shown_before(clause, at)
        if caught is None or any(m is not caught and m.kind == caught.kind for m in frame.agents):
            continue
        if not all("armed" in m.tags or m is caught for m in frame.agents):
            continue
        frame.agents = [m for m in frame.agents if m is not caught]
        frame.targets = [caught]
        for result in frames[number + 1 :]:
            if result.form == "ing" and result.actions & DEADLY and not result.targets:
                result.agents, result.targets = list(frame.agents), [caught]


def when_before(clause: Clause, frame: Frame) -> int:
    """Return where "when" opens the clause of a frame, or -1."""
    norm = clause.norm
    for i in range(frame.first - 1, 0, -1):
        if norm[i] == "when":
            return i
        if norm[i] in HARD or norm[i] == ",":
            break
    return -1


def shown_before(clause: Clause, at: int) -> Mention | None:
    """Return those who before token `at` are told to be doing or to have done something, at which no harm came to
    them."""
    norm = clause.norm
    for m in reversed(clause.mentions):
        if m.last >= at or at - m.last > LONGEST or m.kind not in HIT:
            continue
        verb, what = norm[m.last], norm[m.last + 1]
        doing = verb in BEING and (what.endswith("ing") or what in SOMEWHERE)
        if doing or (verb in PERFECT and what != "been"):
            return None if HARD & set(norm[m.last : at]) else m
    return None
