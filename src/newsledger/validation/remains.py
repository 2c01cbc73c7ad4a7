"""Is this a release of ours, or what is left of one? Known by its traces, so that a lost file does not hide it."""

import os
from collections.abc import Iterator
from pathlib import Path

from newsledger.validation.checksums import LARGEST_SUMS, SUMS, check_index, check_sums
from newsledger.validation.descriptor_file import LARGEST
from newsledger.validation.findings import Finding
from newsledger.validation.kinds import found
from newsledger.validation.lint import OURS

DESCRIPTOR = "datapackage.json"
EVENTS, REPORTS = "data/events.csv", "data/reports.csv"
"""Two tables that lie there in every release; one alone may well be somebody's own file."""


def is_torn(folder: Path) -> bool:
    """Return whether a folder was a release once and has lost its datapackage.json."""
    return not (folder / DESCRIPTOR).is_file() and (_has_sums(folder) or _has_tables(folder))


def check_torn(folder: Path, index: Path) -> Iterator[Finding]:
    """Yield what is wrong with a release that has lost its descriptor: nothing but its files can be checked."""
    yield found("E140", "is missing, and without it the tables cannot be checked", file=DESCRIPTOR)
    yield from (f for f in check_sums(folder) if f.file != DESCRIPTOR)
    if index.is_file():
        yield from (f for f in check_index(folder, index) if f.file != DESCRIPTOR)


def release_around(path: Path) -> Path | None:
    """Return the release that `path` lies in, or that it is; None if there is none. Links are followed.

    A folder with two of the three traces of a release is one, so that a damaged release is one, too.
    """
    real = Path(os.path.realpath(path))  # unlike `resolve`, it bears links that lead in a circle
    return next((p for p in (real, *real.parents) if _holds_release(p)), None)


def _holds_release(folder: Path) -> bool:
    traces = (_has_descriptor(folder), _has_sums(folder), _has_tables(folder))
    return sum(traces) > 1


def _has_descriptor(folder: Path) -> bool:
    """Return whether there is a descriptor that speaks of us; other data packages may lie anywhere."""
    path = folder / DESCRIPTOR
    try:
        return path.is_file() and path.stat().st_size <= LARGEST and f'"{OURS}"'.encode() in path.read_bytes()
    except OSError:
        return False


def _has_tables(folder: Path) -> bool:
    return (folder / EVENTS).is_file() and (folder / REPORTS).is_file()


def _has_sums(folder: Path) -> bool:
    """Return whether SHA256SUMS speaks of a descriptor; people keep such a file beside articles, too."""
    path = folder / SUMS
    try:
        if not path.is_file() or path.stat().st_size > LARGEST_SUMS:
            return False
        lines = path.read_bytes().splitlines()
    except OSError:
        return False
    return any(line.endswith((b" " + DESCRIPTOR.encode(), b"*" + DESCRIPTOR.encode())) for line in lines)
