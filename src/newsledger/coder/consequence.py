"""Consequence: whose deed a participle behind a comma tells ("police fired on nurses gathered in A, killing two")."""

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DEADLY, FORCE


def lay_on_shooters(frames: list[Frame]) -> None:
    """Lay the dead behind a comma on those who used force, where the participle seems to be of their victims, of whom
    only a short clause tells what they were doing."""
    for number, frame in enumerate(frames):
        if frame.form != "ing" or not frame.actions & DEADLY or not frame.agents:
            continue
        if frame.sentence.words.norm[frame.first - 1] != ",":
            continue
        for before in frames[:number]:
            if did_it(before, frame):
                frame.agents = list(before.agents)
                break


def did_it(before: Frame, frame: Frame) -> bool:
    """Say whether a verb tells that force was used upon the very people who seem to be the doers of another."""
    used = before.voice == "active" and bool(before.agents) and bool(before.actions & FORCE)
    return used and "symmetric" not in before.tags and all(m in before.targets for m in frame.agents)
