"""What differs between two releases, or between two tables of events? And what is that called?"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polars as pl

from newsledger.contract.column import Table
from newsledger.contract.load import load_contract
from newsledger.errors import PathMissing, shown
from newsledger.ledger.changes import HISTORY
from newsledger.ledger.diff import KEY, Difference, as_text, diff
from newsledger.pipeline.released import release_folder
from newsledger.pipeline.strange_events import events_at
from newsledger.publish.counted import many
from newsledger.publish.difference import difference
from newsledger.publish.load import load_release, release_facts

SHOWN = 20
"""Rows and cells that text and Markdown show of each kind."""
LONGEST = 160
"""Characters of a cell that they show."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things compared: its name for people, its events, and all its tables where it is a release."""

    name: str
    events: pl.DataFrame
    tables: Mapping[str, pl.DataFrame] = field(default_factory=dict)
    schema: str = ""

    @property
    def deletions(self) -> pl.DataFrame | None:
        """Return the ids that left, where that is told."""
        return self.tables.get("deletions")


@dataclass(frozen=True, slots=True)
class Compared:
    """Two sides and what differs. `change_class` is one of terms/change-class; `tables` are the other tables of
    two releases that differ.
    """

    old: Side
    new: Side
    found: Difference
    change_class: str
    unaccounted: tuple[str, ...]
    tables: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """Return how many rows came and left, and how many rows and cells changed."""
        changed = self.found.changed
        return {
            "rows_added": self.found.added.height,
            "rows_removed": self.found.removed.height,
            "rows_changed": changed.get_column(KEY).n_unique(),
            "cells_changed": changed.height,
        }


def compare(old: Path, new: Path) -> Compared:
    """Return what differs between the events at two paths: release folders, releases roots, CSV or Parquet
    files.

    When a row was released is not compared. Of two releases the class is the one that publishing would give,
    by all their tables. Raises PathMissing, UsageError for what holds no events, RowsInvalid if the ids are
    absent or stand twice.
    """
    before, after = side(old), side(new)
    found = diff(before.events, after.events, load_contract().tables["events"], ignore=HISTORY)
    accounted = set() if after.deletions is None else set(after.deletions[KEY].to_list())
    gone = found.removed[KEY].to_list() if after.deletions is not None else []
    lost = tuple(i for i in gone if i not in accounted)
    if not before.tables or not after.tables:
        return Compared(before, after, found, _class(found, lost), lost)
    whole = difference(before.tables, after.tables, load_contract(after.schema), load_contract(before.schema))
    return Compared(
        before, after, found, whole.change_class, lost, tuple(_others(before.tables, after.tables))
    )


def _others(old: Mapping[str, pl.DataFrame], new: Mapping[str, pl.DataFrame]) -> Iterator[str]:
    for name in dict.fromkeys((*old, *new)):
        same = name in old and name in new and old[name].equals(new[name], null_equal=True)
        if name != "events" and not same:
            yield name


def _class(found: Difference, unaccounted: tuple[str, ...]) -> str:
    if found.columns_removed or unaccounted:
        return "breaking"
    if found.removed.height or found.changed.height:
        return "correction"
    return "extension" if found.added.height or found.columns_added else "unchanged"


def side(path: Path) -> Side:
    """Return the events at `path`; of a releases root or a dataset those of its latest release."""
    if not path.exists():
        raise PathMissing("there is nothing to compare", file=path)
    if path.is_dir():
        folder = release_folder(path)
        tables, facts = load_release(folder), release_facts(folder)
        return Side(facts.version, tables["events"], tables, facts.schema)
    return Side(path.name, events_at(path))


def as_lines(compared: Compared) -> Iterator[str]:
    """Yield the difference as text for people."""
    old, new, counts = compared.old.name, compared.new.name, compared.counts
    if compared.found.empty:
        yield f"{old} and {new} hold the same events."
        yield from _tables_told(compared)
        return
    yield f"{old} → {new}: {compared.change_class}"
    yield (
        f"  {many(counts['rows_added'], 'row')} added, {counts['rows_removed']:,} removed, "
        f"{counts['rows_changed']:,} changed in {many(counts['cells_changed'], 'cell')}"
    )
    for name, frame in (("added", compared.found.added), ("removed", compared.found.removed)):
        if frame.height:
            yield f"{name}:"
            yield from (f"  {line}" for line in _rows(frame))
    if compared.found.changed.height:
        yield "changed:"
        yield from (f"  {line}" for line in _cells(compared.found.changed))
    for what, names in (("added", compared.found.columns_added), ("removed", compared.found.columns_removed)):
        if names:
            yield f"columns {what}: {_names(names)}"
    if compared.unaccounted:
        yield f"left without a row in deletions: {_names(compared.unaccounted)}"
    yield from _tables_told(compared)


