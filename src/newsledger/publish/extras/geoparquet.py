"""How do events become points in Parquet? GeoParquet 1.1: the columns of events and a geometry in WKB.

It is a file of its own, since a binary column is in the way of whoever reads the plain one.
"""

import json
import struct
from pathlib import Path
from typing import Any

import polars as pl

from newsledger.publish.write import COMPRESSION_LEVEL, ROW_GROUP

GEOMETRY = "geometry"
POINT = struct.Struct("<BIdd")
"""A point in WKB: little-endian, type 1, x, y."""


def write_geoparquet(events: pl.DataFrame, path: Path) -> None:
    """Write events with their points (longitude, latitude; OGC:CRS84) as GeoParquet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    points = [POINT.pack(1, 1, x, y) for x, y in events.select("longitude", "latitude").iter_rows()]
    frame = events.with_columns(pl.Series(GEOMETRY, points, dtype=pl.Binary))
    frame.rechunk().write_parquet(
        path,
        compression="zstd",
        compression_level=COMPRESSION_LEVEL,
        row_group_size=ROW_GROUP,
        statistics=True,
        metadata={"geo": json.dumps(_geo(events), separators=(",", ":"))},
    )


def _geo(events: pl.DataFrame) -> dict[str, Any]:
    column: dict[str, Any] = {"encoding": "WKB", "geometry_types": ["Point"] if events.height else []}
    if events.height:
        low = [events[c].min() for c in ("longitude", "latitude")]
        high = [events[c].max() for c in ("longitude", "latitude")]
        column["bbox"] = [*low, *high]
    return {"version": "1.1.0", "primary_column": GEOMETRY, "columns": {GEOMETRY: column}}
