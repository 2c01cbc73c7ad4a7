"""How are the events of somebody's CSV or Parquet file to be understood? As ours, wherever their cells can be.

An ACLED-layout export writes dates as `16 May 2025`, older ones have numbers for kinds of actors (coding-rules 7).
"""

from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from newsledger.contract.column import Table
from newsledger.contract.dtypes import DTYPES
from newsledger.contract.load import Contract, load_contract
from newsledger.errors import RowsInvalid, UsageError
from newsledger.ledger.diff import KEY
from newsledger.pipeline.stored import parquet_rows, readable_csv
from newsledger.validation.acled_form import in_our_form, is_acled_layout
from newsledger.validation.dialect import MOST_COLUMNS

if TYPE_CHECKING:
    from newsledger.validation.dialect import CsvFile

TABLES = (".csv", ".tsv", ".parquet")


def events_at(path: Path) -> pl.DataFrame:
    """Return the events of a CSV or Parquet file, each column in the contract's type if all its cells are of it.

    Columns of another form, and those that the contract does not know, stay as they are. Raises UsageError for
    another kind of file, RowsInvalid with file and line if it cannot be read, or its rows have no id of their own.
    """
    if path.suffix.lower() not in TABLES:
        raise UsageError("is no table of events", file=path, expected="a .csv or .parquet file, or a release")
    contract = load_contract()
    told = None if path.suffix.lower() == ".parquet" else _looked_at(path)
    frame = parquet_rows(path) if told is None else _text(told)
    if frame.width > MOST_COLUMNS:
        raise RowsInvalid(f"has {frame.width:,} columns", file=path, expected=f"at most {MOST_COLUMNS:,}")
    if is_acled_layout(frame.columns, contract):
        frame = _in_our_form(frame, contract, str(path))
    frame = frame.with_columns(pl.col(pl.String).replace("", None))
    _check_ids(frame, path, told)
    return _typed(frame, contract.tables["events"], str(path))


def _check_ids(frame: pl.DataFrame, path: Path, told: "CsvFile | None") -> None:
    """Refuse a table without ids, with an empty one, or with one that stands twice, by which rows cannot be known."""
    if KEY not in frame.columns:
        raise RowsInvalid("the key is absent", file=path, expected=f"a column {KEY}")
    ids = frame.get_column(KEY)
    for wrong, message in ((ids.is_null(), "is empty"), (~ids.is_first_distinct(), "stands a second time")):
        if wrong.any():
            row = int(wrong.arg_true()[0])
            line = row + 1 if told is None else told.line(row)
            expected = "an id of its own for each event"
            raise RowsInvalid(message, file=path, line=line, field=KEY, value=ids[row], expected=expected)


def _looked_at(path: Path) -> "CsvFile":
    from newsledger.validation.events import delimiter_of

    return readable_csv(path, delimiter_of(path))


def _text(told: "CsvFile") -> pl.DataFrame:
    from newsledger.validation.typed import read_text

    return read_text(told)


def _in_our_form(frame: pl.DataFrame, contract: Contract, name: str) -> pl.DataFrame:
    """Return an export with its text cells in our form; numbers and dates of a Parquet file are no text."""
    texts = [c for c, dtype in frame.schema.items() if dtype == pl.String]
    ours, _ = in_our_form(frame.select(texts), contract, name)
    return frame.with_columns(ours[c] for c in texts)


def _typed(frame: pl.DataFrame, table: Table, name: str) -> pl.DataFrame:
    from newsledger.validation.typed import typed

    known = [c for c in table.names if c in frame.columns]
    texts = [c for c in known if frame.schema[c] == pl.String]
    read, wrong = typed(frame.select(texts), table, name, None)
    failed = {finding.column for finding in wrong}
    columns = {c: read[c] for c in texts if c not in failed}
    for column in known:
        dtype = DTYPES[table.column(column).type]
        if column not in texts and frame.schema[column] != dtype:
            columns[column] = _converted(frame[column], dtype)
    return frame.with_columns(columns.values())


def _converted(series: pl.Series, dtype: pl.DataType) -> pl.Series:
    """Return a column of another program's numbers or times in our type, or as it is if that would lose something."""
    try:
        found = series.cast(dtype, strict=True)
    except pl.exceptions.PolarsError:
        return series
    return found if found.cast(series.dtype).equals(series, null_equal=True) else series
