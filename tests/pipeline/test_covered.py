"""Does a dataset take in what it covers, and say what became of the rest?"""

from dataclasses import replace
from pathlib import Path

import pytest

from newsledger.pipeline.code import code_articles
from newsledger.pipeline.covered import covered
from newsledger.pipeline.tables import CodedTables, coded_tables
from newsledger.publish.recipe import load_recipe
from newsledger.reader import read_articles
from tests.pipeline.telling import CLASH, GAZETTE, TellingCoder, write_dataset


def kept(folder: Path, text: str) -> CodedTables:
    """What the dataset keeps of the gazette and of a second article with this text."""
    stray = {"id": "stray", "text": text, "published": "2025-01-02", "source": "Wire"}
    recipe = load_recipe(write_dataset(folder, GAZETTE, stray))
    articles = read_articles(recipe.articles)
    return covered(coded_tables(code_articles(articles, TellingCoder())), recipe)


@pytest.mark.parametrize(
    ("line", "reason", "detail"),
    [
        ("EVENT 2024-05-18 | Armed clash | Mali | 2", "no-place", "2024-05-18, Mali"),
        ("EVENT 2023-12-31 | Armed clash | Gao, Mali | 2", "out-of-window", "2024-01-01 to 2024-12-31"),
        ("EVENT 2025-01-01 | Armed clash | Gao, Mali | 2", "out-of-window", "2025-01-01, Gao, Mali"),
        ("EVENT 2024-05-18 | Armed clash | Goris, Azerbaijan | 2", "out-of-window", "in Mali, Armenia"),
    ],
)
def test_what_is_not_covered_stands_in_uncoded_and_takes_its_evidence_along(
    tmp_path: Path, line: str, reason: str, detail: str
) -> None:
    tables = kept(tmp_path, f"Before.\n{line}")
    assert tables.reports["article_id"].to_list() == ["gazette"]
    assert not tables.evidence["report_id"].str.starts_with("stray").any()
    row = tables.uncoded.to_dicts()[-1]
    assert row["article_id"] == "stray"
    assert row["reason"] == reason
    assert (row["part"], row["start"], row["end"]) == ("text", 8, 13)
    assert row["trigger"] == "Armed clash"
    assert "t.word" in row["detail"]
    assert detail in row["detail"]


@pytest.mark.parametrize("day", ["2024-01-01", "2024-12-31"])
def test_the_first_and_the_last_day_are_covered(tmp_path: Path, day: str) -> None:
    tables = kept(tmp_path, f"EVENT {day} | Armed clash | Gao, Mali | 2")
    assert tables.reports["article_id"].to_list() == ["gazette", "stray"]


def test_all_reports_covered_leave_the_tables_as_they_are(tmp_path: Path) -> None:
    tables = kept(tmp_path, CLASH)
    assert tables.uncoded["trigger"].to_list() == ["rumour"]
    assert tables.evidence.height == 4


def test_reports_of_one_trigger_share_a_row_of_uncoded(tmp_path: Path) -> None:
    recipe = load_recipe(write_dataset(tmp_path, GAZETTE))
    coded = list(code_articles(read_articles(recipe.articles), TellingCoder()))
    (report,) = coded[0].reports
    coded[0].reports = [
        replace(report, country="Niger"),
        replace(report, report_id="gazette:2", country="Chad", location="Bol"),
    ]
    coded[0].evidence += [replace(e, report_id="gazette:2") for e in coded[0].evidence]
    tables = covered(coded_tables(coded), recipe)
    assert tables.reports.height == tables.evidence.height == 0
    (row,) = [r for r in tables.uncoded.to_dicts() if r["reason"] == "out-of-window"]
    assert "Gao, Niger" in row["detail"]
    assert "Bol, Chad" in row["detail"]
