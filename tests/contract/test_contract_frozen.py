"""A version of the contract that was frozen never changes."""

import shutil
from pathlib import Path

import pytest
import yaml

from newsledger.content import schema_folder
from newsledger.contract.frozen import LIST, frozen_problems, hashes
from newsledger.contract.load import load_contract
from newsledger.errors import ContentInvalid

VERSION = load_contract().version


def test_frozen_versions_have_not_changed() -> None:
    assert frozen_problems(schema_folder()) == []


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """Return a copy of schema/ in which the newest version is frozen."""
    schema = tmp_path / "schema"
    shutil.copytree(schema_folder() / VERSION, schema / VERSION)
    listed = {"versions": {VERSION: hashes(schema / VERSION)}}
    (schema / LIST).write_text(yaml.safe_dump(listed), encoding="utf-8")
    return schema


def test_an_unchanged_copy_passes(frozen: Path) -> None:
    assert frozen_problems(frozen) == []


@pytest.mark.parametrize(
    "name", ["events.yaml", "terms/inter.yaml", "coding-rules.md", "article.schema.json"]
)
def test_one_changed_byte_is_found(frozen: Path, name: str) -> None:
    path = frozen / VERSION / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))
    assert frozen_problems(frozen) == [f"{VERSION}/{name} changed"]


def test_added_and_removed_files_are_found(frozen: Path) -> None:
    (frozen / VERSION / "sources.yaml").unlink()
    (frozen / VERSION / "terms" / "colour.yaml").write_text("name: colour\n", encoding="utf-8")
    assert frozen_problems(frozen) == [
        f"{VERSION}/sources.yaml is gone",
        f"{VERSION}/terms/colour.yaml was added",
    ]


def test_a_frozen_version_cannot_be_removed_whole(frozen: Path) -> None:
    shutil.rmtree(frozen / VERSION)
    problems = frozen_problems(frozen)
    assert f"{VERSION}/events.yaml is gone" in problems


@pytest.mark.parametrize("text", ["versions: []\n", "versions: {1.0.0: {}}\n", "- 1\n"])
def test_a_malformed_list_is_an_error(frozen: Path, text: str) -> None:
    (frozen / LIST).write_text(text, encoding="utf-8")
    with pytest.raises(ContentInvalid, match=r"frozen\.yaml"):
        frozen_problems(frozen)
