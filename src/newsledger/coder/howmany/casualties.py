"""How many were killed, injured, captured? Reads the tolls that a sentence states (coding-rules 5)."""

from collections.abc import Sequence
from dataclasses import replace

from newsledger.coder.howmany.clauses import Clause, Taken
from newsledger.coder.howmany.constructions import people_of
from newsledger.coder.howmany.mentioned import PartyFinder
from newsledger.coder.howmany.numbers import Number, find_numbers
from newsledger.coder.howmany.parties import PLURAL, Party
from newsledger.coder.howmany.settling import settled
from newsledger.coder.howmany.stated import INFLICTED
from newsledger.coder.howmany.toll import Toll
from newsledger.coder.howmany.vocabulary import TOLL_KINDS, grammar, toll_spans
from newsledger.coder.spans import Sentence, Span
from newsledger.coder.when import TimeExpression, find_times

# words that tell of an accident beside the deed itself
UNMEANT = frozenset("accidentally accidental unintentionally inadvertently mistakenly".split())
ORDINALS = {
    word: number
    for number, word in enumerate(
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".split(), 2
    )
}
PRONOUNS = frozenset({"them", "whom", "those", "these", "which"})
INTO = frozenset({"in", "on", "to", "through", "across"})
LIMB = 5  # tokens from "in" to the limb
PERFECT = frozenset({"has", "had"})
SURVIVING = frozenset({"surviving", "survivor", "survivors"})
NEWCOMERS = frozenset({"another", *ORDINALS})
WOUND = 10  # tokens between a death and the self-inflicted wound that caused it
ROSE = 6  # tokens between a count and the number that it rose to
RISEN = frozenset("raised rose risen revised increased climbed updated grew jumped".split())
CORRECTED = frozenset("later revised lowered corrected downward down downwards".split())
PLACE_GAP = 8  # tokens between a toll and that of the next place
AT = frozenset({"in", "at", "near"})
CAPTIVES = frozenset({"hostage", "captive", "prisoner"})
DAILY = frozenset({"days", "weeks", "months"})
ROW = 5  # tokens behind somebody in which it is told that one after the other met his fate


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
    blockers = [
        s for s in sentence.of_kind("blocker") if not grammar()["hospitals"].anywhere(tokens, s.first, s.last)
    ]
    spans = [s for s in toll_spans(tokens) if not any(hides(b, s) for b in blockers)]
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
    found = [raised(clause, toll) for toll in found]
    found += elsewhere(clause, found)
    return settled(found, known_times, tokens)


def tolls_of(sentence: Sentence, times: Sequence[TimeExpression] | None = None) -> list[Toll]:
    """Return what `find_tolls` finds, read once for each sentence; every comparison of two events asks for it."""
    if sentence.tolls is None:
        sentence.tolls = find_tolls(sentence, times=times)
    return sentence.tolls


def counts_harmed(sentence: Sentence, sums: bool = True) -> bool:
    """Say whether a sentence counts killed or injured, by whatever words ("the shooting sent two to hospital"), with
    `sums` also over several events."""
    return any(
        t.kind in {"killed", "injured"} and (t.count or t.vague) and (sums or not t.aggregate)
        for t in tolls_of(sentence, sentence.times)
    )


def hides(blocker: Span, span: Span) -> bool:
    """Say whether a toll word is only a part of an everyday phrase ("fighting for their lives" is a whole one)."""
    inside = blocker.first <= span.first < blocker.last
    return inside and (span.last - span.first < blocker.last - blocker.first or span.last - span.first == 1)


def raised(clause: Clause, toll: Toll) -> Toll:
    """Return a count with the number that it rose to in the same breath ("the toll of 14 rose to 31")."""
    tokens, behind = clause.tokens, toll.last + ROSE
    for number in clause.numbers:
        gap = tokens[toll.last : number.first]
        if (
            toll.last < number.first <= behind
            and gap[-1:] == ["to"]
            and RISEN & set(gap)
            and number.value > toll.count
        ):
            return replace(toll, last=number.last, count=number.value, low=number.low, high=number.value)
    return toll


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
        placed = placed or (tokens[at : at + 1] == ["on"] and "side" in tokens[at + 2 : at + 5])
        listed = number.first > 0 and tokens[number.first - 1] in ("and", ",")
        before = [t for t in [*found, *added] if t.last <= number.first]
        if not (placed and listed and before) or number.first in told:
            continue
        last = max(before, key=lambda t: t.last)
        gap = tokens[last.last : number.first]
        if not (AT & set(gap) or "side" in gap) or {";", ":", "including"} & set(gap):
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
    party, tags, tokens, small = taken.party, span.entry.tags, clause.tokens, grammar()
    first, last = min(span.first, party.first), max(span.last, party.last)
    later = any(
        t in ("later", "succumbed", "succumb", "since")
        for t in tokens[max(party.last - 1, 0) : span.last + 1]
    )
    dying = "killed" in tags and later and (party.count == 1 or party.of_them)
    count, low, high = counts_of(party, tags)
    moving = tokens[max(first - 4, 0) : last] if taken.rule == "toll.number" else []
    toll = Toll(
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
        includes_perpetrator=(taken.perpetrator and not by_accident(tokens, span))
        or any(p.part and p.perpetrator for p in clause.parties),
        corrects=not CORRECTED.isdisjoint(moving),
        total=taken.rule == "toll.number" or small["total"].anywhere(tokens, first - 4, last + 4),
        cumulative_update=dying or any(t in small["rising"] for t in moving),
        zero=party.zero,
        definite=is_definite(tokens, party),
        weak="weak" in tags
        and not (beside_dead(tokens, span, party) or (count > 1 and in_limb(tokens, span))),
        limb="weak" in tags and in_limb(tokens, span),
        care="care" in tags,
        alive="alive" in tags,
        echo="echo" in tags,
        besides=party.more or (party.count > 1 and "also" in tokens[party.last : span.last]),
        few=party.rule == "number.vague" and count == PLURAL,
        ordinal=ordinal(tokens, party),
        rule=taken.rule,
        counts=party.counts,
    )
    return of_dead(tokens, span, party, toll) if "killed" in tags else toll


