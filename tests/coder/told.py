"""How tests tell a short story and ask what was coded of it."""

from collections.abc import Callable
from datetime import date

from newsledger.coder.reading import Reading
from newsledger.contract.records import Article, Coded, Evidence, Report

PUBLISHED = date(2024, 6, 14)  # a Friday
Code = Callable[..., Coded]
Read = Callable[..., Reading]


def article(text: str, *, title: str = "", published: date = PUBLISHED, language: str = "en") -> Article:
    """Return a story as an article of the day `PUBLISHED`."""
    return Article("a", text, published, "Example News", title, language=language)


def only(coded: Coded) -> Report:
    """Return the only report of a story."""
    assert len(coded.reports) == 1, [(r.sub_event_type, r.location, r.event_date) for r in coded.reports]
    return coded.reports[0]


def types(code: Code, text: str) -> list[str]:
    """Return the sub-event types of the reports of a text."""
    return [r.sub_event_type for r in code(text).reports]


def said(coded: Coded, report: Report, field: str) -> list[str]:
    """Return the words that a value of a report was read from, in the order of its evidence."""
    parts = {"text": coded.article.text, "title": coded.article.title}
    rows: list[Evidence] = [e for e in coded.evidence if e.report_id == report.report_id and e.field == field]
    return [parts[e.part][e.start : e.end] for e in rows if e.part in parts]


def reasons(coded: Coded) -> dict[str, str]:
    """Return why each trigger gave no report, by its words."""
    return {u.trigger: u.reason for u in coded.uncoded}


def shape(reading: Reading) -> list[tuple[str, list[str], date, list[str]]]:
    """Return type, triggers, day and places of each account."""
    return [
        (
            a.decision.sub_event_type,
            [t.frame.trigger for t in a.tellings],
            a.when.day,
            [p.resolved.location for p in a.places],
        )
        for a in reading.accounts
    ]
