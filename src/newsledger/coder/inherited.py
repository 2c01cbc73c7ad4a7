"""Inherited: who acts where a verb names nobody and takes its subject over from the verb before it."""

from newsledger.coder.bombs import is_verb_of
from newsledger.coder.clause import Clause, coordinated_left
from newsledger.coder.frames import Frame, overlap
from newsledger.coder.grammar import ADVERBS, BE, DEADLY, DETERMINERS, FORCE, HAVE, INHERIT, NUMBERS
from newsledger.coder.heads import FINITE
from newsledger.coder.spans import Mention

HARM = frozenset({"kill", "wound", "burn", "destroy", "loot", "death"})
RETURNING = frozenset({"release", "retake-territory", "seize-territory", "armed-move", "attack", "come-in"})
PARTING = frozenset(", and but or who which that as while".split())  # what begins another statement
MEANWHILE = frozenset({"by", "before", "after", "while", "when", "upon"})
TOLD = frozenset({"told", "tell", "tells", "telling", "informed"})  # whom they follow only hears it
TRYING = frozenset({"trying", "attempting", "seeking", "struggling", "managing"})
PAST = frozenset({"past", "ed"})
CAUSED = frozenset("made make forced ordered obliged compelled told asked".split())
OF_NOUN = DETERMINERS | NUMBERS | frozenset({"their", "his", "her", "its"})
STREET = frozenset({"protest", "gather", "block", "fill-streets", "riot"})
DEEDS = FORCE | {"grenade", "suicide-bomb", "chemical", "clash", "fight", "operation"}


def inherit(clause: Clause, frame: Frame, before: list[Frame]) -> list[Mention]:
    """Return the subject that a verb without one takes over from the verb before it, and mark the frame."""
    previous = before[-1] if before else None
    if previous is None or clause.hard_between(previous.last, frame.first):
        return []
    if not shares_subject(clause, previous, frame):
        return []
    if (
        previous.voice == "noun" and not previous.agents
    ):  # a noun of nobody ("a leading daily") hides no subject
        acting = next((f for f in reversed(before) if f.voice == "active" and f.agents), None)
        if acting is None and frame.voice == "active" and (opener := first_subject(clause, previous.first)):
            frame.inherited = True
            return opener
        previous = acting or previous
    frame.inherited = True
    be = (
        clause.norm[frame.first - 1] in BE or clause.norm[frame.first] in BE
    )  # or a part of the trigger's own words
    if frame.voice == "passive" and previous.voice == "active" and be:
        return list(previous.agents)  # "rebels seized the town but were driven out"
    if frame.voice == "passive" or frame.actions <= {"death"}:
        return list(previous.targets)
    aside = clause.norm[previous.first - 1] == clause.norm[frame.first - 1] == ","
    if previous.voice == "passive" and aside and frame.form in FINITE - {"base"}:
        return list(previous.targets)  # "troops, reinforced by a militia, retook the town"
    if "undergo" in previous.tags and frame.form in FINITE and previous.targets:
        return list(previous.targets)  # "the marines came under fire but overran the camp"
    return list(previous.agents)


def addressed(clause: Clause, mention: Mention) -> bool:
    """Say whether a mention is of those who are told what follows ("told reporters that a strike hit a convoy")."""
    before = any(cue.first < mention.first <= cue.last for cue in clause.sentence.speech)
    behind = clause.norm[mention.last : mention.last + 1]
    told = any(
        cue.last == mention.first and clause.norm[cue.last - 1] in TOLD for cue in clause.sentence.speech
    )
    return (before and behind == ["that"]) or (told and behind[:1] != ["who"])


def is_made_to(clause: Clause, mention: Mention, frame: Frame) -> bool:
    """Say whether those before a past verb were only made to do something ("made the drivers get out and burned …")."""
    norm, at = clause.norm, mention.first - 1
    while at > 0 and (norm[at] in OF_NOUN or norm[at][0].isdigit()):
        at -= 1
    caused = at > 0 and norm[at] in CAUSED and not any(m.last == at + 1 for m in clause.mentions)
    return caused and frame.voice == "active" and frame.form in PAST and mention.last < frame.first


def first_subject(clause: Clause, at: int) -> list[Mention]:
    """Return who opens the statement before token `at` ("a mob went on a spree and burned …"), or nobody."""
    for m in reversed(clause.mentions):
        told = m in clause.speakers or addressed(clause, m)
        if m.last <= at and not clause.hard_between(m.last, at) and not told:
            return coordinated_left(clause, m) if clause.is_subject(m) else []
    return []


def is_beside(clause: Clause, frame: Frame, before: list[Frame]) -> bool:
    """Say whether a word in -ing goes on behind "and" with the results of one in -ing behind a comma ("…, killing two
    people and setting cars on fire"): the same did it."""
    if frame.form != "ing" or frame.voice != "active" or not before or clause.norm[frame.first - 1] != "and":
        return False
    last = before[-1]
    return last.form == "ing" and last.first > 0 and clause.norm[last.first - 1] == ","


def of_deed(clause: Clause, frame: Frame, before: list[Frame]) -> Frame | None:
    """Return the noun of violence that is itself the subject of a verb of harm ("told reporters the attacks had killed
    four", "police are investigating an attack on a church that wounded six"), or None."""
    noun = before[-1] if before else None
    if noun is None or noun.voice != "noun" or frame.voice != "active" or not frame.actions & DEADLY:
        return None
    if not noun.actions & DEEDS or overlap(clause.mentions, noun.first, noun.last):
        return None
    gap = clause.norm[noun.last : frame.first]
    opened = max((i for i, n in enumerate(gap) if n in {"that", "which"}), default=-1)
    if opened >= 0 and (
        clause.hard_between(noun.last, frame.first)
        or any(noun.last <= c.first < noun.last + opened for c in clause.sentence.speech)
    ):
        return None  # "after the raid the army said that it killed two"
    return noun if gap and all(n in HAVE or n in ADVERBS for n in gap[opened + 1 :]) else None