def of_dead(tokens: list[str], span: Span, party: Party, toll: Toll) -> Toll:
    """Return a toll of the dead with what tells where they died, how many had died before, and by whose hand."""
    there = grammar()["there"].anywhere(tokens, toll.first, toll.last + 6)
    before = tokens[max(span.first - 3, 0) : span.first]
    died = (
        tokens[span.first : span.last] == ["dies"]
        or (tokens[span.last - 1] == "died" and not PERFECT.isdisjoint(before))
        or (tokens[span.last - 1] == "life" and party.last == span.last)  # "has claimed a third life"
    )
    toll = replace(toll, nth=died and toll.ordinal > 1)
    if (
        party.count == 1
        and "inflicted" in tokens[toll.last : toll.last + WOUND]
        and not by_accident(tokens, span)
    ):
        toll = replace(
            toll, rule=INFLICTED, includes_perpetrator=True
        )  # "was found dead of a self-inflicted wound"
    return replace(
        toll,
        ordinal=0 if there and "victim" in tokens[party.first : party.last] else toll.ordinal,
        adds=toll.adds and not (there and toll.ordinal and "victim" in tokens[party.first : party.last]),
        everyone=party.count > 1
        and (
            bool(span.entry.tags & {"suffers", "state", "bodies"})
            or "found" in tokens[party.last : span.first]
        ),
        there=there or "found" in tokens[party.last : span.first + 1],
    )


def ordinal(tokens: Sequence[str], party: Party) -> int:
    """Return the how-manieth somebody is ("a third man", "Third man"), or 0; not one of those whom an act a day befell
    ("a second hostage in as many days")."""
    if CAPTIVES & set(tokens[party.first : party.last]) or DAILY & set(tokens[party.last : party.last + ROW]):
        return 0
    found = [ORDINALS[t] for t in tokens[max(party.first - 1, 0) : party.first + 2] if t in ORDINALS]
    return found[0] if found and party.count == 1 else 0


def by_accident(tokens: Sequence[str], span: Span) -> bool:
    """Say whether somebody did it to himself by accident ("accidentally shot himself"), so that he is a victim."""
    return bool(UNMEANT & set(tokens[max(span.first - 3, 0) : span.last + 4]))


def is_definite(tokens: Sequence[str], party: Party) -> bool:
    """Say whether people are those told of before: "all three", "both", "the two men"."""
    before = tokens[party.first - 1] if party.first else ""
    if "and" in tokens[party.first : party.last] and before != "all":
        return False  # "the boy's father and uncle"
    return party.counted and (tokens[party.first] in ("the", "both", "all") or before == "all")


def in_limb(tokens: list[str], span: Span) -> bool:
    """Say whether a toll word tells, or it is told behind it, that somebody was hit in the arm or leg and nowhere
    else ("shot in the leg", "took a bullet in the shoulder", "cut on the hand")."""
    small = grammar()
    begins = [i for i in range(span.first, span.last + 1) if tokens[i : i + 1] and tokens[i] in INTO]
    if not begins:
        return False
    at = begins[-1]
    here = next(
        (i for i in range(at + 1, min(at + LIMB, len(tokens))) if small["extremities"].at(tokens, i)), 0
    )
    if not here or not small["body"].isdisjoint(tokens[at + 1 : here]):
        return False
    return tokens[here + 1 : here + 2] != ["and"] or small["body"].isdisjoint(tokens[here + 2 : here + 4])


def beside_dead(tokens: Sequence[str], span: Span, party: Party) -> bool:
    """Say whether those who were shot are others than the dead ("four others were shot", "a boy was also shot")."""
    left = tokens[max(party.first - 1, 0) : party.first] in (["leaving"], ["left"], ["leaves"])
    left = left or tokens[party.first - 1 : party.first] in (["other"], ["remaining"])  # "the other two"
    fresh = party.more and (
        party.count > 1 or ordinal(tokens, party) > 2
    )  # "a seventh man was found with wounds"
    living = not SURVIVING.isdisjoint(tokens[party.first : party.last])  # "the two surviving victims"
    opens = span.first == 1 and tokens[0] == "also"  # "Also hit were two waiters"
    return (
        left or fresh or living or opens or not {"also", "too"}.isdisjoint(tokens[party.last : span.last + 1])
    )


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
    return dying and party.of_them and named[-1] not in PRONOUNS


def counts_of(party: Party, tags: frozenset[str]) -> tuple[int, int, int]:
    """Return count, low and high; where it is open how many of the people died, the least is coded."""
    if "uncertain" in tags or "either" in tags:  # "casualties" = 0 (coding-rules 5)
        return 0, 0, 0 if party.vague else party.high
    if "some" in tags and party.vague:
        return PLURAL, 1, PLURAL
    if "some" in tags:
        return min(PLURAL, max(party.count - 1, 1)), 1, max(party.high - 1, PLURAL)
    return party.count, party.low, party.high
