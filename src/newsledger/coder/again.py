"""Again: who acts in "the clash" of a sentence that names nobody, where one before told of that very clash."""

from dataclasses import replace

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import MET_BY_POLICE

BACK = 3  # sentences in which the first telling is looked for
DEFINITE = frozenset({"the", "this", "that"})
TWO_SIDED = frozenset(
    {"clash", "clash-told", "fight", "brawl"}
)  # what two sides do to each other, under whatever type it was told


def take_over(frames: list[Frame]) -> None:
    """Give a definite noun of fighting without anybody in its roles ("the clash") those of the fight that was told
    shortly before."""
    before: Frame | None = None
    for frame in frames:
        if frame.actions & MET_BY_POLICE and frame.agents and frame.targets and not frame.scope:
            before = frame  # "used tear gas on strikers. Forty were hurt in the clashes."
        if not frame.actions & TWO_SIDED:
            continue
        if frame.agents or frame.targets:
            before = None if frame.scope else frame
        elif before is not None and points_at(frame, before):
            frame.agents, frame.targets = (
                [replace(m, first=frame.first, last=frame.last, sentence=frame.sentence.index) for m in side]
                for side in (before.agents, before.targets)
            )


def points_at(frame: Frame, before: Frame) -> bool:
    """Say whether a noun is the fight that was told a few sentences before it."""
    near = 0 < frame.sentence.index - before.sentence.index <= BACK
    norm = frame.sentence.words.norm
    return near and frame.voice == "noun" and frame.first > 0 and norm[frame.first - 1] in DEFINITE
