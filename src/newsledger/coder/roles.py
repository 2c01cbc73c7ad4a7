"""Roles: who acts and who is acted upon, by clause-local patterns of English."""

from newsledger.coder.allies import FROM_FAR_OFF, mark_allies
from newsledger.coder.byname import hit_by_name
from newsledger.coder.caught import hit_unawares
from newsledger.coder.clause import Clause, after_preposition, at_hands, clause_of
from newsledger.coder.compose import compose
from newsledger.coder.consequence import lay_on_shooters
from newsledger.coder.directobject import find_objects, object_pronoun, set_apart
from newsledger.coder.frames import Frame, triggers
from newsledger.coder.grammar import ARE, is_told_of
from newsledger.coder.linking import link
from newsledger.coder.meant_for import aimed_at
from newsledger.coder.naming import names_thing, part_of_name
from newsledger.coder.nominal import attribute, nominal
from newsledger.coder.nouns import reads_as_noun
from newsledger.coder.settled import settle
from newsledger.coder.spans import Mention, Sentence, Span
from newsledger.coder.subject import find_subject
from newsledger.coder.theme import theme
from newsledger.coder.trie import VERB_ONLY
from newsledger.coder.voice import voice_of
from newsledger.coder.withwhat import things

THROWN = frozenset({"grenade", "ied"})  # what a verb of throwing has beside it where it is a grenade
FROM_AFAR = frozenset({"air", "drone"})
AFTER = frozenset({"after", "following", "over"})
LEFT = frozenset({"left", "leave", "leaves", "leaving"})
PASSING = frozenset({"fall-to", "hand-over"})  # from one to another
FIGHTERS = frozenset({"military", "armed", "group"})
LEFT_REACH = 6  # tokens between "left" and "dead"
AIMED = frozenset({"at", "on", "upon", "against", "toward", "towards", "into"})
LOOSED = frozenset({"launch", "grenade", "fire-at"})
DECREES = frozenset("decree order orders ruling directive edict ordinance decision instruction".split())
BEFORE = frozenset({"in", "from", "into", "of", "at", "near"})  # words behind which stands no finite verb
BESIDE = (["side", "by", "side"], ["shoulder", "to", "shoulder"], ["hand", "in", "hand"])


def find_frames(sentence: Sentence) -> list[Frame]:
    """Return a frame for each trigger of a sentence, in order, with roles; scope is judged elsewhere."""
    clause = Clause(sentence)
    helped = mark_allies(clause)
    frames: list[Frame] = []
    for first, last, found in triggers(sentence.spans):
        spans = without_nouns(clause, first, last, found)
        if not spans or names_thing(clause, first, last, spans) or part_of_name(clause, first, last):
            continue
        if stands_behind_preposition(clause, first, spans):
            continue
        if any(first in by for by in helped) and all(s.entry.id in FROM_FAR_OFF for s in spans):
            continue  # "troops, backed by air strikes, took the town": what helps them is no act of its own
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
        leaves_dead(frame, frames)
        frames.append(frame)
    for frame in frames:
        settle(clause, frame)
        frame.objects, frame.weapons = things(frame, frames)
        fought = frame.weapons & FROM_AFAR or any("kill" in f.actions for f in frames) or of_foe(frame)
        if {"destroy", "take-item"} <= frame.actions and fought and is_struck(frame):
            frame.actions = frame.actions - {"take-item"}  # "jets destroyed two launchers"
        if "launch" in frame.actions and "grenade" in frame.weapons and frame.weapons <= THROWN:
            frame.actions = frame.actions | {"grenade"}  # "a grenade was flung at the office"
        attach_speaker(clause, frame)
    link(clause, frames)
    correct(sentence, frames)
    lay_on_shooters(frames)
    hit_unawares(clause, frames)
    return frames


