"""How does a whole release travel as one file? A zip whose bytes depend on the release alone."""

import shutil
import zipfile
import zlib
from pathlib import Path

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip can state; the release date is inside."""
MODE = 0o100644
PIECE = 1 << 20
UNIX = 3
PACKED = frozenset({".parquet", ".png", ".xlsx"})
"""Endings of files that are compressed already; deflating them once more takes long and gains nothing."""


def write_archive(folder: Path, path: Path, name: str) -> None:
    """Write every file of a release folder into a zip below the folder `name`, in the order of their paths.

    Dates, owners and modes are fixed, so that the same release gives the same bytes with the same zlib. Files
    are copied piece by piece, however large they are.
    """
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    with zipfile.ZipFile(path, "w") as archive:
        for file in files:
            member = zipfile.ZipInfo(f"{name}/{file.relative_to(folder).as_posix()}", FIRST_DAY)
            member.compress_type = zipfile.ZIP_STORED if file.suffix in PACKED else zipfile.ZIP_DEFLATED
            member.create_system = UNIX
            member.external_attr = MODE << 16
            member.file_size = file.stat().st_size  # tells zipfile whether the member needs the long form
            with file.open("rb") as source, archive.open(member, "w") as target:
                shutil.copyfileobj(source, target, PIECE)


def is_archive_of(path: Path, folder: Path, name: str) -> bool:
    """Return whether a zip holds just the files of a release folder, below the folder `name`."""
    files = {f"{name}/{p.relative_to(folder).as_posix()}": p for p in folder.rglob("*") if p.is_file()}
    if path.is_symlink() or not path.is_file():
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            if sorted(archive.namelist()) != sorted(files):
                return False
            return all(_holds(archive, member, file) for member, file in files.items())
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError):
        return False


def _holds(archive: zipfile.ZipFile, member: str, file: Path) -> bool:
    with archive.open(member) as packed, file.open("rb") as plain:
        while True:
            there, here = packed.read(PIECE), plain.read(PIECE)
            if there != here:
                return False
            if not here:
                return True
