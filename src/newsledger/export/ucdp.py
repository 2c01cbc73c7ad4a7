"""How do the events look as UCDP GED rows? The columns that follow from ours, by the names of GED.

GED holds deadly events of organised violence. Events without a death by any count, demonstrations, riots and
strategic developments are therefore left out, and so are those whose two sides make none of the three types.
What only UCDP can say (conflicts, dyads, clarity, states by Gleditsch and Ward) is not made up.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import polars as pl

VIOLENCE = ("Battles", "Explosions/Remote violence", "Violence against civilians")
STATES = ("State forces", "External/Other forces")
GROUPS = ("Rebel group", "Political militia", "Identity militia")
UNARMED = ("Civilians", "Protesters")
STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
DATE_PREC: Mapping[int, int] = {1: 1, 2: 3, 3: 4}
"""GED's precision of dates: 1 the day, 3 the week, 4 the month."""
WHERE_NAMED, WHERE_NEAR, WHERE_ADMIN1, WHERE_COUNTRY = 1, 2, 4, 6
"""GED's precision of places: 1 the place, 2 within some 25 km of it, 4 the first-level unit, 6 the country."""
HALF_DEGREE = 2
PRIO_COLUMNS = 720
COLUMNS: Mapping[str, pl.DataType] = {
    "id": pl.String(),
    "year": pl.Int64(),
    "type_of_violence": pl.Int64(),
    "side_a": pl.String(),
    "side_b": pl.String(),
    "number_of_sources": pl.Int64(),
    "source_office": pl.String(),
    "where_prec": pl.Int64(),
    "where_coordinates": pl.String(),
    "where_description": pl.String(),
    "adm_1": pl.String(),
    "adm_2": pl.String(),
    "latitude": pl.Float64(),
    "longitude": pl.Float64(),
    "geom_wkt": pl.String(),
    "priogrid_gid": pl.Int64(),
    "country": pl.String(),
    "region": pl.String(),
    "date_prec": pl.Int64(),
    "date_start": pl.Date(),
    "date_end": pl.Date(),
    "deaths_civilians": pl.Int64(),
    "deaths_unknown": pl.Int64(),
    "best": pl.Int64(),
    "high": pl.Int64(),
    "low": pl.Int64(),
}


@dataclass(frozen=True, slots=True)
class Exported:
    """An export: its rows, and how many events it leaves out, by reason."""

    frame: pl.DataFrame
    left_out: Mapping[str, int]


def as_ucdp(events: pl.DataFrame) -> Exported:
    """Return the deadly events of organised violence in GED's columns, and what was left out."""
    rows: list[dict[str, Any]] = []
    left_out: dict[str, int] = {}
    for event in events.iter_rows(named=True):
        reason = _reason(event)
        if reason:
            left_out[reason] = left_out.get(reason, 0) + 1
        else:
            rows.append(_row(event))
    return Exported(pl.DataFrame(rows, schema=dict(COLUMNS)), left_out)


def _reason(event: Mapping[str, Any]) -> str:
    """Return why GED would not hold an event; empty where it would."""
    if event["event_type"] not in VIOLENCE:
        return "no organised violence"
    if not event["fatalities_high"]:
        return "nobody died by any count"
    return "" if type_of_violence(event["inter1"], event["inter2"]) else "sides of none of the three types"


def type_of_violence(inter1: str, inter2: str | None) -> int | None:
    """Return GED's type for two kinds of actor: 1 a state fights, 2 groups fight, 3 one side kills unarmed people.

    An attack whose second side is not known counts by the first: GED needs both, so that it has no type.
    """
    kinds = {inter1, inter2}
    organised = kinds & {*STATES, *GROUPS}
    if kinds & {*UNARMED}:
        return ONE_SIDED if organised else None
    if inter2 is None or not kinds <= {*STATES, *GROUPS}:
        return None
    return STATE_BASED if kinds & {*STATES} else NON_STATE


def _row(event: Mapping[str, Any]) -> dict[str, Any]:
    kind = type_of_violence(event["inter1"], event["inter2"])
    killer, other = ("1", "2") if event["inter1"] not in UNARMED else ("2", "1")
    first, last = days(event["event_date"], event["time_precision"])
    latitude, longitude = event["latitude"], event["longitude"]
    best = event["fatalities"]
    return {
        "id": event["event_id_cnty"],
        "year": event["year"],
        "type_of_violence": kind,
        "side_a": event[f"actor{killer}"],
        "side_b": event[f"actor{other}"],
        "number_of_sources": event["n_sources"],
        "source_office": event["source"],
        "where_prec": where_prec(event["geo_precision"], event["admin1"]),
        "where_coordinates": event["location"],
        "where_description": event["notes"],
        "adm_1": event["admin1"],
        "adm_2": event["admin2"],
        "latitude": latitude,
        "longitude": longitude,
        "geom_wkt": f"POINT ({longitude:.4f} {latitude:.4f})",
        "priogrid_gid": priogrid(latitude, longitude),
        "country": event["country"],
        "region": event["region"],
        "date_prec": DATE_PREC[event["time_precision"]],
        "date_start": first,
        "date_end": last,
        "deaths_civilians": best if kind == ONE_SIDED else 0,
        "deaths_unknown": 0 if kind == ONE_SIDED else best,
        "best": best,
        "high": event["fatalities_high"],
        "low": event["fatalities_low"],
    }


def where_prec(geo_precision: int, admin1: str | None) -> int:
    """Return GED's precision of a place; an area (ours: 3) is its first-level unit where we know one."""
    if geo_precision < 3:
        return WHERE_NAMED if geo_precision == 1 else WHERE_NEAR
    return WHERE_ADMIN1 if admin1 else WHERE_COUNTRY


def days(day: date, time_precision: int) -> tuple[date, date]:
    """Return the first and last day that a date stands for: itself, the week around it, or its month
    (coding-rules 4).
    """
    if time_precision == 1:
        return day, day
    if time_precision == 2:
        return day - timedelta(days=3), day + timedelta(days=3)
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def priogrid(latitude: float, longitude: float) -> int:
    """Return the number of the PRIO-GRID cell (half a degree wide) that a point in degrees lies in."""
    row = min(int((90 + latitude) * HALF_DEGREE), PRIO_COLUMNS // 2 - 1)
    column = min(int((180 + longitude) * HALF_DEGREE), PRIO_COLUMNS - 1)
    return row * PRIO_COLUMNS + column + 1
