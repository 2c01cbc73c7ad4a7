"""Is it the event that was published before? Ids are opaque, stable and never reused."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from newsledger.contract.coding import iso3_of
from newsledger.errors import RowsInvalid
from newsledger.ledger.facts import Facts, fold, natural
from newsledger.ledger.happened import when_of, where_of
from newsledger.ledger.previous import Core, Past, PastReport

Event = Sequence[Facts]


@dataclass(slots=True)
class Identities:
    """The id of each event, and which published ids are gone: into what successor, or the empty string."""

    ids: list[str]
    gone: dict[str, str] = field(default_factory=dict)


def identify(
    events: Sequence[Event],
    past: Past,
    known: Mapping[str, PastReport],
    earlier: Mapping[str, str] | None = None,
) -> Identities:
    """Return the id of each event.

    An event keeps its id by its reports (`known`: the published report that each is); the older id chooses
    first and takes the part with most of its reports, so that on a join the older lives on and on a split the
    larger part keeps it. Ids whose reports have all gone live on in an event with the same day, place and
    pair. New ids are numbered per country in the order of date, country, place, actors and report, above
    every number ever used. `earlier` holds ids given to reports in this run, before corrections, so that a
    correction does not shift the numbers of others.
    """
    taken: dict[int, str] = {}
    gone = _by_reports(events, past, known, taken)
    _by_facts(events, past, taken, gone)
    _number(events, past, taken, earlier or {})
    ids = [taken[i] for i in range(len(events))]
    successors = {old: ids[to] if to is not None else "" for old, to in sorted(gone.items())}
    return Identities(ids, successors)


def _by_reports(
    events: Sequence[Event], past: Past, known: Mapping[str, PastReport], taken: dict[int, str]
) -> dict[str, int | None]:
    votes: dict[str, Counter[int]] = defaultdict(Counter)
    for i, reports in enumerate(events):
        for f in reports:
            told = known.get(f.report.report_id)
            if told and told.event in past.events:
                votes[told.event][i] += 1
    gone: dict[str, int | None] = {}
    for old in sorted(past.events, key=lambda e: past.ages[e]):
        choices = sorted(votes[old], key=lambda i: (-votes[old][i], i)) if old in votes else []
        free = next((i for i in choices if i not in taken), None)
        if free is None:
            gone[old] = choices[0] if choices else None
        else:
            taken[free] = old
    return gone


def _by_facts(
    events: Sequence[Event], past: Past, taken: dict[int, str], gone: dict[str, int | None]
) -> None:
    """Let ids without reports live on in new events with the very same day, place and pair."""
    orphans: dict[Core, list[str]] = defaultdict(list)
    for old in sorted((o for o, to in gone.items() if to is None), key=lambda e: past.ages[e], reverse=True):
        orphans[past.events[old]].append(old)
    if not orphans:
        return
    for i, reports in enumerate(events):
        if i not in taken:
            same = orphans.get(core_of(reports))
            if same:
                taken[i] = same.pop()
                del gone[taken[i]]


def core_of(reports: Event) -> Core:
    """Return day, folded place and sorted pair of an event, as its row will have them where its first report
    leads.
    """
    head = reports[0].report
    first, second = sorted((head.actor1, head.actor2))
    return when_of(reports)[0], fold(where_of(reports).location), first, second


def _number(events: Sequence[Event], past: Past, taken: dict[int, str], earlier: Mapping[str, str]) -> None:
    highest = Counter(past.highest)
    for given in earlier.values():
        prefix, number = _split(given)
        highest[prefix] = max(highest[prefix], number)
    new = sorted((i for i in range(len(events)) if i not in taken), key=lambda i: _order(events[i]))
    used = set(taken.values())
    for i in new:
        own = Counter(earlier[f.report.report_id] for f in events[i] if f.report.report_id in earlier)
        offered = [e for e in own if e not in past.events and e not in used]
        if offered:
            taken[i] = min(offered, key=lambda e: (-own[e], natural(e)))
            used.add(taken[i])
    for i in new:
        if i not in taken:
            prefix = _prefix(events[i])
            highest[prefix] += 1
            taken[i] = f"{prefix}{highest[prefix]}"


def _split(event: str) -> tuple[str, int]:
    prefix = event.rstrip("0123456789")
    return prefix, int(event[len(prefix) :])


def _prefix(reports: Event) -> str:
    country = where_of(reports).country
    try:
        return iso3_of(country)
    except ValueError:
        raise RowsInvalid(
            "unknown country",
            field="reports.country",
            value=country,
            expected="a value of the closed list country",
        ) from None


def _order(reports: Event) -> tuple[object, ...]:
    place, head = where_of(reports), reports[0].report
    return (
        when_of(reports)[0],
        place.country,
        place.location,
        head.actor1,
        head.actor2,
        natural(head.report_id),
    )
