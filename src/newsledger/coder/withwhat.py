"""With what: the weapons and the objects in the clause of a frame."""

from itertools import pairwise

from newsledger.coder.allies import supports
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import ADVERBS, BE, HAVE, PREPOSITIONS
from newsledger.coder.heads import FINITE
from newsledger.coder.sentence import HARD
from newsledger.coder.spans import PRIVATE, Sentence, Span

SENDING = frozenset({"move-forces", "send", "use"})
NAMESAKES = frozenset({"tank", "shell", "mine", "battery", "mortar", "bolo", "club", "stone", "brick"})
ASIDES = frozenset({"—", ","})  # what stands around an aside
MILITARY = "military-site"
GAS = "chemical"  # an action, and a weapon
BORNE = frozenset({"artillery", "grenade"})
BEARING = frozenset({("armed", "with"), ("equipped", "with"), ("backed", "by"), ("supported", "by")})
IN_PERSON = frozenset({"attack", "kill", "wound", "death"})
BEAR = frozenset({"carrying", "wielding", "brandishing", "toting", "bearing"})
FLYING = frozenset({"air", "drone"})
FAR_OFF = frozenset({"shell", "airstrike", "bomb", "launch", "fire-at"})  # what is done with what others lend
AIMED = 5  # tokens between "shooting at" and what is shot at
CRAFT = frozenset({"air"})
BOARD = frozenset({"aboard", "board", "onboard", "inside"})
CLOSE = ("ambush", "waylai", "storm")
HARMED = frozenset({"kill", "wound", "death"})
SINCE = frozenset({"after", "since", "following", "before"})
AFTER_REACH = 4  # tokens between "after" and the noun of an event
BLOWS = frozenset({"attack", "shoot", "shell", "destroy", "shoot-down"})
SPOILING = frozenset({"destroy", "take-item", "loot"})
WHY = frozenset(
    "after over following response retaliation punish deter protect prevent suspected accused store stores storing"
    " stored made make making produced produce produces producing develop developing developed manufacture keep kept"
    " house housing housed stockpile stockpiled linked related".split()
)  # between an act and gas that is none of its weapons
ARMED_REACH = 10  # tokens between "armed with" and a weapon


