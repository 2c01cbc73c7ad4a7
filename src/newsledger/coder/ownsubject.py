"""Own subject: a verb whose subject is somebody that no list knows, so that nobody told of before is meant."""

from newsledger.coder.clause import Clause
from newsledger.coder.grammar import (
    ADVERBS,
    BE,
    HAVE,
    NUMBERS,
    OPENING,
    PREPOSITIONS,
    PRONOUNS,
    before_auxiliaries,
)
from newsledger.coder.spans import Mention, Sentence

COUNTED = NUMBERS | frozenset(
    {"a", "an", "another", "several", "many", "some", "dozens", "scores", "hundreds"}
)
OF = frozenset({"of"})
OWN = frozenset({"its", "their", "his", "her", "the"})
JOINING = frozenset({",", "that", "when", "as", "while", "after", "before", "and", "but", "where", ":", ";"})
SMALL = BE | HAVE | ADVERBS | PREPOSITIONS | PRONOUNS | COUNTED | OWN | JOINING
ENDS = (PREPOSITIONS - OF) | JOINING
PHRASE = 5  # tokens between the number and the noun ("two of its district organisers")


def is_unlisted(clause: Clause, end: int) -> bool:
    """Say whether the subject that ends at token `end`, before a verb and its auxiliaries, opens a statement with a
    number or "a" and a noun that no list knows ("…, two of its organisers were abducted")."""
    norm = clause.norm
    if end < 1 or not is_unknown(clause, end):
        return False
    for i in range(end - 1, max(-1, end - 1 - PHRASE), -1):
        if norm[i] in COUNTED or norm[i].isdigit():
            return opens(clause, i) and not any(i <= m.first <= end for m in clause.mentions)
        if norm[i] in ENDS or not norm[i].isalpha():
            return False
    return False


def opens(clause: Clause, at: int) -> bool:
    """Say whether a statement begins at a token: not where "and" joins it to somebody ("a lieutenant and two …")."""
    joined = at > 1 and clause.norm[at - 1] == "and" and any(m.last == at - 1 for m in clause.mentions)
    if joined:
        return False
    return at == 0 or clause.norm[at - 1] in JOINING or any(s.last == at for s in clause.sentence.speech)


def is_unknown(clause: Clause, at: int) -> bool:
    """Say whether token `at` is a plain word that nothing in the lexicon explains."""
    word = clause.norm[at]
    if not word.isalpha() or word in SMALL or word.endswith("ly") or clause.sentence.words.is_name(at):
        return False
    return not any(s.first <= at < s.last for s in clause.sentence.spans) and not any(
        m.first <= at < m.last for m in clause.mentions
    )


def of_shell(clause: Clause, at: int) -> bool:
    """Say whether the subject of a verb is the weapon right before "that" ("hurt by shells that hit the market")."""
    i = before_auxiliaries(clause.norm, at)
    return is_of_weapon(clause.sentence, i) and not any(m.last == i for m in clause.mentions)


def is_of_weapon(sentence: Sentence, at: int) -> bool:
    """Say whether a relative word at token `at` stands for the weapon right before it ("shells that")."""
    told = at > 0 and sentence.words.norm[at] in {"that", "which"}
    return told and any(s.last == at for s in sentence.of_kind("weapon"))


def owns_object(clause: Clause, mention: Mention, at: int) -> bool:
    """Say whether a mention only tells whose the thing is that those before it act upon, and a verb behind "and" is
    theirs too ("rebels cut off the army's supply route and captured the village")."""
    if clause.norm[mention.last : mention.last + 1] != ["'s"] or clause.norm[at - 1] not in {"and", "then"}:
        return False
    gap = clause.norm[mention.last : at - 1]
    if not OPENING.isdisjoint(gap) or not BE.isdisjoint(gap[1:]) or not HAVE.isdisjoint(gap):
        return False
    acted = any(mention.last <= s.first < at for s in clause.sentence.acts)
    doer = next((m for m in clause.mentions if m.last < mention.first), None)
    return not acted and doer is not None and doer not in clause.speakers and clause.is_subject(doer)
