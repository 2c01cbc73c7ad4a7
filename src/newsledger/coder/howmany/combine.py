"""What do the tolls of one event add up to? Total against parts, repeats, claimants and sides (coding-rules
5).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from newsledger.coder.howmany.casualties import Toll
from newsledger.coder.howmany.parties import PLURAL
from newsledger.coder.howmany.persons import Person, is_dead, told_singly, without

UNOFFICIAL = "~"  # before a claimant whose number only widens that of others
OTHER_KINDS = ("injured", "captured", "missing", "displaced", "arrested")


@dataclass(frozen=True, slots=True)
class Stated:
    """A toll with where it stands and who says it: sentence index, claimant and the victims' side, empty if
    unknown.

    Order of the list is the order of the article; a side is any key that is the same for the same people
    ("Armenia military", "civilians").
    """

    toll: Toll
    sentence: int
    claimant: str = ""
    side: str = ""
    person: Person | None = None  # of a toll of one


@dataclass(frozen=True, slots=True)
class Tally:
    """The toll of one event: killed with its range, the other kinds (None: not said), and the statements
    used.

    `evidence` lists (kind, sentence, first token, last token exclusive, rule) in the order of the article.
    """

    killed: int
    low: int
    high: int
    injured: int | None = None
    captured: int | None = None
    missing: int | None = None
    displaced: int | None = None
    arrested: int | None = None
    evidence: tuple[tuple[str, int, int, int, str], ...] = ()


@dataclass(slots=True)
class Sum:
    """A running count with its range and the statements that it rests on."""

    count: int = 0
    low: int = 0
    high: int = 0
    used: list[Stated] = field(default_factory=list)

    def plus(self, other: "Sum") -> "Sum":
        """Return both added: deaths of different people."""
        return Sum(
            self.count + other.count, self.low + other.low, self.high + other.high, self.used + other.used
        )


def tally(stated: Sequence[Stated], suicide: int = 0) -> Tally:
    """Return the toll of one event from all statements of one article about it (coding-rules 5).

    `suicide` is the number of bombers of a suicide attack, who are counted unless a statement includes
    him. Tolls of a war or a year are left out; so are parts of a number that is given.
    """
    usable = without_several([s for s in stated if not s.toll.aggregate])
    deaths = [s for s in usable if s.toll.kind == "killed"]
    killed = at_least(of_kind(deaths), singles(deaths), deaths)
    killed = with_perpetrator(killed, usable, suicide)
    others: dict[str, int | None] = {}
    used = list(killed.used)
    for kind in OTHER_KINDS:
        of_this = [
            s for s in usable if s.toll.kind == kind and not (is_own_death(s) and is_suicide(s, usable))
        ]
        found = of_injured(of_this, killed, deaths) if kind == "injured" else of_kind(of_this)
        others[kind] = found.count if of_this else None
        used += found.used
    order = {id(s): i for i, s in enumerate(stated)}
    evidence = tuple(
        (s.toll.kind, s.sentence, s.toll.first, s.toll.last, s.toll.rule)
        for s in sorted(used, key=lambda s: order[id(s)])
    )
    return Tally(
        killed.count,
        min(killed.low, killed.count),
        max(killed.high, killed.count),
        injured=others["injured"],
        captured=others["captured"],
        missing=others["missing"],
        displaced=others["displaced"],
        arrested=others["arrested"],
        evidence=evidence,
    )


def without_several(stated: Sequence[Stated]) -> list[Stated]:
    """Return the statements without the sums of several crimes, for kinds that others tell of one crime."""
    one = {s.toll.kind for s in stated if s.toll.count and not s.toll.several and not s.toll.vague}
    return [s for s in stated if not (s.toll.several and s.toll.kind in one)]


def of_kind(stated: Sequence[Stated]) -> Sum:
    """Return the count of one kind of toll: total against sides, bare plurals and casualties only for the
    high end.
    """
    victims = [s for s in stated if s.toll.kind == "injured" or not is_own_death(s)]
    counted = [s for s in victims if not s.toll.vague and s.toll.count > 0]
    if any(not s.toll.part for s in counted):
        counted = [s for s in counted if not s.toll.part or s.toll.adds or is_apart(s, counted)]
    vague = [s for s in victims if s.toll.vague]
    if not counted:
        if vague:
            first = vague[0].toll
            return Sum(first.count, first.low, first.high, [vague[0]])
        zero = [s for s in victims if s.toll.zero or s.toll.count == 0]
        return Sum(0, 0, max((s.toll.high for s in zero), default=0), zero[:1])
    sides: dict[str, list[Stated]] = {}
    before = ""
    for s in counted:
        before = s.side or (before if s.toll.adds else "")  # "a third died later" is of those counted before
        sides.setdefault(before, []).append(s)
    per_side = {side: of_side(group) for side, group in sides.items()}
    found = total_of_sides(per_side)
    for other in distinct(vague):
        found.high += PLURAL
        found.used.append(other)
    found.high = max([found.high, *(s.toll.high for s in victims if s.toll.count == 0 and not s.toll.zero)])
    return found


def of_injured(stated: Sequence[Stated], killed: Sum, deaths: Sequence[Stated]) -> Sum:
    """Return the injured: those said to be hurt, or those shot less the dead, or those told one by one, whichever is
    more."""
    alone = singles(deaths) if killed.count == 1 else []
    if len(alone) == 1:  # he was hurt before he died
        stated = [s for s in stated if s.person is None or not is_dead(s.person, alone[0])]
    hurt = of_kind([s for s in stated if not s.toll.weak])
    clear = [s for s in stated if s.toll.count and not s.toll.vague]
    unclear = not any(not s.toll.weak for s in clear)
    weak = [s for s in stated if s.toll.weak and not (clear and s.toll.vague)]
    shot = of_kind([s for s in weak if not s.toll.care])
    cared = of_kind([s for s in weak if s.toll.care])
    there = of_kind([s for s in deaths if s.toll.there])
    survived = max(less(shot, killed), less(cared, less(killed, there)), key=lambda found: found.count)
    found = survived if survived.count > hurt.count or (unclear and (shot.count or cared.count)) else hurt
    sure = singles([s for s in stated if not s.toll.weak])
    maybe = without(singles(stated), sure)
    dead = singles(deaths)
    maybe = without(maybe, dead)[max(killed.count - len(dead), 0) :]
    return at_least(found, [*sure, *maybe], stated)


def less(many: Sum, dead: Sum) -> Sum:
    """Return a count without the dead, who are among them."""
    return Sum(
        max(many.count - dead.count, 0),
        max(many.low - dead.high, 0),
        max(many.high - dead.low, 0),
        many.used,
    )


def singles(stated: Sequence[Stated]) -> list[Person]:
    """Return the different persons whom tolls of one tell of."""
    return told_singly(
        [(s.sentence, s.person) for s in stated if s.person is not None and not is_own_death(s)]
    )


def at_least(found: Sum, persons: Sequence[Person], stated: Sequence[Stated]) -> Sum:
    """Return a count that is no lower than the number of the persons told one by one."""
    count = len(persons)
    if count <= found.count:
        return found
    used = [s for s in stated if s.person is not None]
    return Sum(count, max(found.low, 1), max(found.high, count), used)


def is_own_death(one: Stated) -> bool:
    """Say whether a toll is only the perpetrator's own death ("blew himself up")."""
    return one.toll.includes_perpetrator and one.toll.rule in ("toll.self", "toll.pronoun", "toll.suicide")


