"""What does the row of an event say, once all its reports have been heard?"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from newsledger.contract.cell_text import LIST
from newsledger.contract.coding import civilian_targeting, disorder_type, event_type_of, interaction
from newsledger.contract.load import load_contract
from newsledger.contract.note import NoteFacts, note
from newsledger.ledger.account import Count
from newsledger.ledger.facts import Facts
from newsledger.ledger.happened import what_of, when_of, where_of, who_of

NO_CROWD = "crowd size=no report"
CROWD = "crowd size="
PLACE = (
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
)
TOLD = ("event_date", "time_precision", "sub_event_type", "actor1", "geo_precision", "injuries", "status")
Row = dict[str, Any]


def merge(reports: Sequence[Facts], toll: Count, hurt: Count | None) -> tuple[Row, NoteFacts]:
    """Return the row of the event that `reports` (in order) tell of, without id and release, and what its
    note tells.

    The most precise day and place, the highest type, named before unidentified actors, everything else
    united; the tolls are worked out beforehand, over all events (coding-rules 1-6, 8).
    """
    lead = what_of(reports)
    day, time_precision = when_of(reports)
    place = where_of(reports)
    pair = who_of(reports, lead)
    sources, scales = sources_of(reports)
    row: Row = {
        "event_date": day,
        "time_precision": time_precision,
        "sub_event_type": lead.report.sub_event_type,
        "actor1": pair.actor1,
        "assoc_actor_1": _fit(pair.assoc_actor_1, "assoc_actor_1"),
        "inter1": pair.inter1,
        "actor2": pair.actor2,
        "assoc_actor_2": _fit(pair.assoc_actor_2, "assoc_actor_2"),
        "inter2": pair.inter2,
        "civilian_targeting": max(f.report.civilian_targeting for f in reports),
        "source": _fit(sources, "source"),
        "source_scale": scales,
        "fatalities": toll.count,
        "tags": _fit(_tags(reports), "tags"),
        "fatalities_low": toll.low,
        "fatalities_high": toll.high,
        "injuries": None if hurt is None else hurt.count,
        "status": _status(reports),
        "n_reports": len(reports),
        "n_sources": len(sources),
        "confidence": max(f.report.confidence for f in reports),
    }
    row |= {name: getattr(place, name) for name in PLACE}
    derive(row)
    facts = _note_facts(row, reports, toll)
    row["notes"] = note(facts)
    return row, facts


def derive(row: Row) -> None:
    """Set the columns of `row` that follow from others: year, types, interaction, civilian targeting."""
    day: date = row["event_date"]
    kind: str = row["sub_event_type"]
    inters = str(row["inter1"] or ""), str(row["inter2"] or "")
    row["year"] = day.year
    row |= _following(kind, *inters, bool(row["civilian_targeting"]))


@cache
def _following(kind: str, inter1: str, inter2: str, targeted: bool) -> Row:
    return {
        "event_type": event_type_of(kind),
        "disorder_type": disorder_type(kind),
        "interaction": interaction(inter1, inter2),
        "civilian_targeting": civilian_targeting(event_type_of(kind), kind, inter1, inter2, targeted),
    }


def retold(row: Row, told: NoteFacts) -> NoteFacts:
    """Return what the note of a corrected row tells: the row's own values, and what no column holds as it
    was.
    """
    whole = told.share is not None and told.share == row["fatalities"]
    return NoteFacts(
        **_columns(row),
        weapons=told.weapons,
        fatalities=told.fatalities if whole else row["fatalities"],
        fatalities_high=told.fatalities_high if whole else row["fatalities_high"],
        claimant=told.claimant,
        shared_rows=told.shared_rows if whole else 1,
        shared_over=told.shared_over,
        share=told.share if whole else None,
        captured=told.captured,
        civilians_hit=told.civilians_hit,
    )


def _note_facts(row: Row, reports: Sequence[Facts], toll: Count) -> NoteFacts:
    shared = toll.over > 1
    claimants = {f.report.claimant for f in reports if f.report.fatalities or f.report.status != "reported"}
    captured = [f.captured for f in reports if f.captured is not None]
    civilians = [f for f in reports if f.sides.get("civilians") or "Civilians (" in f.report.assoc_actor_2]
    return NoteFacts(
        **_columns(row),
        weapons=tuple(dict.fromkeys(w for f in reports for w in f.weapons)),
        fatalities=toll.whole if shared else toll.count,
        fatalities_high=None if shared else toll.high,
        claimant=claimants.pop() if len(claimants) == 1 else "",
        shared_rows=toll.over,
        shared_over=toll.across or "places",
        share=toll.count if shared else None,
        captured=max(captured, default=None),
        civilians_hit=bool(civilians) and not str(row["actor2"]).startswith("Civilians"),
    )


def _columns(row: Mapping[str, Any]) -> dict[str, Any]:
    tags, assoc = str(row["tags"] or ""), str(row["assoc_actor_1"] or "")
    crowds = [t.removeprefix(CROWD) for t in tags.split(LIST) if t.startswith(CROWD)] if tags else []
    found = {name: row[name] for name in TOLD}
    found |= {name: row[name] or "" for name in ("actor2", "admin1", "location", "country")}
    found["assoc_actor_1"] = tuple(a for a in assoc.split(LIST) if a) if assoc else ()
    found["crowd"] = crowds[0] if crowds and crowds[0] != "no report" else ""
    return found


def sources_of(reports: Sequence[Facts]) -> tuple[tuple[str, ...], str]:
    """Return the sources by first publication, then name, and their scales in the order of the
    closed list.
    """
    first: dict[str, int] = {}
    for f in reports:
        for name in f.report.source.split(LIST):
            first[name] = min(f.published, first.get(name, f.published))
    sources = tuple(sorted(first, key=lambda n: (first[n], n))) if len(first) > 1 else tuple(first)
    return sources, _united(frozenset(f.report.source_scale for f in reports))


@cache
def _united(scales: frozenset[str]) -> str:
    named = {s for scale in scales for s in scale.split("-")}
    return "-".join(s for s in _scales() if s in named) or "Other"


def _tags(reports: Sequence[Facts]) -> tuple[str, ...]:
    """Return all tags, with one crowd size: the first that is a number, or that none is reported."""
    if not any(f.report.tags for f in reports):
        return ()
    tags = list(dict.fromkeys(t for f in reports for t in f.report.tags.split(LIST) if t))
    crowds = [t for t in tags if t.startswith(CROWD)]
    chosen = next((t for t in crowds if t != NO_CROWD), NO_CROWD)
    return tuple(([chosen] if crowds else []) + [t for t in tags if not t.startswith(CROWD)])


def _status(reports: Sequence[Facts]) -> str:
    """Return how the event is known: a denial stands; else one own voice, or claims of two sides, make it
    reported.
    """
    told = {f.report.status for f in reports}
    if "disputed" in told or told == {"claimed"}:
        claimants = {f.report.claimant for f in reports}
        return "disputed" if "disputed" in told else "claimed" if len(claimants) == 1 else "reported"
    return "reported"


def _fit(values: Sequence[str], column: str) -> str:
    """Join values, as many as the column may hold; the tables of actors and sources hold all of them."""
    if not values:
        return ""
    limit = _limit(column)
    while limit and len(LIST.join(values)) > limit:
        values = values[:-1]
    return LIST.join(values)


@cache
def _scales() -> tuple[str, ...]:
    return load_contract().values("source-scale")


@cache
def _limit(column: str) -> int:
    return load_contract().tables["events"].column(column).max_length or 0
