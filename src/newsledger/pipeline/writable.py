"""May this be written? What is not a former result of ours stays, and a published release does above all."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from newsledger.contract.companions import archive_name
from newsledger.errors import InTheWay, ReleaseExists, UsageError
from newsledger.publish.index import INDEX, IndexInvalid, taken
from newsledger.publish.intact import check_outside
from newsledger.publish.page.releases import INDEX_PAGE

LONGEST_HEADER = 65_536


def check_file(path: Path) -> None:
    """Refuse a file that must not be written or replaced; a regular file that the user names may be.

    Raises UsageError for a folder, a link, or what is no regular file, such as a device: it would be gone.
    Raises ReleaseExists in a published release, and for archive, page and index beside it.
    """
    if path.is_symlink():
        raise UsageError("is a symbolic link", file=path, expected="the name of a file")
    if path.is_dir():
        raise UsageError("is a folder", file=path, expected="the name of a file")
    if path.exists() and not path.is_file():
        raise UsageError("is no regular file", file=path, expected="the name of a file")
    check_outside(path)
    if path.name in _published(path.absolute().parent):
        raise ReleaseExists("belongs to the published releases beside it", file=path)


def _published(folder: Path) -> set[str]:
    """Return the names of the files that publishing keeps in a folder, if that is one of releases."""
    try:
        versions = taken(folder)
    except IndexInvalid:
        return set()
    return {INDEX, INDEX_PAGE, *map(archive_name, versions)} if versions else set()


def check_apart(out: Path, inputs: Sequence[Path], names: Sequence[str] = ()) -> None:
    """Raise UsageError if `out` is, or lies in, one of the files and folders that are read.

    `names` are those of the files that are to be written, where `out` is a folder. What is written into a folder
    of articles would be read as articles the next time.
    """
    target = Path(os.path.realpath(out))
    for given in inputs:
        read = Path(os.path.realpath(given))
        if target == read or (read.is_dir() and target.is_relative_to(read)):
            raise UsageError(
                "would be written into what is read",
                field="--out",
                value=out,
                expected=f"a place outside {given}",
            )
        if read in [target / name for name in names]:
            raise UsageError(
                "would replace what is read", field="--out", value=out, expected="another folder"
            )


def check_folder(folder: Path, tables: Mapping[str, Sequence[str]], others: Sequence[str] = ()) -> None:
    """Refuse a folder in which files would be replaced that no earlier run wrote.

    `tables` are the CSV files that are to be written, with their columns: those of an earlier run have the same
    header. `others` are files without one; they are replaced beside such tables. Raises InTheWay, and
    ReleaseExists in a published release.
    """
    check_outside(folder)
    there = {name: folder / name for name in (*tables, *others) if _is_there(folder / name)}
    ours = [name for name in there if name in tables and _has_header(there[name], tables[name])]
    for name, path in there.items():
        if name not in ours and (name in tables or not ours or not _is_plain(path)):
            raise InTheWay("is there and from no earlier run", file=path, expected="another folder")


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _has_header(path: Path, columns: Sequence[str]) -> bool:
    if not _is_plain(path):
        return False
    with path.open("rb") as file:
        return file.readline(LONGEST_HEADER).rstrip(b"\r\n") == ",".join(columns).encode()
