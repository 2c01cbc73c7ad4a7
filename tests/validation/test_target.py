"""What a path is, is found out: releases, exports, articles, datasets and packages of others."""

import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from newsledger.contract.load import load_contract
from newsledger.errors import PathMissing, UsageError
from newsledger.pipeline.validate import validate
from newsledger.validation.findings import Findings
from tests.publish.datasets import dataset
from tests.publish.sample import event_rows, sample_frames


def export(folder: Path, name: str = "export.csv", *, separator: str = ",", **columns: Any) -> Path:
    """Write the six events as an ACLED-layout export; `columns` replaces values of the first row."""
    frame = sample_frames()["events"].select(load_contract("0.1.0").tables["events"].names[:31])
    first = pl.int_range(pl.len()) == 0
    new = [
        pl.when(first).then(pl.lit(v)).otherwise(pl.col(c).cast(pl.String)).alias(c)
        for c, v in columns.items()
    ]
    path = folder / name
    frame.with_columns(new).write_csv(path, separator=separator)
    return path


def messages(findings: Findings) -> list[str]:
    return [str(f) for f in findings.errors]


def test_a_release_folder_and_its_descriptor(release: Path) -> None:
    assert messages(validate(release)) == []
    assert messages(validate(release / "datapackage.json")) == []


def test_a_releases_root_knows_its_index(copy: Path) -> None:
    root, release = copy.parent, copy
    assert messages(validate(root)) == []
    (root / release.name).rename(root / "2022.9.7")
    codes = [f.message for f in validate(root / "index.json").errors]
    assert any("2022.9.0 is in the index and not there" in m for m in codes)
    assert any("2022.9.7 is not in the index" in m for m in codes)


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_a_table_of_events_in_our_layout(release: Path, kind: str) -> None:
    path = release / ("data" if kind == "csv" else "parquet") / f"events.{kind}"
    findings = validate(path)
    assert messages(findings) == []
    assert any("6 rows" in c for c in findings.checked)


def test_reports_as_the_coder_writes_them(tmp_path: Path) -> None:
    sample_frames()["reports"].drop("event_id_cnty").write_parquet(tmp_path / "reports.parquet")
    assert messages(validate(tmp_path / "reports.parquet")) == []


def test_an_acled_layout_export_is_accepted_with_its_own_forms(tmp_path: Path) -> None:
    path = export(
        tmp_path,
        event_date="13 September 2022",
        inter1="8",
        inter2="1",
        interaction="18",
        timestamp="1663632000",
        event_id_cnty="ARM00001",
    )
    findings = validate(path)
    assert messages(findings) == []
    noted = {f.column for f in findings if f.code == "E171"}
    assert noted == {"event_date", "inter1", "inter2", "interaction"}


def test_the_other_word_for_civilian_targeting_and_semicolons(tmp_path: Path) -> None:
    frame = sample_frames()["events"].select(load_contract("0.1.0").tables["events"].names[:31])
    frame = frame.with_columns(
        pl.col("civilian_targeting").str.replace("Civilian targeting", "Civilians targeted")
    )
    frame.write_csv(tmp_path / "e.csv", separator="\t", line_terminator="\r\n", include_bom=True)
    findings = validate(tmp_path / "e.csv")
    assert messages(findings) == []
    assert {f.column for f in findings if f.code == "E171"} == {"civilian_targeting"}


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        ({"event_date": "31 September 2022"}, "E111", "event_date"),
        ({"event_date": "0025-09-13"}, "E110", "event_date"),
        ({"disorder_type": "Demostrations"}, "E110", "disorder_type"),
        ({"inter1": "9"}, "E110", "inter1"),
        ({"year": "2021"}, "V301", "year"),
        ({"fatalities": "many"}, "E111", "fatalities"),
        ({"event_id_cnty": "ARM2"}, "E113", "event_id_cnty"),
        ({"sub_event_type": "Armed clash"}, "V101", "event_type"),
        ({"admin1": "NULL"}, "V602", "admin1"),
    ],
)
def test_what_is_wrong_in_an_export_is_found(
    tmp_path: Path, cells: dict[str, str], code: str, column: str
) -> None:
    path = export(tmp_path, **cells)
    found = [f for f in validate(path).errors if f.code == code and f.column == column]
    assert found
    assert found[0].file == str(path)
    assert found[0].line in (2, 3)


def test_the_line_is_right_where_cells_span_lines(tmp_path: Path) -> None:
    path = export(tmp_path, notes="On 13 September 2022, shelling\nnear Jermuk. 5 dead")
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[3] = lines[3].replace(",2022,", ",2019,", 1)
    path.write_text("".join(lines), encoding="utf-8")
    assert [f.line for f in validate(path).errors if f.code == "V301"] == [4]


def test_an_export_that_lacks_columns_is_still_looked_at(tmp_path: Path) -> None:
    path = export(tmp_path)
    pl.read_csv(path).drop("tags", "timestamp").with_columns(pl.lit(2021).alias("year"), extra=1).write_csv(
        path
    )
    findings = validate(path)
    assert {f.column for f in findings if f.code == "E112"} == {"tags", "timestamp", "extra"}
    assert findings.codes() >= {"V301"}
    assert not [f for f in findings.errors if f.code == "E112"]


def test_a_table_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert validate(tmp_path / "x.csv").codes() == {"E170"}


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"a,a\n1,2\n", b"PAR1", b"a" * 300_000])
@pytest.mark.parametrize("suffix", ["csv", "parquet", "jsonl"])
def test_rubbish_is_refused_without_a_crash(tmp_path: Path, content: bytes, suffix: str) -> None:
    path = tmp_path / f"x.{suffix}"
    path.write_bytes(content)
    assert not validate(path).ok


