"""How do the events look as GeoJSON (RFC 7946)? One point per event, with all its columns as properties."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import polars as pl


def as_geojson(events: pl.DataFrame, stated: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of a feature collection; `stated` (title, licence, attribution …) stands at its head."""
    head: dict[str, Any] = {"type": "FeatureCollection", **stated}
    if events.height:
        low = [events[c].min() for c in ("longitude", "latitude")]
        high = [events[c].max() for c in ("longitude", "latitude")]
        head["bbox"] = [*low, *high]
    yield _json(head)[:-1] + ',"features":[\n'
    last = events.height - 1
    for number, event in enumerate(events.iter_rows(named=True)):
        yield _json(_feature(event)) + ("\n" if number == last else ",\n")
    yield "]}\n"


def _feature(event: Mapping[str, Any]) -> dict[str, Any]:
    properties = {
        name: cell.isoformat() if isinstance(cell, date) else cell
        for name, cell in event.items()
        if name not in ("longitude", "latitude")
    }
    point = {"type": "Point", "coordinates": [event["longitude"], event["latitude"]]}
    return {"type": "Feature", "id": event["event_id_cnty"], "geometry": point, "properties": properties}


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
