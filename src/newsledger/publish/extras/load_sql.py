"""How does a release become a database? Two scripts, to be run in the release's folder.

DuckDB reads the Parquet files. SQLite's shell imports text only, so that each CSV goes into a table of texts
first, whose empty cells then become NULL.
"""

from collections.abc import Iterable, Iterator

from newsledger.contract.load import Contract
from newsledger.contract.sql import (
    STATED,
    comments,
    create_tables,
    create_views,
    load_order,
    quoted,
    sql_name,
    text,
)
from newsledger.publish.extras.about import About
from newsledger.publish.write import csv_path, parquet_path


def duckdb_script(about: About, contract: Contract, names: Iterable[str]) -> str:
    """Return load.sql: makes all tables of a release in DuckDB, with keys, comments and views."""
    names = list(names)
    return _script(_duckdb(about, contract, names))


def one_line(said: str) -> str:
    """Return a text without line ends, so that it cannot leave the comment it is put into."""
    return " ".join(said.split())


def _script(statements: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in statements)


def _head(about: About, command: str) -> Iterator[str]:
    yield f"-- {one_line(about.title)}, version {about.version}"
    yield f"-- Run in the folder of the release: {command}"
    for line in (about.licence_line, *about.attributions):
        yield f"-- {one_line(line)}"


def _duckdb(about: About, contract: Contract, names: list[str]) -> Iterator[str]:
    yield from _head(about, "duckdb events.duckdb < load.sql")
    yield "BEGIN TRANSACTION;"
    yield from (f"{s};" for s in create_tables(contract, names, "duckdb"))
    for name in load_order(contract, names):
        path = text(parquet_path(name))
        yield f"INSERT INTO {quoted(sql_name(name))} SELECT * FROM read_parquet({path});"  # noqa: S608 - quoted
    yield from _stated(about)
    yield from (f"{s};" for s in comments(contract, names))
    yield from (f"{s};" for s in create_views(contract))
    yield "COMMIT;"


def _stated(about: About) -> Iterator[str]:
    yield f'CREATE TABLE "{STATED}" ("key" TEXT PRIMARY KEY, "value" TEXT NOT NULL);'
    for key, value in about.stated.items():
        yield f'INSERT INTO "{STATED}" VALUES ({text(key)}, {text(value)});'  # noqa: S608 - quoted


def sqlite_script(about: About, contract: Contract, names: Iterable[str]) -> str:
    """Return load-sqlite.sql, for the shell `sqlite3` (3.37 or later)."""
    return _script(_sqlite(about, contract, list(names)))


def _sqlite(about: About, contract: Contract, names: list[str]) -> Iterator[str]:
    yield from _head(about, "sqlite3 events.sqlite < load-sqlite.sql")
    yield ".bail on"
    yield "PRAGMA foreign_keys = ON;"
    yield "BEGIN;"
    yield from (f"{s};" for s in create_tables(contract, names, "sqlite"))
    for name in load_order(contract, names):
        columns = contract.tables[name].names
        staged = quoted(f"import_{sql_name(name)}")
        yield f"CREATE TABLE {staged} ({', '.join(f'{quoted(c)} TEXT' for c in columns)});"
        yield f".import --csv --skip 1 {csv_path(name)} import_{sql_name(name)}"
        cells = ", ".join(f"nullif({quoted(c)}, '')" for c in columns)
        yield f"INSERT INTO {quoted(sql_name(name))} SELECT {cells} FROM {staged};"  # noqa: S608 - quoted
        yield f"DROP TABLE {staged};"
    yield from _stated(about)
    yield from (f"{s};" for s in create_views(contract))
    yield "COMMIT;"
