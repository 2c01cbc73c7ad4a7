"""What are the tolls of one sentence beside each other? Said twice, a part of another, of a war, of several crimes."""

from collections.abc import Sequence
from dataclasses import replace

from newsledger.coder.howmany.toll import Toll
from newsledger.coder.howmany.totals import sums_up
from newsledger.coder.howmany.vocabulary import grammar
from newsledger.coder.when import TimeExpression

SPREE = 4  # hours, from which on people shot in them are those of several crimes
EARLY = 14  # tokens between "initial reports" and what they count
COPY = 4  # tokens behind a toll that are the same where it is printed twice
AMONG, OF = (
    frozenset({"one", "latest", "first", "last"}),
    frozenset({"of", "in"}),
)  # "one of", "the latest in"
AMONG_REACH = 7  # tokens between those and the several crimes
# what somebody told of before is called
AGAIN = frozenset(
    {"the", "him", "her", "them", "himself", "herself", "themselves", "both", "all", "this", "that"}
)
HOSPITALS = frozenset({"hospital", "hospitals"})
JOINS = frozenset({"and", "while", ";"})
OWN_WORDS = frozenset(
    {"toll.subject", "toll.object", "toll.name", "toll.state"}
)  # rules of a death told outright


def settled(found: list[Toll], times: Sequence[TimeExpression], tokens: list[str]) -> list[Toll]:
    """Return the tolls without those said twice, and with the totals of a period marked."""
    kept: list[Toll] = []
    for toll in found:
        same = (toll.kind, toll.victims)
        told = next((i for i, o in enumerate(kept) if (o.kind, o.victims) == same), -1)
        if told >= 0 and kept[told].weak and toll.alive:
            kept[told] = replace(toll, echo=False)  # "was shot and is expected to survive"
        elif told < 0 and not any(is_copy(o, toll, tokens) or is_same_body(o, toll) for o in kept):
            kept.append(toll)
    kept = [t for t in kept if not t.echo and (not t.weak or not said_better(t, kept))]
    kept = [reestimated(t, kept, tokens) for t in kept if not estimates(t, kept, tokens)]
    kept = [one_of_hurt(t, kept, tokens) for t in kept]
    kept = [without_dead(t, kept) for t in kept]
    kept = [antecedent(t, [o for o in found if o.last <= t.first], tokens) for t in kept]
    kept = [related(t, kept[:i], tokens) for i, t in enumerate(kept)]
    kept = [included(t, kept[i + 1 :], tokens) for i, t in enumerate(kept)]
    kept = [besides_killed(t, kept[:i], tokens) for i, t in enumerate(kept)]
    kept = [shot_by_dead(t, kept, tokens) for t in kept]
    if tells_of_several(tokens):
        kept = [replace(t, several=True) for t in kept]
    if any(is_spree(time, tokens) for time in times):
        kept = [replace(t, several=t.weak or t.several) for t in kept]
    kept = [replace(t, early=True) if is_early(t, kept, tokens) else t for t in kept]
    return [replace(t, aggregate=True) if sums_up(t, times, tokens) else t for t in kept]


def tells_of_several(tokens: list[str]) -> bool:
    """Say whether a sentence sums up several crimes, and does not only tell of one of them ("one of several shootings
    across the city")."""
    cues = grammar()["several"]
    at = next((i for i in range(len(tokens)) if cues.at(tokens, i)), -1)
    return at >= 0 and not any(
        tokens[i] in AMONG and tokens[i + 1] in OF for i in range(max(at - AMONG_REACH, 0), at)
    )


def is_spree(time: TimeExpression, tokens: Sequence[str]) -> bool:
    """Say whether a count is that of some hours of a city ("12 were shot in about ten hours")."""
    long = time.kind == "duration" and time.unit == "hour" and (time.count or 0) >= SPREE
    return long and bool({"in", "within", "over"} & set(tokens[max(time.first - 2, 0) : time.first + 1]))


