"""The lists of cue words: that they load, and that a malformed one is refused with its place."""

import shutil
from pathlib import Path

import pytest

from newsledger import content
from newsledger.coder.where.cues import FILES, Cues, shipped_cues
from newsledger.errors import ContentInvalid

FOLDER = content.coder_folder() / "lexicon" / "where"


def test_the_shipped_lists_load() -> None:
    cues = shipped_cues()
    assert cues.states["n.c."] == "North Carolina"
    assert cues.kinds["oblast"] == "admin1"
    assert "manila" not in cues.common
    assert "well" in cues.common
    assert [row for row in cues.before["of"] if row[1] == "direction"]


def test_no_word_is_both_never_and_seldom_a_place() -> None:
    cues = shipped_cues()
    assert not cues.never & cues.seldom


@pytest.mark.parametrize(
    ("file", "old", "new", "field"),
    [
        ("cues.yaml", "between: [", "amidst: [", "before"),
        ("cues.yaml", "distance: [\n", "distance: [\n  no,", "distance"),
        ("never.yaml", "seldom: [", "rarely: [", "seldom"),
        ("names.yaml", "titles:", "headings:", "titles"),
    ],
)
def test_a_malformed_list_is_refused(tmp_path: Path, file: str, old: str, new: str, field: str) -> None:
    for name in FILES:
        shutil.copy(FOLDER / name, tmp_path / name)
    text = (tmp_path / file).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentInvalid) as caught:
        Cues.load(tmp_path)
    assert caught.value.file == str(tmp_path / file)
    assert caught.value.field == field
