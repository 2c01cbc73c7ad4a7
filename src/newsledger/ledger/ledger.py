"""From the reports of many articles to the events of a release: the one way in."""

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial

import polars as pl

from newsledger.contract.dtypes import cast, polars_schema
from newsledger.contract.load import load_contract
from newsledger.contract.note import NoteFacts
from newsledger.contract.records import Evidence, Report
from newsledger.errors import RowsInvalid
from newsledger.ledger.accounted import deletions_of, moved_by, reasons_of
from newsledger.ledger.agree import POLITICAL
from newsledger.ledger.changes import change_class, changes_of, dated, difference_of
from newsledger.ledger.corrections import Correction, Event, Regrouped, regroup
from newsledger.ledger.diff import KEY
from newsledger.ledger.facts import ArticleRow, read_facts
from newsledger.ledger.frames import (
    EventRows,
    actors_frame,
    agreements_frame,
    reports_frame,
    sources_frame,
    with_events,
)
from newsledger.ledger.identity import Identities, core_of, identify
from newsledger.ledger.merged import Row, merge
from newsledger.ledger.nights import settle_nights
from newsledger.ledger.previous import Past, PastReport, PreviousRelease, match_reports, read_past
from newsledger.ledger.reconcile import reconcile
from newsledger.ledger.set_cells import Done, set_cells
from newsledger.ledger.tolls import deaths, injuries

LINK_COLUMNS = ("event_type", "event_date", "location", "actors", "fatalities")


@dataclass(frozen=True, slots=True)
class Ledger:
    """The frames of a release that the ledger makes, in the contract's form, and how grave the change is.

    `agreements` is no table of a release: for each report which others it was joined with, or nearly, and
    why.
    """

    events: pl.DataFrame
    event_actors: pl.DataFrame
    event_sources: pl.DataFrame
    reports: pl.DataFrame
    changes: pl.DataFrame
    deletions: pl.DataFrame
    agreements: pl.DataFrame
    change_class: str


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector from going through millions of records again and again; they hold no
    cycles.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@uncollected()
def build_ledger(
    reports: Sequence[Report],
    evidence: Iterable[Evidence],
    articles: Iterable[ArticleRow],
    *,
    table: pl.DataFrame | None = None,
    previous: PreviousRelease | None = None,
    corrections: Sequence[Correction] = (),
    release: str,
    release_date: date,
    scope: str = POLITICAL,
    told: bool = True,
) -> Ledger:
    """Return the events that `reports` tell of, and what became of every event of the last release.

    Reconcile, give ids, apply corrections, merge, work out the tolls, account for every change (coding-rules
    1-6). The result doesn't depend on the order of reports or articles. `release` is the version to be
    published, `release_date` its date. `table` holds the reports as a frame where it is at hand; the records
    may then be lean (see `lean`). Unless `told`, the agreements are not kept. Raises RowsInvalid if two
    reports have one id or a country is unknown, CorrectionFailed if a correction doesn't apply.
    """
    known_articles = list(articles)
    facts = read_facts(reports, evidence, known_articles)
    if len(facts) != len(reports):
        raise RowsInvalid("two reports have one id", field="reports.report_id")
    found = reconcile(facts, scope, told=told)
    settle_nights(found.events)
    past = read_past(previous)
    known = match_reports(facts, past)
    grouped, given = _identified(found.events, past, known, corrections)
    homes = {f.report.report_id: e for e, g in zip(given.ids, grouped.events, strict=True) for f in g}
    events, done = _events(grouped.events, given, corrections, homes)
    deleted = deletions_of(given, past, known, grouped, {a.id for a in known_articles}, release)
    of_event = dict(zip(given.ids, grouped.events, strict=True))
    moved = moved_by(grouped, known, homes)
    reasons = partial(reasons_of, done=done, moved=moved, deleted=deleted, past=past, reports=of_event)
    events, own = _accounted(events, previous, reasons, release, release_date)
    rows = reports_frame(reports, homes) if table is None else with_events(table, homes)
    links = agreements_frame(found.links, homes)
    return _ledger(events, rows, own, deleted, links, previous)


