"""When, where, what and by whom, if several reports tell it? The choices behind a merged row (coding-rules
1-4).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from newsledger.contract.coding import type_rank
from newsledger.contract.records import Report
from newsledger.ledger.actor import Actor, compare_pairs, naming
from newsledger.ledger.facts import Facts

DEMONSTRATIONS = ("Peaceful protest", "Protest with intervention")


@dataclass(frozen=True, slots=True)
class Pair:
    """The two sides of an event: main actors with their kinds, and the associated actors."""

    actor1: str
    inter1: str
    assoc_actor_1: tuple[str, ...]
    actor2: str
    inter2: str
    assoc_actor_2: tuple[str, ...]


def when_of(reports: Sequence[Facts]) -> tuple[date, int]:
    """Return day and time precision: of the most precise reports the day most of them give, of a night its
    own day.

    A night has the day on which it ended if a report names a time after midnight, else the day on which it
    began (coding-rules 4).
    """
    if len(reports) == 1:  # most events
        return date.fromordinal(reports[0].day), reports[0].report.time_precision
    precision = min(f.report.time_precision for f in reports)
    exact = [f for f in reports if f.report.time_precision == precision]
    for night in ("ended", "began"):
        marked = [f for f in exact if f.night == night]
        if marked:
            return _usual(f.day for f in marked), precision
    return _usual(f.day for f in exact), precision


def _usual(days: Iterable[int]) -> date:
    counts = Counter(days)
    return date.fromordinal(min(counts, key=lambda d: (-counts[d], d)))


def where_of(reports: Sequence[Facts]) -> Report:
    """Return the report whose place the event has: the most precise, then the one most reports name, then the
    first.
    """
    if len(reports) == 1:
        return reports[0].report
    precision = min(f.report.geo_precision for f in reports)
    exact = [f for f in reports if f.report.geo_precision == precision]
    counts = Counter((f.country, f.place) for f in exact)
    return min(exact, key=lambda f: (-counts[f.country, f.place], f.order)).report


def what_of(reports: Sequence[Facts]) -> Facts:
    """Return the report whose type the event has: the highest (coding-rules 2), best named, first.

    A protest that turned violent is a riot, though protests rank higher.
    """
    if len(reports) == 1:
        return reports[0]
    best = min(reports, key=_rank)
    if best.report.sub_event_type in DEMONSTRATIONS:
        riots = [f for f in reports if f.report.event_type == "Riots"]
        return min(riots, key=_rank, default=best)
    return best


def _rank(f: Facts) -> tuple[object, ...]:
    return type_rank(f.report.event_type, f.report.sub_event_type), -naming(f.actors), f.order


def who_of(reports: Sequence[Facts], lead: Facts) -> Pair:
    """Return the actors: those of `lead`, each by its best name in any report, and all the associated ones.

    Civilians hit in a battle are no actors of it (coding-rules 2.1); a civilian victim is actor2
    (coding-rules 3).
    """
    sides = [_Side(lead, 0), _Side(lead, 1)]
    if len(reports) == 1:
        for i, side in enumerate(sides):
            side.assoc |= dict.fromkeys(_told(lead, i)[3])
        reports = ()
    for f in reports:
        verdict, crossed = compare_pairs(lead.actors, f.actors, lead.country)
        if verdict.conflict:
            continue
        for i, side in enumerate(sides):
            side.learn(f, i != crossed)
    if sides[0].actor.family == "civilians" and sides[1].actor.name:
        sides.reverse()
    battle = lead.report.event_type == "Battles"
    mains = {side.name for side in sides}
    assoc = [
        tuple(a for a in side.assoc if a not in mains and not (battle and a.startswith("Civilians (")))
        for side in sides
    ]
    return Pair(sides[0].name, sides[0].inter, assoc[0], sides[1].name, sides[1].inter, assoc[1])


class _Side:
    """One side of an event while its reports are gone through."""

    def __init__(self, lead: Facts, position: int) -> None:
        self.actor, self.name, self.inter, _ = _told(lead, position)
        self.assoc: dict[str, None] = {}

    def learn(self, f: Facts, position: bool) -> None:
        actor, name, inter, assoc = _told(f, int(position))
        if _better(actor, self.actor):
            self.actor, self.name, self.inter = actor, name, inter
        self.assoc |= dict.fromkeys(assoc)


def _told(f: Facts, position: int) -> tuple[Actor, str, str, tuple[str, ...]]:
    r = f.report
    name, inter, assoc = (
        (r.actor2, r.inter2, r.assoc_actor_2) if position else (r.actor1, r.inter1, r.assoc_actor_1)
    )
    return f.actors[position], name, inter, tuple(assoc.split("; ")) if assoc else ()


def _better(new: Actor, old: Actor) -> bool:
    if new.family != old.family and old.name:
        return False
    return (new.named, bool(new.name), bool(new.unit)) > (old.named, bool(old.name), bool(old.unit))
