"""Linking: the triggers of one statement share the roles that only one of them states."""

from itertools import pairwise

from newsledger.coder.clause import Clause
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DEADLY, FORCE


def link(clause: Clause, frames: list[Frame]) -> None:
    """Let a toll and its cause share roles: "soldiers were killed in strikes by A", "the blast killed ten"."""
    for left, right in pairwise(frames):
        if clause.hard_between(left.last, right.first):
            continue
        deadly = left.actions & DEADLY, right.actions & DEADLY
        if bool(deadly[0]) == bool(deadly[1]):
            continue
        toll, cause = (left, right) if deadly[0] else (right, left)
        if cause.voice != "noun" and toll.form != "ing":
            continue
        gap = clause.norm[left.last : right.first]
        if toll is left and not {"in", "during", "by", "from", "of", "after", "amid", "when"} & set(gap):
            continue
        if any(g in {"while", "but", "who"} for g in gap):
            continue
        if not toll.agents and cause.agents and not (toll.voice == "passive" and "symmetric" in cause.tags):
            toll.agents = list(cause.agents)
        if not cause.targets and toll.targets and not {"crowd", "symmetric"} & cause.tags:
            cause.targets = list(toll.targets)
    for n, frame in enumerate(frames):
        if frame.actions & FORCE and not frame.agents and (frame.voice != "passive" or not frame.targets):
            earlier = [f for f in frames[:n] if f.agents and f.actions & FORCE and not f.accused]
            if earlier and not clause.hard_between(earlier[-1].last, frame.first):
                frame.agents, frame.inherited = list(earlier[-1].agents), True
