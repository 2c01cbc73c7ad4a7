"""Do two tables fit one another? Words of the checks that hold the rows of one table against those of
another.
"""

from collections.abc import Iterator, Mapping

import polars as pl

from newsledger.validation.words import ROW, Asked, Failing, Word


def referenced(asked: Asked) -> Iterator[Failing]:
    """Every row must be referred to by another table: `using: {column, by: {table: column}}`, by any of
    them.
    """
    column, by = asked.get("column", str), asked.get("by", dict)
    present = {t: c for t, c in by.items() if t in asked.frames and c in asked.frames[t].columns}
    if not asked.has(column) or len(present) < len(by):
        return
    users = pl.concat([asked.frames[t].select(pl.col(c).alias(column)) for t, c in present.items()]).unique()
    yield Failing(column, asked.frame.join(users, on=column, how="anti", maintain_order="left"))


def absent(asked: Asked) -> Iterator[Failing]:
    """No value may stand in another table: `using: {column, from: {table: column}}`."""
    column, others = asked.get("column", str), asked.get("from", dict)
    for table, name in others.items():
        if asked.has(column) and table in asked.frames and name in asked.frames[table].columns:
            there = asked.frames[table].select(pl.col(name).alias(column))
            yield Failing(column, asked.frame.join(there, on=column, how="semi", maintain_order="left"))


def count_of(asked: Asked) -> Iterator[Failing]:
    """A column must hold the number of another table's rows with the same key: `using: {column, table,
    key}`.
    """
    column, table, key = asked.get("column", str), asked.get("table", str), asked.get("key", str)
    if table not in asked.frames or not asked.has(column, key) or key not in asked.frames[table].columns:
        return
    counted = asked.frames[table].group_by(key).agg(pl.len().cast(pl.Int64).alias("expected"))
    rows = asked.frame.join(counted, on=key, how="left", maintain_order="left")
    rows = rows.with_columns(pl.col("expected").fill_null(0))
    yield Failing(column, rows.filter((pl.col(column) != pl.col("expected")).fill_null(value=False)))


def same_list(asked: Asked) -> Iterator[Failing]:
    """A list cell must hold the values that stand in long form in another table.

    `using: {column, table, key, value, where: {column: value}}`; the order is free.
    """
    column, table = asked.get("column", str), asked.get("table", str)
    key, value = asked.get("key", str), asked.get("value", str)
    where = asked.using.get("where") or {}
    long = asked.frames.get(table)
    if long is None or not asked.has(column, key) or not {key, value, *where} <= set(long.columns):
        return
    kept = long.filter([pl.col(c) == v for c, v in where.items()]) if where else long
    rows = kept.group_by(key).agg(pl.col(value).sort().str.join("; ").alias("expected"))
    given = pl.col(column).str.split("; ").list.sort().list.join("; ")
    both = asked.frame.with_columns(given=given).join(rows, on=key, how="left", maintain_order="left")
    differs = both.filter(pl.col("given").ne_missing(pl.col("expected")))
    yield Failing(column, differs.with_columns(value=pl.col(column)))


def not_after(asked: Asked) -> Iterator[Failing]:
    """A date must not lie after a date of another table: `using: {date, table, key, other, days: {precision:
    n}}`.

    `days` says how many days later it may be for each time_precision, since an imprecise date is the middle
    of its week or month (coding-rules 4).
    """
    day, table = asked.get("date", str), asked.get("table", str)
    key, other, days = asked.get("key", str), asked.get("other", str), asked.get("days", dict)
    target = asked.frames.get(table)
    if target is None or not asked.has(day, key, "time_precision") or not {key, other} <= set(target.columns):
        return
    latest = target.select(key, pl.col(other).alias("limit")).unique(key, keep="first", maintain_order=True)
    allowed = pl.col("time_precision").replace_strict(
        {int(k): int(v) for k, v in days.items()}, default=0, return_dtype=pl.Int64
    )
    rows = asked.frame.join(latest, on=key, how="inner", maintain_order="left")
    late = rows.filter(pl.col(day) > pl.col("limit") + pl.duration(days=allowed))
    yield Failing(day, late.select(ROW, pl.all().exclude(ROW)))


WORDS: Mapping[str, Word] = {
    "absent": absent,
    "referenced": referenced,
    "count_of": count_of,
    "same_list": same_list,
    "not_after": not_after,
}
