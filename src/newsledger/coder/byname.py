"""By name: whom a noun of violence names as its victim ("the murder of Ana Ruiz, a mayor", "the assassination of Paz").

A name is no word that a lexicon knows. What stands behind it says who bears it; only for an assassination, which is
done to public people alone, is the name enough (coding-rules 2.3).
"""

from newsledger.coder.clause import Clause
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DAYS, NO_NAME, PREPOSITIONS
from newsledger.coder.spans import Mention

DONE_TO = frozenset({"kill", "death", "abduct"})
PUBLIC = ("assassinat",)  # how nouns begin of what is done to public people alone
LONGEST = 6  # tokens of one name
BORNE = 4  # tokens between a name and the word for who bears it ("Ana Ruiz, the former mayor")
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
    if life or (frame.form != "nouns" and norm[frame.first].startswith(PUBLIC)):
        return [Mention(first, last, "civilians", "", "", SOMEBODY, 1, clause.sentence.index)]
    return []


def behind_time(norm: list[str], first: int) -> int:
    """Return the token behind the words of time that stand at token `first` ("the murder last Friday of …")."""
    last = first
    while last < len(norm) and last - first < TIME and (norm[last] in TIMES or norm[last].isdigit()):
        last += 1
    return last


def owner_by_name(clause: Clause, frame: Frame) -> list[Mention]:
    """Return the word for one person before a name that owns a noun ("Senator Ana Ruiz's murder")."""
    norm, at = clause.norm, frame.first - 1
    if not frame.actions & DONE_TO or frame.voice != "noun" or norm[max(at, 0)] != "'s":
        return []
    first = name_start(clause, at)
    bearer = next((m for m in clause.mentions if m.last == first), None)
    one = bearer is not None and bearer.kind in PERSON and "plural" not in bearer.tags
    return [bearer] if bearer is not None and one and first < at else []


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
