"""Which times belong to the page and not to its story? When it was posted, updated, filmed."""

from newsledger.coder.grammar import DAYS
from newsledger.coder.when.forms import TimeExpression
from newsledger.coder.when.vocabulary import time_words
from newsledger.coder.words import Words

NEAR = 3  # tokens between "updated" and its time
HEAD = 6  # tokens at the start of a line in which a stamp may stand
STAMPED = frozenset({"day", "clock", "weekday", "ago"})


def of_page(words: Words, expression: TimeExpression) -> bool:
    """Say whether a time is a stamp of the page: "Posted: Friday, March 7", "(08/18/16) -", "UPDATE 6:30 p.m."."""
    stamps = time_words().sets["page-stamps"]
    norm, first, last = words.norm, expression.first, expression.last
    if not stamps.isdisjoint(norm[max(0, first - NEAR) : first]):
        return True
    if words.text[first] == "Today" and first and norm[first - 1] in time_words().sets["today-papers"]:
        return True
    if expression.kind not in STAMPED or first >= HEAD:
        return False
    if "|" in norm[max(0, first - 1) : first] + norm[last : last + 1]:
        return True  # "By A. Writer | March 29, 2020"
    if norm[0] in time_words().sets["page-updates"]:
        return True
    if expression.kind == "day" and (before_agency(words, first, last) or heads_story(words, expression)):
        return True
    bracketed = first > 0 and norm[first - 1] in ("(", "[") and norm[last : last + 1] in ([")"], ["]"])
    return bracketed and first == 1 and norm[last + 1 : last + 2] in (["\u2014"], [":"], [])


def before_agency(words: Words, first: int, last: int) -> bool:
    """Say whether an agency's name in brackets follows a day that no preposition ties to a sentence ("Thane, Jan 19
    (PTI) Six persons …", not "data through August 10 (PDF)")."""
    if first and words.text[first - 1][0].islower():
        return False
    name = words.text[last + 1 : last + 2]
    opens = words.norm[last : last + 1] == ["("] and ")" in words.norm[last + 2 : last + HEAD]
    return opens and bool(name) and len(name[0]) > 1 and name[0].isupper() and name[0].isalpha()


def heads_story(words: Words, expression: TimeExpression) -> bool:
    """Say whether a full date is only the first thing on the page: no comma and no preposition ties it to the sentence
    behind it, which names a weekday of its own ("8 July 2015 Troops repelled an attack on Tuesday")."""
    norm, first, last = words.norm, expression.first, expression.last
    if expression.year is None or first > 1 or (first and norm[0] not in DAYS):
        return False
    begins = words.text[last : last + 1]
    return bool(begins) and begins[0][0].isupper() and not DAYS.isdisjoint(norm[last:])
