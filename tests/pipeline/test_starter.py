"""Does a new dataset keep its schema?"""

from pathlib import Path

import pytest

from newsledger.errors import UsageError
from newsledger.pipeline.starter import start_dataset
from newsledger.pipeline.validate import validate
from newsledger.publish.recipe import load_recipe


def test_a_new_dataset_is_valid_and_named_after_its_folder(tmp_path: Path) -> None:
    files = start_dataset(tmp_path / "sahel-2024")
    assert all(f.is_file() for f in files)
    recipe = load_recipe(tmp_path / "sahel-2024")
    assert (recipe.name, recipe.title) == ("sahel-2024", "Sahel 2024")
    assert recipe.corrections is not None
    assert validate(tmp_path / "sahel-2024").ok


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    (tmp_path / "sahel").mkdir()
    start_dataset(tmp_path / "sahel")
    assert load_recipe(tmp_path / "sahel").name == "sahel"


def test_what_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "sahel").mkdir()
    (tmp_path / "sahel" / "mine.txt").write_text("stays")
    with pytest.raises(UsageError, match="is there already"):
        start_dataset(tmp_path / "sahel")
    assert [p.name for p in (tmp_path / "sahel").iterdir()] == ["mine.txt"]


def test_a_folder_whose_name_cannot_be_a_dataset(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="small letters"):
        start_dataset(tmp_path / "My Data")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["2024", "null", "yes", "1.5", "2024-05-14", "0x10"])
def test_a_name_that_yaml_takes_for_something_else_is_a_name(tmp_path: Path, name: str) -> None:
    start_dataset(tmp_path / name)
    assert load_recipe(tmp_path / name).name == name


def test_a_name_too_long_for_a_recipe_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="at most 80"):
        start_dataset(tmp_path / ("x" * 81))
    assert list(tmp_path.iterdir()) == []
