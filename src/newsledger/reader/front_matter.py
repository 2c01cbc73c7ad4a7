"""What does the head of a text file say of the article? YAML between two lines of three hyphens."""

import re
from collections.abc import Iterator
from typing import Any, ClassVar, Final

import yaml

from newsledger.errors import ArticleUnreadable
from newsledger.reader.limits import MAX_DEPTH, MAX_FRONT_MATTER, MAX_KEYS

_BaseLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL: Final = "tag:yaml.org,2002:null"
_OPEN: Final = re.compile(r"---[ \t]*\n")
_CLOSE: Final = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)


class _Loader(_BaseLoader):  # type: ignore[misc]
    """Reads plain values as text: an id 007, a title No and a time stay what they are. Null is null."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {
        first: [pair for pair in pairs if pair[0] == _NULL]
        for first, pairs in _BaseLoader.yaml_implicit_resolvers.items()
    }


class _Refused(Exception):
    def __init__(self, message: str, line: int, expected: str | None = None) -> None:
        super().__init__(message)
        self.line = line
        self.expected = expected


Head = tuple[dict[str, object], dict[str, int], str]
"""The values of the front matter, the line of each key (1-based), and the text below it."""


def split_front_matter(text: str, file: str) -> Head | ArticleUnreadable:
    """Return what the front matter of `text` says, and the text below it without the blank lines around it.

    `text` has LF line ends. Front matter opens with `---` on the first line and closes with `---` or `...`;
    without it the values are empty. Null values are left out. A problem is returned where it does not close,
    is not YAML, no mapping, has a key twice, an alias, a tag, or nests too deeply.
    """
    opened = _OPEN.match(text)
    if not opened:
        return {}, {}, text.strip("\n")
    closed = _CLOSE.search(text, opened.end())
    if not closed:
        message = "the front matter that opens here does not close"
        return ArticleUnreadable(message, file=file, line=1, expected="a line --- below it")
    head = text[opened.end() : closed.start()]
    try:
        values, lines = _mapping(head)
    except _Refused as error:
        return ArticleUnreadable(
            f"front matter: {error}",
            file=file,
            line=error.line,
            expected=error.expected or "lines such as 'id: a-17'",
        )
    return values, lines, text[closed.end() :].strip("\n")


def _mapping(head: str) -> tuple[dict[str, object], dict[str, int]]:
    if len(head) > MAX_FRONT_MATTER:
        raise _Refused(f"has {len(head):,} characters", 1, f"at most {MAX_FRONT_MATTER:,}")
    try:
        _check_events(yaml.parse(head, Loader=_Loader))
        loader = _Loader(head)
        try:
            node = loader.get_single_node()
            return _values(node) if node is not None else ({}, {})
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise _Refused(f"is not YAML: {problem}", _line(mark)) from error


def _line(mark: Any) -> int:
    """Return the line of the file: the front matter begins on line 2, and marks count from 0."""
    return 1 if mark is None else mark.line + 2


def _check_events(events: "Iterator[yaml.Event]") -> None:
    """Refuse what can blow up or reach out, before any value is built."""
    depth = 0
    for event in events:
        line = _line(event.start_mark)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused("anchors and aliases are not taken", line)
        if getattr(event, "tag", None) not in (None, "!"):
            raise _Refused("tags are not taken", line)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise _Refused(f"lists and mappings nest deeper than {MAX_DEPTH}", line)


def _values(node: yaml.Node) -> tuple[dict[str, object], dict[str, int]]:
    if not isinstance(node, yaml.MappingNode):
        raise _Refused("is no mapping of keys to values", _line(node.start_mark))
    if len(node.value) > MAX_KEYS:
        raise _Refused(f"has {len(node.value):,} keys", 1, f"at most {MAX_KEYS}")
    values: dict[str, object] = {}
    lines: dict[str, int] = {}
    for key, value in node.value:
        line = _line(key.start_mark)
        name = _built(key)
        if not isinstance(name, str):
            raise _Refused("a key is not text", line)
        if name in lines:
            raise _Refused(f"the key {name[:80]!r} stands twice", line)
        lines[name] = line
        built = _built(value)
        if built is not None:
            values[name] = built
    return values, lines


def _built(node: yaml.Node) -> object:
    """Return the value of a node: text, null, a list or a mapping with keys of text."""
    if isinstance(node, yaml.MappingNode):
        return {str(_built(key)): _built(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_built(value) for value in node.value]
    return None if node.tag == _NULL else str(node.value)
