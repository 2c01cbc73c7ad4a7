"""Is this CSV file written in the package's dialect, and on which line stands each of its rows?

The dialect: UTF-8 without BOM, LF, comma, quotes only where needed, every row as long as the header, no line
break inside a cell. Streams the file, so that its size does not matter; a line or a cell beyond the limits
ends the pass.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from newsledger.errors import shown
from newsledger.validation.findings import EXAMPLES, Finding
from newsledger.validation.kinds import found

LONGEST_LINE = 8 * 1024 * 1024
LONGEST_CELL = 131_072
MOST_COLUMNS = 2_000
BOM = b"\xef\xbb\xbf"


@dataclass(slots=True)
class CsvFile:
    """What one pass over a CSV file told.

    `lines` holds the line of each row where cells span lines, else it is None and row i stands on line i + 2.
    `readable` is False where the bytes are no UTF-8 text or the rows are ragged, so that cells cannot be
    trusted.
    """

    path: Path
    name: str
    header: tuple[str, ...] = ()
    rows: int = 0
    lines: Sequence[int] | None = None
    readable: bool = True
    delimiter: str = ","
    findings: list[Finding] = field(default_factory=list)

    def line(self, row: int) -> int:
        """Return the line (1 is the header) on which the row with the 0-based index `row` begins."""
        return row + 2 if self.lines is None else self.lines[row]


class _Lines:
    """The decoded lines of a file, noting on the way what the dialect forbids."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.number = 0
        self.crlf: list[int] = []
        self.nul: list[int] = []
        self.undecodable: list[tuple[int, str]] = []
        self.bom = False
        self.too_long = 0
        self.open_end = False

    def __iter__(self) -> Iterator[str]:
        with self.path.open("rb") as file:
            while line := file.readline(LONGEST_LINE):
                self.number += 1
                if self.number == 1 and line.startswith(BOM):
                    self.bom, line = True, line.removeprefix(BOM)
                if len(line) >= LONGEST_LINE:
                    self.too_long = self.number
                    return
                self._note(line)
                yield line.decode("utf-8", errors="replace")

    def _note(self, line: bytes) -> None:
        if line.endswith(b"\r\n") or b"\r" in line:
            self.crlf.append(self.number)
        if b"\x00" in line:
            self.nul.append(self.number)
        self.open_end = not line.endswith(b"\n")
        if not line.isascii():
            try:
                line.decode("utf-8")
            except UnicodeDecodeError as problem:
                self.undecodable.append((self.number, f"byte 0x{line[problem.start]:02x}"))


def read_dialect(
    path: Path, name: str | None = None, *, delimiter: str = ",", strict: bool = True
) -> CsvFile:
    """Return what one streamed pass over the file at `path` told, findings (E144, E112) included.

    `strict` holds the file to our dialect; without it a BOM, CRLF and line breaks in cells are accepted, as
    readers do (design: readers accept more than we publish).
    """
    lines = _Lines(path)
    told = CsvFile(path, path.name if name is None else name, delimiter=delimiter)
    starts: list[int] = []
    ragged: list[tuple[int, int]] = []
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(iter(lines), delimiter=delimiter, strict=strict)
    try:
        told.header = tuple(next(reader, []))
        last = reader.line_num
        for row in reader:
            starts.append(last + 1)
            last = reader.line_num
            if len(row) != len(told.header):
                ragged.append((starts[-1], len(row)))
    except csv.Error as problem:
        told.readable = False
        told.findings.append(_broken(told, f"cannot be read as CSV: {problem}", reader.line_num))
    told.rows = len(starts)
    broken = any(start != i + 2 for i, start in enumerate(starts)) or (bool(starts) and last != starts[-1])
    told.lines = starts if broken else None
    _judge(told, lines, ragged, strict=strict, broken=broken)
    return told


def _broken(told: CsvFile, message: str, line: int | None, **more: object) -> Finding:
    return found("E144", message, file=told.name, line=line, **more)


def _many(told: CsvFile, message: str, places: list[int], rule: str) -> Finding:
    shown_lines = tuple(f"line {n}" for n in places[:EXAMPLES])
    return _broken(told, message, places[0], rule=rule, count=len(places), examples=shown_lines)


def _judge(
    told: CsvFile, lines: _Lines, ragged: list[tuple[int, int]], *, strict: bool, broken: bool
) -> None:
    say = told.findings.append
    if lines.undecodable:
        told.readable = False
        line, what = lines.undecodable[0]
        count = len(lines.undecodable)
        say(_broken(told, f"is not UTF-8 ({what})", line, rule="encoding utf-8", value=what, count=count))
    if lines.too_long:
        told.readable = False
        say(_broken(told, f"a line is longer than {LONGEST_LINE} bytes", lines.too_long, rule="line length"))
    if lines.nul:
        told.readable = False
        say(_many(told, "holds a NUL byte", lines.nul, "no NUL bytes"))
    if ragged:
        told.readable = False
        line, cells = ragged[0]
        texts = tuple(f"line {n}: {c} cells" for n, c in ragged[:EXAMPLES])
        message = f"{cells} cells where the header has {len(told.header)}"
        say(
            _broken(
                told, message, line, rule="every row as long as the header", count=len(ragged), examples=texts
            )
        )
    _judge_header(told)
    if not strict:
        return
    if lines.bom:
        say(_broken(told, "begins with a byte order mark", 1, rule="no BOM"))
    if lines.crlf:
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
            told.findings.append(_broken(told, message, 1, rule="header", value=name, column=name))
        seen.add(name)
