"""What does frictionless say? The independent judge of CSV packages, run on every row, streamed.

Only local files inside the package and only inline schemas are handed on, so that a descriptor cannot make it
read the network, another folder or an archive.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from newsledger.validation.descriptor_file import DescriptorFile
from newsledger.validation.findings import EXAMPLES, Finding, plain
from newsledger.validation.kinds import found
from newsledger.validation.lint import TABULAR, inside, paths_of

RESOURCE_KEYS = (
    "name",
    "type",
    "path",
    "format",
    "mediatype",
    "encoding",
    "bytes",
    "hash",
    "dialect",
    "schema",
)
LARGEST_SCHEMA = 8 * 1024 * 1024
ALREADY_SAID = frozenset({"hash-count", "byte-count"})


def frictionless_findings(
    descriptor: DescriptorFile, progress: Callable[[str, int, int], None] | None = None
) -> Iterator[Finding]:
    """Yield what frictionless finds in the tables of a package (E145), one finding per table, kind and field.

    Every row of every CSV is read; the checksums, which are our own business, are left out.
    """
    from frictionless import Package, system

    package = _safe(descriptor)
    if not package["resources"]:
        return
    with system.use_context(trusted=False):
        try:
            loaded = Package.from_descriptor(package, basepath=str(descriptor.folder))
        except Exception as problem:  # frictionless raises one class for everything that it refuses
            yield from _refused(problem, descriptor)
            return
        for number, resource in enumerate(loaded.resources):
            if progress is not None:
                progress(f"frictionless {resource.name}", number, len(loaded.resources))
            yield from _of_resource(resource)


def _of_resource(resource: Any) -> Iterator[Finding]:
    report = resource.validate()
    groups: dict[tuple[str, str], list[Any]] = {}
    for error in [*report.errors, *(e for task in report.tasks for e in task.errors)]:
        if error.type not in ALREADY_SAID:
            groups.setdefault((error.type, getattr(error, "field_name", "") or ""), []).append(error)
    for (kind, field), errors in groups.items():
        first = errors[0]
        lines = [getattr(e, "row_number", None) for e in errors]
        texts = [
            f"line {n}: {plain(e.note)}" if n else plain(e.note) for n, e in zip(lines, errors, strict=True)
        ]
        yield found(
            "E145",
            f"{first.title}: {plain(first.note)}",
            file=str(resource.path),
            line=lines[0],
            column=plain(field),
            value=plain(getattr(first, "cell", "")),
            rule=f"frictionless {kind}",
            count=len(errors),
            examples=tuple(texts[:EXAMPLES]),
        )


def _refused(problem: Exception, descriptor: DescriptorFile) -> Iterator[Finding]:
    reasons = getattr(problem, "reasons", None) or [getattr(problem, "error", problem)]
    for reason in reasons[:EXAMPLES]:
        note = plain(getattr(reason, "note", "") or str(reason))
        yield found(
            "E145", f"frictionless refuses the descriptor: {note}", file=descriptor.name, rule="frictionless"
        )


def _safe(descriptor: DescriptorFile) -> dict[str, Any]:
    """Return a descriptor of the tables that may be read, schemas in line."""
    data = descriptor.data
    resources = [
        r for r in data.get("resources") or [] if isinstance(r, dict) and _readable(r, descriptor.folder)
    ]
    names = {r.get("name") for r in resources}
    kept = [_reduced(r, descriptor.folder, names) for r in resources]
    package = {key: data[key] for key in ("$schema", "name") if key in data}
    return package | {"resources": kept}


def _readable(resource: Mapping[str, Any], folder: Path) -> bool:
    paths = paths_of(resource)
    if len(paths) != 1 or not paths[0].lower().endswith(TABULAR) or "://" in paths[0]:
        return False
    file = inside(folder, paths[0])
    return file is not None and file.is_file()


def _reduced(resource: Mapping[str, Any], folder: Path, names: set[Any]) -> dict[str, Any]:
    kept = {key: resource[key] for key in RESOURCE_KEYS if key in resource}
    for key in ("schema", "dialect"):
        if isinstance(kept.get(key), str):
            if (inline := _local_json(folder, kept[key])) is None:
                del kept[key]
            else:
                kept[key] = inline
    schema = kept.get("schema")
    if isinstance(schema, dict) and "foreignKeys" in schema:
        kept["schema"] = schema | {"foreignKeys": [k for k in schema["foreignKeys"] if _refers(k, names)]}
    return kept


def _refers(key: Any, names: set[Any]) -> bool:
    reference = key.get("reference") if isinstance(key, dict) else None
    return isinstance(reference, dict) and reference.get("resource") in {None, "", *names}


def _local_json(folder: Path, path: str) -> dict[str, Any] | None:
    file = None if "://" in path else inside(folder, path)
    if file is None or not file.is_file() or file.stat().st_size > LARGEST_SCHEMA:
        return None
    try:
        loaded = json.loads(file.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        return None
    return loaded if isinstance(loaded, dict) else None
