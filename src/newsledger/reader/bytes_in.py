"""Is the file UTF-8, and where does it stop being so?"""

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

from newsledger.errors import ArticleUnreadable

BOM: Final = b"\xef\xbb\xbf"
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_CHUNK: Final = 1 << 20


def cannot_open(path: Path, error: OSError) -> ArticleUnreadable:
    """Return the problem of a file that the system does not let us read."""
    return ArticleUnreadable(f"cannot be read: {error.strerror or error}", file=path)


def utf16(start: bytes, file: Path | str) -> ArticleUnreadable | None:
    """Return the problem of a file that begins with the mark of UTF-16, which some editors call Unicode."""
    if start.startswith(_UTF16):
        return ArticleUnreadable("is UTF-16", file=file, line=1, expected="UTF-8; save the file as UTF-8")
    return None


def decode(data: bytes, file: Path | str, line: int = 1) -> str | ArticleUnreadable:
    """Return `data` as text, or the problem with the line and place of the first byte that is wrong.

    `line` is the number of the first line of `data` in its file; on line 1 a byte order mark is left out.
    """
    if line == 1:
        data = data.removeprefix(BOM)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        good = data[: error.start]
        column = error.start - (good.rfind(b"\n") + 1) + 1
        return ArticleUnreadable(
            f"is not UTF-8: byte 0x{data[error.start]:02x} at byte {column} of the line",
            file=file,
            line=line + good.count(b"\n"),
            expected="UTF-8; save the file as UTF-8",
        )


def read_text(path: Path, limit: int) -> str | ArticleUnreadable:
    """Return a whole file as text, or the problem: not readable, larger than `limit` bytes, or not UTF-8."""
    try:
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        return cannot_open(path, error)
    if len(data) > limit:
        return ArticleUnreadable("is too large", file=path, expected=f"at most {limit:,} bytes")
    return utf16(data, path) or decode(data, path)


def lines_of(stream: IO[bytes], limit: int) -> Iterator[bytes | None]:
    """Yield the lines of `stream` with their ends; None stands for a line of more than `limit` bytes."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
        yield None