def stands_behind_preposition(clause: Clause, first: int, spans: list[Span]) -> bool:
    """Say whether a finite form of a verb stands where only a noun can ("moved them to camps on buses", "the toll from
    camp assault")."""
    forms = {s.entry.form for s in spans}
    before = clause.norm[first - 1] if first else ""
    loose = {"s", "base"} if clause.sentence.part == "title" else {"s"}
    return (forms == {"s"} and before == "to") or (forms <= loose and before in BEFORE)


def without_nouns(clause: Clause, first: int, last: int, spans: list[Span]) -> list[Span]:
    """Return the readings of a trigger without those that it has as a verb only, where it is a noun ("forces" in
    "government forces drove men from the town", not "the army forces men from their homes")."""
    if not any(VERB_ONLY in s.entry.tags for s in spans):
        return spans
    if not reads_as_noun(clause, first, first + 1, {s.entry.form for s in spans} | {"noun"}):
        return spans
    return [s for s in spans if VERB_ONLY not in s.entry.tags]


def correct(sentence: Sentence, frames: list[Frame]) -> None:
    """Take out of the roles what is no party to an act: a state beside a suicide bomber, the make of a weapon, and
    those who would do to themselves what is told as done to them."""
    suicide = any("suicide" in f.weapons and "drone" not in f.weapons for f in frames)
    weapons = {s.first for s in sentence.of_kind("weapon")}
    for frame in frames:
        if suicide:  # no state sends suicide bombers: the "Iraqi" attack was one in Iraq
            frame.agents = [m for m in frame.agents if m.kind != "state"]
        if frame.actions & LOOSED:  # "threw a Serbian grenade" hits no Serb, "fired at a Turkish tank" does
            frame.targets = [
                m
                for m in frame.targets
                if weapons.isdisjoint(range(m.first + 1, m.last + 1))
                or not AIMED.isdisjoint(sentence.words.norm[frame.first : m.first])
            ]
        if frame.voice == "noun" and frame.agents == frame.targets:
            frame.agents = []


def of_foe(frame: Frame) -> bool:
    """Say whether fighters act upon what belongs to other fighters ("rebels destroyed two tanks of the army")."""
    sides = ({m.kind for m in people} for people in (frame.agents, frame.targets))
    return all(kinds & FIGHTERS for kinds in sides)


def is_struck(frame: Frame) -> bool:
    """Say whether the verb acts upon what soldiers fight with, and upon nothing that flies or lies hidden."""
    found = theme(frame)
    return "materiel" in found and not found & {"missile", "vessel"}


def all_tags(spans: list[Span]) -> frozenset[str]:
    """Return the tags of all entries at a trigger; it is weak only if each of them is."""
    tags = frozenset(t for s in spans for t in s.entry.tags)
    return tags if all("weak" in s.entry.tags for s in spans) else tags - {"weak"}


def leaves_dead(frame: Frame, before: list[Frame]) -> None:
    """Give "dead" those who left people so as its agents ("gunmen left four dead")."""
    if frame.agents or not before or frame.sentence.words.norm[frame.first : frame.last] != ["dead"]:
        return
    word = frame.sentence.words.norm[before[-1].first]
    if word in LEFT and before[-1].voice == "active" and frame.first - before[-1].last <= LEFT_REACH:
        frame.agents = [m for m in before[-1].agents if "armed" in m.tags]


def fill_roles(clause: Clause, frame: Frame, before: list[Frame]) -> None:
    """Fill agents and targets of a frame from its clause; `before` are the frames to its left."""
    if frame.voice == "noun" and frame.actions <= {"death"}:
        frame.targets = attribute(clause, frame) or are_dead(clause, frame, before)
        return
    if frame.voice == "noun":
        nominal(clause, frame)
        return
    subject = find_subject(clause, frame, before)
    objects = find_objects(clause, frame)
    by = done_by(clause, frame)
    if frame.actions <= {"death"}:
        by = (
            [] if by and "," in clause.norm[frame.last : by[0].first] else by
        )  # "died, and 90 were saved by soldiers"
        by = by or at_hands(clause, frame)
    if frame.voice == "passive":
        frame.targets = subject or hit_by_name(clause, frame)
        frame.agents = by or behind_aside(clause, frame)
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
            after_preposition(clause, frame, {"to", "into", "under"}) if frame.actions & PASSING else []
        )
        frame.targets = frame.targets or hit_by_name(clause, frame)
        if "bomb" in frame.actions and not frame.agents:
            frame.targets = [*aimed_at(clause, frame, before), *frame.targets]


