"""A damaged copy of a release is always found, and each kind of damage is named right."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from newsledger.contract.load import load_contract
from newsledger.pipeline.validate import validate
from newsledger.validation.against import against_contract
from newsledger.validation.descriptor_file import read_descriptor
from newsledger.validation.findings import Findings
from newsledger.validation.lint import lint
from newsledger.validation.package import check_package
from tests.validation.damaging import EVENTS, PARQUET, flip, has, resealed, text


def test_an_undamaged_copy_is_valid(copy: Path) -> None:
    findings = check_package(copy)
    assert [str(f) for f in findings] == []
    assert "events: 6 rows" in findings.checked


def test_a_byte_flipped_in_the_csv(copy: Path) -> None:
    flip(copy / EVENTS, (copy / EVENTS).read_bytes().index(b"Jermuk") + 2)
    findings = check_package(copy)
    assert has(findings, "E142", EVENTS)
    assert has(findings, "E148", EVENTS)
    assert has(findings, "E146", EVENTS, line=2, column="location")


def test_a_byte_flipped_in_the_parquet_file(copy: Path) -> None:
    flip(copy / PARQUET, 200)
    findings = check_package(copy)
    assert has(findings, "E142", PARQUET)
    assert not any(f.file == EVENTS for f in findings.errors)


def test_bytes_flipped_anywhere_in_the_parquet_file_end_nothing(copy: Path) -> None:
    """Some of these make the decoder abort the process that it runs in."""
    content, whole = (copy / PARQUET).read_bytes(), pl.read_parquet(copy / PARQUET)
    refused = 0
    for place in range(4, len(content), len(content) // 4):
        (copy / PARQUET).write_bytes(content[:place] + b"\xff\xff\xff\xff" + content[place + 4 :])
        findings = validate(copy / PARQUET)
        if findings.ok:  # the bytes were of no cell; the checksum tells of them
            assert pl.read_parquet(copy / PARQUET).equals(whole)
        else:
            refused += 1
            assert findings.errors[0].file == str(copy / PARQUET)
    assert refused


def test_a_swapped_latitude_and_longitude(copy: Path) -> None:
    text(copy / EVENTS, ",39.8400,45.6700,", ",45.6700,39.8400,")
    resealed(copy)
    findings = check_package(copy)
    assert has(findings, "V307", EVENTS, line=2, column="latitude")
    assert not findings.ok


def test_demostrations(copy: Path) -> None:
    lines = (copy / EVENTS).read_text(encoding="utf-8").split("\n")
    first = next(n for n, line in enumerate(lines, start=1) if ",Demonstrations," in line)
    text(copy / EVENTS, ",Demonstrations,", ",Demostrations,")
    resealed(copy)
    findings = check_package(copy)
    told = next(f for f in findings if f.code == "E110" and f.column == "disorder_type")
    assert (told.file, told.value, told.line) == (EVENTS, "Demostrations", first)
    assert any(f.code == "E145" and f.column == "disorder_type" for f in findings), "frictionless sees it too"


def test_a_row_deleted(copy: Path) -> None:
    lines = (copy / EVENTS).read_text(encoding="utf-8").splitlines(keepends=True)
    (copy / EVENTS).write_text("".join(lines[:3] + lines[4:]), encoding="utf-8")
    gone = lines[3].split(",")[0]
    resealed(copy)
    findings = check_package(copy)
    assert has(findings, "E146", PARQUET)
    assert any(f.code == "E114" and f.file == "data/reports.csv" and f.value == gone for f in findings)
    assert has(findings, "E152", "datapackage.json", column="newsledger.counts.events")
    assert any(f.code == "E145" and "foreign-key" in f.rule for f in findings), "frictionless sees it too"


def test_a_duplicate_id(copy: Path) -> None:
    text(copy / EVENTS, "\nARM2,", "\nARM1,")
    resealed(copy)
    findings = check_package(copy)
    assert has(findings, "E113", EVENTS, line=3, column="event_id_cnty")
    assert any(f.code == "E145" and f.rule == "frictionless primary-key" and f.line == 3 for f in findings)


@pytest.mark.parametrize(
    ("old", "new", "code", "column"),
    [
        ("2022-09-13,2022,", "0025-09-01,2022,", "E110", "event_date"),
        ("2022-09-13,2022,", "2022-9-13,2022,", "E111", "event_date"),
        ("2022-09-13,2022,", "2022-09-13,2021,", "V301", "year"),
        ("Political violence", "Political violense", "E110", "disorder_type"),
        (",39.8400,45.6700,", ",39.8400,195.6700,", "E110", "longitude"),
        (",39.8400,45.6700,", ",0.0000,0.0000,", "V303", "latitude"),
        (",39.8400,45.6700,", ",39.84x,45.6700,", "E111", "latitude"),
        (",5,,1663632000,5,9,", ",5,,1663632000,7,9,", "V401", "fatalities_low"),
        (",5,,1663632000,5,9,", ",6,,1663632000,5,9,", "V402", "notes"),
        ("Daily Gazette; Northern Wire", "Daily Gazette; ; Northern Wire", "V607", "source"),
        ("Daily Gazette; Northern Wire", "=1+2; Northern Wire", "V601", "source"),
        (",Vayots Dzor,", ",NA,", "V602", "admin1"),
        ("ARM1,", ",", "E110", "event_id_cnty"),
        ("State forces-External/Other forces", "State forces only", "V201", "interaction"),
    ],
)
def test_a_wrong_cell_is_found_by_its_content(
    release: Path, tmp_path: Path, old: str, new: str, code: str, column: str
) -> None:
    path = tmp_path / "events.csv"
    shutil.copy(release / EVENTS, path)
    text(path, old, new)
    findings = validate(path)
    assert has(findings, code, str(path), line=2, column=column), [str(f) for f in findings]


def test_the_same_wrong_year_in_both_files_is_found(copy: Path) -> None:
    text(copy / EVENTS, "2022-09-13,2022,", "2022-09-13,2023,")
    frame = pl.read_parquet(copy / PARQUET)
    first = pl.int_range(pl.len()) == 0
    frame.with_columns(year=pl.when(first).then(2023).otherwise("year").cast(pl.Int64)).write_parquet(
        copy / PARQUET
    )
    resealed(copy)
    findings = check_package(copy)
    assert has(findings, "V301", EVENTS, line=2, column="year")
    assert not has(findings, "E146", EVENTS)
    assert has(findings, "E152", "datapackage.json", column="newsledger.content_hashes.events")


def test_an_orphan_report(copy: Path) -> None:
    text(copy / "data/reports.csv", ",ARM2\n", ",ARM77\n")
    resealed(copy)
    findings = check_package(copy)
    assert any(f.code == "E114" and f.value == "ARM77" and f.line for f in findings)
    assert any(f.code == "V501" and "ARM2" in f.message for f in findings), "and the event has no report now"


def test_a_changed_hash(copy: Path) -> None:
    data = json.loads((copy / "datapackage.json").read_text(encoding="utf-8"))
    data["resources"][0]["hash"] = "sha256:" + "0" * 64
    (copy / "datapackage.json").write_text(json.dumps(data), encoding="utf-8")
    findings = check_package(copy)
    assert has(findings, "E142", EVENTS)
    assert has(findings, "E142", "datapackage.json")


def test_a_wrong_hash_of_a_parquet_file(copy: Path) -> None:
    path = copy / "parquet/datapackage.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    data["resources"][0]["hash"] = "sha256:" + "0" * 64
    path.write_text(json.dumps(data), encoding="utf-8")
    assert any(f.code == "E142" and f.file == PARQUET and f.rule == "hash" for f in check_package(copy))


def test_extra_and_missing_files(copy: Path) -> None:
    (copy / "data/notes.txt").write_text("x", encoding="utf-8")
    (copy / "CITATION.cff").unlink()
    (copy / "data/uncoded.csv").unlink()
    findings = check_package(copy)
    assert has(findings, "E141", "data/notes.txt")
    assert has(findings, "E140", "CITATION.cff")
    assert has(findings, "E140", "data/uncoded.csv")


def test_a_symbolic_link_out_of_the_release(copy: Path) -> None:
    (copy / "README.md").unlink()
    (copy / "README.md").symlink_to("/etc/hostname")
    assert has(check_package(copy), "E155", "README.md")


def test_a_renamed_column(copy: Path) -> None:
    text(copy / EVENTS, "assoc_actor_1", "assoc_actor1")
    resealed(copy)
    findings = check_package(copy)
    assert has(findings, "E112", EVENTS, column="assoc_actor_1")
    assert has(findings, "E112", EVENTS, column="assoc_actor1")


def test_latin_1_bytes(copy: Path) -> None:
    content = (copy / EVENTS).read_text(encoding="utf-8").replace("Şəki", "Kürdämir")
    (copy / EVENTS).write_bytes(content.encode("latin-1"))
    findings = check_package(copy)
    assert any(
        f.code == "E144" and f.rule == "encoding utf-8" and f.file == EVENTS and f.line for f in findings
    )


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (lambda b: b"\xef\xbb\xbf" + b, "no BOM"),
        (lambda b: b.replace(b"\n", b"\r\n"), "LF"),
        (lambda b: b.replace(b",reported,", b",reported", 1), "every row as long as the header"),
        (lambda b: b.replace(b"Jermuk", b"Jer\x00muk", 1), "no NUL bytes"),
        (lambda b: b.replace(b",Jermuk,", b',"Jer\nmuk",', 1), "no line breaks in cells"),
        (lambda b: b[:-1], "LF"),
    ],
)
def test_another_dialect(copy: Path, change: Callable[[bytes], bytes], rule: str) -> None:
    (copy / EVENTS).write_bytes(change((copy / EVENTS).read_bytes()))
    resealed(copy)
    assert any(f.code == "E144" and f.file == EVENTS and f.rule == rule for f in check_package(copy))


def edited(folder: Path, edit: Callable[[Any], object]) -> Findings:
    path = folder / "datapackage.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    edit(data)
    path.write_text(json.dumps(data, indent=2, ensure_ascii=False), encoding="utf-8")
    return check_package(folder)


def test_a_misspelt_key(copy: Path) -> None:
    def misspell(data: Any) -> None:
        field = data["resources"][0]["schema"]["fields"][3]
        field["constraint"] = field.pop("constraints")

    findings = edited(copy, misspell)
    told = next(f for f in findings if f.code == "E151")
    assert told.column == "resources.events.schema.fields.time_precision.constraint"
    assert "did you mean constraints?" in told.message
    assert told.line is not None
    assert any(f.code == "E158" for f in findings), "and the schema is not the contract's"


def test_categories_that_disagree_with_enum(copy: Path) -> None:
    def drop(data: Any) -> None:
        field = next(f for f in data["resources"][0]["schema"]["fields"] if f["name"] == "event_type")
        field["categories"].pop()

    assert any(f.code == "E153" and "Strategic developments" in f.message for f in edited(copy, drop))


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (lambda r: r.pop("encoding"), "E157"),
        (lambda r: r.pop("hash"), "E154"),
        (lambda r: r.update(path="../../index.json"), "E155"),
        (lambda r: r.update(path="/etc/passwd"), "E155"),
        (lambda r: r.update(path="https://example.org/events.csv"), "E156"),
        (lambda r: r.update(path="data/nowhere.csv"), "E140"),
        (lambda r: r.update(name="event_actors"), "E152"),
        (lambda r: r["schema"]["fields"][1].update(type="string"), "E158"),
        (lambda r: r["schema"]["fields"][1].update(type="dates"), "E152"),
        (lambda r: r["schema"].update(primaryKey=["id"]), "E152"),
        (lambda r: r["schema"]["fields"].pop(), "E158"),
    ],
)
def test_a_descriptor_that_is_wrong(release: Path, edit: Callable[[Any], object], code: str) -> None:
    file = read_descriptor(release / "datapackage.json")
    data = json.loads(file.text)
    edit(data["resources"][0])
    changed = replace(file, data=data)
    codes = {f.code for f in lint(changed, ours=True)}
    codes |= {f.code for f in against_contract(changed, load_contract("0.1.0"), "csv")}
    assert code in codes


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"a": 1, "a": 2}', b"\xff", b"[" * 100_000])
def test_a_descriptor_that_cannot_be_read(copy: Path, content: bytes) -> None:
    (copy / "datapackage.json").write_bytes(content)
    assert check_package(copy).codes() == {"E150"}


def test_parquet_of_other_types(copy: Path) -> None:
    pl.read_parquet(copy / PARQUET).with_columns(pl.col("year").cast(pl.String)).write_parquet(copy / PARQUET)
    resealed(copy)
    assert has(check_package(copy), "E147", PARQUET, column="year")
