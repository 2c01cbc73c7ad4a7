"""What does this archive hold? The ZIP of a release or data package, unpacked with care.

Names, kinds and sizes of all members are looked at before the first is written. While they are written their bytes
are counted, since the sizes that an archive states may be lies.
"""

import stat
import struct
import zipfile
import zlib
from collections import Counter
from pathlib import Path, PurePosixPath
from typing import IO, Final

from newsledger.validation.findings import plain

DESCRIPTOR: Final = "datapackage.json"
MOST_MEMBERS: Final = 10_000
LONGEST_NAME: Final = 1_000
ALWAYS_FINE: Final = 1024**3
"""Unpacked bytes that are never too many."""
MOST_INFLATED: Final = 100
"""How many times larger than the archive its content may be above that; CSV shrinks to a fifth or a tenth."""
PIECE: Final = 1024**2
METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_BROKEN: Final = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error),
    *(OSError, EOFError, ValueError, RuntimeError, IndexError, KeyError),
)
"""What zipfile raises over bytes that are no archive, as fuzzing found."""


class ArchiveRefused(ValueError):
    """An archive that is not unpacked; the text says why, `code` whether a name leads out of it (E155)."""

    def __init__(self, message: str, code: str = "E165") -> None:
        super().__init__(message)
        self.code = code


def unpacked(path: Path, aside: Path, *, always_fine: int = ALWAYS_FINE) -> Path:
    """Unpack the package in the ZIP at `path` into the empty folder `aside` and return the package's folder.

    The folder has the archive's name without `.zip`, as a release's folder has its version. ArchiveRefused if
    the archive is none, holds no datapackage.json at its top or in its one folder, or anything in it could
    harm: names that lead out, links, other methods than deflate, passwords, too many or too large members.
    """
    target = aside / path.stem
    try:
        with zipfile.ZipFile(path) as archive:
            members = _members(archive)
            top = _top(members)
            allowed = max(always_fine, MOST_INFLATED * path.stat().st_size)
            _not_too_large(sum(m.file_size for m in members), allowed, path)
            left = allowed
            for member in members:
                inside = target / PurePosixPath(member.filename).relative_to(top)
                inside.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(member) as packed, inside.open("xb") as file:
                    left -= _copied(packed, file, left)
    except ArchiveRefused:
        raise
    except _BROKEN as problem:
        raise ArchiveRefused(f"cannot be unpacked: {_first_line(problem)}") from None
    return target


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the files of an archive; ArchiveRefused if one of its entries could harm."""
    entries = archive.infolist()
    if len(entries) > MOST_MEMBERS:
        raise ArchiveRefused(f"has {len(entries)} members, expected at most {MOST_MEMBERS}")
    for entry in entries:
        _harmless(entry)
    files = [e for e in entries if not e.is_dir()]
    names = Counter(e.filename.casefold() for e in files)
    twice = next((e.filename for e in files if names[e.filename.casefold()] > 1), None)
    if twice is not None:
        raise ArchiveRefused(f"{plain(twice)} is in it twice")
    return files


def _harmless(entry: zipfile.ZipInfo) -> None:
    # zipfile cuts a name at its NUL byte and keeps the whole of it as orig_filename
    name, kind = entry.orig_filename, stat.S_IFMT(entry.external_attr >> 16)
    parts = name.removesuffix("/").split("/")
    if {"", ".", ".."} & set(parts) or "\\" in name or ":" in parts[0] or "\x00" in name:
        raise ArchiveRefused(f"{plain(name)} leads out of the archive", "E155")
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise ArchiveRefused(f"{plain(name)} is a link or a device", "E155")
    if len(name) > LONGEST_NAME:
        raise ArchiveRefused(f"has a name of {len(name)} characters")
    if entry.flag_bits & 0x1:
        raise ArchiveRefused(f"{plain(name)} needs a password")
    if entry.compress_type not in METHODS:
        raise ArchiveRefused(f"{plain(name)} is packed by another method than deflate")


def _top(members: list[zipfile.ZipInfo]) -> PurePosixPath:
    """Return the folder of the archive that holds the package: the top, or its one folder."""
    names = {m.filename for m in members}
    first = {name.split("/")[0] for name in names}
    for top in ["", *(first if len(first) == 1 else ())]:
        if str(PurePosixPath(top) / DESCRIPTOR) in names:
            return PurePosixPath(top)
    raise ArchiveRefused(f"holds no {DESCRIPTOR}")


def _not_too_large(size: int, allowed: int, path: Path) -> None:
    if size > allowed:
        raise ArchiveRefused(f"holds {size} bytes in {path.stat().st_size}, expected at most {allowed}")


def _copied(packed: IO[bytes], file: IO[bytes], most: int) -> int:
    """Copy at most so many bytes and return how many; ArchiveRefused if there are more."""
    done = 0
    while piece := packed.read(PIECE):
        done += len(piece)
        if done > most:
            raise ArchiveRefused("holds more bytes than it states")
        file.write(piece)
    return done


def _first_line(problem: BaseException) -> str:
    return plain((str(problem).splitlines() or [type(problem).__name__])[0])
