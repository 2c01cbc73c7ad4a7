"""Does each row keep the contract? pandera on eager frames, and keys and references by joins of our own."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import polars as pl

from newsledger.contract.column import Column, ForeignKey, Table
from newsledger.contract.dtypes import polars_schema
from newsledger.contract.load import Contract
from newsledger.validation.findings import EXAMPLES, Finding, example, plain
from newsledger.validation.kinds import found

Line = Callable[[int], int]


def csv_line(row: int) -> int:
    """Return the line of a CSV in our dialect on which the row with the 0-based index `row` stands."""
    return row + 2


def check_table(
    frame: pl.DataFrame, table: Table, contract: Contract, *, file: str = "", line: Line | None = csv_line
) -> list[Finding]:
    """Return what in `frame` breaks `table` of the contract, one finding per column and rule (E110, E112,
    E113).

    pandera validates the eager frame with lazy=True, so that every failure is found; `line` turns a row's
    index into its line in `file`, None where lines have no meaning (Parquet). Where columns or types are not
    the contract's only that is said, since every further failure would follow from it.
    """
    wrong = check_columns(frame, table, file=file)
    if wrong:
        return wrong
    from pandera.errors import SchemaErrors

    from newsledger.contract.rowschema import pandera_schema

    try:
        pandera_schema(table, contract).validate(frame, lazy=True)
    except SchemaErrors as failed:
        return list(_grouped(failed.failure_cases, frame, table, file, line))
    return []


def check_columns(frame: pl.DataFrame, table: Table, *, file: str = "") -> list[Finding]:
    """Return E112 for columns that are absent, unknown, out of order, or not of the contract's type."""
    findings = [
        _column(f"the column {name} is missing", name, file, f"column {name}")
        for name in table.names
        if name not in frame.columns
    ]
    findings += [
        _column(f"the column {plain(name)} is unknown", name, file, "columns of the contract")
        for name in frame.columns
        if name not in table.names
    ]
    if findings:
        return findings
    for place, (ours, theirs) in enumerate(zip(table.names, frame.columns, strict=True), start=1):
        if ours != theirs:
            message = f"column {place} is {theirs}, expected {ours}"
            return [_column(message, theirs, file, "order of the columns")]
    for name, dtype in polars_schema(table).items():
        if frame.schema[name] != dtype:
            message = f"is of type {frame.schema[name]}, expected {dtype}"
            findings.append(_column(message, name, file, f"type {table.column(name).type}"))
    return findings


def _column(message: str, name: str, file: str, rule: str) -> Finding:
    return found(
        "E112", message, file=file, line=1 if file.endswith(".csv") else None, column=plain(name), rule=rule
    )


def _grouped(
    cases: pl.DataFrame, frame: pl.DataFrame, table: Table, file: str, line: Line | None
) -> Iterator[Finding]:
    """Yield one finding per column and check of pandera's failure cases."""
    groups: dict[tuple[str, str], list[int]] = {}
    for case in cases.iter_rows(named=True):
        groups.setdefault((case["column"] or "", case["check"]), []).append(case["index"] or 0)
    for (column, check), rows in groups.items():
        rule = rule_of(check, table.name, column)
        if rule == "unique" or rule.startswith("key "):
            yield _repeated(frame, table, column if rule == "unique" else "", rows, file, line)
            continue
        values = [frame[column][row] for row in rows[:EXAMPLES]]
        lines = [None if line is None else line(row) for row in rows[:EXAMPLES]]
        yield found(
            "E110",
            _explained(rule, table.column(column), values[0]),
            file=file,
            line=lines[0],
            column=column,
            value=plain(values[0]),
            rule=rule,
            count=len(rows),
            examples=tuple(example(v, n) for v, n in zip(values, lines, strict=True)),
        )


def rule_of(check: str, table: str, column: str) -> str:
    """Return the rule in the name of a check of the contract: `E110 events.fatalities minimum 0` → `minimum
    0`.
    """
    if check == "not_nullable":
        return "required"
    return check.removeprefix("E110 ").removeprefix(table).removeprefix(f".{column}").strip()


