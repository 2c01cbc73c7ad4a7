"""A recipe that breaks its schema or plays tricks with paths is refused with file, line and field."""

from pathlib import Path

import pytest

from newsledger.errors import PathMissing, RecipeInvalid
from newsledger.publish.recipe import load_recipe
from tests.publish.datasets import dataset, recipe


def test_a_recipe_is_read_with_its_defaults(tmp_path: Path) -> None:
    ours = recipe(tmp_path)
    assert ours.articles == ((tmp_path / "articles").resolve(),)
    assert ours.scope == "political"
    assert ours.corrections is None
    (tmp_path / "corrections.yaml").write_text("[]\n", encoding="utf-8")
    assert load_recipe(tmp_path / "dataset.yaml").corrections == tmp_path / "corrections.yaml"


@pytest.mark.parametrize(
    ("key", "line", "number", "field", "message"),
    [
        (
            "name",
            "name: South Caucasus",
            1,
            "name",
            "is not of the form that is expected, expected: short name",
        ),
        ("title", "titel: A sample", 2, "titel", "did you mean title"),
        ("articles", "articles: ../elsewhere", 6, "articles", "fits none"),
        ("articles", "articles: /etc", 6, "articles", "fits none"),
        ("articles", "articles: outside", 6, "articles", "leads out"),
        ("articles", "articles: nowhere", 6, "articles", "is not there"),
        (
            "coverage",
            "coverage: {from: 2021-02-30}",
            5,
            "coverage.from",
            "'2021-02-30' is no date, expected one such",
        ),
        ("coverage", "coverage: {from: 0000-00-00}", 5, "coverage.from", "is no date"),
        ("keywords", "release_date: 2024-13-01T25:00:00", 10, "release_date", "is no date"),
        ("keywords", f"quotes: {'9' * 5000}", 10, None, "is no number that can be read"),
        ("coverage", "coverage: {from: '2021-02-30'}", 5, "coverage.from", "is no date"),
        ("coverage", "coverage: {from: 2021-02-01, to: 2020-01-01}", 5, "coverage.to", "ends before"),
        (
            "coverage",
            "coverage: {countries: [Armenya], from: 2021-01-01}",
            5,
            "coverage.countries",
            "unknown country",
        ),
        ("schema", "schema: 99.0.0", 4, "schema", "unknown version"),
        ("schema", "schema: [", None, None, "is no YAML"),
        ("keywords", "keywords: &k [a]\nx: *k", 11, None, "alias"),
        ("keywords", "name: again", 10, "name", "stands twice"),
    ],
)
def test_a_recipe_that_does_not_hold(
    tmp_path: Path, key: str, line: str, number: int | None, field: str | None, message: str
) -> None:
    (tmp_path / "outside").symlink_to("/etc")
    with pytest.raises(RecipeInvalid) as caught:
        recipe(tmp_path, **{key: line})
    assert message in str(caught.value)
    assert str(caught.value).startswith(str(tmp_path / "dataset.yaml"))
    if number is not None:
        assert caught.value.line == number
    if field is not None:
        assert caught.value.field == field
    assert caught.value.exit_code == 2


def test_a_folder_without_a_recipe_is_named(tmp_path: Path) -> None:
    with pytest.raises(PathMissing):
        load_recipe(tmp_path)


def test_a_recipe_that_is_no_text(tmp_path: Path) -> None:
    dataset(tmp_path)
    (tmp_path / "dataset.yaml").write_bytes(b"name: x\ntitle: caf\xe9\n")
    with pytest.raises(RecipeInvalid, match="not UTF-8") as caught:
        load_recipe(tmp_path)
    assert caught.value.line == 2


@pytest.mark.parametrize(
    ("key", "line", "message"),
    [
        ("articles", "articles: ../x", "6: articles: '../x' fits none of the forms that are allowed, expected: files "
         "or folders with the articles, by relative paths that stay within the recipe's folder"),
        ("title", 'title: "a\\nb"', "2: title: 'a\\x0ab' is not of the form that is expected, expected: one line of"),
        ("keywords", "corrections: ../x", "10: corrections: '../x' is not allowed, expected: a relative path that"),
        ("keywords", "corrections: .", "10: corrections: is no file, got '.'; expected a YAML file"),
        ("title", 'title: "a\\u202eb"', "2: title: 'a\\x202eb' holds a character that cannot be seen"),
        ("description", 'description: "a \\e[2J"', "3: description: 'a \\x1b[2J' holds a character that cannot be"),
        ("keywords", "citation: {authors: [\"a\\u2028b\"]}", "10: citation.authors.1: 'a\\x2028b' holds a character"),
    ],
)  # fmt: skip
def test_a_recipe_is_told_what_was_expected(tmp_path: Path, key: str, line: str, message: str) -> None:
    with pytest.raises(RecipeInvalid) as caught:
        recipe(tmp_path, **{key: line})
    assert f"dataset.yaml:{message}" in str(caught.value)


@pytest.mark.parametrize(
    ("assertion", "message"),
    [
        ("events: {min: 5, max: 1}", "assertions.1.events.max: is below min, got '1'; expected 5 or more"),
        ("from: 2025-01-01, to: 2024-01-01, events: {min: 0}",
         "assertions.1.to: ends before it begins, got '2024-01-01'; expected a day from 2025-01-01 on"),
        ("where: {country: Armenja}, events: {max: 0}",
         "assertions.1.where.country: is not in the closed list country, got 'Armenja'; expected Armenia?"),
        ("where: {contry: Armenia}, events: {max: 0}",
         "assertions.1.where.contry: is no column of events, got 'contry'; expected country?"),
        ("events: {min: a}", "assertions.1.events.min: 'a' where a whole number is expected"),
    ],
)  # fmt: skip
def test_an_assertion_that_cannot_be_meant_is_refused(tmp_path: Path, assertion: str, message: str) -> None:
    with pytest.raises(RecipeInvalid) as caught:
        recipe(tmp_path, f"assertions:\n  - {{that: all, {assertion}}}\n")
    assert f"dataset.yaml:12: {message}" in str(caught.value)


@pytest.mark.parametrize("twice", ["!!binary aGVsbG8=", "2022-01-01", "{1: a, b: c}", ".nan", "!!set {a, b}"])
def test_a_list_of_what_only_yaml_knows_is_refused_in_words(tmp_path: Path, twice: str) -> None:
    path = dataset(tmp_path, keywords=f"keywords: [{twice}, {twice}]")
    with pytest.raises(RecipeInvalid, match="keywords"):
        load_recipe(path)
