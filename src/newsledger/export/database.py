"""How does a release become an SQLite or DuckDB database? All tables with keys and views, in one file."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from newsledger.contract.load import Contract
from newsledger.contract.sql import (
    STATED,
    comments,
    create_tables,
    create_views,
    load_order,
    quoted,
    sql_name,
)
from newsledger.errors import ExtraMissing

CREATE_STATED = f'CREATE TABLE "{STATED}" ("key" TEXT PRIMARY KEY, "value" TEXT NOT NULL)'
INSERT_STATED = f'INSERT INTO "{STATED}" VALUES (?, ?)'  # noqa: S608 - a constant


def write_sqlite(
    tables: Mapping[str, pl.DataFrame], contract: Contract, stated: Mapping[str, str], path: Path
) -> None:
    """Write a release as an SQLite database; `stated` fills the table `release`. `path` must not exist.

    The same release gives the same bytes with the same SQLite. Dates are ISO texts.
    """
    database = sqlite3.connect(path, isolation_level=None)
    try:
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("BEGIN")
        for statement in create_tables(contract, tables, "sqlite"):
            database.execute(statement)
        for name in load_order(contract, tables):
            frame = tables[name]
            marks = ", ".join("?" * frame.width)
            database.executemany(f"INSERT INTO {quoted(sql_name(name))} VALUES ({marks})", _rows(frame))  # noqa: S608 - quoted
        database.execute(CREATE_STATED)
        database.executemany(INSERT_STATED, stated.items())
        for statement in create_views(contract):
            database.execute(statement)
        database.execute("COMMIT")
    finally:
        database.close()


def _rows(frame: pl.DataFrame) -> Iterator[tuple[Any, ...]]:
    for row in frame.iter_rows():
        yield tuple(cell.isoformat() if isinstance(cell, date) else cell for cell in row)


def write_duckdb(
    parquet: Mapping[str, Path], contract: Contract, stated: Mapping[str, str], path: Path
) -> None:
    """Write a release as a DuckDB database from its Parquet files by table name. `path` must not exist.

    Raises ExtraMissing where duckdb is not installed.
    """
    try:
        import duckdb
    except ImportError:
        raise ExtraMissing("duckdb is not installed", expected="pip install 'newsledger[duckdb]'") from None
    with duckdb.connect(str(path)) as database:
        database.execute("BEGIN TRANSACTION")
        for statement in create_tables(contract, parquet, "duckdb"):
            database.execute(statement)
        for name in load_order(contract, parquet):
            target = quoted(sql_name(name))
            database.execute(f"INSERT INTO {target} SELECT * FROM read_parquet(?)", [str(parquet[name])])  # noqa: S608 - quoted
        database.execute(CREATE_STATED)
        database.executemany(INSERT_STATED, [list(pair) for pair in stated.items()])
        _run(database, [*comments(contract, parquet), *create_views(contract)])
        database.execute("COMMIT")


def _run(database: Any, statements: Iterable[str]) -> None:
    for statement in statements:
        database.execute(statement)
