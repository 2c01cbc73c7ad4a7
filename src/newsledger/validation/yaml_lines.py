"""On which line stands each value of a YAML file? Reads YAML safely and keeps the lines.

Untrusted input: files beyond a size, aliases (which can blow up a small file), values nested too deeply and
keys that stand twice are refused.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from newsledger.errors import DataInvalid, shown

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Reading(LOADER):  # type: ignore[misc]
    """Reads what looks like a date and is none as text, for the schema to refuse, and tells where a number is none."""


def _time(loader: Any, node: yaml.ScalarNode) -> Any:
    try:
        return loader.construct_yaml_timestamp(node)
    except (ValueError, OverflowError):
        return str(node.value)


def _number(construct: Callable[[Any, yaml.ScalarNode], Any]) -> Callable[[Any, yaml.ScalarNode], Any]:
    def number(loader: Any, node: yaml.ScalarNode) -> Any:
        try:
            return construct(loader, node)
        except (ValueError, OverflowError):
            problem = f"{shown(node.value)} is no number that can be read"
            raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark) from None

    return number


_TAG = "tag:yaml.org,2002:"
_Reading.add_constructor(f"{_TAG}timestamp", _time)
_Reading.add_constructor(f"{_TAG}int", _number(LOADER.construct_yaml_int))
_Reading.add_constructor(f"{_TAG}float", _number(LOADER.construct_yaml_float))
LARGEST = 16 * 1024 * 1024
DEEPEST = 40
Place = tuple[str | int, ...]


class YamlRefused(DataInvalid):
    """A YAML file that cannot be read safely."""

    code, title = "E104", "A YAML file cannot be read"
    cause = "The file is no UTF-8, no YAML, too large or too deep, uses aliases, or names a key twice."
    mend = "Correct the line that the message names."


def read_yaml_lines(path: Path) -> tuple[Any, Mapping[Place, int]]:
    """Return the data of a YAML file, dates as ISO text, and the 1-based line of each value by its place.

    Raises YamlRefused with file and line.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise YamlRefused("is too large", file=path, expected=f"at most {LARGEST} bytes")
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as problem:
        line = problem.object[: problem.start].count(b"\n") + 1
        raise YamlRefused("is not UTF-8", file=path, line=line) from None
    except OSError as problem:
        raise YamlRefused(f"cannot be read: {problem.strerror}", file=path) from None
    try:
        _refuse_tricks(text, path)
        node = yaml.compose(text, Loader=LOADER)
        lines: dict[Place, int] = dict(_lines(node, (), path)) if node is not None else {}
        loaded = yaml.load(text, Loader=_Reading)  # noqa: S506 - a safe loader, see LOADER
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        what = getattr(problem, "problem", None) or str(problem).splitlines()[0]
        raise YamlRefused(f"is no YAML: {what}", file=path, line=mark.line + 1 if mark else None) from None
    except ValueError as problem:
        raise YamlRefused(f"holds an impossible value: {problem}", file=path) from None
    return as_text(loaded), lines


def _at(event: yaml.Event) -> int | None:
    return None if event.start_mark is None else event.start_mark.line + 1


def _refuse_tricks(text: str, path: Path) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.AliasEvent):
            raise YamlRefused("uses an alias", file=path, line=_at(event), expected="values written out")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                raise YamlRefused("is nested too deeply", file=path, line=_at(event))
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _lines(node: yaml.Node, place: Place, path: Path) -> Iterator[tuple[Place, int]]:
    yield place, node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield from _lines(item, (*place, number), path)
    elif isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name = str(key.value)
            if name in seen:
                raise YamlRefused("the key stands twice", file=path, line=key.start_mark.line + 1, field=name)
            seen.add(name)
            yield (*place, name), key.start_mark.line + 1
            for inner, line in _lines(value, (*place, name), path):
                if inner != (*place, name):
                    yield inner, line


def as_text(value: Any) -> Any:
    """Return data as JSON has it: dates and times as ISO text, keys as text."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, dict):
        return {as_text(k) if isinstance(k, date) else str(k): as_text(v) for k, v in value.items()}
    return [as_text(v) for v in value] if isinstance(value, list) else value
