"""How does a release look in a spreadsheet? One workbook: events, their codebook, the lists and the changes.

Every cell is typed. Texts are stored as texts, so that one which begins like a formula is never worked out, and
such cells also carry the mark that keeps them texts when they are edited. Dates of the workbook are the release's.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import polars as pl

from newsledger.contract.column import Column, Table
from newsledger.contract.load import Contract
from newsledger.publish.extras.about import About

MOST_ROWS = 1_048_575
"""Rows of data that fit on a sheet below its header; more go on to a second sheet."""
MOST_CHARACTERS = 32_767
FORMULA = ("=", "+", "-", "@", "\t", "\r")
EPOCH = date(1899, 12, 30)
FIRST_DATE = date(1900, 3, 1)
"""Spreadsheets count days from 1900 and take that year for a leap year; earlier dates are written as text."""
MOST_CHANGES = 100_000
"""So many changes are on their sheet, the newest; the table `changes` has all, cell by cell."""
SHEETS = ("actors", "sources", "changes", "deletions")
CODEBOOK = (
    "table",
    "column",
    "title",
    "type",
    "unit",
    "description",
    "empty cell",
    "closed list",
    "example",
    "HXL",
)
WIDTHS: Mapping[str, int] = {"date": 11, "integer": 10, "number": 11, "boolean": 8, "datetime": 20}
WIDE = frozenset({"notes", "description", "meaning"})
BUTTON = 4
"""Characters that the filter's button takes of a header."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet to be written: its columns with their types, its rows, and whether its texts are to be read whole."""

    name: str
    columns: Sequence[tuple[str, str, int | None]]
    rows: Iterator[Sequence[Any]]
    prose: bool = False


def write_xlsx(about: About, tables: Mapping[str, pl.DataFrame], contract: Contract, path: Path) -> None:
    """Write the workbook of a release; `tables` are its frames in the contract's types."""
    import xlsxwriter

    packed = BytesIO()  # a ZIP that is written straight to a full disk says so once more when it is forgotten
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(packed, options)
    book.set_properties(
        {
            "title": f"{about.title}, version {about.version}",
            "author": ", ".join(about.authors),
            "company": about.publisher,
            "keywords": ", ".join(about.keywords),
            "comments": f"{about.licence_line} {' '.join(about.attributions)}",
            "created": datetime(about.day.year, about.day.month, about.day.day),
        }
    )
    writer = _Writer(book)
    for sheet in _sheets(about, tables, contract):
        writer.write(sheet)
    book.close()
    path.write_bytes(packed.getbuffer())


def _sheets(about: About, tables: Mapping[str, pl.DataFrame], contract: Contract) -> Iterator[_Sheet]:
    events = tables["events"]
    for start in range(0, max(events.height, 1), MOST_ROWS):
        name = "events" if not start else f"events {start // MOST_ROWS + 1}"
        yield _of_table(name, events.slice(start, MOST_ROWS), contract.tables["events"])
    yield _Sheet("codebook", [(c, "string", None) for c in CODEBOOK], _codebook(tables, contract), prose=True)
    lists = [n for n in tables if n.startswith("terms/")]
    rows = (
        (n.removeprefix("terms/"), *r)
        for n in lists
        for r in tables[n].select("value", "meaning").iter_rows()
    )
    yield _Sheet("lists", [(c, "string", None) for c in ("list", "value", "meaning")], rows, prose=True)
    for name in SHEETS:
        if name in tables:
            frame = (
                _whole(tables[name]).tail(MOST_CHANGES) if name == "changes" else tables[name].head(MOST_ROWS)
            )
            yield _of_table(name, frame, contract.tables[name])
    yield _Sheet(
        "about", [(c, "string", None) for c in ("what", "description")], _about(about, tables), prose=True
    )


def _whole(changes: pl.DataFrame) -> pl.DataFrame:
    """Return the changes without the single cells of rows that came or left, for which their id stands."""
    return changes.filter((pl.col("kind") == "changed") | (pl.col("field") == "event_id_cnty"))


def _of_table(name: str, frame: pl.DataFrame, table: Table) -> _Sheet:
    return _Sheet(name, [(c.name, c.type, c.decimals) for c in table.columns], frame.iter_rows())


def _codebook(tables: Mapping[str, pl.DataFrame], contract: Contract) -> Iterator[Sequence[Any]]:
    for name in ("events", *SHEETS):
        if name in tables:
            yield from (_described(name, c) for c in contract.tables[name].columns)


