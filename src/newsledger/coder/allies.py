"""Allies: who only helps those who act ("troops backed by American drones")?"""

from newsledger.coder.clause import Clause
from newsledger.coder.grammar import BE, OPENING, PREPOSITIONS
from newsledger.coder.heads import FINITE
from newsledger.coder.sentence import HARD
from newsledger.coder.spans import Sentence, Span

HELP = frozenset(
    (
        "backed by",
        "supported by",
        "aided by",
        "assisted by",
        "accompanied by",
        "helped by",
        "reinforced by",
        "flanked by",
        "together with",
        "along with",
        "alongside",
        "support from",
        "support of",
        "help of",
        "help from",
        "backing of",
        "backing from",
        "cover of",
        "cover from",
    )
)
BEFORE_HELP = frozenset(
    {"by", "of", "from"}
)  # what every phrase of help ends in before those who help from afar
FROM_FAR_OFF = frozenset({"airstrike", "shell", "bomb", "strikes", "bombing"})  # acts by which they help
ENDS = HARD | OPENING | (PREPOSITIONS - {"of", "from", "by"}) | {","}  # what ends a phrase of help
LENGTH = 10  # tokens of a phrase of help
ARTICLES = frozenset({"the", "a", "an", "some", "several", "two", "three", "its", "their", "allied", "local"})
REACH = 4  # tokens between "backed by" and those who back


def mark_allies(clause: Clause) -> list[range]:
    """Tag those who are named as helpers only ("troops backed by American drones") as allies, and return where."""
    ranges = supports(clause.sentence)
    for m in clause.mentions:
        at = m.first
        while at and m.first - at < REACH and is_attribute(clause, at - 1):
            at -= 1
        allied = m.first > 1 and clause.norm[m.first - 1] == "allied"
        if allied and clause.norm[m.first - 2] in {"and", ",", "their", "its", "with"}:
            m.tags |= {"ally"}  # "federal forces and allied Amhara fighters"
        if any(m.first in helped for helped in ranges):
            m.tags |= {"ally"}  # "backed by Russian jets and Iranian militiamen"
        if clause.norm[at - 1] == "alongside" or " ".join(clause.norm[max(at - 2, 0) : at]) in HELP:
            m.tags |= {"ally"}
    return ranges


def supports(sentence: Sentence) -> list[range]:
    """Return where a sentence names with whose help, or under whose fire, those act who are told of ("troops backed by
    American jets and helicopters retook the town"): up to a comma or to their verb."""
    norm = sentence.words.norm
    if BEFORE_HELP.isdisjoint(norm):
        return []
    found = []
    for at in range(2, len(norm)):
        if norm[at] in BEFORE_HELP and f"{norm[at - 1]} {norm[at]}" in HELP and norm[at - 2] not in BE:
            end = next((i for i in range(at + 1, len(norm)) if ends_help(norm, i)), len(norm))
            verb = (s.first for s in sentence.acts if s.first > at + 1 and is_verb(s))
            found.append(range(at - 1, min(end, at + LENGTH, *verb)))
    return found


def ends_help(norm: list[str], at: int) -> bool:
    """Say whether a phrase of help ends at a token: a comma does, but for one in a list ("Lebanese, Iranian and …")."""
    return norm[at] in ENDS and not (norm[at] == "," and "and" in norm[at + 2 : at + 4])


def is_verb(act: Span) -> bool:
    """Say whether a span is a verb and no air strike or fire that may be a noun."""
    return act.entry.form in FINITE and act.entry.id not in FROM_FAR_OFF


def is_attribute(clause: Clause, at: int) -> bool:
    """Say whether token `at` may stand between "by" and a noun: an article, or a part of "Emirati-trained"."""
    glued = clause.sentence.words.glued
    return clause.norm[at] in ARTICLES or glued[at] or (at + 1 < len(glued) and glued[at + 1])
