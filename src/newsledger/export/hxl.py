"""How do the events look with HXL hashtags? The published CSV with the tags as its second row."""

from collections.abc import Iterator

import polars as pl

from newsledger.contract.column import Table
from newsledger.validation.sameness import canonical


def as_hxl(events: pl.DataFrame, table: Table) -> Iterator[bytes]:
    """Yield the events as CSV, UTF-8, with a row of hashtags below the header (HXL 1.1)."""
    pieces = canonical(events, table)
    first = next(pieces)
    header, _, rows = first.partition(b"\n")
    tags = ",".join(c.hxl for c in table.columns)
    yield header + b"\n" + tags.encode() + b"\n" + rows
    yield from pieces
