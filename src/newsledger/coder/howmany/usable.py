"""Which statements are of the one event? Not sums of several crimes, numbers taken back, charges beside a count."""

from collections.abc import Sequence
from dataclasses import replace

from newsledger.coder.howmany.stated import Stated

SOON = 2  # sentences behind the wounded in which one of them may be said to have died
HEAD, FAR_DOWN = (
    3,
    8,
)  # sentences behind the first number that still tell it, and from where on others are told
CONVENTIONAL = frozenset({"toll.charges", "toll.fold"})  # told only by the law or by the name of the crime


def of_event(stated: Sequence[Stated]) -> list[Stated]:
    """Return the statements that count for one event (coding-rules 5)."""
    return without_risen(without_weaker(without_late(without_several(stated))))


def without_died(stated: Sequence[Stated]) -> list[Stated]:
    """Return the statements with those taken off the injured who are said to have died in the next sentence ("two
    others were found with wounds. One of them died")."""
    found = list(stated)
    for dead in stated:
        toll = dead.toll
        known = dead.person is not None and dead.person.known
        beside = (
            known and toll.cumulative_update and not toll.part
        )  # "both were hurt, but the boy later died"
        if not (toll.kind == "killed" and (toll.part or beside) and toll.rule == "toll.subject"):
            continue
        before = [
            i
            for i, s in enumerate(found)
            if s.toll.kind == "injured" and s.toll.count > 1
            if (toll.part and 0 < dead.sentence - s.sentence <= SOON)
            or (beside and dead.sentence == s.sentence and s.toll.first < toll.first)
        ]
        at = before[-1] if before else -1
        if at < 0 or found[at].toll.weak or found[at].toll.vague or found[at].toll.count <= dead.toll.count:
            continue
        hurt, gone = found[at].toll, dead.toll.count
        left = replace(hurt, count=hurt.count - gone, low=max(hurt.low - gone, 0), high=hurt.high - gone)
        found[at] = replace(found[at], toll=left)
    return found


def without_late(stated: Sequence[Stated]) -> list[Stated]:
    """Return the statements without larger numbers far below the first ones: a story says at its head how many an
    event killed, and far down what others did. A number that rose, corrects or adds stands wherever it is."""
    kept = list(stated)
    for kind in ("killed", "injured"):
        told = [s for s in kept if s.toll.kind == kind and s.toll.count and not s.toll.vague]
        if not told:
            continue
        start = min(s.sentence for s in told)
        most = max(s.toll.count for s in told if s.sentence - start <= HEAD)
        late = {
            id(s)
            for s in told
            if s.sentence - start >= FAR_DOWN
            and s.toll.count > most
            and not (s.toll.cumulative_update or s.toll.corrects or s.toll.adds or s.toll.besides)
        }
        kept = [s for s in kept if id(s) not in late]
    return kept


def without_several(stated: Sequence[Stated]) -> list[Stated]:
    """Return the statements without those of several crimes, where others tell of one crime."""
    shared = {s.sentence for s in stated if s.toll.several or is_sum(s, stated)}
    sums = {id(s) for s in stated if s.sentence in shared}
    own = [s for s in stated if s.toll.count and id(s) not in sums and not s.toll.vague]
    return [s for s in stated if id(s) not in sums] if own else list(stated)


def is_sum(one: Stated, stated: Sequence[Stated]) -> bool:
    """Say whether a number is that of several crimes, as a sentence behind it tells."""
    told = (one.toll.kind, one.toll.count)
    return one.toll.count > 1 and any(
        s.toll.several and (s.toll.kind, s.toll.count) == told and s.sentence >= one.sentence for s in stated
    )


def without_weaker(stated: Sequence[Stated]) -> list[Stated]:
    """Return the statements without those that give way to others of their kind: early reports, what somebody is
    charged with, and "several" beside a number."""
    kept = list(stated)
    for weaker in (is_early, is_charge, is_few):
        sure = [
            s.toll for s in kept if s.toll.count and not s.toll.vague and not s.toll.part and not weaker(s)
        ]
        more = 1 if weaker is is_few else 0
        kinds = {t.kind for t in sure if t.count > more}
        kept = [s for s in kept if not (weaker(s) and s.toll.kind in kinds)]
    return kept


def is_early(one: Stated) -> bool:
    """Say whether a number is that of the first reports."""
    return one.toll.early


def is_charge(one: Stated) -> bool:
    """Say whether a number is that of charges or of the name of a crime ("a double homicide")."""
    return one.toll.rule in CONVENTIONAL


def is_few(one: Stated) -> bool:
    """Say whether a number is "several" or the like."""
    return one.toll.few


def without_risen(stated: Sequence[Stated]) -> list[Stated]:
    """Return the statements without the injured of whom one has died since: where two sentences give as many victims in
    all, the one with more dead is the later."""
    pairs: dict[int, tuple[int, int]] = {}
    for index in {s.sentence for s in stated}:
        here = [s.toll for s in stated if s.sentence == index and not s.toll.part and not s.toll.vague]
        dead = [t.count for t in here if t.kind == "killed" and t.count]
        hurt = [t.count for t in here if t.kind == "injured" and t.count]
        if len(dead) == len(hurt) == 1:
            pairs[index] = (dead[0], hurt[0])
    stale = {
        index
        for index, (dead, hurt) in pairs.items()
        if any(later[0] > dead and sum(later) == dead + hurt for later in pairs.values())
    }
    return [s for s in stated if not (s.sentence in stale and s.toll.kind == "injured")]
