"""What became of every row since the last release? Changes by cell, and how grave they are."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import polars as pl

from newsledger.contract.dtypes import cast, polars_schema
from newsledger.contract.load import load_contract
from newsledger.ledger.diff import KEY, Difference, as_text, diff

HISTORY = ("first_release", "last_changed_release", "timestamp")
CHANGES = ("release", KEY, "field", "old", "new", "kind", "reason")


def midnight(day: date) -> int:
    """Return midnight UTC of `day` in seconds since 1970, as the column timestamp counts."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def difference_of(old: pl.DataFrame, new: pl.DataFrame) -> Difference:
    """Return what differs between the events of two releases, apart from when they were released.

    A column that the contract has gained since then was empty before.
    """
    return diff(_widened(old), new, load_contract().tables["events"], ignore=HISTORY)


def _widened(events: pl.DataFrame) -> pl.DataFrame:
    """Return events with every column that the contract has today, those that they lack empty."""
    schema = polars_schema(load_contract().tables["events"])
    return events.with_columns(
        pl.lit(None, dtype=dtype).alias(name) for name, dtype in schema.items() if name not in events.columns
    )


def changes_of(found: Difference, release: str, reasons: pl.DataFrame) -> pl.DataFrame:
    """Return the rows of the table changes that `release` adds.

    A row that came or left stands under the field event_id_cnty, and its cells beside it, so that each
    release can be had from the one before and the one after. `reasons` has columns event_id_cnty, field and
    reason; a reason under the field event_id_cnty holds for all cells of the row that have no reason of their
    own.
    """
    frames = [
        found.changed.with_columns(kind=pl.lit("changed")),
        _cells(found.added, "new", "old", HISTORY).with_columns(kind=pl.lit("added")),
        _cells(found.removed, "old", "new", ()).with_columns(kind=pl.lit("removed")),
    ]
    told = pl.concat([f.select(KEY, "field", "old", "new", "kind") for f in frames])
    own = reasons.select(KEY, "field", "reason")
    whole = reasons.filter(pl.col("field") == KEY).select(KEY, pl.col("reason").alias("of_row"))
    told = told.join(own, on=(KEY, "field"), how="left").join(whole, on=KEY, how="left")
    told = told.with_columns(release=pl.lit(release), reason=pl.coalesce("reason", "of_row"))
    return cast(told.select(CHANGES), load_contract().tables["changes"])


def _cells(rows: pl.DataFrame, filled: str, empty: str, left_out: tuple[str, ...]) -> pl.DataFrame:
    table = load_contract().tables["events"]
    text = rows.select(
        pl.Series(c, as_text(rows.get_column(c), table)) for c in rows.columns if c not in left_out
    )
    text = text.with_columns(pl.col(KEY).alias("key"))
    cells = text.unpivot(index="key", variable_name="field", value_name=filled).filter(
        pl.col(filled).is_not_null()
    )
    return cells.rename({"key": KEY}).with_columns(pl.lit(None, dtype=pl.String()).alias(empty))


def dated(
    events: pl.DataFrame, old: pl.DataFrame | None, found: Difference | None, release: str, day: date
) -> pl.DataFrame:
    """Return `events` with first_release, last_changed_release and timestamp.

    Rows of the last release keep them unless a cell changed; all others are of `release`, published on `day`.
    """
    current = {"last_changed_release": release, "timestamp": midnight(day)}
    if old is None or found is None:
        return events.with_columns(
            first_release=pl.lit(release), **{k: pl.lit(v) for k, v in current.items()}
        )
    touched = found.changed.select(KEY).unique().with_columns(touched=pl.lit(True))
    joined = events.drop(HISTORY, strict=False).join(old.select(KEY, *HISTORY), on=KEY, how="left")
    joined = joined.join(touched, on=KEY, how="left")
    kept = pl.col("touched").is_null() & pl.col("first_release").is_not_null()
    return joined.with_columns(
        first_release=pl.col("first_release").fill_null(release),
        **{k: pl.when(kept).then(pl.col(k)).otherwise(pl.lit(v)) for k, v in current.items()},
    ).drop("touched")


