"""How many does one kind of toll come to? Wholes against parts, bare plurals, and sides (coding-rules 5)."""

from collections.abc import Sequence

from newsledger.coder.howmany.claims import of_side
from newsledger.coder.howmany.parties import PLURAL
from newsledger.coder.howmany.stated import Stated, Sum, is_own_death

ROUND = 100  # "hundreds": what is told in round words may be far above what is counted


def of_kind(stated: Sequence[Stated]) -> Sum:
    """Return the count of one kind of toll: total against sides, bare plurals and casualties only for the
    high end.
    """
    victims = [s for s in stated if s.toll.kind == "injured" or not is_own_death(s)]
    counted = [s for s in victims if not s.toll.vague and s.toll.count > 0]
    if any(not s.toll.part for s in counted):
        counted = [s for s in counted if not s.toll.part or s.toll.adds or is_apart(s, counted)]
    counted = [s for s in counted if not is_guess(s, counted)]
    vague = [s for s in victims if s.toll.vague]
    if not counted:
        if vague:
            first = vague[0].toll
            return Sum(first.count, first.low, first.high, [vague[0]])
        zero = [s for s in victims if s.toll.zero or s.toll.count == 0]
        return Sum(0, 0, max((s.toll.high for s in zero), default=0), zero[:1])
    sides: dict[str, list[Stated]] = {}
    before, last = "", -1
    for s in counted:
        again = s.toll.adds or (
            s.toll.besides and s.sentence == last
        )  # "a third died later": of those before
        again = again or (len(sides) == 1 and bool(s.claimant) and s.toll.rule == "toll.number")
        before, last = s.side or (before if again else ""), s.sentence
        sides.setdefault(before, []).append(s)
    per_side = {side: of_side(group) for side, group in sides.items()}
    found = total_of_sides(per_side)
    for other in distinct(vague):
        found.high += PLURAL
        found.used.append(other)
    found.high = max([found.high, *(s.toll.high for s in victims if s.toll.count == 0 and not s.toll.zero)])
    return found


def is_guess(one: Stated, counted: Sequence[Stated]) -> bool:
    """Say whether a number in round words is counted out later in the story ("hundreds were killed … the death toll
    stands at 83")."""
    rough = one.toll.count >= ROUND and one.toll.count % ROUND == 0
    later = (s for s in counted if s.sentence > one.sentence and s.toll.total)
    return rough and any(s.toll.count < one.toll.count and s.toll.rule == "toll.number" for s in later)


def is_apart(part: Stated, counted: Sequence[Stated]) -> bool:
    """Say whether a part exceeds every whole of its side, so that it cannot be its part."""
    wholes = [s.toll.count for s in counted if not s.toll.part]
    return part.toll.count > max(wholes)


def distinct(vague: Sequence[Stated]) -> list[Stated]:
    """Return one bare plural per side: saying again that "troops" died adds nobody."""
    seen: dict[str, Stated] = {}
    for s in vague:
        if s.toll.rule != "toll.pronoun" and s.toll.count:
            seen.setdefault(s.side, s)
    unnamed = [s for side, s in seen.items() if not side]
    return [s for side, s in seen.items() if side] or unnamed


def disagree(one: Sum, other: Sum) -> bool:
    """Say whether two counts of the same dead are the word of different claimants ("the army says that 14 rebels died,
    but the ministry says that 32 did")."""
    ones, others = ({s.claimant for s in found.used} for found in (one, other))
    return "" not in ones | others and ones.isdisjoint(others)


def total_of_sides(per_side: dict[str, Sum]) -> Sum:
    """Return the sum of the sides; an unnamed count that is as large as their sum is the total of them
    all.
    """
    whole = per_side.get("")
    named = [found for side, found in per_side.items() if side]
    if not named:
        assert whole is not None
        return whole
    summed = named[0]
    for found in named[1:]:
        summed = summed.plus(found)
    if whole is None:
        return summed
    assault = [f for f in named if f.used and all(s.attackers for s in f.used)]
    if len(assault) == len(named) and all(s.toll.rule == "toll.object" for s in whole.used):
        return whole.plus(summed)  # "killing five people … One assailant was shot dead"
    if len(named) == 1 and disagree(whole, summed):
        least = min(whole, summed, key=lambda f: f.count)
        return Sum(least.count, least.low, max(whole.high, summed.high), whole.used + summed.used)
    if whole.count >= summed.count:
        return Sum(whole.count, whole.low, max(whole.high, summed.high), whole.used + summed.used)
    return Sum(
        summed.count, min(summed.low, summed.count), max(summed.high, whole.high), summed.used + whole.used
    )
