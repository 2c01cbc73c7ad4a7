"""Can these Parquet files be decoded? Run as a process of its own: `python -m … FILE…`.

A damaged Parquet file can make the decoder abort the whole process, and a small one can hold more than there
is memory. No Python code can catch either, so it is tried here first, for `parquet_files` outside. One line
of JSON is written per file, in order: `{"columns": [...]}`, or `{"error": "why"}`.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

ADDRESS_SPACE: Final = 12 * 1024**3
"""Bytes; where the system knows such a limit, an allocation beyond it ends this process only."""
ALWAYS_FINE: Final = 1024**3
"""Decoded bytes that are never too many."""
MOST_INFLATED: Final = 500
"""How many times larger than the file its content may be above that."""
CELL: Final = 8
"""Bytes that a cell takes at least."""
MOST_COLUMNS: Final = 16_384


def bounded(address_space: int = ADDRESS_SPACE) -> None:
    """Bound the memory of this process, on systems that can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (address_space, address_space))


def decoded(paths: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield for each file its columns, or why it cannot be decoded."""
    import polars as pl

    for path in paths:
        try:
            yield _of_file(Path(path))
        # A panic of polars is no Exception.
        except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError, ValueError) as error:
            yield {"error": (str(error).splitlines() or [""])[0][:200] or type(error).__name__}


def _of_file(path: Path) -> dict[str, Any]:
    import polars as pl

    allowed = max(ALWAYS_FINE, MOST_INFLATED * path.stat().st_size)
    scanned = pl.scan_parquet(path, glob=False, hive_partitioning=False)
    columns = scanned.collect_schema().names()
    if len(columns) > MOST_COLUMNS:
        return {"error": f"has {len(columns)} columns, at most {MOST_COLUMNS} are read"}
    rows = scanned.select(pl.len()).collect().item()
    if rows * max(len(columns), 1) * CELL > allowed:
        return {"error": f"claims {rows} rows in {path.stat().st_size} bytes"}
    frame = pl.read_parquet(path, glob=False, hive_partitioning=False)
    texts = [name for name, kind in frame.schema.items() if kind in (pl.String, pl.Binary)]
    size = sum(frame[name].cast(pl.Binary).bin.size().cast(pl.UInt64).sum() for name in texts)
    if size > allowed:
        return {"error": f"holds {size} bytes of text in {path.stat().st_size} bytes"}
    return {"columns": columns}


def main(paths: Sequence[str]) -> None:
    """Write what `decoded` yields to standard output, one line at a time."""
    bounded()
    for line in decoded(paths):
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
