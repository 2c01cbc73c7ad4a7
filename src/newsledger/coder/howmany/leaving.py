"""Leaving: whom something left dead or hurt, and who is dead of whom it is told what he did, other words between."""

from dataclasses import replace

from newsledger.coder.howmany.clauses import Clause
from newsledger.coder.howmany.joined import STOPS, added
from newsledger.coder.howmany.parties import Party
from newsledger.coder.howmany.subjects import past_auxiliaries
from newsledger.coder.howmany.vocabulary import people
from newsledger.coder.spans import Span

LEAVES = frozenset({"left", "leaves", "leaving", "leave"})
LEFT = 18  # tokens between "left" and "dead"
SHOOTS = frozenset("shooting shot shots fired opened fire killed killing attack attacked".split())
DONE = 9  # tokens of what somebody did between "who" and the word that he is dead


def left_so(clause: Clause, span: Span) -> Party | None:
    """Return those whom something left dead or hurt, with what tells more of them between ("left a guard and the man he
    had stopped dead", "leaving an uncle of one pupil and a parking attendant wounded"), or None."""
    tokens = clause.tokens
    low = max(span.first - LEFT, 0)
    at = next((i for i in range(span.first - 2, low - 1, -1) if tokens[i] in LEAVES), -1)
    if at < 0 or any(at < s.first < span.first for s in clause.spans) or STOPS & set(tokens[at : span.first]):
        return None
    found = []
    for i in range(at + 1, span.first):
        opens = i == at + 1 or tokens[i - 1] == "and"
        k = clause.starts(i) if opens else None
        if k is not None and clause.parties[k].counted and not clause.parties[k].pronoun:
            found.append(clause.parties[k])
        elif opens and tokens[i] in {"a", "an"} and tokens[i + 1] not in people().things:
            found.append(Party(i, i + 2, 1, 1, 1, counted=True))
    return added(found) if found else None


def doer(clause: Clause, span: Span) -> Party | None:
    """Return the one who opens a statement and of whom a clause tells what he did before it is said that he is dead
    ("the man who fired the shots is also dead"), or None."""
    at, auxiliary = past_auxiliaries(clause, span.first - 1)
    if auxiliary not in {"is", "was"}:
        return None
    for party in clause.parties:
        behind = clause.tokens[party.last : at + 1]
        opens = party.first == 0 or clause.tokens[party.first - 1] in {".", ",", "but", "and", "said", "that"}
        if opens and behind[:1] == ["who"] and len(behind) <= DONE and "," not in behind and party.count == 1:
            shot = not SHOOTS.isdisjoint(behind)
            return replace(party, perpetrator=party.perpetrator or shot)
    return None
