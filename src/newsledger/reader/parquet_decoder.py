"""What does a Parquet file say, as lines of JSON? Run as a process of its own: `python -m … FILE`.

A damaged Parquet file can make the decoder abort the whole process, or ask for more memory than there is. No
Python code can catch that, so the decoder works for `parquet_rows` from outside. It writes a list of column
names, then one list of values per row, and last an object: `{"rows": 3}`, or `{"error": "why"}` where the
file cannot be decoded.
"""

import json
import math
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from newsledger.reader.limits import MAX_KEYS

BATCH: Final = 256  # rows in memory at a time


def decoded(path: str) -> Iterator[list[object] | dict[str, object]]:
    """Yield the column names, the rows, and how it ended; rows are left out above `MAX_KEYS` columns."""
    import polars as pl

    number = 0
    try:
        frame = pl.scan_parquet(path, glob=False)
        names = frame.collect_schema().names()
        yield list(names)
        if len(names) <= MAX_KEYS:
            for batch in frame.collect_batches(chunk_size=BATCH, maintain_order=True, lazy=True):
                for row in batch.iter_rows(buffer_size=16):
                    yield [plain(value) for value in row]
                    number += 1
    # A panic of polars is no Exception.
    except (
        pl.exceptions.PolarsError,
        pl.exceptions.PanicException,
        OSError,
        ValueError,
        OverflowError,
    ) as error:
        yield {"rows": number, "error": (str(error).splitlines() or [""])[0][:120]}
    else:
        yield {"rows": number}


def plain(value: object) -> object:
    """Return a value of polars as JSON holds it; a time at midnight without a zone is a date."""
    if isinstance(value, datetime):
        midnight = value.tzinfo is None and value.time() == time()
        return (value.date() if midnight else value).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta | Decimal):
        return str(value)
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None if math.isnan(value) else str(value)
    return value


def main(path: str) -> None:
    """Write what `decoded` yields to standard output, one JSON value per line."""
    for line in decoded(path):
        sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
