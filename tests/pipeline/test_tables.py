"""Do records survive the way through tables and files?"""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from newsledger.contract.load import load_contract
from newsledger.contract.records import REPORT_COLUMNS, Article, Coded, Evidence, Report, Uncoded
from newsledger.errors import PathMissing, RowsInvalid, UsageError
from newsledger.pipeline.put import put_coded
from newsledger.pipeline.stored import read_stored
from newsledger.pipeline.tables import CodedTables, articles_frame, coded_tables, records_of
from tests.pipeline.telling import CLASH, TellingCoder


def article(number: int, text: str = CLASH) -> Article:
    return Article(f"a{number}", f"{text}\nA rumour.", date(2024, 5, 15), "Gazette")


@pytest.fixture
def coded() -> list[Coded]:
    coder = TellingCoder()
    return [coder.code(article(n, f"{CLASH}\n{CLASH}")) for n in (2, 1)]


@pytest.fixture
def tables(coded: list[Coded]) -> CodedTables:
    return coded_tables(coded)


def test_reports_have_their_columns_in_order_and_stay_in_the_order_of_articles_and_salience(
    tables: CodedTables,
) -> None:
    assert tuple(tables.reports.columns) == REPORT_COLUMNS
    assert tables.reports["report_id"].to_list() == ["a2:1", "a2:2", "a1:1", "a1:2"]


def test_records_come_back_as_they_were(coded: list[Coded], tables: CodedTables) -> None:
    assert records_of(tables.reports, Report) == [r for c in coded for r in c.reports]
    assert records_of(tables.evidence, Evidence) == [e for c in coded for e in c.evidence]
    assert records_of(tables.uncoded, Uncoded) == [u for c in coded for u in c.uncoded]


def test_a_report_without_a_place_keeps_its_missing_point(coded: list[Coded]) -> None:
    vague = replace(coded[0].reports[0], location="", latitude=None, longitude=None, iso=None)
    frame = coded_tables([Coded(coded[0].article, [vague])]).reports
    assert frame["location"].null_count() == frame["latitude"].null_count() == 1
    assert records_of(frame, Report) == [vague]


def test_no_articles_give_empty_tables_of_the_right_types() -> None:
    empty = coded_tables([])
    assert empty.reports.height == empty.evidence.height == empty.uncoded.height == 0
    assert empty.reports.schema["event_date"] == pl.Date


def test_the_table_of_articles_has_the_checksum_and_not_the_text() -> None:
    frame = articles_frame([article(1)])
    assert "text" not in frame.columns
    assert len(frame["sha256"][0]) == 64
    assert frame["source_scale"][0] == "Other"


@pytest.mark.parametrize("ending", [".csv", ".parquet", ".jsonl"])
def test_a_file_of_each_kind_holds_all_reports(tables: CodedTables, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"reports{ending}"
    assert put_coded(tables, path) == [path]
    if ending == ".jsonl":
        rows = [json.loads(line) for line in path.read_text().splitlines()]
    else:
        rows = (pl.read_csv(path) if ending == ".csv" else pl.read_parquet(path)).to_dicts()
    assert [tuple(row) for row in rows] == [REPORT_COLUMNS] * 4
    assert [row["report_id"] for row in rows] == tables.reports["report_id"].to_list()
    assert [str(row["event_date"]) for row in rows] == ["2024-05-14"] * 4
    assert {row["assoc_actor_1"] for row in rows} == {None}
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_a_folder_holds_three_tables_that_read_back_the_same(tables: CodedTables, tmp_path: Path) -> None:
    out = tmp_path / "coded"
    put_coded(tables, out, {"newsledger": "9"})
    assert sorted(p.name for p in out.iterdir()) == [
        "coder.json",
        "evidence.csv",
        "reports.csv",
        "uncoded.csv",
    ]
    again = read_stored(out, load_contract())
    assert again.provenance == {"newsledger": "9"}
    assert again.articles is None
    for name, frame in tables.items():
        assert getattr(again.tables, name).equals(frame), name


def test_a_folder_is_kept_but_for_the_tables_of_an_earlier_run(tables: CodedTables, tmp_path: Path) -> None:
    out = tmp_path / "coded"
    out.mkdir()
    (out / "mine.txt").write_text("stays")
    put_coded(coded_tables([]), out)
    empty = (out / "reports.csv").read_text()
    put_coded(tables, out)
    assert (out / "mine.txt").read_text() == "stays"
    assert (out / "reports.csv").read_text().startswith(empty)
    assert (out / "reports.csv").read_text() != empty


def test_what_cannot_be_written_leaves_nothing_behind(tables: CodedTables, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\.csv, \.parquet, \.jsonl"):
        put_coded(tables, tmp_path / "reports.xlsx")
    with pytest.raises(PathMissing):
        put_coded(tables, tmp_path / "nowhere" / "reports.csv")
    assert list(tmp_path.iterdir()) == []


def test_a_failure_while_writing_keeps_the_file_that_was_there(
    tables: CodedTables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "reports.csv"
    path.write_text("old")

    def fail(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("newsledger.pipeline.put.canonical", fail)
    with pytest.raises(OSError, match="no space left"):
        put_coded(tables, path)
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["reports.csv"]


class TestStored:
    def test_a_missing_table_is_named(self, tables: CodedTables, tmp_path: Path) -> None:
        put_coded(tables, tmp_path / "coded")
        (tmp_path / "coded" / "evidence.csv").unlink()
        with pytest.raises(PathMissing, match="holds no evidence"):
            read_stored(tmp_path / "coded", load_contract())

    def test_a_wrong_cell_is_named_with_line_and_column(self, tables: CodedTables, tmp_path: Path) -> None:
        put_coded(tables, tmp_path / "coded")
        path = tmp_path / "coded" / "reports.csv"
        path.write_text(path.read_text().replace("2024-05-14", "14 May", 1))
        with pytest.raises(RowsInvalid) as caught:
            read_stored(tmp_path / "coded", load_contract())
        assert (caught.value.line, caught.value.field) == (2, "event_date")

    def test_no_folder(self, tmp_path: Path) -> None:
        with pytest.raises(PathMissing):
            read_stored(tmp_path / "none", load_contract())
