"""Which rows does a table of reports or gold hold, and are they what they seem? Read as text, each with its line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from newsledger.contract.load import Contract, load_contract
from newsledger.contract.records import REPORT_COLUMNS
from newsledger.errors import DataInvalid, UsageError
from newsledger.pipeline.stored import parquet_rows, readable_csv

ARTICLE = "article_id"
NIGHT = "night"
"""Not a column: says in gold that the day before and the day after agree as well (coding-rules 4)."""
NEEDED = (ARTICLE, "event_date", "sub_event_type")
"""Columns that every table of reports has."""
MOST = 500
"""Rows of one article: each is compared with each of the other side, and no article has that many."""
KINDS = (".csv", ".parquet", ".jsonl")


@dataclass(frozen=True, slots=True)
class Line:
    """A row as text, and the line (or row of Parquet) on which it stands, if there is one."""

    cells: dict[str, str]
    number: int | None


def read_table(path: Path) -> list[Line]:
    """Return the rows of a CSV, Parquet or JSONL file as text.

    Raises UsageError for another kind of file, DataInvalid with the line where it cannot be read, is ragged or has
    a column twice.
    """
    kind = path.suffix.lower()
    if kind not in KINDS:
        raise UsageError("is no table of reports", file=path, expected=", ".join(KINDS))
    if kind == ".csv":
        return list(_csv(path))
    return list(_json_lines(path)) if kind == ".jsonl" else lines_of(parquet_rows(path))


def lines_of(frame: pl.DataFrame) -> list[Line]:
    """Return the rows of a frame as text, numbered from 1."""
    rows = enumerate(frame.iter_rows(named=True), start=1)
    return [Line({k: as_text(v) for k, v in row.items()}, number) for number, row in rows]


def _csv(path: Path) -> Iterator[Line]:
    from newsledger.validation.typed import read_text

    told = readable_csv(path, error=DataInvalid)
    for place, row in enumerate(read_text(told).iter_rows(named=True)):
        yield Line({k: as_text(v) for k, v in row.items()}, told.line(place))


def _json_lines(path: Path) -> Iterator[Line]:
    from newsledger.reader.found import Raw
    from newsledger.reader.json_records import read_jsonl

    rows: list[Raw] = []
    for found in read_jsonl(path):
        if not isinstance(found, Raw):
            raise DataInvalid(found.message, file=path, line=found.line, expected=found.expected)
        rows.append(found)
    empty = dict.fromkeys((name for row in rows for name in row.values), "")
    for row in rows:
        yield Line(empty | {k: as_text(v) for k, v in row.values.items()}, row.line)


def as_text(value: Any) -> str:
    """Return a cell as text, the same whether it came from CSV, Parquet or YAML."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def by_article(rows: Iterable[Line], path: Path) -> dict[str, list[dict[str, str]]]:
    """Return rows by article; DataInvalid with the line of one that names none, or of one too many."""
    found: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        article = row.cells.get(ARTICLE)
        if not article:
            raise DataInvalid(
                "a row names no article",
                file=path,
                line=row.number,
                field=ARTICLE,
                expected=f"a column {ARTICLE}",
            )
        if len(found.setdefault(article, [])) == MOST:
            raise DataInvalid(
                "has too many rows", file=path, line=row.number, field=article, expected=f"at most {MOST}"
            )
        found[article].append(row.cells)
    return found


def check_reports(rows: Sequence[Line], path: Path) -> None:
    """Refuse with DataInvalid a table that is none of reports, or a cell that is not of its column's type."""
    for name in NEEDED:
        if rows and not any(name in row.cells for row in rows):
            raise DataInvalid(
                "the column is missing", file=path, field=name, expected="what `newsledger code --out` writes"
            )
    _check_types(rows, path, load_contract())


def check_gold(rows: Sequence[Line], path: Path) -> None:
    """Refuse with DataInvalid a column that reports do not have, and a value that no report could have."""
    for row in rows:
        for name in row.cells:
            if name not in REPORT_COLUMNS and name != NIGHT:
                expected = f"one of {', '.join(REPORT_COLUMNS)}, {NIGHT}"
                raise DataInvalid(
                    "is no column of reports", file=path, line=row.number, value=name, expected=expected
                )
    contract = load_contract()
    _check_types(rows, path, contract)
    for column in contract.tables["reports"].columns:
        known = frozenset(contract.values(column.terms)) if column.terms else frozenset()
        for row in rows:
            value = row.cells.get(column.name)
            parts = value.split(column.separator) if value and column.separator else [value]
            if value and known and not known.issuperset(parts):
                raise DataInvalid(
                    f"is not in the closed list {column.terms}",
                    file=path,
                    line=row.number,
                    field=column.name,
                    value=value,
                )


def _check_types(rows: Sequence[Line], path: Path, contract: Contract) -> None:
    from newsledger.validation.typed import typed

    frame = pl.DataFrame(
        {name: [row.cells.get(name) or None for row in rows] for name in REPORT_COLUMNS},
        schema=dict.fromkeys(REPORT_COLUMNS, pl.String),
    )
    _, wrong = typed(frame, contract.tables["reports"], str(path), lambda place: rows[place].number or 0)
    for finding in wrong:
        raise DataInvalid(finding.message, file=path, line=finding.line or None, field=finding.column)
