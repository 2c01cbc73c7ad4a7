"""What does a row say, and with which evidence?"""

from datetime import date

import pytest
from tests.coder.told import Code, only, said

from newsledger.coder.reports import LONGEST
from newsledger.contract.coding import confidence
from newsledger.contract.records import REPORT_COLUMNS

TEXT = "Gunmen killed three farmers near Bria on Monday."


def test_a_row_of_every_column(code: Code) -> None:
    coded = code(TEXT)
    report = only(coded)
    assert [f for f in REPORT_COLUMNS if not hasattr(report, f)] == []
    assert (report.report_id, report.article_id, report.event_date) == ("a:1-1", "a", date(2024, 6, 10))
    assert (report.quote_start, report.quote_end) == (0, len(TEXT))
    assert "10 June 2024" in report.notes
    assert "Bria" in report.notes
    assert "3" in report.notes
    assert report.notes not in TEXT
    assert report.toll_group == ""


def test_each_value_points_at_its_words(code: Code) -> None:
    coded = code(TEXT)
    report = only(coded)
    wanted = {
        "event_date": ["on Monday"],
        "event_type": ["killed"],
        "sub_event_type": ["killed"],
        "actor1": ["Gunmen"],
        "actor2": ["farmers"],
        "location": ["Bria"],
        "fatalities": ["killed three farmers"],
        "notes": [TEXT],
    }
    assert {field: said(coded, report, field) for field in wanted} == wanted


def test_what_follows_from_other_values_names_the_section_it_follows_from(code: Code) -> None:
    coded = code(TEXT)
    derived = {e.field: e.rule for e in coded.evidence if e.part == "derived"}
    assert derived["disorder_type"] == "coding-rules 2"
    assert derived["interaction"] == "coding-rules 3"
    assert derived["confidence"] == "coding-rules 8"
    assert {e.field for e in coded.evidence if e.part == "record"} == {"source", "source_scale"}


DAYS = [
    ("Rebels attacked soldiers in Bria on Monday and Tuesday.", ["2024-06-10", "2024-06-11"]),
    (
        "Rebels and soldiers fought in Bria daily from Monday to Wednesday.",
        ["2024-06-10", "2024-06-11", "2024-06-12"],
    ),
    ("Rebels attacked soldiers in Bria on Monday.", ["2024-06-10"]),
]


@pytest.mark.parametrize(("text", "days"), DAYS, ids=[str(len(d)) for _, d in DAYS])
def test_each_day_of_activity_is_a_row(code: Code, text: str, days: list[str]) -> None:
    rows = code(text).reports
    assert [str(r.event_date) for r in rows] == days
    assert {r.time_precision for r in rows} == {1}
    assert len({r.report_id for r in rows}) == len(days)


def test_a_long_range_is_not_spread_over_every_day(code: Code) -> None:
    text = "Rebels and soldiers fought in Bria from 1 May to 31 May 2024."
    assert len(code(text).reports) <= LONGEST + 1


def test_rows_of_one_toll_share_a_group_and_carry_the_whole(code: Code) -> None:
    rows = code("Russian forces shelled Nikopol and Marhanets on Monday, killing five civilians.").reports
    assert [(r.location, r.fatalities, r.toll_group) for r in rows] == [
        ("Nikopol", 5, "a:1"),
        ("Marhanets", 5, "a:1"),
    ]
    assert len({r.report_id for r in rows}) == 2


def test_rows_without_a_toll_share_none(code: Code) -> None:
    rows = code("Russian forces shelled Nikopol and Marhanets on Monday.").reports
    assert [(r.location, r.toll_group) for r in rows] == [("Nikopol", ""), ("Marhanets", "")]


SURE = [
    ("Gunmen killed three farmers in Bria on Monday.", "Gunmen killed three farmers in Bria."),  # no day
    ("Gunmen killed three farmers in Bria on Monday.", "Gunmen killed three farmers near Bria on Monday."),
    ("Gunmen killed three farmers in Bria on Monday.", "Gunmen killed three farmers in Bria last month."),
    (
        "A rebel bomb killed three farmers in Bria on Monday.",
        "A bomb killed three farmers in Bria on Monday.",
    ),
    ("Gunmen killed three farmers in Bria on Monday.", "Gunmen killed farmers in Bria on Monday."),
]


@pytest.mark.parametrize(("sure", "less"), SURE, ids=["day", "place", "month", "actor", "toll"])
def test_what_is_less_sure_has_less_confidence(code: Code, sure: str, less: str) -> None:
    assert code(less).reports[0].confidence < code(sure).reports[0].confidence <= confidence([])


def test_sexual_violence_is_tagged(code: Code) -> None:
    assert only(code("Soldiers raped three women in Bria on Monday.")).tags == "sexual violence"
