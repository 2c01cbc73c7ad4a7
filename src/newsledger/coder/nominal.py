"""Nouns of events: "attack by A on B", "killing of B", "clashes between A and B", "A's shelling of B"."""

from dataclasses import replace

from newsledger.coder.between import among_themselves, by_their_names, other_side
from newsledger.coder.byname import by_name, done_to, owner_by_name
from newsledger.coder.clause import Clause, after_preposition, coordinated_left
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import (
    BE,
    DEADLY,
    HAPPENS,
    HAVE,
    LIGHT,
    OBJECT_NOUNS,
    PREPOSITIONS,
    UNDERGONE,
    ends_in,
)
from newsledger.coder.ledinto import led_into, made_by
from newsledger.coder.spans import Mention
from newsledger.coder.who.nouns import tags_for

# behind which a preposition names nobody who is hit: "near the border with X", "an attack blamed on X"
UNHIT = frozenset({"border", "borders", "frontier", "boundary", "blamed", "pinned"})
MADE = frozenset({"group-change", "form-group", "accord", "deal-made", "agree", "talk", "coup"})
ARMED = frozenset({"armed", "gang", "communal"})
MEANS = frozenset({"shell", "airstrike", "launch", "fire-at", "crowd-weapon"})  # with what one answers
UNDERGONE_ALONE = frozenset(
    "murder assassination slaying killing death kidnapping abduction disappearance execution lynching shooting".split()
)
BLAST = frozenset({"bomb", "suicide-bomb", "grenade"})  # not done to each other: "between" is of a place
BLOWN = BLAST | {"shell", "airstrike"}
PLACES = frozenset(
    "front side sides outskirts centre center city town village area district edge gates gate capital part parts north"
    " south east west neighbourhood neighborhood province region vicinity suburb corner steps streets borough".split()
)
MANNERS = (["in", "cold", "blood"], ["in", "broad", "daylight"], ["at", "point", "blank", "range"])
ARTICLES = frozenset({"the", "this", "that", "a", "an"})
PLURAL = frozenset({"s", "nouns"})
DONE = frozenset("carried staged perpetrated committed mounted executed launched conducted made".split())
VICTIMS = frozenset({"victim", "victims", "prey"})
BE_VICTIM = BE | frozenset(
    {"fell", "fall", "falls", "fallen", "falling", "became", "become", "another", "latest"}
)
ASIDE, BY = 24, 11  # tokens from a noun to the verb of its doing behind a clause, and from that to its "by"
SPARED = frozenset("unharmed unhurt uninjured unscathed unwounded survived survive caught trapped".split())
NEAR_OF = 4  # tokens between a noun and its "of"
ABOUT = frozenset({"over", "against", "at", "about", "after", "following"})
LATER = frozenset({"after", "following", "before"})
VERBS = frozenset({"past", "ed", "s", "base"})


