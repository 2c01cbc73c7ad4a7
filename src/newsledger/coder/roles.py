"""Roles: who acts and who is acted upon, by clause-local patterns of English."""

from newsledger.coder.clause import Clause, after_preposition, clause_of, coordinated_left, coordinated_right
from newsledger.coder.compose import compose
from newsledger.coder.frames import Frame, triggers
from newsledger.coder.grammar import ADVERBS, BE, HAVE, INHERIT, OPENING, PREPOSITIONS, QUANTITY
from newsledger.coder.linking import link
from newsledger.coder.nominal import attribute, nominal
from newsledger.coder.sentence import HARD
from newsledger.coder.settled import mark_allies, settle
from newsledger.coder.spans import Mention, Sentence, Span
from newsledger.coder.voice import names_thing, part_of_name, voice_of

MEANS = frozenset({"using", "employing", "wielding"})
ROUGHLY = frozenset({"around", "about", "over", "under"})
FINITE = frozenset({"past", "ed", "base", "s"})
HARM = frozenset({"kill", "wound", "burn", "destroy", "loot", "death"})
STREET = frozenset({"protest", "gather", "block", "fill-streets", "riot"})
REACHED = frozenset(
    {"on", "at", "against", "into", "of", "with", "upon", "towards"}
)  # those a verb acts upon


def find_frames(sentence: Sentence) -> list[Frame]:
    """Return a frame for each trigger of a sentence, in order, with roles; scope is judged elsewhere."""
    clause = Clause(sentence)
    mark_allies(clause)
    frames: list[Frame] = []
    for first, last, spans in triggers(sentence.spans):
        if names_thing(clause, first, last, spans) or part_of_name(clause, first, last):
            continue
        form = spans[0].entry.form
        frame = Frame(
            sentence,
            first,
            last,
            frozenset(s.entry.id for s in spans),
            all_tags(spans),
            voice_of(clause, first, last, spans),
            form,
        )
        frame.clause = clause_of(clause, first, last)
        if not compose(frame, sentence.spans):
            continue
        fill_roles(clause, frame, frames)
        frames.append(frame)
    for frame in frames:
        settle(clause, frame)
        frame.objects, frame.weapons = things(sentence.spans, frame)
        attach_speaker(clause, frame)
    link(clause, frames)
    return frames


def all_tags(spans: list[Span]) -> frozenset[str]:
    """Return the tags of all entries at a trigger; it is weak only if each of them is."""
    tags = frozenset(t for s in spans for t in s.entry.tags)
    return tags if all("weak" in s.entry.tags for s in spans) else tags - {"weak"}


def fill_roles(clause: Clause, frame: Frame, before: list[Frame]) -> None:
    """Fill agents and targets of a frame from its clause; `before` are the frames to its left."""
    if frame.voice == "noun" and frame.actions <= {"death"}:
        frame.targets = attribute(clause, frame)
        return
    if frame.voice == "noun":
        nominal(clause, frame)
        return
    subject = find_subject(clause, frame, before)
    objects = find_objects(clause, frame)
    by = after_preposition(clause, frame, {"by", "from"} if "undergo" in frame.tags else {"by"})
    if frame.voice == "passive":
        frame.targets, frame.agents = subject, by
        return
    frame.agents = subject
    if referred := object_pronoun(clause, frame):
        frame.agents, frame.targets = referred
        return
    if "symmetric" in frame.tags:
        other = after_preposition(clause, frame, {"with", "against"}) or objects
        frame.targets = other or subject[1:]
        frame.agents = subject if other else subject[:1]
    elif "intransitive" in frame.tags:
        if frame.actions <= {"death"}:
            frame.agents, frame.targets = by, subject
        elif frame.actions <= {"surrender"}:
            frame.targets = after_preposition(clause, frame, {"to", "before"}) or (
                objects if clause.norm[frame.last - 1] in {"to", "before"} else []
            )
    else:
        frame.targets = objects or (
            after_preposition(clause, frame, {"to", "into"}) if "fall-to" in frame.actions else []
        )


