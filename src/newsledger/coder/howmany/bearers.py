"""Who has wounds, or dies, where other words stand between: "found a man in the driveway with a gunshot wound", "was
shot during a holdup and died".
"""

from newsledger.coder.howmany.clauses import Clause, Taken
from newsledger.coder.howmany.lists import whom
from newsledger.coder.howmany.parties import Party
from newsledger.coder.howmany.subjects import past_auxiliaries
from newsledger.coder.howmany.vocabulary import grammar
from newsledger.coder.spans import Span

FAR = 26  # tokens between somebody and his wounds
FINDS = frozenset(
    "found find finds finding located locates locating discovered discovering discovers saw seeing met transported"
    " treated treating tended".split()
)
CAME = frozenset(
    "escaped ran walked staggered stumbled crawled fled drove came went arrived showed turned survived limped collapsed"
    " got knocked flagged lay".split()
)
WOUNDS = ("wound", "injur")
# behind one of these words another clause stands
BOUNDS = frozenset("; : that who which when after while because as but said".split()) | {'"'}
JOINTS = frozenset({"and", "but", "then"})


def bearer(clause: Clause, span: Span) -> Taken | None:
    """Return those who have the wounds that a toll word names: whom somebody found, or of whom the clause tells."""
    tokens = clause.tokens
    if not any(t.startswith(WOUNDS) for t in tokens[span.first : span.last]):
        return None
    for i in range(span.first - 1, max(span.first - FAR, -1), -1):
        k = next((k for k, p in enumerate(clause.parties) if p.last == i + 1), None)
        if k is not None and clause.parties[k].counted and not clause.parties[k].zero:
            whole = clause.chain_left(k)
            before = tokens[whole.first - 1] if whole.first else ""
            if before in FINDS or is_subject(clause, k, before):
                return Taken(whom(clause.parties, whole), "toll.subject")
        if tokens[i] in BOUNDS:
            return None
    return None


def is_subject(clause: Clause, k: int, before: str) -> bool:
    """Say whether a party is the one of whom a clause tells ("a suspect is in custody with a wound")."""
    party, small = clause.parties[k], grammar()
    at = past_decade(clause.tokens, party.last)
    at += clause.tokens[at : at + 1] == [","]
    behind = clause.tokens[at : at + 1]
    acts = bool(behind) and (behind[0] in small["be"] or behind[0] in CAME)
    return (
        acts
        and not party.pronoun
        and not (party.part and not party.of_them)
        and before not in small["prepositions"]
    )


def past_decade(tokens: list[str], at: int) -> int:
    """Return the token behind an age in tens of years that begins at token `at` ("a man in his 40s"), or `at`."""
    if tokens[at : at + 1] != ["in"] or at + 3 >= len(tokens):
        return at
    if tokens[at + 2].isdecimal() and tokens[at + 3] == "s":
        return at + 4
    return (
        at + 3 if tokens[at + 2] in {"teens", "twenties", "thirties", "forties", "fifties", "sixties"} else at
    )


def joined_verb(clause: Clause, span: Span) -> Span | None:
    """Return the passive verb to which "and" joins a death, other words between them, or that of a clause on who died
    ("a driver who was shot during a carjacking has died"); None if there is none."""
    at, auxiliary = past_auxiliaries(clause, span.first - 1)
    done = [s for s in clause.spans if s.last <= at + 1 and "acts" in s.entry.tags]
    last = next((s for s in reversed(done) if is_passive(clause, s)), None)
    if at < 1 or last is None or clause.tokens[at] in JOINTS:
        return last if at > 0 else None
    before, _ = past_auxiliaries(clause, last.first - 1)
    whole = bool(auxiliary) and "," not in clause.tokens[last.last : at + 1]
    return last if whole and clause.tokens[before] == "who" else None


def contact(clause: Clause, subject: Party) -> Taken | None:
    """Return whom a clause without a pronoun tells of ("the man they shot", "a boy police killed"), or None."""
    tokens, at = clause.tokens, subject.first
    acting = tokens[at] in {"they", "he", "she", "police", "officers", "deputies"} and subject.last == at + 1
    if acting and tokens[at - 1 : at] == ["whom"]:  # "a priest, Ali Reza, whom they shot dead"
        return Taken(Party(at - 1, at, 1, 1, 1, counted=True), "toll.pronoun")
    head = next((p for p in clause.parties if p.last == at), None) if acting else None
    return Taken(head, "toll.subject") if head is not None and head.counted and not head.pronoun else None


def is_passive(clause: Clause, span: Span) -> bool:
    """Say whether a toll word is a verb in the passive."""
    tokens, be = clause.tokens, grammar()["be"]
    at, auxiliary = past_auxiliaries(clause, span.first - 1)
    return tokens[span.first] in be or (at < span.first - 1 and auxiliary in be)
