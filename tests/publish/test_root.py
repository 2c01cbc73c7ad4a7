"""A folder of releases is one dataset's, and what others put there stays."""

import shutil
import zipfile
from pathlib import Path

import pytest

from newsledger.errors import InTheWay, PackageInvalid, ReleaseExists, UsageError
from newsledger.publish.index import read_index
from newsledger.publish.page.releases import is_releases_page
from newsledger.publish.release import Published, publish_release
from newsledger.publish.root import OtherDataset
from tests.conftest import REPOSITORY
from tests.publish.datasets import recipe
from tests.publish.sample import event_rows, sample_frames

PAGES = sorted((REPOSITORY / "datasets").glob("*/releases/index.html"))


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def published_into(root: Path, dataset: Path) -> Published:
    return publish_release(sample_frames(), recipe(dataset), root=root)


@pytest.mark.parametrize("name", ["index.html", "2022.9.0.zip", "2022.9.0", "2022.9.0/mine.txt"])
def test_a_file_of_others_stays_and_nothing_is_left_beside_it(tmp_path: Path, name: str) -> None:
    root = tmp_path / "site"
    (root / name).parent.mkdir(parents=True)
    (root / name).write_bytes(b"MINE")
    with pytest.raises(InTheWay) as caught:
        published_into(root, tmp_path / "d")
    assert caught.value.exit_code == 2
    assert caught.value.file == str(root / name.split("/mine")[0])
    assert contents(root) == {name: b"MINE"}


@pytest.mark.parametrize("name", ["index.html", "2022.9.0.zip", "2022.9.0"])
def test_a_link_to_nowhere_stands_in_the_way_too(tmp_path: Path, name: str) -> None:
    root = tmp_path / "site"
    root.mkdir()
    (root / name).symlink_to(tmp_path / "nowhere")
    with pytest.raises(InTheWay):
        published_into(root, tmp_path / "d")
    assert [p.name for p in root.iterdir()] == [name]


def test_what_other_programs_have_not_finished_stays(tmp_path: Path) -> None:
    root = tmp_path / "site"
    (root / ".tmp-backup").mkdir(parents=True)
    (root / ".tmp-upload").write_bytes(b"MINE")
    (root / ".tmp-2022.9.0-abc").mkdir()
    published_into(root, tmp_path / "d")
    assert sorted(p.name for p in root.glob(".tmp-*")) == [".tmp-backup", ".tmp-upload"]


def test_an_archive_that_is_not_of_the_release_beside_it_stays(tmp_path: Path) -> None:
    root = tmp_path / "r"
    published_into(root, tmp_path / "d")
    (root / "index.json").unlink()
    (root / "2022.9.0.zip").write_bytes(b"MINE")
    with pytest.raises(InTheWay, match="is not the archive"):
        published_into(root, tmp_path / "d")
    assert (root / "2022.9.0.zip").read_bytes() == b"MINE"


def test_an_archive_of_the_release_is_kept_byte_for_byte_when_the_index_is_made_anew(tmp_path: Path) -> None:
    """Another zlib packs the same files otherwise; what was published stays."""
    root = tmp_path / "r"
    folder = published_into(root, tmp_path / "d").folder
    with zipfile.ZipFile(root / "2022.9.0.zip", "w", zipfile.ZIP_STORED) as archive:
        for file in sorted(p for p in folder.rglob("*") if p.is_file()):
            archive.write(file, f"sample-2022.9.0/{file.relative_to(folder).as_posix()}")
    other = (root / "2022.9.0.zip").read_bytes()
    (root / "index.json").unlink()
    assert published_into(root, tmp_path / "d").nothing_changed
    assert (root / "2022.9.0.zip").read_bytes() == other
    assert read_index(root)["releases"][0]["archive"]["bytes"] == len(other)


def test_two_datasets_cannot_share_a_folder(tmp_path: Path) -> None:
    root = tmp_path / "build"
    published_into(root, tmp_path / "d")
    before = contents(root)
    other = recipe(tmp_path / "e", name="name: other")
    for frames in (sample_frames(), sample_frames(event_rows()[:5])):
        with pytest.raises(OtherDataset, match="got 'sample'; expected 'other'"):
            publish_release(frames, other, root=root)
    assert contents(root) == before
    index = (root / "index.json").read_text("utf-8")
    (root / "index.json").write_text(index.replace('"name": "sample"', '"name": "other"'), "utf-8")
    with pytest.raises(OtherDataset):
        publish_release(sample_frames(), other, root=root)
    (root / "index.json").unlink()
    with pytest.raises(OtherDataset):
        publish_release(sample_frames(), other, root=root)


def test_a_copy_of_a_release_under_another_version_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "r"
    published_into(root, tmp_path / "d")
    shutil.copytree(root / "2022.9.0", root / "2022.9.4")
    with pytest.raises(PackageInvalid, match="is not the release that its name says"):
        published_into(root, tmp_path / "d")


def test_a_package_of_others_with_the_name_of_a_version_is_refused(tmp_path: Path) -> None:
    (tmp_path / "r" / "2022.9.4").mkdir(parents=True)
    (tmp_path / "r" / "2022.9.4" / "datapackage.json").write_text('{"resources": []}', "utf-8")
    with pytest.raises(PackageInvalid, match="is no descriptor of a release"):
        published_into(tmp_path / "r", tmp_path / "d")


def test_releases_go_neither_into_a_release_nor_among_the_articles(tmp_path: Path) -> None:
    folder = published_into(tmp_path / "r", tmp_path / "d").folder
    before = contents(folder)
    for root in (folder, folder / "data"):
        with pytest.raises(ReleaseExists, match="lies in a published release"):
            published_into(root, tmp_path / "d")
    assert contents(folder) == before
    with pytest.raises(UsageError, match="among the dataset's articles"):
        published_into(tmp_path / "d" / "articles" / "r", tmp_path / "d")
    assert not (tmp_path / "d" / "articles" / "r").exists()


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.parent.parent.name)
def test_the_pages_that_were_published_are_known_as_ours(page: Path, tmp_path: Path) -> None:
    assert is_releases_page(page)
    link = tmp_path / "index.html"
    link.symlink_to(page)
    assert not is_releases_page(link)
    assert not is_releases_page(tmp_path)
