"""A small release by hand: six events, seven reports, three articles, consistent with the contract."""

from datetime import UTC, date, datetime
from typing import Any

import polars as pl

from newsledger.contract.coding import disorder_type, event_type_of, interaction, iso_of, region_of
from newsledger.contract.digest import text_sha256
from newsledger.contract.dtypes import cast
from newsledger.contract.load import load_contract
from newsledger.contract.note import NoteFacts, note

VERSION = "2022.9.0"
DAY = date(2022, 9, 20)
TABLES = (
    "events",
    "event_actors",
    "event_sources",
    "reports",
    "evidence",
    "uncoded",
    "articles",
    "actors",
    "sources",
    "changes",
    "deletions",
)
ARTICLES = {
    "gazette-1": ("Daily Gazette", "National", date(2022, 9, 14)),
    "wire-1": ("Northern Wire", "International", date(2022, 9, 15)),
    "gazette-2": ("Daily Gazette", "National", date(2022, 9, 20)),
}
AZ, AM = "Military Forces of Azerbaijan (2003-)", "Military Forces of Armenia (2018-)"


def _event(
    key: str, day: date, sub: str, actor1: str, inter1: str, actor2: str, inter2: str, place: str, **more: Any
) -> dict[str, Any]:
    country = more.pop("country", "Armenia")
    dead = more.pop("fatalities", 0)
    sources = more.pop("sources", ("Daily Gazette",))
    assoc1 = more.pop("assoc1", ())
    kind = event_type_of(sub)
    targeting = kind == "Violence against civilians" or (
        inter2 == "Civilians" and kind != "Strategic developments"
    )
    facts = NoteFacts(
        event_date=day,
        sub_event_type=sub,
        actor1=actor1,
        actor2=actor2,
        location=place,
        country=country,
        admin1=more.get("admin1", ""),
        fatalities=dead,
        time_precision=more.get("time_precision", 1),
        geo_precision=more.get("geo_precision", 1),
        assoc_actor_1=assoc1,
    )
    row: dict[str, Any] = {
        "event_id_cnty": key,
        "event_date": day,
        "year": day.year,
        "time_precision": 1,
        "disorder_type": disorder_type(sub),
        "event_type": kind,
        "sub_event_type": sub,
        "actor1": actor1,
        "assoc_actor_1": "; ".join(assoc1),
        "inter1": inter1,
        "actor2": actor2,
        "assoc_actor_2": "",
        "inter2": inter2,
        "interaction": interaction(inter1, inter2),
        "civilian_targeting": "Civilian targeting" if targeting else "",
        "iso": iso_of(country),
        "region": region_of(country),
        "country": country,
        "admin1": "",
        "admin2": "",
        "admin3": "",
        "location": place,
        "latitude": 39.84,
        "longitude": 45.67,
        "geo_precision": 1,
        "source": "; ".join(sources),
        "source_scale": "National",
        "notes": note(facts),
        "fatalities": dead,
        "tags": "",
        "timestamp": int(datetime(2022, 9, 20, tzinfo=UTC).timestamp()),
        "fatalities_low": dead,
        "fatalities_high": dead,
        "injuries": None,
        "status": "reported",
        "n_reports": len(sources),
        "n_sources": len(sources),
        "confidence": 0.9,
        "first_release": VERSION,
        "last_changed_release": VERSION,
    }
    return row | more


def event_rows() -> list[dict[str, Any]]:
    """Return six events as rows; places, numbers and people are invented or of no one."""
    night, later = date(2022, 9, 13), date(2022, 9, 18)
    return [
        _event(
            "ARM1",
            night,
            "Shelling/artillery/missile attack",
            AZ,
            "External/Other forces",
            AM,
            "State forces",
            "Jermuk",
            admin1="Vayots Dzor",
            fatalities=5,
            sources=("Daily Gazette", "Northern Wire"),
            source_scale="National-International",
            fatalities_high=9,
        ),
        _event(
            "ARM2",
            night,
            "Armed clash",
            AZ,
            "External/Other forces",
            AM,
            "State forces",
            "Sotk",
            admin1="Geghark'unik'",
            latitude=40.2,
            longitude=45.86,
            fatalities=3,
        ),
        _event(
            "ARM3",
            later,
            "Peaceful protest",
            "Protesters (Armenia)",
            "Protesters",
            "",
            "",
            "Gyumri",
            admin1="Shirak",
            latitude=40.79,
            longitude=43.8475,
            tags="crowd size=around 200",
            assoc1=("Students (Armenia)", "Labor Group (Armenia)"),
        ),
        _event(
            "AZE1",
            later,
            "Attack",
            "Unidentified Armed Group (Azerbaijan)",
            "Political militia",
            "Civilians (Azerbaijan)",
            "Civilians",
            "Şəki",
            country="Azerbaijan",
            latitude=41.1919,
            longitude=47.1706,
            fatalities=1,
            admin1="Shaki City",
        ),
        _event(
            "AZE2",
            later,
            "Remote explosive/landmine/IED",
            "Unidentified Armed Group (Azerbaijan)",
            "Political militia",
            "",
            "",
            "Lachin",
            country="Azerbaijan",
            latitude=39.6408,
            longitude=46.5461,
            injuries=2,
        ),
        _event(
            "AZE3",
            date(2022, 9, 15),
            "Agreement",
            "Government of Azerbaijan (2003-)",
            "State forces",
            "Government of Armenia (2018-)",
            "External/Other forces",
            "Baku",
            country="Azerbaijan",
            time_precision=2,
            latitude=40.3777,
            longitude=49.892,
        ),
    ]


