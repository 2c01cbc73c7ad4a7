"""Whom does a toll word count? The ways in which toll words take their people, verbs and others."""

from collections.abc import Callable
from itertools import pairwise

from newsledger.coder.howmany.bodies import is_dead_body, of_bodies
from newsledger.coder.howmany.clauses import Clause, Taken
from newsledger.coder.howmany.joined import with_gapped, with_others
from newsledger.coder.howmany.leaving import LEAVES, doer, left_so
from newsledger.coder.howmany.lists import whom
from newsledger.coder.howmany.named import named_list
from newsledger.coder.howmany.names import in_titles, name_left, names_right, past_age_left
from newsledger.coder.howmany.nouns import from_number, of_event
from newsledger.coder.howmany.numbers import Number
from newsledger.coder.howmany.parties import PLURAL, Party
from newsledger.coder.howmany.roster import roster_right
from newsledger.coder.howmany.subjects import subject
from newsledger.coder.howmany.verbs import of_sufferer, of_verb, unreal
from newsledger.coder.howmany.vocabulary import grammar
from newsledger.coder.spans import Span

FINDS = frozenset(
    "found find finds leaving left leave leaves shot shoots shooting pronounced declared".split()
)
SHOT = frozenset({"shot", "shoot", "shooting", "shoots", "gunned"})
NTH = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
FOLDS = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}
PAIR = 2  # of a murder-suicide: at least one victim, and the one who killed
COSTING = frozenset({"cost", "costs", "costing"})
OWN = frozenset({"their", "his", "her"})  # "lives" behind "cost four men"
FELL = frozenset({"dead", "killed", "wounded", "injured", "hurt"})
COUNT = 7  # tokens between "the number of" people and what happened to them
TOLL_REACH = 22  # tokens between "death toll" and its number
LOST = frozenset(
    [
        "lost",
        "claimed",
        "claiming",
        "claim",
        "claims",
        "took",
        "taken",
        "taking",
        "cost",
        "costing",
        "costs",
        "killed",
    ]
)


def people_of(clause: Clause, span: Span) -> Taken | None:
    """Return the people that a toll word counts, or None where it counts nobody."""
    if unreal(clause, span):
        return None
    if "killed" in span.entry.tags and (risen := of_count(clause, span)) is not None:
        return risen
    for tag, read in WAYS.items():
        if tag in span.entry.tags:
            taken = with_gapped(clause, span, with_others(clause, span, read(clause, span)))
            return None if taken is not None and is_dead_body(clause, span, taken) else taken
    return None


def of_count(clause: Clause, span: Span) -> Taken | None:
    """Read the number to which a count of the dead has risen ("the number of Malian soldiers who died … has climbed to
    16")."""
    tokens = clause.tokens
    before = tokens[max(span.first - COUNT, 0) : span.first]
    if not any(pair == ("number", "of") for pair in pairwise(before)):
        return None
    for number in clause.numbers:
        risen = tokens[max(number.first - 3, 0) : number.first]
        if number.first > span.last and risen[-1:] == ["to"] and any(t in grammar()["rising"] for t in risen):
            return Taken(from_number(number), "toll.number")
    return None


def of_state(clause: Clause, span: Span) -> Taken | None:
    """Read an adjective: "three dead", "left ten people dead", "two soldiers are missing", "dead: 5"."""
    if "result" in span.entry.tags and (done := of_deed(clause, span)) is not None:
        return done
    taken = subject(clause, span, span.first - 1, named=False, near=True)
    if taken is None and "killed" in span.entry.tags and (who := doer(clause, span)) is not None:
        return Taken(who, "toll.subject")
    if taken is None and "killed" in span.entry.tags and clause.tokens[span.first - 1] in ("is", "was"):
        taken = named_list(clause, span.first - 2, plural=False)  # "Leo Ruiz, 81, was dead in his chair"
    if "result" in span.entry.tags and (taken is None or not deadly(clause, taken.party, span)):
        return None
    if "sent" in span.entry.tags:
        sent = taken is not None and is_sent(clause.tokens, taken.party.first - 1)
        return Taken(taken.party, "toll.object") if taken is not None and sent else None
    if taken is not None:
        return of_known(clause, span, taken)
    if (those := left_so(clause, span)) is not None:
        return Taken(those, "toll.state")
    if unnamed := somebody(clause, span) or found_name(clause, span):
        return Taken(unnamed, "toll.state")
    k = clause.starts(span.last)
    if k is not None and clause.parties[k].counted and clause.tokens[span.first - 1 : span.first] == ["left"]:
        return Taken(clause.chain_right(k, span), "toll.state")
    return None


