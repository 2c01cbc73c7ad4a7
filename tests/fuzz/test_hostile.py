"""What a hostile hand would send: each is answered by a clear message, in bounded time, and nothing is run,
fetched, unpacked or read elsewhere.
"""

import gzip
import io
import json
import os
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from typer.testing import CliRunner, Result

from newsledger.cli.app import app
from newsledger.validation.checksums import check_sums
from newsledger.validation.descriptor_file import read_descriptor
from newsledger.validation.findings import Findings
from newsledger.validation.formats import FORMATS
from newsledger.validation.package import check_package
from newsledger.validation.second_opinion import frictionless_findings
from tests.publish.datasets import dataset
from tests.validation.damaging import EVENTS, has, resealed, text

Validate = Callable[..., Result]
PATIENCE = 60
"""Seconds for one answer; most take one, and the machine of a test may be busy."""


@pytest.fixture
def validate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Validate:
    """Run `newsledger validate` and hold it to what is never allowed: a fault of ours, or a wild terminal."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: object, expected: int = 1) -> Result:
        start = time.monotonic()
        done = CliRunner().invoke(app, ["validate", *(str(a) for a in arguments)])
        assert time.monotonic() - start < PATIENCE
        assert done.exit_code == expected, done.output
        assert "Traceback" not in done.output
        assert not {"\x1b", "\x07", "\u202e", "\x00"} & set(done.output)
        return done

    return run


def package(folder: Path, content: str | bytes = "id,n\na,1\n", **resource: Any) -> Path:
    """Write a package of one CSV file; `resource` replaces keys of its entry."""
    folder.mkdir(exist_ok=True)
    data = content if isinstance(content, bytes) else content.encode()
    (folder / "t.csv").write_bytes(data)
    schema = {"fields": [{"name": "id", "type": "string"}, {"name": "n", "type": "integer"}]}
    entry = {"name": "t", "path": "t.csv", "encoding": "utf-8", "hash": "", "schema": schema} | resource
    if not entry["hash"]:
        del entry["hash"]
    (folder / "datapackage.json").write_text(
        json.dumps({"name": "p", "resources": [entry]}), encoding="utf-8"
    )
    return folder


def packages(folder: Path, entries: list[dict[str, Any]]) -> Path:
    """Write a package with several resources, named r0, r1 and so on."""
    package(folder)
    named = [{"name": f"r{n}", "encoding": "utf-8"} | entry for n, entry in enumerate(entries)]
    (folder / "datapackage.json").write_text(json.dumps({"name": "p", "resources": named}), encoding="utf-8")
    return folder


CATASTROPHIC = ("(a+)+b", "(a|a)*b", "(a|aa)+$", "(.*a){25}b", "^(([a-z])+.)+[A-Z]([a-z])+$")
ALTERNATIVES = ("a|b", "a+|[0-9]+|x")
"""frictionless itself anchors only the first and the last of them."""


def test_patterns_of_strangers(tmp_path: Path, validate: Validate) -> None:
    """None runs for ever, each is held against the whole cell, and one that no linear engine knows is left out."""
    patterns = (*CATASTROPHIC, *ALTERNATIVES, r"(a)\1")
    fields = [
        {"name": f"c{n}", "type": "string", "constraints": {"pattern": pattern}}
        for n, pattern in enumerate(patterns)
    ]
    header = ",".join(f"c{n}" for n in range(len(patterns))) + "\n"
    folder = package(
        tmp_path / "p", header + ",".join(["a" * 32 + "!"] * 8) + "\n", schema={"fields": fields}
    )
    told = validate(folder, "--format", "json").output
    found = json.loads(told)["findings"]
    rejected = {f["column"] for f in found if "does not fit the pattern" in f["message"]}
    assert rejected == {f"c{n}" for n in range(7)}
    assert [f["column"] for f in found if f["code"] == "E164"] == ["resources.t.schema.fields.c7"]


def test_what_stays_silent_is_ended(tmp_path: Path) -> None:
    """With no patience at all, every package is one that does not come to an end."""
    file = read_descriptor(package(tmp_path / "p") / "datapackage.json")
    found = list(frictionless_findings(file, patience=0.01))
    assert [f.code for f in found] == ["E145"]
    assert "gave no verdict" in found[0].message


OUTSIDE = (
    *(
        "../secret.csv",
        "/etc/passwd",
        "~/secret.csv",
        "a/../../secret.csv",
        "..\\secret.csv",
        "C:\\secret.csv",
    ),
    *("link.csv", "linked/secret.csv", "x\x00.csv", "./../secret.csv"),
)


def test_paths_that_lead_out_of_a_package(tmp_path: Path, validate: Validate) -> None:
    (tmp_path / "secret.csv").write_text("id,n\nsecret,1\n", encoding="utf-8")
    folder = packages(tmp_path / "p", [{"path": path} for path in OUTSIDE])
    (folder / "link.csv").symlink_to(tmp_path / "secret.csv")
    (folder / "linked").symlink_to(tmp_path, target_is_directory=True)
    done = validate(folder, "--format", "json")
    found = json.loads(done.output)["findings"]
    places = {f["column"] for f in found if f["code"] == "E155"}
    assert places == {f"resources.r{n}.path" for n in range(len(OUTSIDE))}
    assert "secret,1" not in done.output


@pytest.mark.parametrize("key", ["schema", "dialect"])
def test_a_schema_that_lies_elsewhere(tmp_path: Path, validate: Validate, key: str) -> None:
    (tmp_path / "secret.json").write_text('{"fields": [{"name": "secret"}]}', encoding="utf-8")
    done = validate(package(tmp_path / "p", **{key: "../secret.json"}), expected=1 if key == "schema" else 0)
    assert "secret'" not in done.output.replace("'../secret.json'", "")


def test_nothing_is_fetched(tmp_path: Path, validate: Validate) -> None:
    away = ("file:///etc/passwd", "http://127.0.0.1:9/x.csv", "s3://bucket/x.csv", "ftp://h/x.csv")
    folder = packages(tmp_path / "p", [{"path": path} for path in away])
    assert validate(folder, expected=0).output.count("E156") == len(away)


def test_no_profile_is_fetched(tmp_path: Path, validate: Validate) -> None:
    folder = package(tmp_path / "p")
    data = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    data |= {"$schema": "http://127.0.0.1:9/profile.json", "profile": "http://127.0.0.1:9/other.json"}
    data["resources"][0]["schema"]["$schema"] = "http://127.0.0.1:9/schema.json"
    (folder / "datapackage.json").write_text(json.dumps(data), encoding="utf-8")
    validate(folder, expected=0)


@pytest.mark.parametrize("articles", ["../..", "/etc", "a/../../../etc", "linked"])
def test_a_recipe_that_leads_elsewhere(tmp_path: Path, validate: Validate, articles: str) -> None:
    folder = dataset(tmp_path / "d", articles=f"articles: {articles}")
    (folder / "linked").symlink_to("/etc", target_is_directory=True)
    done = validate(folder)
    assert "dataset.yaml:" in done.output


def test_archives_are_not_unpacked(tmp_path: Path, validate: Validate) -> None:
    """A zip, a gzip and a spreadsheet of which each would be a gigabyte."""
    zeros = io.BytesIO()
    with zipfile.ZipFile(zeros, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("t.csv", "w") as member:
        for _ in range(100):
            member.write(b"0" * 1_000_000)
    folder = package(tmp_path / "p")
    for name in ("t.csv.zip", "t.xlsx", "t.zip"):
        (folder / name).write_bytes(zeros.getvalue())
    (folder / "t.csv.gz").write_bytes(gzip.compress(b"0" * 50_000_000))
    entries = [
        {"name": f"r{n}", "path": path, **more}
        for n, (path, more) in enumerate(
            [
                ("t.csv.zip", {"compression": "zip", "format": "csv"}),
                ("t.csv.gz", {"compression": "gz", "format": "csv"}),
                ("t.xlsx", {"format": "xlsx"}),
                ("t.csv", {"compression": "zip", "innerpath": "t.csv", "encoding": "utf-8"}),
            ]
        )
    ]
    (folder / "datapackage.json").write_text(
        json.dumps({"name": "p", "resources": entries}), encoding="utf-8"
    )
    assert validate(folder, expected=0).output.count("E159") == 3
    assert "E165" in validate(folder / "t.zip").output


def test_parquet_that_holds_more_than_there_is_memory(tmp_path: Path, validate: Validate) -> None:
    pl.select(a=pl.repeat(True, 140_000_000, dtype=pl.Boolean)).write_parquet(tmp_path / "rows.parquet")
    pl.select(a=pl.repeat("x" * 100_000, 12_000)).write_parquet(tmp_path / "text.parquet")
    assert "claims 140000000 rows" in validate(tmp_path / "rows.parquet").output
    assert "bytes of text" in validate(tmp_path / "text.parquet").output


def test_a_million_columns(tmp_path: Path, validate: Validate) -> None:
    (tmp_path / "wide.csv").write_text(",".join(f"c{n}" for n in range(1_000_000)) + "\n", encoding="utf-8")
    for arguments in (["wide.csv"], ["wide.csv", "--as", "table"]):
        assert "has 1000000 columns" in validate(*arguments).output
    fields = [{"name": f"c{n}", "type": "string"} for n in range(100_000)]
    assert "fields are too many" in validate(package(tmp_path / "p", schema={"fields": fields})).output


@pytest.mark.parametrize("cell", [b'"' + b"x" * 2_000_000 + b'"', b"x" * 9_000_000, b'"' + b"a,\n" * 300_000])
def test_a_huge_field(tmp_path: Path, validate: Validate, cell: bytes) -> None:
    (tmp_path / "x.csv").write_bytes(b"a,b\n" + cell + b",1\n")
    assert "E144" in validate(tmp_path / "x.csv").output
    assert "E144" in validate(tmp_path / "x.csv", "--as", "table").output


@pytest.mark.parametrize("opening", ["[", '{"a":', '{"resources":[', "- ", "{a: "])
def test_deep_data(tmp_path: Path, validate: Validate, opening: str) -> None:
    deep = opening * 100_000
    for name in ("datapackage.json", "x.json", "x.jsonl", "dataset.yaml"):
        (tmp_path / name).write_text(deep, encoding="utf-8")
        validate(tmp_path / name)


def test_an_alias_bomb(tmp_path: Path, validate: Validate) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    (tmp_path / "dataset.yaml").write_text("\n".join(lines), encoding="utf-8")
    assert "alias" in validate(tmp_path / "dataset.yaml").output


def test_a_tag_that_would_run_code(tmp_path: Path, validate: Validate) -> None:
    (tmp_path / "dataset.yaml").write_text(
        'name: !!python/object/apply:os.system ["touch run"]\n', encoding="utf-8"
    )
    validate(tmp_path / "dataset.yaml")
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("=HYPERLINK(1)", "V601"),
        ("+SUM(A1)", "V601"),
        ("@x", "V601"),
        ("Jer\u202emuk", "V604"),
        ("Jermuk\ufeff", "V604"),
        ("Je\u0301rmuk", "V605"),
        ("NULL", "V602"),
        ("Jer\ufffdmuk", "V603"),
        ("Jer\x1b[2Jmuk", "E110"),
        ("Jer\x07muk", "E110"),
        ("Jer\x00muk", "E144"),
    ],
)
def test_hostile_cells_of_a_release(copy: Path, validate: Validate, cell: str, code: str) -> None:
    text(copy / EVENTS, ",Jermuk,", f",{cell},")
    assert code in validate(copy / EVENTS).output


def test_invalid_utf_8(copy: Path, validate: Validate) -> None:
    content = (copy / EVENTS).read_bytes().replace(b"Jermuk", b"Jerm\xff\xfek", 1)
    (copy / EVENTS).write_bytes(content)
    assert "is not UTF-8 (byte 0xff)" in validate(copy / EVENTS).output


NAMES = ("a\nb", "\x1b[31mred", "\u202efdp.csv", "x" * 200, "a'b\"c", "%0A::error::x")


def test_odd_file_names_and_links(copy: Path, validate: Validate) -> None:
    """None of them breaks a line, colours a terminal, is taken for a command, or leads out or round."""
    for name in NAMES:
        (copy / "data" / name).write_text("x", encoding="utf-8")
    Path(os.fsdecode(os.fsencode(copy) + b"/data/\xff\xfe.csv")).write_text("x", encoding="utf-8")
    os.mkfifo(copy / "data" / "pipe.csv")
    (copy / "loop").symlink_to(copy, target_is_directory=True)
    (copy / "root").symlink_to("/", target_is_directory=True)
    (copy / "gone").symlink_to("nowhere")
    lost = [f for f in check_sums(copy) if f.code == "E141"]
    assert len(lost) == len(NAMES) + 5
    for write in FORMATS.values():
        told = write(Findings(lost), "release")
        assert not {"\x1b", "\u202e"} & set(told)
        assert "\n::error::x" not in told
    done = validate(copy)
    for name in ("data/pipe.csv", "loop", "root", "gone"):
        assert f"{name}: is not in SHA256SUMS" in done.output


def test_what_is_neither_file_nor_folder(tmp_path: Path, validate: Validate) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    validate(tmp_path / "pipe.csv", expected=2)
    validate("/dev/zero", expected=2)
    validate("x" * 5000, expected=2)
    (tmp_path / "folder.csv").mkdir()
    validate(tmp_path / "folder.csv", expected=2)


def test_checksums_that_name_files_elsewhere(copy: Path, validate: Validate) -> None:
    digest = "0" * 64
    lines = [f"{digest}  {name}\n" for name in ("../index.json", "/etc/passwd", "a\\b", "./x", "")]
    with (copy / "SHA256SUMS").open("a", encoding="utf-8") as file:
        file.write("".join(lines))
    assert len([f for f in check_sums(copy) if f.code == "E143"]) == len(lines)


def test_a_release_whose_descriptor_is_hostile(copy: Path) -> None:
    """A schema that was edited is not trusted: its pattern cannot make frictionless run for ever."""
    path = copy / "datapackage.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    fields = {f["name"]: f for f in data["resources"][0]["schema"]["fields"]}
    fields["notes"]["constraints"]["pattern"] = "((.|\\s)+)+!!"
    path.write_text(json.dumps(data), encoding="utf-8")
    resealed(copy)
    start = time.monotonic()
    found = check_package(copy)
    assert time.monotonic() - start < PATIENCE
    assert has(
        found, "E158", "datapackage.json", column="resources.events.schema.fields.notes.constraints.pattern"
    )
    assert any(f.code == "E145" and f.column == "notes" for f in found)


def test_ten_thousand_things(tmp_path: Path, validate: Validate) -> None:
    folder = package(tmp_path / "p")
    many = [{"name": f"r{n}", "path": "t.csv"} for n in range(10_000)]
    (folder / "datapackage.json").write_text(json.dumps({"name": "p", "resources": many}), encoding="utf-8")
    assert "10000 resources are too many" in validate(folder).output
    package(folder, "id,n\na,1\n", **{f"hash{n}": n for n in range(10_000)})
    assert "has 10004 keys" in validate(folder).output
    package(
        folder,
        schema={"fields": [{"name": "id", "type": "string", "constraints": {"enum": ["b"] * 200_000}}]},
    )
    validate(folder)


def test_findings_are_capped(tmp_path: Path, validate: Validate) -> None:
    record = {"text": "x", "source": "s"}
    bad = "".join(json.dumps(record | {"id": f"a{n}", "published": f"x{n}"}) + "\n" for n in range(3000))
    (tmp_path / "a.jsonl").write_text(bad + "{\n" * 3000, encoding="utf-8")
    done = validate(tmp_path / "a.jsonl", "--format", "json")
    told = json.loads(done.output)
    assert len(told["findings"]) < 300
    assert sum(f["count"] for f in told["findings"]) + sum(x["count"] for x in told["left_out"]) >= 6000
    assert all(len(f["examples"]) <= 5 for f in told["findings"])


def test_pages_with_scripts_run_nothing(tmp_path: Path, validate: Validate) -> None:
    pytest.importorskip("trafilatura")
    page = (
        "<html><head><script>alert(1)</script><style>x{}</style></head><body onload='x()'><article><p>Shells hit the "
        "town of Ansk on Tuesday, and nobody was hurt, officials said in a long statement.</p></article>"
        "<iframe src='file:///etc/passwd'></iframe></body></html>"
    )
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.html").write_text(page, encoding="utf-8")
    sidecar = "file,id,published,source\na.html,a,2022-09-14,Gazette\n"
    (tmp_path / "articles" / "articles.csv").write_text(sidecar, encoding="utf-8")
    assert "1 article" in validate(tmp_path / "articles", expected=0).output