def _described(table: str, c: Column) -> Sequence[Any]:
    return (table, c.name, c.title, c.type, c.unit, c.description, c.missing, c.terms, c.example, c.hxl)


def _about(about: About, tables: Mapping[str, pl.DataFrame]) -> Iterator[Sequence[Any]]:
    yield "title", about.title
    yield "version", about.version
    yield "release date", about.day.isoformat()
    yield "description", about.description
    yield "how to cite", about.citation
    yield "licence", about.licence_line
    for line in about.attributions:
        yield "attribution", line
    yield "schema", about.schema
    if "changes" in tables:
        some = _whole(tables["changes"]).height
        less = "" if some <= MOST_CHANGES else f"; the sheet has the newest {MOST_CHANGES:,} of {some:,}"
        yield "changes", f"each changed cell, and each event that came or left{less}"
    yield "further tables", ", ".join(n for n in tables if n not in ("events", *SHEETS) and "/" not in n)
    yield "where they are", "data/*.csv and parquet/*.parquet of the release, described in CODEBOOK.md"


class _Writer:
    """Writes sheets, each cell by the type of its column."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.header = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E8EEF4"})
        self.day = book.add_format({"num_format": "yyyy-mm-dd"})
        self.whole = book.add_format({"num_format": "0"})
        self.guarded = book.add_format({"quote_prefix": True})
        self.prose = book.add_format({"text_wrap": True, "valign": "top"})
        self.guarded_prose = book.add_format({"quote_prefix": True, "text_wrap": True, "valign": "top"})
        self.decimals: dict[int, Any] = {}

    def write(self, sheet: _Sheet) -> None:
        """Write one sheet: a frozen, filtered header, then the rows."""
        page = self.book.add_worksheet(sheet.name)
        page.freeze_panes(1, 1)
        for number, (name, kind, _) in enumerate(sheet.columns):
            page.set_column(
                number, number, 60 if name in WIDE else max(WIDTHS.get(kind, 22), len(name) + BUTTON)
            )
            page.write_string(0, number, name, self.header)
        if sheet.prose:
            writers = [self._text(page, self.prose, self.guarded_prose) for _ in sheet.columns]
        else:
            writers = [self._of(page, kind, decimals) for _, kind, decimals in sheet.columns]
        row = 0
        for row, cells in enumerate(sheet.rows, start=1):
            for number, (write, cell) in enumerate(zip(writers, cells, strict=True)):
                if cell is not None and cell != "":
                    write(row, number, cell)
        page.autofilter(0, 0, max(row, 1), len(sheet.columns) - 1)

    def _of(self, page: Any, kind: str, decimals: int | None) -> Any:
        """Return what writes a cell of a type to a place of a sheet."""
        if kind == "string":
            return self._text(page, None, self.guarded)
        if kind == "date":
            return self._date(page)
        if kind == "boolean":
            return page.write_boolean
        if kind in ("integer", "number"):
            form = self.whole if kind == "integer" else self._places(decimals)
            return self._number(page, form)
        return lambda row, column, cell: page.write_string(row, column, str(cell))

    def _places(self, decimals: int | None) -> Any:
        if decimals is None:
            return None
        if decimals not in self.decimals:
            self.decimals[decimals] = self.book.add_format({"num_format": f"0.{'0' * decimals}"})
        return self.decimals[decimals]

    def _text(self, page: Any, plain: Any, guarded: Any) -> Any:
        """Return what writes a text in the format `plain`, or `guarded` if it begins like a formula."""
        write = page.write_string

        def text(row: int, column: int, cell: str) -> None:
            cell = cell if len(cell) <= MOST_CHARACTERS else f"{cell[: MOST_CHARACTERS - 1]}…"
            write(row, column, cell, guarded if cell.startswith(FORMULA) else plain)

        return text

    def _number(self, page: Any, form: Any) -> Any:
        write = page.write_number
        return lambda row, column, cell: write(row, column, cell, form)

    def _date(self, page: Any) -> Any:
        """Return what writes a day as the number by which spreadsheets know it."""
        write, day = page.write_number, self.day

        def dated(row: int, column: int, cell: date) -> None:
            if cell < FIRST_DATE:
                page.write_string(row, column, cell.isoformat())
            else:
                write(row, column, (cell - EPOCH).days, day)

        return dated
