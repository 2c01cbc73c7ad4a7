"""How does a whole release travel as one file? A zip whose bytes depend on the release alone."""

import zipfile
from pathlib import Path

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip can state; the release date is inside."""
MODE = 0o100644
UNIX = 3


def write_archive(folder: Path, path: Path, name: str) -> None:
    """Write every file of a release folder into a zip below the folder `name`, in the order of their paths.

    Dates, owners and modes are fixed, so that the same release gives the same bytes with the same zlib.
    """
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in files:
            entry = zipfile.ZipInfo(f"{name}/{file.relative_to(folder).as_posix()}", FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = UNIX
            entry.external_attr = MODE << 16
            archive.writestr(entry, file.read_bytes(), compresslevel=9)
