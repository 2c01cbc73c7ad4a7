"""How many were killed, injured, captured? Reads the tolls that a sentence states (coding-rules 5)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsledger.coder.howmany.clauses import Clause, Taken
from newsledger.coder.howmany.constructions import people_of
from newsledger.coder.howmany.mentioned import PartyFinder
from newsledger.coder.howmany.numbers import Number, find_numbers
from newsledger.coder.howmany.parties import PLURAL, Party
from newsledger.coder.howmany.vocabulary import TOLL_KINDS, grammar, toll_spans
from newsledger.coder.spans import Sentence, Span
from newsledger.coder.when import TimeExpression, find_times

AGGREGATES = frozenset({"aggregate", "year", "season"})
LONG_UNITS = {"week": 4, "fortnight": 2, "month": 1, "year": 1, "decade": 1}
NEWCOMERS = frozenset({"another", "second", "third", "fourth", "fifth", "sixth", "seventh"})
PLACE_GAP = 8  # tokens between a toll and that of the next place
AT = frozenset({"in", "at", "near"})
RECORD = 10  # tokens between "the deadliest" and the time that it was the deadliest of
WAR = 3000  # dead or wounded; a count as high is the total of a war
DAYS_AFTER = tuple([unit, "after"] for unit in ("day", "days", "week", "weeks", "month", "months", "hours"))
NEAR = 16  # tokens between a toll and the period that it sums up


@dataclass(frozen=True, slots=True)
class Toll:
    """One statement of how many people suffered what: tokens `first` to `last` (exclusive) of one sentence.

    `kind` is killed, injured, captured, missing, displaced or arrested. `count` is the number to code, `low`
    to `high` what the words allow. `victims` is the token range of the people, `mention` the index of the
    sentence's mention in it, or -1. `vague`: a bare plural. `part`: of another number ("including two
    children"). `adds`: besides those counted before ("three others", "later died"). `includes_perpetrator`:
    the attacker is among them, or it is his own death. `total`: a total ("in all", "the death toll").
    `aggregate`: of a war, a year, a campaign. `cumulative_update`: it replaces or raises an earlier number.
    `zero`: it is said that there were none.
    `weak`: "shot" or "stabbed", so that the person may be among the dead. `retold`: told as a case, so that it may be
    another ("a shooting like that of two boys"). `definite`: those told of before ("all three", "the two men").
    `several`: of several crimes ("in shootings across the city"). `care`: taken to hospital, where they may have died;
    `there`: who died before that ("at the scene").
    """

    first: int
    last: int
    kind: str
    count: int
    low: int
    high: int
    victims: tuple[int, int]
    mention: int = -1
    vague: bool = False
    part: bool = False
    adds: bool = False
    includes_perpetrator: bool = False
    total: bool = False
    aggregate: bool = False
    cumulative_update: bool = False
    zero: bool = False
    weak: bool = False
    retold: bool = False
    definite: bool = False
    several: bool = False
    care: bool = False
    there: bool = False
    rule: str = ""


def find_tolls(
    sentence: Sentence,
    numbers: Sequence[Number] | None = None,
    times: Sequence[TimeExpression] | None = None,
) -> list[Toll]:
    """Return the tolls of a sentence from left to right.

    `numbers` and `times` are those of the sentence where they are known already. Toll words inside a span of
    kind `blocker` are not read. Denials, plans and threats give no toll; "no one was hurt" gives one of zero.
    """
    tokens = sentence.words.norm
    blocked = {
        i
        for s in sentence.spans
        if s.entry.kind == "blocker" and not grammar()["hospitals"].anywhere(tokens, s.first, s.last)
        for i in range(s.first, s.last)
    }
    spans = [s for s in toll_spans(tokens) if s.first not in blocked]
    if not spans:
        return []
    known_times = find_times(sentence.words) if times is None else times
    known_numbers = find_numbers(sentence.words, known_times) if numbers is None else numbers
    triggers = frozenset(i for s in spans for i in range(s.first, s.last))
    clause = Clause(
        sentence, spans, PartyFinder(sentence, known_numbers, triggers).find(), known_numbers, known_times
    )
    found: list[Toll] = []
    read: set[int] = set()
    for span in spans:
        if span.first in read:
            continue  # the same words as verb and as noun: the first reading that holds counts
        taken = people_of(clause, span)
        if taken is not None:
            read.add(span.first)
            found.append(toll_of(clause, span, taken))
    found += elsewhere(clause, found)
    return settled(found, known_times, tokens)


def elsewhere(clause: Clause, found: list[Toll]) -> list[Toll]:
    """Return the tolls of other places that only a number tells ("killed two in Kharkiv and three in Izium")."""
    words, tokens = clause.sentence.words, clause.tokens
    timed = {i for t in clause.times for i in range(t.first, t.last)}
    told = {i for p in clause.parties if p.last - p.first > 1 for i in range(p.first, p.last)}
    added: list[Toll] = []
    parted: set[int] = (
        set()
    )  # tolls whose places follow as their parts ("killed nine, four in A and five in B")
    for number in clause.numbers:
        at = number.last
        placed = at + 1 < len(tokens) and tokens[at] in AT and words.is_name(at + 1) and at + 1 not in timed
        listed = number.first > 0 and tokens[number.first - 1] in ("and", ",")
        before = [t for t in [*found, *added] if t.last <= number.first]
        if not (placed and listed and before) or number.first in told:
            continue
        last = max(before, key=lambda t: t.last)
        gap = tokens[last.last : number.first]
        if not AT & set(gap) or {";", ":", "including"} & set(gap):
            parted.add(last.first)
        if last.first in parted or last.vague or last.zero or len(gap) > PLACE_GAP:
            continue
        high = number.value if number.high is None else number.high
        here, count = (number.first, at), number.value
        toll = replace(last, first=here[0], last=at, victims=here, mention=-1, adds=True, rule="toll.place")
        added.append(replace(toll, count=count, low=number.low, high=high))
    return added


def toll_of(clause: Clause, span: Span, taken: Taken) -> Toll:
    """Return the toll that a word and its people form."""
    party = taken.party
    tags = span.entry.tags
    tokens = clause.tokens
    small = grammar()
    first, last = min(span.first, party.first), max(span.last, party.last)
    later = any(
        t in ("later", "succumbed", "succumb") for t in tokens[max(party.last - 1, 0) : span.last + 1]
    )
    dying = "killed" in tags and later and (party.count == 1 or party.of_them)
    count, low, high = counts_of(party, tags)
    rises = taken.rule == "toll.number" and any(
        t in small["rising"] for t in tokens[max(first - 4, 0) : last]
    )
    return Toll(
        first,
        last,
        next(kind for kind in sorted(TOLL_KINDS) if kind in tags),
        count,
        low,
        high,
        (party.first, party.last),
        mention=clause.mention_in(party.first, party.last),
        vague=party.vague and "uncertain" not in tags,
        part=party.part or tokens[span.first : span.last] == ["fatally"],
        adds=adds(tokens, party, dying, "killed" in tags and "also" in tokens[party.last : span.first]),
        includes_perpetrator=taken.perpetrator or any(p.part and p.perpetrator for p in clause.parties),
        total=taken.rule == "toll.number" or small["total"].anywhere(tokens, first - 4, last + 4),
        cumulative_update=rises or dying,
        zero=party.zero,
        definite=is_definite(tokens, party),
        weak="weak" in tags and not beside_dead(tokens, span, party),
        care="care" in tags,
        there="killed" in tags and small["there"].anywhere(tokens, first, last + 6),
        rule=taken.rule,
    )


def is_definite(tokens: Sequence[str], party: Party) -> bool:
    """Say whether people are those told of before: "all three", "both", "the two men"."""
    before = tokens[party.first - 1] if party.first else ""
    return party.counted and (tokens[party.first] in ("the", "both", "all") or before == "all")


def beside_dead(tokens: Sequence[str], span: Span, party: Party) -> bool:
    """Say whether those who were shot are others than the dead ("four others were shot", "a boy was also shot")."""
    left = tokens[max(party.first - 1, 0) : party.first] in (["leaving"], ["left"], ["leaves"])
    left = left or tokens[party.first - 1 : party.first] == ["other"]  # "the other two"
    return left or (party.more and party.count > 1) or "also" in tokens[party.last : span.first]


def adds(tokens: Sequence[str], party: Party, dying: bool, also: bool) -> bool:
    """Say whether a toll comes on top of earlier ones: "two more people died", "one of the wounded later died".

    "Three others were injured" does not: they are others than the dead, and may have been counted before.
    """
    named = tokens[party.first : party.last]
    if also and party.counted:
        return True  # "four policemen were also killed"
    if party.more and (
        (named[0] != "the" and any(word in NEWCOMERS for word in named)) or "more" in named[1:]
    ):
        return True
    return dying and party.of_them and any(word in ("wounded", "injured") for word in named)


def counts_of(party: Party, tags: frozenset[str]) -> tuple[int, int, int]:
    """Return count, low and high; where it is open how many of the people died, the least is coded."""
    if "uncertain" in tags or "either" in tags:  # "casualties" = 0 (coding-rules 5)
        return 0, 0, 0 if party.vague else party.high
    if "some" in tags and party.vague:
        return PLURAL, 1, PLURAL
    if "some" in tags:
        return min(PLURAL, max(party.count - 1, 1)), 1, max(party.high - 1, PLURAL)
    return party.count, party.low, party.high


def settled(found: list[Toll], times: Sequence[TimeExpression], tokens: list[str]) -> list[Toll]:
    """Return the tolls without those said twice, and with the totals of a period marked."""
    kept: list[Toll] = []
    for toll in found:
        same = (toll.kind, toll.victims)
        if not any((other.kind, other.victims) == same for other in kept):
            kept.append(toll)
    kept = [t for t in kept if not t.weak or not said_better(t, kept)]
    kept = [without_dead(t, kept) for t in kept]
    kept = [antecedent(t, [o for o in found if o.last <= t.first]) for t in kept]
    kept = [related(t, kept[:i], tokens) for i, t in enumerate(kept)]
    if grammar()["several"].anywhere(tokens, 0, len(tokens)):
        kept = [replace(t, several=t.count > 1) for t in kept]
    return [replace(t, aggregate=True) if sums_up(t, times, tokens) else t for t in kept]


def antecedent(toll: Toll, before: Sequence[Toll]) -> Toll:
    """Return the death of "she" as one of its own where the last toll before it tells of her alone.

    "Three men died and a woman was taken to hospital, where she died": four dead.
    """
    last = before[-1] if before else None
    alone = (
        last is not None
        and last.kind == "injured"
        and (last.weak or last.care)
        and last.count == 1
        and not last.vague
    )
    others = any(o.kind == "killed" for o in before)
    if toll.kind == "killed" and toll.rule == "toll.pronoun" and toll.count == 1 and alone and others:
        return replace(toll, rule="toll.subject")
    return toll


def related(toll: Toll, before: Sequence[Toll], tokens: Sequence[str]) -> Toll:
    """Return a toll as what it is beside those before it in its sentence.

    "Another" adds to none outside it; how many of the injured are in what condition is a part of them.
    """
    if toll.kind != "injured":
        return replace(toll, adds=False) if any(o.kind == toll.kind for o in before) else toll
    apart = toll.care and any(o.kind == "killed" and o.count and not o.part for o in before)
    toll = replace(toll, weak=toll.weak and not apart)  # "six died and 20 were taken to hospital"
    state = "condition" in tokens[toll.victims[1] : toll.last]
    part = state and any(o.kind == "injured" and o.count >= toll.count for o in before)
    return replace(toll, adds=toll.adds and not before, part=toll.part or part)


def said_better(toll: Toll, others: Sequence[Toll]) -> bool:
    """Say whether "was shot" is only how the people of another toll died or were hurt."""
    return any(o is not toll and not o.weak and o.victims == toll.victims for o in others) or any(
        o.kind == "killed" and not o.weak and o.count == toll.count and o.rule == "toll.pronoun"
        for o in others
    )


def without_dead(toll: Toll, others: Sequence[Toll]) -> Toll:
    """Take those who died off the shot: "two men were shot; one of them died"."""
    if toll.kind != "injured" or toll.vague:
        return toll
    dead = sum(o.count for o in others if o.kind == "killed" and o.part and o.first > toll.first)
    if not 0 < dead < toll.count:
        return toll
    return replace(
        toll, count=toll.count - dead, low=max(toll.low - dead, 0), high=toll.high - dead, weak=False
    )


def sums_up(toll: Toll, times: Sequence[TimeExpression], tokens: list[str]) -> bool:
    """Say whether a toll is that of a war, a year or a campaign, which belongs to no event."""
    if toll.low >= WAR and toll.kind in ("killed", "injured"):
        return True
    if grammar()["campaign"].anywhere(tokens, toll.first - 8, toll.last + 10):
        return True
    if tokens[max(toll.first - 2, 0) : toll.first] in DAYS_AFTER:
        return True  # "a day after ten farmers died": of another day
    for time in times:
        long = time.kind == "duration" and (time.count or time.ordinal or 3) >= LONG_UNITS.get(time.unit, 999)
        if not (time.kind in AGGREGATES or time.aggregate or long):
            continue
        gap = time.first - toll.last if time.first >= toll.last else toll.first - time.last
        between = tokens[min(time.last, toll.last) : max(time.first, toll.first)]
        superlative = any(
            t.endswith("est") or t in ("worst", "first", "latest", "most") for t in between[-RECORD:]
        )
        if gap <= NEAR and ";" not in between and not superlative:
            return True
    return False
