"""Whom do bodies count? Those of whom they are, and one that is found."""

from itertools import pairwise

from newsledger.coder.howmany.clauses import Clause, Taken
from newsledger.coder.howmany.nouns import of_event, one
from newsledger.coder.howmany.vocabulary import grammar
from newsledger.coder.spans import Span

BODY = 12  # tokens between a body and the verb by which it is found
BODIES = frozenset({"body", "bodies", "corpse", "corpses"})
SEEN = frozenset("found discovered recovered located pulled dumped removed spotted".split())


def of_bodies(clause: Clause, span: Span) -> Taken | None:
    """Read the dead that are found: "the bodies of two men", "eleven bodies", "the body of a farmer"."""
    tokens = clause.tokens
    taken = of_event(clause, span)
    if taken is not None:
        return Taken(taken.party, "toll.bodies")
    at = span.last
    k = clause.starts(at) if tokens[at - 1] == "of" else None
    if k is None:
        return one(span, "toll.bodies") if is_found(clause, span) else None
    return Taken(clause.chain_right(k, span), "toll.bodies")


def is_found(clause: Clause, span: Span) -> bool:
    """Say whether a toll word is one body that is found ("a man's body was discovered in a field")."""
    tokens = clause.tokens
    if tokens[span.last - 1] not in {"body", "corpse"} or tokens[span.first - 1] not in {"a", "'s", "the"}:
        return False
    behind = tokens[span.last : span.last + BODY]
    end = next((i for i, t in enumerate(behind) if t in {",", ";", "."}), len(behind))
    passive = any(a in grammar()["be"] and b in SEEN for a, b in pairwise(behind[:end]))
    return passive or tokens[span.first - 2] in SEEN


def is_dead_body(clause: Clause, span: Span, taken: Taken) -> bool:
    """Say whether a body is what has the wounds ("a body with gunshot wounds"): that is nobody hurt."""
    return "injured" in span.entry.tags and clause.tokens[taken.party.last - 1] in BODIES
