"""Whose time: does a time belong to a description of somebody or something rather than to the act itself?

"Parents of students who went missing in 2014 marched" says when the students went missing (coding-rules 4).
"""

from collections.abc import Sequence
from itertools import pairwise

from newsledger.coder.dayclues import EVENTS, RELATIVES
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import BE, HAVE, PREPOSITIONS, described_by, ends_in, is_left_over
from newsledger.coder.protested import CROWD
from newsledger.coder.sentence import HARD
from newsledger.coder.when.forms import TimeExpression

PLACED = frozenset({"where", "who", "whose"})
HAD_DONE = 5  # tokens from "which" to the "had" of its verb
DESCRIBES = frozenset({"that", "which"})
RECORDS = frozenset({"worst", "deadliest", "heaviest", "bloodiest", "biggest", "first"})
SEEN = frozenset({"has", "have", "had", "saw"})
OPENED = 5  # tokens between "that" and the time that its clause ends with
ASIDE = 5  # tokens between two commas before the time that they end with
ASIDE_OF_VERB = (
    12  # as many, where the second comma is followed by a verb whose subject stands before the first
)
FAR_BACK = 9  # tokens of a clause with "who" before a time that it ends with
FAR_DOWN = 6  # tokens of an apposition before a time of its own
ABOUT = frozenset({"over", "about", "against", "for"})  # before what a crowd wants or rejects
# before "the 1992 constitution", which is no time; "in the 1967 war" says when
OF_THING = frozenset({"of", "for", "to", "under", "against", "with"})
NO_THING = PREPOSITIONS | frozenset("and or but when that who which was were is are has had while as".split())


def in_closed_relative(frame: Frame, expression: TimeExpression) -> bool:
    """Say whether a time ends a clause with "that" or "who" before a frame, and a comma stands behind it ("… against
    a coup that took place on 25 October, drawing tear gas")."""
    norm = frame.sentence.words.norm
    if frame.first <= expression.last or norm[expression.last : expression.last + 1] != [","]:
        return False
    before = norm[: expression.first]
    if before[:1] == ["in"] and "," not in before and "since" in before and not RECORDS.isdisjoint(before):
        return True  # "In one of the deadliest raids since the war began last year, nine died"
    opened = norm[max(0, expression.first - OPENED) : expression.first]
    return bool(set(opened) & (DESCRIBES | RELATIVES)) and "," not in opened


def in_later_relative(frame: Frame, expression: TimeExpression, acts: Sequence[Frame]) -> bool:
    """Say whether a time is that of a verb in a clause with "where" or "who" behind a frame ("retook a town where
    rebels took nuns in May"); with "which", that of what had been done before.

    `acts` are the frames of the sentence.
    """
    return bool(in_relative(frame, expression, acts))


def of_their_fate(frame: Frame, expression: TimeExpression, acts: Sequence[Frame]) -> bool:
    """Say whether a time is that of the violence in a clause with "who" behind other violence, so that it is not that
    of both ("fired on the mourners of a man who was shot two weeks ago")."""
    return bool(frame.actions & EVENTS) and any(
        f.actions & EVENTS and f.voice == "passive" for f in in_relative(frame, expression, acts)
    )


def in_relative(frame: Frame, expression: TimeExpression, acts: Sequence[Frame]) -> list[Frame]:
    """Return the verbs between a word that opens a relative clause behind a frame and a time."""
    norm = frame.sentence.words.norm
    found = []
    for i in range(frame.last, expression.first):
        opens = norm[i] in PLACED or (
            norm[i] == "which" and frame.voice != "noun" and "had" in norm[i:][:HAD_DONE]
        )
        if opens:
            found += [
                f
                for f in acts
                if f.voice != "noun" and i < f.first < expression.first and HARD.isdisjoint(norm[i : f.first])
            ]
    return found


def only_explains(frame: Frame, expression: TimeExpression) -> bool:
    """Say whether a time stands in a description behind a frame, and so is not its own ("fired on marchers in a city
    that has seen weeks of unrest", "…, a sign of discord among those who rose last year")."""
    norm = frame.sentence.words.norm
    if frame.voice == "noun" and ends_in(norm[expression.last : frame.first]):
        return True  # "weeks of tension culminated in a raid"
    if frame.first == expression.last and frame.form in {"past", "ed"}:
        clause = norm[max(0, expression.first - FAR_BACK) : expression.first]
        if any(one == "who" and two in SEEN for one, two in pairwise(clause)):
            return True  # "fighters who have been besieged for two years left the town"
    if is_left_over(norm[frame.last : expression.first]):
        return True
    if any(norm[i] in DESCRIBES and norm[i + 1] in SEEN for i in range(frame.last, expression.first - 1)):
        return True
    if frame.first > expression.last and norm[expression.last : expression.last + 1] == [","]:
        verb = norm[expression.last + 1] in BE | HAVE
        aside = norm[max(0, expression.first - (ASIDE_OF_VERB if verb else ASIDE)) : expression.first]
        if "," in aside:
            return True  # "weavers, idle for two weeks, sat down", "guns, one used last year, were found"
    opened = [i for i in range(frame.last, expression.first - FAR_DOWN) if norm[i] == ","]
    return (
        bool(opened)
        and norm[opened[-1] + 1] in {"a", "an"}
        and "," not in norm[opened[-1] + 1 : expression.first]
    )


def describes(frame: Frame, time: TimeExpression) -> bool:
    """Say whether a time stands in a clause on somebody or something of a verb's act, as of when that is so."""
    norm = frame.sentence.words.norm
    told = frame.voice != "noun" or frame.light
    return told and described_by(norm, frame.first, frame.last, range(time.first, time.last))


def is_of_noun(frame: Frame, time: TimeExpression) -> bool:
    """Say whether a time only says which thing, or what a crowd is angry about, and not when ("the 1992 constitution",
    "a sit-in over eleven weeks of unpaid wages")."""
    norm = frame.sentence.words.norm
    behind = norm[time.last : time.last + 1]
    if (
        time.kind == "duration"
        and behind == ["of"]
        and ABOUT & set(norm[max(0, time.first - 1) : time.first + 1])
    ):
        return bool(frame.actions & CROWD)
    at = next((i for i in (time.first, time.first - 1) if i > 0 and norm[i] == "the"), 0)
    which = at > 0 and norm[at - 1] in OF_THING and time.year is not None and time.month is None
    thing = bool(behind) and behind[0].isalpha() and behind[0] not in NO_THING
    return which and thing and not 0 <= frame.first - time.last <= 1