def nominal(clause: Clause, frame: Frame) -> None:
    """Fill the roles of a noun: "attack by A on B", "killing of B", "clashes between A and B", "A's shelling of B"."""
    shared = {"between", "involving"} | ({"among"} if "symmetric" in frame.tags else set())
    pair = [] if frame.actions <= BLAST else after_preposition(clause, frame, shared)
    pair = pair or by_their_names(clause, frame)
    by = after_preposition(clause, frame, {"by", "from"})
    if by and "protest" in frame.actions and by_others(clause, frame, by[0]):
        by = []
    on = after_preposition(clause, frame, {"on", "against", "at", "targeting", "with"})
    on = [m for m in on if not UNHIT & set(clause.norm[max(0, m.first - 3) : m.first])]
    of = (
        []
        if in_phrase(clause, frame) or of_another(clause, frame)
        else after_preposition(clause, frame, {"of"}) or by_name(clause, frame)
    )
    left = attribute(clause, frame)
    frame.light = governed(clause, frame)
    if frame.light and frame.actions & MADE and [clause.norm[m.first] for m in left] == ["military"]:
        left = []  # "announced a military merger": the word says of what kind it is, not whose
    if pair:
        frame.agents, frame.targets = pair[:1], pair[1:] or other_side(clause, frame, pair[0])
        if not frame.targets and among_themselves(clause, pair[0]):
            frame.agents = [replace(pair[0], count=2)]  # "clashes between rival militias"
        return
    frame.agents = by
    frame.targets = on
    if of and (is_done_to(clause, frame, of[0]) or (not on and on_what(clause, frame, of[0]))):
        frame.targets = of
    elif of and left and clause.norm[left[-1].last] == "'s":
        frame.targets = frame.targets or of  # "Iraq's invasion of Kuwait"
    elif of and not by:
        frame.agents = of
    if left:
        take_attribute(clause, frame, left)
    frame.targets = frame.targets or owner_by_name(clause, frame) or done_to(clause, frame)
    undergone = [] if frame.targets else undergoer(clause, frame)
    if undergone:
        frame.targets = undergone
    elif not frame.agents and frame.light and clause.norm[frame.last - 1] not in UNDERGONE_ALONE | {"deaths"}:
        frame.agents = light_subject(clause, frame)
    frame.agents = (
        frame.agents
        or named_in(frame)
        or with_subject(clause, frame)
        or behind_aside(clause, frame)
        or led_into(clause, frame)
        or made_by(clause, frame)
    )
    if "symmetric" in frame.tags and len(frame.agents) > 1 and not frame.targets:
        frame.agents, frame.targets = frame.agents[:1], frame.agents[1:]


def by_others(clause: Clause, frame: Frame, mention: Mention) -> bool:
    """Say whether those behind "by" did what a protest is about ("a protest over a shooting by police")."""
    return "armed" in mention.tags and bool(ABOUT & set(clause.norm[frame.last : mention.first]))


def is_done_to(clause: Clause, frame: Frame, owner: Mention) -> bool:
    """Say whether an "of" behind a noun tells to whom it is done: "the killing of B", "the bombing of the consulate",
    not "the raids of B"."""
    if frame.actions & OBJECT_NOUNS:
        return True
    of_verb = clause.norm[frame.last - 1].endswith(("ing", "bombardment"))
    site = "site" in owner.tags or not owner.tags & {"armed", "state", "group"}
    return bool(frame.actions & BLOWN) and (of_verb or site)


def take_attribute(clause: Clause, frame: Frame, left: list[Mention]) -> None:
    """Give a noun those named before it: those to whom it was done ("farmer killings"), else those who did it."""
    unarmed = not left[0].tags & {"armed", "state"} and bool(frame.actions & OBJECT_NOUNS)
    if (unarmed or suffers(clause, frame, left)) and not frame.targets:
        frame.targets = left
    elif not frame.agents:
        frame.agents = left


def suffers(clause: Clause, frame: Frame, left: list[Mention]) -> bool:
    """Say whether one person before a noun is its victim ("the police chief's murder", "the senator's kidnapping"), as
    nobody owns his own death otherwise; of more it may be the deed ("the rebels' kidnappings")."""
    noun = clause.norm[frame.last - 1]
    one = len(left) == 1 and "plural" not in left[0].tags and left[0].kind not in {"group", "state"}
    return one and "person" in left[0].tags and noun in UNDERGONE_ALONE


def behind_aside(clause: Clause, frame: Frame) -> list[Mention]:
    """Return who carried out what a noun names, told by the verb of it or behind a clause on it ("the raid, which cost
    two lives, was carried out on Monday by A")."""
    norm, end = clause.norm, min(frame.last + ASIDE, len(clause.norm))
    for i in range(frame.last + 1, end):
        if norm[i] in DONE and norm[i - 1] in BE and "by" in norm[i : i + BY]:
            by, gap = norm.index("by", i), set(norm[frame.last : i - 1])
            if gap & (BE | HAVE | {"and", ","}) and not gap & {"which", "that"}:
                return []
            return [m for m in clause.mentions if by < m.first <= by + 4 and "armed" in m.tags][:1]
    return []


