"""From the reports of many articles to the events of a release: the one way in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from newsledger.contract.dtypes import cast, polars_schema
from newsledger.contract.load import load_contract
from newsledger.contract.note import NoteFacts
from newsledger.contract.records import REPORT_COLUMNS, Evidence, Report
from newsledger.errors import RowsInvalid
from newsledger.ledger.accounted import deletions_of, reasons_of
from newsledger.ledger.agree import POLITICAL
from newsledger.ledger.changes import change_class, changes_of, dated, difference_of
from newsledger.ledger.corrections import Correction, Event, Regrouped, regroup
from newsledger.ledger.diff import KEY
from newsledger.ledger.facts import ArticleRow, read_facts
from newsledger.ledger.identity import Identities, core_of, identify
from newsledger.ledger.merged import LIST, Row, merge, sources_of
from newsledger.ledger.previous import Past, PastReport, PreviousRelease, match_reports, read_past
from newsledger.ledger.reconcile import Link, reconcile
from newsledger.ledger.set_cells import set_cells
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


def build_ledger(
    reports: Sequence[Report],
    evidence: Iterable[Evidence],
    articles: Iterable[ArticleRow],
    *,
    previous: PreviousRelease | None = None,
    corrections: Sequence[Correction] = (),
    release: str,
    release_date: date,
    scope: str = POLITICAL,
) -> Ledger:
    """Return the events that `reports` tell of, and what became of every event of the last release.

    Reconcile, give ids, apply corrections, merge, work out the tolls, account for every change (coding-rules
    1-6). The result doesn't depend on the order of reports or articles. `release` is the version to be
    published, `release_date` its date. Raises RowsInvalid if two reports have one id or a country is unknown,
    CorrectionFailed if a correction doesn't apply.
    """
    known_articles = list(articles)
    facts = read_facts(reports, evidence, known_articles)
    if len(facts) != len(reports):
        raise RowsInvalid("two reports have one id", field="reports.report_id")
    found = reconcile(facts, scope)
    past = read_past(previous)
    known = match_reports(facts, past)
    grouped, given = _identified(found.events, past, known, corrections)
    rows = _rows(grouped.events, given)
    homes = {f.report.report_id: e for e, g in zip(given.ids, grouped.events, strict=True) for f in g}
    done = set_cells(rows, corrections, homes)
    table = load_contract().tables["events"]
    events = _frame([{KEY: e, **row} for e, (row, _) in rows.items()])
    present = {a.id for a in known_articles}
    deleted = deletions_of(given, past, known, grouped, present, release)
    difference = difference_of(previous.events, cast(_undated(events), table)) if previous else None
    events = cast(
        dated(events, previous.events if previous else None, difference, release, release_date), table
    )
    own = _no("changes")
    if previous and difference:
        reasons = reasons_of(
            done, deleted, past, homes, {f.report.report_id: f.report.article_id for f in facts}
        )
        own = changes_of(difference, release, reasons)
    return Ledger(
        events=events,
        event_actors=_actors(events),
        event_sources=_sources(grouped.events, given),
        reports=_reports(reports, homes),
        changes=_appended("changes", previous.changes if previous else None, own),
        deletions=_appended("deletions", previous.deletions if previous else None, deleted),
        agreements=_agreements(found.links, homes),
        change_class=change_class(own) if previous else "extension",
    )


def _identified(
    events: Sequence[Event], past: Past, known: Mapping[str, PastReport], corrections: Sequence[Correction]
) -> tuple[Regrouped, Identities]:
    """Return the events after joins, splits and drops, and their ids.

    Corrections name ids, so ids are given before them and again after them.
    """
    given = identify(events, past, known)
    if not any(c.active and c.do != "set" for c in corrections):
        return Regrouped(list(events), {}, {}), given

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


def _rows(events: Sequence[Event], given: Identities) -> dict[str, tuple[Row, NoteFacts]]:
    tolls, hurt = deaths(events), injuries(events)
    return {e: merge(events[i], tolls[i], hurt[i]) for i, e in enumerate(given.ids)}


def _frame(rows: Sequence[Row]) -> pl.DataFrame:
    names = [n for n in load_contract().tables["events"].names if not rows or n in rows[0]]
    schema = polars_schema(load_contract().tables["events"])
    return pl.DataFrame(
        {n: [r[n] for r in rows] for n in names}, schema={n: schema[n] for n in names}, strict=False
    )


def _undated(events: pl.DataFrame) -> pl.DataFrame:
    return events.with_columns(
        first_release=pl.lit("-"), last_changed_release=pl.lit("-"), timestamp=pl.lit(0)
    )


def _no(table: str) -> pl.DataFrame:
    return pl.DataFrame(schema=polars_schema(load_contract().tables[table]))


def _appended(table: str, before: pl.DataFrame | None, own: pl.DataFrame) -> pl.DataFrame:
    contract = load_contract().tables[table]
    own = cast(own, contract)
    return own if before is None else cast(pl.concat([cast(before, contract), own]), contract)


def _actors(events: pl.DataFrame) -> pl.DataFrame:
    """Return the table event_actors: the main actors with their kinds, and the associated ones."""
    frames = []
    for side in ("1", "2"):
        main = events.select(
            KEY, role=pl.lit("main"), actor=pl.col(f"actor{side}"), inter=pl.col(f"inter{side}")
        )
        others = events.select(KEY, actor=pl.col(f"assoc_actor_{side}").str.split(LIST)).explode("actor")
        others = others.with_columns(role=pl.lit("associate"), inter=pl.lit(None, dtype=pl.String()))
        both = pl.concat([main, others.select(main.columns)]).filter(pl.col("actor").is_not_null())
        frames.append(both.with_columns(side=pl.lit(int(side))))
    rows = pl.concat(frames).unique((KEY, "side", "actor"), keep="first", maintain_order=True)
    return cast(rows, load_contract().tables["event_actors"])


def _sources(events: Sequence[Event], given: Identities) -> pl.DataFrame:
    """Return the table event_sources: every source of every event."""
    pairs = [
        (e, name) for e, reports in zip(given.ids, events, strict=True) for name in sources_of(reports)[0]
    ]
    columns = {KEY: [e for e, _ in pairs], "source": [name for _, name in pairs]}
    return cast(
        pl.DataFrame(columns, schema={n: pl.String() for n in columns}),
        load_contract().tables["event_sources"],
    )


def _reports(reports: Sequence[Report], homes: Mapping[str, str]) -> pl.DataFrame:
    table = load_contract().tables["reports"]
    columns: dict[str, Any] = {c: [getattr(r, c) for r in reports] for c in REPORT_COLUMNS}
    columns[KEY] = [homes.get(r.report_id) for r in reports]
    schema = polars_schema(table)
    return cast(pl.DataFrame(columns, schema={c: schema[c] for c in columns}, strict=False), table)


def _agreements(links: Sequence[Link], homes: Mapping[str, str]) -> pl.DataFrame:
    """Return the comparisons worth telling: reports that were joined, and near ones that were not."""
    told = [{v.field: v.why for v in k.found.verdicts} if k.found else {} for k in links]
    columns: dict[str, Any] = {
        "report_id": [k.first for k in links],
        "other_report_id": [k.second for k in links],
        KEY: [homes.get(k.first) for k in links],
        "other_event_id_cnty": [homes.get(k.second) for k in links],
        "joined": [k.joined for k in links],
        "score": [k.score for k in links],
        "why": [k.why for k in links],
    }
    columns |= {name: [t.get(name) for t in told] for name in LINK_COLUMNS}
    types: dict[str, Any] = {"joined": pl.Boolean(), "score": pl.Float64()}
    schema = {name: types.get(name, pl.String()) for name in columns}
    return pl.DataFrame(columns, schema=schema).sort("report_id", "other_report_id", maintain_order=True)
