"""How does a table of an old version of the contract get into the next one? `schema/migrations/*.yaml`.

from: 0.1.0
to: 0.2.0
tables:
  events:
    rename: {tags: keywords}                   # old name: new name
    drop: [geo_precision]                      # every column that goes is named, so that none goes unseen
    add: {currency: {value: none}, place: {copy: location}}
    values: {status: {claimed: asserted}}      # new column: old value: new value
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import polars as pl

from newsledger.content import schema_folder
from newsledger.contract.column import Table
from newsledger.contract.dtypes import cast
from newsledger.contract.load import Contract, load_contract, versions
from newsledger.contract.parse import read_yaml
from newsledger.errors import ContentInvalid, RowsInvalid, UsageError

FOLDER: Final = "migrations"
KEYS: Final = frozenset({"from", "to", "tables"})
STEPS: Final = frozenset({"rename", "drop", "add", "values"})


@dataclass(frozen=True, slots=True)
class Steps:
    """What happens to one table: columns renamed, left out, added, and values replaced."""

    rename: Mapping[str, str] = field(default_factory=dict)
    drop: tuple[str, ...] = ()
    add: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    values: Mapping[str, Mapping[Any, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Migration:
    """The way from one version to the next, by table; tables that are not named only change their types."""

    file: Path
    old: str
    new: str
    tables: Mapping[str, Steps]


def read_migration(path: Path) -> Migration:
    """Return the migration in a YAML file; ContentInvalid names the file and the entry."""
    data = read_yaml(path)
    _only(data, KEYS, path, "migration")
    tables = data.get("tables") or {}
    if (
        not isinstance(tables, dict)
        or not isinstance(data.get("from"), str)
        or not isinstance(data.get("to"), str)
    ):
        raise ContentInvalid(
            "from, to or tables is malformed", file=path, expected="two versions and a mapping"
        )
    return Migration(path, data["from"], data["to"], {n: _steps(s, path, str(n)) for n, s in tables.items()})


def _steps(entry: Any, path: Path, table: str) -> Steps:
    if not isinstance(entry, dict):
        raise ContentInvalid("the steps of a table are no mapping", file=path, field=table, value=entry)
    _only(entry, STEPS, path, table)
    given: dict[str, Any] = {key: entry[key] for key in entry if entry[key]}
    for key, value in given.items():
        if not isinstance(value, list if key == "drop" else dict):
            raise ContentInvalid(f"{key} is of the wrong kind", file=path, field=table, value=value)
    for name, how in given.get("add", {}).items():
        if not isinstance(how, dict) or len(how) != 1 or not set(how) <= {"value", "copy"}:
            expected = "{value: …} or {copy: COLUMN}"
            raise ContentInvalid("is malformed", file=path, field=f"{table}.add.{name}", expected=expected)
    if any(not isinstance(m, dict) for m in given.get("values", {}).values()):
        raise ContentInvalid("values is no mapping of mappings", file=path, field=table)
    return Steps(**(given | ({"drop": tuple(given["drop"])} if "drop" in given else {})))


def _only(entry: Mapping[str, Any], allowed: frozenset[str], path: Path, where: str) -> None:
    for key in entry:
        if key not in allowed:
            expected = ", ".join(sorted(allowed))
            raise ContentInvalid("unknown key", file=path, field=where, value=key, expected=expected)


def migrations(old: str, new: str) -> list[Migration]:
    """Return the migrations that lead from one version to a later one, in order.

    UsageError for a version that is unknown or not later, ContentInvalid where a step of the way is missing.
    """
    known = versions()
    for version in (old, new):
        if version not in known:
            expected = " or ".join(known)
            raise UsageError("unknown version of the contract", value=version, expected=expected)
    if known.index(new) < known.index(old):
        raise UsageError("a table cannot go back to an older version", value=new, expected=f"one after {old}")
    folder = schema_folder() / FOLDER
    steps = {m.old: m for m in (read_migration(p) for p in sorted(folder.glob("*.yaml")))}
    way: list[Migration] = []
    at = old
    while at != new:
        if at not in steps or steps[at].new not in known or known.index(steps[at].new) <= known.index(at):
            raise ContentInvalid("no migration leads on", file=folder, value=at, expected=f"a way to {new}")
        way.append(steps[at])
        at = steps[at].new
    return way


def migrate(frame: pl.DataFrame, table: str, old: str, new: str) -> pl.DataFrame:
    """Return the rows of `table` of version `old` in the columns, types and order of version `new`.

    Every column that comes or goes must be named by a migration. Raises UsageError for an unknown table or
    version, ContentInvalid where a migration does not cover a column, RowsInvalid where a cell does not fit.
    """
    if table not in load_contract(old).tables:
        known = ", ".join(load_contract(old).tables)
        raise UsageError("no such table", value=table, expected=known)
    way = migrations(old, new)
    frame = cast(frame, load_contract(old).tables[table])
    for step in way:
        before, after = load_contract(step.old), load_contract(step.new)
        frame = _stepped(frame, table, step, before, after)
    return frame


def _stepped(
    frame: pl.DataFrame, table: str, migration: Migration, before: Contract, after: Contract
) -> pl.DataFrame:
    if table not in after.tables:
        raise ContentInvalid(f"the table {table} is not in version {after.version}", file=migration.file)
    steps = migration.tables.get(table, Steps())
    _covered(steps, before.tables[table], after.tables[table], migration.file)
    moved = frame.drop(steps.drop).rename(dict(steps.rename))
    moved = moved.with_columns(
        (pl.col(how["copy"]) if "copy" in how else pl.lit(how["value"])).alias(name)
        for name, how in steps.add.items()
    )
    for name, replaced in steps.values.items():
        moved = moved.with_columns(pl.col(name).replace(dict(replaced)))
    try:
        return cast(moved, after.tables[table])
    except RowsInvalid as problem:
        problem.file = str(migration.file)
        raise


def _covered(steps: Steps, old: Table, new: Table, file: Path) -> None:
    """Refuse steps that name columns that are not there, or forget some."""
    moved = {*old.names} - {*steps.drop}
    unknown = ({*steps.drop} | {*steps.rename}) - {*old.names}
    made = {steps.rename.get(n, n) for n in moved} | {*steps.add}
    copied = {how["copy"] for how in steps.add.values() if "copy" in how}
    unknown |= copied - {steps.rename.get(n, n) for n in moved}
    unknown |= {*steps.values} - made
    forgotten = made ^ {*new.names}
    for names, message in (
        (unknown, "names a column that is not there"),
        (forgotten, "does not cover a column"),
    ):
        if names:
            value = ", ".join(sorted(names))
            raise ContentInvalid(message, file=file, field=old.name, value=value)