def with_subject(clause: Clause, frame: Frame) -> list[Mention]:
    """Return the armed subject of a verb whose means a noun is ("Rangers broke the truce with mortar shelling")."""
    if not frame.actions & MEANS:
        return []
    for i in range(frame.first - 1, max(-1, frame.first - 6), -1):
        if (clause.marks[i] and clause.norm[i] != "and") or clause.norm[i] in LATER:
            return []  # "hit the base with rockets after the air strikes"
        if clause.norm[i] == "with":
            before = (
                m for m in reversed(clause.mentions) if m.last <= i and not clause.hard_between(m.last, i)
            )
            m = next((m for m in before if clause.is_subject(m)), None)
            return [m] if m is not None and "armed" in m.tags and m not in clause.speakers else []
    return []


def named_in(frame: Frame) -> list[Mention]:
    """Return the armed people that the words of a trigger itself name ("a separatist attack")."""
    for s in frame.sentence.of_kind("force"):
        inside = frame.first <= s.first and s.last < frame.last
        if inside and s.entry.tags & ARMED and not s.entry.tags & {"thing", "site", "owned"}:
            kind = primary_kind(s.entry.tags)
            return [
                Mention(
                    s.first,
                    s.last,
                    kind,
                    tags=tags_for(kind, s.entry.tags, False),
                    sentence=frame.sentence.index,
                )
            ]
    return []


def primary_kind(tags: frozenset[str]) -> str:
    """Return the kind of armed people that a word for them names."""
    return next(kind for kind in ("gang", "communal", "armed") if kind in tags)


def in_phrase(clause: Clause, frame: Frame) -> bool:
    """Say whether the first "of" behind a noun belongs to a phrase of place ("a protest in front of the ministry")."""
    behind = clause.norm[frame.last : frame.last + 6]
    return "of" in behind[1:] and behind[behind.index("of") - 1] in PLACES


def on_what(clause: Clause, frame: Frame, owner: Mention) -> bool:
    """Say whether an "of" behind a noun tells whose the thing hit is ("ambush on the vehicle of A")."""
    gap = clause.norm[frame.last : owner.first]
    hit = next((i for i, n in enumerate(gap) if n in {"on", "against", "at"}), None)
    return hit is not None and gap[hit + 1 : hit + 2] in (["the"], ["a"], ["an"], ["two"], ["three"])


def of_another(clause: Clause, frame: Frame) -> bool:
    """Say whether the first "of" behind a noun stands behind another preposition ("attack in the province of A")."""
    if clause.norm[frame.last - 1] == "of":
        return False
    behind = clause.norm[frame.last : frame.clause[1]]
    if "of" not in behind:
        return False
    gap = behind[: behind.index("of")]
    if gap in MANNERS:
        return False  # "the murder in cold blood of a priest"
    if gap[:1] == ["by"] and frame.actions & DEADLY:
        return len(gap) > NEAR_OF  # "the murder by rifle fire of a priest"
    return bool(set(gap) & PREPOSITIONS - {"on", "during"}) or len(gap) > NEAR_OF


def governed(clause: Clause, frame: Frame) -> bool:
    """Say whether a verb carries the noun as its own act ("signed a ceasefire", "a truce was announced", "announced in
    Rome the signing of a truce")."""
    i = frame.first - 1
    while i >= 0 and frame.first - i < 7 and clause.marks[i] < 2:
        if clause.norm[i] in LIGHT and not clause.sentence.words.glued[i]:  # "Russian-made missiles"
            return True
        if frame.form in PLURAL and i and ends_in(clause.norm[i - 1 : i + 1]):
            return True  # "the march resulted in 30 arrests"
        placed = clause.norm[i] in {"in", "at"} and clause.sentence.words.is_name(i + 1)
        if clause.norm[i] in PREPOSITIONS and clause.norm[i] not in {"on", "to", "into", "of"} and not placed:
            break
        i -= 1
    reach = 24 if frame.actions & {"accord"} else 6
    for i in range(frame.last, min(frame.last + reach, len(clause.norm))):
        if clause.marks[i] == 2:
            break
        if clause.norm[i] in LIGHT or clause.norm[i] in HAPPENS:
            return True
    return False


