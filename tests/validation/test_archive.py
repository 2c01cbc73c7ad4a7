"""The ZIP of a release is held against its index and validated like its folder; a hostile one is not unpacked."""

import json
import shutil
import stat
import struct
import zipfile
from pathlib import Path

import polars as pl
import pytest

from newsledger.pipeline.validate import validate
from newsledger.publish.extras.archive import write_archive
from newsledger.validation.archive import ArchiveRefused, unpacked
from newsledger.validation.checksums import check_archive
from newsledger.validation.releases import check_releases
from tests.validation.damaging import EVENTS, flip, text

DESCRIPTOR = "datapackage.json"


def packed(path: Path, members: dict[str, bytes], **more: int) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            for key, value in more.items():
                setattr(entry, key, value)
            archive.writestr(entry, content)
    return path


def test_the_archive_of_a_release_is_valid(release: Path) -> None:
    findings = validate(release.with_name(f"{release.name}.zip"))
    assert findings.errors == []
    assert "events: 6 rows" in findings.checked


def test_an_archive_that_is_not_the_one_of_the_index(copy: Path) -> None:
    """Packed again from the same folder it is another file, and its content is as right as before."""
    archive = copy.with_name(f"{copy.name}.zip")
    shutil.make_archive(str(copy), "zip", copy)
    findings = validate(archive)
    assert [(f.code, f.file, f.rule) for f in findings.errors] == [("E148", str(archive), "index.json")]


def test_a_row_changed_in_an_archive(copy: Path) -> None:
    text(copy / EVENTS, ",Jermuk,", ",Jermug,")
    write_archive(copy, archive := copy.with_name(f"{copy.name}.zip"), "sample")
    findings = validate(archive)
    assert {"E142", "E146", "E148"} <= findings.codes()
    assert any(f.file == f"{archive}/{EVENTS}" and f.line == 2 for f in findings.errors)
    assert not any("newsledger-" in str(f) for f in findings), "nothing is told of where it was unpacked"


def test_every_archive_of_a_root_is_held_against_the_index(copy: Path) -> None:
    archive, index = copy.with_name(f"{copy.name}.zip"), copy.with_name("index.json")
    assert list(check_archive(archive, index)) == []
    flip(archive, 200)
    assert [f.message for f in check_archive(archive, index)] == [
        "is not the file whose checksum the index states"
    ]
    archive.unlink()
    found = check_releases(copy.parent).errors
    assert [(f.code, f.file, f.message) for f in found] == [
        ("E148", archive.name, "is in the index and not there")
    ]


def test_a_package_of_anyone_in_an_archive(tmp_path: Path) -> None:
    resource = {
        "name": "t",
        "path": "t.csv",
        "encoding": "utf-8",
        "schema": {"fields": [{"name": "a", "type": "integer"}]},
    }
    content = json.dumps({"name": "p", "resources": [resource]}).encode()
    good = packed(tmp_path / "good.zip", {DESCRIPTOR: content, "t.csv": b"a\n1\n"})
    assert validate(good).errors == []
    bad = packed(tmp_path / "bad.zip", {f"p/{DESCRIPTOR}": content, "p/t.csv": b"a\nx\n"})
    assert [(f.code, f.file, f.line) for f in validate(bad).errors] == [("E145", f"{bad}/t.csv", 2)]


