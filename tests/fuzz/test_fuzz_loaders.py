"""Whatever bytes a file holds, each loader answers with data or with an error of the catalogue, never a crash."""

import contextlib
import json
import random
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsledger.contract.load import load_contract
from newsledger.errors import NewsledgerError
from newsledger.reader import iter_articles
from newsledger.validation.archive import ArchiveRefused, unpacked
from newsledger.validation.checksums import check_hashes, check_index, check_sums
from newsledger.validation.descriptor_file import DescriptorFile, DescriptorUnreadable, read_descriptor
from newsledger.validation.dialect import read_dialect
from newsledger.validation.documents import check_data, validator
from newsledger.validation.events import check_events
from newsledger.validation.lint import lint
from newsledger.validation.parquet_files import decodable
from newsledger.validation.second_opinion import _safe, _taken_out
from newsledger.validation.typed import FORMS, parsed, read_text
from newsledger.validation.yaml_lines import YamlRefused, read_yaml_lines
from tests.fuzz.effort import cases, examples, seed

CONTRACT = load_contract()
SOME, MANY = examples(40), examples(120)
NAMES = CONTRACT.tables["events"].names
CELLS = st.sampled_from(
    [
        *(
            "",
            '"',
            '""',
            "a",
            "é",
            "\u202e",
            "=1+1",
            "NA",
            "2022-09-13",
            "0025-09-01",
            "1e309",
            "nan",
            "-0",
            "31",
        ),
        *(
            "Battles",
            "Armed clash",
            "State forces",
            "Civilians (Mali)",
            "; ",
            "a; a",
            "9" * 30,
            "\x00",
            "\x1b[2J",
        ),
        *("40.1", "400", "Mali", "Armenia", "\r", "\n", "٣", "16 May 2025", "crowd size=", "𐐀", "\ufffd"),
    ]
)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
RECORD = '{"id": "a", "text": "Shells fell.", "published": "2022-09-14", "source": "Gazette"}\n'


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Change a few bytes, cut, repeat or insert a piece: what a broken disk or a nasty hand would do."""
    data = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(data) or 1)
        what = chance.randrange(5)
        if what == 0 and data:
            data[place] = chance.randrange(256)
        elif what == 1:
            del data[place : place + chance.randint(1, 40)]
        elif what == 2:
            data[place:place] = chance.choice(
                [b"\x00", b'"', b"\xff\xfe", b"\r", b"[[[[", b"}", b"&a *a", b"\xe2\x80\xae"]
            )
        elif what == 3:
            data[place:place] = data[place : place + chance.randint(1, 200)]
        else:
            data = data[: max(place, 1)]
    return bytes(data)


@SOME
@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda t: t.encode("utf-8", "surrogatepass")))
def test_yaml_of_any_bytes(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.yaml").write_bytes(content)
    with contextlib.suppress(YamlRefused):
        read_yaml_lines(tmp_path / "x.yaml")


@MANY
@given(JSON, st.sampled_from(["article", "dataset", "corrections"]))
def test_a_document_of_any_data(data: Any, name: str) -> None:
    for finding in check_data(data, validator(name), "x.yaml"):
        assert finding.message


@MANY
@given(
    st.lists(st.lists(CELLS, max_size=6), max_size=5), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans()
)
def test_a_csv_of_any_cells_is_read_as_it_is_seen(
    tmp_path: Path, rows: list[list[str]], end: str, strict: bool
) -> None:
    """What the first pass lets through is read with as many rows, by the same names."""
    text = end.join(",".join(cells) for cells in [["a", "b"], *rows])
    (tmp_path / "x.csv").write_bytes(text.encode("utf-8", "surrogatepass"))
    told = read_dialect(tmp_path / "x.csv", strict=strict)
    assert told.readable or told.findings
    if told.readable:
        frame = read_text(told)
        assert (frame.height, tuple(frame.columns)) == (told.rows, told.header)


@SOME
@given(st.data())
def test_a_table_of_events_with_any_cells(tmp_path: Path, data: st.DataObject) -> None:
    wide = st.lists(CELLS.filter(lambda c: "\n" not in c), min_size=len(NAMES), max_size=len(NAMES))
    row = data.draw(wide)
    quoted = ['"' + cell.replace('"', '""') + '"' for cell in row]
    names = data.draw(st.sampled_from([NAMES, NAMES[:31], tuple(reversed(NAMES))]))
    lines = [",".join(names), ",".join(quoted[: len(names)])]
    (tmp_path / "events.csv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="")
    findings = check_events(tmp_path / "events.csv", CONTRACT)
    assert not findings.ok
    assert all(f.file for f in findings)


@MANY
@given(st.lists(st.text(max_size=12) | CELLS, min_size=1, max_size=20), st.sampled_from(sorted(FORMS)))
def test_dates_and_numbers_of_any_text(cells: list[str], kind: str) -> None:
    """A cell is read in its published form or not at all; what is read is written back as it stood."""
    frame = pl.DataFrame({"x": cells}, schema={"x": pl.String})
    read = frame.select(parsed(pl.col("x"), kind)).to_series()
    for cell, value in zip(cells, read.to_list(), strict=True):
        if value is not None and kind == "date":
            assert str(value) == cell
        if value is not None and kind == "integer":
            assert value == int(cell)
        if value is not None and kind == "number":
            assert value == float(cell)


def skeleton() -> dict[str, Any]:
    field = {
        "name": "id",
        "type": "string",
        "constraints": {"required": True, "pattern": "a+", "enum": ["a"]},
    }
    schema = {
        "fields": [field, {"name": "n", "type": "integer", "categories": [{"value": 1}]}],
        "primaryKey": ["id"],
        "uniqueKeys": [["id"]],
        "foreignKeys": [{"fields": ["n"], "reference": {"resource": "", "fields": ["n"]}}],
        "missingValues": [""],
    }
    resource = {"name": "t", "path": "t.csv", "hash": "sha256:0", "bytes": 9, "dialect": {"delimiter": ";"}}
    return {
        "name": "p",
        "licenses": [{"name": "CC0-1.0"}],
        "resources": [{**resource, "schema": schema}, {"name": "u", "data": [[1]]}],
        "newsledger": {"schema": "0.1.0", "counts": {"t": 1}},
    }


def places(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [way] if way else []
    entries = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, inner in entries:
        found += places(inner, (*way, key))
    return found


@MANY
@given(st.sampled_from(places(skeleton())), JSON, st.booleans())
@example(("resources", 0, "schema", "fields", 1, "categories"), ["\x1f"], True)
@example(("resources", 0, "dialect"), {"\x1f": 1}, True)
def test_a_descriptor_with_anything_anywhere(
    tmp_path: Path, way: tuple[Any, ...], value: Any, ours: bool
) -> None:
    data = skeleton()
    holder: Any = data
    for key in way[:-1]:
        holder = holder[key]
    holder[way[-1]] = value
    (tmp_path / "t.csv").write_text("id;n\na;1\n", encoding="utf-8")
    path = tmp_path / "datapackage.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    file = read_descriptor(path)
    for finding in [*lint(file, ours=ours), *check_hashes(file)]:
        assert (finding.message + finding.column + finding.value).isprintable()
    package = _safe(file, tmp_path)
    _taken_out(package)
    json.dumps(package)


@SOME
@given(st.binary(max_size=200) | st.text('[]{}",:0123456789eEnul \\\n', max_size=80).map(str.encode))
def test_a_descriptor_and_an_index_of_any_bytes(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "datapackage.json"
    path.write_bytes(content)
    (tmp_path / "index.json").write_bytes(content)
    (tmp_path / "SHA256SUMS").write_bytes(content)
    list(check_index(tmp_path, tmp_path / "index.json"))
    list(check_sums(tmp_path))
    try:
        file = read_descriptor(path)
    except DescriptorUnreadable:
        return
    list(lint(replace(file, data=file.data), ours=True))


def test_damaged_parquet_files_end_no_process_of_ours(release: Path, tmp_path: Path) -> None:
    chance = random.Random(seed(7))
    content = (release / "parquet" / "events.parquet").read_bytes()
    files = []
    for number in range(cases(150)):
        body = mutated(content[4:-4], chance)
        files.append(tmp_path / f"{number}.parquet")
        files[-1].write_bytes(b"PAR1" + body + b"PAR1")
    verdicts = decodable(files)
    assert set(verdicts) == set(files)
    assert sum(bool(why) for why in verdicts.values()) > 100


def test_damaged_archives(tmp_path: Path) -> None:
    chance = random.Random(seed(11))
    with zipfile.ZipFile(tmp_path / "whole.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(4):
            archive.writestr(f"p/{number}.csv", RECORD * (5 * number))
        archive.writestr("p/datapackage.json", json.dumps(skeleton()))
    content = (tmp_path / "whole.zip").read_bytes()
    refused = []
    for number in range(cases(150)):
        (tmp_path / "x.zip").write_bytes(mutated(content, chance))
        try:
            folder = unpacked(tmp_path / "x.zip", tmp_path / str(number))
        except ArchiveRefused as problem:
            refused.append(str(problem))
            continue
        assert (folder / "datapackage.json").is_file()
        assert sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) < 100_000
    assert len(refused) > 100
    assert all(why.isprintable() for why in refused)


SEEDS: dict[str, bytes] = {
    ".jsonl": RECORD.encode() * 3,
    ".json": b"[" + RECORD.encode() + b"]",
    ".csv": b'id,text,published,source\na,"Shells, fell.",2022-09-14,Gazette\n',
    ".tsv": b"id\ttext\tpublished\tsource\na\tShells.\t2022-09-14\tGazette\n",
    ".md": b"---\nid: a\npublished: 2022-09-14\nsource: Gazette\n---\nShells fell.\n",
    ".txt": b"---\nid: a\npublished: 2022-09-14\nsource: Gazette\n---\nShells fell.\n",
}


@pytest.mark.parametrize("ending", SEEDS)
def test_articles_of_any_bytes(tmp_path: Path, ending: str) -> None:
    chance = random.Random(seed(len(ending)))
    path = tmp_path / f"a{ending}"
    for _ in range(cases(80)):
        path.write_bytes(mutated(SEEDS[ending], chance))
        with contextlib.suppress(NewsledgerError):
            for article in iter_articles([path], keep_going=True, on_problem=lambda _: None):
                assert article.text


@pytest.fixture
def described(release: Path, tmp_path: Path) -> Callable[[bytes], DescriptorFile]:
    def read(content: bytes) -> DescriptorFile:
        (tmp_path / "datapackage.json").write_bytes(content)
        return read_descriptor(tmp_path / "datapackage.json")

    return read


def test_a_damaged_descriptor_of_ours(release: Path, described: Callable[[bytes], DescriptorFile]) -> None:
    chance = random.Random(seed(3))
    content = (release / "datapackage.json").read_bytes()
    refused = 0
    for _ in range(cases(40)):
        try:
            list(lint(described(mutated(content, chance)), ours=True))
        except DescriptorUnreadable:
            refused += 1
    assert refused > 10