def done_by(clause: Clause, frame: Frame) -> list[Mention]:
    """Return those behind the "by" of a verb, not of a noun that an arrest came after ("held after a raid by …") or of
    what the arrested did."""
    by = after_preposition(clause, frame, {"by", "from"} if "undergo" in frame.tags else {"by"})
    if by and "arrest" in frame.actions and AFTER & set(clause.norm[frame.last : by[0].first]):
        return []
    if by and "while" in clause.norm[frame.last : by[0].first]:
        return []  # "was arrested while protesting a speech by the minister"
    return by or by_decree(clause, frame)


def by_decree(clause: Clause, frame: Frame) -> list[Mention]:
    """Return whose decree did it ("were banned from meeting by a decree of the prefect")."""
    for m in clause.mentions:
        before = clause.norm[max(m.first - 5, frame.last) : m.first]
        named = any(n in DECREES for n in before) and "by" in before
        if m.first >= frame.last and named and clause.preposition(m) in {"of", "from"} | DECREES:
            return [m]
    return []


def behind_aside(clause: Clause, frame: Frame) -> list[Mention]:
    """Return those who did it behind a comma that ends an aside ("was burned alive in the kiln where he worked, near A,
    by a crowd"): armed people or many, and no other verb between."""
    for m in clause.mentions:
        if m.first < frame.last or clause.preposition(m) != "by":
            continue
        at = next(i for i in range(m.first - 1, -1, -1) if clause.norm[i] == "by")
        between = any(frame.last <= s.first < at for s in clause.sentence.acts)
        if at <= frame.last or clause.norm[at - 1] != "," or between or clause.hard_between(frame.last, at):
            return []
        many = "plural" in m.tags or (m.count or 1) > 1
        return [m] if "armed" in m.tags or (many and "person" in m.tags) else []
    return []


def are_dead(clause: Clause, frame: Frame, before: list[Frame]) -> list[Mention]:
    """Return who is said to be dead ("six gendarmes are dead after a raid", "two raiders were reported dead")."""
    at = frame.first - 1
    dead = at > 0 and clause.norm[frame.first : frame.last] == ["dead"]
    if dead and clause.norm[frame.last : frame.last + 1] == ["among"]:
        return after_preposition(clause, frame, {"among"})  # "34 dead among forces loyal to the council"
    said = dead and (clause.norm[at] in ARE or is_told_of(clause.norm, at))
    return find_subject(clause, frame, before) if said else []


def attach_speaker(clause: Clause, frame: Frame) -> None:
    """Give a frame its speaker: whoever says the statement it stands in, and whether it is a claim or an accusation."""
    told = None  # who says it in front of it, of whom what others say behind it makes no other speaker
    for cue in clause.cues:
        if "speech" not in cue.entry.tags or (told is not None and cue.first >= frame.last):
            continue
        near = next(
            (m for m in clause.speakers if abs(m.last - cue.first) <= 8 or abs(m.first - cue.last) <= 6), None
        )
        frame.speaker = near or frame.speaker
        told = frame.speaker if cue.last <= frame.first else told
        frame.claimed = frame.claimed or "claim" in cue.entry.tags
        if "accusation" in cue.entry.tags and cue.last <= frame.first:
            frame.accused = True
            accused = next(
                (m for m in clause.mentions if m.first >= cue.last and m.last <= frame.first), None
            )
            inside = all(frame.first <= m.first < frame.last for m in frame.agents)  # "subversive acts"
            if accused is not None and (inside or frame.agents == [near]):
                frame.agents = [accused]
