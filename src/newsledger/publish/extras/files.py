"""Which files does metadata point to? Path, media type, size and checksum of what can be loaded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from newsledger.publish.write import csv_path, parquet_path
from newsledger.validation.sameness import file_hash

MEDIATYPES: Mapping[str, str] = MappingProxyType(
    {
        ".csv": "text/csv",
        ".parquet": "application/vnd.apache.parquet",
        ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".sql": "application/sql",
        ".md": "text/markdown",
    }
)
WORKBOOK, POINTS = "events.xlsx", "gis/events.geo.parquet"


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What metadata say of a file: its media type, size in bytes and SHA-256."""

    mediatype: str
    size: int
    sha256: str


def file_facts(folder: Path, tables: Iterable[str]) -> dict[str, FileFacts]:
    """Return the files of a release that can be loaded, by their path: tables first, then points and workbook."""
    names = list(tables)
    paths = [csv_path(n) for n in names] + [parquet_path(n) for n in names] + [POINTS, WORKBOOK]
    return {path: _facts(folder / path) for path in paths if (folder / path).is_file()}


def _facts(path: Path) -> FileFacts:
    return FileFacts(MEDIATYPES[path.suffix], path.stat().st_size, file_hash(path))
