"""How does a document look, and how does one row look as JSON? JSON Schema, Draft 2020-12."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from newsledger.contract.column import Column, Table
from newsledger.contract.load import Contract, version_folder
from newsledger.contract.rules import constraints, plain, typed_example
from newsledger.contract.tableschema import described
from newsledger.errors import ContentInvalid, UsageError

DRAFT = "https://json-schema.org/draft/2020-12/schema"
SUFFIX = ".schema.json"
JSON_TYPES = {"date": "string", "datetime": "string"}
FORMATS = {"date": "date", "datetime": "date-time"}
NAMES = {"max_length": "maxLength", "minimum": "minimum", "maximum": "maximum"}


def document_names(version: str | None = None) -> tuple[str, ...]:
    """Return the names of the document schemas of a version, the newest if None: article, corrections,
    dataset.
    """
    return tuple(sorted(p.name.removesuffix(SUFFIX) for p in version_folder(version).glob(f"*{SUFFIX}")))


def document_schema(name: str, version: str | None = None) -> dict[str, Any]:
    """Return the JSON Schema of the document `name` ("article", "dataset" or "corrections").

    UsageError if there is no such document, ContentInvalid if its file is no JSON object.
    """
    if name not in document_names(version):
        raise UsageError("no such document", value=name, expected=" or ".join(document_names(version)))
    return dict(_read(version_folder(version) / f"{name}{SUFFIX}"))


@cache
def _read(path: Path) -> dict[str, Any]:
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as problem:
        raise ContentInvalid(f"is no JSON: {problem}", file=path) from None
    if not isinstance(loaded, dict):
        raise ContentInvalid("is no JSON object", file=path)
    return loaded


def row_json_schema(table: Table, contract: Contract) -> dict[str, Any]:
    """Return the JSON Schema of one row of `table` as an object, null standing for an empty cell.

    Uniqueness, keys and finiteness are rules about other rows or about numbers JSON does not have, so it
    holds none.
    """
    return {
        "$schema": DRAFT,
        "title": table.title,
        "description": table.description,
        "type": "object",
        "properties": {c.name: _property(c, table, contract) for c in table.columns},
        "required": [c.name for c in table.columns if c.required],
        "additionalProperties": False,
    }


def _property(column: Column, table: Table, contract: Contract) -> dict[str, Any]:
    kind = JSON_TYPES.get(column.type, column.type)
    found: dict[str, Any] = {
        "type": kind if column.required else [kind, "null"],
        "title": column.title,
        "description": described(column),
        "examples": [typed_example(column)],
    }
    if column.type in FORMATS:
        found["format"] = FORMATS[column.type]
    for rule in constraints(column, table, contract):
        if rule.kind == "terms":
            assert isinstance(rule.value, tuple)
            found["enum"] = [*rule.value] if column.required else [*rule.value, None]
        elif rule.kind == "pattern":
            found["pattern"] = f"^{rule.value}$"
        elif rule.kind == "one_line":
            found.setdefault("minLength", 1)
        elif rule.kind in NAMES and column.type not in FORMATS:
            found[NAMES[rule.kind]] = plain(rule.value)
    return found


def as_json(value: Any) -> Any:
    """Return what a YAML file held in the form JSON has for it, dates and times as ISO text, for a document
    schema.
    """
    if isinstance(value, dict):
        return {str(key): as_json(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [as_json(entry) for entry in value]
    return plain(value)
