"""Whom does a name left of a toll word count? One person, or those of a list."""

from newsledger.coder.howmany.clauses import Clause, Taken
from newsledger.coder.howmany.names import close_names, in_titles, names_left, past_age_left
from newsledger.coder.howmany.parties import Party
from newsledger.coder.howmany.vocabulary import grammar

OPENS = frozenset({"that", ":", ";", "said", "says", "after", "before", "when", "while", "because"})
JOINS = frozenset({"and", "but", "then"})
# fmt: off
SMALL_STARTS = frozenset((
    "it", "this", "there", "that", "who", "which", "he", "she", "not", "some", "most", "others", "all",
    "many", "none", "they", "we", "people", "more",
))
# fmt: on


def named_subject(clause: Clause, at: int, auxiliary: str) -> Taken | None:
    """Return one person where a name that no lexicon knows touches "was"; not in upper case, nor behind
    "in".
    """
    words, small = clause.sentence.words, grammar()
    if (
        at < 0
        or not (auxiliary in small["singular"] or auxiliary == "had")
        or not is_unknown_name(clause, at)
    ):
        return None
    first = at
    while first and words.is_name(first - 1) and words.norm[first - 1][:1].isalpha():
        first -= 1
    return one_name(clause, first, at)


def named_before(clause: Clause, at: int) -> Taken | None:
    """Return the one with a name to whom the verb before was done, where "and" joins another verb to it ("Ali Reza, 24,
    was shot in the chest and later died")."""
    words = clause.sentence.words
    if at < 1 or words.norm[at] not in JOINS:
        return None
    first = [s for s in clause.spans if s.last <= at]
    if not first:
        return None
    verb = first[-1].first - 1
    if words.norm[verb] not in grammar()["singular"] or any(
        p.first >= verb for p in clause.parties if p.last <= at
    ):
        return None
    name = past_age_left(words, verb - 1)
    return named_subject(clause, name, "was") or named_list(clause, verb - 1, False)


def named_list(clause: Clause, at: int, plural: bool) -> Taken | None:
    """Return the people whose names stand in a list left of a verb ("Ali Reza, 24, and Sara Khan were shot"), or one
    name with an age."""
    words, small = clause.sentence.words, grammar()
    if at < 1 or not is_unknown_name(clause, past_age_left(words, at)):
        return None
    first, count = names_left(words, at, clause.is_no_name)
    listed = count > 1 and close_names(words, first, at)
    if (first and words.norm[first - 1] in small["prepositions"] - {"of"}) or in_titles(words, first, at + 1):
        return None
    if listed:
        return Taken(Party(first, at + 1, count, count, count, counted=True), "toll.name")
    aged = past_age_left(words, at) < at
    return None if plural or not count else one_name(clause, first, at, aged)


def one_name(clause: Clause, first: int, at: int, aged: bool = False) -> Taken | None:
    """Return one person for the name in tokens `first` to `at`, unless it stands behind a preposition or in a list;
    with his age behind it (`aged`) a name behind a comma is in none ("his girlfriend, Ana Silva, 21, was hurt")."""
    words, small = clause.sentence.words, grammar()
    start = max(first - 4, 0)
    for i in range(start, first):
        if words.norm[i] in OPENS:
            start = i + 1
    timed = False
    for time in clause.times:  # "On 3 May, Ali Reza was shot", "on Monday Ali Reza was shot"
        if start < time.last <= first:
            start, timed = time.last, True
    if first > 1 and words.norm[first - 1] == "and" and not clause.is_no_name(first - 2):
        start = start if words.is_name(first - 2) else first  # "medics came and Diallo was taken …"
    if words.norm[first - 1 : first] == ["and"] and any(s.last == first - 1 for s in clause.spans):
        start = first  # "another child was hurt and Ana Silva was killed"
    if words.norm[0] == "according" and words.norm[first - 1] == ",":
        start = first  # "According to the sheriff, Ali Reza was taken …"
    before = words.norm[start:first]
    if (
        before[-1:]
        and before[-1] in ("the", "and", ",")
        and not (before[-1] == "," and (aged or (timed and before == [","])))
    ):
        return None
    if any(word in small["prepositions"] for word in before) and not any(
        word in small["be"] for word in before
    ):
        return None
    return Taken(Party(first, at + 1, 1, 1, 1, counted=True), "toll.name")


def is_unknown_name(clause: Clause, at: int) -> bool:
    """Say whether a token is a capitalised word outside every party, in text that is not all upper case."""
    words = clause.sentence.words
    if (
        not words.is_name(at)
        or not words.norm[at].isalpha()
        or any(p.first <= at < p.last for p in clause.parties)
        or any(t.first <= at < t.last for t in clause.times)
    ):
        return False
    return words.norm[at] not in SMALL_STARTS and any(t.islower() for t in words.text)
