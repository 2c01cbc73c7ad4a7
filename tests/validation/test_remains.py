"""A release is known by its traces: one lost file does not make it a folder of something else."""

from pathlib import Path

import pytest

from newsledger.pipeline.validate import validate
from newsledger.validation.remains import is_torn, release_around
from tests.publish.datasets import dataset

ARTICLE = "---\nid: a\npublished: 2024-05-16\nsource: S\n---\nNothing.\n"


def test_a_release_without_its_descriptor_is_a_damaged_release(copy: Path) -> None:
    (copy / "datapackage.json").unlink()
    (first, *others) = validate(copy).errors
    assert (first.code, first.file) == ("E140", f"{copy}/datapackage.json")
    assert others == []
    (copy / "data" / "sources.csv").unlink()
    assert {f.file for f in validate(copy).errors} == {f"{copy}/datapackage.json", f"{copy}/data/sources.csv"}


def test_so_it_is_among_the_releases_of_a_root_and_a_dataset(copy: Path) -> None:
    root = copy.parent
    (copy / "datapackage.json").unlink()
    assert [(f.code, f.file) for f in validate(root).errors] == [("E140", f"{copy}/datapackage.json")]
    dataset(root.parent)
    (root.parent / "articles" / "a.md").write_text(ARTICLE, "utf-8")
    assert [f.file for f in validate(root.parent).errors] == [f"{copy}/datapackage.json"]
    (root / "index.json").unlink()
    assert f"{root}/index.json" in [f.file for f in validate(root.parent).errors]


def test_so_is_one_without_its_checksums_too(copy: Path) -> None:
    (copy / "datapackage.json").unlink()
    (copy / "SHA256SUMS").unlink()
    findings = validate(copy)
    assert not findings.ok
    assert findings.errors[0].file == f"{copy}/datapackage.json"


def test_articles_with_checksums_of_their_own_are_articles(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE, "utf-8")
    (tmp_path / "SHA256SUMS").write_text(f"{'0' * 64}  a.md\n", "utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "events.csv").write_text("id,text,published,source\nb,x,2024-05-16,S\n", "utf-8")
    assert not is_torn(tmp_path)
    assert release_around(tmp_path / "data") is None
    assert validate(tmp_path).checked == ["2 articles"]


@pytest.mark.parametrize("lost", ["", "SHA256SUMS", "datapackage.json", "data/events.csv"])
def test_what_lies_in_a_release_is_known_to(copy: Path, lost: str) -> None:
    if lost:
        (copy / lost).unlink()
    for inside in ("", "data", "data/new.csv", "new/deep/x.csv"):
        assert release_around(copy / inside) == copy.resolve()
    assert release_around(copy.parent / "new.csv") is None


def test_links_that_lead_in_a_circle_lie_in_no_release(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert release_around(tmp_path / "loop" / "x.csv") is None


def test_a_package_of_others_is_no_release(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text('{"name": "theirs", "resources": []}', "utf-8")
    (tmp_path / "SHA256SUMS").write_text(f"{'0' * 64}  datapackage.json\n", "utf-8")
    assert release_around(tmp_path / "x.csv") is None