def is_suicide(own: Stated, stated: Sequence[Stated]) -> bool:
    """Say whether somebody who shot himself is dead beside those whom he killed just before ("killed his wife and then
    shot himself"), not hurt or one of the dead."""
    others = [s for s in stated if s.toll.kind == "killed" and s.toll.count and not is_own_death(s)]
    if not others:
        return own.toll.kind == "killed"
    return own.toll.kind in {"killed", "injured"} and any(
        s.toll.rule in {"toll.object", "toll.name", "toll.state"} and 0 <= own.sentence - s.sentence <= 1
        for s in others
    )


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
    if whole.count >= summed.count:
        return Sum(whole.count, whole.low, max(whole.high, summed.high), whole.used + summed.used)
    return Sum(
        summed.count, min(summed.low, summed.count), max(summed.high, whole.high), summed.used + whole.used
    )


def of_side(group: Sequence[Stated]) -> Sum:
    """Return the count of one side's victims: per claimant the latest total, across claimants the lowest.

    A lone death named by another claimant is a part of a larger count and no denial of it *(ours)*.
    """
    claims: dict[str, list[Stated]] = {}
    claimant = ""
    for s in group:
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
        found, more = in_sentence(group)
        if found.count > best.count:
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
        s for s in plain if s is not largest and s.toll.rule != "toll.pronoun" and not is_repeat(s, largest)
    ]
    if rest and sum(s.toll.count for s in rest) == largest.toll.count and len(rest) > 1:
        rest = []  # "five were killed: three died at once and two in hospital"
    return summed([largest, *rest, *more]), Sum()


def is_repeat(one: Stated, largest: Stated) -> bool:
    """Say whether a number stands in its sentence a second time ("two homicides …: two men died", "all three died")."""
    same = one.toll.count == largest.toll.count > 1 and one.side == largest.side
    definite = one.toll.definite or largest.toll.definite
    nouns = "toll.noun" in {one.toll.rule, largest.toll.rule}
    return same and (definite or (nouns and not one.side))


def summed(group: Sequence[Stated]) -> Sum:
    """Return the plain sum of statements."""
    return Sum(
        sum(s.toll.count for s in group),
        sum(s.toll.low for s in group),
        sum(s.toll.high for s in group),
        list(group),
    )


def with_perpetrator(killed: Sum, stated: Sequence[Stated], suicide: int) -> Sum:
    """Add the perpetrators who died by their own bomb, unless the count includes them (coding-rules 5)."""
    deaths = [s for s in stated if is_own_death(s) and (s.toll.kind == "killed" or is_suicide(s, stated))]
    deaths = [s for s in deaths if s.toll.rule == "toll.self" or is_suicide(s, stated)]
    included = any(
        s.toll.includes_perpetrator and not is_own_death(s) for s in stated if s.toll.kind == "killed"
    )
    number = max([suicide, *(s.toll.count for s in deaths)])
    if included or not number:
        return killed
    return Sum(killed.count + number, killed.low + number, killed.high + number, killed.used + deaths[:1])
