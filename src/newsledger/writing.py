"""What did the system say when something could not be written? Its refusals in words, with the path that was named."""

import errno
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from newsledger.errors import SystemRefused

_BY_NAME: Final[Mapping[str, str]] = {
    "ENOENT": "there is no such file or folder",
    "EEXIST": "something else stands there already",
    "ENOTDIR": "is no folder, or something above it is none",
    "EISDIR": "is a folder",
    "ENOTEMPTY": "is a folder that is not empty",
    "EACCES": "the right to do this is missing",
    "EPERM": "the right to do this is missing",
    "EROFS": "lies on a file system that is read-only",
    "ENOSPC": "there is no room left on the disk",
    "EDQUOT": "the quota of the disk is used up",
    "EFBIG": "the file would become larger than is allowed",
    "ENAMETOOLONG": "the name is too long",
    "ELOOP": "the symbolic links lead in a circle",
    "EIO": "the disk reports a fault",
    "EBUSY": "is in use",
    "ETXTBSY": "is in use",
    "EMFILE": "too many files are open",
    "ENFILE": "too many files are open",
    "ENXIO": "is no file that can be opened",
}
WORDS: Final[Mapping[int, str]] = {
    getattr(errno, name): said for name, said in _BY_NAME.items() if hasattr(errno, name)
}
"""What a user can do something about, as far as this system has it; other numbers are faults of ours."""
LIBRARIES: Final = frozenset({"polars", "sqlite3", "duckdb", "xlsxwriter", "_duckdb"})
"""Libraries whose errors hide what the system said."""
_NUMBER: Final = re.compile(r"(?:\(os error |\[Errno )([0-9]+)[)\]]")
_TRIAL: Final = 1 << 20


def refused(error: OSError, path: Path | str | None = None) -> SystemRefused | None:
    """Return the error of the catalogue for one of the system, None where it is none that a user can mend.

    `path` is what the user named; without it the file that the system names is told.
    """
    number = error.errno or _stated(error)  # shutil puts several errors into one that has no number
    if number not in WORDS:
        return None
    return SystemRefused(WORDS[number], file=path if path is not None else error.filename)


def _stated(error: Exception) -> int:
    """Return the number of the system's error that a message repeats, 0 where it repeats none."""
    found = _NUMBER.search(str(error))
    return int(found[1]) if found else 0


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what the system refuses while `path` is written, or what will be renamed to it, into SystemRefused.

    Of a refusal that is about a file elsewhere, that file is told.
    """
    try:
        yield
    except OSError as error:
        told = refused(error, path if _beside(error, path) else None)
        if told is None:
            raise
        raise told from error
    except Exception as error:
        hidden = _hidden(error, path)
        if hidden is None:
            raise
        raise hidden from error


def _beside(error: OSError, path: Path) -> bool:
    """Return whether an error names no file, or one at `path` or beside it, where files are made aside."""
    if not isinstance(error.filename, str):
        return True
    return Path(error.filename).absolute().is_relative_to(path.absolute().parent)


def _hidden(error: Exception, path: Path) -> SystemRefused | None:
    """Return what the system refused to a library that tells it in words of its own, or not at all.

    Where its message has no number, the same is tried again: a megabyte beside `path`.
    """
    if type(error).__module__.partition(".")[0] not in LIBRARIES:
        return None
    if number := _stated(error):
        return refused(OSError(number, ""), path)
    import tempfile

    try:
        with tempfile.TemporaryFile(dir=path.absolute().parent) as trial:
            trial.write(bytes(_TRIAL))
    except OSError as again:
        return refused(again, path)
    return None
