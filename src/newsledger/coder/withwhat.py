"""With what: the weapons and the objects in the clause of a frame."""

from itertools import pairwise

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import PREPOSITIONS
from newsledger.coder.heads import FINITE
from newsledger.coder.sentence import HARD
from newsledger.coder.spans import Sentence, Span

SENDING = frozenset({"move-forces", "send", "use"})
NAMESAKES = frozenset({"tank", "shell", "mine", "battery", "mortar", "bolo", "club", "stone", "brick"})
DASH = "—"
GAS = "chemical"  # an action, and a weapon
BORNE = frozenset({"artillery", "grenade"})
BEARING = frozenset({("armed", "with"), ("equipped", "with")})
IN_PERSON = frozenset({"attack", "kill", "wound", "death"})
BEAR = frozenset({"carrying", "wielding", "brandishing", "toting", "bearing"})
FLYING = frozenset({"air", "drone"})
AIMED = 5  # tokens between "shooting at" and what is shot at
ARMED_REACH = 10  # tokens between "armed with" and a weapon


def things(frame: Frame, frames: list[Frame]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids of objects and weapons in the clause of a frame, those inside the trigger included.

    What a passive verb befalls may stand before a clause on it ("a bomb that had been laid by the line was defused").
    """
    first, last = frame.clause
    if frame.voice == "passive" and not frame.targets:
        norm = frame.sentence.words.norm
        first = max((i + 1 for i in range(frame.first) if norm[i] in HARD), default=0)
    if frame.voice == "passive":
        first = min(first, subject_start(frame))
    sentence = frame.sentence
    objects = {s.entry.id for s in sentence.of_kind("object") if first <= s.first < last}
    weapons = {
        s.entry.id
        for s in sentence.of_kind("weapon")
        if first <= s.first < last
        and not carried_along(frame, s)
        and not is_name(sentence, s)
        and not of_others(frame, s, frames)
        and not any(is_shot_at(f, s) for f in frames)
    }
    # a trigger may name its own gas ("dropped barrel bombs containing chlorine, injuring …")
    if any(s.entry.id == GAS and first <= s.first <= frame.first for s in sentence.acts):
        weapons.add(GAS)
    return frozenset(objects), frozenset(weapons)


def subject_start(frame: Frame) -> int:
    """Return the token where the clause of a verb begins, one within dashes behind its subject left out ("two
    parcels — one sent to a judge — were defused")."""
    norm, first = frame.sentence.words.norm, frame.clause[0]
    if first < 2 or norm[first - 1] != DASH or frame.first - first > 3:
        return first
    opening = next((i for i in range(first - 2, -1, -1) if norm[i] in HARD), -1)
    if opening < 1 or norm[opening] != DASH:
        return first
    return max((i + 1 for i in range(opening) if norm[i] in HARD), default=0)


def of_others(frame: Frame, weapon: Span, frames: list[Frame]) -> bool:
    """Say whether a weapon is what somebody else sends in a statement joined to a frame's own ("rebels attacked a post
    and the army deployed two helicopters")."""
    return any(
        frame.last <= f.first and f.last <= weapon.first
        for f in frames
        if f.voice == "active"
        and f.form in FINITE
        and f.actions & SENDING
        and f.agents
        and f.agents != frame.agents
    )


def is_shot_at(frame: Frame, weapon: Span) -> bool:
    """Say whether an aircraft is what somebody shoots at, and no weapon of his ("by shooting at two planes")."""
    if weapon.entry.id not in FLYING or frame.voice != "active" or not frame.actions & {"shoot", "fire-at"}:
        return False
    norm = frame.sentence.words.norm
    gap = norm[frame.last : weapon.first]
    at = norm[frame.last - 1] in {"at", "on"} or gap[:1] in (["at"], ["on"]) or frame.actions == {"shoot"}
    return at and 0 <= weapon.first - frame.last <= AIMED and not set(gap[1:]) & PREPOSITIONS - {"of"}


def is_name(sentence: Sentence, weapon: Span) -> bool:
    """Say whether a weapon's word is written as a name amid small letters ("gunned down in Tank")."""
    words = sentence.words
    lone = weapon.last == weapon.first + 1 and words.norm[weapon.first] in NAMESAKES
    if not lone or weapon.first == 0 or not words.text[weapon.first][0].isupper():
        return False
    return sentence.kind != "headline" and any(
        t.islower() and t.isalpha() for t in words.text[: weapon.first]
    )


def carried_along(frame: Frame, weapon: Span) -> bool:
    """Say whether those who attack only bear a heavy weapon among others ("men armed with rifles and rocket launchers
    attacked a post"): they came in person."""
    if weapon.entry.id not in BORNE or weapon.last > frame.first or not frame.actions & IN_PERSON:
        return False
    before = frame.sentence.words.norm[max(0, weapon.first - ARMED_REACH) : weapon.last]
    borne = any(pair in BEARING for pair in pairwise(before)) or bool(BEAR & set(before))
    return borne and not HARD & set(before)
