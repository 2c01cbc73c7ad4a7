"""Is a descriptor what it seems? A strict reading of datapackage.json, which neither frictionless nor the
profile does.

A misspelt key (`constraint`) passes both and silently drops a rule; `categories` and `enum` may disagree
unnoticed. In our own packages every unknown key is an error; in others only one that looks like a misspelt
known one.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from newsledger.errors import shown
from newsledger.validation.descriptor_file import DescriptorFile
from newsledger.validation.findings import Finding, plain
from newsledger.validation.kinds import found
from newsledger.validation.known_keys import KEYS, TOLERATED, TYPES

OURS = "newsledger"
INNER: Mapping[str, tuple[str, ...]] = {"resource": ("schema", "dialect"), "field": ("constraints",)}
"""Where keys belong that are often written one level too high."""
LARGEST_SCHEMA = 8 * 1024 * 1024
MOST_RESOURCES = 1_000
MOST_FIELDS = 16_384
MOST_KEYS = 500
CLOSE = 0.85
"""How alike a key must be to a known one to be a misspelling of it; `num_resources` is none."""
TABULAR = (".csv", ".tsv", ".tab", ".txt")
_REMOTE = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*://")


@dataclass(frozen=True, slots=True)
class Linter:
    """Reads one descriptor strictly; `ours` says whether it is one that newsledger wrote."""

    file: DescriptorFile
    ours: bool

    def say(self, code: str, place: str, message: str, key: str = "", **more: Any) -> Finding:
        """Return a finding at a place of the descriptor, with the line where its key stands, if that is
        sure.
        """
        line = self.file.line_of(key) if key else None
        return found(code, message, file=self.file.name, line=line, column=place, **more)

    def unknown(self, what: str, value: Mapping[str, Any], place: str) -> Iterator[Finding]:
        """Yield E151 for keys that are not known (in foreign packages: that look misspelt)."""
        known = KEYS[what] if self.ours else KEYS[what] | TOLERATED.get(what, frozenset())
        if len(value) > MOST_KEYS:
            message = f"a {what} has {len(value)} keys, expected at most {MOST_KEYS}"
            yield self.say("E152", place, message)
            return
        for key in value:
            if key in known or (self.ours and what == "package" and key == OURS):
                continue
            near = get_close_matches(key, known, n=1, cutoff=CLOSE)
            home = next((inner for inner in INNER.get(what, ()) if key in KEYS[inner]), None)
            if self.ours or near or home or what == "constraints":
                hint = f"; did you mean {near[0]}?" if near else ""
                hint = f"; it belongs into its {home}" if home else hint
                spot = f"{place}.{plain(key)}" if place else plain(key)
                yield self.say("E151", spot, f"a {what} has no key {shown(key)}{hint}", key, value=plain(key))


def lint(file: DescriptorFile, *, ours: bool) -> Iterator[Finding]:
    """Yield what is wrong in a descriptor (E151 to E157)."""
    judge, data = Linter(file, ours), file.data
    yield from judge.unknown("package", data, "")
    for key, what in (("licenses", "license"), ("sources", "source"), ("contributors", "contributor")):
        for number, entry in enumerate(_mappings(data.get(key)), start=1):
            yield from judge.unknown(what, entry, f"{key}.{number}")
    resources = data.get("resources")
    if not isinstance(resources, list) or not resources:
        yield judge.say(
            "E152", "resources", "resources are missing, expected a list of at least one", "resources"
        )
        return
    if len(resources) > MOST_RESOURCES:
        message = f"{len(resources)} resources are too many, expected at most {MOST_RESOURCES}"
        yield judge.say("E152", "resources", message, "resources")
        return
    names = [r.get("name") for r in file.resources()]
    for number, resource in enumerate(resources, start=1):
        if not isinstance(resource, dict):
            yield judge.say("E152", f"resources.{number}", f"{_kind(resource)} where a mapping is expected")
            continue
        name = resource.get("name")
        if not isinstance(name, str) or not name:
            yield judge.say("E152", f"resources.{number}", "a resource has no name")
        elif names.count(name) > 1:
            yield judge.say(
                "E152",
                f"resources.{plain(name)}",
                f"two resources are called {shown(name)}",
                value=plain(name),
            )
        yield from _resource(judge, resource, f"resources.{plain(name) or number}", names)


def lint_schema(file: DescriptorFile) -> Iterator[Finding]:
    """Yield what is wrong in a file that holds a Table Schema alone (E151, E152)."""
    yield from _schema(Linter(file, ours=False), file.data, "schema", None)


def _resource(judge: Linter, resource: Mapping[str, Any], place: str, names: list[Any]) -> Iterator[Finding]:
    yield from judge.unknown("resource", resource, place)
    yield from _paths(judge, resource, place)
    tabular = any(str(p).lower().endswith(TABULAR) for p in paths_of(resource))
    if tabular and "encoding" not in resource:
        severity = "error" if judge.ours else "warning"
        yield judge.say("E157", place, "states no encoding, which readers then guess", severity=severity)
    if "data" not in resource and "hash" not in resource and not remote(resource):
        severity = "error" if judge.ours else "warning"
        yield judge.say("E154", place, "states no checksum", severity=severity)
    dialect = resource.get("dialect")
    if isinstance(dialect, dict):
        yield from judge.unknown("dialect", dialect, f"{place}.dialect")
    schema = resource.get("schema")
    if isinstance(schema, dict):
        yield from _schema(judge, schema, f"{place}.schema", names)
    elif isinstance(schema, str) and not _REMOTE.match(schema):
        inline = local_json(judge.file.folder, schema)
        if inline is None:
            message = f"{shown(schema)} is no JSON object in the package"
            yield judge.say("E152", f"{place}.schema", message, value=plain(schema))
        else:
            yield from _schema(judge, inline, f"{place}.schema", names)
    elif isinstance(schema, str):
        yield judge.say(
            "E156", f"{place}.schema", "the schema lies on the network and was not read", value=plain(schema)
        )


def paths_of(resource: Mapping[str, Any]) -> list[str]:
    """Return the paths of a resource as a list."""
    path = resource.get("path")
    if isinstance(path, list):
        return [p for p in path if isinstance(p, str)]
    return [path] if isinstance(path, str) else []


def remote(resource: Mapping[str, Any]) -> bool:
    """Return whether a resource lies on the network, wholly or in part."""
    return any(_REMOTE.match(p) for p in paths_of(resource))


def inside(folder: Path, path: str) -> Path | None:
    """Return the file that a descriptor's path names; None if the path leads out of the package's folder."""
    if not path or "\\" in path or "\x00" in path or path.startswith(("/", "~")) or ".." in path.split("/"):
        return None
    base = folder.resolve()
    try:
        file = (base / path).resolve()
    except (OSError, RuntimeError, ValueError):
        return None
    return file if file.is_relative_to(base) else None


def _paths(judge: Linter, resource: Mapping[str, Any], place: str) -> Iterator[Finding]:
    if not paths_of(resource) and "data" not in resource:
        yield judge.say("E152", place, "names no file, expected path or data")
    for path in paths_of(resource):
        if _REMOTE.match(path):
            yield judge.say(
                "E156", place, f"{plain(path)} lies on the network and was not read", value=plain(path)
            )
            continue
        file = inside(judge.file.folder, path)
        if file is None:
            message = f"{shown(path)} leads out of the package"
            yield judge.say("E155", f"{place}.path", message, value=plain(path))
        elif not is_file(file):
            yield found("E140", f"the file of {place} is missing", file=plain(path), rule="path")


def local_json(folder: Path, path: str) -> dict[str, Any] | None:
    """Return the object in a JSON file that a descriptor names instead of a schema or dialect; None if there
    is none.
    """
    file = None if "://" in path else inside(folder, path)
    if file is None or not is_file(file) or file.stat().st_size > LARGEST_SCHEMA:
        return None
    try:
        loaded = json.loads(file.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError, OSError):
        return None
    return loaded if isinstance(loaded, dict) else None


def is_file(path: Path) -> bool:
    """Return whether a regular file lies at a path; a name that the system cannot hold is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _schema(
    judge: Linter, schema: Mapping[str, Any], place: str, names: list[Any] | None
) -> Iterator[Finding]:
    yield from judge.unknown("schema", schema, place)
    fields = _mappings(schema.get("fields"))
    if not 0 < len(fields) <= MOST_FIELDS:
        message = (
            f"{len(fields)} fields are too many, expected at most {MOST_FIELDS}"
            if fields
            else "fields are missing, expected a list of at least one"
        )
        yield judge.say("E152", f"{place}.fields", message)
        return
    known = Counter(n if isinstance(n := f.get("name"), str) else plain(n) for f in fields)
    for name in sorted(n for n, count in known.items() if count > 1):
        yield judge.say("E152", f"{place}.fields", f"two fields are called {shown(name)}", value=plain(name))
    for field in fields:
        yield from _field(judge, field, f"{place}.fields.{plain(field.get('name'))}")
    unique = schema.get("uniqueKeys")
    foreign = _mappings(schema.get("foreignKeys"))
    keys = [("primaryKey", schema.get("primaryKey"))]
    keys += [("uniqueKeys", key) for key in (unique if isinstance(unique, list) else [])]
    keys += [("foreignKeys", key.get("fields")) for key in foreign]
    for what, key in keys:
        if key is not None and not isinstance(key, str | list):
            yield judge.say("E152", f"{place}.{what}", f"{_kind(key)} where a list of fields is expected")
            continue
        for name in [key] if isinstance(key, str) else key or []:
            if not isinstance(name, str) or name not in known:
                yield judge.say("E152", f"{place}.{what}", f"{what} names the unknown field {shown(name)}")
    for key in foreign:
        yield from _foreign_key(judge, key, f"{place}.foreignKeys", names)


