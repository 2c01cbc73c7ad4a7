"""The merge rule alone: news of shootings, with day, city and toll taken from the hand-coded incident."""

import gzip
import json
from collections import defaultdict
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from newsledger.ledger import build_ledger
from tests.ledger.story import Article, events_of, report

SHOOTING = {
    "sub_event_type": "Attack",
    "actor1": "Unidentified Armed Group (United States)",
    "actor2": "Civilians (United States)",
    "country": "United States",
}


def checking_half(path: Path) -> list[dict[str, dict[str, object]]]:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        records = [json.loads(line) for line in lines]
    return [r for r in records if int(sha256(str(r["gold"]["incident_id"]).encode()).hexdigest(), 16) % 2]


def b_cubed(predicted: dict[str, str], true: dict[str, str]) -> tuple[float, float]:
    events: dict[str, set[str]] = defaultdict(set)
    incidents: dict[str, set[str]] = defaultdict(set)
    for article, event in predicted.items():
        events[event].add(article)
        incidents[true[article]].add(article)
    shared = {a: len(events[e] & incidents[true[a]]) for a, e in predicted.items()}
    precision = sum(shared[a] / len(events[e]) for a, e in predicted.items()) / len(predicted)
    recall = sum(shared[a] / len(incidents[true[a]]) for a in predicted) / len(predicted)
    return precision, recall


def test_articles_of_one_incident_are_merged_and_others_are_not(dev_data: Path) -> None:
    reports, articles, true = [], [], {}
    for record in checking_half(dev_data / "incident-pairs.jsonl.gz"):
        gold, name = record["gold"], str(record["article_id"])
        point = gold["lat_long"]
        latitude, longitude = point if isinstance(point, list) else (None, None)
        dead, hurt = int(str(gold["fatalities"])), int(str(gold["injured"]))
        made = report(
            **SHOOTING,
            article_id=name,
            report_id=f"{name}#1",
            event_date=gold["event_date"],
            location=gold["location"],
            admin1=gold["admin1"],
            latitude=latitude,
            longitude=longitude,
            injuries=hurt,
        )
        reports.append(replace(made, fatalities=dead, fatalities_low=dead, fatalities_high=dead))
        articles.append(Article(name, "News", date.fromisoformat(str(record["publication_date"]))))
        true[name] = str(gold["incident_id"])
    ledger = build_ledger(
        reports, [], articles, release="2022.9.0", release_date=date(2022, 9, 20), scope="all-violence"
    )
    precision, recall = b_cubed({r.split("#")[0]: e for r, e in events_of(ledger).items()}, true)
    assert precision >= 0.98
    assert recall >= 0.98
