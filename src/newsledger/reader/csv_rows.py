"""Which records does a CSV file hold? One row each, under a header; commas, semicolons or tabs part cells."""

import csv
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

from newsledger.errors import ArticleInvalid, ArticleUnreadable, shown
from newsledger.reader.bytes_in import cannot_open, decode, lines_of, utf16
from newsledger.reader.found import Found, Raw
from newsledger.reader.limits import MAX_HEADER, MAX_KEYS, MAX_RECORD

_DELIMITERS: Final = (",", ";", "\t")


class _Stop(Exception):
    def __init__(self, problem: ArticleUnreadable) -> None:
        self.problem = problem


def read_csv(path: Path, required: Sequence[str]) -> Generator[Found, None, None]:
    """Yield a record or a problem for each row of a CSV file; `line` is the line on which the row begins.

    The file is UTF-8, with or without a byte order mark; cells are quoted as RFC 4180 says. An empty cell is
    absent. Columns without a name are called "column 3" by their place. A row with too many or too few cells
    is a problem of its own; after broken quotes or bytes that are not UTF-8 the rest of the file cannot be
    told apart and is not read.
    """
    try:
        with path.open("rb") as stream:
            yield from _rows(stream, path, required)
    except _Stop as stop:
        yield stop.problem
    except OSError as error:
        yield cannot_open(path, error)


def columns_of(path: Path) -> list[str]:
    """Return the names in the header of a CSV file, or nothing where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return _header(stream, path)[0]
    except (_Stop, OSError):
        return []


def _rows(stream: BinaryIO, path: Path, required: Sequence[str]) -> Generator[Found, None, None]:
    names, delimiter, line = _header(stream, path)
    if not names:
        return
    for name in required:
        if name not in names:
            similar = [known for known in names if known.casefold() == name]
            expected = f"the name '{name}' for '{similar[0]}'" if similar else f"a column '{name}'"
            yield ArticleInvalid("the column is missing", file=path, line=line, field=name, expected=expected)
            return
    for number, cells in _cells(stream, path, delimiter, line):
        if len(cells) != len(names):
            cut = "cell" if len(cells) == 1 else "cells"
            expected = f"{len(names)} as in the header"
            yield ArticleUnreadable(f"has {len(cells)} {cut}", file=path, line=number, expected=expected)
        else:
            values = {name: cell for name, cell in zip(names, cells, strict=True) if cell}
            yield Raw(values, str(path), number)


def _header(stream: BinaryIO, path: Path) -> tuple[list[str], str, int]:
    """Return the column names, the delimiter and the number of lines read; no names for a blank file."""
    lines = _Lines(stream, path)
    for text in lines:
        if "\0" in text:
            raise _stop("holds NUL bytes", path, lines.number, "a CSV file in UTF-8")
        if not text.strip():
            continue
        if len(text) > MAX_HEADER:
            expected = f"at most {MAX_HEADER:,}"
            raise _stop(f"the header has {len(text):,} characters", path, lines.number, expected)
        delimiter, cells = _parted(text, path, lines.number)
        if len(cells) > MAX_KEYS:
            raise _stop(f"has {len(cells):,} columns", path, lines.number, f"at most {MAX_KEYS}")
        names = [cell.strip() or f"column {place}" for place, cell in enumerate(cells, start=1)]
        seen: set[str] = set()
        for name in names:
            if name in seen:
                raise _stop(f"the column {shown(name)} stands twice", path, lines.number, "each column once")
            seen.add(name)
        return names, delimiter, lines.number
    return [], ",", lines.number


def _parted(header: str, path: Path, line: int) -> tuple[str, list[str]]:
    """Return the delimiter that parts the header into the most cells, and these cells."""
    best: tuple[str, list[str]] = ("", [])
    for mark in _DELIMITERS:
        with suppress(csv.Error):
            cells = next(csv.reader([header], delimiter=mark, strict=True))
            best = (mark, cells) if len(cells) > len(best[1]) else best
    if not best[0]:
        raise _stop("the header is not CSV", path, line, "column names, quoted as in RFC 4180")
    return best


def _cells(stream: BinaryIO, path: Path, delimiter: str, above: int) -> Iterator[tuple[int, list[str]]]:
    """Yield (line, cells) of each row that is not blank, `above` lines below the top of the file."""
    lines = _Lines(stream, path, above)
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        begin, lines.taken = lines.number + 1, 0
        # The limit (131,072 characters by default) belongs to the process: lift it for one row at a time.
        before = csv.field_size_limit(MAX_RECORD)
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            raise _stop(
                _plain(str(error)), path, begin, "cells quoted as in RFC 4180, line ends LF or CRLF"
            ) from error
        finally:
            csv.field_size_limit(before)
        if any(cells):
            yield begin, cells


def _plain(error: str) -> str:
    """Return a message of the csv module in words for readers of the file."""
    if "end of data" in error:
        return "a quotation mark opens a cell and none closes it"
    if "expected after" in error:
        return "a quotation mark inside a quoted cell is not doubled"
    if "new-line character" in error:
        return "a carriage return stands alone outside quotation marks"
    return f"is not CSV: {error}"


class _Lines:
    """The decoded lines of a stream that stands `above` lines below the top of its file, counted as taken."""

    def __init__(self, stream: BinaryIO, path: Path, above: int = 0) -> None:
        self._lines = lines_of(stream, MAX_RECORD)
        self._path = path
        self.number = above
        self.taken = 0  # bytes since the row in hand began

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number += 1
        self.taken += MAX_RECORD + 1 if line is None else len(line)
        if line is None or self.taken > MAX_RECORD:
            expected = f"at most {MAX_RECORD:,} bytes; is a quotation mark left open?"
            raise _stop("the row is too long", self._path, self.number, expected)
        problem = utf16(line, self._path) if self.number == 1 else None
        text = problem or decode(line, self._path, self.number)
        if isinstance(text, ArticleUnreadable):
            raise _Stop(text)
        return text


def _stop(message: str, path: Path, line: int, expected: str) -> _Stop:
    return _Stop(ArticleUnreadable(message, file=path, line=line, expected=expected))
