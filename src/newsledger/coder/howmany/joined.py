"""Joined to: the people that stand beside those of a toll word ("along with two guards", "…, as was his brother", "a
boy in the arm").
"""

from collections.abc import Sequence
from dataclasses import replace

from newsledger.coder.howmany.clauses import Clause, Taken
from newsledger.coder.howmany.lists import summed
from newsledger.coder.howmany.parties import Party
from newsledger.coder.howmany.roster import past_body, roster_right
from newsledger.coder.spans import Span

BESIDE = (
    ("as", "well", "as"),
    ("along", "with"),
    ("together", "with"),
    ("alongside",),
    ("plus",),
    ("besides",),
    ("in", "addition", "to"),
    ("as", "was"),
    ("as", "were"),
    ("as", "did"),
    ("as", "is"),
    ("as", "are"),
    ("so", "was"),
    ("so", "were"),
)
OTHERS = frozenset({"others", "other"})
OTHER = 4  # tokens from "with" on in which "others" stands behind their number
WOUNDED = frozenset("victims wounded injured survivors survivor wounds hurt weapons".split())
ELLIPSIS = 2  # tokens of "as was"
APART = 18  # tokens between a toll word and those who are joined to its people
NEXT = 5  # tokens behind "along with" that tell whether it goes on with the wounded
STOPS = frozenset({";", "—", "who", "while", "when", "but"})


def with_others(clause: Clause, span: Span, taken: Taken | None) -> Taken | None:
    """Add the people that follow a toll word behind "as well as" ("was killed along with two guards")."""
    if taken is None or taken.party.last > span.first or not taken.party.counted or taken.party.zero:
        return taken
    tokens = clause.tokens
    at, width = beside_at(clause, span)
    many = roster_right(clause, at + width) if width else None
    if many is not None:
        return Taken(added([taken.party, many]), taken.rule, taken.perpetrator)
    k = clause.starts(at + width) if width else None
    if k is None or clause.parties[k].pronoun or not clause.parties[k].counted or whole_part(clause, k):
        return taken
    if clause.has_own_verb(clause.parties[k], span):
        return taken
    others = clause.chain_right(k, span)
    with_self = taken.perpetrator or others.perpetrator  # "along with the bomber"
    return Taken(summed(tokens, [taken.party, others]), taken.rule, with_self)


def beside_at(clause: Clause, span: Span) -> tuple[int, int]:
    """Return where behind a toll word, with nothing but time and place between, others are joined to its people, and
    by how many tokens ("was shot dead in Bria on Monday, along with a guard", "…, as was his brother"); 0 for none."""
    tokens = clause.tokens
    for at in range(span.last, min(span.last + APART, len(tokens))):
        if any(s.first == at for s in clause.spans) or tokens[at] in STOPS:
            break
        width = next((len(words) for words in BESIDE if tuple(tokens[at : at + len(words)]) == words), 0)
        if tokens[at] == "with" and not OTHERS.isdisjoint(tokens[at + 1 : at + OTHER]):
            width = 1  # "was killed with three others"
        near = at <= span.last + 1 or (width == ELLIPSIS and tokens[at] in {"as", "so"})
        far = tokens[at - 1] == "," and WOUNDED.isdisjoint(tokens[at + width : at + width + NEXT])
        if width and (near or far):
            return at, width
    return 0, 0


def with_gapped(clause: Clause, span: Span, taken: Taken | None) -> Taken | None:
    """Add those of whom only the part of the body is told behind the verb ("a baker was hit in the neck, a boy in
    the arm and a girl in the leg")."""
    if taken is None or not taken.party.counted or taken.party.last > span.first or taken.party.zero:
        return taken
    tokens, at, chain = clause.tokens, past_body(clause.tokens, span.last), [taken.party]
    while at:
        at += tokens[at : at + 1] == [","]
        at += tokens[at : at + 1] in (["and"], ["while"])
        k = clause.starts(at)
        if k is None or not clause.parties[k].counted or clause.parties[k].pronoun:
            break
        end = past_body(tokens, clause.parties[k].last)
        if not end:
            break
        chain.append(clause.parties[k])
        at = end
    return Taken(added(chain), taken.rule, taken.perpetrator) if len(chain) > 1 else taken


def added(chain: Sequence[Party]) -> Party:
    """Return one party with the counts of several that are different people."""
    count, low, high = (sum(getattr(p, key) for p in chain) for key in ("count", "low", "high"))
    return replace(chain[0], count=count, low=low, high=high)


def whole_part(clause: Clause, k: int) -> bool:
    """Say whether party `k` is only a part of people counted before, and not "15 of them"."""
    return clause.parties[k].part and not clause.parties[k].of_them
