"""Does a document keep its schema? Recipes, corrections and articles, held against JSON Schema with file and
line.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsledger.contract.cell_text import BREAK, BROKEN, DIRECTION
from newsledger.contract.documents import document_schema
from newsledger.errors import shown
from newsledger.validation.findings import Finding, plain
from newsledger.validation.kinds import found
from newsledger.validation.yaml_lines import Place, YamlRefused, read_yaml_lines

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

KINDS = {
    "array": "a list",
    "object": "a mapping",
    "string": "text",
    "boolean": "true or false",
    "null": "nothing",
    "integer": "a whole number",
    "number": "a number",
}
UNFIT = {
    "pattern": "is not of the form that is expected",
    "not": "is not allowed",
    "minLength": "is too short",
    "maxLength": "is too long",
    "minimum": "is too small",
    "maximum": "is too large",
}
UNSEEN = re.compile(f"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]|{BROKEN}|{DIRECTION}|{BREAK}")
"""Characters that steer a terminal or mislead the eye; a recipe's words come into documents of every release."""


def validator(name: str, version: str | None = None) -> Any:
    """Return the jsonschema validator of a document, with the formats date and date-time checked."""
    from jsonschema import Draft202012Validator, FormatChecker
    from jsonschema.validators import extend

    once: Any = extend(Draft202012Validator, {"uniqueItems": _unique_items})  # type: ignore[no-untyped-call]
    return once(document_schema(name, version), format_checker=FormatChecker(["date", "date-time"]))


def _unique_items(_: Any, wanted: bool, items: Any, __: Any) -> "Iterator[ValidationError]":
    """Yield an error where two items of a list are equal; jsonschema itself compares each with each other."""
    from jsonschema.exceptions import ValidationError

    if not wanted or not isinstance(items, list):
        return
    seen: set[str] = set()
    for item in items:
        written = repr(
            item
        )  # YAML knows values that JSON has not: bytes, sets, mappings whose keys are numbers
        if written in seen:
            yield ValidationError(f"{shown(item)} stands twice in the list")
            return
        seen.add(written)


def check_document(path: Path, name: str, version: str | None = None) -> tuple[Any, list[Finding]]:
    """Return the data of a YAML document (None if unreadable) and what in it breaks the schema `name` (E160,
    E161).
    """
    try:
        data, lines = read_yaml_lines(path)
    except YamlRefused as problem:
        where = {"file": str(path), "line": problem.line, "column": problem.field or ""}
        return None, [found("E161", problem.message, **where)]
    if data is None and name == "corrections":
        data = []
    wrong = list(check_data(data, validator(name, version), str(path), lines))
    return data, [*wrong, *_unseen(data, (), str(path), lines)]


def _unseen(data: Any, place: Place, file: str, lines: Mapping[Place, int]) -> Iterator[Finding]:
    """Yield E160 for each text of a document that holds a character of UNSEEN."""
    if isinstance(data, dict | list):
        for key, entry in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _unseen(entry, (*place, key), file, lines)
    elif isinstance(data, str) and UNSEEN.search(data):
        message = f"{shown(data)} holds a character that cannot be seen, expected text without it"
        at, column = _line(lines, place), _column(place)
        yield found("E160", message, file=file, line=at, column=column, value=plain(data), rule="text")


def _column(place: Place) -> str:
    """Return a place as people count: `1.date` is the date of the first entry."""
    return ".".join(str(p + 1) if isinstance(p, int) else str(p) for p in place if p != "")


def check_data(
    data: Any, judge: Any, file: str, lines: Mapping[Place, int] | None = None, line: int | None = None
) -> Iterator[Finding]:
    """Yield what in `data` breaks a schema, in the order of the data; `lines` gives the line of each
    place.
    """
    # a misspelt key first: that another key is missing follows from it, as what a condition says does from the rest
    errors = sorted(
        judge.iter_errors(data),
        key=lambda e: (
            "allOf" in e.absolute_schema_path,
            [str(p) for p in e.absolute_path],
            e.validator != "additionalProperties",
        ),
    )
    for error in errors:
        place = tuple(error.absolute_path)
        message, field = explained(error)
        at = line if lines is None else _line(lines, (*place, field) if field else place)
        column = _column((*place, field))
        rule = f"{error.validator}"
        value = "" if isinstance(error.instance, dict | list) else plain(error.instance)
        yield found("E160", message, file=file, line=at, column=column, value=value, rule=rule)


def _line(lines: Mapping[Place, int], place: Place) -> int | None:
    """Return the line of a place or, where it has none because it is missing, of what holds it."""
    while place and place not in lines:
        place = place[:-1]
    return lines.get(place)


def explained(error: "ValidationError") -> tuple[str, str]:
    """Return what is wrong in plain words, and the key that it is about if that is not the place of the
    error.
    """
    if (
        error.validator is None
    ):  # the schema `false`, by which a condition forbids a key; it does not say which
        return f"{_given(error.instance)} has no place in an entry of this kind", ""
    kind, schema = str(error.validator), _mapping(error.schema)
    given: Any = error.instance
    wanted: Any = error.validator_value
    if kind == "required":
        missing = next(name for name in wanted if name not in given)
        return f"{missing} is missing", ""
    if kind == "additionalProperties":
        known = list(schema.get("properties", {}))
        unknown = next(name for name in given if name not in known)
        near = get_close_matches(unknown, known, n=1)
        hint = f"did you mean {near[0]}?" if near else f"known keys are {', '.join(known)}"
        return f"unknown key {shown(unknown)}; {hint}", unknown
    if kind == "type":
        kinds = wanted if isinstance(wanted, list) else [wanted]
        return f"{_given(given)} where {' or '.join(KINDS.get(k, f'a {k}') for k in kinds)} is expected", ""
    if kind == "enum":
        return f"{shown(given)} is none of {', '.join(str(w) for w in wanted if w is not None)}", ""
    if kind == "format":
        return f"{shown(given)} is no {wanted}, expected one such as 2022-09-13", ""
    described = str(schema.get("description", ""))
    expected = f", expected: {described[:1].lower()}{described[1:].rstrip('.')}" if described else ""
    if kind in UNFIT:
        return f"{_given(given)} {UNFIT[kind]}{expected}", ""
    if kind in {"anyOf", "oneOf"}:
        if all(list(_mapping(one)) == ["required"] for one in wanted):
            return f"needs {' or '.join(', '.join(one['required']) for one in wanted)}", ""
        return f"{_given(given)} fits none of the forms that are allowed{expected}", ""
    return plain(error.message)[:200], ""


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _given(value: Any) -> str:
    if isinstance(value, dict | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    return "nothing" if value is None else shown(value)