def of_deed(clause: Clause, span: Span) -> Taken | None:
    """Return all whom a verb before "to death" has as its object ("shot his wife and her father to death"), or None."""
    for verb in reversed([s for s in clause.spans if s.last < span.first]):
        k = clause.starts(verb.last)
        if k is None or clause.tokens[verb.first] not in grammar()["deadly"]:
            continue
        listed = clause.chain_right(k, verb)
        return Taken(listed, "toll.object") if listed.last == span.first and listed.count > 1 else None
    return None


def of_known(clause: Clause, span: Span, taken: Taken) -> Taken | None:
    """Return those before an adjective as it counts them: dead by somebody's hand, or told as dead."""
    if clause.tokens[taken.party.first - 1 : taken.party.first] == ["whom"]:
        return Taken(Party(taken.party.first - 1, taken.party.last, 1, 1, 1, counted=True), "toll.pronoun")
    before = taken.party.first - 1
    if "result" in span.entry.tags and taken.party.pronoun:
        return Taken(whom(clause.parties, taken.party), "toll.object")
    if taken.party.vague and not (before >= 0 and clause.tokens[before] in LEAVES):
        return taken if clause.tokens[taken.party.last] in grammar()["be"] else None
    if "result" in span.entry.tags or clause.tokens[before] in SHOT:
        return Taken(taken.party, "toll.object")
    return Taken(taken.party, "toll.state", taken.perpetrator)


def is_sent(tokens: list[str], at: int) -> bool:
    """Say whether somebody behind token `at` is sent or left somewhere, or is listed with the dead ("left one dead and
    four in the hospital")."""
    return tokens[at] in grammar()["sends"] or (tokens[at] == "and" and tokens[at - 1] in FELL)


def somebody(clause: Clause, span: Span) -> Party | None:
    """Return one person behind "shot … dead" where the noun for him is unknown ("shot a kolbar dead"), or None."""
    tokens = clause.tokens
    for at in range(span.first - 2, max(span.first - 6, 0), -1):
        if tokens[at] in ("a", "an", "the") and tokens[at - 1] in SHOT:
            return Party(at, span.first, 1, 1, 1, counted=True)
        if clause.starts(at) is not None:
            return None
    return None


def found_name(clause: Clause, span: Span) -> Party | None:
    """Return the one whose name stands between "found", "left" or "shot" and "dead", or None."""
    words = clause.sentence.words
    first = name_left(words, past_age_left(words, span.first - 1), clause.is_no_name)
    if first < 1 or words.norm[first - 1] not in FINDS or in_titles(words, first, span.last):
        return None
    return Party(first, span.first, 1, 1, 1, counted=True)


def deadly(clause: Clause, party: Party, span: Span) -> bool:
    """Say whether "beat", "hacked" … stands before a party, so that "to death" behind it means its death, or "cost",
    where it is "their lives"."""
    before = range(max(party.first - 3, 0), party.first)
    if clause.tokens[span.first] not in OWN:
        return any(clause.tokens[i] in grammar()["deadly"] for i in before)
    cost = next((i for i in before if clause.tokens[i] in COSTING), 0)
    might = any(t in grammar()["modals"] for t in clause.tokens[max(cost - 3, 0) : cost])
    return cost > 0 and not might  # "could have cost a boy his life"


