"""Roles: who acts and who is acted upon, by clause-local patterns of English."""

from itertools import pairwise

from newsledger.coder.clause import Clause, after_preposition, clause_of, coordinated_left, coordinated_right
from newsledger.coder.compose import compose
from newsledger.coder.frames import Frame, triggers
from newsledger.coder.grammar import ADVERBS, BE, HAVE, INHERIT, OPENING, PREPOSITIONS
from newsledger.coder.linking import link
from newsledger.coder.nominal import attribute, nominal
from newsledger.coder.sentence import HARD
from newsledger.coder.settled import mark_allies, settle
from newsledger.coder.spans import Mention, Sentence, Span
from newsledger.coder.voice import names_thing, part_of_name, voice_of

PARTICIPLE_REACH = 10  # tokens between a participle that describes a subject and the subject's verb
MEANS = frozenset({"using", "employing", "wielding"})
SENDING = frozenset({"move-forces", "send", "use"})
NAMESAKES = frozenset({"tank", "shell", "mine", "battery", "mortar", "bolo", "club", "stone", "brick"})
BORNE = frozenset({"artillery", "grenade"})
BEARING = frozenset({("armed", "with"), ("equipped", "with")})
BESIDE = (["side", "by", "side"], ["shoulder", "to", "shoulder"], ["hand", "in", "hand"])
SELF_MOVING = frozenset({"air", "drone", "artillery"})  # weapons that may be the subject of a verb
IN_PERSON = frozenset({"attack", "kill", "wound", "death"})
BEAR = frozenset({"carrying", "wielding", "brandishing", "toting", "bearing"})
ARMED_REACH = 10  # tokens between "armed with" and a weapon
PART_REACH = 6  # tokens between "including" and those whom it names
INCLUDING = frozenset({"including", "include", "included"})
ARTICLES = frozenset({"a", "an", "the", "one"})
APPOSED = 5  # tokens between the article of an apposition and its noun
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
        if clause.norm[last : last + 3] in BESIDE:
            continue  # "residents who fought side by side with the police"
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
        frame.objects, frame.weapons = things(sentence.spans, frame, frames)
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
        if other and set_apart(clause.norm, frame.last, other[0].first):
            other = objects  # "traded fire, with three bodies found later"
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
    if acts_by_itself(clause, frame):
        return []
    previous = before[-1] if before else None
    verb = next((f for f in reversed(before) if f.voice != "noun"), None)
    if verb is not None and means(clause, verb, frame):
        frame.inherited = True
        undergone = verb.voice == "passive" and clause.norm[at - 1] != "by"
        return list(verb.targets if undergone else verb.agents)
    if (head := doing(clause, frame, previous)) is not None:
        return coordinated_left(clause, head)
    if (head := searching(clause, frame, before)) is not None:
        return coordinated_left(clause, head)
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
            if hit_by_thing(clause, m, before):
                return []
            return coordinated_left(clause, relative_head(clause, m, before) or apposed_head(clause, m, at))
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
        acting = next((f for f in reversed(before) if f.voice == "active" and f.agents), None)
        if acting is None and frame.voice == "active" and (opener := first_subject(clause, previous.first)):
            frame.inherited = True
            return opener
        previous = acting or previous
    frame.inherited = True
    if frame.voice == "passive" and previous.voice == "active" and clause.norm[frame.first - 1] in BE:
        return list(previous.agents)  # "rebels seized the town but were driven out"
    if frame.voice == "passive" or frame.actions <= {"death"}:
        return list(previous.targets)
    return list(previous.agents)


def first_subject(clause: Clause, at: int) -> list[Mention]:
    """Return who opens the statement before token `at` ("a mob went on a spree and burned …"), or nobody."""
    for m in reversed(clause.mentions):
        if m.last <= at and not clause.hard_between(m.last, at) and m not in clause.speakers:
            return coordinated_left(clause, m) if clause.is_subject(m) else []
    return []


def carried(clause: Clause, frame: Frame, before: list[Frame]) -> list[Mention] | None:
    """Return the subject of a verb that a comma and -ing, or "they", carry over from the main verb; None for others.

    "Fired on a sit-in of residents, killing four" tells of those who fired; "they" are the crowd where the verb tells
    of a crowd, else those under arms.
    """
    main = next((f for f in reversed(before) if f.voice == "active" and f.form in FINITE and f.agents), None)
    if main is None or clause.hard_between(main.last, frame.first):
        return None
    gap = clause.norm[main.last : frame.first]
    carrying = (
        frame.form == "ing" and gap[-1:] == [","] and bool(frame.actions & (HARM | {"abduct", "arrest"}))
    )
    if carrying and (before[-1].voice == "noun" or before[-1].agents == main.agents):
        return list(main.agents)
    if gap[-1:] != ["they"] or frame.voice != "active":
        return None
    people = [
        m for m in (*main.agents, *main.targets) if "plural" in m.tags or m.kind in {"police", "military"}
    ]
    armed = [m for m in people if "armed" in m.tags]
    loose = [m for m in people if "armed" not in m.tags]
    street = bool(frame.actions & (STREET | {"break-in", "stone"}))
    chosen = loose if street else armed
    if street and not loose and "riot" in frame.actions:
        return []  # "officers, on whom they threw projectiles"
    return (chosen or people)[:1] or None


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


