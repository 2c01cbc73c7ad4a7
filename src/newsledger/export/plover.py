"""How do the events look as PLOVER records, with CAMEO codes? By the crosswalk of `crosswalk.yaml`.

PLOVER and CAMEO code one act from a source to a target. Every event gives one row; those of the sub-event type
Other, which neither has a category for, are left out.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import yaml

from newsledger.errors import ContentInvalid
from newsledger.export.ucdp import Exported

CROSSWALK = Path(__file__).with_name("crosswalk.yaml")
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
KEYS = frozenset({"plover", "mode", "context", "cameo", "who", "fit", "because"})
SECTORS: Mapping[str, str] = {
    "State forces": "MIL",
    "Rebel group": "REB",
    "Political militia": "REB",
    "Identity militia": "REB",
    "Rioters": "CVL",
    "Protesters": "CVL",
    "Civilians": "CVL",
    "External/Other forces": "MIL",
}
"""Which sector (PLOVER: MIL, COP, GOV, REB, CVL) a kind of actor is; names of police and governments go first."""
NAMED = {"Police Forces": "COP", "Government": "GOV"}
COLUMNS = (
    "id", "date", "event_type", "event_mode", "event_context", "cameo", "fit",
    "source", "source_sector", "target", "target_sector",
    "country", "admin1", "location", "latitude", "longitude", "geo_precision", "time_precision",
    "magnitude_dead", "magnitude_injured", "text", "publisher",
)  # fmt: skip


@cache
def crosswalk() -> Mapping[str, Mapping[str, str]]:
    """Return what each sub-event type is in PLOVER and CAMEO; ContentInvalid where an entry is malformed."""
    loaded = yaml.load(CROSSWALK.read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 - a safe loader, see LOADER
    for name, entry in loaded.items():
        if not set(entry) <= KEYS or not all(isinstance(v, str) for v in entry.values()):
            raise ContentInvalid("an entry is malformed", file=CROSSWALK, field=name, expected="texts")
    return dict(loaded)


def as_plover(events: pl.DataFrame) -> Exported:
    """Return the events as PLOVER records with CAMEO codes, and how many have no category there."""
    table = crosswalk()
    rows = [_row(e, table[e["sub_event_type"]]) for e in events.iter_rows(named=True)]
    kept = [r for r in rows if r["event_type"]]
    schema = {c: events.schema.get(OURS.get(c, ""), pl.String()) for c in COLUMNS}
    left = len(rows) - len(kept)
    return Exported(pl.DataFrame(kept, schema=schema), {"no category of PLOVER": left} if left else {})


OURS: Mapping[str, str] = {
    "date": "event_date",
    "latitude": "latitude",
    "longitude": "longitude",
    "geo_precision": "geo_precision",
    "time_precision": "time_precision",
    "magnitude_dead": "fatalities",
    "magnitude_injured": "injuries",
}
"""Columns that are one of ours as it is, of the same type."""


def _row(event: Mapping[str, Any], entry: Mapping[str, str]) -> dict[str, Any]:
    source, target = ("2", "1") if entry.get("who") == "actor2" else ("1", "2")
    found = {
        "id": event["event_id_cnty"],
        "event_type": entry["plover"],
        "event_mode": entry["mode"] or None,
        "event_context": entry["context"] or None,
        "cameo": entry["cameo"],
        "fit": entry["fit"],
        "source": event[f"actor{source}"],
        "source_sector": sector(event[f"actor{source}"], event[f"inter{source}"]),
        "target": event[f"actor{target}"],
        "target_sector": sector(event[f"actor{target}"], event[f"inter{target}"]),
        "text": event["notes"],
        "publisher": event["source"],
    }
    found |= {name: event[ours] for name, ours in OURS.items()}
    return found | {name: event[name] for name in ("country", "admin1", "location")}


def sector(name: str | None, inter: str | None) -> str | None:
    """Return the sector of an actor by its name and kind; None where there is no actor."""
    if name is None or inter is None:
        return None
    for start, code in NAMED.items():
        if name.startswith(start):
            return code
    return SECTORS[inter]
