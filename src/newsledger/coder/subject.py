"""The subject: who does what a verb tells, among the mentions before it."""

from newsledger.coder.clause import Clause, coordinated_left
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import ADVERBS, BE, HAVE, INHERIT, OPENING, PREPOSITIONS
from newsledger.coder.heads import ARTICLES, FINITE, apposed_head, describes, doing, relative_head, searching
from newsledger.coder.inherited import STREET, by_means, carried, inherit, shares_subject
from newsledger.coder.spans import Mention

MEANS = frozenset({"using", "employing", "wielding"})
SELF_MOVING = frozenset({"air", "drone", "artillery"})  # weapons that may be the subject of a verb
PART_REACH = 6  # tokens between "including" and those whom it names
INCLUDING = frozenset({"including", "include", "included"})


def find_subject(clause: Clause, frame: Frame, before: list[Frame]) -> list[Mention]:
    """Return the subject of a verb, coordinated mentions included, or that of the verb before it."""
    at = frame.first
    if of_nobody(clause, at) or (frame.voice == "passive" and spoken_of(clause, at)):
        return []
    if (known := carried(clause, frame, before)) is not None:
        frame.inherited = True
        return known
    if acts_by_itself(clause, frame):
        return []
    if (known := by_means(clause, frame, before)) is not None:
        frame.inherited = True
        return known
    head = doing(clause, frame, before[-1] if before else None) or searching(clause, frame, before)
    if head is not None:
        return coordinated_left(clause, head)
    found = nearest_subject(clause, frame, before)
    return inherit(clause, frame, before) if found is None else found


def nearest_subject(clause: Clause, frame: Frame, before: list[Frame]) -> list[Mention] | None:
    """Return the nearest mentions before a verb that can be its subject, nobody where a thing acts, None for none."""
    at = frame.first
    previous = before[-1] if before else None
    described = describes(clause, previous) if frame.form != "ing" else None
    for m in reversed(clause.mentions):
        if m.last > at or m is described:
            continue
        if clause.hard_between(m.last, at):
            break
        if opens_relative(clause, m, at) or demonstrating(frame, m):
            return coordinated_left(clause, m)
        if stands_aside(clause, m, at):
            continue
        if described is None and stands_before(clause, m, previous, frame):
            break
        if m.first >= (previous.last if previous else 0) and not new_subject(clause, m, frame, previous):
            continue
        if clause.is_subject(m):
            if hit_by_thing(clause, m, before):
                return []
            return coordinated_left(clause, relative_head(clause, m, before) or apposed_head(clause, m, at))
    return None


def stands_before(clause: Clause, mention: Mention, previous: Frame | None, frame: Frame) -> bool:
    """Say whether a mention stands before the verb before, whose subject a verb shares and so takes over."""
    if previous is None or not mention.last <= previous.first < frame.first:
        return False
    return shares_subject(clause, previous, frame)


def of_nobody(clause: Clause, at: int) -> bool:
    """Say whether the subject of a verb is nobody in particular ("those who shelled", "a group who were blocking")."""
    i = at - 1
    while i > 1 and (clause.norm[i] in BE or clause.norm[i] in HAVE or clause.norm[i] in ADVERBS):
        i -= 1
    if i > 1 and clause.norm[i] in {"who", "that"} and clause.norm[i - 1] in {"group", "groups", "party"}:
        return not any(m.last == i for m in clause.mentions)
    return (
        at > 1
        and clause.norm[at - 1] == "who"
        and clause.norm[at - 2] in {"those", "anyone", "everyone", "all"}
    )


def spoken_of(clause: Clause, at: int) -> bool:
    """Say whether the subject of a passive verb is a pronoun for people told of before ("three of them were shot")."""
    i = at - 1
    while i > 0 and (clause.norm[i] in BE or clause.norm[i] in HAVE or clause.norm[i] in ADVERBS):
        i -= 1
    return i > 0 and clause.norm[i] == "them" and clause.norm[i - 1] == "of"