def apposed_head(clause: Clause, mention: Mention, at: int) -> Mention:
    """Return whom a mention between commas only describes ("the ADF, an arm of the movement, killed"), else it."""
    if "," not in clause.norm[mention.last : at]:
        return mention
    start = mention.first
    while start > 0 and mention.first - start < APPOSED and clause.norm[start] not in ARTICLES:
        start -= 1
    if start < 2 or clause.norm[start] not in ARTICLES or clause.norm[start - 1] != ",":
        return mention
    end = start - 1
    if clause.norm[end - 1] == ")":  # "a cadre of the party (P), its student wing, was killed"
        end = next((i for i in range(end - 2, max(0, end - 6), -1) if clause.norm[i] == "("), end)
    head = next((m for m in clause.mentions if m.last == end), None)
    return head if head is not None and clause.is_subject(head) else mention


def describes(clause: Clause, previous: Frame | None) -> Mention | None:
    """Return the mention that a participle only describes, where a subject stands before it ("stopped women
    returning from the market and …"): no subject of the verb that follows."""
    if previous is None or previous.form != "ing" or previous.voice != "active":
        return None
    m = next((m for m in clause.mentions if m.last == previous.first), None)
    if m is None or not any(x.last <= m.first and clause.is_subject(x) for x in clause.mentions):
        return None
    return m


def searching(clause: Clause, frame: Frame, before: list[Frame]) -> Mention | None:
    """Return the subject of a plain verb that a comma and -ing carry on, where police or soldiers open the sentence
    ("police searched offices of lawyers on Wednesday, detaining ten people")."""
    if frame.form != "ing" or frame.voice != "active" or clause.norm[frame.first - 1] != ",":
        return None
    if any(f.voice == "active" and f.agents for f in before):
        return None
    first = next((m for m in clause.mentions if m.last <= frame.first), None)
    if (
        first is None
        or first in clause.speakers
        or "armed" not in first.tags | ({"armed"} if first.kind in {"police", "military"} else set())
    ):
        return None
    if first in clause.speakers:
        return None
    return first if clause.is_subject(first) and not clause.hard_between(first.last, frame.first) else None


def doing(clause: Clause, frame: Frame, previous: Frame | None) -> Mention | None:
    """Return the subject that a participle right behind it describes ("groups fighting the army in A joined forces"):
    what stands between the two verbs is the participle's own."""
    if previous is None or not clause.norm[previous.first].endswith("ing") or previous.voice != "active":
        return None
    if frame.voice != "active" or frame.form not in FINITE - {"base"}:
        return None
    gap = clause.norm[previous.last : frame.first]
    while gap and (gap[-1] in HAVE or gap[-1] in ADVERBS):
        gap = gap[:-1]
    if not gap or len(gap) > PARTICIPLE_REACH or set(gap) & (HARD | OPENING | INHERIT | HAVE):
        return None
    if any("speech" in c.entry.tags and previous.last <= c.first < frame.first for c in clause.cues):
        return None  # "villagers returning to A said troops had torched it"
    if any("speech" in c.entry.tags and previous.last <= c.first < frame.first for c in clause.cues):
        return None  # "villagers returning to A said troops had burned it"
    head = next((m for m in clause.mentions if m.last == previous.first), None)
    return head if head is not None and clause.is_subject(head) else None


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


def set_apart(norm: list[str], first: int, last: int) -> bool:
    """Say whether a comma and "with" begin a statement of their own ("hit the south, with guards killing two")."""
    return any(norm[i] == "," and norm[i + 1] == "with" for i in range(first, last - 1))


def find_objects(clause: Clause, frame: Frame) -> list[Mention]:
    """Return the direct object of an active verb, coordinated mentions included."""
    limit = min(frame.clause[1], frame.last + 14)
    for m in clause.mentions:
        if m.first < frame.last:
            continue
        if m.first >= limit or m in clause.speakers:
            break
        if clause.hard_between(frame.last, m.first) or set_apart(clause.norm, frame.last, m.first):
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
    """Return the prepositions right behind a verb that belong to a number ("killed around 40 fighters", "up to 30")."""
    norm = clause.norm
    return frozenset(norm[i] for i in range(at, min(at + 2, len(norm))) if clause.is_rough(i))


def things(spans: list[Span], frame: Frame, frames: list[Frame]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids of objects and weapons in the clause of a frame, those inside the trigger included.

    What a passive verb befalls may stand before a clause on it ("a bomb that had been laid by the line was defused").
    """
    first, last = frame.clause
    if frame.voice == "passive" and not frame.targets:
        norm = frame.sentence.words.norm
        first = max((i + 1 for i in range(frame.first) if norm[i] in HARD), default=0)
    objects = {s.entry.id for s in spans if s.entry.kind == "object" and first <= s.first < last}
    weapons = {
        s.entry.id
        for s in spans
        if s.entry.kind == "weapon"
        and first <= s.first < last
        and not carried_along(frame, s)
        and not is_name(frame.sentence, s)
        and not of_others(frame, s, frames)
    }
    return frozenset(objects), frozenset(weapons)


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


def is_name(sentence: Sentence, weapon: Span) -> bool:
    """Say whether a weapon's word is written as a name amid small letters ("gunned down in Tank", "a Shell pipeline")."""
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
            inside = all(frame.first <= m.first < frame.last for m in frame.agents)  # "subversive acts"
            if accused is not None and (inside or frame.agents == [near]):
                frame.agents = [accused]
