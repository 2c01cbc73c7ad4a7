"""What differs between two JSON Schemas of one document, and how grave is it?"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, Literal

from newsledger.errors import ContentInvalid

Told = tuple[Literal["MAJOR", "MINOR", "PATCH"], str, str]
WORDS: Final = frozenset({"title", "description", "examples", "default", "$comment", "$id"})
AT_LEAST: Final = frozenset({"minLength", "minItems", "minProperties", "minimum", "exclusiveMinimum"})
AT_MOST: Final = frozenset({"maxLength", "maxItems", "maxProperties", "maximum", "exclusiveMaximum"})


def document_differences(old: Path, new: Path) -> Iterator[Told]:
    """Yield what differs between two schema files: grade, place and what; ContentInvalid if one is no JSON.

    A key more that may be absent is MINOR, since old documents stay valid; what can make an old document
    invalid, or cannot be judged, is MAJOR.
    """
    yield from _schema(_read(old), _read(new), new.name)


def _read(path: Path) -> Mapping[str, Any]:
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as problem:
        raise ContentInvalid(f"is no JSON: {problem}", file=path) from None
    if not isinstance(loaded, dict):
        raise ContentInvalid("is no JSON object", file=path)
    return loaded


def _schema(old: Any, new: Any, place: str) -> Iterator[Told]:
    if old == new:
        return
    if not isinstance(old, dict) or not isinstance(new, dict):
        yield "MAJOR", place, "changed"
        return
    for key in dict.fromkeys((*old, *new)):
        before, after = old.get(key), new.get(key)
        if before != after:
            yield from _keyword(key, before, after, place)


def _keyword(key: str, before: Any, after: Any, place: str) -> Iterator[Told]:
    if key in WORDS:
        yield "PATCH", place, f"its {key} changed"
    elif key in ("properties", "$defs") and isinstance(before, dict) and isinstance(after, dict):
        yield from _members(before, after, place)
    elif key == "items":
        yield from _schema(before, after, f"{place}.items")
    elif key in ("required", "enum", "type"):
        yield from _list(key, _listed(before), _listed(after), place)
    elif key in AT_LEAST | AT_MOST:
        yield _bound(key, before, after), place, f"{key} {before} became {after}"
    else:
        looser = after is None
        yield "MINOR" if looser else "MAJOR", place, f"{key} {'was removed' if looser else 'changed'}"


def _members(before: Mapping[str, Any], after: Mapping[str, Any], place: str) -> Iterator[Told]:
    for name in dict.fromkeys((*before, *after)):
        where = f"{place}.{name}"
        if name not in after:
            yield "MAJOR", where, "was removed"
        elif name not in before:
            yield "MINOR", where, "was added"
        else:
            yield from _schema(before[name], after[name], where)


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _list(key: str, before: list[Any], after: list[Any], place: str) -> Iterator[Told]:
    """A longer list allows more where it says what may be, and less where it says what must be."""
    came = [v for v in after if v not in before]
    left = [v for v in before if v not in after]
    if key != "required":
        unbound_before, unbound_after = not before, not after
        stricter = (bool(left) and not unbound_after) or unbound_before
    else:
        stricter = bool(came)
    told = ", ".join([*(f"+{v}" for v in came), *(f"-{v}" for v in left)])
    yield "MAJOR" if stricter else "MINOR", place, f"{key}: {told or 'in another order'}"


def _bound(key: str, before: Any, after: Any) -> Literal["MAJOR", "MINOR"]:
    if after is None:
        return "MINOR"
    if before is None:
        return "MAJOR"
    return "MAJOR" if (after > before) == (key in AT_LEAST) else "MINOR"
