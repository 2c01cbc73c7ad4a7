"""The JSON Schemas of articles, recipes and corrections."""

import copy
from datetime import date
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from newsledger.contract.documents import as_json, document_names, document_schema
from newsledger.contract.load import load_contract
from newsledger.errors import UsageError

CHECKER = FormatChecker(["date", "date-time"])
ARTICLE: dict[str, Any] = {
    "id": "a1",
    "text": "Two shells fell.",
    "published": "2022-09-14",
    "source": "Gazette",
}
RECIPE: dict[str, Any] = {
    "name": "border-villages",
    "title": "Border villages",
    "description": "Events in villages along a border.",
    "schema": "0.1.0",
    "coverage": {"countries": ["Armenia"], "from": "2021-01-01", "to": "2022-12-31"},
    "articles": "articles",
    "licence": {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"},
    "contributors": [{"title": "A Team", "roles": ["author"]}],
    "assertions": [
        {"that": "nobody is lost", "where": {"country": "Armenia"}, "fatalities": {"min": 3, "max": 3}}
    ],
    "gates": {"ids_lost": 0.1},
}
CORRECTION: dict[str, Any] = {
    "id": "one-village",
    "do": "set",
    "event": "ARM1",
    "field": "location",
    "value": "Jermuk",
    "expect": "Jermug",
    "reason": "A second spelling of one village.",
    "date": "2022-10-01",
}


def problems(name: str, document: Any) -> list[str]:
    validator = Draft202012Validator(document_schema(name), format_checker=CHECKER)
    return [f"{'.'.join(map(str, e.path))}: {e.validator}" for e in validator.iter_errors(document)]


@pytest.mark.parametrize("name", document_names())
def test_each_is_a_draft_2020_12_schema(name: str) -> None:
    schema = document_schema(name)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


def test_an_unknown_document_is_refused() -> None:
    with pytest.raises(UsageError, match="article or corrections or dataset"):
        document_schema("../../pyproject")


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"published": "2022-09-14T06:30:00Z"},
        {"published": "2022-09-14T06:30:00+04:00"},
        {"title": None, "url": None, "language": None, "source_scale": None, "dateline": None},
        {"source_scale": "New media", "language": "pt-BR", "url": "https://example.org/a"},
        {"desk": "foreign", "pages": [1, 2]},
    ],
)
def test_good_articles(change: dict[str, Any]) -> None:
    assert problems("article", ARTICLE | change) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"published": "2022-13-45"}, "published: anyOf"),
        ({"published": "14 September 2022"}, "published: anyOf"),
        ({"published": "2022-09-14T06:30:00"}, "published: anyOf"),
        ({"published": "20220914"}, "published: anyOf"),
        ({"published": 20220914}, "published: type"),
        ({"text": ""}, "text: minLength"),
        ({"text": None}, "text: type"),
        ({"id": "a\n1"}, "id: pattern"),
        ({"id": "x" * 201}, "id: maxLength"),
        ({"source_scale": "Global"}, "source_scale: enum"),
        ({"language": "English (US)"}, "language: pattern"),
    ],
)
def test_bad_articles(change: dict[str, Any], expected: str) -> None:
    assert expected in problems("article", ARTICLE | change)


@pytest.mark.parametrize("key", ["id", "text", "published", "source"])
def test_required_fields_of_an_article(key: str) -> None:
    assert problems("article", {k: v for k, v in ARTICLE.items() if k != key}) == [": required"]


def test_the_scales_of_articles_are_the_closed_list() -> None:
    assert document_schema("article")["properties"]["source_scale"]["enum"] == [
        *load_contract().values("source-scale"),
        None,
    ]


def test_a_good_recipe() -> None:
    assert problems("dataset", RECIPE) == []
    assert problems("dataset", RECIPE | {"articles": ["articles", "more/late.jsonl"]}) == []


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        (("typo",), 1, ": additionalProperties"),
        (("coverage", "until"), "2022-01-01", "coverage: additionalProperties"),
        (("coverage", "from"), "2022-02-30", "coverage.from: format"),
        (("scope",), "all", "scope: enum"),
        (("name",), "Border Villages", "name: pattern"),
        (("quotes",), "yes", "quotes: type"),
        (("articles",), "../../etc", "articles: anyOf"),
        (("articles",), "/etc/passwd", "articles: anyOf"),
        (("articles",), "a/../../b", "articles: anyOf"),
        (("corrections",), "C:\\x", "corrections: pattern"),
        (("gates", "ids_lost"), 1.5, "gates.ids_lost: maximum"),
        (("gates", "ids_gone"), 0.5, "gates: additionalProperties"),
        (("contributors",), [], "contributors: minItems"),
        (("licence", "path"), "javascript:alert(1)", "licence.path: pattern"),
        (("assertions",), [{"that": "nothing"}], "assertions.0: anyOf"),
        (("assertions",), [{"that": "x", "events": {}}], "assertions.0.events: minProperties"),
    ],
)
def test_bad_recipes(path: tuple[str, ...], value: Any, expected: str) -> None:
    recipe = copy.deepcopy(RECIPE)
    target = recipe
    for key in path[:-1]:
        target = target[key]
    target[path[-1]] = value
    assert expected in problems("dataset", recipe)


def without(*keys: str, **change: Any) -> dict[str, Any]:
    return {k: v for k, v in CORRECTION.items() if k not in keys} | change


@pytest.mark.parametrize(
    "correction",
    [
        CORRECTION,
        without("event", reports=["a1#1"], value=None),
        without("field", "value", "expect", do="drop"),
        without("event", "field", "value", "expect", do="drop", reports=["a1#1"], status="retired"),
        without("event", "field", "value", "expect", do="join", reports=["a1#1", "b#1"]),
        without("field", "value", "expect", do="join", reports=["a1#1"]),
        without("field", "value", "expect", do="split", reports=["a1#1"]),
    ],
)
def test_good_corrections(correction: dict[str, Any]) -> None:
    assert problems("corrections", [correction]) == []


@pytest.mark.parametrize(
    "correction",
    [
        without("reason"),
        without("expect"),
        without("event"),
        without(reports=["a1#1"]),
        without(why="because"),
        without(do="delete"),
        without(reason="typo"),
        without(date="yesterday"),
        without(status="done"),
        without(do="drop"),
        without("event", "field", "value", "expect", do="drop"),
        without("event", "field", "value", "expect", do="join", reports=["a1#1"]),
        without("field", "value", "expect", do="join"),
        without("event", "field", "value", "expect", do="split", reports=["a1#1"]),
    ],
)
def test_bad_corrections(correction: dict[str, Any]) -> None:
    assert problems("corrections", [correction]) != []


def test_yaml_dates_become_text() -> None:
    loaded = yaml.safe_load("- {date: 2022-10-01, deep: {from: 2021-01-01T00:00:00Z}, n: 1}")
    assert isinstance(loaded[0]["date"], date)
    assert as_json(loaded) == [{"date": "2022-10-01", "deep": {"from": "2021-01-01T00:00:00+00:00"}, "n": 1}]
