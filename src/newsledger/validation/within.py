"""Do the cells of a row, and the rows of a table, fit one another? Words of the checks that need one table
only.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any

import polars as pl

from newsledger.contract import coding
from newsledger.contract.note import MONTHS
from newsledger.errors import ContentInvalid
from newsledger.validation.conditions import all_met, met
from newsledger.validation.words import ROW, Asked, Failing, Word

FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "event_type": coding.event_type_of,
    "disorder_type": coding.disorder_type,
    "interaction": coding.interaction,
    "region": coding.region_of,
    "iso": coding.iso_of,
}
"""The functions of the codebook that `follows` may ask (contract.coding)."""


def implies(asked: Asked) -> Iterator[Failing]:
    """Where `when` holds, each column of `then` must be as wanted; the language is that of `conditions`."""
    when, then = asked.using.get("when") or {}, asked.get("then", dict)
    if not asked.has(*when):
        return
    rows = asked.frame.filter(all_met(when))
    for column, wanted in then.items():
        if asked.has(column):
            yield Failing(
                column, rows.filter(~met(column, wanted)).with_columns(value=pl.col(column).cast(pl.String))
            )


def follows(asked: Asked) -> Iterator[Failing]:
    """A column must be what a function of the codebook makes of other columns: `using: {column, function,
    from}`.

    Rows where the function knows no answer are left to the closed lists of those columns.
    """
    column, origin, name = asked.get("column", str), asked.get("from", list), asked.get("function", str)
    if name not in FUNCTIONS:
        raise ContentInvalid(
            "unknown function", field="using.function", value=name, expected=", ".join(FUNCTIONS)
        )
    if not asked.has(column, *origin):
        return
    distinct = asked.frame.select(origin).unique(maintain_order=True)
    answers = [_answer(FUNCTIONS[name], row) for row in distinct.iter_rows()]
    dtype = asked.frame.schema[column]
    known = distinct.with_columns(pl.Series("expected", answers, dtype=dtype)).drop_nulls("expected")
    rows = asked.frame.join(known, on=origin, how="inner", nulls_equal=True, maintain_order="left")
    yield Failing(column, rows.filter(pl.col(column).ne_missing(pl.col("expected"))))


def _answer(function: Callable[..., Any], row: tuple[Any, ...]) -> Any:
    try:
        return function(*("" if cell is None else cell for cell in row))
    except ValueError:
        return None


def year_of(asked: Asked) -> Iterator[Failing]:
    """A column must hold the year of a date: `using: {column: year, date: event_date}`."""
    column, day = asked.get("column", str), asked.get("date", str)
    if asked.has(column, day):
        rows = asked.frame.with_columns(expected=pl.col(day).dt.year())
        yield Failing(column, rows.filter((pl.col(column) != pl.col("expected")).fill_null(value=False)))


def not_after_time(asked: Asked) -> Iterator[Failing]:
    """A date must not lie after a time in seconds since 1970: `using: {date, time, days: {precision: n}}`.

    `days` says how many days later it may be for each time_precision, as in `across.not_after`.
    """
    day, time, days = asked.get("date", str), asked.get("time", str), asked.get("days", dict)
    if not asked.has(day, time, "time_precision"):
        return
    limit = pl.from_epoch(pl.col(time), time_unit="s").dt.date()
    allowed = pl.col("time_precision").replace_strict(
        {int(k): int(v) for k, v in days.items()}, default=0, return_dtype=pl.Int64
    )
    rows = asked.frame.with_columns(limit=limit)
    late = rows.filter((pl.col(day) > pl.col("limit") + pl.duration(days=allowed)).fill_null(value=False))
    yield Failing(day, late)


def in_order(asked: Asked) -> Iterator[Failing]:
    """Columns must not decrease from left to right: `using: {columns: [low, middle, high]}`; empty cells are
    free.
    """
    columns = asked.get("columns", list)
    if not asked.has(*columns):
        return
    for lower, upper in pairwise(columns):
        rows = asked.frame.filter((pl.col(lower) > pl.col(upper)).fill_null(value=False))
        yield Failing(lower, rows.with_columns(value=pl.col(lower), lower=pl.lit(lower), upper=pl.lit(upper)))


def unique(asked: Asked) -> Iterator[Failing]:
    """No two rows may agree in all of some columns: `using: {columns}`; empty cells agree with each other."""
    columns = asked.get("columns", list)
    if not asked.has(*columns):
        return
    first = pl.int_range(pl.len()).over(columns) == 0
    rows = asked.frame.with_columns(first=first, same=pl.col(ROW).first().over(columns))
    repeated = rows.filter(~pl.col("first"))
    others = asked.frame.select(pl.col(ROW).alias("same"), pl.col(asked.table.key[0]).alias("other"))
    yield Failing(columns[0], repeated.join(others, on="same", how="left", maintain_order="left"))


def differ(asked: Asked) -> Iterator[Failing]:
    """Two columns must not be equal: `using: {columns: [a, b], except: test of conditions on a}`."""
    one, other = asked.get("columns", list)
    if asked.has(one, other):
        equal = (pl.col(one) == pl.col(other)).fill_null(value=False)
        spared = met(one, asked.using["except"]) if "except" in asked.using else pl.lit(value=False)
        yield Failing(other, asked.frame.filter(equal & ~spared))


def one_value(asked: Asked) -> Iterator[Failing]:
    """Rows that agree in `by` must agree in `columns`: a place has one pair of coordinates.

    The last column of `by` must not be empty, the others agree where they are empty.
    """
    by, columns = asked.get("by", list), asked.get("columns", list)
    if not asked.has(*by, *columns):
        return
    usual = [pl.col(c).first().over(by).alias(f"first_{c}") for c in columns]
    rows = asked.frame.drop_nulls(by[-1]).with_columns(usual)
    for column in columns:
        differs = rows.filter(pl.col(column).ne_missing(pl.col(f"first_{column}")))
        yield Failing(column, differs.with_columns(value=pl.col(column), expected=pl.col(f"first_{column}")))


def note_agrees(asked: Asked) -> Iterator[Failing]:
    """The note must name what the columns say: the place, the deaths if any, and the day where it is
    known.
    """
    if not asked.has("notes", "event_date", "time_precision", "location", "fatalities"):
        return
    day = pl.col("event_date")
    month = day.dt.month().replace_strict(dict(enumerate(MONTHS, start=1)), return_dtype=pl.String)
    written = pl.format("{} {} {}", day.dt.day(), month, day.dt.year())
    count = pl.col("fatalities").cast(pl.String)
    wanted = {
        "event_date": (pl.col("time_precision") == 1, written),
        "location": (pl.lit(value=True), pl.col("location")),
        "fatalities": (pl.col("fatalities") > 0, count),
    }
    for column, (applies, expected) in wanted.items():
        if column == "fatalities":
            told = pl.col("notes").str.extract_all(r"[0-9]+").list.contains(expected)
        else:
            told = pl.col("notes").str.contains(expected, literal=True)
        rows = asked.frame.with_columns(expected=expected).filter((applies & ~told).fill_null(value=False))
        yield Failing("notes", rows.with_columns(about=pl.lit(column)))


WORDS: Mapping[str, Word] = {
    "implies": implies,
    "follows": follows,
    "year_of": year_of,
    "not_after_time": not_after_time,
    "in_order": in_order,
    "unique": unique,
    "differ": differ,
    "one_value": one_value,
    "note_agrees": note_agrees,
}
