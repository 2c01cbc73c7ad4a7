"""How does a table look in a database? Table definitions with keys, and views, for DuckDB, SQLite and PostgreSQL.

The views are written so that the same text runs in all three. Names are always quoted, since columns such as
`from` and `end` are words of SQL.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, get_args

from newsledger.contract.column import Column, Table
from newsledger.contract.load import Contract

Dialect = Literal["duckdb", "sqlite", "postgresql"]
DIALECTS: tuple[str, ...] = get_args(Dialect)
TYPES: Mapping[str, Mapping[str, str]] = {
    "duckdb": {
        "string": "VARCHAR",
        "integer": "BIGINT",
        "number": "DOUBLE",
        "date": "DATE",
        "datetime": "TIMESTAMPTZ",
        "boolean": "BOOLEAN",
    },
    "sqlite": {
        "string": "TEXT",
        "integer": "INTEGER",
        "number": "REAL",
        "date": "TEXT",
        "datetime": "TEXT",
        "boolean": "INTEGER",
    },
    "postgresql": {
        "string": "TEXT",
        "integer": "BIGINT",
        "number": "DOUBLE PRECISION",
        "date": "DATE",
        "datetime": "TIMESTAMPTZ",
        "boolean": "BOOLEAN",
    },
}
TERMS = "terms/"
STATED = "release"
"""The table (key, value) that says which release a database holds, and under which licence."""


def sql_name(table: str) -> str:
    """Return what a table is called in a database: `terms/event-type` becomes `terms_event_type`."""
    return table.replace("/", "_").replace("-", "_")


def quoted(name: str) -> str:
    """Return a name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def text(value: str) -> str:
    """Return a text as SQL writes it."""
    return "'" + value.replace("'", "''") + "'"


def load_order(contract: Contract, names: Iterable[str]) -> list[str]:
    """Return table names in an order in which every table comes after those that it refers to."""
    waiting = sorted(names, key=lambda n: (not n.startswith(TERMS), n))
    ordered: list[str] = []
    while waiting:
        ready = [
            n
            for n in waiting
            if all(t == n or t not in waiting for _, t, _ in references(contract.tables[n], contract))
        ]
        assert ready, f"tables refer to each other in a circle: {waiting}"
        ordered.append(ready[0])
        waiting.remove(ready[0])
    return ordered


def references(table: Table, contract: Contract) -> Iterator[tuple[tuple[str, ...], str, tuple[str, ...]]]:
    """Yield the foreign keys of a table as columns, other table, its columns; closed lists included.

    A column that joins several values, or that holds numbers (the lists hold texts), refers to no list.
    """
    for key in table.foreign_keys:
        yield key.fields, key.table, key.references
    if table.name.startswith(TERMS):
        return
    for column in table.columns:
        if column.terms and not column.separator and column.type == "string":
            yield (column.name,), TERMS + column.terms, ("value",)


def create_tables(contract: Contract, names: Iterable[str], dialect: Dialect) -> list[str]:
    """Return the statements that create tables with primary and foreign keys, in the order of `load_order`.

    Foreign keys to tables that are not among `names` are left out.
    """
    ordered = load_order(contract, names)
    return [_create(contract.tables[name], contract, set(ordered), dialect) for name in ordered]


def _create(table: Table, contract: Contract, known: set[str], dialect: Dialect) -> str:
    lines = [_column(c, dialect) for c in table.columns]
    lines.append(f"  PRIMARY KEY ({_list(table.key)})")
    lines += [f"  UNIQUE ({quoted(c.name)})" for c in table.columns if c.unique and (c.name,) != table.key]
    for fields, other, theirs in references(table, contract):
        if other in known:
            lines.append(
                f"  FOREIGN KEY ({_list(fields)}) REFERENCES {quoted(sql_name(other))} ({_list(theirs)})"
            )
    end = ") STRICT" if dialect == "sqlite" else ")"
    return f"CREATE TABLE {quoted(sql_name(table.name))} (\n" + ",\n".join(lines) + f"\n{end}"


def _column(column: Column, dialect: Dialect) -> str:
    required = " NOT NULL" if column.required else ""
    return f"  {quoted(column.name)} {TYPES[dialect][column.type]}{required}"


def _list(names: Iterable[str]) -> str:
    return ", ".join(quoted(n) for n in names)


def comments(contract: Contract, names: Iterable[str]) -> list[str]:
    """Return the statements that describe tables and columns in DuckDB and PostgreSQL."""
    found = []
    for name in load_order(contract, names):
        table = contract.tables[name]
        found.append(f"COMMENT ON TABLE {quoted(sql_name(name))} IS {text(table.description)}")
        found += [
            f"COMMENT ON COLUMN {quoted(sql_name(name))}.{quoted(c.name)} IS {text(c.description)}"
            for c in table.columns
        ]
    return found


VIEWS: Mapping[str, str] = {
    "events_by_month": (
        'SELECT substr(CAST("event_date" AS VARCHAR(10)), 1, 7) AS "month", "country", "event_type", '
        'count(*) AS "events", CAST(sum("fatalities") AS BIGINT) AS "fatalities" FROM "events" '
        'GROUP BY substr(CAST("event_date" AS VARCHAR(10)), 1, 7), "country", "event_type"'
    ),
    "fatalities_by_admin1": (
        'SELECT "country", "admin1", "year", count(*) AS "events", CAST(sum("fatalities") AS BIGINT) AS "fatalities", '
        'CAST(sum("fatalities_low") AS BIGINT) AS "fatalities_low", '
        'CAST(sum("fatalities_high") AS BIGINT) AS "fatalities_high" '
        'FROM "events" GROUP BY "country", "admin1", "year"'
    ),
    "actor_events": (
        'SELECT a."actor", a."side", a."role", a."inter", e."event_id_cnty", e."event_date", e."country", '
        'e."location", e."event_type", e."sub_event_type", e."fatalities" '
        'FROM "event_actors" a JOIN "events" e ON e."event_id_cnty" = a."event_id_cnty"'
    ),
    "event_evidence": (
        'SELECT r."event_id_cnty", r."report_id", a."article_id", a."source", a."published", a."url", '
        'v."field", v."value", v."part", v."start", v."end", v."rule" '
        'FROM "reports" r JOIN "articles" a ON a."article_id" = r."article_id" '
        'JOIN "evidence" v ON v."report_id" = r."report_id"'
    ),
}
"""Views by name: what an analyst asks first. The same text runs in DuckDB, SQLite and PostgreSQL."""


LAST_ACLED_COLUMN = "timestamp"


def create_views(contract: Contract) -> list[str]:
    """Return the statements that create the views, `acled_events` with the columns of an ACLED export first."""
    names = contract.tables["events"].names
    acled = names[: names.index(LAST_ACLED_COLUMN) + 1]
    views = {"acled_events": f'SELECT {_list(acled)} FROM "events"', **VIEWS}  # noqa: S608 - names of the contract, quoted
    return [f"CREATE VIEW {quoted(name)} AS\n{query}" for name, query in views.items()]


def view_names() -> list[str]:
    """Return the names of the views, in an order in which they can be dropped."""
    return ["acled_events", *VIEWS]
