"""`import newsledger`: a handful of names, fetched when they are used."""

import json
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import polars as pl
import pytest

import newsledger
from newsledger.errors import ArticleInvalid, NoArticles, PathMissing, UsageError
from tests.pipeline.telling import GAZETTE, WIRE, TellingCoder, write_dataset

ARTICLE: dict[str, object] = {
    "id": "a",
    "text": "GYUMRI, 20 September (Wire) - Two soldiers were killed when gunmen attacked a checkpoint near Gyumri.",
    "published": "2022-09-21",
    "source": "Wire",
    "title": None,
}


def run(code: str) -> str:
    return subprocess.check_output([sys.executable, "-c", code], text=True)


def test_importing_loads_nothing_and_takes_no_time() -> None:
    code = """
import json, sys, time
before = set(sys.modules); start = time.perf_counter()
import newsledger
print(json.dumps([time.perf_counter() - start, sorted(set(sys.modules) - before)]))
"""
    told = [json.loads(run(code)) for _ in range(3)]
    assert min(t for t, _ in told) < 0.03
    assert told[0][1] == ["newsledger"]


def test_the_names_are_there() -> None:
    assert {"code", "publish", "validate", "load_release"} <= set(dir(newsledger))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = newsledger.nothing


def test_publish_can_be_called_whatever_was_imported_before() -> None:
    """The package newsledger.publish takes the place of the function of that name."""
    code = "import newsledger\n{}print(callable(newsledger.publish))\n"
    assert run(code.format("")) == run(code.format("import newsledger.publish.release\n")) == "True\n"


def test_records_are_coded() -> None:
    tables = newsledger.code([ARTICLE])
    assert tables.reports.schema["event_date"] == pl.Date
    assert tables.reports["location"].to_list() == ["Gyumri"]
    assert tables.reports["fatalities"].to_list() == [2]
    assert set(tables.evidence["report_id"]) == set(tables.reports["report_id"])


def test_files_are_coded_like_records(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text(json.dumps(ARTICLE) + "\n", encoding="utf-8")
    assert newsledger.code(path).reports.equals(newsledger.code([ARTICLE]).reports)
    assert newsledger.code([str(path)]).reports.equals(newsledger.code([ARTICLE]).reports)


def test_records_pass_the_same_door() -> None:
    undated: dict[str, object] = {"id": "b", "text": "x", "source": "y"}
    with pytest.raises(ArticleInvalid, match="records:2"):
        newsledger.code([ARTICLE, undated])
    with pytest.raises(ArticleInvalid, match="a second time"):
        newsledger.code([ARTICLE, ARTICLE])
    with pytest.raises(NoArticles):
        newsledger.code([])
    with pytest.raises(UsageError, match="neither paths nor records"):
        newsledger.code([ARTICLE, "articles.jsonl"])  # type: ignore[arg-type]


def test_publish_validate_and_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsledger.pipeline.jobs.load_coder", lambda *_: TellingCoder())
    dataset = write_dataset(tmp_path / "dataset", GAZETTE, WIRE)
    start = time.perf_counter()
    done = newsledger.publish(dataset, date=date(2024, 10, 1))
    assert done.version == "2024.10.0"
    assert time.perf_counter() - start < 60
    assert newsledger.validate(done.folder).ok
    for path in (dataset, done.folder.parent, done.folder, str(done.folder)):
        events = newsledger.load_release(path)["events"]
        assert events.height == done.counts["events"]
        assert events.schema["injuries"] == pl.Int64
    (done.folder / "data" / "events.csv").write_text("broken", encoding="utf-8")
    assert not newsledger.validate(done.folder).ok
    with pytest.raises(PathMissing, match="no release"):
        newsledger.load_release(tmp_path)
