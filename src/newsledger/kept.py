"""Content read before, as JSON in the user's cache folder: YAML files parsed, the lexicon compiled. They take most of
the start otherwise.

What is kept is named by the hash of the bytes it was made from, so it can't be out of date; a cache that can't be read
or written changes nothing but the time. `NEWSLEDGER_CACHE` names another folder; empty, it turns the cache off.
"""

import json
import os
from collections.abc import Callable, Iterable
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
    return _kept(sha256(FORMAT + data).hexdigest(), lambda: parse(data), MOST, _dated)


def kept(key: Iterable[bytes], make: Callable[[], Any], kind: str, most: int) -> Any:
    """Return the plain data (lists, texts, numbers, keys of text) that `make` makes, or made of the same `key` before.

    Of each `kind` the cache keeps the `most` newest. Raises whatever `make` raises.
    """
    digest = sha256(FORMAT)
    for part in key:
        digest.update(len(part).to_bytes(8, "big") + part)
    return _kept(f"{digest.hexdigest()}.{kind}", make, most, None)


def _kept(name: str, make: Callable[[], Any], most: int, hook: Callable[[dict[str, Any]], Any] | None) -> Any:
    """Return what is kept under a name, or make and keep it."""
    place = folder()
    if place is None:
        return make()
    file = place / f"{name}.json"
    try:
        return json.loads(file.read_bytes(), object_hook=hook)
    except (OSError, ValueError, RecursionError):
        made = make()
        _keep(made, file, most, hook)
        return made


def _keep(made: Any, file: Path, most: int, hook: Callable[[dict[str, Any]], Any] | None) -> None:
    """Write what was made in one step, and make room if too much of its kind is kept."""
    try:
        text = json.dumps(made, ensure_ascii=False, default=_undated)
        if json.loads(text, object_hook=hook) != made:
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        aside = file.with_suffix(f".{os.getpid()}")
        aside.write_text(text, encoding="utf-8")
        aside.replace(file)
        kind = file.name.partition(".")[2]
        alike = [f for f in file.parent.glob(f"*.{kind}") if f.name.partition(".")[2] == kind]
        for old in sorted(alike, key=lambda f: f.stat().st_mtime_ns)[:-most]:
            old.unlink(missing_ok=True)
    except (OSError, TypeError, ValueError, RecursionError):
        return


def _undated(value: Any) -> dict[str, str]:
    if type(value) is not date:
        raise TypeError("neither plain data nor a date")
    return {DATE: value.isoformat()}


def _dated(values: dict[str, Any]) -> Any:
    return date.fromisoformat(values[DATE]) if DATE in values else values