def _reports(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    columns = load_contract().tables["reports"].names
    rows = []
    places = {
        "gazette-1": ["ARM1", "ARM2"],
        "wire-1": ["ARM1"],
        "gazette-2": ["ARM3", "AZE1", "AZE2", "AZE3"],
    }
    by_id = {e["event_id_cnty"]: e for e in events}
    for article, ids in places.items():
        for number, key in enumerate((i for i in ids if i in by_id), start=1):
            source, scale, _ = ARTICLES[article]
            ours = {
                "report_id": f"{article}#{number}",
                "article_id": article,
                "source": source,
                "source_scale": scale,
                "rule": "sample.rule",
                "quote_start": 10 * number,
                "quote_end": 10 * number + 9,
                "toll_group": "",
                "claimant": "",
            }
            rows.append({name: (by_id[key] | ours)[name] for name in columns})
    return rows


def sample_frames(events: list[dict[str, Any]] | None = None) -> dict[str, pl.DataFrame]:
    """Return the frames of a release by table name, in the contract's types; `events` replaces the six."""
    events = event_rows() if events is None else events
    actors, sources = [], []
    for e in events:
        for side in (1, 2):
            if e[f"actor{side}"]:
                actors.append((e["event_id_cnty"], side, "main", e[f"actor{side}"], e[f"inter{side}"]))
            others = [a for a in e[f"assoc_actor_{side}"].split("; ") if a]
            actors += [(e["event_id_cnty"], side, "associate", a, None) for a in others]
        sources += [(e["event_id_cnty"], s) for s in e["source"].split("; ")]
    reports = _reports(events)
    evidence = [
        {
            "report_id": r["report_id"],
            "field": f,
            "value": str(r[f]),
            "part": "text",
            "start": 10,
            "end": 15,
            "rule": "sample.rule",
        }
        for r in reports
        for f in ("location", "sub_event_type")
    ]
    articles = [
        {
            "article_id": a,
            "source": s,
            "source_scale": c,
            "published": d,
            "url": f"https://example.org/{a}",
            "language": "en",
            "sha256": text_sha256(a),
        }
        for a, (s, c, d) in ARTICLES.items()
    ]
    uncoded = [
        {
            "article_id": "wire-1",
            "part": "text",
            "start": 50,
            "end": 55,
            "trigger": "shell",
            "reason": "background",
            "detail": "cue: in 2020",
        }
    ]
    rows: dict[str, Any] = {
        "events": pl.DataFrame(events, infer_schema_length=None),
        "event_actors": pl.DataFrame(
            actors,
            schema=["event_id_cnty", "side", "role", "actor", "inter"],
            orient="row",
            infer_schema_length=None,
        ),
        "event_sources": pl.DataFrame(sources, schema=["event_id_cnty", "source"], orient="row"),
        "reports": pl.DataFrame(reports, infer_schema_length=None),
        "evidence": pl.DataFrame(evidence),
        "uncoded": pl.DataFrame(uncoded),
        "articles": pl.DataFrame(articles),
        "changes": empty("changes"),
        "deletions": empty("deletions"),
    }
    contract = load_contract()
    return {name: cast(frame, contract.tables[name]) for name, frame in rows.items()}


def empty(table: str) -> pl.DataFrame:
    """Return a table of the contract without rows."""
    from newsledger.contract.dtypes import polars_schema

    return pl.DataFrame(schema=polars_schema(load_contract().tables[table]))


def changes_between(old: pl.DataFrame, new: pl.DataFrame, release: str) -> pl.DataFrame:
    """Return the table changes of two tables of events, written plainly for comparison with the real one."""
    before = {r["event_id_cnty"]: r for r in old.iter_rows(named=True)}
    after = {r["event_id_cnty"]: r for r in new.iter_rows(named=True)}
    rows: list[tuple[str, str, Any, Any, str]] = []
    for key in sorted({*before, *after}):
        if key not in before:
            rows.append((key, "event_id_cnty", None, key, "added"))
        elif key not in after:
            rows.append((key, "event_id_cnty", key, None, "removed"))
        else:
            for field, cell in after[key].items():
                if cell != before[key][field]:
                    rows.append((key, field, before[key][field], cell, "changed"))
    made = [
        {
            "release": release,
            "event_id_cnty": k,
            "field": f,
            "old": o if o is None else str(o),
            "new": n if n is None else str(n),
            "kind": kind,
            "reason": None,
        }
        for k, f, o, n, kind in rows
    ]
    return pl.DataFrame(made, schema=empty("changes").schema)
