"""What do the tolls of one event add up to? Total against parts, repeats, claimants and sides (coding-rules
5).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from newsledger.coder.howmany.casualties import Toll
from newsledger.coder.howmany.parties import PLURAL

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
    usable = [s for s in stated if not s.toll.aggregate]
    killed = of_kind([s for s in usable if s.toll.kind == "killed"])
    killed = with_perpetrator(killed, usable, suicide)
    others: dict[str, int | None] = {}
    used = list(killed.used)
    for kind in OTHER_KINDS:
        of_this = [s for s in usable if s.toll.kind == kind]
        found = of_injured(of_this, killed) if kind == "injured" else of_kind(of_this)
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


def of_kind(stated: Sequence[Stated]) -> Sum:
    """Return the count of one kind of toll: total against sides, bare plurals and casualties only for the
    high end.
    """
    victims = [s for s in stated if not is_own_death(s)]
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


def of_injured(stated: Sequence[Stated], killed: Sum) -> Sum:
    """Return the injured: those said to be hurt, or those shot less the dead, whichever is more."""
    hurt = of_kind([s for s in stated if not s.toll.weak])
    shot = of_kind([s for s in stated if s.toll.weak])
    survived = Sum(
        max(shot.count - killed.count, 0),
        max(shot.low - killed.high, 0),
        max(shot.high - killed.low, 0),
        shot.used,
    )
    return survived if survived.count > hurt.count else hurt


def is_own_death(one: Stated) -> bool:
    """Say whether a toll is only the perpetrator's own death ("blew himself up")."""
    return one.toll.includes_perpetrator and one.toll.rule in ("toll.self", "toll.pronoun")


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
    for s in group:
        claims.setdefault(s.claimant, []).append(s)
    sums = [of_claimant(said) for said in claims.values()]
    largest = max(found.count for found in sums)
    serious = [found for found in sums if found.count > 1 or largest <= 1]
    chosen = min(serious, key=lambda found: found.count)
    return Sum(
        chosen.count,
        min(found.low for found in serious),
        max(found.high for found in serious),
        [s for found in serious for s in found.used],
    )


def of_claimant(said: Sequence[Stated]) -> Sum:
    """Return what one claimant says in the end: sentence by sentence, repeats once, the later larger number
    last.
    """
    by_sentence: dict[int, list[Stated]] = {}
    for s in said:
        by_sentence.setdefault(s.sentence, []).append(s)
    best = Sum()
    for group in by_sentence.values():
        found, more = in_sentence(group)
        if found.count > best.count:
            best = found
        elif found.count == best.count and found.count:
            best.high = max(best.high, found.high)
            best.low = min(best.low, found.low)
        if more.count and not any(s.toll.total for s in group):
            best = best.plus(more)
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
    rest = [s for s in plain if s is not largest and s.toll.rule != "toll.pronoun"]
    if rest and sum(s.toll.count for s in rest) == largest.toll.count and len(rest) > 1:
        rest = []  # "five were killed: three died at once and two in hospital"
    return summed([largest, *rest, *more]), Sum()


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
    deaths = [s for s in stated if s.toll.kind == "killed" and is_own_death(s)]
    included = any(
        s.toll.includes_perpetrator and not is_own_death(s) for s in stated if s.toll.kind == "killed"
    )
    number = max((s.toll.count for s in deaths), default=suicide)
    if included or not number:
        return killed
    return Sum(killed.count + number, killed.low + number, killed.high + number, killed.used + deaths[:1])
