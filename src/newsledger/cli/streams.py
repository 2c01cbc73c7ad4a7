"""Where do words go, and where do data? The streams of the process, made ready for both."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from newsledger.errors import SystemRefused, printable
from newsledger.writing import refused


def ready() -> None:
    """Make the streams of the process ready: a character that their encoding lacks is written as `\\u2013`, and
    what is said to a closed stderr is lost without harm. Raises SystemRefused where stdout is closed.
    """
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - as long as the process
    if sys.stdout is None:
        # The next file that is opened would get its number, and be written to.
        raise SystemRefused("is closed", file="the standard output", expected="a terminal, a pipe or a file")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors in ("strict", "surrogateescape"):
            stream.reconfigure(errors="backslashreplace")


@contextmanager
def speaking() -> Iterator[None]:
    """Turn what the system refuses while stdout is written to into SystemRefused; a reader that went away is none."""
    try:
        yield
    except OSError as error:
        told = refused(error, "the standard output") if error.filename is None else None
        if told is None:
            raise
        silence()  # else what is still held would be written, and refused again, at the end of the process
        raise told from error


def silence() -> None:
    """Let nothing more be written to stdout, whose reader went away or which takes nothing."""
    try:
        number = sys.stdout.fileno()
    except (OSError, ValueError):
        return
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, number)
    os.close(devnull)


class DataStream:
    """The stdout for data: UTF-8, whatever the encoding of words is, and as they are, unless a terminal shows them:
    there what would steer it is made visible.
    """

    def __init__(self) -> None:
        self._seen = sys.stdout.isatty()

    def write(self, piece: bytes) -> int:
        """Write whole lines of UTF-8 and return how many bytes they were."""
        if self._seen:
            lines = piece.decode("utf-8", "backslashreplace").split("\n")
            piece = "\n".join(map(printable, lines)).encode("utf-8", "backslashreplace")
        with speaking():
            sys.stdout.flush()
            return sys.stdout.buffer.write(piece)

    def flush(self) -> None:
        """Send on what was written."""
        with speaking():
            sys.stdout.buffer.flush()


def pour(text: str) -> None:
    """Write data to stdout; see `DataStream`."""
    stream = DataStream()
    stream.write(text.encode("utf-8", "backslashreplace"))
    stream.flush()
