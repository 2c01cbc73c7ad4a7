"""Whom does a verb of killing, dying, wounding count? Its object where active, its subject where passive."""

from collections.abc import Sequence
from dataclasses import replace

from newsledger.coder.grammar import FINITE_BE, IRREGULAR
from newsledger.coder.howmany.bearers import bearer, contact, joined_verb
from newsledger.coder.howmany.beside import both_sides, counts_lost, own_clause, qualified, unharmed
from newsledger.coder.howmany.clauses import Clause, Taken, form_of
from newsledger.coder.howmany.leaving import left_so
from newsledger.coder.howmany.lists import whom
from newsledger.coder.howmany.named import SMALL_STARTS, is_unknown_name, named_before, named_list
from newsledger.coder.howmany.parties import Party
from newsledger.coder.howmany.roster import roster_right
from newsledger.coder.howmany.subjects import (
    PLURALS,
    of_roster,
    of_whom,
    past_auxiliaries,
    reflexive,
    subject,
)
from newsledger.coder.howmany.unlisted import named_object, unknown_object
from newsledger.coder.howmany.vocabulary import grammar
from newsledger.coder.spans import Span

AS_MANY: tuple[list[str], ...] = (
    [],
    ["."],
    [","],
    ["others"],
    ["more"],
)  # behind "as many", which then is as many people
CLAUSE = 12  # tokens from "who" to the end of its clause
INVERTED = 24  # tokens of "Killed in Tuesday's shooting at a bar in Gao" before "were"
ESCAPED = frozenset("escaped escapes escape avoided avoids avoid missed misses without".split())
SUFFERED = frozenset("suffered suffers sustained sustains received receives lost".split())
ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "its"})
GERUND = frozenset(
    "of after for before by to and , or while when allegedly accidentally then began started was were".split()
)


def unreal(clause: Clause, span: Span) -> bool:
    """Say whether a toll word is denied, planned, threatened or merely possible."""
    tokens, small, at = clause.tokens, grammar(), span.first
    before = [tokens[i] for i in range(max(at - 8, 0), at) if not is_idle(clause, i)][-4:]
    for stop in (",", ";", "and", "that"):
        if stop in before:
            before = before[len(before) - before[::-1].index(stop) :]
    if before[-1:] in (["was"], ["were"]) and "who" in tokens[max(at - CLAUSE, 0) : at - 2]:
        before = before[-1:]  # "two men who could not keep up were shot dead"
    before = own_clause([*before, tokens[at]])[:-1]
    if "life" in before:  # "life-threatening" wounds threaten nobody
        before = [t for t in before if t != "threatening"]
    if before[-2:] in (["not", "fewer"], ["not", "less"]) or {"fewer", "less"} & set(before):
        before = [t for t in before if t != "not"]  # "not fewer than seven bodies"
    if any(t in small["negations"] for t in before):
        return True
    if form_of(span, tokens) == "base" and before[-1:] == ["to"]:
        return not any(t in small["achieved"] for t in before)
    if before[-2:] == ["to", "be"]:
        real = before[-3:-2] in (["had"], ["have"])  # "had to be taken to hospital"
        told = before[-3:-2] in (
            ["said"],
            ["reported"],
            ["listed"],
            ["known"],
        )  # "are said to be in critical condition"
        return not (real or (told and "care" not in span.entry.tags))
    if before[-1:] == ["being"] and ESCAPED & set(before):
        return True  # "narrowly escaped being struck"
    return any(t in small["modals"] for t in before) and form_of(span, tokens) in (
        "base",
        "ed",
        "part",
        "noun",
    )


def is_idle(clause: Clause, at: int) -> bool:
    """Say whether a word only looks like one of a plan: "a would-be thief", "the intended targets", the month May."""
    token = clause.tokens[at]
    if token == "wanted":
        behind = clause.tokens[at + 1 : at + 2]  # "a wanted man", "wanted in the death of"
        return clause.tokens[at - 1] in ARTICLES or behind in (["by"], ["for"], ["in"])
    if token == "may":
        return any(t.first <= at < t.last for t in clause.times)
    return token == "intended" or (token == "would" and clause.sentence.words.glued[at + 1])


def of_verb(clause: Clause, span: Span) -> Taken | None:
    """Read a transitive verb: its object where active, its subject where passive or a bare participle."""
    placed = qualified(clause, span)
    taken = taken_by(clause, placed) if placed is not None else None
    if taken is not None and taken.party.vague and "arrives" in span.entry.tags:
        return None  # "officers went to the hospital"
    if taken is not None and "care" in span.entry.tags and unharmed(clause, span, taken.party):
        return None
    return taken


