"""Which cells are not of their column's type? Reads text cells into the contract's types, naming those that
fail.
"""

import csv
from collections.abc import Callable
from pathlib import Path

import polars as pl

from newsledger.contract.column import Column, Table
from newsledger.contract.dtypes import DTYPES
from newsledger.validation.dialect import CsvFile
from newsledger.validation.findings import EXAMPLES, Finding, example, plain
from newsledger.validation.kinds import found

FORMS = {
    "integer": "a whole number such as 12",
    "number": "a number such as 40.1500",
    "date": "a date such as 2022-09-13",
    "datetime": "a time such as 2022-09-13T00:00:00Z",
    "boolean": "true or false",
}


def read_text(told: CsvFile) -> pl.DataFrame:
    """Return the cells of a readable CSV file as text, empty cells as null, columns as in its header.

    Polars reads quotes inside of unquoted cells in ways of its own; where it does not come to the rows that
    the first pass saw, the rows are read again as that pass read them.
    """
    try:
        frame = pl.read_csv(
            told.path, separator=told.delimiter, infer_schema=False, encoding="utf8", raise_if_empty=False
        )
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException):
        frame = _row_by_row(told)
    if frame.height != told.rows or tuple(frame.columns) != told.header:
        frame = _row_by_row(told)
    return frame.with_columns(pl.all().replace("", None))


def _row_by_row(told: CsvFile) -> pl.DataFrame:
    with told.path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=told.delimiter))[1:]
    return pl.DataFrame(rows, schema=dict.fromkeys(told.header, pl.String), orient="row")


def parsed(cells: pl.Expr, kind: str) -> pl.Expr:
    """Return text cells in the type `kind` of the contract, null where they are not of it.

    Only the published forms are of the type: `2025-9-1` and `1e3` are not, which frictionless would accept.
    """
    if kind == "integer":
        return pl.when(cells.str.contains(r"^-?[0-9]+$")).then(cells).cast(pl.Int64, strict=False)
    if kind == "number":
        return (
            pl.when(cells.str.contains(r"^-?[0-9]+(?:\.[0-9]+)?$")).then(cells).cast(pl.Float64, strict=False)
        )
    if kind == "date":
        whole = cells.str.contains(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
        return pl.when(whole).then(cells).str.to_date("%Y-%m-%d", strict=False)
    if kind == "datetime":
        whole = cells.str.contains(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$")
        moment = (
            pl.when(whole).then(cells).str.to_datetime("%Y-%m-%dT%H:%M:%SZ", time_unit="us", strict=False)
        )
        return moment.dt.replace_time_zone("UTC")
    if kind == "boolean":
        words = {"true": True, "false": False}
        return cells.replace_strict(words, default=None, return_dtype=pl.Boolean)
    return cells


def typed(
    text: pl.DataFrame, table: Table, file: str, line: Callable[[int], int] | None
) -> tuple[pl.DataFrame, list[Finding]]:
    """Return the text cells of a frame in the contract's types, and E111 for the cells that are not of
    theirs.

    Columns that the table does not know stay text. A failing cell is null in the frame.
    """
    known = [c for c in table.columns if c.name in text.columns]
    frame = text.with_columns(parsed(pl.col(c.name), c.type).cast(DTYPES[c.type]) for c in known)
    findings = [f for c in known if (f := _failures(text, frame, c, file, line)) is not None]
    return frame, findings


def _failures(
    text: pl.DataFrame, frame: pl.DataFrame, column: Column, file: str, line: Callable[[int], int] | None
) -> Finding | None:
    bad = (text[column.name].is_not_null() & frame[column.name].is_null()).arg_true()
    if bad.is_empty():
        return None
    rows = bad[:EXAMPLES].to_list()
    values = [text[column.name][r] for r in rows]
    lines = [None if line is None else line(r) for r in rows]
    return found(
        "E111",
        f"{plain(values[0])} is not of type {column.type}, expected {FORMS[column.type]}",
        file=file,
        line=lines[0],
        column=column.name,
        value=plain(values[0]),
        rule=f"type {column.type}",
        count=len(bad),
        examples=tuple(example(v, n) for v, n in zip(values, lines, strict=True)),
    )


def read_table(path: Path) -> pl.DataFrame:
    """Return a Parquet file as a frame; polars' errors pass through."""
    return pl.read_parquet(path, hive_partitioning=False, glob=False)
