"""By name: whom a noun or verb of violence names as its victim ("the murder of Ana Ruiz, a mayor", "the assassination
of Paz").

A name is no word that a lexicon knows. What stands behind it says who bears it; only for an assassination, which is
done to public people alone, is the name enough (coding-rules 2.3).
"""

from newsledger.coder.clause import Clause
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DAYS, NO_NAME, OBJECT_NOUNS, PREPOSITIONS, before_auxiliaries
from newsledger.coder.spans import Mention
from newsledger.coder.where.cues import shipped_cues

TITLES = frozenset(
    "mr mrs ms miss dr prof professor rev reverend fr pastor alhaji hajiya haji mallam shri".split()
)
HIT = frozenset({"attack", "assault", "shoot", "kill", "wound", "abduct", "torture"})
DONE_TO = frozenset({"kill", "death", "abduct"})
PUBLIC = ("assassinat",)  # how nouns begin of what is done to public people alone
MURDER = ("murder", "kidnap")
BARE = "bare-name"  # the tag of somebody of whom a story tells only the name so far
NO_OWNER = frozenset(
    "country nation city capital region world town state department province month year century decade week weekend"
    " couple family group organization organisation party movement afternoon".split()
)  # what owns a murder without being its victim
LONGEST = 6  # tokens of one name
BORNE = 4  # tokens between a name and the word for who bears it ("Ana Ruiz, the former mayor")
OWNER = frozenset({"'s", "'"})
OBJECT = 3  # tokens between a word in -ing and whom it acts upon
TIME = 5  # tokens of a time between a noun and its "of"
TIMES = DAYS | frozenset(
    "january february march april may june july august september october november december on last this today"
    " yesterday night morning evening afternoon early late week".split()
)
PERSON = frozenset({"government", "protesters", "identity", "military", "police", "civilians", "state"})
SOMEBODY = frozenset({"civilian", "civilians", "unarmed", "person", "off-street"})


def by_name(clause: Clause, frame: Frame) -> list[Mention]:
    """Return who is named behind the "of" of a noun: the word for who bears the name, or, of an assassination, the name
    itself as one civilian."""
    norm = clause.norm
    life = "life-attempt" in frame.actions
    if not (frame.actions & DONE_TO or life) or frame.voice != "noun":
        return []
    first = frame.last
    if norm[first - 1] != "of":
        first = behind_time(norm, first)
        if norm[first : first + 1] != ["of"]:
            return []
        first += 1
    last = first
    while last < len(norm) and last - first < LONGEST and may_be_name(clause, last):
        last += 1
    if last - first < 2:
        return []
    bearer = bearer_of(clause, last)
    if bearer is not None:
        return [bearer]
    return bare(clause, frame, first, last)


def bare(clause: Clause, frame: Frame, first: int, last: int) -> list[Mention]:
    """Return the bearer of a name that nothing else tells of, as one civilian: of a murder, and of an assassination or
    an attempt on a life, which are made on people in the public eye."""
    norm = clause.norm
    public = "life-attempt" in frame.actions or (
        frame.form != "nouns" and norm[frame.first].startswith(PUBLIC)
    )
    if not public and not norm[frame.first].startswith(MURDER):
        return []
    tags = SOMEBODY if public else SOMEBODY - {"off-street"}
    return [Mention(first, last, "civilians", "", "", tags | {BARE}, 1, clause.sentence.index)]


def behind_time(norm: list[str], first: int) -> int:
    """Return the token behind the words of time that stand at token `first` ("the murder last Friday of …")."""
    last = first
    while last < len(norm) and last - first < TIME and (norm[last] in TIMES or norm[last].isdigit()):
        last += 1
    return last


