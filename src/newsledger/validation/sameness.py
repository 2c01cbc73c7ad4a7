"""Do two files hold the same table? The canonical form of a table, and the checksum of its content.

The canonical form is the CSV that we publish: contract columns, order and types, numbers with the contract's
decimals, LF, no BOM. It is the same for a table read from CSV and from Parquet, and across versions of
polars, while the bytes of a Parquet file change with the version that wrote it.
"""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import polars as pl

from newsledger.contract.column import Table

SLICE = 50_000
DATETIME = "%Y-%m-%dT%H:%M:%SZ"
PRECISION = 38


def written(frame: pl.DataFrame, table: Table) -> pl.DataFrame:
    """Return a frame whose numbers are decimals with as many places as the contract says, ready to be
    written.
    """
    fixed = [
        pl.col(c.name).round(c.decimals).cast(pl.Decimal(PRECISION, c.decimals))
        for c in table.columns
        if c.type == "number" and c.decimals is not None and c.name in frame.columns
    ]
    return frame.with_columns(fixed)


def canonical(frame: pl.DataFrame, table: Table) -> Iterator[bytes]:
    """Yield the canonical CSV of a table in pieces; the first begins with the header."""
    for start in range(0, max(frame.height, 1), SLICE):
        piece = written(frame.slice(start, SLICE), table)
        text = piece.write_csv(
            include_header=start == 0,
            include_bom=False,
            line_terminator="\n",
            quote_style="necessary",
            datetime_format=DATETIME,
            date_format="%Y-%m-%d",
        )
        yield text.encode("utf-8")


def content_hash(frame: pl.DataFrame, table: Table) -> str:
    """Return the SHA-256 of a table's content, as `sha256:` and 64 hexadecimal digits."""
    digest = hashlib.sha256()
    for piece in canonical(frame, table):
        digest.update(piece)
    return f"sha256:{digest.hexdigest()}"


def joint_hash(hashes: Mapping[str, str]) -> str:
    """Return one checksum over the content hashes of several tables, by name."""
    lines = "".join(f"{name} {hashes[name]}\n" for name in sorted(hashes))
    return f"sha256:{hashlib.sha256(lines.encode()).hexdigest()}"


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file's bytes as 64 hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
