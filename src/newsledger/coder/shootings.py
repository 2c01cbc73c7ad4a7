"""Shootings: what no rule reads of a shooting, because its shots stand in one sentence and those hit in another.

"Police were called to a motel in Reno on Friday after shots were fired. A man was dead." The scope `all-violence` asks
for it where a story has no row (coding-rules 1).
"""

from itertools import pairwise

from newsledger.coder.frames import Frame
from newsledger.coder.howmany.casualties import UNMEANT, counts_harmed
from newsledger.coder.spans import Sentence
from newsledger.coder.story import Story

# what people do to others with guns and knives, and what is left of it
SHOTS = frozenset(
    "shot shots shoot shoots shooting shootings shooter gunman gunmen gunfire gunshot gunshots bullet bullets homicide"
    " homicides murder murdered stabbed stabbing ambushed gunned fired firing".split()
)
OPENED = frozenset("open opens opened opening returned".split())
# of no deed of one person to another
OWN = frozenset("himself herself self-inflicted suicide".split())
MURDER = frozenset("homicide homicides murder murders murdered murder-suicide".split())
BY_CHANCE = UNMEANT | frozenset("accident accidents misfire misfired hunting negligent blank drill".split())
HARM = frozenset(
    {
        "death",
        "wound",
        "shoot",
        "attack",
        "assault",
        "corpse",
        "land",
        "intervene-hard",
        "fire-at",
        "shots-hit",
    }
)
RISEN = ("rais", "brings", "bringing", "brought")  # how a count is told that has risen
NEAR = 2  # sentences between the shots and those hit


def lend(story: Story) -> frozenset[int]:
    """Let the frames of a story without a row be shootings where shots and people hit stand near; return their ids."""
    words = {n for s in story.sentences for n in s.words.norm}
    shots = [s.index for s in story.sentences if tells_of_shots(s)]
    if words & BY_CHANCE or not shots or (words & OWN and not words & MURDER):
        return frozenset()
    hit = [s.index for s in story.sentences if counts_harmed(s, sums=False)]
    lent: set[int] = set()
    for frame in story.frames:
        at = frame.sentence.index
        if is_harm(frame) and near(at, shots) and near(at, hit):
            frame.actions |= {"shoot"}
            frame.voice = "noun" if frame.voice == "active" else frame.voice
            lent.add(id(frame))
    return frozenset(lent)


def tells_of_shots(sentence: Sentence) -> bool:
    """Say whether a sentence has words of shots, or of murder."""
    norm = sentence.words.norm
    opened = any(one in OPENED and two == "fire" for one, two in pairwise(norm))
    return opened or not SHOTS.isdisjoint(norm)


def is_update(frame: Frame) -> bool:
    """Say whether a frame is out of scope as a count that has risen since ("raised the number of dead to three")."""
    return frame.scope == "background" and frame.detail.casefold().startswith(RISEN)


def is_harm(frame: Frame) -> bool:
    """Say whether a frame in scope tells of shots or of people who came to harm."""
    return not frame.scope and bool(frame.actions & HARM)


def near(at: int, told: list[int]) -> bool:
    """Say whether something is told in a sentence or in those beside it."""
    return any(abs(index - at) <= NEAR for index in told)
