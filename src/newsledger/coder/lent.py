"""Lent: weapons that the sentence before named ("He saw two helicopters. They started shooting.", "Sarin was used in
the town. The attack took place on …", "They threw a grenade. It went off by the door.")."""

from itertools import takewhile

from newsledger.coder.frames import Frame, taken_over
from newsledger.coder.grammar import ADVERBS, BE, HAVE
from newsledger.coder.spans import Sentence

STRIKES = frozenset({"attack", "strikes"})
AGAIN = frozenset({"another", "second", "third", "further"})
FLYING = frozenset({"air", "drone"})
FROM_AFAR = FLYING | {"artillery"}
BY_ACT = (("airstrike", "air"), ("shell", "artillery"))
GAS = frozenset({"chemical"})
THROWN = frozenset({"grenade"})
ACTS = frozenset("shoot attack fire-at launch bomb kill wound destroy".split())
THEY = frozenset({"they", "it", "one", "both"})
BEGINNING = frozenset("started began then suddenly opened kept continued".split())
EXPLOSIVES = frozenset({"explosive", "explosives", "device", "bomb", "charge"})
BOMBS = frozenset({"ied", "artillery", "suicide"})
OCCURRED = frozenset("took occurred happened came".split())  # "took place"
BACK = 4  # tokens between a pronoun and its verb


def lend_weapons(before: Sentence, told: list[Frame], frames: list[Frame]) -> None:
    """Give a verb whose subject is a bare pronoun the aircraft of the sentence before as its weapon, and "the attack"
    that took place the gas; what went off then, or "the explosive" thrown, is the grenade that was thrown.

    `told` are the frames of the story so far.
    """
    named = frozenset(s.entry.id for s in before.of_kind("weapon"))
    last = takewhile(lambda f: f.sentence is before, reversed(told))
    if any(f.weapons == THROWN for f in last):
        named = (named - BOMBS) | THROWN
    if named & THROWN and not named & BOMBS:
        lend_grenade(frames)
    bare = [f for f in frames if not f.agents and not f.weapons and f.actions & ACTS]
    if named & GAS:
        for frame in bare:
            if frame.voice == "noun" and "attack" in frame.actions and is_dated(frame):
                frame.weapons = GAS
    if (
        not bare
        or not named & FLYING
        or any("armed" in m.tags and "person" in m.tags for m in before.mentions)
    ):
        return  # it may be they who shoot
    for frame in bare:
        if has_pronoun(frame):
            frame.weapons = named & FLYING


def lend_grenade(frames: list[Frame]) -> None:
    """Let what went off, or was thrown as "the explosive", be the grenade of the sentence before."""
    for frame in frames:
        thrown = "launch" in frame.actions and frame.weapons == {"ied"} and names_it(frame)
        if thrown or (not frame.agents and not frame.weapons and went_off(frame)):
            frame.weapons = THROWN


def lend_strike(before: list[Frame], frames: list[Frame]) -> None:
    """Give "another strike" and "a second attack", of which no weapon is told, the aircraft or guns of the sentence
    before and those who used them."""
    for frame in frames:
        if frame.voice != "noun" or frame.agents or frame.weapons or not frame.actions & STRIKES:
            continue
        if frame.sentence.words.norm[frame.first - 1] not in AGAIN:
            continue
        last = frame.sentence.index - 1
        known = (f for f in reversed(before) if f.sentence.index == last and not f.scope)
        told = next((f for f in known if f.agents and from_afar(f)), None)
        if told is not None:
            frame.weapons = from_afar(told)
            frame.agents = taken_over(told.agents, frame.sentence, frame.first, frame.last)


def from_afar(frame: Frame) -> frozenset[str]:
    """Return the aircraft or guns with which an act was done."""
    acts = frozenset(weapon for action, weapon in BY_ACT if action in frame.actions)
    return (frame.weapons & FROM_AFAR) | acts


def names_it(frame: Frame) -> bool:
    """Say whether what is thrown is only called "the explosive" or "the device"."""
    behind = frame.sentence.words.norm[frame.last : frame.last + 2]
    return behind[:1] == ["the"] and bool(EXPLOSIVES & set(behind))


def went_off(frame: Frame) -> bool:
    """Say whether something goes off that the sentence does not name ("it exploded"), or "the" blast is told of."""
    if "bomb" not in frame.actions:
        return False
    norm = frame.sentence.words.norm
    return frame.voice != "noun" or (frame.first > 0 and norm[frame.first - 1] == "the")


def is_dated(frame: Frame) -> bool:
    """Say whether "the" attack is told to have happened then: "the attack took place on …"."""
    norm = frame.sentence.words.norm
    told = norm[frame.last : frame.last + 1]
    return frame.first > 0 and norm[frame.first - 1] == "the" and bool(OCCURRED & set(told))


def has_pronoun(frame: Frame) -> bool:
    """Say whether a pronoun is the subject of a verb, or of the verb of beginning before it."""
    norm = frame.sentence.words.norm
    for i in range(frame.first - 1, max(-1, frame.first - 1 - BACK), -1):
        if norm[i] in THEY:
            return True
        if norm[i] == "," and i and frame.form == "ing":
            return any(n in THEY for n in norm[:i])  # "they fired through the walls, hitting children"
        if norm[i] not in ADVERBS | BE | HAVE | BEGINNING:
            return False
    return False
