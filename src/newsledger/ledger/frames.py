"""How do rows, links and reports become the frames of a release?"""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from newsledger.contract.cell_text import LIST
from newsledger.contract.dtypes import cast, polars_schema
from newsledger.contract.load import load_contract
from newsledger.contract.records import REPORT_COLUMNS, Report
from newsledger.ledger.diff import KEY
from newsledger.ledger.merged import Row
from newsledger.ledger.reconcile import Link

LINK_COLUMNS = ("event_type", "event_date", "location", "actors", "fatalities")
LATER = (
    "first_release",
    "last_changed_release",
    "timestamp",
)  # columns that only the comparison of releases fills


class EventRows:
    """The events while they are gathered, column by column, and put into frames of so many rows at a time."""

    size = 50_000

    def __init__(self) -> None:
        schema = polars_schema(load_contract().tables["events"])
        self.schema = {n: t for n, t in schema.items() if n not in LATER}
        self.columns: dict[str, list[Any]] = {n: [] for n in self.schema}
        self.frames: list[pl.DataFrame] = []

    def add(self, event: str, row: Row) -> None:
        """Add the row of `event`."""
        self.columns[KEY].append(event)
        for name, values in self.columns.items():
            if name != KEY:
                values.append(row.get(name))
        if len(self.columns[KEY]) >= self.size:
            self._put_away()

    def frame(self) -> pl.DataFrame:
        """Return the rows as a frame, without the columns that tell of releases."""
        self._put_away()
        return pl.concat(self.frames)

    def _put_away(self) -> None:
        self.frames.append(pl.DataFrame(self.columns, schema=self.schema, strict=False))
        for values in self.columns.values():
            values.clear()


def actors_frame(events: pl.DataFrame) -> pl.DataFrame:
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


def sources_frame(reports: pl.DataFrame) -> pl.DataFrame:
    """Return the table event_sources: every source of every event, by the table reports."""
    pairs = reports.filter(pl.col(KEY).is_not_null()).select(KEY, pl.col("source").str.split(LIST))
    rows = pairs.explode("source").unique(maintain_order=True)
    return cast(rows, load_contract().tables["event_sources"])


def reports_frame(reports: Sequence[Report], homes: Mapping[str, str]) -> pl.DataFrame:
    """Return the table reports: the columns of `newsledger code`, and the event of each report."""
    table = load_contract().tables["reports"]
    columns: dict[str, Any] = {c: [getattr(r, c) for r in reports] for c in REPORT_COLUMNS}
    columns[KEY] = [homes.get(r.report_id) for r in reports]
    schema = polars_schema(table)
    return cast(pl.DataFrame(columns, schema={c: schema[c] for c in columns}, strict=False), table)


def with_events(reports: pl.DataFrame, homes: Mapping[str, str]) -> pl.DataFrame:
    """Return the table reports of a frame with the columns of `newsledger code`: each with its event."""
    events = [homes.get(report) for report in reports.get_column("report_id")]
    rows = reports.with_columns(pl.Series(KEY, events, dtype=pl.String()))
    return cast(rows, load_contract().tables["reports"])


def agreements_frame(links: Sequence[Link], homes: Mapping[str, str]) -> pl.DataFrame:
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
