"""Proof that every validator agrees: each entry of `contract.agreement` is held against what the libraries say.

hypothesis makes cells that keep all rules of a column and cells that break just one. Columns with equal rules
are tried once. The CSV that frictionless reads is written by the writer of releases.
"""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from newsledger.contract.agreement import COLUMN_RULES, TABLE_RULES
from newsledger.contract.column import Column, ForeignKey, Table
from newsledger.contract.documents import as_json, document_names, document_schema, row_json_schema
from newsledger.contract.dtypes import DTYPES
from newsledger.contract.load import Contract, load_contract
from newsledger.contract.rowschema import pandera_schema
from newsledger.contract.rules import constraints
from newsledger.contract.tableschema import table_schema
from newsledger.validation.rows import check_columns, check_references, check_table
from newsledger.validation.sameness import canonical
from newsledger.validation.typed import typed
from tests.contract.cells import Cell, bad_cells, good_cells

CONTRACT = load_contract()
ROW = Column("row", "integer", "Row", "Which row it is.", "Never empty.", "1", "0.1.0", required=True)
NULL_CHECK = "required"
FEW = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


def signature(column: Column, table: Table) -> tuple[Any, ...]:
    kinds = tuple((r.kind, r.value) for r in constraints(column, table, CONTRACT))
    return (column.type, column.required, column.separator, column.decimals, kinds)


def distinct_columns() -> list[Any]:
    """Every column of the contract whose rules no other column before it has, in a table of its own."""
    found: dict[Any, Any] = {}
    for table in CONTRACT.tables.values():
        for column in table.columns:
            unique = column.unique or table.key == (column.name,)
            alone = Table(
                "rows",
                "Rows",
                "Rows.",
                (ROW, replace(column, name="cell", unique=unique)),
                ("row",),
                ("row",),
            )
            param = pytest.param(alone, id=f"{table.name}.{column.name}")
            found.setdefault(signature(alone.columns[1], alone), param)
    return list(found.values())


def frame_of(cells: Sequence[Cell], table: Table) -> pl.DataFrame:
    column = table.columns[1]
    series = pl.Series("cell", list(cells), dtype=DTYPES[column.type], strict=True)
    return pl.DataFrame([pl.Series("row", range(len(cells)), dtype=pl.Int64), series])


def pandera_says(frame: pl.DataFrame, table: Table) -> set[tuple[int, str]]:
    """Rows and kinds of rule that pandera finds broken."""
    found = set()
    try:
        pandera_schema(table, CONTRACT).validate(frame, lazy=True)
    except Exception as failed:
        for case in failed.failure_cases.iter_rows(named=True):  # type: ignore[attr-defined]
            check = str(case["check"])
            kind = NULL_CHECK if check == "not_nullable" else check.split(" ")[2]
            found.add((int(case["index"]), kind))
    return found


def frictionless_says(folder: Path, frame: pl.DataFrame, table: Table) -> set[tuple[int, str]]:
    """Rows and kinds of rule that frictionless finds broken in the CSV as a release has it."""
    from frictionless import Resource, Schema

    (folder / "rows.csv").write_bytes(b"".join(canonical(frame, table)))
    resource = Resource(
        path="rows.csv",
        basepath=str(folder),
        encoding="utf-8",
        schema=Schema.from_descriptor(table_schema(table, CONTRACT)),
    )
    names = {"enum": "terms", "maxLength": "max_length"}
    found = set()
    for number, kind, note in resource.validate().flatten(["rowNumber", "type", "note"]):
        told = re.match(r'constraint "(\w+)"', note)
        assert (kind, bool(told)) in (("constraint-error", True), ("unique-error", False)), (kind, note)
        rule = "unique" if kind == "unique-error" else names.get(told[1], told[1]) if told else ""
        found.add((number - 2, rule))
    return found


def json_schema_says(cells: Sequence[Cell], table: Table) -> set[int]:
    judge = Draft202012Validator(row_json_schema(table, CONTRACT), format_checker=FormatChecker())
    rows = [{"row": n, "cell": as_json(c)} for n, c in enumerate(cells)]
    return {n for n, row in enumerate(rows) if not judge.is_valid(row)}


def without_repeats(cells: Sequence[Cell], column: Column) -> list[Cell]:
    """Repeated values break the rule of a unique column, which has a test of its own."""
    return list(dict.fromkeys(cells)) if column.unique else list(cells)


