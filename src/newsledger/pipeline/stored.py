"""Where do coded reports lie on disk? Written by `newsledger code --out DIR`, read by `newsledger publish
--from DIR`.

A folder holds reports, evidence and uncoded as CSV, and `coder.json`, which says what coded them. A release
can be read in the same way: its tables lie in `data/`, and its descriptor says what coded them.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from newsledger.contract.column import Table
from newsledger.contract.dtypes import cast
from newsledger.contract.load import Contract
from newsledger.errors import DataInvalid, PathMissing, RowsInvalid
from newsledger.pipeline.tables import CODED_TABLES, CodedTables, coded_table
from newsledger.publish.index import DESCRIPTOR
from newsledger.publish.intact import check_intact
from newsledger.validation.remains import release_around

if TYPE_CHECKING:
    from newsledger.validation.dialect import CsvFile

CODER = "coder.json"


@dataclass(frozen=True, slots=True)
class Stored:
    """Coded reports that were read from disk.

    `articles` is the table of articles where the folder holds it, as a release does; `provenance` says what
    coded the reports, and is empty where nobody wrote it down.
    """

    tables: CodedTables
    articles: pl.DataFrame | None
    provenance: Mapping[str, Any]


def read_stored(folder: Path, contract: Contract) -> Stored:
    """Return the reports, evidence and uncoded of a folder or a release.

    Raises PathMissing if one of them is not there, RowsInvalid where a file is not in the contract's form,
    ReleaseDamaged if it is a release and not as it was published.
    """
    if not folder.is_dir():
        raise PathMissing(
            "is no folder of coded reports", file=folder, expected="what `newsledger code --out` writes"
        )
    if (around := release_around(folder)) is not None:
        check_intact(folder if around == folder.resolve() else around)
    frames = {}
    for name in CODED_TABLES:
        frames[name] = _read(_found(folder, name), coded_table(name, contract))
    articles = _find(folder, "articles")
    return Stored(
        CodedTables(**frames),
        None if articles is None else _read(articles, contract.tables["articles"]),
        _provenance(folder),
    )


def _find(folder: Path, name: str) -> Path | None:
    places = (f"{name}.parquet", f"{name}.csv", f"parquet/{name}.parquet", f"data/{name}.csv")
    return next((folder / p for p in places if (folder / p).is_file()), None)


def _found(folder: Path, name: str) -> Path:
    path = _find(folder, name)
    if path is None:
        raise PathMissing(f"holds no {name}", file=folder, expected=f"{name}.csv or {name}.parquet")
    return path


def _read(path: Path, table: Table) -> pl.DataFrame:
    frame = _read_csv(path, table) if path.suffix == ".csv" else parquet_rows(path)
    try:
        return cast(frame, table)
    except RowsInvalid as problem:
        raise RowsInvalid(
            problem.message, file=path, field=problem.field, value=problem.value, expected=problem.expected
        ) from None


def _read_csv(path: Path, table: Table) -> pl.DataFrame:
    from newsledger.validation.typed import read_text, typed

    told = readable_csv(path)
    frame, findings = typed(read_text(told), table, str(path), told.line)
    if findings:
        worst = findings[0]
        raise RowsInvalid(worst.message, file=path, line=worst.line, field=worst.column)
    return frame


def readable_csv(path: Path, delimiter: str = ",", error: type[DataInvalid] = RowsInvalid) -> "CsvFile":
    """Return what a CSV file is like; raises `error` with its line where it cannot be read as a table."""
    from newsledger.validation.dialect import read_dialect

    told = read_dialect(path, str(path), delimiter=delimiter, strict=False)
    if not told.readable:
        raise error(told.findings[0].message, file=path, line=told.findings[0].line)
    return told


def parquet_rows(path: Path) -> pl.DataFrame:
    """Return the rows of one Parquet file.

    Raises RowsInvalid, with the reason in one line, where polars cannot read it.
    """
    try:
        return pl.read_parquet(path, glob=False, hive_partitioning=False)
    except (pl.exceptions.PolarsError, OSError) as problem:
        raise RowsInvalid(f"cannot be read: {str(problem).splitlines()[0]}", file=path) from None


def _provenance(folder: Path) -> Mapping[str, Any]:
    if (folder / DESCRIPTOR).is_file():
        from newsledger.publish.load import release_facts

        return release_facts(folder).provenance
    path = folder / CODER
    if not path.is_file():
        return {}
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as problem:
        raise RowsInvalid(f"is no JSON: {problem}", file=path) from None
    if not isinstance(data, dict):
        raise RowsInvalid("is no JSON object", file=path)
    return data
