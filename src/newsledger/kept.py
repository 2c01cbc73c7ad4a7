"""Content parsed before: YAML files as JSON in the user's cache folder, for they take most of the start otherwise.

What is kept is named by the hash of the file's bytes, so it can't be out of date; a cache that can't be read or
written changes nothing but the time. `NEWSLEDGER_CACHE` names another folder; empty, it turns the cache off.
"""

import json
import os
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

VARIABLE = "NEWSLEDGER_CACHE"
FORMAT = b"1"
MOST = 400  # files that are kept; the oldest go first
DATE = "\0date"  # the key under which JSON holds a date; no content file has it


def folder() -> Path | None:
    """Return the folder of the cache (XDG Base Directory Specification), or None where there is none."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) if named else None
    base = os.environ.get("XDG_CACHE_HOME", "")
    try:
        return (Path(base) if os.path.isabs(base) else Path.home() / ".cache") / "newsledger"
    except RuntimeError:  # no home
        return None


def parsed(path: Path, parse: Callable[[bytes], Any]) -> Any:
    """Return what `parse` makes of a file, from the cache if these very bytes were parsed before.

    `parse` returns plain data and dates; what would not come back unchanged is not kept. Raises OSError for a file that
    can't be read, and whatever `parse` raises.
    """
    data = path.read_bytes()
    place = folder()
    if place is None:
        return parse(data)
    file = place / f"{sha256(FORMAT + data).hexdigest()}.json"
    try:
        return json.loads(file.read_bytes(), object_hook=_dated)
    except (OSError, ValueError, RecursionError):
        made = parse(data)
        _keep(made, file)
        return made


def _keep(made: Any, file: Path) -> None:
    """Write what was parsed in one step, and make room if too much is kept."""
    try:
        text = json.dumps(made, ensure_ascii=False, default=_undated)
        if json.loads(text, object_hook=_dated) != made:
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        aside = file.with_suffix(f".{os.getpid()}")
        aside.write_text(text, encoding="utf-8")
        aside.replace(file)
        kept = sorted(file.parent.glob("*.json"), key=lambda f: f.stat().st_mtime_ns)
        for old in kept[:-MOST]:
            old.unlink(missing_ok=True)
    except (OSError, TypeError, ValueError, RecursionError):
        return


def _undated(value: Any) -> dict[str, str]:
    if type(value) is not date:
        raise TypeError("neither plain data nor a date")
    return {DATE: value.isoformat()}


def _dated(values: dict[str, Any]) -> Any:
    return date.fromisoformat(values[DATE]) if DATE in values else values