@pytest.mark.parametrize("table", distinct_columns())
@FEW
@given(data=st.data())
def test_all_agree_on_good_cells(table: Table, tmp_path: Path, data: st.DataObject) -> None:
    column = table.columns[1]
    drawn = data.draw(st.lists(good_cells(column, CONTRACT), min_size=1, max_size=12))
    cells = without_repeats(drawn, column)
    frame = frame_of(cells, table)
    assert pandera_says(frame, table) == set()
    assert frictionless_says(tmp_path, frame, table) == set()
    assert json_schema_says(cells, table) == set()
    text = pl.read_csv(io.BytesIO(b"".join(canonical(frame, table))), infer_schema=False)
    again, wrong = typed(text.with_columns(pl.all().replace("", None)), table, "rows.csv", None)
    assert (wrong, again.equals(frame)) == ([], True)


@pytest.mark.parametrize("table", distinct_columns())
@FEW
@given(data=st.data())
def test_who_sees_a_broken_rule_is_as_told(table: Table, tmp_path: Path, data: st.DataObject) -> None:
    column = table.columns[1]
    for rule in constraints(column, table, CONTRACT):
        if rule.kind == "unique":
            good = data.draw(good_cells(replace(column, required=True), CONTRACT))
            cells, expected = [good, good], {0, 1}
        else:
            bad = data.draw(st.lists(bad_cells(column, table, CONTRACT, rule), min_size=1, max_size=4))
            cells = without_repeats(bad, column)
            expected = set(range(len(cells)))
        told(rule.kind, cells, expected, table, tmp_path)
    if column.required:
        told(NULL_CHECK, [None], {0}, table, tmp_path)


def told(kind: str, cells: list[Cell], rows: set[int], table: Table, folder: Path) -> None:
    """Hold what every library says of cells that break one rule against `COLUMN_RULES`."""
    seen, frame, column = COLUMN_RULES[kind], frame_of(cells, table), table.columns[1]
    assert ({n for n, k in pandera_says(frame, table) if k == kind} == rows) is seen.pandera
    by_frictionless = {n for n, k in frictionless_says(folder, frame, table) if k == kind}
    # frictionless tells of the second of two equal cells only
    assert (by_frictionless == (rows if kind != "unique" else {1})) is seen.frictionless
    if not seen.frictionless:
        assert by_frictionless == set()
    unordered = column.type in ("date", "datetime") and kind in ("minimum", "maximum")
    # whether JSON Schema sees them by another rule is told of text that is no line; NaN is no JSON at all
    if kind not in ("one_line", "finite"):
        assert (json_schema_says(cells, table) == rows) is (seen.json_schema and not unordered)
    codes = {f.code for f in check_table(frame, table, CONTRACT)}
    assert codes == {seen.code}


def test_every_kind_of_rule_of_the_contract_is_told_and_used() -> None:
    used = {r.kind for t in CONTRACT.tables.values() for c in t.columns for r in constraints(c, t, CONTRACT)}
    assert used | {NULL_CHECK} == set(COLUMN_RULES)


@cache
def sources_table() -> Table:
    return CONTRACT.tables["event_sources"]


def seen(rule: str) -> tuple[bool, bool, bool, str]:
    entry = next(r for r in TABLE_RULES if r.rule == rule)
    return entry.pandera, entry.frictionless, entry.json_schema, entry.code


