"""Heads: whom a participle, a relative clause or an apposition describes, and who so is the subject of the verb."""

from newsledger.coder.clause import Clause
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import ADVERBS, HAVE, INHERIT, OPENING
from newsledger.coder.sentence import HARD
from newsledger.coder.spans import Mention

PARTICIPLE_REACH = 10  # tokens between a participle that describes a subject and the subject's verb
MOSTLY = frozenset({"mostly", "mainly", "largely", "chiefly"})
ARTICLES = frozenset({"a", "an", "the", "one"})
APPOSED = 9  # tokens between the article of an apposition and its noun
JOINING = frozenset({"while", "and", "but", "whereas"})
WHERE = frozenset({"in", "at", "near", "on", "outside", "of", "against"})
FINITE = frozenset({"past", "ed", "base", "s"})
JOINED = 2  # tokens between those overcome and the next verb ("and then took")
ASIDE = frozenset("aside away off out back down past over".split())
SWEPT = frozenset("swept shook threw beat fought cut held put sent overcame overran outflanked".split())
PARTING = HARD | OPENING | INHERIT | HAVE  # what parts a participle from its noun


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
    while start > 0 and mention.first - start < APPOSED and clause.norm[start - 1] != ",":
        start -= 1
    opens = clause.norm[start] in ARTICLES or tells_who_they_are(clause.norm, start)
    if start < 2 or not opens or clause.norm[start - 1] != ",":
        return mention
    end = start - 1
    if clause.norm[end - 1] == ")":  # "a cadre of the party (P), its student wing, was killed"
        end = next((i for i in range(end - 2, max(0, end - 6), -1) if clause.norm[i] == "("), end)
    head = next((m for m in clause.mentions if m.last == end), None)
    return head if head is not None and clause.is_subject(head) else mention


def tells_who_they_are(norm: list[str], at: int) -> bool:
    """Say whether token `at` opens an aside on who those before it are (", most of them women,", ", mainly boys,")."""
    return norm[at] in MOSTLY or norm[at + 1 : at + 3] in (["of", "them"], ["of", "whom"])


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
        or any(
            first in f.targets and f.last <= first.first for f in before
        )  # "jets pounded a camp of rebels, killing ten"
        or "armed" not in first.tags | ({"armed"} if first.kind in {"police", "military"} else set())
    ):
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
    if not gap or len(gap) > PARTICIPLE_REACH or not PARTING.isdisjoint(gap):
        return None
    if any("speech" in c.entry.tags and previous.last <= c.first < frame.first for c in clause.cues):
        return None  # "villagers returning to A said troops had torched it"
    head = next((m for m in clause.mentions if m.last == previous.first), None)
    return head if head is not None and clause.is_subject(head) else None


def event_doers(clause: Clause, frame: Frame, before: list[Frame]) -> list[Mention] | None:
    """Return who acts in an event whose noun is the subject of a verb in a statement of its own ("killed ten, while
    a second raid in B left two dead"): nobody where none is told; None where the subject is no such noun."""
    if frame.voice != "active" or frame.form not in FINITE:
        return None
    event = next((f for f in reversed(before) if f.voice == "noun" and f.last <= frame.first), None)
    if event is None or any(event.last <= f.first for f in before if f.voice != "noun"):
        return None
    opening = range(max(0, event.first - APPOSED), event.first)
    starts = any(clause.norm[i] in JOINING and clause.norm[i + 1] in ARTICLES | {"another"} for i in opening)
    gap = clause.norm[event.last : frame.first]
    placed = not gap or (gap[0] in WHERE and not clause.hard_between(event.last, frame.first))
    inside = any(event.last <= m.first and m.last <= frame.first for m in clause.mentions)
    return list(event.agents) if starts and placed and not inside else None


def overcome(clause: Clause, mention: Mention, at: int) -> bool:
    """Say whether a mention is the object of a verb that no lexicon knows, joined to the verb at `at` ("the rebels
    swept aside the volunteers and took the town")."""
    norm = clause.norm
    gap = norm[mention.last : at]
    i = mention.first - 1
    if gap[-1:] == ["and"] and "," not in gap and is_led_off(clause, mention):
        return True
    if gap[:1] != ["and"] or len(gap) > JOINED or i < 1 or norm[i] not in ARTICLES:
        return False
    i -= norm[i - 1] in ASIDE
    if not norm[i - 1].endswith("ed") and norm[i - 1] not in SWEPT:
        return False
    doer = next((m for m in reversed(clause.mentions) if m.last <= i - 1), None)
    return doer is not None and doer.last >= i - 1 - JOINED and clause.is_subject(doer)


def is_led_off(clause: Clause, mention: Mention) -> bool:
    """Say whether a mention is the object of an unknown past tense right behind armed people, who go on to act ("the
    militants separated non-Muslim workers from the others and executed them")."""
    norm = clause.norm
    for i in range(mention.first - 1, max(0, mention.first - 4), -1):
        if norm[i].endswith("ed"):
            return any("armed" in m.tags and i - 1 <= m.last <= i for m in clause.mentions)
        if not norm[i].isalpha():
            return False
    return False