def taken_by(clause: Clause, span: Span) -> Taken | None:
    """Return whom a verb takes that has all that it asks for beside it."""
    tokens, small = clause.tokens, grammar()
    if (last := inverted(clause, span)) is not None:
        return last
    if "limb" in span.entry.tags:
        return subject(clause, span, span.first - 1, named=True)
    form = form_of(span, tokens)
    own = tokens[span.first] in small["be"]  # "was hospitalized" is one word of the list
    back = span.first if own else before_adverbs(clause, span.first - 1)
    before = tokens[back] if back >= 0 else ""
    if form in ("ed", "part") and before in small["be"] and "counted" not in span.entry.tags:
        return subject(clause, span, back, named=True)
    cared = "care" in span.entry.tags and "sends" not in span.entry.tags
    right = None if cared else with_roster(clause, span, object_of(clause, span))
    if "counted" in span.entry.tags:
        lost = right if right is not None and counts_lost(clause, span, right.party) else None
        return lost and both_sides(clause, lost)
    if form in ("base", "s", "past", "ing"):
        return right
    if before in small["have"]:
        passive = "been" in tokens[back : span.first]
        return (None if passive else right) or subject(clause, span, back, named=passive)
    if right is None and before in {"and", "then"} and (be := joined_be(tokens, back)) >= 0:
        return subject(clause, span, be, named=True)
    if (
        right is None
        and not cared
        and "at" not in span.entry.tags
        and (unknown := unknown_object(clause, span)) is not None
    ):
        return unknown if unknown.party.count else None
    return of_participle(clause, span, right)


def with_roster(clause: Clause, span: Span, taken: Taken | None) -> Taken | None:
    """Return the object of a verb with all the people of the list that it opens, names and ages between them."""
    if taken is None and "killed" in span.entry.tags:
        first = span.last + (clause.tokens[span.last : span.last + 1] == ["both"])
        named = roster_right(clause, first)
        return None if named is None else Taken(named, "toll.name")
    if taken is None or taken.party.pronoun or taken.party.vague or not taken.party.count:
        return taken
    attributive = form_of(span, clause.tokens) in ("ed", "part") and clause.tokens[span.first - 1] in ARTICLES
    many = None if attributive and span.first else roster_right(clause, taken.party.first)
    if many is None or many.count <= taken.party.count or many.last <= taken.party.last:
        return taken
    return replace(taken, party=replace(many, more=taken.party.more, perpetrator=taken.party.perpetrator))


def inverted(clause: Clause, span: Span) -> Taken | None:
    """Return those whom a sentence names behind its verb ("Killed in the raid were Ali Reza, 24, and two girls", "Also
    hit was his wife"), or None."""
    tokens = clause.tokens
    opens = span.first == 0 or (span.first == 1 and tokens[0] == "also")
    if not opens or (span.first == 0 and form_of(span, tokens) not in ("ed", "part")):
        return None
    at = next((i for i in range(span.last, min(INVERTED, len(tokens))) if tokens[i] in FINITE_BE), 0)
    if not at or any(p.last == at for p in clause.parties):
        return None  # "Killed by whom it was not said"
    if (many := roster_right(clause, at + 1)) is not None:
        return Taken(many, "toll.name")
    k = clause.starts(at + 1)
    if k is not None and clause.parties[k].counted:
        return Taken(clause.chain_right(k, span), "toll.subject")
    return named_object(clause, at + 1, span)


def of_participle(clause: Clause, span: Span, right: Taken | None) -> Taken | None:
    """Read a participle without an auxiliary: its object, or the party that it touches ("two soldiers killed")."""
    tokens = clause.tokens
    if right is None and (shared := shared_object(clause, span)) is not None:
        return shared
    left = subject(clause, span, span.first - 1, named=False, near=True)
    if right is None and left is not None and (whom_they := contact(clause, left.party)) is not None:
        return whom_they
    if left is None and right is None and (before := joined_before(clause, span)) is not None:
        return of_verb(clause, before)
    if left is None and right is None and tokens[span.first] in SUFFERED:
        left = named_list(clause, past_auxiliaries(clause, span.first - 1)[0], plural=False)
    counted = left is not None and (left.party.counted or right is None)
    if right is not None and not (counted and left is not None and before_number(clause, span, left)):
        return right
    if tokens[span.first - 1 : span.first] in (["those"], ["the"]):
        return None
    if left is not None and left.party.last == span.first:  # "one of two victims shot": two
        return Taken(of_whom(clause, left.party), left.rule, left.perpetrator)
    if left is None and (those := left_so(clause, span)) is not None:
        return Taken(those, "toll.object")
    return left or bearer(clause, span)


def as_many(clause: Clause, span: Span, at: int) -> Taken | None:
    """Return as many people as were counted before a verb ("killed three and wounded as many"), or None."""
    before = [p for p in clause.parties if p.last <= span.first and p.counted and p.count > 1]
    return Taken(replace(before[-1], first=at, last=at + 2), "toll.object") if before else None


def shared_object(clause: Clause, span: Span) -> Taken | None:
    """Return the object that a verb shares with the one joined to it ("shot, killed another teen"), or None."""
    joint = clause.tokens[span.last : span.last + 1] in ([","], ["and"])
    following = [s for s in clause.spans if s.first == span.last + 1] if joint else []
    for other in following:
        if "acts" in other.entry.tags and "weak" not in other.entry.tags:
            return object_of(clause, other)
    return None


