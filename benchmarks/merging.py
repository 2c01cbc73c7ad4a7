"""Which reports of the incidents does the ledger take for one event, from the coder's facts or from given ones?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from newsledger.coder.engine import Coder
from newsledger.contract.records import Article, Coded, Evidence, Report
from newsledger.ledger import build_ledger

GIVEN = ("event_date", "location", "latitude", "fatalities", "injuries")
"""Fields of evidence that say nothing any more where day, place and toll are given."""
SCOPE = "all-violence"
Rows = dict[str, list[dict[str, str]]]


def events_of(articles: Sequence[Article], reports: Sequence[Report], evidence: Sequence[Evidence]) -> Rows:
    """Return the reports of each article with the id of the event that they were merged into, as publishing does it:
    without those that name no place.
    """
    ledger = build_ledger(
        [r for r in reports if r.location],
        evidence,
        articles,
        release="1.0.0",
        release_date=max(a.published for a in articles),
        scope=SCOPE,
    )
    names = ledger.reports.select("report_id", "event_id_cnty")
    event = dict(names.iter_rows())
    found: Rows = {}
    for r in reports:
        if event.get(r.report_id):
            found.setdefault(r.article_id, []).append({"event_id_cnty": str(event[r.report_id])})
    return found


def event_rows(articles: Sequence[Article], coder: Coder) -> Rows:
    """Return `events_of` what the coder makes of the articles."""
    coded = [coder.code(a) for a in articles]
    return events_of(articles, [r for c in coded for r in c.reports], [e for c in coded for e in c.evidence])


def given_rows(articles: Sequence[Article], coder: Coder, gold: Sequence[Mapping[str, Any]]) -> Rows:
    """Return `events_of` the first report of each article, its day, place and toll as `gold` has them.

    So the merge rule is measured apart from how well these were read; actors and type stay the coder's.
    """
    coded = [coder.code(a) for a in articles]
    reports = [given(c, g) for c, g in zip(coded, gold, strict=True) if c.reports]
    kept = {r.report_id for r in reports}
    evidence = [e for c in coded for e in c.evidence if e.report_id in kept and not e.field.startswith(GIVEN)]
    return events_of(articles, reports, evidence)


def given(coded: Coded, gold: Mapping[str, Any]) -> Report:
    """Return an article's first report with day, place and toll of the incident it is about."""
    point = gold["lat_long"] if isinstance(gold["lat_long"], list) else (None, None)
    dead, hurt = int(gold["fatalities"]), int(gold["injured"])
    return replace(
        coded.reports[0],
        event_date=date.fromisoformat(gold["event_date"]),
        time_precision=1,
        country="United States",
        admin1=gold["admin1"],
        admin2="",
        admin3="",
        location=gold["location"],
        latitude=point[0],
        longitude=point[1],
        geo_precision=1,
        fatalities=dead,
        fatalities_low=dead,
        fatalities_high=dead,
        injuries=hurt,
        toll_group="",
    )
