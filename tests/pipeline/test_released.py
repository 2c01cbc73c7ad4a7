"""A release that is handed on is as it was published; one that is looked at may be damaged, and that is told."""

import json
from pathlib import Path

import pytest

from newsledger.contract.load import load_contract
from newsledger.errors import PackageInvalid, PathMissing
from newsledger.pipeline.difference import compare
from newsledger.pipeline.explain import open_release
from newsledger.pipeline.export import export
from newsledger.pipeline.released import damages, intact_release, release_folder
from newsledger.pipeline.stored import read_stored
from newsledger.validation.refused import ReleaseDamaged


def edited(folder: Path) -> None:
    (folder / "data" / "events.csv").write_text("x\n", "utf-8")


def test_a_damaged_release_is_not_exported(copy: Path, tmp_path: Path) -> None:
    edited(copy)
    for path in (copy, copy.parent):
        with pytest.raises(ReleaseDamaged, match=r"data/events\.csv"):
            export(path, "ucdp", tmp_path / "x.csv")
    assert not (tmp_path / "x.csv").exists()


def test_nor_are_its_reports_published_again(copy: Path) -> None:
    contract = load_contract()
    assert read_stored(copy, contract).tables.reports.height
    edited(copy)
    for folder in (copy, copy / "parquet"):
        with pytest.raises(ReleaseDamaged):
            read_stored(folder, contract)


def test_a_release_that_lost_its_descriptor_is_damaged_and_not_missing(copy: Path) -> None:
    (copy / "datapackage.json").unlink()
    for path in (copy, copy.parent):
        for read in (release_folder, intact_release, open_release, damages):
            with pytest.raises(ReleaseDamaged, match=r"datapackage\.json"):
                read(path)


def test_a_damaged_release_is_compared_and_what_was_done_to_it_is_told(copy: Path, release: Path) -> None:
    edited(copy)
    assert [f.file for f in damages(copy)] == [f"{copy}/data/events.csv"]
    assert compare(release, copy).change_class == "unchanged"
    assert damages(release) == []
    assert damages(release / "data" / "events.csv") == []
    assert damages(release / "page") == []


def test_a_dataset_stands_for_its_latest_release_in_every_command(copy: Path) -> None:
    (copy.parent.parent / "dataset.yaml").write_text("name: sample\n", "utf-8")
    assert release_folder(copy.parent.parent) == copy
    assert open_release(copy.parent.parent).folder == copy
    assert compare(copy.parent.parent, copy).change_class == "unchanged"
    with pytest.raises(PathMissing, match="is no release"):
        compare(copy / "page", copy)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("name", "../../evil"),
        ("name", "/evil"),
        ("name", None),
        ("version", "../1"),
        ("version", 5),
        ("title", None),
    ],
)
def test_a_strangers_descriptor_cannot_name_a_file_elsewhere(
    release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str, value: object
) -> None:
    import shutil

    from newsledger.publish.documents import checksums

    folder = shutil.copytree(release, tmp_path / "deep" / "theirs")
    descriptor = folder / "datapackage.json"
    data = json.loads(descriptor.read_text("utf-8")) | {key: value}
    if value is None:
        del data[key]
    descriptor.write_text(json.dumps(data), "utf-8")
    (folder / "SHA256SUMS").write_text(checksums(folder), "utf-8")
    monkeypatch.chdir(tmp_path / "deep")
    with pytest.raises(PackageInvalid):
        export(folder, "geojson")
    assert sorted(p.name for p in tmp_path.rglob("*evil*")) == []
