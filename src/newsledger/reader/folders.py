"""Which articles does a folder hold? Every file of a known kind in it and below, in the order of paths."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final

from newsledger.errors import ArticleInvalid, ArticleUnreadable, DataInvalid, shown
from newsledger.reader.csv_rows import columns_of, read_csv
from newsledger.reader.found import Raw
from newsledger.reader.text_files import TEXT_ENDINGS

SIDECAR: Final = "articles.csv"
_FILE: Final = "file"


@dataclass(slots=True)
class Sidecar:
    """What articles.csv says of the text files of its folder: rows by path, and problems of other rows."""

    rows: dict[Path, Raw] = field(default_factory=dict)
    problems: list[DataInvalid] = field(default_factory=list)


def files_below(folder: Path) -> Iterator[Path | ArticleUnreadable]:
    """Yield the files in `folder` and below, by path; a problem for a link that leaves the folder.

    Files and folders whose names begin with a dot are left out, and links to folders are not followed.
    """
    inside = folder.resolve()
    for top, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted([*files, *folders]):
            path = Path(top, name)
            if name.startswith(".") or (name in folders and not path.is_symlink()):
                continue
            if path.is_symlink() and not _leads_inside(path, inside):
                message = "is a symbolic link that leaves the folder or leads nowhere"
                yield ArticleUnreadable(message, file=path, expected="a file in the folder")
            elif path.is_file():
                yield path


def _leads_inside(path: Path, inside: Path) -> bool:
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return False
    return target.is_relative_to(inside)


def is_sidecar(path: Path) -> bool:
    """Return whether `path` is an articles.csv with a column `file` and none called `text`."""
    if path.name != SIDECAR or not path.is_file():
        return False
    names = columns_of(path)
    return _FILE in names and "text" not in names


def read_sidecar(folder: Path) -> Sidecar:
    """Return the rows of the folder's sidecar by the path of the file that each describes.

    A row is a problem where `file` is missing, absolute, leaves the folder, is no text file there, or stands
    twice.
    """
    path = folder / SIDECAR
    sidecar = Sidecar()
    if not is_sidecar(path):
        return sidecar
    for found in read_csv(path, [_FILE]):
        if not isinstance(found, Raw):
            sidecar.problems.append(found)
            continue
        name = str(found.values.get(_FILE, ""))
        message = _name_problem(folder, name) if name else "is missing"
        target = folder / PurePosixPath(name)
        if not message and target in sidecar.rows:
            message = f"stands a second time, first on line {sidecar.rows[target].line}"
        if message:
            got = name or None
            expected = "the path of a text file in the folder"
            sidecar.problems.append(
                ArticleInvalid(message, file=path, line=found.line, field=_FILE, value=got, expected=expected)
            )
        else:
            values = {key: value for key, value in found.values.items() if key != _FILE}
            sidecar.rows[target] = Raw(values, found.file, found.line)
    return sidecar


def _name_problem(folder: Path, name: str) -> str:
    """Return what is wrong with the path that a sidecar gives; empty if nothing is."""
    if "\0" in name:
        return "holds a NUL character"
    if PurePosixPath(name).is_absolute() or PureWindowsPath(name).drive or name.startswith("\\"):
        return "is an absolute path"
    if ".." in PurePosixPath(name).parts or ".." in PureWindowsPath(name).parts:
        return "leaves the folder"
    path = folder / PurePosixPath(name)
    try:
        if not path.is_file():
            return "names no file"
    except OSError:
        return "names no file"
    if not _leads_inside(path, folder.resolve()):
        return "leaves the folder"
    if path.suffix.lower() not in TEXT_ENDINGS:
        return f"ends in {shown(path.suffix)}"
    return ""
