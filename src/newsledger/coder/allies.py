"""Allies: who only helps those who act ("troops backed by American drones")?"""

from newsledger.coder.clause import Clause

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
    )
)
ARTICLES = frozenset({"the", "a", "an", "some", "several", "two", "three", "its", "their", "allied", "local"})
REACH = 4  # tokens between "backed by" and those who back


def mark_allies(clause: Clause) -> None:
    """Tag those who are named as helpers only ("troops backed by American drones") as allies."""
    for m in clause.mentions:
        at = m.first
        while at and m.first - at < REACH and is_attribute(clause, at - 1):
            at -= 1
        allied = m.first > 1 and clause.norm[m.first - 1] == "allied"
        if allied and clause.norm[m.first - 2] in {"and", ",", "their", "its", "with"}:
            m.tags |= {"ally"}  # "federal forces and allied Amhara fighters"
        if clause.norm[at - 1] == "alongside" or " ".join(clause.norm[max(at - 2, 0) : at]) in HELP:
            m.tags |= {"ally"}


def is_attribute(clause: Clause, at: int) -> bool:
    """Say whether token `at` may stand between "by" and a noun: an article, or a part of "Emirati-trained"."""
    glued = clause.sentence.words.glued
    return clause.norm[at] in ARTICLES or glued[at] or (at + 1 < len(glued) and glued[at + 1])
