"""How do a hundred thousand events fit into a page? As columns: texts once each, rows as numbers."""

from collections.abc import Iterator
from typing import Any

import polars as pl

TEXTS = (
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "actor2",
    "assoc_actor_2",
    "civilian_targeting",
    "country",
    "admin1",
    "admin2",
    "location",
    "source",
    "tags",
    "status",
    "first_release",
    "last_changed_release",
)
"""Columns of events that the page shows or filters by, packed as a list of values and a number per row."""
NUMBERS = (
    "time_precision",
    "geo_precision",
    "fatalities",
    "fatalities_low",
    "fatalities_high",
    "injuries",
    "n_reports",
    "n_sources",
)
DEGREE = 10_000
"""Coordinates are published with four decimals."""
NOTES_PER_FILE = 5_000


def packed_events(events: pl.DataFrame) -> dict[str, Any]:
    """Return the events as columns, in their order: `ids`, `day` (days since 1970-01-01), texts as
    `{values, codes}`, numbers as they are, `lat` and `lon` in ten-thousandths of a degree, `confidence` in
    thousandths.

    Missing numbers are null; a missing text is the empty one.
    """
    return {
        "ids": events["event_id_cnty"].to_list(),
        "day": events["event_date"].cast(pl.Int32).to_list(),
        "texts": {name: _coded(events[name]) for name in TEXTS},
        "numbers": {name: events[name].to_list() for name in NUMBERS},
        "lat": _scaled(events["latitude"], DEGREE),
        "lon": _scaled(events["longitude"], DEGREE),
        "confidence": _scaled(events["confidence"], 1000),
    }


def _coded(column: pl.Series) -> dict[str, Any]:
    texts = column.cast(pl.String).fill_null("")
    values = texts.unique().sort()
    codes = texts.to_frame("value").join(
        values.to_frame("value").with_row_index("code"), on="value", how="left", maintain_order="left"
    )
    return {"values": values.to_list(), "codes": codes["code"].to_list()}


def _scaled(column: pl.Series, by: int) -> list[int | None]:
    return (column.cast(pl.Float64) * by).round(0).cast(pl.Int32).to_list()


def note_files(events: pl.DataFrame) -> Iterator[list[str]]:
    """Yield the notes of the events in pieces of NOTES_PER_FILE, in the order of the events."""
    for piece in events.iter_slices(NOTES_PER_FILE):
        yield piece["notes"].fill_null("").to_list()