def attribute(clause: Clause, frame: Frame) -> list[Mention]:
    """Return the mention that stands as an attribute right before a noun ("Taliban attack", "army's shelling"), or in
    it ("an IS suicide bomber", "a US Coalition air strike")."""
    for m in reversed(clause.mentions):
        if m.first < frame.first < m.last and m.kind == "group":
            return [m]
        if m.last <= frame.first:
            gap = clause.norm[m.last : frame.first]
            if not ARTICLES.isdisjoint(gap):
                return []  # "told a crowd the raids had killed nine", "the bishop deplored an ambush"
            if len(gap) <= 3 and not any(clause.marks[m.last : frame.first]):
                plain = not set(gap[gap[:1] == ["'s"] :]) & (PREPOSITIONS | BE | HAVE | LIGHT)
                verb = any(m.last <= s.first < frame.first for s in clause.sentence.acts)
                told = m in clause.speakers and gap[:1] not in (
                    [],
                    ["'s"],
                )  # "police said a car bomb exploded"
                if plain and not verb and not told and (not gap or gap[0] == "'s" or len(gap) <= 2):
                    return coordinated_left(clause, m)
            return []
    return []


def undergoer(clause: Clause, frame: Frame) -> list[Mention]:
    """Return who undergoes a noun: the subject of a word of suffering ("women were subjected to rape by …"), or of
    coming through it ("the mayor was unhurt in an attack")."""
    for i in range(frame.first - 1, max(-1, frame.first - 6), -1):
        if clause.marks[i] and clause.norm[i] not in {"following", "after"}:
            return []
        if clause.norm[i] in VICTIMS and not BE_VICTIM & set(clause.norm[max(i - 2, 0) : i]):
            return []  # "officers found the victims of a murder"
        if clause.norm[i] in UNDERGONE or clause.norm[i] in SPARED:
            before = (m for m in reversed(clause.mentions) if m.last <= i)
            m = next((m for m in before if clause.is_subject(m)), None)
            return coordinated_left(clause, m) if m and not clause.hard_between(m.last, i) else []
    return []


def light_subject(clause: Clause, frame: Frame) -> list[Mention]:
    """Return the subject of the light verb that carries a noun ("rebels launched an attack")."""
    for i in range(frame.first - 1, max(-1, frame.first - 8), -1):
        if clause.marks[i] == 2:
            return []
        if clause.norm[i] in LIGHT and not clause.sentence.words.glued[i]:
            if clause.norm[i + 1] == "that":  # "the army announced that a mine went off"
                return []
            for m in reversed(clause.mentions):
                if "ally" in m.tags:
                    continue  # "troops backed by militias launched an attack"
                if m.last <= i and clause.norm[m.last : i] == ["and"] and is_object(clause, m):
                    continue  # "the rebels overcame the guards and announced …"
                if m.last <= i and not clause.hard_between(m.last, i) and clause.is_subject(m):
                    said = m in clause.speakers and bool(
                        {"when", "as", "after"} & set(clause.norm[m.last : i])
                    )
                    return [] if said else coordinated_left(clause, m)
            return []
    return []


def is_object(clause: Clause, mention: Mention) -> bool:
    """Say whether a verb of action stands right before a mention, which is its object."""
    return any(s.entry.form in VERBS and 0 <= mention.first - s.last <= 1 for s in clause.sentence.acts)
