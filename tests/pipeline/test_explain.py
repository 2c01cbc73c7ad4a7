"""Can every value of an event be traced to its words?"""

from pathlib import Path

import pytest

from newsledger.errors import PathMissing, UsageError
from newsledger.pipeline.explain import (
    ExplainedEvent,
    GoneEvent,
    RecordedArticle,
    explain,
    open_release,
    open_sources,
)
from newsledger.pipeline.publish import Wishes, publish
from tests.pipeline.telling import GAZETTE, SHELLS, WIRE, TellingCoder, write_articles, write_dataset

NEAR = {
    "id": "near",
    "text": "EVENT 2024-05-15 | Armed clash | Gao, Mali | 4",
    "published": "2024-05-16",
    "source": "Herald",
}


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset with two releases, the second of which lost an event."""
    folder = write_dataset(tmp_path_factory.mktemp("explain") / "d", GAZETTE, WIRE, SHELLS, NEAR)
    publish(folder, coder=TellingCoder())
    write_articles(folder / "articles.jsonl", GAZETTE, WIRE, NEAR)
    allow = {"ids-lost": "withdrawn", "category-vanished": "withdrawn"}
    publish(folder, Wishes(allow=allow), coder=TellingCoder())
    return folder


def event_of(dataset: Path, article: str) -> str:
    reports = open_release(dataset / "releases").rows("reports", "article_id", article)
    return str(reports[0]["event_id_cnty"])


def test_an_event_tells_its_reports_why_they_were_joined_and_which_were_left_out(dataset: Path) -> None:
    sources = open_sources(dataset / "releases", [dataset / "articles.jsonl"])
    found = explain(event_of(dataset, "gazette"), sources)
    assert isinstance(found, ExplainedEvent)
    assert [r.row["article_id"] for r in found.reports] == ["gazette", "wire"]
    assert [{k.first, k.second} for k in found.joined] == [{"gazette:1", "wire:1"}]
    assert all(k.why for k in found.joined)
    assert any("near:1" in (k.first, k.second) and k.why for k in found.left_out)
    assert found.remarks == ()


def test_values_are_quoted_where_the_articles_are_given_and_only_there(dataset: Path) -> None:
    event = event_of(dataset, "gazette")
    told = explain(event, open_sources(dataset / "releases", [dataset / "articles.jsonl"]))
    assert isinstance(told, ExplainedEvent)
    values = {v.field: v for v in told.reports[0].values}
    assert values["sub_event_type"].quote == "EVENT"
    assert values["location"].quote == ""
    assert values["location"].start == -1
    silent = explain(event, open_sources(dataset / "releases", []))
    assert isinstance(silent, ExplainedEvent)
    assert {v.quote for r in silent.reports for v in r.values} == {""}


def test_nothing_is_quoted_from_a_text_that_changed(dataset: Path, tmp_path: Path) -> None:
    other = write_articles(tmp_path / "a.jsonl", GAZETTE | {"text": "Something else."}, WIRE)
    found = explain(event_of(dataset, "gazette"), open_sources(dataset / "releases", [other]))
    assert isinstance(found, ExplainedEvent)
    assert "gazette is not the one that was coded" in found.remarks[0]
    assert {v.quote for v in found.reports[0].values} == {""}


def test_a_report_leads_to_its_event(dataset: Path) -> None:
    found = explain("wire:1", open_sources(dataset / "releases", []))
    assert isinstance(found, ExplainedEvent)
    assert found.row["event_id_cnty"] == event_of(dataset, "wire")


def test_an_event_that_left_says_why(dataset: Path) -> None:
    release = open_release(dataset / "releases")
    gone = release.tables["deletions"]["event_id_cnty"][0]
    found = explain(gone, open_sources(dataset / "releases", []))
    assert isinstance(found, GoneEvent)
    assert found.row["removed_in"] == release.folder.name


def test_an_article_without_its_text_shows_what_the_release_has(dataset: Path) -> None:
    found = explain("gazette", open_sources(dataset / "releases", []))
    assert isinstance(found, RecordedArticle)
    assert [u["trigger"] for u in found.uncoded] == ["rumour"]
    assert [r.row["report_id"] for r in found.reports] == ["gazette:1"]


def test_what_nobody_knows_is_an_error_that_says_where_was_looked(dataset: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="MLI99"):
        explain("MLI99", open_sources(dataset / "releases", []))
    with pytest.raises(UsageError, match="nothing was given to look in"):
        explain("MLI99", open_sources(None, []))
    with pytest.raises(PathMissing):
        open_release(tmp_path)
