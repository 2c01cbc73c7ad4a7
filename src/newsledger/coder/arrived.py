"""Arrived: those who came to a place in one sentence did what the next one tells of nobody ("Rebels entered Bria.
Four traders were shot dead.")."""

from newsledger.coder.frames import Frame, taken_over
from newsledger.coder.spans import PRIVATE, Sentence

STATE = frozenset({"go-in", "break-in", "forced-entry", "attack"})  # how soldiers and police come to harm
COMES = STATE | {"come-in", "armed-move"}
HARM = frozenset("kill shoot rape abduct assault".split())
TAKEN = frozenset({"rape", "abduct"})
LONG = frozenset({"year", "month", "aggregate", "season"})  # kinds of times that are longer than a visit
SPANS = frozenset({"week", "month", "year"})


def lend_doers(before: list[Frame], frames: list[Frame]) -> None:
    """Give harm to civilians that a sentence tells in the passive those as agents who came in the sentence before.

    Who entered a place to kill or to abduct took no territory (coding-rules 2.3).
    """
    if not frames:
        return
    last = frames[0].sentence.index - 1
    came = [f for f in before if f.sentence.index == last and not f.scope and comes(f)]
    armed = any("armed" in m.tags for f in frames for m in f.sentence.mentions)
    if len(came) != 1 or armed or is_of_other_times(frames[0].sentence):
        return
    for frame in frames:
        norm = frame.sentence.words.norm
        deeds = TAKEN if "attack" in came[0].actions else HARM  # whoever else attacked may have killed
        harmed = frame.actions & deeds and frame.voice == "passive" and not frame.agents and frame.targets
        if harmed and "had" not in norm[: frame.first] and all(m.kind in PRIVATE for m in frame.targets):
            frame.agents = taken_over(came[0].agents, frame.sentence, frame.first, frame.last)
            if "attack" not in came[0].actions:
                came[0].actions = frozenset({"come-in"})


def is_of_other_times(sentence: Sentence) -> bool:
    """Say whether a sentence tells of longer or other times than those of somebody's coming ("Last year 300 people were
    killed there", "three weeks ago")."""
    return any(t.kind in LONG or t.aggregate or t.unit in SPANS for t in sentence.times)


def comes(frame: Frame) -> bool:
    """Say whether armed people, named or not, come to a place where they meet nobody armed."""
    if frame.voice != "active" or len(frame.agents) != 1 or "armed" not in frame.agents[0].tags:
        return False
    lawful = bool(frame.agents[0].tags & {"state", "mission", "security"})
    met = any("armed" in m.tags for m in frame.targets)
    return not met and bool(frame.actions & (STATE if lawful else COMES))
