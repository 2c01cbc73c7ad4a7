"""How does a table get onto the disk? One writer for CSV, one for Parquet, and the way back.

Both are deterministic: the same frame gives the same bytes, whatever the number of threads.
"""

from pathlib import Path

import polars as pl

from newsledger.contract.column import Table
from newsledger.contract.dtypes import cast
from newsledger.errors import PackageInvalid
from newsledger.validation.dialect import read_dialect
from newsledger.validation.sameness import canonical
from newsledger.validation.typed import read_text, typed

ROW_GROUP = 50_000
COMPRESSION_LEVEL = 9


def csv_path(table: str) -> str:
    """Return the path of a table's CSV inside a release; `terms/inter` lies in `data/terms`."""
    return f"data/{table}.csv"


def parquet_path(table: str) -> str:
    """Return the path of a table's Parquet file inside a release."""
    return f"parquet/{table}.parquet"


def write_csv(frame: pl.DataFrame, table: Table, path: Path) -> None:
    """Write a table in the contract's form as CSV: UTF-8, LF, ISO dates, fixed decimals, an empty cell is
    missing.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        for piece in canonical(frame, table):
            file.write(piece)


def write_parquet(frame: pl.DataFrame, path: Path) -> None:
    """Write a table in the contract's form as Parquet: zstd, row groups of 50,000 rows, no file metadata of
    ours.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    frame.rechunk().write_parquet(
        path,
        compression="zstd",
        compression_level=COMPRESSION_LEVEL,
        row_group_size=ROW_GROUP,
        statistics=True,
    )


def read_csv(path: Path, table: Table) -> pl.DataFrame:
    """Return a published CSV in the contract's types; PackageInvalid if it is not in the dialect or a cell is
    not.
    """
    told = read_dialect(path)
    if told.findings:
        raise PackageInvalid(told.findings[0].message, file=path, line=told.findings[0].line)
    frame, findings = typed(read_text(told), table, path.name, told.line)
    if findings:
        worst = findings[0]
        raise PackageInvalid(worst.message, file=path, line=worst.line, field=worst.column)
    return cast(frame, table)


def read_parquet(path: Path, table: Table) -> pl.DataFrame:
    """Return a published Parquet file in the contract's types; PackageInvalid if it cannot be read."""
    try:
        return cast(pl.read_parquet(path, glob=False, hive_partitioning=False), table)
    except (pl.exceptions.PolarsError, OSError) as problem:
        raise PackageInvalid(f"cannot be read: {str(problem).splitlines()[0]}", file=path) from None
