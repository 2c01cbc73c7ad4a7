"""Who states how many dead, of which side, in which events?"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from newsledger.ledger.actor import NOBODY, Actor, compare_pairs, fullest, read_actor
from newsledger.ledger.facts import Facts

UNSTATED = ""  # the side of dead whose side is not told
REST = "rest"  # of the dead of one statement, those beyond the sides it tells
CIVILIANS = "civilians"


@dataclass(frozen=True, slots=True)
class Claim:
    """One count of the dead (or wounded) of one side by one article, over one or several events.

    `events` holds positions of events in the order of the account: as the article tells them. `rough` is a
    bare plural, which only widens the high end where somebody counted (coding-rules 5).
    """

    events: tuple[int, ...]
    side: str
    claimant: str
    published: int
    article: str
    count: int
    low: int
    high: int
    rough: bool = False

    @property
    def order(self) -> tuple[int, int, int, str, tuple[int, ...]]:
        """Return the sort key of statements of one account, earliest first; of one day the lower
        count first.
        """
        return self.published, self.count, self.high, self.article, self.events


def death_claims(events: Sequence[Sequence[Facts]]) -> list[Claim]:
    """Return what is stated about deaths: per article, claimant and side, one claim for each shared total or
    event.

    A toll of nought states nothing (coding-rules 5: no mention is 0). Reports of one article that came to be
    one event count the dead of one side once, as the highest number by one claimant.
    """
    found: list[Claim] = []
    pairs: dict[int, tuple[Actor, Actor]] = {}
    for reports in _statements(events):
        by_side: dict[tuple[str, str], Claim] = {}
        for event, f in reports:
            if f.report.fatalities_high <= 0:
                continue
            if event not in pairs:
                pairs[event] = _pair(events[event])
            for claim in _of_report(f, event, pairs[event]):
                key = (claim.claimant, claim.side)
                by_side[key] = _highest(by_side[key], claim) if key in by_side else claim
        order = tuple(dict.fromkeys(event for event, _ in reports))
        found.extend(replace(c, events=order) for c in by_side.values())
    return found


def injury_claims(events: Sequence[Sequence[Facts]]) -> list[Claim]:
    """Return what is stated about the wounded, as `death_claims` does for the dead, without sides."""
    found: list[Claim] = []
    for reports in _statements(events):
        by_claimant: dict[str, int] = {}
        for _, f in reports:
            if f.report.injuries:
                who = _claimant(f.report.claimant)
                by_claimant[who] = max(f.report.injuries, by_claimant.get(who, 0))
        order = tuple(dict.fromkeys(event for event, _ in reports))
        first = reports[0][1]
        found.extend(
            Claim(order, UNSTATED, who, first.published, first.report.article_id, n, n, n)
            for who, n in by_claimant.items()
        )
    return found


def _statements(events: Sequence[Sequence[Facts]]) -> list[list[tuple[int, Facts]]]:
    """Group the reports by what they state together: an article's shared total, or all it says of
    one event.
    """
    groups: dict[tuple[str, str, int], list[tuple[int, Facts]]] = defaultdict(list)
    for event, reports in enumerate(events):
        for f in reports:
            if f.tolled or f.report.fatalities_high > 0:
                group = f.report.toll_group
                groups[f.report.article_id, group, -1 if group else event].append((event, f))
    return [sorted(groups[k], key=lambda x: x[1].order) for k in sorted(groups)]


def _pair(reports: Sequence[Facts]) -> tuple[Actor, Actor]:
    """Return the two actors of an event, each as its best-named report has it."""
    pair = reports[0].actors
    for f in reports[1:]:
        pair = fullest(pair, f.actors, f.country)
    return pair


def _of_report(f: Facts, event: int, pair: tuple[Actor, Actor]) -> list[Claim]:
    """Return the claims of one report, its sides named alike whichever report they are taken from."""
    r = f.report
    low, high = min(r.fatalities, r.fatalities_low), max(r.fatalities, r.fatalities_high)
    rough = f.rough or not r.fatalities
    whole = Claim(
        (event,), UNSTATED, _claimant(r.claimant), f.published, r.article_id, r.fatalities, low, high, rough
    )
    sides: dict[str, int] = defaultdict(int)
    for side, n in sorted(f.sides.items()):
        sides[_side(f, pair, side)] += n
    told = sum(sides.values())
    if not told or told > r.fatalities:
        return [whole]
    if told < r.fatalities:
        sides[REST] = r.fatalities - told
    return _by_side(whole, {s: n for s, n in sides.items() if n})


def _by_side(whole: Claim, sides: Mapping[str, int]) -> list[Claim]:
    """Split a claim by side; what its ends lie apart is put on the first sides that can bear it."""
    claims: list[Claim] = []
    less, more = whole.count - whole.low, whole.high - whole.count
    for side, n in sorted(sides.items()):
        taken = min(less, n)
        claims.append(replace(whole, side=side, count=n, low=n - taken, high=n + more))
        less, more = less - taken, 0
    return claims


def _claimant(name: str) -> str:
    """Return a claimant so that a state, its government and its forces are one."""
    actor = read_actor(name, "State forces") if name else NOBODY
    return actor.state or actor.name


def _side(f: Facts, pair: tuple[Actor, Actor], side: str) -> str:
    """Return the name of a side that is the same in every report and event: civilians, a state, an actor."""
    if side == CIVILIANS:
        return side
    crossed = compare_pairs(pair, f.actors, f.country)[1]
    actor = pair[1 if (side == "2") != crossed else 0]
    return CIVILIANS if actor.family == CIVILIANS else actor.state or actor.name or f"side {side}"


def _highest(a: Claim, b: Claim) -> Claim:
    best = max(a, b, key=lambda c: (not c.rough, c.order))
    return replace(best, high=max(a.high, b.high))
