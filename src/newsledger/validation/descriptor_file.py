"""What does a datapackage.json say? Reads the file safely and finds the line of a key."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsledger.errors import DataInvalid

LARGEST = 32 * 1024 * 1024
LARGEST_WITH_LINES = 4 * 1024 * 1024
"""Beyond this many characters findings name no lines, since looking for each key would take too long."""


class DescriptorUnreadable(DataInvalid):
    """A datapackage.json that cannot be read."""

    code, title = "E150", "The descriptor cannot be read"
    cause = "The file is no UTF-8, no JSON object, too large or too deep, or names a key twice."
    mend = "Write datapackage.json as one JSON object."


@dataclass(frozen=True, slots=True)
class DescriptorFile:
    """A descriptor that was read: its path, its name in findings, its text and its data."""

    path: Path
    name: str
    text: str
    data: Mapping[str, Any]

    @property
    def folder(self) -> Path:
        """Return the folder that the descriptor's paths count from."""
        return self.path.parent

    def line_of(self, key: str) -> int | None:
        """Return the line on which a key stands, None if it stands nowhere or more than once."""
        if len(self.text) > LARGEST_WITH_LINES:
            return None
        places = [m.start() for m in re.finditer(re.escape(json.dumps(key)) + r"\s*:", self.text)]
        return self.text.count("\n", 0, places[0]) + 1 if len(places) == 1 else None

    def resources(self) -> list[Mapping[str, Any]]:
        """Return the resources that are mappings."""
        given = self.data.get("resources")
        return [r for r in given if isinstance(r, dict)] if isinstance(given, list) else []


def _refused(constant: str) -> None:
    """Refuse NaN and Infinity, which Python's reader takes and JSON does not have."""
    raise ValueError(constant)


def read_descriptor(path: Path, name: str | None = None) -> DescriptorFile:
    """Return the descriptor at `path`; DescriptorUnreadable if it is no JSON object in UTF-8."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = [k for k, _ in pairs]
        if len(set(keys)) < len(keys):
            twice = next(k for k, n in Counter(keys).items() if n > 1)
            raise DescriptorUnreadable("a key stands twice", file=path, field=twice)
        return dict(pairs)

    try:
        if path.stat().st_size > LARGEST:
            raise DescriptorUnreadable("is too large", file=path, expected=f"at most {LARGEST} bytes")
        text = path.read_text(encoding="utf-8-sig")
        data = json.loads(text, object_pairs_hook=once, parse_constant=_refused)
    except UnicodeDecodeError:
        raise DescriptorUnreadable("is not UTF-8", file=path) from None
    except OSError as problem:
        raise DescriptorUnreadable(f"cannot be read: {problem.strerror}", file=path) from None
    except json.JSONDecodeError as problem:
        raise DescriptorUnreadable(f"is no JSON: {problem.msg}", file=path, line=problem.lineno) from None
    except (ValueError, RecursionError):
        raise DescriptorUnreadable("is nested too deeply or holds a number that is none", file=path) from None
    if not isinstance(data, dict):
        raise DescriptorUnreadable("is no JSON object", file=path)
    return DescriptorFile(path, path.name if name is None else name, text, data)
