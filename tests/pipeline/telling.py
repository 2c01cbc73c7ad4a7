"""Articles that say in plain fields what they report, and a coder that reads these fields.

So tests of the way need no rules. A line is `EVENT day | sub-event type | place, country | dead`; the place
may be left out.
"""

import json
from datetime import date
from pathlib import Path

from newsledger.contract.coding import (
    civilian_targeting,
    confidence,
    disorder_type,
    event_type_of,
    interaction,
    iso_of,
    region_of,
)
from newsledger.contract.note import NoteFacts, note
from newsledger.contract.records import Article, Coded, Evidence, Report, Uncoded

PLACES = {"Jermuk": (39.8395, 45.6711), "Goris": (39.5111, 46.3382), "Gao": (16.2717, -0.0447)}
GUNMEN, SOLDIERS = "Unidentified Armed Group ({})", "Military Forces of {} (2000-)"
WORD = "EVENT"


class TellingCoder:
    """Codes each line that begins with EVENT, and lists the word "rumour" as uncoded."""

    def __init__(self) -> None:
        self.coded: list[str] = []

    def code(self, article: Article) -> Coded:
        """Return what the article's lines say."""
        self.coded.append(article.id)
        coded = Coded(article)
        start = 0
        for line in article.text.split("\n"):
            if line.startswith(WORD):
                number = len(coded.reports) + 1
                report = _report(article, number, line, start)
                coded.reports.append(report)
                coded.evidence += [
                    Evidence(
                        report.report_id,
                        "sub_event_type",
                        report.sub_event_type,
                        "text",
                        start,
                        start + 5,
                        "t.word",
                    ),
                    Evidence(report.report_id, "location", report.location, "derived", -1, -1, "t.place"),
                ]
            start += len(line) + 1
        if (at := article.text.find("rumour")) >= 0:
            coded.uncoded.append(Uncoded(article.id, "text", at, at + 6, "rumour", "background"))
        return coded


def _report(article: Article, number: int, line: str, start: int) -> Report:
    day, kind, where, dead = (part.strip() for part in line.removeprefix(WORD).split("|"))
    place, _, country = where.rpartition(", ")
    point = PLACES.get(place, (None, None))
    actor1, inter1 = GUNMEN.format(country), "Political militia"
    actor2, inter2 = SOLDIERS.format(country), "State forces"
    facts = NoteFacts(
        event_date=date.fromisoformat(day),
        sub_event_type=kind,
        actor1=actor1,
        actor2=actor2,
        location=place or country,
        country=country,
        fatalities=int(dead),
    )
    return Report(
        report_id=f"{article.id}:{number}",
        article_id=article.id,
        event_date=date.fromisoformat(day),
        time_precision=1,
        disorder_type=disorder_type(kind),
        event_type=event_type_of(kind),
        sub_event_type=kind,
        actor1=actor1,
        assoc_actor_1="",
        inter1=inter1,
        actor2=actor2,
        assoc_actor_2="",
        inter2=inter2,
        interaction=interaction(inter1, inter2),
        civilian_targeting=civilian_targeting(event_type_of(kind), kind, inter1, inter2),
        iso=iso_of(country),
        region=region_of(country),
        country=country,
        admin1="",
        admin2="",
        admin3="",
        location=place,
        latitude=point[0],
        longitude=point[1],
        geo_precision=1 if place else 3,
        source=article.source,
        source_scale=article.source_scale or "Other",
        notes=note(facts),
        fatalities=int(dead),
        tags="",
        fatalities_low=int(dead),
        fatalities_high=int(dead),
        injuries=None,
        toll_group="",
        claimant="",
        status="reported",
        rule="t.word",
        quote_start=start,
        quote_end=start + len(line),
        confidence=confidence([]),
    )


CLASH = "EVENT 2024-05-14 | Armed clash | Gao, Mali | 4"
RECIPE = """\
name: sample
title: A sample
description: For tests.
schema: 0.1.0
coverage:
  from: 2024-01-01
  to: 2024-12-31
  countries: [Mali, Armenia]
articles: articles.jsonl
licence: {name: CC-BY-4.0}
contributors:
  - title: Somebody
"""
GAZETTE = {"id": "gazette", "text": f"{CLASH}\nAnd a rumour.", "published": "2024-05-15", "source": "Gazette"}
WIRE = {"id": "wire", "text": f"An ambush.\n{CLASH}", "published": "2024-05-16", "source": "Wire"}
SHELLS = {
    "id": "shells",
    "text": "EVENT 2024-05-20 | Shelling/artillery/missile attack | Jermuk, Armenia | 0",
    "published": "2024-05-21",
    "source": "Wire",
}


def write_articles(path: Path, *records: dict[str, str]) -> Path:
    """Write articles as JSONL."""
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    return path


def write_dataset(folder: Path, *records: dict[str, str], more: str = "") -> Path:
    """Write a dataset with these articles; `more` is put at the end of its recipe."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "dataset.yaml").write_text(RECIPE + more, encoding="utf-8")
    write_articles(folder / "articles.jsonl", *(records or (GAZETTE, WIRE, SHELLS)))
    return folder