def things(frame: Frame, frames: list[Frame]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids of objects and weapons in the clause of a frame, those inside the trigger included.

    What a passive verb befalls may stand before a clause on it ("a bomb that had been laid by the line was defused").
    """
    first, last = frame.clause
    first -= behind_weapon(frame)
    if frame.voice == "passive" and not frame.targets:
        norm = frame.sentence.words.norm
        first = max((i + 1 for i in range(frame.first) if norm[i] in HARD), default=0)
    if frame.voice == "passive":
        first = min(first, subject_start(frame))
    sentence = frame.sentence
    last = max(last, end_of_cause(frame))
    strikes = frame.voice == "active" and not frame.actions.isdisjoint(FAR_OFF)
    helped = [by for by in supports(sentence) if frame.first not in by]
    objects = {
        s.entry.id
        for s in sentence.of_kind("object")
        if first <= s.first < last
        and not (s.entry.id == MILITARY and is_of_private(sentence, s))
        and not any(s.first in by for by in helped)
    }
    weapons = {
        s.entry.id
        for s in sentence.of_kind("weapon")
        if first <= s.first < last
        and not (not strikes and any(s.first in by for by in helped))
        and not carried_along(frame, s)
        and not (s.entry.id == GAS and is_reason(frame, s))
        and not any("ally" in m.tags and m.first <= s.first < m.last for m in sentence.mentions)
        and not is_name(sentence, s)
        and not is_boarded(sentence, s)
        and not is_hit(frame, s, frames)
        and not of_others(frame, s, frames)
        and not is_spoil(frame, s, frames)
        and not any(is_shot_at(f, s) for f in frames)
        and not any(is_of_before(f, frame, s) for f in frames)
    }
    weapons |= flown_by(frame)
    # a trigger may name its own gas ("dropped barrel bombs containing chlorine, injuring …")
    gas = (s for s in sentence.acts if s.entry.id == GAS and first <= s.first <= frame.first)
    if any(not any(is_of_before(f, frame, s) for f in frames) for s in gas):
        weapons.add(GAS)
    return frozenset(objects), frozenset(weapons)


def is_of_before(other: Frame, frame: Frame, weapon: Span) -> bool:
    """Say whether a weapon is that of an earlier event which only dates an act ("days after a chemical attack, shelling
    killed eight")."""
    norm = other.sentence.words.norm
    named = other is not frame and other.voice == "noun" and other.first <= weapon.first < other.last
    dated = not SINCE.isdisjoint(norm[max(0, other.first - AFTER_REACH) : other.first])
    return named and dated and frame.first > other.last and "," in norm[other.last : frame.first]


def is_reason(frame: Frame, gas: Span) -> bool:
    """Say whether gas is only why somebody acts, or what is kept where he does ("bombed a plant that made sarin")."""
    return not WHY.isdisjoint(frame.sentence.words.norm[frame.last : gas.first])


def is_of_private(sentence: Sentence, thing: Span) -> bool:
    """Say whether a thing that armies have is that of people without arms ("a convoy of traders", "a camp of …")."""
    private = (m for m in sentence.mentions if m.kind in PRIVATE)
    return any(m.first <= thing.first < m.last for m in private)


def flown_by(frame: Frame) -> frozenset[str]:
    """Return the aircraft that those who act are ("Eritrean planes circled the camp before bombing it")."""
    own = [m for m in frame.agents if m.sentence == frame.sentence.index and frame.voice == "active"]
    if not own or not frame.actions & HARMED | frame.actions & BLOWS:
        return frozenset()
    flying = (s for s in frame.sentence.of_kind("weapon") if s.entry.id in FLYING)
    return frozenset(s.entry.id for s in flying if any(m.first <= s.first < m.last for m in own))


def behind_weapon(frame: Frame) -> int:
    """Return how many tokens before its clause the weapon stands that a relative clause is on ("the rockets which
    rebels fired at the port"), or 0."""
    sentence, at = frame.sentence, frame.clause[0] - 1
    if at < 1 or sentence.words.norm[at] not in {"which", "that"}:
        return 0
    subject = any(at < m.first < frame.first for m in frame.agents)
    if not subject and "bomb" not in frame.actions:
        return 0  # a weapon is the subject of what goes off only, not of "a shell that had landed"
    weapon = next((s for s in sentence.of_kind("weapon") if s.last == at), None)
    return 0 if weapon is None else frame.clause[0] - weapon.first


def end_of_cause(frame: Frame) -> int:
    """Return the token where a clause of time ends in which people died by what no trigger tells ("perished when their
    car was reduced to scrap by a drone"), or 0."""
    norm, at = frame.sentence.words.norm, frame.clause[1]
    if not frame.actions <= HARMED or frame.agents or norm[at : at + 1] != ["when"]:
        return 0
    end = next((i for i in range(at + 1, len(norm)) if norm[i] in HARD or norm[i] == ","), len(norm))
    told = any(at < s.first < end for s in frame.sentence.acts)
    return 0 if told or "by" not in norm[at:end] else end


def subject_start(frame: Frame) -> int:
    """Return the token where the clause of a verb begins, one within dashes behind its subject left out ("two
    parcels — one sent to a judge — were defused")."""
    norm, first = frame.sentence.words.norm, frame.clause[0]
    if first < 2 or norm[first - 1] not in ASIDES or frame.first - first > 3:
        return first
    opening = next((i for i in range(first - 2, -1, -1) if norm[i] in HARD or norm[i] in ASIDES), -1)
    if opening < 1 or norm[opening] != norm[first - 1]:
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


def is_spoil(frame: Frame, weapon: Span, frames: list[Frame]) -> bool:
    """Say whether a weapon is what a later verb destroys or takes ("killed six rebels, destroying two tanks")."""
    norm = frame.sentence.words.norm
    return any(
        f.voice == "active"
        and f.actions & SPOILING
        and frame.last <= f.first
        and 0 <= weapon.first - f.last <= AIMED
        and not set(norm[f.last : weapon.first]) & (PREPOSITIONS - {"of"})
        for f in frames
        if f is not frame
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


def is_boarded(sentence: Sentence, weapon: Span) -> bool:
    """Say whether an aircraft is only where somebody was ("shot aboard an airliner")."""
    before = sentence.words.norm[max(0, weapon.first - 4) : weapon.first]
    return weapon.entry.id in CRAFT and not BOARD.isdisjoint(before)


def is_hit(frame: Frame, weapon: Span, frames: list[Frame]) -> bool:
    """Say whether a weapon's words are part of those who are hit ("attacked an air force bus"), or belong to the verb
    before one of coming near ("shelled the post with mortars and ambushed a patrol")."""
    norm = frame.sentence.words.norm
    if weapon.entry.id in CRAFT:
        known = (*frames, frame)
        hit = (m for f in known for m in f.targets if "thing" not in m.tags)
        return any(m.first <= weapon.first < m.last for m in hit) or any(undergoes(f, weapon) for f in known)
    close = norm[frame.first].startswith(CLOSE) and frame.voice == "active"
    return close and weapon.entry.id in BORNE and weapon.last <= frame.first


def undergoes(frame: Frame, craft: Span) -> bool:
    """Say whether an aircraft is the subject of a passive ("the plane was struck by a missile")."""
    if frame.voice != "passive" or craft.last >= frame.first or not frame.actions & BLOWS:
        return False
    gap = frame.sentence.words.norm[craft.last : frame.first]
    return all(n in BE or n in HAVE or n in ADVERBS for n in gap)


def carried_along(frame: Frame, weapon: Span) -> bool:
    """Say whether those who attack only bear a heavy weapon among others ("men armed with rifles and rocket launchers
    attacked a post"): they came in person."""
    if weapon.entry.id not in BORNE or weapon.last > frame.first or not frame.actions & IN_PERSON:
        return False
    before = frame.sentence.words.norm[max(0, weapon.first - ARMED_REACH) : weapon.last]
    borne = any(pair in BEARING for pair in pairwise(before)) or bool(BEAR & set(before))
    return borne and not HARD & set(before)