def apply_changes(events: pl.DataFrame, changes: pl.DataFrame, release: str, day: date) -> pl.DataFrame:
    """Return the events of `release`, made of the events of the release before and the table changes."""
    table = load_contract().tables["events"]
    events = _widened(events)
    own = changes.filter(pl.col("release") == release)
    left = own.filter(pl.col("kind") == "removed", pl.col("field") == KEY).select(KEY)
    changed = own.filter(pl.col("kind") == "changed")
    kept = _rewritten(events.join(left, on=KEY, how="anti"), changed, "new")
    touched = pl.col(KEY).is_in(changed.get_column(KEY).unique().to_list())
    kept = kept.with_columns(
        last_changed_release=pl.when(touched).then(pl.lit(release)).otherwise(pl.col("last_changed_release")),
        timestamp=pl.when(touched).then(pl.lit(midnight(day))).otherwise(pl.col("timestamp")),
    )
    added = _rows(own.filter(pl.col("kind") == "added"), "new").with_columns(
        first_release=pl.lit(release), last_changed_release=pl.lit(release), timestamp=pl.lit(midnight(day))
    )
    return pl.concat([cast(kept, table), cast(added, table)]).sort(table.sort)


def undo_changes(
    events: pl.DataFrame, changes: pl.DataFrame, release: str, dates: Mapping[str, date]
) -> pl.DataFrame:
    """Return the events as they were before `release`, made of its events and the table changes.

    `dates` holds the date of every earlier release, from which timestamps are restored.
    """
    table = load_contract().tables["events"]
    own = changes.filter(pl.col("release") == release)
    came = own.filter(pl.col("kind") == "added", pl.col("field") == KEY).select(KEY)
    changed = own.filter(pl.col("kind") == "changed")
    kept = _rewritten(events.join(came, on=KEY, how="anti"), changed, "old")
    order = {r: i for i, r in enumerate(sorted(dates, key=lambda r: [int(n) for n in r.split(".")]))}
    before = changes.filter(pl.col("release").is_in(list(dates)), pl.col("kind") == "changed")
    before = before.with_columns(
        nth=pl.col("release").replace_strict(order, return_dtype=pl.Int64(), default=None)
    )
    last = (
        before.sort("nth")
        .group_by(KEY, maintain_order=True)
        .last()
        .select(KEY, pl.col("release").alias("earlier"))
    )
    kept = kept.join(last, on=KEY, how="left").with_columns(earlier=pl.coalesce("earlier", "first_release"))
    touched = pl.col(KEY).is_in(changed.get_column(KEY).unique().to_list())
    stamps = {r: midnight(d) for r, d in dates.items()}
    stamp = pl.col("earlier").replace_strict(stamps, return_dtype=pl.Int64(), default=None)
    kept = kept.with_columns(
        last_changed_release=pl.when(touched)
        .then(pl.col("earlier"))
        .otherwise(pl.col("last_changed_release")),
        timestamp=pl.when(touched).then(stamp).otherwise(pl.col("timestamp")),
    )
    removed = _rows(own.filter(pl.col("kind") == "removed"), "old")
    return pl.concat([cast(kept, table), cast(removed, table)]).sort(table.sort)


def _rewritten(events: pl.DataFrame, changed: pl.DataFrame, end: str) -> pl.DataFrame:
    """Return `events` with the cells in `changed` set to their `end` (old or new)."""
    table = load_contract().tables["events"]
    for (name,), cells in changed.group_by("field", maintain_order=True):
        column = str(name)
        values = cells.select(KEY, pl.col(end).alias("value"), pl.lit(True).alias("hit"))
        joined = events.join(values, on=KEY, how="left", maintain_order="left")
        text = pl.Series(column, as_text(events.get_column(column), table))
        rewritten = joined.select(pl.when(pl.col("hit")).then(pl.col("value")).otherwise(text).alias(column))
        events = events.with_columns(rewritten.get_column(column))
    return events


def _rows(cells: pl.DataFrame, end: str) -> pl.DataFrame:
    """Return whole rows from their cells, every column of events as text."""
    names = load_contract().tables["events"].names
    if cells.is_empty():
        return pl.DataFrame(schema={n: pl.String() for n in names})
    wide = cells.pivot(on="field", index=KEY, values=end, on_columns=[n for n in names if n != KEY])
    return wide.select(names)


def change_class(
    changes: pl.DataFrame, *, broken: bool = False, columns_removed: bool = False, ids_lost: bool = False
) -> str:
    """Return the class of a release from its own rows of the table changes (closed list change-class).

    `broken` says that the contract's keys, types or closed lists changed so that scripts may fail,
    `columns_removed` that columns of events left, `ids_lost` that an id left without a row in deletions.
    """
    if broken or columns_removed or ids_lost:
        return "breaking"
    kinds = set(changes.get_column("kind").unique().to_list())
    if kinds & {"changed", "removed"}:
        return "correction"
    return "extension" if kinds else "unchanged"