def object_pronoun(clause: Clause, frame: Frame) -> tuple[list[Mention], list[Mention]] | None:
    """Return who acts and whom a pronoun behind a verb means, in "A tied two men to a tree and beat them", or None.

    The subject is the first of the statement, the pronoun the last before the verb that agrees with it in number.
    """
    said = clause.norm[frame.last] if frame.last < len(clause.norm) else ""
    if said not in {"him", "her", "them"} or clause.norm[frame.first - 1] not in {"and", ",", "then"}:
        return None
    before = [m for m in clause.mentions if m.last <= frame.first and m not in clause.speakers]
    before = [m for m in before if not clause.hard_between(m.last, frame.first)]
    first = next((m for m in before if clause.is_subject(m)), None)
    many = said == "them"
    agree = [m for m in before if m is not first and many == ("plural" in m.tags or (m.count or 1) > 1)]
    if first is None or not agree or "person" not in agree[-1].tags:
        return None
    return coordinated_left(clause, first), agree[-1:]


def find_subject(clause: Clause, frame: Frame, before: list[Frame]) -> list[Mention]:
    """Return the subject of a verb, coordinated mentions included, or that of the verb before it."""
    at = frame.first
    if of_nobody(clause, at) or (frame.voice == "passive" and spoken_of(clause, at)):
        return []
    if (known := carried(clause, frame, before)) is not None:
        frame.inherited = True
        return known
    previous = before[-1] if before else None
    if previous is not None and previous.voice != "noun" and means(clause, previous, frame):
        frame.inherited = True
        undergone = previous.voice == "passive" and clause.norm[at - 1] != "by"
        return list(previous.targets if undergone else previous.agents)
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
        if (
            previous is not None
            and described is None
            and m.last <= previous.first < at
            and shares_subject(clause, previous, frame)
        ):
            break
        if m.first >= (previous.last if previous else 0) and not new_subject(clause, m, frame, previous):
            continue
        if clause.is_subject(m):
            return coordinated_left(clause, relative_head(clause, m, before) or m)
    return inherit(clause, frame, before)


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
        previous = next((f for f in reversed(before) if f.voice == "active" and f.agents), previous)
    frame.inherited = True
    if frame.voice == "passive" or frame.actions <= {"death"}:
        return list(previous.targets)
    return list(previous.agents)


def carried(clause: Clause, frame: Frame, before: list[Frame]) -> list[Mention] | None:
    """Return the subject of a verb that a comma and -ing, or "they", carry over from the main verb; None for others.

    "Fired on a sit-in of residents, killing four" tells of those who fired; "they" are the crowd where the verb tells
    of a crowd, else those under arms.
    """
    main = next((f for f in reversed(before) if f.voice == "active" and f.form in FINITE and f.agents), None)
    if main is None or clause.hard_between(main.last, frame.first):
        return None
    gap = clause.norm[main.last : frame.first]
    if frame.form == "ing" and gap[-1:] == [","] and frame.actions & HARM and before[-1].voice == "noun":
        return list(main.agents)
    if gap[-1:] != ["they"] or frame.voice != "active":
        return None
    people = [
        m for m in (*main.agents, *main.targets) if "plural" in m.tags or m.kind in {"police", "military"}
    ]
    armed = [m for m in people if "armed" in m.tags]
    loose = [m for m in people if "armed" not in m.tags]
    chosen = loose if frame.actions & (STREET | {"break-in", "stone"}) else armed
    return (chosen or people)[:1] or None


def of_nobody(clause: Clause, at: int) -> bool:
    """Say whether the subject of a verb is nobody in particular ("those who shelled", "anyone who fled")."""
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


def relative_head(clause: Clause, mention: Mention, before: list[Frame]) -> Mention | None:
    """Return whom a relative clause describes, where a mention is only its object ("a thief who beat a guard was
    caught": the thief was), or None."""
    verb = next((f for f in before if f.last <= mention.first and mention in f.targets), None)
    if verb is None or verb.voice != "active":
        return None
    for i in range(mention.first - 1, 0, -1):
        if clause.marks[i] == 2 or clause.norm[i] == ",":
            return None
        if clause.norm[i] in {"who", "that", "which"} and i < verb.first:
            return next((m for m in clause.mentions if m.last == i), None)
    return None


