"""Linking: the triggers of one statement share the roles that only one of them states."""

from itertools import pairwise

from newsledger.coder.clause import Clause
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DEADLY, FORCE

HARM = DEADLY | {"shoot", "assault", "attack", "rape", "abduct", "arrest"}


def link(clause: Clause, frames: list[Frame]) -> None:
    """Let a toll and its cause share roles: "soldiers were killed in strikes by A", "the blast killed ten"."""
    for left, right in pairwise(frames):
        if clause.hard_between(left.last, right.first):
            continue
        deadly = left.actions & DEADLY, right.actions & DEADLY
        if bool(deadly[0]) == bool(deadly[1]):
            continue
        toll, cause = (left, right) if deadly[0] else (right, left)
        gap = clause.norm[left.last : right.first]
        if cause.voice != "noun" and toll.form != "ing" and not told_by_when(toll, cause, gap):
            continue
        if toll is left and not {"in", "during", "by", "from", "of", "after", "amid", "when"} & set(gap):
            continue
        if any(g in {"while", "but", "who"} for g in gap):
            continue
        if not toll.agents and cause.agents and not (toll.voice == "passive" and "symmetric" in cause.tags):
            toll.agents = list(cause.agents)
        lend_agents(toll, cause)
        if not cause.targets and toll.targets and not {"crowd", "symmetric"} & cause.tags:
            cause.targets = list(toll.targets)
    for n, frame in enumerate(frames):
        if frame.actions & FORCE and not frame.agents and (frame.voice != "passive" or not frame.targets):
            earlier = [f for f in frames[:n] if f.agents and f.actions & FORCE and not f.accused]
            if earlier and not clause.hard_between(earlier[-1].last, frame.first):
                frame.agents, frame.inherited = list(earlier[-1].agents), True
    share_objects(clause, frames)


def told_by_when(toll: Frame, cause: Frame, gap: list[str]) -> bool:
    """Say whether a clause of time tells what people died of: "ten were killed when police fired on marchers"."""
    fired = cause.voice == "active" and bool(cause.actions & FORCE) and bool(cause.agents)
    return (
        fired and toll.first < cause.first and toll.voice == "passive" and "when" in gap and not toll.agents
    )


def share_objects(clause: Clause, frames: list[Frame]) -> None:
    """Let two verbs joined by "and" share subject and object: "soldiers shot with live rounds and wounded a worker"."""
    verbs = [f for f in frames if f.voice == "active" and f.actions & HARM]
    for left, right in pairwise(verbs):
        gap = clause.norm[left.last : right.first]
        if left.targets or not right.targets or gap[-1:] != ["and"] or len(gap) > 9:
            continue
        if clause.hard_between(left.last, right.first) or (right.agents and right.agents != left.agents):
            continue
        left.targets = list(right.targets)
        right.agents = list(left.agents)


def lend_agents(toll: Frame, cause: Frame) -> None:
    """Give a noun behind its toll the agents of the verb ("the army killed him in a drone strike")."""
    if (
        toll.first < cause.first
        and toll.voice == "active"
        and cause.voice == "noun"
        and not cause.agents
        and "symmetric" not in cause.tags
    ):
        cause.agents = list(toll.agents)
