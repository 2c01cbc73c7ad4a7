"""Nothing is built on a release that is not as it was published."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from newsledger.errors import PackageInvalid
from newsledger.pipeline.as_of import events_as_of
from newsledger.publish.intact import check_intact, damage
from newsledger.publish.load import load_release
from newsledger.publish.release import publish_release
from newsledger.validation.refused import ReleaseDamaged
from newsledger.validation.sameness import file_hash
from tests.publish.datasets import recipe
from tests.publish.sample import changes_between, event_rows, sample_frames

Harm = Callable[[Path], object]


def edited(folder: Path) -> None:
    path = folder / "parquet" / "events.parquet"
    path.write_bytes(path.read_bytes().replace(b"Jermuk", b"Jarmuk"))


def index_edited(folder: Path) -> None:
    path = folder.parent / "index.json"
    path.write_text(path.read_text("utf-8").replace('"date": "2022-09-20"', '"date": "2022-09-21"'), "utf-8")


HARM: dict[str, tuple[Harm, str]] = {
    "a table edited": (edited, "parquet/events.parquet"),
    "a file added": (lambda f: (f / "notes.txt").write_text("x"), "notes.txt"),
    "a file gone": (lambda f: (f / "page" / "page.js").unlink(), "page/page.js"),
    "the checksums gone": (lambda f: (f / "SHA256SUMS").unlink(), "SHA256SUMS"),
    "the descriptor gone": (lambda f: (f / "datapackage.json").unlink(), "datapackage.json"),
    "the folder gone": (shutil.rmtree, "is in the index and not there"),
    "the index edited": (index_edited, "releases.date"),
}


def test_a_release_is_intact_as_it_was_published_and_as_it_was_downloaded(
    release: Path, tmp_path: Path
) -> None:
    assert damage(release).ok
    alone = shutil.copytree(release, tmp_path / "download")
    assert damage(alone).ok
    (tmp_path / "index.json").write_text("[1]", "utf-8")
    assert damage(alone).ok, "an index.json of something else lies beside it"


@pytest.mark.parametrize("what", HARM)
def test_what_was_done_to_a_release_is_named(copy: Path, what: str) -> None:
    harm, said = HARM[what]
    harm(copy)
    with pytest.raises(ReleaseDamaged) as caught:
        check_intact(copy)
    assert (caught.value.code, caught.value.exit_code) == ("E131", 1)
    assert any(said in str(f) and str(copy.parent) in str(f) for f in caught.value.findings)


def test_a_release_that_no_index_lists_is_held_against_its_checksums(copy: Path, tmp_path: Path) -> None:
    alone = shutil.copytree(copy, tmp_path / "download")
    edited(alone)
    with pytest.raises(ReleaseDamaged, match="checksum"):
        check_intact(alone)
    (alone / "datapackage.json").write_text('{"name": "theirs"}', "utf-8")
    with pytest.raises(PackageInvalid, match="is no descriptor of a release"):
        check_intact(alone)


def test_a_link_to_a_release_is_held_against_the_index_beside_the_release(copy: Path, tmp_path: Path) -> None:
    link = tmp_path / "latest"
    link.symlink_to(copy, target_is_directory=True)
    sums = copy / "SHA256SUMS"
    edited(copy)
    new = file_hash(copy / "parquet" / "events.parquet")
    lines = sums.read_text("utf-8").splitlines()
    lines = [
        f"{new}  parquet/events.parquet" if line.endswith("  parquet/events.parquet") else line
        for line in lines
    ]
    sums.write_text("\n".join(lines) + "\n", "utf-8")
    with pytest.raises(ReleaseDamaged, match=r"latest/parquet/events\.parquet"):
        check_intact(link)


@pytest.mark.parametrize("what", HARM)
def test_nothing_is_published_on_a_damaged_release_and_nothing_said_to_be_unchanged(
    tmp_path: Path, what: str
) -> None:
    ours, root = recipe(tmp_path / "d"), tmp_path / "r"
    first = publish_release(sample_frames(event_rows()[:5]), ours, root=root)
    HARM[what][0](first.folder)
    before = {p: file_hash(p) for p in root.rglob("*") if p.is_file()}
    for frames in (sample_frames(), sample_frames(event_rows()[:5])):
        with pytest.raises(ReleaseDamaged):
            publish_release(frames, ours, root=root)
    assert {p: file_hash(p) for p in root.rglob("*") if p.is_file()} == before


def test_nothing_is_published_where_the_index_tells_otherwise_of_an_older_release(tmp_path: Path) -> None:
    ours, root = recipe(tmp_path / "d"), tmp_path / "r"
    publish_release(sample_frames(event_rows()[:5]), ours, root=root)
    frames = sample_frames()
    before = load_release(root / "2022.9.0")["events"]
    frames["changes"] = changes_between(before, frames["events"], "2022.9.1")
    second = publish_release(frames, ours, root=root)
    assert second.version == "2022.9.1"
    index = json.loads((root / "index.json").read_text("utf-8"))
    index["releases"][0]["date"] = "2022-09-19"
    (root / "index.json").write_text(json.dumps(index), "utf-8")
    for build in (
        lambda: publish_release(frames, ours, root=root),
        lambda: events_as_of(root, "2022.9.0"),
    ):
        with pytest.raises(
            ReleaseDamaged, match=r"index\.json: releases\.date: is not what .* of 2022\.9\.0"
        ):
            build()
    shutil.rmtree(root / "2022.9.0")
    assert publish_release(frames, ours, root=root).nothing_changed, "an older release may lie elsewhere"


def test_a_damaged_release_of_the_dataset_is_not_copied_into_another_root(tmp_path: Path) -> None:
    ours = recipe(tmp_path / "d")
    edited(publish_release(sample_frames(), ours, root=ours.releases).folder)
    with pytest.raises(ReleaseDamaged):
        publish_release(sample_frames(), ours, root=tmp_path / "build")
    assert not (tmp_path / "build").exists()


def test_a_damaged_release_that_the_index_lacks_is_not_entered_into_it(tmp_path: Path) -> None:
    ours, root = recipe(tmp_path / "d"), tmp_path / "r"
    edited(publish_release(sample_frames(), ours, root=root).folder)
    (root / "index.json").write_text(json.dumps({"latest": None, "releases": []}), "utf-8")
    with pytest.raises(ReleaseDamaged):
        publish_release(sample_frames(), ours, root=root)
    assert json.loads((root / "index.json").read_text("utf-8"))["releases"] == []
