"""Is this CSV file written in the package's dialect, and on which line stands each of its rows?

The dialect: UTF-8 without BOM, LF, comma, quotes only where needed, every row as long as the header, no line
break inside a cell. Streams the file, so that its size does not matter; a line or a cell beyond the limits
ends the pass.
"""

import csv
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from newsledger.errors import shown
from newsledger.validation.findings import EXAMPLES, Finding, plain
from newsledger.validation.kinds import found

LONGEST_LINE = 8 * 1024 * 1024
LONGEST_CELL = 131_072
MOST_COLUMNS = 16_384
BOM = b"\xef\xbb\xbf"
UTF16 = (b"\xff\xfe", b"\xfe\xff")
"""How a file begins that an editor saved as Unicode, as some call UTF-16."""


@dataclass(slots=True)
class CsvFile:
    """What one pass over a CSV file told.

    `lines` holds the line of each row where cells span lines, else it is None and row i stands on line i + 2.
    `readable` is False where the bytes are no UTF-8 text or the rows are ragged, so that cells cannot be
    trusted. `longest` is the number of bytes of the longest line.
    """

    path: Path
    name: str
    header: tuple[str, ...] = ()
    rows: int = 0
    lines: Sequence[int] | None = None
    readable: bool = True
    delimiter: str = ","
    longest: int = 0
    findings: list[Finding] = field(default_factory=list)

    def line(self, row: int) -> int:
        """Return the line (1 is the header) on which the row with the 0-based index `row` begins."""
        return row + 2 if self.lines is None else self.lines[row]


@dataclass(slots=True)
class Places:
    """How often something was seen, and the first lines on which it was, with what was seen there."""

    count: int = 0
    first: list[tuple[int, str]] = field(default_factory=list)

    def add(self, line: int, what: str = "") -> None:
        """Note one more line."""
        self.count += 1
        if len(self.first) < EXAMPLES:
            self.first.append((line, what))


