"""Casework: what is plain crime by how the police came to it: a call to one man with a knife, a deed among kin.

None of it has a political meaning (coding-rules 1).
"""

from collections.abc import Iterable

from newsledger.coder.frames import Frame
from newsledger.coder.kinds import is_single
from newsledger.coder.spans import Sentence

THREATENED = "threatened"  # the cue of a man with a knife whom the police are called to
HARM = frozenset({"kill", "wound", "shoot", "death", "abduct", "assault"})
KIN = frozenset(
    "wife husband girlfriend boyfriend ex-wife ex-husband mother father parents sister brother daughter son children"
    " child daughters sons stepson stepdaughter baby neighbour neighbor fiancee".split()
)
ROBBERS = frozenset("robber robbers robbery thief thieves burglar burglars heist".split())
OWN = frozenset({"his", "her"})


def is_police_call(frame: Frame) -> bool:
    """Say whether the police shot one man who threatened them on a call ("came at officers with a hammer")."""
    if not frame.actions & HARM or not frame.agents or not all(m.kind == "police" for m in frame.agents):
        return False
    alone = bool(frame.targets) and all(is_single(m) and not m.country for m in frame.targets)
    return alone and any(c.entry.id == THREATENED for c in frame.sentence.cues)


def is_among_kin(frame: Frame, frames: Iterable[Frame]) -> bool:
    """Say whether people are arrested for what they did to their own kin ("arrested a pastor who shot his wife")."""
    if "arrest" not in frame.actions:
        return False
    norm = frame.sentence.words.norm
    harm = (f for f in frames if f.sentence is frame.sentence and f.actions & HARM and f.first >= frame.last)
    return any(
        OWN & set(norm[f.last : f.last + 1]) and KIN & set(norm[f.last + 1 : f.last + 3]) for f in harm
    )


def tells_robbery(sentences: Iterable[Sentence]) -> bool:
    """Say whether sentences name robbers, whose bomb is crime; one at a jeweller's house need not be."""
    return any(not ROBBERS.isdisjoint(s.words.norm) for s in sentences)
