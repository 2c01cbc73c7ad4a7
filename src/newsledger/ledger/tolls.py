"""How many died in each event, so that no death is counted twice (coding-rules 5)?"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from newsledger.ledger.account import Count, Place, divide, settle
from newsledger.ledger.claims import REST, UNSTATED, Claim, death_claims, injury_claims
from newsledger.ledger.facts import Facts
from newsledger.ledger.union import connected

NONE = Count(0, 0, 0)
# a total of this size, stated alike for one pair and night, is one account wherever its dead are placed
LARGE = 10
Shares = dict[int, Count]


def deaths(events: Sequence[Sequence[Facts]]) -> list[Count]:
    """Return the deaths of each event: sides added up, claimants held against one another, shared totals
    divided.
    """
    return _counts(events, death_claims(events))


def injuries(events: Sequence[Sequence[Facts]]) -> list[Count | None]:
    """Return the wounded of each event, None where no number is stated; totals are divided as those of the
    dead.
    """
    claims = injury_claims(events)
    told = {e for c in claims for e in c.events}
    return [c if i in told else None for i, c in enumerate(_counts(events, claims))]


def _counts(events: Sequence[Sequence[Facts]], claims: Sequence[Claim]) -> list[Count]:
    found = [NONE] * len(events)
    alike = _stated_alike(events, claims)

    def place(event: int) -> tuple[object, ...]:
        head = events[event][0]
        return head.day, head.country, head.place, head.order

    keys = [[*c.events, *alike.get(i, ())] for i, c in enumerate(claims)]
    totals = {id(c): alike.get(i, []) for i, c in enumerate(claims)}
    for together in connected(claims, keys):
        if len(together) == 1 and len(together[0].events) == 1:
            c = together[0]  # by far the most frequent case
            found[c.events[0]] = Count(c.count, c.low, c.high)
            continue
        groups: dict[str, list[tuple[Claim, Sequence[object]]]] = defaultdict(list)
        for c in together:
            groups[c.side].append((c, totals[id(c)]))
        for event, count in _of_sides(groups, place).items():
            found[event] = count
    return found


Tied = list[tuple[Claim, Sequence[object]]]  # claims, each with what ties it to others beside events


def _of_sides(groups: dict[str, Tied], place: Place) -> Shares:
    """Return the sum of the sides by event; dead of no stated side are of the only stated one, or widen the
    range.
    """
    if len(groups) == 2 and UNSTATED in groups and REST not in groups:
        (only,) = groups.keys() - {UNSTATED}
        groups[only] += groups.pop(UNSTATED)
    unstated = groups.pop(UNSTATED, [])
    found: Shares = {}
    for _, group in sorted(groups.items()):
        for event, c in _of_side(group, place).items():
            found[event] = _added(found[event], c) if event in found else c
    return _beside(found, _of_side(unstated, place), place) if unstated else found


def _added(a: Count, b: Count) -> Count:
    """Return the dead of two sides together; which total they are shares of can then no longer be said."""
    return Count(a.count + b.count, a.low + b.low, a.high + b.high)


def _beside(stated: Shares, unstated: Shares, place: Place) -> Shares:
    """Return `stated` with a count of no stated side beside it.

    Where sides are stated the other only widens the range. What it says beyond them belongs to its other
    events: a total of which a part is stated elsewhere is not divided again.
    """
    shared = [e for e in unstated if e in stated]
    alone = sorted((e for e in unstated if e not in stated), key=place)
    found = dict(stated)
    for e in shared:
        s, u = stated[e], unstated[e]
        found[e] = replace(s, low=min(s.low, u.low), high=max(s.high, u.high))
    if not shared:
        return found | unstated
    rest = max(0, sum(u.count for u in unstated.values()) - sum(stated[e].count for e in shared))
    for e, n in zip(alone, divide(rest, len(alone)) if alone else [], strict=True):
        u = unstated[e]
        found[e] = Count(n, min(n, u.low), max(n, u.high))
    return found


def _of_side(tied: Tied, place: Place) -> Shares:
    """Return each event's dead of one side: of accounts that differ the lowest count, the others widen its
    range.
    """
    claims = _attributed([c for c, _ in tied])
    keys = [
        [*((e, c.claimant) for e in c.events), *((e, c.count) for e in c.events), *extra]
        for c, (_, extra) in zip(claims, tied, strict=True)
    ]
    counted = {e for c in claims if not c.rough for e in c.events}
    told: dict[int, list[Count]] = defaultdict(list)
    rough: dict[int, int] = defaultdict(int)
    for account in connected(claims, keys):
        vague = all(c.rough for c in account)
        for event, count in settle(account, place).items():
            if vague and event in counted:
                rough[event] = max(rough[event], count.high)
            else:
                told[event].append(count)
    return {e: _held_together(counts, rough[e]) for e, counts in told.items()}


def _attributed(claims: Sequence[Claim]) -> list[Claim]:
    """Give each claim in an article's own voice to the claimant whose count of a common event is the same or
    nearest.
    """
    named: dict[int, list[Claim]] = defaultdict(list)
    for c in claims:
        if c.claimant:
            for e in c.events:
                named[e].append(c)
    found: list[Claim] = []
    for c in claims:
        others = [] if c.claimant else [o for e in c.events for o in named.get(e, ())]
        nearest = min(((abs(o.count - c.count), o.claimant) for o in others), default=(0, c.claimant))
        found.append(replace(c, claimant=nearest[1]))
    return found


def _held_together(counts: Sequence[Count], rough: int) -> Count:
    lowest = min(counts, key=lambda c: (c.count, c.over, c.whole))
    return replace(lowest, low=min(c.low for c in counts), high=max(rough, *(c.high for c in counts), 0))


def _stated_alike(events: Sequence[Sequence[Facts]], claims: Sequence[Claim]) -> Mapping[int, list[object]]:
    """Return, by claim, keys of totals that are the same although no two articles name a common event.

    It is the same where a named claimant gives the same large number of dead of one side for one pair,
    country and night, at least once as a total of several events.
    """
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, c in enumerate(claims):
        if c.claimant and c.count >= LARGE:
            head = events[c.events[0]][0]
            pair = tuple(sorted(a.state or a.name for a in head.actors))
            days = {
                day
                for e in c.events
                for f in events[e]
                if f.report.time_precision == 1
                for day in (f.first, f.last)
            }
            for day in days:
                groups[c.claimant, c.count, pair, head.country, day].append(i)
    found: dict[int, list[object]] = defaultdict(list)
    for key, alike in groups.items():
        sides = {claims[i].side for i in alike} - {UNSTATED}
        for side in sorted(sides) or [UNSTATED]:
            same = [
                i for i in alike if claims[i].side == side or (len(sides) == 1 and claims[i].side == UNSTATED)
            ]
            if len(same) > 1 and any(len(claims[i].events) > 1 for i in same):
                for i in same:
                    found[i].append((*key, side))
    return found
