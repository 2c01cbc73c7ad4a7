"""Who says how many? Claimants of one side: the latest total of each, and the lowest of them (coding-rules 5)."""

from collections.abc import Sequence

from newsledger.coder.howmany.stated import Stated, Sum, summed

BEHIND = 15  # tokens behind a count, from where on a smaller one is a part of it
UNOFFICIAL = "~"  # before a claimant whose number only widens that of others


def of_side(group: Sequence[Stated]) -> Sum:
    """Return the count of one side's victims: per claimant the latest total, across claimants the lowest.

    A lone death named by another claimant is a part of a larger count and no denial of it *(ours)*.
    """
    claims: dict[str, list[Stated]] = {}
    claimant = ""
    for s in (s for s in group if not repeats_member(s, group)):
        claimant = s.claimant or (claimant if s.toll.adds else "")  # what adds is said by whom it adds to
        claims.setdefault(claimant, []).append(s)
    official = [said for claimant, said in claims.items() if not claimant.startswith(UNOFFICIAL)]
    sums = [of_claimant(said) for said in (official or claims.values())]
    largest = max(found.count for found in sums)
    serious = [found for found in sums if found.count > 1 or largest <= 1]
    chosen = min(serious, key=lambda found: found.count)
    return Sum(
        chosen.count,
        min(found.low for found in serious),
        max([*(found.high for found in serious), *(of_claimant(said).high for said in claims.values())]),
        [s for found in serious for s in found.used],
    )


def repeats_member(one: Stated, group: Sequence[Stated]) -> bool:
    """Say whether a count tells again of some whom a list before it counts beside others ("Seven rebels and two men
    were killed … Two men died, a witness said"), so that it denies nothing."""
    return any(
        o.sentence < one.sentence and o.toll.count > one.toll.count > 1 and one.toll.count in o.toll.counts
        for o in group
    )


def of_claimant(said: Sequence[Stated]) -> Sum:
    """Return what one claimant says in the end: sentence by sentence, repeats once, the later larger number
    last.
    """
    by_sentence: dict[int, list[Stated]] = {}
    for s in said:
        by_sentence.setdefault(s.sentence, []).append(s)
    best, before = Sum(), Sum()
    for group in by_sentence.values():
        if best.count:
            group = [
                s for s in group if s.toll.rule != "toll.bodies"
            ] or group  # theirs who were counted before
        group = [s for s in group if not is_counted(s, best, said)]
        if not group:
            continue
        found, more = in_sentence(group)
        if found.count > best.count or (found.count and any(s.toll.corrects for s in group)):
            best = found
        elif found.count == best.count and found.count:
            best.high = max(best.high, found.high)
            best.low = min(best.low, found.low)
        if more.count and not any(s.toll.total for s in group):
            raised = (found if found.count else before).plus(more)
            best = raised if raised.count > best.count else best
            before = raised
        elif found.count:
            before = found
    return best


def is_counted(one: Stated, best: Sum, said: Sequence[Stated]) -> bool:
    """Say whether one who comes on top of a count is among it: "a fifth man" of five, or "another" where two sentences
    gave the same count of several before."""
    if not one.toll.adds or one.toll.count != 1 or best.count < 2:
        return False
    if one.toll.ordinal:
        return one.toll.ordinal <= best.count
    before = {s.sentence for s in said if s.toll.count == best.count and s.sentence < one.sentence}
    return (
        len(before) > 1
        and not one.toll.cumulative_update
        and "toll.number" not in {s.toll.rule for s in best.used}
    )


def in_sentence(group: Sequence[Stated]) -> tuple[Sum, Sum]:
    """Return what a sentence counts, and what it adds to the counts before ("three others")."""
    plain = [s for s in group if not s.toll.adds]
    more = [s for s in group if s.toll.adds]
    if not plain:
        return (Sum(), summed(more)) if more else (Sum(), Sum())
    totals = [s for s in plain if s.toll.total]
    if totals:
        return summed(totals[-1:]), Sum()
    largest = max(plain, key=lambda s: s.toll.count)
    rest = [
        s
        for s in plain
        if s is not largest
        and s.toll.rule != "toll.pronoun"
        and not is_repeat(s, largest)
        and not tells_more(s, largest)
    ]
    if rest and sum(s.toll.count for s in rest) == largest.toll.count and len(rest) > 1:
        rest = []  # "five were killed: three died at once and two in hospital"
    return summed([largest, *rest, *more]), Sum()


def tells_more(one: Stated, largest: Stated) -> bool:
    """Say whether a number far behind a larger one, or the same again, only tells more of those counted ("Six died in
    the raid, which began at nine and in which a boy was killed at the gate")."""
    return largest.toll.count > 1 and one.toll.first - largest.toll.last >= BEHIND


def is_repeat(one: Stated, largest: Stated) -> bool:
    """Say whether a number stands in its sentence a second time ("two homicides …: two men died", "all three died")."""
    same = one.toll.count == largest.toll.count > 1 and one.side == largest.side
    definite = one.toll.definite or largest.toll.definite
    nouns = "toll.noun" in {one.toll.rule, largest.toll.rule}
    return same and (definite or (nouns and not one.side))