def describes(clause: Clause, previous: Frame | None) -> Mention | None:
    """Return the mention that a participle only describes, where a subject stands before it ("stopped women
    returning from the market and …"): no subject of the verb that follows."""
    if previous is None or previous.form != "ing" or previous.voice != "active":
        return None
    m = next((m for m in clause.mentions if m.last == previous.first), None)
    if m is None or not any(x.last <= m.first and clause.is_subject(x) for x in clause.mentions):
        return None
    return m


def stands_aside(clause: Clause, mention: Mention, at: int) -> bool:
    """Say whether a mention is no subject of the verb at `at`: it only helps, or only speaks."""
    return "ally" in mention.tags or (
        mention in clause.speakers and not follows_directly(clause, mention, at)
    )


def demonstrating(frame: Frame, mention: Mention) -> bool:
    """Say whether a verb in -ing right behind people says that they demonstrate ("fired at traders protesting …")."""
    street = frame.form == "ing" and bool(frame.actions & STREET)
    return street and mention.last == frame.first and "person" in mention.tags


def means(clause: Clause, previous: Frame, frame: Frame) -> bool:
    """Say whether a verb in -ing tells how the one before was done ("attacked a patrol by throwing a grenade")."""
    at = frame.first
    gerund = frame.form == "ing" and clause.norm[at - 1] in {"by", "before", "after", "while", "when", "upon"}
    return gerund and not clause.hard_between(previous.last, at)


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


def find_objects(clause: Clause, frame: Frame) -> list[Mention]:
    """Return the direct object of an active verb, coordinated mentions included."""
    limit = min(frame.clause[1], frame.last + 14)
    for m in clause.mentions:
        if m.first < frame.last:
            continue
        if m.first >= limit or m in clause.speakers:
            break
        if clause.hard_between(frame.last, m.first):
            break
        if any(
            s.entry.kind == "action"
            and s.entry.form not in {"noun", "nouns"}
            and frame.last <= s.first < m.first
            for s in clause.sentence.spans
        ):
            break
        if not PREPOSITIONS & set(clause.norm[frame.last : m.first]) - REACHED - counting(clause, frame.last):
            found = coordinated_right(clause, m, limit)
            return [] if any(x in clause.speakers for x in found) else found  # "…, residents and police said"
    return []


def counting(clause: Clause, at: int) -> frozenset[str]:
    """Return the preposition right behind a verb that belongs to a number ("killed around 40 fighters")."""
    norm = clause.norm
    if (
        at + 1 < len(norm)
        and norm[at] in ROUGHLY
        and (norm[at + 1][:1].isdigit() or norm[at + 1] in QUANTITY)
    ):
        return frozenset({norm[at]})
    return frozenset()


def things(spans: list[Span], frame: Frame) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids of objects and weapons in the clause of a frame, those inside the trigger included.

    What a passive verb befalls may stand before a clause on it ("a bomb that had been laid by the line was defused").
    """
    first, last = frame.clause
    if frame.voice == "passive" and not frame.targets:
        norm = frame.sentence.words.norm
        first = max((i + 1 for i in range(frame.first) if norm[i] in HARD), default=0)
    objects = {s.entry.id for s in spans if s.entry.kind == "object" and first <= s.first < last}
    weapons = {s.entry.id for s in spans if s.entry.kind == "weapon" and first <= s.first < last}
    return frozenset(objects), frozenset(weapons)


def attach_speaker(clause: Clause, frame: Frame) -> None:
    """Give a frame its speaker: whoever says the statement it stands in, and whether it is a claim or an accusation."""
    for cue in clause.cues:
        if "speech" not in cue.entry.tags:
            continue
        near = next(
            (m for m in clause.speakers if abs(m.last - cue.first) <= 8 or abs(m.first - cue.last) <= 6), None
        )
        frame.speaker = near or frame.speaker
        frame.claimed = frame.claimed or "claim" in cue.entry.tags
        if "accusation" in cue.entry.tags and cue.last <= frame.first:
            frame.accused = True
            accused = next(
                (m for m in clause.mentions if m.first >= cue.last and m.last <= frame.first), None
            )
            if accused is not None and (not frame.agents or frame.agents == [near]):
                frame.agents = [accused]