def carried(clause: Clause, frame: Frame, before: list[Frame]) -> list[Mention] | None:
    """Return the subject of a verb that a comma and -ing, or "they", carry over from the main verb; None for others.

    "Fired on a sit-in of residents, killing four" tells of those who fired; "they" are the crowd where the verb tells
    of a crowd, else those under arms.
    """
    if is_beside(clause, frame, before):
        return list(before[-1].agents)
    main = next((f for f in reversed(before) if f.voice == "active" and f.form in FINITE and f.agents), None)
    if main is None or clause.hard_between(main.last, frame.first):
        return None
    gap = clause.norm[main.last : frame.first]
    carrying = (
        frame.form == "ing"
        and (gap[-1:] == [","] or is_result(clause, main, frame))
        and bool(frame.actions & (HARM | {"abduct", "arrest"}))
    )
    if carrying and (before[-1].voice == "noun" or before[-1].agents == main.agents):
        return list(main.agents)
    if gap[-1:] != ["they"] or frame.voice != "active":
        return None
    if (near := doer_before(clause, frame.first - 1)) is not None:
        return [near]
    people = [
        m for m in (*main.agents, *main.targets) if "plural" in m.tags or m.kind in {"police", "military"}
    ]
    back = "but" in gap and bool(frame.actions & RETURNING)
    foes = [m for m in main.targets if "armed" in m.tags] if back else []
    if foes:
        return foes[:1]  # "drove out the rebels but they came back and …"
    armed = [m for m in people if "armed" in m.tags]
    loose = [m for m in people if "armed" not in m.tags]
    street = bool(frame.actions & (STREET | {"break-in", "stone"}))
    chosen = loose if street else armed
    if street and not loose and "riot" in frame.actions:
        return []  # "officers, on whom they threw projectiles"
    return (chosen or people)[:1] or None


def of_thing(clause: Clause, frame: Frame, before: list[Frame]) -> bool:
    """Say whether a clause tells what a bomb did, or a comma and -ing with what result ("men who planted the bomb that
    wrecked the bank, killing three"): nobody named before is its subject."""
    if is_verb_of(frame):
        return True
    last = next((f for f in reversed(before) if f.voice == "active" and f.form in FINITE | {"word"}), None)
    if last is None or frame.form != "ing" or clause.norm[frame.first - 1] not in {",", "and"}:
        return False
    return is_verb_of(last)


def doer_before(clause: Clause, at: int) -> Mention | None:
    """Return those by whom the verb before "after they" was done ("taken by rebels after they stormed a post")."""
    if clause.norm[at - 1] not in MEANWHILE:
        return None
    by = (m for m in clause.mentions if m.last == at - 1 and m.first and clause.norm[m.first - 1] == "by")
    return next((m for m in by if "armed" in m.tags), None)


def is_result(clause: Clause, main: Frame, frame: Frame) -> bool:
    """Say whether a verb in -ing that no comma parts from the object of violence tells its result ("the army shelled a
    rebel base killing nine"); behind people it may tell of them ("attacked rebels killing villagers")."""
    gap = clause.norm[main.last : frame.first]
    if not gap or not main.actions & FORCE or not frame.actions & DEADLY or not PARTING.isdisjoint(gap):
        return False
    return not any(m.last == frame.first and "person" in m.tags for m in clause.mentions)


def by_means(clause: Clause, frame: Frame, before: list[Frame]) -> list[Mention] | None:
    """Return who does what a verb in -ing tells of the verb before it ("attacked by throwing …"), None for others."""
    verb = next((f for f in reversed(before) if f.voice != "noun"), None)
    if (
        not before
        and frame.form == "ing"
        and frame.voice == "active"
        and clause.norm[frame.first - 1] == "by"
    ):
        return first_subject(clause, frame.first)  # "responded by abducting …"
    if verb is None or not means(clause, verb, frame):
        return None
    undergone = verb.voice == "passive" and clause.norm[frame.first - 1] != "by"
    return list(verb.targets if undergone else verb.agents)


def means(clause: Clause, previous: Frame, frame: Frame) -> bool:
    """Say whether a verb in -ing tells how the one before was done ("attacked a patrol by throwing a grenade",
    "fought soldiers while trying to storm the town")."""
    at = frame.first
    tried = clause.norm[at - 1 : at] == ["to"] and clause.norm[at - 2] in TRYING
    at -= 2 if tried else 0
    gerund = (tried or frame.form == "ing") and clause.norm[at - 1] in MEANWHILE
    return gerund and not clause.hard_between(previous.last, at)


def shares_subject(clause: Clause, previous: Frame, frame: Frame) -> bool:
    """Say whether two verbs are coordinated ("stormed the village and killed ten", "…, killing ten")."""
    gap = clause.norm[previous.last : frame.first]
    if (
        not gap
        and frame.form in {"past", "ed"}
        and "who" in clause.norm[max(0, previous.first - 3) : previous.first]
    ):
        return False  # "relatives of a patient who had died assaulted doctors"
    if frame.form == "ing" or not gap:
        return True
    lead = [n for n in gap[-3:] if n in INHERIT]
    return bool(lead) or previous.voice == "noun" or gap[-1:] == ["to"]