@pytest.mark.parametrize(
    "name", ["../x", "a/../../x", "/etc/x", "C:/x", "a\\..\\x", "a//x", "./x", "x\x00.csv", "..", "~\\x"]
)
def test_a_name_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    path = packed(tmp_path / "x.zip", {DESCRIPTOR: b"{}", "NAME" + "_" * (len(name) - 4): b"x"})
    stored = path.read_bytes().replace(
        ("NAME" + "_" * (len(name) - 4)).encode(), name.encode().ljust(4, b"/")
    )
    path.write_bytes(stored)
    findings = validate(path)
    assert [f.code for f in findings.errors] == ["E155"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["x.zip"]


def test_links_in_an_archive_are_refused(tmp_path: Path) -> None:
    path = packed(
        tmp_path / "x.zip", {DESCRIPTOR: b"/etc/passwd"}, external_attr=(stat.S_IFLNK | 0o777) << 16
    )
    assert [f.code for f in validate(path).errors] == ["E155"]


def test_an_archive_that_would_be_too_large(tmp_path: Path) -> None:
    path = packed(tmp_path / "x.zip", {DESCRIPTOR: b"{}", "zeros.csv": b"0" * 2_000_000})
    with pytest.raises(ArchiveRefused, match="holds 2000002 bytes in"):
        unpacked(path, tmp_path / "a", always_fine=1000)


def test_an_archive_that_lies_about_its_size(tmp_path: Path) -> None:
    """It states one byte where two millions come; no more is written than it states."""
    path = packed(tmp_path / "x.zip", {DESCRIPTOR: b"{}", "zeros.csv": b"0" * 2_000_000})
    path.write_bytes(path.read_bytes().replace(struct.pack("<I", 2_000_000), struct.pack("<I", 1)))
    with pytest.raises(ArchiveRefused, match="cannot be unpacked"):
        unpacked(path, tmp_path / "a", always_fine=1000)
    assert sum(p.stat().st_size for p in (tmp_path / "a").rglob("*") if p.is_file()) <= 3


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda p: packed(p, {"README.md": b"x"}), "holds no datapackage.json"),
        (lambda p: packed(p, {f"a/{DESCRIPTOR}": b"{}", "b/x": b"x"}), "holds no datapackage.json"),
        (lambda p: packed(p, {DESCRIPTOR: b"{}", "a/x": b"", "a/X": b""}), "is in it twice"),
        (lambda p: packed(p, {DESCRIPTOR: b"{}", "a": b"", "a/x": b""}), "cannot be unpacked"),
        (lambda p: packed(p, {DESCRIPTOR: b"{}"}, compress_type=zipfile.ZIP_LZMA), "another method"),
        (lambda p: packed(p, {f"{n}": b"" for n in range(10_001)}), "has 10001 members"),
        (lambda p: packed(p, {"x" * 2000: b""}), "has a name of 2000 characters"),
        (lambda p: p.write_bytes(b"PK\x03\x04 no more"), "File is not a zip file"),
        (lambda p: p.write_bytes(b""), "File is not a zip file"),
    ],
)  # fmt: skip
def test_an_archive_that_is_none(tmp_path: Path, change: object, told: str) -> None:
    assert callable(change)
    change(tmp_path / "x.zip")
    errors = validate(tmp_path / "x.zip").errors
    assert [f.code for f in errors] == ["E165"]
    assert told in errors[0].message


def test_an_archive_with_a_password_or_broken_bytes(tmp_path: Path) -> None:
    content = b"".join(bytes([n % 251, n % 7]) for n in range(2000))
    path = packed(tmp_path / "x.zip", {DESCRIPTOR: content})
    whole = path.read_bytes()
    place = whole.rindex(b"PK\x01\x02") + 8
    path.write_bytes(whole[:place] + bytes([whole[place] | 1]) + whole[place + 1 :])
    assert "needs a password" in validate(path).errors[0].message
    path.write_bytes(whole[:80] + bytes(20) + whole[100:])
    assert "cannot be unpacked" in validate(path).errors[0].message


def test_the_parquet_half_of_a_release_is_validated_with_the_release(copy: Path) -> None:
    flip(copy / EVENTS, (copy / EVENTS).read_bytes().index(b"Jermuk") + 2)
    for path in (copy / "parquet", copy / "parquet" / DESCRIPTOR):
        assert any(f.file == f"{copy}/{EVENTS}" for f in validate(path).errors)


def test_the_parquet_files_alone_are_validated_as_a_package(release: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(release / "parquet", tmp_path / "taken"))
    assert validate(folder).errors == []
    frame = pl.read_parquet(folder / "events.parquet").with_columns(fatalities=pl.lit(-1))
    frame.write_parquet(folder / "events.parquet")
    assert {"E142", "E145"} <= validate(folder).codes()