def of_lives(clause: Clause, span: Span) -> Taken | None:
    """Read "forty lives were lost", "claimed the lives of ten people", "cost 200 lives"."""
    tokens = clause.tokens
    if not any(t in LOST for t in tokens[max(span.first - 8, 0) : span.last + 5]):
        return None
    if tokens[span.first : span.last] == ["life"] and tokens[span.first - 1] in NTH:
        return Taken(
            Party(span.first - 1, span.last, 1, 1, 1, counted=True), "toll.noun"
        )  # "has claimed a third life"
    return of_event(clause, Span(span.first, span.last - (tokens[span.last - 1] == "of"), span.entry))


def of_number(clause: Clause, span: Span) -> Taken | None:
    """Read the number of a death toll: "rose to 49", "stands at 12", "brought to 49 the number of dead"."""
    tokens, small = clause.tokens, grammar()
    for number in clause.numbers:
        if span.first - 5 <= number.last <= span.first and "to" in tokens[number.first - 1 : number.first]:
            return Taken(from_number(number), "toll.number")
    best: Number | None = None
    for number in clause.numbers:
        if not span.last <= number.first <= span.last + TOLL_REACH or number.value == 0:
            continue
        before = tokens[number.first - 1]
        if before in small["toll-links"] or number.first == span.last or before in ("to", "at"):
            best = number if best is None or before == "to" else best
    return Taken(from_number(best), "toll.number") if best else None


def of_self(clause: Clause, span: Span) -> Taken | None:
    """Read the perpetrator's own death: "blew himself up"."""
    plural = (
        "themselves" in clause.tokens[span.first : span.last]
        or "their" in clause.tokens[span.first : span.last]
    )
    rule = "toll.suicide" if "own" in span.entry.tags else "toll.self"
    taken = subject(clause, span, span.first - 1, named=False) if plural else None
    if taken is not None and taken.party.counted:
        return Taken(taken.party, rule, perpetrator=True)
    count = 2 if plural else 1
    return Taken(Party(span.first, span.last, count, count, count, counted=True), rule, perpetrator=True)


def of_uncertain(clause: Clause, span: Span) -> Taken:
    """Read "casualties": nobody is counted; a number before it is the high end."""
    taken = of_event(clause, span)
    if taken is not None:
        return Taken(taken.party, "toll.casualties")
    return Taken(Party(span.first, span.last, PLURAL, PLURAL, PLURAL, vague=True), "toll.casualties")


def of_fold(clause: Clause, span: Span) -> Taken | None:
    """Read "a double homicide" or "a murder-suicide", which tells how many by its name."""
    count = FOLDS.get(clause.tokens[span.first], PAIR)
    return Taken(Party(span.first, span.last, count, count, count, counted=True), "toll.fold")


def of_charges(clause: Clause, span: Span) -> Taken | None:
    """Read the charges that tell how many they are ("three counts of murder"), or one ("charged with murder"), or
    None."""
    number = next((n for n in clause.numbers if n.last == span.first), None)
    if number is None and "one" in span.entry.tags:
        return Taken(Party(span.first, span.last, 1, 1, 1, counted=True), "toll.charges")
    return Taken(from_number(number), "toll.charges") if number else None


def of_listing(clause: Clause, span: Span) -> Taken | None:
    """Read a sentence that only says who the dead were ("the dead were a woman and two boys"), from its start on."""
    at = span.last + (clause.tokens[span.last : span.last + 1] == [":"])
    if span.first > 1 or at >= len(clause.tokens):
        return None
    if (many := roster_right(clause, at)) is not None:
        return Taken(many, "toll.name")
    if (k := clause.starts(at)) is not None:
        listed = clause.chain_right(k, span)
        return Taken(listed, "toll.subject") if listed.counted and not listed.pronoun else None
    words = clause.sentence.words
    last, count = names_right(words, at, clause.is_no_name)
    if not count or in_titles(words, at, last):
        return None
    return Taken(Party(at, last, count, count, count, counted=True), "toll.name")


WAYS: dict[str, Callable[[Clause, Span], Taken | None]] = {
    "listed": of_listing,
    "fold": of_fold,
    "charges": of_charges,
    "self": of_self,
    "uncertain": of_uncertain,
    "number": of_number,
    "bodies": of_bodies,
    "lives": of_lives,
    "event": of_event,
    "state": of_state,
    "suffers": of_sufferer,
    "acts": of_verb,
}
