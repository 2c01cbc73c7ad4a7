"""Taken up: does a telling go on with the event told just before: its blast, its victims, its dead (coding-rules 1)?

"Two were hurt in the blast", "they killed the victims" and "a third man died of his wounds" name no event of their own.
"""

from newsledger.coder.accounts import Account
from newsledger.coder.event_types import EXPLOSIONS, RIOTS
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DEADLY
from newsledger.coder.parties import unlike

NEIGHBOURS = 3  # sentences
LATER = 8  # tokens behind "died" in which "of his wounds" or "two days later" stand
HURTS = frozenset({"wounds", "injuries", "wound", "injury"})
VICTIMS = frozenset({"victims", "hostages", "captives", "abductees"})


def died_later(account: Account, frame: Frame) -> bool:
    """Say whether a frame tells that a victim of the violence told just before died of it later (coding-rules 5)."""
    if not frame.actions <= {"death"} or frame.agents or account.family not in {"demonstration", "violence"}:
        return False
    around = frame.sentence.words.norm[max(frame.first - 2, 0) : frame.last + LATER]
    later = "later" in around or "succumbed" in around or ("of" in around and bool(HURTS & set(around)))
    return later and 0 <= frame.sentence.index - account.tellings[-1].frame.sentence.index <= 2


def is_its_blast(account: Account, frame: Frame) -> bool:
    """Say whether "the blast" is that of an explosion told just before, whoever it hit ("hurt in the blast")."""
    norm = frame.sentence.words.norm
    if frame.voice != "noun" or "bomb" not in frame.actions or frame.agents or norm[frame.first - 1] != "the":
        return False
    gap = frame.sentence.index - account.tellings[-1].frame.sentence.index
    return 0 <= gap <= NEIGHBOURS and account.decision.rule.event_type == EXPLOSIONS


def is_its_riot(account: Account, frame: Frame) -> bool:
    """Say whether "the attack" is what a crowd did that was told of just before ("threw petrol bombs. Nine were hurt in
    the attack")."""
    before = frame.sentence.words.norm[max(0, frame.first - 2) : frame.first]
    if frame.voice != "noun" or "attack" not in frame.actions or frame.agents:
        return False
    gap = frame.sentence.index - account.tellings[-1].frame.sentence.index
    same = before[-1:] == ["the"] or before == ["the", "latest"]
    return same and 0 <= gap <= 1 and account.decision.rule.event_type == RIOTS


def of_its_victims(account: Account, frame: Frame) -> bool:
    """Say whether an act was done to "the victims", who are those told of just before, whoever they are; or in a
    headline to a convoy, of which the text tells whose it was."""
    norm = frame.sentence.words.norm
    if not frame.targets or unlike(account.agents, frame.agents):
        return False
    if frame.sentence.kind == "headline":
        return all(norm[m.last - 1] == "convoy" for m in frame.targets)
    gap = frame.sentence.index - account.tellings[-1].frame.sentence.index
    return 0 <= gap <= NEIGHBOURS and all(
        norm[m.last - 1] in VICTIMS and "the" in norm[m.first - 1 : m.first + 1] for m in frame.targets
    )


def went_off_early(account: Account, frame: Frame) -> bool:
    """Say whether a bomb that "exploded prematurely" may be the one of whose blast the story tells."""
    return "premature" in frame.actions and account.decision.rule.event_type == EXPLOSIONS


def is_its_toll(account: Account, frame: Frame) -> bool:
    """Say whether a frame only tells who died of what its sentence told before ("hit the city; two died in A")."""
    last = account.tellings[-1].frame
    told = account.family == "violence" and not last.actions <= DEADLY
    only = frame.actions <= DEADLY and not frame.agents
    return told and only and last.sentence is frame.sentence and last.first < frame.first