def hit_by_thing(clause: Clause, mention: Mention, before: list[Frame]) -> bool:
    """Say whether a mention is only the object of a clause on a thing, which does what the next verb tells ("a bomb
    that targeted police killed nine")."""
    verb = next((f for f in before if f.last <= mention.first and mention in f.targets), None)
    if verb is None or verb.voice != "active" or verb.first < 1:
        return False
    if verb.form == "ing" and any(f.voice == "noun" and f.last == verb.first for f in before):
        return True  # "two bombings targeting pilgrims killed nine"
    if clause.norm[verb.first - 1] not in {"that", "which"}:
        return False
    return not any(m.last == verb.first - 1 for m in clause.mentions)


def stands_aside(clause: Clause, mention: Mention, at: int) -> bool:
    """Say whether a mention is no subject of the verb at `at`: it only helps, or only speaks."""
    if is_part(clause, mention):
        return True
    return "ally" in mention.tags or (
        mention in clause.speakers and not follows_directly(clause, mention, at)
    )


def is_part(clause: Clause, mention: Mention) -> bool:
    """Say whether a mention only names some of those before it ("three rebels including a self-styled general")."""
    start = max(
        [0, mention.first - PART_REACH, *(m.last for m in clause.mentions if m.last <= mention.first)]
    )
    return bool(INCLUDING & set(clause.norm[start : mention.first]))


def demonstrating(frame: Frame, mention: Mention) -> bool:
    """Say whether a verb in -ing right behind people says that they demonstrate ("fired at traders protesting …")."""
    street = frame.form == "ing" and bool(frame.actions & STREET)
    told = (
        frame.form == "ing" and frame.sentence.words.norm[mention.first - 1] == "with"
    )  # "with youths clashing"
    return (street or told) and mention.last == frame.first and "person" in mention.tags


def acts_by_itself(clause: Clause, frame: Frame) -> bool:
    """Say whether the subject right before a verb is an aircraft or a gun that nobody is named with ("the helicopters
    attacked")."""
    at = frame.first
    while at and (clause.norm[at - 1] in ADVERBS or clause.norm[at - 1].endswith("ly")):
        at -= 1
    gun = next((s for s in clause.sentence.spans if s.last == at and s.entry.id in SELF_MOVING), None)
    if gun is None or frame.voice != "active" or frame.form not in FINITE:
        return False
    governed = (
        gun.first > 0
        and clause.norm[gun.first - 1 - (clause.norm[gun.first - 1] in ARTICLES)] in PREPOSITIONS
    )
    owned = any(gun.first - 2 <= m.last <= gun.first or m.first < gun.last <= m.last for m in clause.mentions)
    return not governed and not owned


def opens_relative(clause: Clause, mention: Mention, at: int) -> bool:
    """Say whether a verb stands in a clause on a mention, whatever governs it ("fired at youths who threw stones")."""
    gap = [n for n in clause.norm[mention.last : at] if n != ","]
    plain = all(n in BE or n in HAVE or n in ADVERBS or n.endswith("ly") for n in gap[1:])
    return bool(gap) and gap[0] in {"who", "which", "that"} and plain


def follows_directly(clause: Clause, mention: Mention, at: int) -> bool:
    """Say whether a verb follows a mention with nothing but auxiliaries and adverbs between."""
    return all(
        n in BE or n in HAVE or n in ADVERBS or n.endswith("ly") for n in clause.norm[mention.last : at]
    )


def new_subject(clause: Clause, m: Mention, frame: Frame, previous: Frame | None) -> bool:
    """Say whether a mention behind the previous verb starts a statement of its own rather than being its object."""
    if previous is None:
        return True
    gap = clause.norm[m.last : frame.first]
    if clause.norm[frame.first] in MEANS and not gap:
        return False  # "ambushed a convoy using mines": who ambushed used them
    if m in previous.targets and any(g in INHERIT for g in gap) and not any(g in OPENING for g in gap):
        return False
    opened = any(clause.marks[i] for i in range(previous.last, m.first))
    opened = opened or any(  # "villagers fleeing X said soldiers had burnt it"
        "speech" in c.entry.tags and previous.last <= c.first < m.first for c in clause.cues
    )
    return opened or m in previous.targets or previous.voice == "noun"
