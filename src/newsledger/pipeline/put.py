"""Where do coded reports go? To a file, a folder or a stream; whole or not at all."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import polars as pl

from newsledger.contract.column import Table
from newsledger.contract.load import load_contract
from newsledger.errors import PathMissing, UsageError
from newsledger.pipeline.stored import CODER
from newsledger.pipeline.tables import CODED_TABLES, CodedTables, coded_table
from newsledger.pipeline.writable import check_apart, check_file, check_folder
from newsledger.publish.intact import check_outside
from newsledger.publish.write import write_parquet
from newsledger.validation.sameness import canonical
from newsledger.writing import writing

SLICE = 10_000
FILE_KINDS = (".csv", ".parquet", ".jsonl")


class TakesBytes(Protocol):
    """Whatever data can be written to piece by piece, such as an open binary file."""

    def write(self, piece: bytes, /) -> Any:
        """Take some bytes."""


def put_coded(tables: CodedTables, out: Path, provenance: Mapping[str, Any] | None = None) -> list[Path]:
    """Write what was coded to `out` and return the files that were written.

    A path that ends in .csv, .parquet or .jsonl is a file of reports; one without an ending, or a folder
    that is there, gets reports, evidence and uncoded as CSV, and `coder.json` with `provenance`. What
    stands there from an earlier run is replaced when all is written. Raises UsageError for another ending,
    PathMissing if the folder above is not there, and as `writable.check_file` and `check_folder`.
    """
    check_target(out)
    if is_file_target(out):
        with aside(out) as path:
            _write(tables.reports, coded_table("reports", load_contract()), path)
        return [out]
    return _put_folder(tables, out, provenance or {})


def put_stream(tables: CodedTables, stream: TakesBytes) -> None:
    """Write the reports as CSV to an open stream."""
    for piece in canonical(tables.reports, coded_table("reports", load_contract())):
        stream.write(piece)


def is_file_target(out: Path) -> bool:
    """Return whether `out` is to be a file of reports and not a folder."""
    return out.suffix.lower() in FILE_KINDS and not out.is_dir()


def check_target(out: Path, inputs: Sequence[Path] = ()) -> None:
    """Refuse a place that cannot be written to, before any work is done; see `put_coded`.

    `inputs` are the files and folders of articles, which must stay as they are.
    """
    if not is_file_target(out) and (out.suffix or out.is_file()) and not out.is_dir():
        raise UsageError(
            "cannot be written by its ending",
            file=out,
            expected=f"a file that ends in {', '.join(FILE_KINDS)}, or a folder",
        )
    if not out.absolute().parent.is_dir():
        raise PathMissing("the folder to write into is not there", file=out.parent)
    if is_file_target(out):
        check_apart(out, inputs)
        check_file(out)
        return
    contract = load_contract()
    tables = {f"{name}.csv": coded_table(name, contract).names for name in CODED_TABLES}
    check_apart(out, inputs, (*tables, CODER))
    check_folder(out, tables, (CODER,))


def _put_folder(tables: CodedTables, out: Path, provenance: Mapping[str, Any]) -> list[Path]:
    contract = load_contract()
    with new_folder(out) as folder:
        for name, frame in tables.items():
            _write(frame, coded_table(name, contract), folder / f"{name}.csv")
        text = json.dumps(provenance, indent=2, ensure_ascii=False) + "\n"
        (folder / CODER).write_text(text, encoding="utf-8", newline="\n")
        names = sorted(p.name for p in folder.iterdir())
    return [out / name for name in names]


def _write(frame: pl.DataFrame, table: Table, path: Path) -> None:
    kind = path.suffix.lower()
    if kind == ".parquet":
        write_parquet(frame, path)
        return
    pieces: Callable[[pl.DataFrame, Table], Iterator[bytes]] = canonical if kind == ".csv" else _json_lines
    with path.open("wb") as file:
        for piece in pieces(frame, table):
            file.write(piece)


def _json_lines(frame: pl.DataFrame, table: Table) -> Iterator[bytes]:
    for part in frame.select(table.names).iter_slices(SLICE):
        rows = (json.dumps(row, ensure_ascii=False, default=str) + "\n" for row in part.iter_rows(named=True))
        yield "".join(rows).encode()


@contextmanager
def aside(path: Path) -> Iterator[Path]:
    """Give a path beside `path`, with its ending, to write to; at the end it is renamed to `path`, or
    deleted. Raises SystemRefused with `path` where it cannot be written, and as `writable.check_file`.
    """
    check_file(path)
    with writing(path):
        folder = Path(tempfile.mkdtemp(prefix=".newsledger-", dir=path.absolute().parent))
        try:
            with writing(path):  # here too, while what is written is there: a full disk is seen to be full
                yield folder / path.name
            (folder / path.name).replace(path)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Give a folder beside `path` to write to; at the end it becomes `path`, or its files replace those of
    `path`. Raises SystemRefused with `path` where it cannot be written, ReleaseExists if it lies in a published
    release.
    """
    check_outside(path)
    with writing(path):
        holder = Path(tempfile.mkdtemp(prefix=".newsledger-", dir=path.absolute().parent))
        folder = holder / "new"
        folder.mkdir()
        try:
            with writing(path):  # as in `aside`
                yield folder
            if path.is_dir():
                for file in sorted(folder.iterdir()):
                    os.replace(file, path / file.name)
            else:
                folder.rename(path)
        finally:
            shutil.rmtree(holder, ignore_errors=True)
