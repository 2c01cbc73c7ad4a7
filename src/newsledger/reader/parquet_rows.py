"""Which records does a Parquet file hold? One row each; columns as the keys of JSONL."""

import json
import os
import subprocess
import sys
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import IO, Final

from newsledger.errors import ArticleInvalid, ArticleUnreadable, DataInvalid
from newsledger.reader.bytes_in import cannot_open, lines_of
from newsledger.reader.found import Found, Raw
from newsledger.reader.json_values import too_deep
from newsledger.reader.limits import MAX_DEPTH, MAX_KEYS, MAX_RECORD

_MAGIC: Final = b"PAR1"
_DECODER: Final = "newsledger.reader.parquet_decoder"
_EXPECTED: Final = "a Parquet file"


def read_parquet(path: Path, required: Sequence[str]) -> Generator[Found, None, None]:
    """Yield a record or a problem for each row of a Parquet file; `line` is the row's number, from 1.

    A column of dates, or of times at midnight without a zone (as other tools write dates), is read as dates;
    times with a zone become RFC 3339 times. Null is absent. Of unknown columns, numbers, text, lists and
    structs are kept as they are, dates, times, durations and decimals as text, bytes as hexadecimal digits.

    The file is decoded in a process of its own (see `parquet_decoder`), which ends with this generator.
    """
    size, problem = _outside(path)
    if problem:
        yield problem
    if problem or not size:
        return
    try:
        with _decoder(path) as process:
            try:
                assert process.stdout is not None
                yield from _rows(process.stdout, path, required)
            finally:
                process.kill()
    except OSError as error:
        yield cannot_open(path, error)


def _outside(path: Path) -> tuple[int, ArticleUnreadable | None]:
    """Return the size of the file, and the problem where its ends don't show it to be Parquet."""
    try:
        with path.open("rb") as stream:
            start = stream.read(4)
            size = stream.seek(0, 2)
            stream.seek(max(size - 4, 0))
            end = stream.read(4)
    except OSError as error:
        return 0, cannot_open(path, error)
    if size and (start != _MAGIC or end != _MAGIC or size < 12):
        return size, ArticleUnreadable("is not Parquet, or is cut off", file=path, expected=_EXPECTED)
    return size, None


def _decoder(path: Path) -> "subprocess.Popen[bytes]":
    here = str(Path(__file__).parents[2])
    inherited = os.environ.get("PYTHONPATH")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([here, inherited] if inherited else [here])}
    # -P: modules that lie in the working directory are not imported.
    return subprocess.Popen(  # noqa: S603 - our own interpreter and module; the path is one argument, not a command
        [sys.executable, "-P", "-m", _DECODER, str(path.absolute())],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    )


def _rows(stream: IO[bytes], path: Path, required: Sequence[str]) -> Generator[Found, None, None]:
    names: list[str] = []
    number = 0
    for line in lines_of(stream, MAX_RECORD):
        value = None if line is None else json.loads(line)
        if isinstance(value, dict):
            if "error" in value:
                yield _damaged(path, number, str(value["error"]))
            return
        if not names:
            names = value or []
            if lacking := _columns_problem(names, path, required):
                yield lacking
                return
            continue
        number += 1
        yield _record(names, value, path, number)
    yield _damaged(path, number, "the decoder broke off")


def _damaged(path: Path, rows: int, reason: str) -> ArticleUnreadable:
    return ArticleUnreadable(
        f"is damaged: {reason}", file=path, line=rows + 1 if rows else None, expected=_EXPECTED
    )


def _columns_problem(names: Sequence[str], path: Path, required: Sequence[str]) -> DataInvalid | None:
    if len(names) > MAX_KEYS:
        return ArticleUnreadable(f"has {len(names):,} columns", file=path, expected=f"at most {MAX_KEYS}")
    for name in required:
        if name not in names:
            expected = f"a column '{name}'"
            return ArticleInvalid("the column is missing", file=path, field=name, expected=expected)
    return None


def _record(names: Sequence[str], cells: Sequence[object] | None, path: Path, number: int) -> Found:
    if cells is None:
        expected = f"at most {MAX_RECORD:,} bytes"
        return ArticleUnreadable("the row is too long", file=path, line=number, expected=expected)
    values = {name: cell for name, cell in zip(names, cells, strict=True) if cell is not None}
    if too_deep(values):
        message = f"lists and structs nest deeper than {MAX_DEPTH}"
        return ArticleUnreadable(message, file=path, line=number, expected="flat columns")
    return Raw(values, str(path), number)