def test_what_is_not_there_or_nothing(tmp_path: Path) -> None:
    with pytest.raises(PathMissing):
        validate(tmp_path / "nothing")
    with pytest.raises(UsageError):
        validate(tmp_path)
    (tmp_path / "x.xml").write_text("<a/>", encoding="utf-8")
    with pytest.raises(UsageError):
        validate(tmp_path / "x.xml")
    with pytest.raises(UsageError, match="unknown version"):
        validate(tmp_path / "x.xml", schema="7.7.7")


GOOD = {
    "id": "a-1",
    "text": "Shells hit Ansk.",
    "published": "2022-09-14",
    "source": "Daily Gazette",
    "odd": 1,
}


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        ("{", "", "is not JSON"),
        ("[1]", "", "is a list"),
        (json.dumps(GOOD | {"source": None}), "source", "is missing"),
        (json.dumps(GOOD | {"published": "2022-02-30"}), "published", "is no day of the calendar"),
        (json.dumps(GOOD | {"text": ""}), "text", "is missing"),
        (json.dumps(GOOD | {"id": "a-0"}), "id", "stands a second time"),
        ("\udcff", "", "is not UTF-8"),
        ("[" * 5000, "", "nest deeper"),
    ],
)
def test_articles_are_judged_line_by_line(tmp_path: Path, line: str, column: str, message: str) -> None:
    path = tmp_path / "a.jsonl"
    lines = [
        json.dumps(GOOD | {"id": "a-0"}),
        json.dumps(GOOD | {"id": "a-2"}),
        line,
        json.dumps(GOOD | {"id": "a-3"}),
    ]
    path.write_bytes("\n".join(lines).encode("utf-8", "surrogateescape"))
    findings = validate(path)
    assert len(findings.errors) == 1
    assert findings.errors[0].line == 3
    assert findings.errors[0].column == column
    assert message in findings.errors[0].message


def test_articles_in_tables(tmp_path: Path) -> None:
    frame = pl.DataFrame([GOOD, GOOD | {"id": "a-2", "published": "yesterday"}])
    frame.write_csv(tmp_path / "a.csv")
    frame.write_parquet(tmp_path / "a.parquet")
    assert [(f.line, f.column) for f in validate(tmp_path / "a.csv").errors] == [(3, "published")]
    assert [(f.line, f.column) for f in validate(tmp_path / "a.parquet").errors] == [(2, "published")]


def test_a_dataset_with_corrections_and_articles(tmp_path: Path) -> None:
    folder = dataset(tmp_path)
    (folder / "articles" / "a.jsonl").write_text(json.dumps(GOOD) + "\n", encoding="utf-8")
    assert messages(validate(folder)) == []
    correction = "- {id: c-1, do: set, event: ARM1, field: injuries, value: 3, reason: later count}\n"
    (folder / "corrections.yaml").write_text(correction, encoding="utf-8")
    (folder / "articles" / "a.jsonl").write_text("{}\n", encoding="utf-8")
    found = {(Path(f.file).name, f.message) for f in validate(folder / "dataset.yaml").errors}
    assert ("corrections.yaml", "date is missing") in found
    assert ("corrections.yaml", "expect is missing") in found
    assert any(file == "a.jsonl" and "are missing" in message for file, message in found)


def package(folder: Path, **resource: Any) -> Path:
    (folder / "data.csv").write_text("id,n\na,1\nb,x\n", encoding="utf-8")
    schema = {
        "fields": [{"name": "id", "type": "string"}, {"name": "n", "type": "integer"}],
        "primaryKey": ["id"],
    }
    entry = {"name": "data", "path": "data.csv", "encoding": "utf-8", "schema": schema} | resource
    (folder / "datapackage.json").write_text(
        json.dumps({"name": "p", "resources": [entry]}), encoding="utf-8"
    )
    return folder


def test_a_package_of_somebody_else(tmp_path: Path) -> None:
    findings = validate(package(tmp_path))
    wrong = [(f.code, Path(f.file).name, f.line, f.column, f.value) for f in findings.errors]
    assert wrong == [("E145", "data.csv", 3, "n", "x")]
    assert "E154" in {f.code for f in findings.warnings}


def test_a_package_may_not_lead_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("id,n\ns,1\n", encoding="utf-8")
    (tmp_path / "p").mkdir()
    for path in ("../secret.csv", str(tmp_path / "secret.csv"), "link.csv"):
        if not (tmp_path / "p" / "link.csv").is_symlink():
            (tmp_path / "p" / "link.csv").symlink_to(tmp_path / "secret.csv")
        findings = validate(package(tmp_path / "p", path=path))
        assert findings.codes() >= {"E155"}
        assert "E145" not in findings.codes()


def test_a_package_on_the_network_is_not_fetched(tmp_path: Path) -> None:
    findings = validate(
        package(tmp_path, path="https://example.org/data.csv", schema="https://example.org/s.json")
    )
    assert findings.codes() == {"E156"}
    assert findings.ok


def test_misspelt_keys_of_others_are_errors_and_their_own_are_not(tmp_path: Path) -> None:
    findings = validate(package(tmp_path, encodng="utf-8", ourOwnKey=1))
    assert [f.column for f in findings if f.code == "E151"] == ["resources.data.encodng"]


def test_the_six_events_are_those_of_the_sample() -> None:
    assert len(event_rows()) == 6
