"""pandera, Table Schema (by frictionless), JSON Schema and polars say the same of every table."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from jsonschema import Draft202012Validator, FormatChecker

from newsledger.contract.column import Column, Table
from newsledger.contract.documents import row_json_schema
from newsledger.contract.dtypes import cast, polars_schema
from newsledger.contract.load import load_contract
from newsledger.contract.rowschema import pandera_schema
from newsledger.contract.rules import constraints, key_rule, typed_example
from newsledger.contract.tableschema import table_schema
from newsledger.errors import RowsInvalid

CONTRACT = load_contract()
TABLES = list(CONTRACT.tables.values())
PANDERA_ONLY = {"one_line", "finite"}
Row = dict[str, str]


@dataclass(frozen=True)
class Broken:
    """A row that breaks one rule of one column, as CSV text."""

    column: str
    kind: str
    name: str
    row: Row


def good_row(table: Table) -> Row:
    return {c.name: c.example for c in table.columns}


def bad_cell(column: Column, kind: str, value: Any) -> str | None:
    """Return text that breaks the rule and no type, or None where the rule takes two rows or NaN to break."""
    if kind == "terms":
        return "4095" if column.type == "integer" else "no such term"
    if kind == "pattern":
        return "?no such?"
    if kind == "max_length":
        return "x" * (int(value) + 1)
    if kind in ("minimum", "maximum"):
        step = -1 if kind == "minimum" else 1
        return str(value + (timedelta(days=step) if isinstance(value, date) else step))
    if kind == "one_line":
        return "two\nlines"
    return None


def broken_rows(table: Table) -> list[Broken]:
    found = []
    for column in table.columns:
        for rule in constraints(column, table, CONTRACT):
            cell = bad_cell(column, rule.kind, rule.value)
            if cell is not None:
                found.append(Broken(column.name, rule.kind, rule.name, good_row(table) | {column.name: cell}))
        if column.required:
            row = good_row(table) | {column.name: ""}
            found.append(Broken(column.name, "required", "not_nullable", row))
    return found


def as_frame(rows: list[Row], table: Table) -> pl.DataFrame:
    """Return rows of CSV text as a typed frame in the order given, which `cast` would sort."""
    texts = pl.DataFrame(
        [{k: v or None for k, v in r.items()} for r in rows], schema=dict.fromkeys(table.names, pl.String)
    )
    typed = polars_schema(table)
    return texts.select(
        pl.col(n).str.to_date() if typed[n] == pl.Date() else pl.col(n).cast(typed[n]) for n in table.names
    )


def pandera_findings(frame: pl.DataFrame, table: Table) -> set[tuple[int | None, str, str]]:
    from pandera.errors import SchemaErrors

    try:
        pandera_schema(table, CONTRACT).validate(frame, lazy=True)
    except SchemaErrors as errors:
        cases = errors.failure_cases.to_dicts()
        return {(c["index"], str(c["column"]), str(c["check"])) for c in cases}
    return set()


def write_csv(path: Path, rows: list[Row], table: Table) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, table.names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def frictionless_findings(folder: Path, rows: list[Row], table: Table) -> set[tuple[int, str, str]]:
    """Return (row, field or "", kind of error) for each error, rows counted from 0."""
    from frictionless import Resource, Schema

    write_csv(folder / "rows.csv", rows, table)
    schema = table_schema(table, CONTRACT)
    schema.pop("foreignKeys", None)
    resource = Resource(
        path="rows.csv", basepath=str(folder), schema=Schema.from_descriptor(schema), encoding="utf-8"
    )
    report = resource.validate()
    found = set()
    for error in report.flatten(["rowNumber", "fieldName", "type", "note"]):
        number, field, kind, note = error
        found.add((number - 2, field or "", f"{kind} {note}"))
    return found


def json_row(row: Row, table: Table) -> Mapping[str, object]:
    types = {"integer": int, "number": float}
    return {c.name: types.get(c.type, str)(row[c.name]) if row[c.name] else None for c in table.columns}


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_a_good_row_is_accepted_by_all(table: Table, tmp_path: Path) -> None:
    rows = [good_row(table)]
    frame = cast(pl.DataFrame(rows), table)
    assert dict(frame.schema) == polars_schema(table)
    assert pandera_findings(frame, table) == set()
    assert frictionless_findings(tmp_path, rows, table) == set()
    schema = row_json_schema(table, CONTRACT)
    Draft202012Validator.check_schema(schema)
    assert not list(
        Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(json_row(rows[0], table))
    )


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_an_optional_cell_may_be_empty(table: Table, tmp_path: Path) -> None:
    rows = [{c.name: c.example if c.required else "" for c in table.columns}]
    assert pandera_findings(as_frame(rows, table), table) == set()
    assert frictionless_findings(tmp_path, rows, table) == set()
    assert Draft202012Validator(row_json_schema(table, CONTRACT)).is_valid(json_row(rows[0], table))


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_every_broken_rule_is_found_by_pandera(table: Table) -> None:
    broken = broken_rows(table)
    found = pandera_findings(as_frame([b.row for b in broken], table), table)
    missed = [b for n, b in enumerate(broken) if (n, b.column, b.name) not in found]
    assert missed == []
    stated = {(n, b.column) for n, b in enumerate(broken)}
    # no rule but uniqueness, which equal rows break by design, may fire on a cell that was left good
    assert {f for f in found if f[:2] not in stated and "unique" not in f[2] and " key " not in f[2]} == set()


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_every_broken_rule_is_found_by_frictionless(table: Table, tmp_path: Path) -> None:
    broken = [b for b in broken_rows(table) if b.kind not in PANDERA_ONLY]
    found = frictionless_findings(tmp_path, [b.row for b in broken], table)
    words = {"terms": "enum", "max_length": "maxLength"}
    for n, b in enumerate(broken):
        word = words.get(b.kind, b.kind)
        errors = [
            f
            for f in found
            if f[:2] == (n, b.column) and f[2].startswith("constraint-error") and word in f[2]
        ]
        # an empty cell of the primary key is reported as that, too
        assert errors or (b.kind == "required" and any(f[0] == n and "primary-key" in f[2] for f in found)), b


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_every_broken_rule_is_found_by_json_schema(table: Table) -> None:
    validator = Draft202012Validator(row_json_schema(table, CONTRACT), format_checker=FormatChecker())
    for b in broken_rows(table):
        dated = table.column(b.column).type in ("date", "datetime")
        if b.kind == "one_line" or (dated and b.kind in ("minimum", "maximum")):
            continue  # JSON Schema orders no dates, and its texts may have lines
        errors = [e for e in validator.iter_errors(json_row(b.row, table)) if list(e.path) == [b.column]]
        assert errors, b


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_a_repeated_key_is_found(table: Table, tmp_path: Path) -> None:
    rows = [good_row(table)] * 2
    name = key_rule(table) if len(table.key) > 1 else f"E110 {table.name}.{table.key[0]} unique"
    found = pandera_findings(as_frame(rows, table), table)
    assert {f[0] for f in found if f[2] == name} == {0, 1}
    assert any(f[2].startswith("primary-key") for f in frictionless_findings(tmp_path, rows, table))


def test_nan_and_infinity_are_found() -> None:
    table = CONTRACT.tables["events"]
    rows = [
        good_row(table) | {"longitude": "nan"},
        good_row(table) | {"longitude": "inf", "event_id_cnty": "ARM13"},
    ]
    found = pandera_findings(as_frame(rows, table), table)
    assert {f[0] for f in found if f[2] == "E110 events.longitude finite"} == {0, 1}


@pytest.mark.parametrize("cell", [" Yerevan", "Yerevan ", "Yere\tvan", "Yere\u2028van"])
def test_text_is_one_trimmed_line(cell: str) -> None:
    table = CONTRACT.tables["events"]
    found = pandera_findings(as_frame([good_row(table) | {"location": cell}], table), table)
    assert found == {(0, "location", "E110 events.location one_line")}


@pytest.mark.parametrize("cell", ["National-Regional", "New media-Other"])
def test_source_scales_are_joined(cell: str, tmp_path: Path) -> None:
    table = CONTRACT.tables["events"]
    rows = [good_row(table) | {"source_scale": cell}]
    assert pandera_findings(as_frame(rows, table), table) == set()
    assert frictionless_findings(tmp_path, rows, table) == set()


@pytest.mark.parametrize("cell", ["National-", "National; Other", "NationalX", "XNational"])
def test_a_wrongly_joined_scale_is_found(cell: str, tmp_path: Path) -> None:
    table = CONTRACT.tables["events"]
    rows = [good_row(table) | {"source_scale": cell}]
    assert {f[:2] for f in pandera_findings(as_frame(rows, table), table)} == {(0, "source_scale")}
    assert {f[:2] for f in frictionless_findings(tmp_path, rows, table)} == {(0, "source_scale")}


def test_a_foreign_key_without_its_row_is_found(tmp_path: Path) -> None:
    from frictionless import Package

    names = ("events", "sources", "event_sources")
    for name in names:
        write_csv(tmp_path / f"{name}.csv", [good_row(CONTRACT.tables[name])], CONTRACT.tables[name])
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "keys",
        "resources": [
            {
                "name": n,
                "type": "table",
                "path": f"{n}.csv",
                "encoding": "utf-8",
                "schema": table_schema(CONTRACT.tables[n], CONTRACT),
            }
            for n in names
        ],
    }
    assert Package.from_descriptor(package, basepath=str(tmp_path)).validate().valid
    row = good_row(CONTRACT.tables["event_sources"]) | {"source": "Nobody's Paper"}
    write_csv(tmp_path / "event_sources.csv", [row], CONTRACT.tables["event_sources"])
    report = Package.from_descriptor(package, basepath=str(tmp_path)).validate()
    assert [e[0] for e in report.flatten(["type"])] == ["foreign-key"]


def test_table_schema_says_both_words_for_lists_and_keys() -> None:
    schema = table_schema(CONTRACT.tables["event_actors"], CONTRACT)
    role = next(f for f in schema["fields"] if f["name"] == "role")
    assert role["constraints"]["enum"] == [c["value"] for c in role["categories"]] == ["main", "associate"]
    assert schema["primaryKey"] == schema["uniqueKeys"][0] == ["event_id_cnty", "side", "actor"]
    assert schema["missingValues"] == [""]
    pattern = schema["fields"][0]["constraints"]["pattern"]
    assert pattern.startswith("(?:")
    assert pattern.endswith(")")


def test_integer_lists_are_integers_everywhere() -> None:
    table = CONTRACT.tables["events"]
    field = next(f for f in table_schema(table, CONTRACT)["fields"] if f["name"] == "time_precision")
    assert field["constraints"]["enum"] == [1, 2, 3]
    assert row_json_schema(table, CONTRACT)["properties"]["time_precision"]["enum"] == [1, 2, 3]
    assert typed_example(table.column("time_precision")) == 1


def test_cast_orders_rounds_fills_and_sorts() -> None:
    table = CONTRACT.tables["events"]
    first, second = good_row(table), good_row(table) | {"event_id_cnty": "ARM2", "event_date": "2021-11-16"}
    first |= {"latitude": "-0.00001", "actor2": ""}
    frame = pl.DataFrame([first, second]).drop("tags").with_columns(helper=pl.lit(1))
    done = cast(frame.select(reversed(frame.columns)), table)
    assert tuple(done.columns) == table.names
    assert done["event_id_cnty"].to_list() == ["ARM2", "ARM12"]
    assert done["actor2"].to_list()[1] is None
    assert done["tags"].to_list() == [None, None]
    assert str(done["latitude"].to_list()[1]) == "0.0"
    assert done["latitude"].to_list()[0] == 39.8417
    assert cast(done, table).equals(done)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"event_date": "2022-13-45"}, "events.event_date"),
        ({"fatalities": "many"}, "events.fatalities"),
        ({"fatalities": 1.5}, "events.fatalities"),
    ],
)
def test_cast_refuses_what_does_not_fit(change: dict[str, object], message: str) -> None:
    table = CONTRACT.tables["events"]
    with pytest.raises(RowsInvalid, match=message):
        cast(pl.DataFrame([{**good_row(table), **change}]), table)


def test_cast_names_required_columns_that_are_absent() -> None:
    table = CONTRACT.tables["events"]
    with pytest.raises(RowsInvalid, match="required columns are absent, got 'country'"):
        cast(pl.DataFrame([good_row(table)]).drop("country"), table)


def test_cast_of_no_rows_keeps_the_types() -> None:
    table = CONTRACT.tables["events"]
    assert dict(cast(pl.DataFrame(schema=polars_schema(table)), table).schema) == polars_schema(table)
