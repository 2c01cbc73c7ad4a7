"""An index of releases is read as a whole or refused with the place that is wrong."""

import json
from pathlib import Path
from typing import Any

import pytest

from newsledger.publish.index import IndexInvalid, read_index
from newsledger.publish.release import publish_release
from tests.publish.datasets import recipe
from tests.publish.sample import sample_frames

WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "a version that is a number": ({"version": 5}, "releases.0.version: is missing or of the wrong kind"),
    "a version that leads out": ({"version": "../x"}, "releases.0.version: is no version, got '../x'"),
    "no date": ({"date": None}, "releases.0.date: is missing"),
    "an impossible date": ({"date": "2022-02-30"}, "releases.0.date: is no date, got '2022-02-30'"),
    "no counts": ({"counts": None}, "releases.0.counts: is missing"),
    "files without sizes": ({"files": [{"path": "x"}]}, "releases.0.files: are no files"),
}


@pytest.mark.parametrize("what", WRONG)
def test_an_entry_that_is_none_is_named(copy: Path, what: str) -> None:
    changed, said = WRONG[what]
    path = copy.parent / "index.json"
    index = json.loads(path.read_text("utf-8"))
    index["releases"][0] |= changed
    path.write_text(json.dumps(index), "utf-8")
    with pytest.raises(IndexInvalid) as caught:
        read_index(copy.parent)
    assert said in str(caught.value)


@pytest.mark.parametrize("text", ['{"latest": "2022', "[" * 100_000, "[]", "\\udc80", "5"])
def test_a_file_that_is_no_index_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "index.json").write_text(text, "utf-8")
    with pytest.raises(IndexInvalid) as caught:
        read_index(tmp_path)
    assert caught.value.exit_code == 1


def test_a_folder_in_the_place_of_the_index_is_refused(tmp_path: Path) -> None:
    (tmp_path / "index.json").mkdir()
    with pytest.raises(IndexInvalid):
        read_index(tmp_path)


def test_what_the_error_tells_to_do_helps(tmp_path: Path) -> None:
    ours, root = recipe(tmp_path / "d"), tmp_path / "r"
    publish_release(sample_frames(), ours, root=root)
    whole = (root / "index.json").read_bytes()
    (root / "index.json").write_bytes(whole[:500])
    with pytest.raises(IndexInvalid, match="is no JSON"):
        publish_release(sample_frames(), ours, root=root)
    (root / "index.json").rename(tmp_path / "away.json")
    assert publish_release(sample_frames(), ours, root=root).nothing_changed
    assert (root / "index.json").read_bytes() == whole