def _tables_told(compared: Compared) -> Iterator[str]:
    if compared.tables:
        yield f"other tables that differ: {', '.join(compared.tables)}"


def _rows(frame: pl.DataFrame) -> Iterator[str]:
    told = [
        c for c in ("event_date", "sub_event_type", "location", "country", "fatalities") if c in frame.columns
    ]
    for row in frame.head(SHOWN).iter_rows(named=True):
        yield f"{_cell(row[KEY])}: " + ", ".join(_cell(row[c]) for c in told if row[c] is not None)
    if frame.height > SHOWN:
        yield f"… and {frame.height - SHOWN} more"


def _cells(changed: pl.DataFrame) -> Iterator[str]:
    for key, name, old, new in changed.head(SHOWN).iter_rows():
        yield f"{_cell(key)} {_cell(name)}: {_cell(old)} → {_cell(new)}"
    if changed.height > SHOWN:
        yield f"… and {changed.height - SHOWN} more"


def _cell(value: object) -> str:
    """Return a cell as people see it: one line, not longer than LONGEST, and nothing that steers a terminal."""
    return "(empty)" if value is None else shown(value, LONGEST)[1:-1]


def _names(names: Sequence[str]) -> str:
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(map(_cell, names[:SHOWN])) + more


def as_markdown(compared: Compared) -> Iterator[str]:
    """Yield the difference as Markdown, for a release note or a review."""
    counts = compared.counts
    yield f"## {compared.old.name} → {compared.new.name}: {compared.change_class}"
    yield ""
    yield "| rows added | rows removed | rows changed | cells changed |"
    yield "|--:|--:|--:|--:|"
    yield f"| {' | '.join(str(n) for n in counts.values())} |"
    for name, frame in (("Added", compared.found.added), ("Removed", compared.found.removed)):
        if frame.height:
            yield from ("", f"### {name}", "", *(f"- {line}" for line in _rows(frame)))
    if compared.found.changed.height:
        yield from ("", "### Changed", "", "| event | field | old | new |", "|---|---|---|---|")
        for cells in compared.found.changed.head(SHOWN).iter_rows():
            yield f"| {' | '.join(_cell(c).replace('|', chr(92) + '|') for c in cells)} |"
        if compared.found.changed.height > SHOWN:
            yield f"\n… and {compared.found.changed.height - SHOWN} more"
    yield from ("", *_tables_told(compared)) if compared.tables else ()


def as_json(compared: Compared) -> str:
    """Return the whole difference as one JSON object: names, class, counts, rows added and removed, cells
    changed.
    """
    table = load_contract().tables["events"]
    data: Mapping[str, Any] = {
        "old": compared.old.name,
        "new": compared.new.name,
        "class": compared.change_class,
        **compared.counts,
        "columns_added": compared.found.columns_added,
        "columns_removed": compared.found.columns_removed,
        "unaccounted": compared.unaccounted,
        "tables": compared.tables,
        "added": _texts(compared.found.added, table),
        "removed": _texts(compared.found.removed, table),
        "changed": compared.found.changed.to_dicts(),
    }
    return json.dumps(data, indent=2, ensure_ascii=False)


def _texts(frame: pl.DataFrame, table: Table) -> list[dict[str, Any]]:
    return pl.DataFrame([as_text(frame[c], table) for c in frame.columns]).to_dicts()


def as_csv(compared: Compared) -> str:
    """Return the difference as CSV, one cell a line: event_id_cnty, kind, field, old, new.

    A row that came or left stands under the field event_id_cnty, as in the table changes.
    """
    columns = (KEY, "kind", "field", "old", "new")
    none = pl.lit(None, dtype=pl.String())
    key, field = pl.col(KEY), pl.lit(KEY)
    parts = [
        compared.found.changed.with_columns(kind=pl.lit("changed")),
        compared.found.added.select(key, field=field, old=none, new=key, kind=pl.lit("added")),
        compared.found.removed.select(key, field=field, old=key, new=none, kind=pl.lit("removed")),
    ]
    rows = pl.concat([p.select(columns) for p in parts])
    return rows.write_csv(line_terminator="\n")
