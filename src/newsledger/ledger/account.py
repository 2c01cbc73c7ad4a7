"""How many did one claimant count in all, and how is that total divided over the events it is about?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from newsledger.ledger.claims import Claim

# a sort key of events that no order of articles touches: day, country, place, then what makes it total
Place = Callable[[int], tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Count:
    """A number with its low and high end; `whole` and `over` tell the total that it is a share of, and in how
    many events.
    """

    count: int
    low: int
    high: int
    whole: int = 0
    over: int = 1
    across: str = ""  # of what: "places", "days" or "places and days"


def settle(claims: Sequence[Claim], place: Place) -> dict[int, Count]:
    """Return the share of each event in what is said, over time, of the same dead of one side (coding-rules
    5).

    `claims` hang together by their events, and by claimant or number. Of one claimant a later, higher count
    replaces an earlier one; a later, lower one is the new number, and the old one stays as the high end. Of
    claimants who differ the lowest count is taken and the others widen its range. A count of some of the
    events, lower and not earlier than that of all, is a part of it. The total is divided once over all the
    events: evenly, the remainder to the first, in the order of the article that tells most of them and then
    of `place`.
    """
    counted = [c for c in claims if not c.rough] or list(claims)
    parts = [c for c in counted if _is_part(c, counted)]
    current = _lowest([c for c in counted if c not in parts])
    rough = max((c.high for c in claims if c.rough), default=0)
    current = replace(current, high=max(current.high, rough))
    events = _ordered(claims, place)
    if len(events) == 1:
        return {events[0]: Count(current.count, current.low, current.high)}
    fixed: dict[int, int] = {}
    for part in sorted(parts, key=lambda c: (-len(c.events), c.order)):
        fixed |= zip(part.events, divide(part.count, len(part.events)), strict=True)
    return _divided(current, events, fixed, place)


def _lowest(claims: Sequence[Claim]) -> Claim:
    """Return what the claimants say in the end: each one's last word, and of these the lowest with the widest
    range.
    """
    last: dict[str, Claim] = {}
    for c in sorted(claims, key=lambda c: c.order):
        last[c.claimant] = _replaced(last[c.claimant], c) if c.claimant in last else c
    words = list(last.values())
    lowest = min(words, key=lambda c: (c.count, c.order))
    return replace(lowest, low=min(c.low for c in words), high=max(c.high for c in words))


def _is_part(c: Claim, claims: Sequence[Claim]) -> bool:
    own = set(c.events)
    return any(own < set(w.events) and c.count < w.count and c.published >= w.published for w in claims)


def _replaced(old: Claim, new: Claim) -> Claim:
    if new.count > old.count:
        return new
    if new.count == old.count:
        return replace(new, low=min(old.low, new.low), high=max(old.high, new.high))
    return replace(new, high=max(old.high, new.high))


def _ordered(claims: Sequence[Claim], place: Place) -> list[int]:
    """Return all events of the account: in the order of the article that tells most of them, the others by
    place.
    """
    first = min(claims, key=lambda c: (-len(set(c.events)), c.published, c.article, c.events))
    others = {e for c in claims for e in c.events} - set(first.events)
    return [*first.events, *sorted(others, key=place)]


def _divided(total: Claim, events: Sequence[int], fixed: Mapping[int, int], place: Place) -> dict[int, Count]:
    open_ = [e for e in events if e not in fixed] or list(events)
    rest = max(0, total.count - sum(fixed.values()))
    shares = {e: fixed.get(e, 0) for e in events}
    for e, n in zip(open_, divide(rest, len(open_)), strict=True):
        shares[e] += n
    numbers = [shares[e] for e in events]
    told = sum(numbers)
    more = divide(max(0, total.high - told), len(events))
    less = deduct(numbers, max(0, told - total.low))
    across = _across([place(e) for e in events])
    return {
        e: Count(n, low, n + extra, told, len(events), across)
        for e, n, low, extra in zip(events, numbers, less, more, strict=True)
    }


def _across(keys: Sequence[Any]) -> str:
    """Return what the events of a total differ in; the keys begin with the day."""
    days = len({k[0] for k in keys})
    places = len({tuple(k[1:3]) for k in keys})
    return "places and days" if days > 1 < places else "days" if days > 1 else "places"


def divide(total: int, parts: int) -> list[int]:
    """Return `total` in `parts` whole numbers: evenly, the remainder to the first (coding-rules 5)."""
    each, rest = divmod(total, parts)
    return [each + rest] + [each] * (parts - 1)


def deduct(numbers: Sequence[int], by: int) -> list[int]:
    """Return `numbers` lowered by `by` in all, as evenly as they can bear, none below nought."""
    left = list(numbers)
    by = min(by, sum(left))
    while by:
        bearing = [i for i, n in enumerate(left) if n]
        each = max(1, min(by // len(bearing), min(left[i] for i in bearing)))
        for i in bearing:
            taken = min(each, by)
            left[i] -= taken
            by -= taken
    return left
