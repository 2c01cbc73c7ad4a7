"""Searched: what soldiers and police do only to make arrests, and what reporters are taken from, is no event beside
the arrest ("troops entered Beita and detained eleven men", "was held while covering a march").
"""

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import BE
from newsledger.coder.spans import Mention

COMING = frozenset({"go-in", "come-in", "storm-in", "break-in"})
RAIDS = ("raid", "swoop", "sweep", "search")
TAKING = frozenset({"arrest", "capture", "pull-out"})
HARM = frozenset(
    "kill wound shoot clash clash-told fight bomb shell airstrike death fire-at repel burn loot retake-"
    " territory".split()
)
FORCES = frozenset({"military", "police", "security", "mission", "state"})
COVERING = frozenset(
    "covering cover covered reporting filming photographing recording documenting reported".split()
)
STREET = frozenset({"protest", "riot", "gather", "clash", "brawl", "protest-people", "fight"})
HELD = frozenset({"in custody", "under arrest", "behind bars"})
NEAR = 5  # tokens between a word of reporting and what is reported


def belong_to_arrest(frames: list[Frame]) -> None:
    """Let an arrest stand for what goes with it: who is in custody was arrested; soldiers came for it; a march that a
    reporter covered is no march of his."""
    for frame in frames:
        if frame.trigger.casefold() in HELD and not frame.targets:
            hold(frame)
    arrests = [f for f in frames if f.actions & TAKING and not f.scope and f.voice != "noun"]
    if not arrests:
        return
    if not any(f.actions & HARM and not f.scope and f not in arrests for f in frames):
        for frame in frames:
            if came_for(frame, arrests):
                frame.scope, frame.detail = "topic-only", frame.trigger
    for frame in frames:
        if frame.actions & STREET and not frame.scope and covered(frame):
            frame.scope, frame.detail = "topic-only", frame.trigger


def hold(frame: Frame) -> None:
    """Let the subject of "are in custody" be those arrested."""
    norm = frame.sentence.words.norm
    at = next((i for i in range(frame.first - 1, max(-1, frame.first - 3), -1) if norm[i] in BE), None)
    if at is None:
        return
    subject = [m for m in frame.sentence.mentions if at - 1 <= m.last <= at]
    if subject:
        frame.targets, frame.voice = subject, "passive"


def came_for(frame: Frame, arrests: list[Frame]) -> bool:
    """Say whether forces of a state come into a place, or raid it, in the sentence of an arrest by them."""
    raid = "attack" in frame.actions and frame.trigger.casefold().startswith(RAIDS)
    if frame.scope or frame in arrests or not (raid or frame.actions & COMING):
        return False
    if frame.voice == "noun":
        return not frame.agents and any(of_forces(f.agents) for f in arrests)
    return of_forces(frame.agents) and any(
        f.first > frame.last and (not f.agents or f.agents == frame.agents or of_forces(f.agents))
        for f in arrests
    )


def of_forces(mentions: list[Mention]) -> bool:
    """Say whether mentions are of the forces of a state."""
    return bool(mentions) and all(m.kind in FORCES for m in mentions)


def covered(frame: Frame) -> bool:
    """Say whether what a frame tells is only what reporters were at work on."""
    norm = frame.sentence.words.norm
    if COVERING.isdisjoint(norm[max(0, frame.first - NEAR) : frame.first]):
        return False
    return any(m.entry == "journalists" for m in frame.sentence.mentions)