def is_early(toll: Toll, tolls: Sequence[Toll], tokens: list[str]) -> bool:
    """Say whether a toll is that of the first reports: they stand left of it, and no other toll between."""
    cues = grammar()["early"]
    start = max((t.last for t in tolls if t.last <= toll.first and t.kind == toll.kind), default=0)
    return cues.anywhere(tokens, max(start, toll.first - EARLY), toll.last)


def is_copy(one: Toll, other: Toll, tokens: Sequence[str]) -> bool:
    """Say whether a toll stands in its sentence a second time word for word, as a caption that is printed twice."""
    said, again = tokens[one.first : one.last + COPY], tokens[other.first : other.last + COPY]
    return one.kind == other.kind and said == again and len(said) > COPY


def is_same_body(one: Toll, other: Toll) -> bool:
    """Say whether a sentence tells again of the one body that was found."""
    alone = all(t.victims[1] - t.victims[0] == 1 and t.count == 1 for t in (one, other))
    return alone and one.rule == other.rule == "toll.bodies"


def estimates(toll: Toll, tolls: Sequence[Toll], tokens: list[str]) -> Toll | None:
    """Return the toll beside which another counts the same dead otherwise ("80 died, some estimates suggest 200")."""
    before = [t for t in tolls if t.kind == toll.kind and t.last <= toll.first and not t.vague]
    if not before or toll.vague or not grammar()["estimates"].anywhere(tokens, before[-1].last, toll.first):
        return None
    return before[-1]


def reestimated(toll: Toll, tolls: Sequence[Toll], tokens: list[str]) -> Toll:
    """Return a toll whose range takes in what others estimate of it."""
    others = [t for t in tolls if estimates(t, tolls, tokens) is toll]
    return replace(
        toll,
        low=min([toll.low, *(t.count for t in others)]),
        high=max([toll.high, *(t.count for t in others)]),
    )


def included(toll: Toll, behind: Sequence[Toll], tokens: Sequence[str]) -> Toll:
    """Return one person as a part of those behind who are "he" or "she" and others ("a woman is in hospital after she
    and two others were shot")."""
    whole = any(o.kind == toll.kind and o.count > 1 and tokens[o.victims[0]] in ("he", "she") for o in behind)
    return replace(toll, part=True) if whole and toll.count == 1 and not toll.vague else toll


def besides_killed(toll: Toll, before: Sequence[Toll], tokens: Sequence[str]) -> Toll:
    """Return somebody who was shot as hurt, and not as one of the dead, where the verb before it killed others ("killed
    his wife before shooting their son")."""
    if not toll.weak or tokens[toll.victims[0]] in AGAIN:
        return toll
    if toll.rule == "toll.subject" and toll.count == 1 and tokens[toll.victims[0] - 1] in JOINS:
        dead = any(o.kind == "killed" and o.count and o.rule in OWN_WORDS for o in before)
        return replace(toll, weak=False) if dead else toll  # "a man was killed and his son was shot"
    if toll.rule != "toll.object":
        return toll
    others = any(o.kind == "killed" and o.rule in ("toll.object", "toll.name") and o.count for o in before)
    return replace(toll, weak=False) if others and not toll.includes_perpetrator else toll


def shot_by_dead(toll: Toll, tolls: Sequence[Toll], tokens: Sequence[str]) -> Toll:
    """Return those whom one shot who was killed then as hurt, and not as one with him ("a man shot a boy and was shot
    dead by police")."""
    killed = any(
        o.kind == "killed"
        and o.rule in {"toll.subject", "toll.name", "toll.pronoun", "toll.object"}
        and o.count == 1
        and (
            (o.victims[1] <= toll.first and o.rule != "toll.object")
            or (toll.count > 1 and tokens[o.victims[0]] in {"he", "she", "him", "her"})
        )
        for o in tolls
        if toll.last <= o.last and o is not toll
    )
    return replace(toll, weak=False) if killed and toll.weak and toll.rule == "toll.object" else toll