def joined_before(clause: Clause, span: Span) -> Span | None:
    """Return the verb to which a participle is joined by a comma, "and" or "but" ("a man was shot, killed", "was
    stabbed, too, but survived"), or None."""
    tokens, at = clause.tokens, span.first
    if tokens[at - 1 : at] not in ([","], ["and"], ["but"]):
        return None
    while at > 1 and tokens[at - 1] in {",", "and", "but", "too", "also"}:
        at -= 1
    return next((s for s in clause.spans if s.last == at and "acts" in s.entry.tags), None)


def before_adverbs(clause: Clause, at: int) -> int:
    """Return the token left of adverbs that end at token `at`, and of a time behind an auxiliary ("were on Sunday
    night killed")."""
    tokens, small = clause.tokens, grammar()
    while at >= 0 and (tokens[at] in small["between"] or tokens[at].endswith("ly") or tokens[at] == '"'):
        at -= 1
    if at + 1 not in clause.time_of:
        return at
    timed = clause.time_of[at + 1] - 1
    if timed >= 0 and tokens[timed] == "on":
        timed -= 1
    return timed if timed >= 0 and tokens[timed] in small["be"] else at


def joined_be(tokens: Sequence[str], at: int) -> int:
    """Return the auxiliary of a passive that a participle is joined to at token `at`, or -1.

    "Two men were pulled from their car and shot dead": the men were shot.
    """
    for i in range(at - 1, max(-1, at - 14), -1):
        if tokens[i] in SMALL_STARTS or tokens[i] in {";", ":", "."}:
            return -1
        if tokens[i] in grammar()["be"]:
            after = tokens[i + 1] if i + 1 < at else ""
            return i if after.endswith(("ed", "en")) or after in IRREGULAR else -1
    return -1


def before_number(clause: Clause, span: Span, left: Taken) -> bool:
    """Say whether "12 killed 30 wounded" is two ellipses: the number behind has a toll word of its own."""
    k = clause.starts(span.last)
    if k is None or not clause.parties[k].rule.startswith("number"):
        return False
    return left.party.last == span.first and clause.has_own_verb(clause.parties[k], span)


def object_of(clause: Clause, span: Span) -> Taken | None:
    """Return the object of a verb: the parties, or the name, that follow it at once."""
    tokens, small, at = clause.tokens, grammar(), span.last
    weak_noun = "weak" in span.entry.tags and form_of(span, tokens) == "ing" and tokens[at : at + 1] != ["of"]
    if weak_noun and span.first and tokens[span.first - 1] not in GERUND:
        return None  # "a shooting two miles off"
    if tokens[at : at + 1] == ["of"] and form_of(span, tokens) == "ing":
        at += 1  # "the killing of three men"
    if tokens[at : at + 2] == ["as", "many"] and tokens[at + 2 : at + 3] in AS_MANY:
        return as_many(clause, span, at)
    for _ in range(3):
        k = clause.starts(at)
        if k is not None:
            attributive = form_of(span, tokens) in ("ed", "part") and tokens[span.first - 1] in ARTICLES
            party = clause.parties[k] if attributive and span.first else clause.chain_right(k, span)
            pronoun = clause.parties[k].pronoun
            if pronoun and party.vague and "weak" in span.entry.tags:
                return None  # "shot them": who and how many is told elsewhere
            if party.vague and "weak" in span.entry.tags and form_of(span, tokens) == "ing":
                return None
            own = party.perpetrator and "killed" in span.entry.tags
            listed = pronoun and party.last > clause.parties[k].last  # "killed himself and three others"
            return Taken(
                whom(clause.parties, party),
                "toll.object" if listed or not pronoun else "toll.suicide" if own else "toll.pronoun",
                perpetrator=party.perpetrator and reflexive(tokens, party),
            )
        if at >= len(tokens) or tokens[at] not in small["before-object"]:
            break
        at += 1
    tags = span.entry.tags
    if (
        "care" in tags
        or not tags & {"killed", "weak"}
        or tokens[at - 1 : at] in (["at"], ["over"], ["around"])
    ):
        return None
    return named_object(clause, at, span)


def of_sufferer(clause: Clause, span: Span) -> Taken | None:
    """Read an intransitive verb: its subject, or one person for a name."""
    if span.entry.form == "word" or span.entry.form in ("past", "ed", "s", "base", "part", "ing"):
        end, auxiliary = past_auxiliaries(clause, span.first - 1)
        if (many := of_roster(clause, end, auxiliary)) is not None:
            return many
        if (names := named_list(clause, end, auxiliary in PLURALS)) is not None:
            return names
        if (same := named_before(clause, end)) is not None:
            return same
        taken = subject(clause, span, span.first - 1, named=False)
        if taken is not None:
            return taken
        if (verb := joined_verb(clause, span)) is not None:
            return of_verb(clause, verb)  # "was shot during a robbery and died"
        words, at = clause.sentence.words, span.first - 1
        small = grammar()
        while at >= 0 and (words.norm[at] in small["between"] or words.norm[at] in small["be"]):
            at -= 1
        if at >= 0 and is_unknown_name(clause, at):
            return Taken(Party(at, at + 1, 1, 1, 1, counted=True), "toll.name")
    return None
