"""What do countries.yaml and overlay/*.yaml say? Entries of content files, each with its line, checked key by
key.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from newsledger.errors import ContentInvalid

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a content file and where it stands; the readers raise ContentInvalid naming that place."""

    file: Path
    line: int
    values: Mapping[str, Any]

    def wrong(self, field: str, message: str, expected: str = "") -> ContentInvalid:
        """Return the error for one field of this entry."""
        return ContentInvalid(
            message,
            file=self.file,
            line=self.line,
            field=field,
            value=self.values.get(field),
            expected=expected or None,
        )

    def text(self, field: str, default: str | None = None) -> str:
        """Return a text, which is required unless there is a `default`."""
        value = self.values.get(field, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.wrong(field, "missing or not a text", "a text")
        return value.strip()

    def number(self, field: str, low: float, high: float, default: float | None = None) -> float:
        """Return a number from `low` to `high`, which is required unless there is a `default`."""
        value = self.values.get(field, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise self.wrong(field, "missing or out of range", f"a number from {low} to {high}")
        return value

    def texts(self, field: str) -> tuple[str, ...]:
        """Return a list of texts; a single text counts as a list of one, nothing as an empty list."""
        value = self.values.get(field, [])
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(isinstance(v, str) and v.strip() for v in values):
            raise self.wrong(field, "not a list of texts", "texts")
        return tuple(v.strip() for v in values)

    def only(self, *fields: str) -> None:
        """Raise ContentInvalid for a key that is not among `fields`."""
        for key in self.values:
            if key not in fields:
                raise ContentInvalid(
                    "unknown key",
                    file=self.file,
                    line=self.line,
                    value=key,
                    expected="one of " + ", ".join(fields),
                )


def items(file: Path, section: str) -> Iterator[Item]:
    """Yield the entries of the list `section` of a YAML file; a missing section has none.

    Raises ContentInvalid where the file is not YAML in UTF-8, the top is no mapping, or an entry is no
    mapping.
    """
    try:
        text = file.read_text(encoding="utf-8")
        node = yaml.compose(text, Loader=_LOADER)
        data = yaml.load(text, Loader=_LOADER)  # noqa: S506 - a safe loader, in C where there is one
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else None
        raise ContentInvalid(f"not YAML: {fault.problem}", file=file, line=line) from fault
    except (UnicodeDecodeError, yaml.YAMLError) as fault:
        raise ContentInvalid(f"not YAML in UTF-8: {fault}", file=file) from fault
    if not isinstance(data, dict):
        raise ContentInvalid("the file holds no mapping", file=file, expected="keys such as 'places:'")
    assert isinstance(node, yaml.MappingNode)
    for key, value in node.value:
        if key.value != section:
            continue
        if not isinstance(value, yaml.SequenceNode):
            raise ContentInvalid("not a list", file=file, line=key.start_mark.line + 1, field=section)
        for entry, values in zip(value.value, data[section], strict=True):
            line = entry.start_mark.line + 1
            if not isinstance(values, dict):
                raise ContentInvalid(
                    "not a mapping", file=file, line=line, value=values, expected="keys and values"
                )
            yield Item(file, line, values)