class _Lines:
    """The decoded lines of a file, noting on the way what the dialect forbids."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.number = 0
        self.crlf = Places()
        self.lone_cr = Places()
        self.nul = Places()
        self.undecodable = Places()
        self.longest = 0
        self.bom = False
        self.utf16 = False
        self.too_long = 0
        self.open_end = False

    def __iter__(self) -> Iterator[str]:
        with self.path.open("rb") as file:
            while line := file.readline(LONGEST_LINE):
                self.number += 1
                if self.number == 1 and line.startswith(UTF16):
                    self.utf16 = True
                    return
                if self.number == 1 and line.startswith(BOM):
                    self.bom, line = True, line.removeprefix(BOM)
                if len(line) >= LONGEST_LINE:
                    self.too_long = self.number
                    return
                self._note(line)
                yield line.decode("utf-8", errors="replace")

    def _note(self, line: bytes) -> None:
        if b"\r" in line:
            self.crlf.add(self.number)
            if line.count(b"\r") > line.endswith(b"\r\n"):
                self.lone_cr.add(self.number)
        if b"\x00" in line:
            self.nul.add(self.number)
        self.longest = max(self.longest, len(line))
        self.open_end = not line.endswith(b"\n")
        if not line.isascii():
            try:
                line.decode("utf-8")
            except UnicodeDecodeError as problem:
                self.undecodable.add(self.number, f"byte 0x{line[problem.start]:02x}")


def read_dialect(
    path: Path,
    name: str | None = None,
    *,
    delimiter: str = ",",
    strict: bool = True,
    longest_cell: int = LONGEST_CELL,
) -> CsvFile:
    """Return what one streamed pass over the file at `path` told, findings (E144, E112) included.

    `strict` holds the file to our dialect; without it a BOM, CRLF and line breaks in cells are accepted, as
    readers do (design: readers accept more than we publish).
    """
    lines = _Lines(path)
    told = CsvFile(path, path.name if name is None else name, delimiter=delimiter)
    starts = array("Q")
    ragged, blank = Places(), Places()
    csv.field_size_limit(longest_cell)
    # strict: of text after a closing quote every reader makes something else
    reader = csv.reader(iter(lines), delimiter=delimiter, strict=True)
    last = 0
    try:
        told.header = tuple(next(reader, []))
        last = reader.line_num
        for row in reader:
            starts.append(last + 1)
            last = reader.line_num
            if len(row) != len(told.header):
                ragged.add(starts[-1], f"{len(row)} cells")
            elif not any(row):
                blank.add(starts[-1])
    except csv.Error as problem:
        told.readable = False
        told.findings.append(_broken(told, f"cannot be read as CSV: {problem}", reader.line_num))
    except OSError as problem:
        told.readable = False
        told.findings.append(_broken(told, f"cannot be read: {problem.strerror}", None))
        return told
    told.rows = len(starts)
    told.longest = lines.longest
    broken = any(start != i + 2 for i, start in enumerate(starts)) or (bool(starts) and last != starts[-1])
    told.lines = starts if broken else None
    _judge(told, lines, (ragged, blank), strict=strict, broken=broken)
    return told


def _broken(told: CsvFile, message: str, line: int | None, **more: object) -> Finding:
    return found("E144", message, file=told.name, line=line, **more)


def _many(told: CsvFile, message: str, places: Places, rule: str) -> Finding:
    line, what = places.first[0]
    texts = tuple(f"line {n}: {seen}" if seen else f"line {n}" for n, seen in places.first)
    return _broken(told, message, line, rule=rule, value=what, count=places.count, examples=texts)


def _judge(told: CsvFile, lines: _Lines, rows: tuple[Places, Places], *, strict: bool, broken: bool) -> None:
    say = told.findings.append
    if lines.utf16:  # of which every line would break several rules
        told.readable = False
        say(_broken(told, "is UTF-16, expected UTF-8", 1, rule="encoding utf-8"))
        return
    ragged, blank = rows
    if lines.undecodable.count:
        told.readable = False
        what = lines.undecodable.first[0][1]
        say(_many(told, f"is not UTF-8 ({what})", lines.undecodable, "encoding utf-8"))
    if lines.too_long:
        told.readable = False
        say(_broken(told, f"a line is longer than {LONGEST_LINE} bytes", lines.too_long, rule="line length"))
    if lines.nul.count:
        told.readable = False
        say(_many(told, "holds a NUL byte", lines.nul, "no NUL bytes"))
    if lines.lone_cr.count:
        told.readable = False
        say(_many(told, "holds a CR without LF, which some readers take for a line end", lines.lone_cr, "LF"))
    if ragged.count:
        told.readable = False
        message = f"{ragged.first[0][1]} where the header has {len(told.header)}"
        say(_many(told, message, ragged, "every row as long as the header"))
    if blank.count and len(told.header) > 1:
        say(_many(told, "a row has no value in any cell", blank, "no empty rows"))
    _judge_header(told)
    if strict:
        _judge_strictly(told, lines, broken)


def _judge_strictly(told: CsvFile, lines: _Lines, broken: bool) -> None:
    """Note what our dialect forbids and readers take."""
    say = told.findings.append
    if lines.bom:
        say(_broken(told, "begins with a byte order mark", 1, rule="no BOM"))
    if lines.crlf.count:
        say(_many(told, "a line ends with CR LF, expected LF", lines.crlf, "LF"))
    if lines.open_end and lines.number:
        say(_broken(told, "does not end with a line feed", lines.number, rule="LF"))
    if broken:
        say(_broken(told, "a cell holds a line break", None, rule="no line breaks in cells"))


def _judge_header(told: CsvFile) -> None:
    if not told.header:
        told.readable = False
        told.findings.append(_broken(told, "is empty, expected a header line", 1, rule="header"))
        return
    if len(told.header) > MOST_COLUMNS:
        told.readable = False
        told.findings.append(
            _broken(told, f"has {len(told.header)} columns", 1, rule=f"at most {MOST_COLUMNS}")
        )
        return
    seen: set[str] = set()
    for name in told.header:
        if not name.strip() or name in seen:
            told.readable = False
            message = f"a column is called {shown(name)} twice" if name.strip() else "a column has no name"
            told.findings.append(
                _broken(told, message, 1, rule="header", value=plain(name), column=plain(name))
            )
        seen.add(name)