def owner_by_name(clause: Clause, frame: Frame) -> list[Mention]:
    """Return the word for one person before a name that owns a noun ("Senator Ana Ruiz's murder")."""
    norm, at = clause.norm, frame.first - 1
    if not frame.actions & DONE_TO or frame.voice != "noun" or norm[max(at, 0)] not in OWNER:
        return []
    first = name_start(clause, at)
    bearer = next((m for m in clause.mentions if m.last == first), None)
    one = bearer is not None and bearer.kind in PERSON and "plural" not in bearer.tags
    if bearer is not None:
        return [bearer] if one and first < at else []
    timed = not (TIMES | NO_OWNER).isdisjoint(norm[first:at])
    return [] if timed or first == at else bare(clause, frame, first, at)


def bearer_of(clause: Clause, at: int) -> Mention | None:
    """Return the word for one person that tells, behind a comma at token `at`, who bears the name before it."""
    norm = clause.norm
    if norm[at : at + 1] != [","]:
        return None
    for mention in clause.mentions:
        if at < mention.first <= at + BORNE and mention.kind in PERSON and "plural" not in mention.tags:
            between = norm[at + 1 : mention.first]
            return None if set(between) & (PREPOSITIONS | {","}) else mention
    return None


def done_to(clause: Clause, frame: Frame) -> list[Mention]:
    """Return whom a word in -ing behind a preposition acts upon ("claimed responsibility for killing the judge")."""
    if not clause.norm[frame.last - 1].endswith("ing") or not frame.actions & OBJECT_NOUNS:
        return []
    hit = next((m for m in clause.mentions if frame.last <= m.first <= frame.last + OBJECT), None)
    if hit is None or "person" not in hit.tags or clause.norm[frame.first - 1] not in PREPOSITIONS:
        return []
    parted = PREPOSITIONS | {",", "and", "."}
    return [] if parted & set(clause.norm[frame.last : hit.first]) else [hit]


def name_start(clause: Clause, at: int) -> int:
    """Return the first token of the name that ends right before token `at`, or `at` where none does."""
    first = at
    while first > 0 and at - first < LONGEST and may_be_name(clause, first - 1):
        first -= 1
    return first


def may_be_name(clause: Clause, at: int) -> bool:
    """Say whether token `at` may be part of somebody's name: written as one, and a word of no lexicon."""
    words = clause.sentence.words
    if not words.is_name(at) or not words.text[at].replace("'", "").isalpha() or words.norm[at] in NO_NAME:
        return False
    return not any(m.first <= at < m.last for m in clause.mentions)


def hit_by_name(clause: Clause, frame: Frame) -> list[Mention]:
    """Return the one person whom a verb of harm hits and of whom only the name is told, with an age, a title or a given
    name that shows it is a person's ("stabbed Musa Bello, 34,", "Mr Bello was attacked by"), as a civilian."""
    if frame.voice == "noun" or not frame.actions & HIT:
        return []
    norm = clause.norm
    if frame.voice == "active":
        first = last = frame.last
        while last < len(norm) and last - first < LONGEST and may_be_name(clause, last):
            last += 1
    else:
        last = before_auxiliaries(norm, frame.first) + 1
        if norm[last - 1] == "," and is_age(norm, last - 3):
            last -= 3
        first = name_start(clause, last)
    if first == last or not is_person(clause, first, last):
        return []
    return [
        Mention(
            first, last, "civilians", "", "", SOMEBODY - {"off-street"} | {BARE}, 1, clause.sentence.index
        )
    ]


def is_person(clause: Clause, first: int, last: int) -> bool:
    """Say whether a title before a name, an age behind it or a given name in it shows that it is a person's."""
    norm = clause.norm
    if norm[first] in TITLES or (first > 0 and norm[first - 1] in TITLES):
        return True
    return last - first > 1 and (is_age(norm, last) or norm[first] in shipped_cues().given)


def is_age(norm: list[str], comma: int) -> bool:
    """Say whether an age stands behind the comma at token `comma` and another comma behind it (", 34,")."""
    age = norm[comma + 1 : comma + 2]
    return (
        0 < comma < len(norm)
        and norm[comma] == ","
        and any(a.isdecimal() for a in age)
        and norm[comma + 2 : comma + 3] == [","]
    )
