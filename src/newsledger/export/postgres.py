"""How does a release get into PostgreSQL? Through ADBC, whole or not at all, and again without harm.

Everything happens in one transaction and one schema of the database. Where the schema holds a release under the
same contract already, its tables are emptied and filled, so that views and rights that others built on them stay.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

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
    text,
    view_names,
)
from newsledger.errors import ExtraMissing, UsageError


class DatabaseRefused(UsageError):
    """A database that cannot be reached, or does not take the tables."""

    code, title = "E241", "The database refused"
    cause = "The server cannot be reached, the rights do not suffice, or other tables are in the way."
    mend = "Check the address, the rights, and what the schema of the database holds."


def write_postgres(
    tables: Mapping[str, pl.DataFrame], contract: Contract, stated: Mapping[str, str], url: str, schema: str
) -> int:
    """Load a release into the schema `schema` of a PostgreSQL database and return how many rows it now holds.

    `url` is one of libpq's (`postgresql://user@host/database`). All tables of the contract are made, with
    primary and foreign keys, comments and views; `stated` fills the table `release`. Raises ExtraMissing
    where the driver is not installed, DatabaseRefused with nothing changed.
    """
    with _connected(url) as (connection, cursor):
        cursor.execute(f"SELECT pg_advisory_xact_lock(hashtext({text('newsledger ' + schema)}))")
        cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {quoted(schema)}")
        cursor.execute(f"SET LOCAL search_path TO {quoted(schema)}")
        _make_room(cursor, contract, schema)
        rows = 0
        for name in load_order(contract, tables):
            if tables[name].height:
                cursor.adbc_ingest(sql_name(name), tables[name], mode="append", db_schema_name=schema)
            rows += tables[name].height
        for key, value in stated.items():
            cursor.execute(f"INSERT INTO {quoted(STATED)} VALUES ({text(key)}, {text(value)})")  # noqa: S608 - quoted
        connection.commit()
    return rows


def _make_room(cursor: Any, contract: Contract, schema: str) -> None:
    """Leave the tables there and empty: made anew, or emptied where they are those of this contract."""
    names = {sql_name(name) for name in contract.tables} | {STATED}
    there = _column(cursor, f"SELECT tablename FROM pg_tables WHERE schemaname = {text(schema)}")  # noqa: S608 - quoted
    held = [n for n in there if n in names]
    if STATED in held and _stated_schema(cursor) == contract.version and set(held) == names:
        cursor.execute(f"TRUNCATE {', '.join(quoted(n) for n in sorted(names))}")
        return
    if held and STATED not in held:
        raise DatabaseRefused(
            "holds a table of the same name that is not ours", field="schema", value=f"{schema}.{held[0]}"
        )
    for view in view_names():
        cursor.execute(f"DROP VIEW IF EXISTS {quoted(view)}")
    if held:
        cursor.execute(f"DROP TABLE {', '.join(quoted(n) for n in sorted(held))}")
    for statement in create_tables(contract, contract.tables, "postgresql"):
        cursor.execute(statement)
    cursor.execute(f'CREATE TABLE {quoted(STATED)} ("key" TEXT PRIMARY KEY, "value" TEXT NOT NULL)')
    for statement in [*comments(contract, contract.tables), *create_views(contract)]:
        cursor.execute(statement)


def _stated_schema(cursor: Any) -> str:
    found = _column(cursor, f'SELECT "value" FROM {quoted(STATED)} WHERE "key" = \'schema\'')  # noqa: S608 - quoted
    return found[0] if found else ""


def _column(cursor: Any, query: str) -> list[str]:
    cursor.execute(query)
    return [str(v) for v in pl.DataFrame(cursor.fetch_arrow()).to_series().to_list()]


@contextmanager
def _connected(url: str) -> Iterator[tuple[Any, Any]]:
    """Give a connection and a cursor in a transaction, which is undone unless it was committed."""
    try:
        from adbc_driver_postgresql import dbapi
    except ImportError:
        raise ExtraMissing(
            "the driver for PostgreSQL is not installed", expected="pip install 'newsledger[postgres]'"
        ) from None
    try:
        with dbapi.connect(url) as connection, connection.cursor() as cursor:
            yield connection, cursor
    except dbapi.Error as problem:
        raise DatabaseRefused(_said(problem), field="--to", value=shown_url(url)) from None


def _said(problem: Exception) -> str:
    """Return what the server said, in one line; libpq repeats the address, but never the password."""
    return " ".join(str(problem).split())


def shown_url(url: str) -> str:
    """Return a database's address without user and password."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
