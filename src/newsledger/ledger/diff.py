"""What differs between two versions of a table? Rows and cells, by key."""

from collections.abc import Collection
from dataclasses import dataclass

import polars as pl

from newsledger.contract.column import Table
from newsledger.errors import RowsInvalid

KEY = "event_id_cnty"
CELLS = {"field": pl.String(), "old": pl.String(), "new": pl.String()}


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs: rows only in the new table, rows only in the old one, and cells of rows that are in both.

    `changed` has the key and field, old and new as text, ordered by key and then by column.
    """

    added: pl.DataFrame
    removed: pl.DataFrame
    changed: pl.DataFrame
    columns_added: tuple[str, ...]
    columns_removed: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Tell whether nothing differs."""
        rows = self.added.height + self.removed.height + self.changed.height
        return not (rows or self.columns_added or self.columns_removed)


def diff(
    old: pl.DataFrame,
    new: pl.DataFrame,
    table: Table | None = None,
    *,
    key: str = KEY,
    ignore: Collection[str] = (),
) -> Difference:
    """Return what differs between two tables with the unique column `key`; columns in `ignore` are not
    compared.

    Vectorised: joins and one comparison per column. Cells are written as in our CSV if `table` tells the
    decimals. Columns of different types are compared as text. Raises RowsInvalid if `key` is absent or not
    unique.
    """
    for name, frame in (("old", old), ("new", new)):
        if key not in frame.columns:
            raise RowsInvalid("the key is absent", field=f"{name} table", expected=f"a column {key}")
        if frame.get_column(key).is_duplicated().any():
            twice = frame.filter(pl.col(key).is_duplicated()).get_column(key)[0]
            raise RowsInvalid("the key is not unique", field=f"{name} table.{key}", value=twice)
    before_all, after_all = frozenset(old.columns), frozenset(new.columns)  # a stranger's table may have many
    shared = [c for c in new.columns if c in before_all and c != key and c not in ignore]
    keys = new.select(key).join(old.select(key), on=key, how="inner").sort(key)
    before = keys.join(old, on=key, how="left", maintain_order="left")
    after = keys.join(new, on=key, how="left", maintain_order="left")
    olds, news = _columns(before), _columns(after)
    cells = [_changed(news[key], olds[c], news[c], table) for c in shared]
    empty = pl.DataFrame(schema={key: news[key].dtype, **CELLS})
    order = pl.DataFrame(
        {"field": shared, "nth": range(len(shared))}, schema={"field": pl.String(), "nth": pl.Int64()}
    )
    changed = pl.concat([empty, *cells]).join(order, on="field", how="left").sort(key, "nth").drop("nth")
    return Difference(
        added=new.join(old.select(key), on=key, how="anti").sort(key),
        removed=old.join(new.select(key), on=key, how="anti").sort(key),
        changed=changed,
        columns_added=tuple(c for c in new.columns if c not in before_all),
        columns_removed=tuple(c for c in old.columns if c not in after_all),
    )


def _columns(frame: pl.DataFrame) -> dict[str, pl.Series]:
    """Return the columns by name; asking the frame for one after the other looks through all of them each time."""
    return {series.name: series for series in frame.get_columns()}


def _changed(keys: pl.Series, old: pl.Series, new: pl.Series, table: Table | None) -> pl.DataFrame:
    """Return the cells of one column that differ, `keys` being the ids of its rows."""
    if old.dtype != new.dtype:
        old, new = as_text(old, table), as_text(new, table)
    differs = old.ne_missing(new)
    if not differs.any():
        return pl.DataFrame(schema={keys.name: keys.dtype, **CELLS})
    return pl.DataFrame(
        {
            keys.name: keys.filter(differs),
            "field": [old.name] * int(differs.sum()),
            "old": as_text(old.filter(differs), table),
            "new": as_text(new.filter(differs), table),
        },
        schema={keys.name: keys.dtype, **CELLS},
    )


def as_text(series: pl.Series, table: Table | None = None) -> pl.Series:
    """Return a column as our CSV writes it: ISO dates, a fixed number of decimals where the
    contract has one.
    """
    decimals = table.column(series.name).decimals if table and series.name in table.names else None
    if decimals and series.dtype.is_float():
        scaled = (series * 10**decimals).round(0).cast(pl.Int64)
        whole = scaled.abs() // 10**decimals
        rest = (scaled.abs() % 10**decimals).cast(pl.String).str.zfill(decimals)
        frame = pl.DataFrame({"negative": scaled < 0, "whole": whole.cast(pl.String), "rest": rest})
        sign = pl.when("negative").then(pl.lit("-")).otherwise(pl.lit(""))
        return frame.select((sign + pl.col("whole") + "." + pl.col("rest")).alias(series.name)).to_series()
    if series.dtype == pl.String:
        return series.set(series == "", None)
    return series.cast(pl.String)