def _explained(rule: str, column: Column, value: object) -> str:
    if rule == "required":
        return f"is empty, expected {column.title[:1].lower()}{column.title[1:]}"
    if rule.startswith(("terms ", "pattern terms/")):
        return f"{plain(value)} is not in the closed list {column.terms}"
    if rule == "one_line":
        return f"{plain(value)} holds a line break, a control character or a space at an end"
    return f"{plain(value)} breaks the rule {rule}"


def _repeated(
    frame: pl.DataFrame, table: Table, column: str, rows: list[int], file: str, line: Line | None
) -> Finding:
    names = [column] if column else list(table.key)

    def key(row: int) -> str:
        return " · ".join(plain(frame[name][row]) for name in names)

    return found(
        "E113",
        f"{', '.join(names)} {key(rows[0])} stands {'twice' if len(rows) == 2 else 'more than once'}",
        file=file,
        line=line(rows[1] if len(rows) > 1 else rows[0]) if line else None,
        column=", ".join(names),
        value=key(rows[0]),
        rule="unique",
        count=len(rows),
        examples=tuple(example(key(row), line(row) if line else None) for row in rows[:EXAMPLES]),
    )


def check_keys(
    frame: pl.DataFrame, table: Table, *, file: str = "", line: Line | None = csv_line
) -> list[Finding]:
    """Return E113 where the rows of `table` share a primary key."""
    if any(name not in frame.columns for name in table.key):
        return []
    rows = frame.select(pl.struct(table.key).is_duplicated().arg_true()).to_series().to_list()
    return [_repeated(frame, table, "", rows, file, line)] if rows else []


def check_references(
    frames: Mapping[str, pl.DataFrame],
    contract: Contract,
    files: Mapping[str, str],
    line: Line | None = csv_line,
) -> list[Finding]:
    """Return E114 for every foreign key of the contract that leads nowhere; empty cells refer to nothing.

    `files` names the file of each table. Tables that are not in `frames` are not checked. The way back (no
    row that nothing refers to) is the check `referenced` of validation/checks.
    """
    findings: list[Finding] = []
    for name, frame in frames.items():
        for key in contract.tables[name].foreign_keys if name in contract.tables else ():
            if key.table in frames and set(key.fields) <= set(frame.columns):
                findings.extend(_dangling(frame, key, frames[key.table], files.get(name, name), line))
    return findings


def _dangling(
    frame: pl.DataFrame, key: ForeignKey, target: pl.DataFrame, file: str, line: Line | None
) -> Iterator[Finding]:
    if not set(key.references) <= set(target.columns):
        return
    known = target.select(
        pl.col(r).alias(f) for f, r in zip(key.fields, key.references, strict=True)
    ).unique()
    asked = frame.select(key.fields).with_row_index("row").drop_nulls(key.fields)
    lost = asked.join(known, on=list(key.fields), how="anti").sort("row")
    if lost.is_empty():
        return
    examples = [_reference(r, key, line) for r in lost.head(EXAMPLES).iter_rows(named=True)]
    value = " · ".join(plain(lost[f][0]) for f in key.fields)
    yield found(
        "E114",
        f"{value} is not in {key.table}.{', '.join(key.references)}",
        file=file,
        line=line(lost["row"][0]) if line else None,
        column=", ".join(key.fields),
        value=value,
        rule=f"refers to {key.table}",
        count=lost.height,
        examples=tuple(examples),
    )


def _reference(row: Mapping[str, Any], key: ForeignKey, line: Line | None) -> str:
    return example(" · ".join(plain(row[f]) for f in key.fields), line(row["row"]) if line else None)


def check_order(frame: pl.DataFrame, table: Table, *, file: str = "") -> list[Finding]:
    """Return E116 if the rows are not in the contract's total order."""
    if any(name not in frame.columns for name in table.sort):
        return []
    ordered = frame.select(table.sort).sort(table.sort, nulls_last=False, maintain_order=True)
    if ordered.equals(frame.select(table.sort), null_equal=True):
        return []
    return [
        found("E116", f"rows are not sorted by {', '.join(table.sort)}", file=file, rule="order of the rows")
    ]
