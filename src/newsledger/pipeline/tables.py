"""How do records become tables, and tables records? The one bridge between the coder's dataclasses and
frames.

Frames are in the contract's columns and types. They keep the order of the records (articles as they came,
the reports of each by salience); the publisher sorts them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

import polars as pl

from newsledger.contract.column import Table
from newsledger.contract.digest import text_sha256
from newsledger.contract.dtypes import cast, polars_schema
from newsledger.contract.load import Contract, load_contract
from newsledger.contract.records import REPORT_COLUMNS, Article, Coded, Evidence, Report, Uncoded

CODED_TABLES = ("reports", "evidence", "uncoded")
"""What `newsledger code` gives, in this order."""
RECORDS: Mapping[str, type[Report] | type[Evidence] | type[Uncoded]] = {
    "reports": Report,
    "evidence": Evidence,
    "uncoded": Uncoded,
}
Row = TypeVar("Row", Report, Evidence, Uncoded)


@dataclass(frozen=True, slots=True)
class CodedTables:
    """What was coded, as frames: `reports` (in the order of REPORT_COLUMNS), `evidence` and `uncoded`."""

    reports: pl.DataFrame
    evidence: pl.DataFrame
    uncoded: pl.DataFrame

    def items(self) -> Iterator[tuple[str, pl.DataFrame]]:
        """Yield name and frame of each table."""
        for name in CODED_TABLES:
            yield name, getattr(self, name)


def coded_table(name: str, contract: Contract) -> Table:
    """Return the table `name` as `newsledger code` writes it: of reports only REPORT_COLUMNS, in that order.

    The event a report belongs to is not known before the ledger has worked. The order of rows is left as it
    is.
    """
    table = contract.tables[name]
    if name == "reports":
        table = replace(table, columns=tuple(table.column(c) for c in REPORT_COLUMNS))
    return replace(table, sort=())


def frame_of(
    records: Sequence[Report] | Sequence[Evidence] | Sequence[Uncoded], table: Table
) -> pl.DataFrame:
    """Return records of one kind as a frame with the columns and types of `table`, in the records' order."""
    schema = polars_schema(table)
    columns: dict[str, list[Any]] = {c: [getattr(r, c) for r in records] for c in table.names}
    return cast(pl.DataFrame(columns, schema=schema, strict=False), table)


def coded_tables(coded: Iterable[Coded], contract: Contract | None = None) -> CodedTables:
    """Return all that was coded of many articles as three frames."""
    contract = contract or load_contract()
    reports: list[Report] = []
    evidence: list[Evidence] = []
    uncoded: list[Uncoded] = []
    for one in coded:
        reports += one.reports
        evidence += one.evidence
        uncoded += one.uncoded
    return CodedTables(
        frame_of(reports, coded_table("reports", contract)),
        frame_of(evidence, coded_table("evidence", contract)),
        frame_of(uncoded, coded_table("uncoded", contract)),
    )


def records_of(frame: pl.DataFrame, kind: type[Row]) -> list[Row]:
    """Return the rows of a frame as records of `kind`; a missing text is the empty string, as records have
    it.
    """
    texts = [f.type in (str, "str") for f in fields(kind)]
    build: Callable[..., Row] = kind
    return [
        build(*("" if v is None and text else v for v, text in zip(row, texts, strict=True)))
        for row in frame.select([f.name for f in fields(kind)]).iter_rows()
    ]


def articles_frame(articles: Sequence[Article]) -> pl.DataFrame:
    """Return the table articles: what is published of each source document, with the checksum of its text."""
    table = load_contract().tables["articles"]
    rows = {
        "article_id": [a.id for a in articles],
        "source": [a.source for a in articles],
        "source_scale": [a.source_scale or "Other" for a in articles],
        "published": [a.published for a in articles],
        "url": [a.url for a in articles],
        "language": [a.language for a in articles],
        "sha256": [text_sha256(a.text) for a in articles],
    }
    return cast(pl.DataFrame(rows, schema=polars_schema(table), strict=False), table)