def resource_says(folder: Path, content: str | bytes, table: Table, **more: Any) -> bool:
    from frictionless import Resource, Schema

    (folder / "t.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
    schema = table_schema(table, CONTRACT)
    schema.pop("foreignKeys", None)
    resource = Resource(path="t.csv", basepath=str(folder), schema=Schema.from_descriptor(schema), **more)
    return not resource.validate().valid


HEADER, GOOD = "event_id_cnty,source\n", "ARM1,Daily Gazette\n"


@pytest.mark.parametrize(
    ("rule", "content"),
    [
        ("a column is missing, unknown or moved", "source,event_id_cnty\nDaily Gazette,ARM1\n"),
        ("a key stands twice", HEADER + GOOD * 2),
        ("a row is longer or shorter than the header", HEADER + "ARM1\n"),
        ("the bytes are no UTF-8", HEADER.encode() + "ARM1,Kürier\n".encode("latin-1")),
        (
            "there is a byte order mark, CR LF, or a line break in a cell",
            b"\xef\xbb\xbf" + (HEADER + GOOD).replace("\n", "\r\n").encode(),
        ),
        ("rows are in another order", HEADER + "ARM2,Daily Gazette\nARM1,Daily Gazette\n"),
    ],
)
def test_what_frictionless_says_of_a_file_is_as_told(tmp_path: Path, rule: str, content: str | bytes) -> None:
    assert resource_says(tmp_path, content, sources_table(), encoding="utf-8") is seen(rule)[1]


@pytest.mark.parametrize(
    ("kind", "cell"),
    [("date", "2022-9-1"), ("number", "1e3"), ("number", "nan"), ("integer", " 5"), ("number", "+4")],
)
def test_a_form_that_is_not_published_passes_frictionless_and_not_us(
    tmp_path: Path, kind: Any, cell: str
) -> None:
    table = Table("rows", "Rows", "Rows.", (ROW, replace(ROW, name="cell", type=kind)), ("row",), ("row",))
    found = typed(pl.DataFrame({"row": ["1"], "cell": [cell]}), table, "rows.csv", None)[1]
    rule = seen("a cell is of its type and not in the published form")
    assert {f.code for f in found} == {rule[3]}
    assert resource_says(tmp_path, f"row,cell\n1,{cell}\n", table, encoding="utf-8") is rule[1]


def test_a_cell_of_another_type_is_seen_by_all(tmp_path: Path) -> None:
    table = Table("rows", "Rows", "Rows.", (ROW, replace(ROW, name="cell")), ("row",), ("row",))
    frame = pl.DataFrame({"row": [1], "cell": ["many"]})
    rule = seen("a cell is not of its type")
    assert bool(check_columns(frame, table)) is rule[0]
    assert resource_says(tmp_path, "row,cell\n1,many\n", table, encoding="utf-8") is rule[1]
    judge = Draft202012Validator(row_json_schema(table, CONTRACT))
    assert (not judge.is_valid({"row": 1, "cell": "many"})) is rule[2]


def test_a_foreign_key_is_seen_by_our_own_check_alone_where_pandera_cannot() -> None:
    key = ForeignKey(("cell",), "rows", ("row",))
    table = Table("rows", "Rows", "Rows.", (ROW, replace(ROW, name="cell")), ("row",), ("row",), (key,))
    contract = Contract("0.1.0", {"rows": table}, CONTRACT.terms)
    frame = pl.DataFrame({"row": [1, 2], "cell": [2, 3]})
    assert (not check_table(frame, table, contract)) is not seen("a foreign key leads nowhere")[0]
    found = check_references({"rows": frame}, contract, {})
    assert [(f.code, f.value) for f in found] == [(seen("a foreign key leads nowhere")[3], "3")]


def test_json_schema_sees_each_broken_rule_of_a_document() -> None:
    """Every key of every document: of the wrong kind, unknown, or missing though it is required."""
    tried = 0
    for name in document_names():
        schema = document_schema(name)
        row = schema["items"] if schema.get("type") == "array" else schema
        judge = Draft202012Validator(
            {**row, "$defs": schema.get("$defs", {})}, format_checker=FormatChecker()
        )
        for key in row.get("required", ()):
            assert any(e.validator == "required" and key in e.message for e in judge.iter_errors({}))
        for key, inner in row["properties"].items():
            wrong = 17.5 if "number" not in str(inner.get("type")) else "seventeen"
            found = [e for e in judge.iter_errors({key: wrong}) if list(e.absolute_path)[:1] == [key]]
            assert found, f"{name}.{key}"
            tried += 1
        if row.get("additionalProperties") is False:
            assert any(e.validator == "additionalProperties" for e in judge.iter_errors({"no-such-key": 1}))
    assert tried > 30


def test_what_a_csv_writer_quotes_is_read_back() -> None:
    table = Table(
        "rows", "Rows", "Rows.", (ROW, replace(ROW, name="cell", type="string")), ("row",), ("row",)
    )
    cells = ['a "b" c', "a, b", "'", '"', ",", "；", "= 1"]
    text = b"".join(canonical(frame_of(cells, table), table)).decode()
    assert [row[1] for row in csv.reader(io.StringIO(text))][1:] == cells