def _ledger(
    events: pl.DataFrame,
    reports: pl.DataFrame,
    changes: pl.DataFrame,
    deletions: pl.DataFrame,
    agreements: pl.DataFrame,
    previous: PreviousRelease | None,
) -> Ledger:
    """Return all frames; `changes` and `deletions` are those of this release, the earlier ones are put
    before.
    """
    return Ledger(
        events=events,
        event_actors=actors_frame(events),
        event_sources=sources_frame(reports),
        reports=reports,
        changes=_appended("changes", previous.changes if previous else None, changes),
        deletions=_appended("deletions", previous.deletions if previous else None, deletions),
        agreements=agreements,
        change_class=change_class(changes) if previous else "extension",
    )


def _identified(
    events: Sequence[Event], past: Past, known: Mapping[str, PastReport], corrections: Sequence[Correction]
) -> tuple[Regrouped, Identities]:
    """Return the events after joins, splits and drops, and their ids.

    Corrections name ids, so ids are given before them and again after them.
    """
    given = identify(events, past, known)
    if not any(c.active and c.do != "set" for c in corrections):
        return Regrouped(list(events), {}, {}, {}), given

    def resolve(event: str) -> list[int]:
        today = past.successor(event)
        if today:
            return [i for i, e in enumerate(given.ids) if e == today]
        former = past.former_facts.get(event, {})
        core = [former.get(name, "") for name in ("event_date", "actor1", "actor2")]
        return [i for i, e in enumerate(events) if given.ids[i] not in past.events and _is_former(e, core)]

    grouped = regroup(events, corrections, resolve)
    earlier = {f.report.report_id: e for e, g in zip(given.ids, events, strict=True) for f in g}
    return grouped, identify(grouped.events, past, known, earlier)


def _is_former(reports: Event, core: Sequence[str]) -> bool:
    day, _, *pair = core_of(reports)
    return core[0] == day.isoformat() and sorted(core[1:]) == pair


def _events(
    events: Sequence[Event], given: Identities, corrections: Sequence[Correction], homes: Mapping[str, str]
) -> tuple[pl.DataFrame, Done]:
    """Return the events, still without their releases, and what corrections did to their cells.

    Rows go into columns one by one: a million rows as dictionaries would not fit into memory.
    """
    tolls, hurt = deaths(events), injuries(events)
    named = {e for c in corrections if c.active for e in (c.event, *(homes.get(r, "") for r in c.reports))}
    table = EventRows()
    kept: dict[str, tuple[Row, NoteFacts]] = {}
    for i, event in enumerate(given.ids):
        row, told = merge(events[i], tolls[i], hurt[i])
        if event in named:
            kept[event] = row, told
        else:
            table.add(event, row)
    done = set_cells(kept, corrections, homes)
    for event, (row, _) in kept.items():
        table.add(event, row)
    return table.frame(), done


def _accounted(
    events: pl.DataFrame,
    previous: PreviousRelease | None,
    reasons: Callable[[Collection[tuple[str, str]]], pl.DataFrame],
    release: str,
    day: date,
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the events with their releases, in the contract's form, and the changes of this release."""
    table = load_contract().tables["events"]
    if previous is None:
        return cast(dated(events, None, None, release, day), table), _no("changes")
    undated = events.with_columns(
        first_release=pl.lit("-"), last_changed_release=pl.lit("-"), timestamp=pl.lit(0)
    )
    found = difference_of(previous.events, cast(undated, table))
    events = cast(dated(events, previous.events, found, release, day), table)
    differing = set(found.changed.select(KEY, "field").iter_rows())
    return events, changes_of(found, release, reasons(differing))


def _no(table: str) -> pl.DataFrame:
    return pl.DataFrame(schema=polars_schema(load_contract().tables[table]))


def _appended(table: str, before: pl.DataFrame | None, own: pl.DataFrame) -> pl.DataFrame:
    contract = load_contract().tables[table]
    own = cast(own, contract)
    return own if before is None else cast(pl.concat([cast(before, contract), own]), contract)