def _foreign_key(
    judge: Linter, key: Mapping[str, Any], place: str, names: list[Any] | None
) -> Iterator[Finding]:
    yield from judge.unknown("foreign key", key, place)
    reference = key.get("reference")
    if not isinstance(reference, dict):
        yield judge.say("E152", f"{place}.reference", f"{_kind(reference)} where a mapping is expected")
        return
    yield from judge.unknown("reference", reference, f"{place}.reference")
    ours, theirs = ([v] if isinstance(v, str) else v for v in (key.get("fields"), reference.get("fields")))
    if not isinstance(ours, list) or not isinstance(theirs, list) or len(ours) != len(theirs) or not ours:
        message = "fields and reference.fields are not two lists of one length"
        yield judge.say("E152", place, message)
    target = reference.get("resource")
    if names is not None and target not in (None, "") and target not in names:
        yield judge.say("E152", place, f"refers to the unknown resource {shown(target)}")


def _field(judge: Linter, field: Mapping[str, Any], place: str) -> Iterator[Finding]:
    yield from judge.unknown("field", field, place)
    kind = field.get("type", "any" if not judge.ours else None)
    if not isinstance(kind, str) or kind not in TYPES:
        yield judge.say("E152", f"{place}.type", f"unknown type {shown(kind)}", value=plain(kind))
    rules = field.get("constraints")
    if isinstance(rules, dict):
        yield from judge.unknown("constraints", rules, f"{place}.constraints")
    elif rules is not None:
        yield judge.say("E152", f"{place}.constraints", f"{_kind(rules)} where a mapping is expected")
        return
    categories, enum = field.get("categories"), (rules or {}).get("enum")
    if enum is not None and not isinstance(enum, list):
        yield judge.say("E152", f"{place}.constraints.enum", f"{_kind(enum)} where a list is expected")
        return
    if not isinstance(categories, list) or (enum is None and not judge.ours):
        return
    values = [c.get("value") if isinstance(c, dict) else c for c in categories]
    if enum is None or sorted(map(str, values)) != sorted(map(str, enum)):
        odd = sorted({str(v) for v in values} ^ {str(v) for v in enum or []})
        where = f" in {', '.join(map(plain, odd[:5]))}" if odd else ""
        message = f"enum and categories differ{where}"
        yield judge.say("E153", place, message, value=plain(odd[0]) if odd else "")


def _mappings(value: Any) -> list[Mapping[str, Any]]:
    return [v for v in value if isinstance(v, dict)] if isinstance(value, list) else []


def _kind(value: Any) -> str:
    return "nothing" if value is None else f"{type(value).__name__} {shown(value)}"
