"""Proof that every validator agrees: each entry of `contract.agreement` is held against what the libraries say.

hypothesis makes cells that keep all rules of a column and cells that break just one. Columns with equal rules are
tried once. All of them stand side by side in one wide table, so that each library is started once; in a row that
is to be found broken a single cell breaks a single rule.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import pytest
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
from newsledger.validation.sameness import DATETIME, canonical
from newsledger.validation.typed import typed
from tests.contract.cells import Cell, bad_cells, good_cells, made

CONTRACT = load_contract()
ROW = Column("row", "integer", "Row", "Which row it is.", "Never empty.", "1", "0.1.0", required=True)
GOOD_CELLS, BAD_CELLS = 16, 5
"""How many cells are made per column, and per rule of a column."""
FRICTIONLESS = {"enum": "terms", "maxLength": "max_length"}
Broken = tuple[int, str, str]
"""A row, a column and the kind of rule that its cell breaks."""


def signature(column: Column, table: Table) -> tuple[Any, ...]:
    kinds = tuple((r.kind, r.value) for r in constraints(column, table, CONTRACT) if r.kind != "unique")
    return (column.type, column.required, column.separator, column.decimals, kinds)


@cache
def wide_table() -> Table:
    """A table of every column of the contract whose rules no other column before it has.

    That a value stands once only is a rule about other rows, and tried apart.
    """
    columns: dict[Any, Column] = {}
    for table in CONTRACT.tables.values():
        for column in table.columns:
            alone = replace(column, name=f"{table.name}.{column.name}", unique=False)
            columns.setdefault(signature(alone, table), alone)
    return Table("rows", "Rows", "Rows.", (ROW, *columns.values()), ("row",), ("row",))


def table_of(column: Column, *keys: ForeignKey) -> Table:
    return Table("rows", "Rows", "Rows.", (ROW, replace(column, name="cell")), ("row",), ("row",), keys)


def frame_of(rows: Sequence[Mapping[str, Cell]], table: Table) -> pl.DataFrame:
    return pl.DataFrame(
        [pl.Series(c.name, [r[c.name] for r in rows], dtype=DTYPES[c.type]) for c in table.columns]
    )


def as_csv(frame: pl.DataFrame) -> bytes:
    """A table as CSV, the numbers as they are: the writer of releases would round them, and refuse NaN."""
    return frame.write_csv(datetime_format=DATETIME, date_format="%Y-%m-%d").encode()


def pandera_says(frame: pl.DataFrame, table: Table) -> set[Broken]:
    from pandera.errors import SchemaErrors

    try:
        pandera_schema(table, CONTRACT).validate(frame, lazy=True)
    except SchemaErrors as failed:
        cases = failed.failure_cases.select("index", "column", "check").rows()
        kinds = {c: "required" if c == "not_nullable" else c.split(" ")[2] for _, _, c in cases}
        return {(int(row), column, kinds[check]) for row, column, check in cases}
    return set()


def frictionless_says(folder: Path, content: bytes, table: Table) -> set[Broken]:
    from frictionless import Resource, Schema

    (folder / "rows.csv").write_bytes(content)
    schema = Schema.from_descriptor(table_schema(table, CONTRACT))
    resource = Resource(path="rows.csv", basepath=str(folder), encoding="utf-8", schema=schema)
    report = resource.validate(limit_errors=100_000)
    assert not report.warnings
    assert not report.errors
    found = set()
    for number, field, kind, note in report.flatten(["rowNumber", "fieldName", "type", "note"]):
        told = re.match(r'constraint "(\w+)"', note)
        assert (kind, bool(told)) in (("constraint-error", True), ("unique-error", False)), (kind, note)
        rule = told[1] if told else "unique"
        found.add((number - 2, field, FRICTIONLESS.get(rule, rule)))
    return found


def json_schema_says(rows: Sequence[Mapping[str, Cell]], table: Table) -> dict[int, set[str]]:
    """Rows that break the schema of a row as JSON, and the columns in which they do."""
    judge = Draft202012Validator(row_json_schema(table, CONTRACT), format_checker=FormatChecker())
    found: dict[int, set[str]] = {}
    for number, row in enumerate(rows):
        for error in judge.iter_errors({name: as_json(cell) for name, cell in row.items()}):
            found.setdefault(number, set()).add(str(error.absolute_path[0]))
    return found


def good_rows(table: Table) -> list[dict[str, Cell]]:
    """Rows of good cells: all that were made for each column, over again where fewer were."""
    cells = {c.name: made(good_cells(c, CONTRACT), GOOD_CELLS) for c in table.columns[1:]}
    return [
        {"row": number} | {name: found[number % len(found)] for name, found in cells.items()}
        for number in range(GOOD_CELLS)
    ]


def broken_rows(table: Table) -> dict[Broken, dict[str, Cell]]:
    """Rows in each of which one cell breaks one rule, by what they break."""
    good = next(row for row in good_rows(replace(table, columns=all_required(table))))
    found: dict[Broken, dict[str, Cell]] = {}
    for column in table.columns[1:]:
        bad = [
            (rule.kind, cell)
            for rule in constraints(column, table, CONTRACT)
            for cell in made(bad_cells(column, table, CONTRACT, rule), BAD_CELLS)
        ]
        bad += [("required", None)] if column.required else []
        for kind, cell in bad:
            number = len(found)
            found[number, column.name, kind] = good | {"row": number, column.name: cell}
    return found


def all_required(table: Table) -> tuple[Column, ...]:
    return tuple(replace(c, required=True) for c in table.columns)


def test_all_agree_on_good_cells(tmp_path: Path) -> None:
    table = wide_table()
    rows = good_rows(table)
    frame = frame_of(rows, table)
    content = b"".join(canonical(frame, table))
    assert pandera_says(frame, table) == set()
    assert frictionless_says(tmp_path, content, table) == set()
    assert json_schema_says(rows, table) == {}
    assert check_table(frame, table, CONTRACT) == []
    text = pl.read_csv(io.BytesIO(content), infer_schema=False)
    again, wrong = typed(text.with_columns(pl.all().replace("", None)), table, "rows.csv", None)
    assert (wrong, again.equals(frame)) == ([], True)


def test_who_sees_a_broken_rule_is_as_told(tmp_path: Path) -> None:
    table = wide_table()
    broken = broken_rows(table)
    rows = list(broken.values())
    frame = frame_of(rows, table)
    said = {
        "pandera": pandera_says(frame, table),
        "frictionless": frictionless_says(tmp_path, as_csv(frame), table),
    }
    for name, found in said.items():
        due = {b for b in broken if getattr(COLUMN_RULES[b[2]], name)}
        assert due - found == set(), name
        # nothing is said of any other cell, nor of this one where another rule does not see it by chance
        more = {b[:2] for b in found} - {b[:2] for b in due}
        assert more - {b[:2] for b in broken if by_chance(table.column(b[1]), b[2])} == set(), name
    by_json = json_schema_says(rows, table)
    for row, name, kind in broken:
        assert by_json.get(row, set()) in told_by_json(table.column(name), kind), (row, name, kind)


def by_chance(column: Column, kind: str) -> bool:
    """Text that is no line may fit no pattern either, infinity lies out of every range, and NaN is no JSON."""
    return kind == "finite" or (kind == "one_line" and bool(column.terms or column.pattern))


def told_by_json(column: Column, kind: str) -> list[set[str]]:
    """What JSON Schema may say of a row: that the cell is broken, or nothing."""
    if by_chance(column, kind):
        return [{column.name}, set()]
    unordered = column.type in ("date", "datetime") and kind in ("minimum", "maximum")
    return [{column.name} if COLUMN_RULES[kind].json_schema and not unordered else set()]


def test_our_own_check_tells_of_each_broken_rule() -> None:
    table = wide_table()
    broken = broken_rows(table)
    told: dict[tuple[str, str], int] = {}
    for finding in check_table(frame_of(list(broken.values()), table), table, CONTRACT):
        kind = (finding.rule or "").split(" ")[0]
        assert finding.code == COLUMN_RULES[kind].code
        told[finding.column or "", kind] = finding.count
    for name, kind in {b[1:] for b in broken}:
        assert told[name, kind] >= sum(b[1:] == (name, kind) for b in broken), (name, kind)


@pytest.mark.parametrize("name", ["articles.article_id", "deletions.event_id_cnty", "terms/country.iso"])
def test_who_sees_a_value_that_stands_twice_is_as_told(tmp_path: Path, name: str) -> None:
    owner, _, column = name.rpartition(".")
    table = table_of(replace(CONTRACT.tables[owner].column(column), unique=True, required=True))
    cells = made(good_cells(table.columns[1], CONTRACT), 8)
    rows = [{"row": n, "cell": cell} for n, cell in enumerate([*cells, cells[0]])]
    frame, seen = frame_of(rows, table), COLUMN_RULES["unique"]
    last = len(cells)
    assert (pandera_says(frame, table) == {(0, "cell", "unique"), (last, "cell", "unique")}) is seen.pandera
    # frictionless tells of the second of two equal cells only
    says = {(row, kind) for row, _, kind in frictionless_says(tmp_path, as_csv(frame), table)}
    assert (says == {(last, "unique")}) is seen.frictionless
    assert bool(json_schema_says(rows, table)) is seen.json_schema
    assert {f.code for f in check_table(frame, table, CONTRACT)} == {seen.code}
    assert check_table(frame.head(last), table, CONTRACT) == []


def test_every_kind_of_rule_of_the_contract_is_told_and_tried() -> None:
    tried = {kind for _, _, kind in broken_rows(wide_table())} | {"unique"}
    used = {r.kind for t in CONTRACT.tables.values() for c in t.columns for r in constraints(c, t, CONTRACT)}
    assert used | {"required"} == tried == set(COLUMN_RULES)


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
    ("kind", "example", "cell"),
    [
        ("date", "2022-09-01", "2022-9-1"),
        ("number", "1.5", "1e3"),
        ("number", "1.5", "nan"),
        ("integer", "5", " 5"),
        ("number", "1.5", "+4"),
    ],
)
def test_a_form_that_is_not_published_passes_frictionless_and_not_us(
    tmp_path: Path, kind: Any, example: str, cell: str
) -> None:
    table = table_of(replace(ROW, type=kind, example=example))
    found = typed(pl.DataFrame({"row": ["1"], "cell": [cell]}), table, "rows.csv", None)[1]
    rule = seen("a cell is of its type and not in the published form")
    assert {f.code for f in found} == {rule[3]}
    assert resource_says(tmp_path, f"row,cell\n1,{cell}\n", table, encoding="utf-8") is rule[1]


def test_a_cell_of_another_type_is_seen_by_all(tmp_path: Path) -> None:
    table = table_of(ROW)
    frame = pl.DataFrame({"row": [1], "cell": ["many"]})
    rule = seen("a cell is not of its type")
    assert bool(check_columns(frame, table)) is rule[0]
    assert resource_says(tmp_path, "row,cell\n1,many\n", table, encoding="utf-8") is rule[1]
    judge = Draft202012Validator(row_json_schema(table, CONTRACT))
    assert (not judge.is_valid({"row": 1, "cell": "many"})) is rule[2]


def test_a_foreign_key_is_seen_by_our_own_check_alone_where_pandera_cannot() -> None:
    key = ForeignKey(("cell",), "rows", ("row",))
    table = table_of(ROW, key)
    contract = Contract("0.1.0", {"rows": table}, CONTRACT.terms)
    frame = pl.DataFrame({"row": [1, 2], "cell": [2, 3]})
    assert (not check_table(frame, table, contract)) is not seen("a foreign key leads nowhere")[0]
    found = check_references({"rows": frame}, contract, {})
    assert [(f.code, f.value) for f in found] == [(seen("a foreign key leads nowhere")[3], "3")]


PARTS = {
    "name": "parts",
    "path": "parts.csv",
    "encoding": "utf-8",
    "schema": {
        "fields": [{"name": "id", "type": "string", "constraints": {"enum": ["a", "b"]}}],
        "primaryKey": ["id"],
    },
}
USES = {
    "name": "uses",
    "path": "uses.csv",
    "encoding": "utf-8",
    "schema": {
        "fields": [{"name": "part", "type": "string"}],
        "foreignKeys": [{"fields": ["part"], "reference": {"resource": "parts", "fields": ["id"]}}],
    },
}
CATEGORIES = {
    "fields": [{"name": "id", "type": "string", "categories": ["b"], "constraints": {"enum": ["a"]}}]
}


@pytest.mark.parametrize(
    ("rule", "parts", "uses"),
    [
        ("a foreign key leads nowhere", "id\na\n", "part\nb\n"),
        ("nothing refers to a row", "id\na\nb\n", "part\na\n"),
        ("a file is not what its checksum says", {"hash": "sha256:" + "0" * 64}, "part\na\n"),
        ("a descriptor has a misspelt key", {"encodng": "latin-1"}, "part\na\n"),
        ("enum and categories disagree", {"schema": CATEGORIES}, "part\na\n"),
    ],
)
def test_what_frictionless_says_of_a_package_is_as_told(
    tmp_path: Path, rule: str, parts: Any, uses: str
) -> None:
    """Each package is the same good one but for what breaks its rule."""
    from frictionless import Package

    def valid(first: Any, second: str) -> bool:
        more = first if isinstance(first, dict) else {}
        (tmp_path / "parts.csv").write_text("id\na\n" if more else first, encoding="utf-8")
        (tmp_path / "uses.csv").write_text(second, encoding="utf-8")
        resources = [PARTS | more, USES]
        return bool(
            Package.from_descriptor({"resources": resources}, basepath=str(tmp_path)).validate().valid
        )

    assert valid("id\na\n", "part\na\n")
    assert (not valid(parts, uses)) is seen(rule)[1]


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
        for key in row["properties"]:
            kinds: list[Any] = [17.5, ["seventeen"], {"no-such-key": 17}]
            wrong = [k for k in kinds if any(key in e.absolute_path for e in judge.iter_errors({key: k}))]
            assert len(wrong) > 1, f"{name}.{key}"
            tried += 1
        if row.get("additionalProperties") is False:
            assert any(e.validator == "additionalProperties" for e in judge.iter_errors({"no-such-key": 1}))
    assert tried > 30


def test_what_a_csv_writer_quotes_is_read_back() -> None:
    table = table_of(replace(ROW, type="string"))
    cells = ['a "b" c', "a, b", "'", '"', ",", "；", "= 1"]
    rows = [{"row": n, "cell": cell} for n, cell in enumerate(cells)]
    text = b"".join(canonical(frame_of(rows, table), table)).decode()
    assert [row[1] for row in csv.reader(io.StringIO(text))][1:] == cells
