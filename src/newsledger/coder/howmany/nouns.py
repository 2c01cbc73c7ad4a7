"""Whom does a noun count? "Three deaths", "the killing of two officers", "the victim of a fatal shooting"."""

from newsledger.coder.howmany.clauses import Clause, Taken
from newsledger.coder.howmany.numbers import Number
from newsledger.coder.howmany.parties import Party
from newsledger.coder.howmany.unlisted import named_object
from newsledger.coder.howmany.vocabulary import grammar, people
from newsledger.coder.spans import Span

MANY = frozenset({"dozens", "scores", "hundreds", "thousands"})
VICTIM = 6  # tokens between "the victim of" and the deed


def of_event(clause: Clause, span: Span) -> Taken | None:
    """Read a noun: "three deaths", "no injuries", "the death of a miner", "the killing of two officers"."""
    tokens = clause.tokens
    for number in clause.numbers if "of" not in span.entry.tags else ():
        gap = tokens[number.last : span.first]
        if "bodies" in span.entry.tags and gap[:1] == ["of"] and tokens[number.last - 1] in MANY:
            gap = gap[1:]  # "dozens of bodies"
        if 0 <= span.first - number.last <= 3 and len(gap) <= 2 and all(is_adjective(word) for word in gap):
            return Taken(from_number(number), "toll.noun")
    if "of" in span.entry.tags and (victims := victims_of(clause, span)) is not None:
        return victims
    at = span.last
    if tokens[at : at + 1] in (["of"], ["among"]) or (
        tokens[at : at + 1] == ["to"] and "injured" in span.entry.tags
    ):
        k = clause.starts(at + 1)
        if k is not None:
            return Taken(clause.chain_right(k, span), "toll.noun")
        named = named_object(clause, at + 1, span) if "killed" in span.entry.tags else None
        return Taken(named.party, "toll.death-of") if named is not None else None
    return None


def victims_of(clause: Clause, span: Span) -> Taken | None:
    """Return the victims by whom a deed is named ("the victim of Tuesday's fatal shooting was Ada Ruiz", "the three
    victims in the slayings"), or None."""
    tokens = clause.tokens
    for i in range(span.first - 1, max(span.first - VICTIM, 0), -1):
        if tokens[i] not in {"of", "in"} or tokens[i - 1] not in {"victim", "victims"}:
            continue
        number = next((n for n in clause.numbers if n.last == i - 1), None)
        if number is not None and number.exact:
            return Taken(from_number(number), "toll.noun")
        return one(span, "toll.noun") if tokens[i - 1] == "victim" else None
    return None


def one(span: Span, rule: str) -> Taken:
    """Return the one person whom a toll word tells of by itself."""
    return Taken(Party(span.first, span.last, 1, 1, 1, counted=True), rule)


def is_adjective(word: str) -> bool:
    """Say whether a word may stand between a number and "deaths": no function word, no noun for things."""
    small, known = grammar(), people()
    closed = ("prepositions", "be", "have", "breaks", "determiners", "relative", "joints", "parts")
    return word[:1].isalpha() and word not in known.things and not any(word in small[name] for name in closed)


def from_number(number: Number) -> Party:
    """Return a party of nobody in particular with a number's counts."""
    high = number.value if number.high is None else number.high
    zero = number.rule == "number.none"
    return Party(number.first, number.last, number.value, number.low, high, counted=True, zero=zero)
