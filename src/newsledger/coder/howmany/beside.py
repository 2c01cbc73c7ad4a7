"""What must stand beside a toll word? A hospital, a limb, wounds, a place, for the words that ask for it."""

from dataclasses import replace

from newsledger.coder.grammar import FINITE_BE, IRREGULAR
from newsledger.coder.howmany.clauses import Clause, Taken
from newsledger.coder.howmany.lists import summed
from newsledger.coder.howmany.parties import Party
from newsledger.coder.howmany.vocabulary import grammar
from newsledger.coder.spans import Span

LIMB = 5  # tokens between "lost" and the limb
SIDE = 2  # tokens of who lost others, behind "the"
SIDES = frozenset({"army", "military", "police", "side", "group", "militia", "guerrilla"})
CARE = 8  # tokens between "taken to" and the hospital
FIRED = 20  # tokens between "opened fire" and "striking"
HIT_BY = 5  # tokens between "was hit" and what it was that is no weapon
WOUNDED = 16  # tokens between "walked into" a hospital and the wounds
HOSPITAL = ("hospitali",)
DEAD = 6  # tokens between "dead" and the hospital of the others
STAYING = frozenset("is was are were remain remains remained still now currently 's be been stayed".split())


def qualified(clause: Clause, span: Span) -> Span | None:
    """Return a toll word that asks for something beside it with what it asks for, or None where that is not there:
    a hospital, a limb, a place, somebody who has the wounds."""
    tokens, small, tags = clause.tokens, grammar(), span.entry.tags
    if "at" in tags and tokens[span.last : span.last + 1] in (["least"], ["most"]):
        return Span(span.first, span.last - 1, span.entry)  # "shot at least six people"
    if "at" in tags and not shot_somewhere(clause, span):
        return None
    if "limb" in tags and not small["limbs"].anywhere(tokens, span.last, span.last + LIMB):
        return None
    told = tokens[span.first].startswith(HOSPITAL)  # "hospitalized in critical condition"
    if "care" in tags and not told and not in_hospital(tokens, span):
        return None
    if "arrives" in tags and not small["wounded"].anywhere(tokens, span.last, span.last + WOUNDED):
        return None
    if "fired" in tags and not small["fired"].anywhere(tokens, max(span.first - FIRED, 0), span.first):
        return None
    if not tags.isdisjoint({"hits", "fired"}) and small["unshot"].anywhere(
        tokens, span.last, span.last + HIT_BY
    ):
        return None
    if "stays" in tags and tokens[span.first - 1] not in STAYING and not beside_dead(clause, span):
        return None
    before = tokens[max(span.first - 6, 0) : span.first]
    if "wounds" in tags and any(t in small["modals"] and t != "threatening" for t in before):
        return None  # "might have had an arm wound"
    if "wounds" in tags:
        own = [i for i in range(max(span.first - 5, 0), span.first) if tokens[i] in small["having"]]
        return Span(own[-1], span.last, span.entry) if own else None
    return span


def beside_dead(clause: Clause, span: Span) -> bool:
    """Say whether people are in hospital without a verb, beside the dead of a short report ("Two dead, nine in
    hospital")."""
    counted = any(p.last == span.first and p.counted for p in clause.parties)
    return counted and "dead" in clause.tokens[max(0, span.first - DEAD) : span.first]


def in_hospital(tokens: list[str], span: Span) -> bool:
    """Say whether a hospital stands behind a word of care, or before it ("the hospital where two were dropped off")."""
    hospitals = grammar()["hospitals"]
    if hospitals.anywhere(tokens, span.last, span.last + CARE):
        return True
    where = [i for i in range(max(span.first - CARE, 0), span.first) if tokens[i] == "where"]
    return bool(where) and hospitals.anywhere(tokens, max(where[-1] - CARE, 0), where[-1])


def unharmed(clause: Clause, span: Span, party: Party) -> bool:
    """Say whether somebody went to a hospital who was not hurt ("taken to a hospital as a precaution")."""
    return grammar()["unharmed"].anywhere(clause.tokens, party.first, span.last + 2 * CARE)


def counts_lost(clause: Clause, span: Span, party: Party) -> bool:
    """Say whether "lost" counts dead: "lost four soldiers", not "lost supporters", "lost an eye", "lost his mother"."""
    tokens, small = clause.tokens, grammar()
    if small["limbs"].anywhere(tokens, span.last, span.last + LIMB):
        return False
    own = party.pronoun or tokens[party.first] in small["possessives"]
    return party.counted and not party.zero and not own


def both_sides(clause: Clause, lost: Taken) -> Taken:
    """Add those whom the other side lost, of which no verb is said again ("lost two men and the rebels eight")."""
    tokens = clause.tokens
    own = next(
        (p for p in clause.parties if p.first == lost.party.first), lost.party
    )  # without "and the rebels"
    at = own.last
    at += tokens[at : at + 1] == [","]
    if tokens[at : at + 2] != ["and", "the"]:
        return lost
    for k, party in enumerate(clause.parties):
        behind = at + 2 < party.first <= at + 2 + SIDE and (
            tokens[party.first - 1] in SIDES or tokens[party.first - 1].endswith("s")
        )
        if behind and party.counted and not party.more:
            clause.used.add(k)
            return replace(lost, party=summed(tokens, [own, party]))
    return lost


def shot_somewhere(clause: Clause, span: Span) -> bool:
    """Say whether "were shot at" tells where or when ("at a bar", "at 3:40 a.m.") and not at whom somebody shot."""
    tokens, at = clause.tokens, span.last
    passive = any(t in grammar()["be"] for t in tokens[max(span.first - 3, 0) : span.first])
    reduced = any(p.last == span.first and "of" in tokens[p.first : p.last] for p in clause.parties)
    if (
        not (passive or reduced)  # "two of the eight men shot at a party"
        or at >= len(tokens)
        or "by" in tokens[at : at + 6]
        or tokens[at] in ("while", "as", "when", "in")
    ):
        return False
    return clause.starts(at) is None and (tokens[at][:1].isalnum() or tokens[at] == "about")


def own_clause(before: list[str]) -> list[str]:
    """Return the tokens before a verb without those of a relative clause that ends before it ("a man who has not been
    named was hospitalized")."""
    for i in range(len(before) - 1, 0, -1):
        if before[i] in FINITE_BE and (before[i - 1].endswith("ed") or before[i - 1] in IRREGULAR):
            return before[i:]
    return before