def antecedent(toll: Toll, before: Sequence[Toll], tokens: Sequence[str]) -> Toll:
    """Return the death of "she" as one of its own where the last toll before it tells of her alone.

    "Three men died and a woman was taken to hospital, where she died": four dead. "One of the wounded was taken to
    hospital, where he died": one more, and one wounded less.
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
    own = toll.kind == "killed" and toll.rule == "toll.pronoun" and toll.count == 1
    if own and last is not None and of_wounded(last, tokens):
        return replace(toll, rule="toll.subject", adds=True, part=True)
    if toll.kind == "killed" and toll.rule == "toll.pronoun" and toll.count == 1 and alone and others:
        return replace(toll, rule="toll.subject")
    return toll


def one_of_hurt(toll: Toll, tolls: Sequence[Toll], tokens: Sequence[str]) -> Toll:
    """Return the death of some of the wounded as one that comes on top of the dead told of before ("One of the nine
    wounded died later")."""
    first = toll.victims[0]
    if toll.kind != "killed" or tokens[first + 1 : first + 3] != ["of", "the"]:
        return toll
    hurt = any(o.kind == "injured" and not o.weak and first < o.first < toll.last for o in tolls)
    return replace(toll, adds=True) if hurt else toll


def of_wounded(toll: Toll, tokens: Sequence[str]) -> bool:
    """Say whether a toll is of one of the wounded told of before ("one of the injured", "the wounded woman")."""
    named = set(tokens[max(toll.first - 2, 0) : toll.victims[1]])
    return (
        toll.kind == "injured" and toll.count == 1 and "the" in named and bool({"wounded", "injured"} & named)
    )


def related(toll: Toll, before: Sequence[Toll], tokens: Sequence[str]) -> Toll:
    """Return a toll as what it is beside those before it in its sentence.

    "Another" adds to none outside it; how many of the injured are in what condition is a part of them.
    """
    if toll.kind != "injured":
        return replace(toll, adds=False) if any(o.kind == toll.kind for o in before) else toll
    cared_for = toll.care or tokens[toll.last - 1] in HOSPITALS
    apart = cared_for and any(o.kind == "killed" and o.count and not o.part for o in before)
    toll = replace(toll, weak=toll.weak and not apart)  # "six died and 20 were taken to hospital"
    state = "condition" in tokens[toll.victims[1] : toll.last]
    bare = (
        toll.alive and toll.victims[1] - toll.victims[0] == 1
    )  # "… and three have been treated and released"
    part = (state or bare) and any(o.kind == "injured" and o.count >= toll.count for o in before)
    return replace(toll, adds=toll.adds and not before, part=toll.part or part)


def said_better(toll: Toll, others: Sequence[Toll]) -> bool:
    """Say whether "was shot" is only how the people of another toll died or were hurt."""
    return any(o is not toll and not o.weak and o.victims == toll.victims for o in others) or any(
        o.kind == "killed" and not o.weak and o.count == toll.count and o.rule == "toll.pronoun"
        for o in others
    )


def of_those_hit(dead: Toll, hit: Toll) -> bool:
    """Say whether the dead of one toll are some of those shot: "one of them", or a bare number behind "killing" ("shot
    three boys, killing two")."""
    if dead.kind != "killed":
        return False
    if dead.first <= hit.first:  # "one of the five men wounded has died"
        held = dead.victims[0] < hit.victims[0] and hit.victims[1] <= dead.victims[1]
        return held and dead.rule == "toll.subject"
    alone = dead.rule == "toll.object" and dead.victims[1] - dead.victims[0] == 1
    return dead.part or (alone and hit.weak and hit.rule == "toll.object" and not dead.includes_perpetrator)


def without_dead(toll: Toll, others: Sequence[Toll]) -> Toll:
    """Take those who died off the shot: "two men were shot; one of them died"."""
    if toll.kind != "injured" or toll.vague:
        return toll
    dead = sum(o.count for o in others if of_those_hit(o, toll))
    if not 0 < dead < toll.count:
        return toll
    return replace(
        toll, count=toll.count - dead, low=max(toll.low - dead, 0), high=toll.high - dead, weak=False
    )
