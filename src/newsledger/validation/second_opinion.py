"""What does frictionless say? The independent judge of CSV packages, run on every row, streamed.

Only local files inside the package and only inline schemas are handed on, so that a descriptor cannot make it
read the network, another folder or an archive. Packages of strangers are judged in a process of its own, which
is ended when it gives no sign of life; their patterns are judged by an engine that cannot run away.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import Timer
from typing import Any, Final

from newsledger.validation.descriptor_file import DescriptorFile
from newsledger.validation.findings import EXAMPLES, Finding, plain
from newsledger.validation.frictionless_run import opinions
from newsledger.validation.kinds import found
from newsledger.validation.lint import (
    MOST_FIELDS,
    MOST_RESOURCES,
    TABULAR,
    inside,
    is_file,
    local_json,
    paths_of,
)
from newsledger.validation.parquet_files import own_environment

WORDS = ("title", "description", "homepage", "licenses", "sources")
PACKAGE_KEYS = ("name", "id", "version", "created", "keywords", "contributors", *WORDS)
RESOURCE_KEYS = (
    *("name", "type", "path", "mediatype", "encoding", "bytes", "hash", "dialect", "schema"),
    *WORDS,
)
PROFILES: Final = "https://datapackage.org/profiles/"
"""Of profiles elsewhere nothing is fetched."""
PATIENCE: Final = 30.0
"""Seconds without a sign of life after which the process is ended; larger tables get more."""
BYTES_A_SECOND: Final = 2_000_000
PLACEHOLDER: Final[Mapping[str, Any]] = {"name": "none", "path": "none.csv"}
"""Stands for the resources where none can be read, so that the rest of a descriptor is judged."""
Progress = Callable[[str, int, int], None]


def frictionless_findings(
    descriptor: DescriptorFile,
    progress: Progress | None = None,
    *,
    trusted: bool = False,
    rows: Mapping[str, int] | None = None,
    folder: Path | None = None,
    patience: float = PATIENCE,
) -> Iterator[Finding]:
    """Yield what frictionless finds in the tables of a package (E145), one finding per table, kind and field.

    Every row of every CSV is read; the checksums, which are our own business, are left out. `trusted` says
    that the schemas are those of the contract and the files in our dialect, so that nothing can run away and
    no process of its own is needed. `rows` gives the number of rows of tables, for the `progress`; `folder`
    is where paths count from, if not the descriptor's.
    """
    base = descriptor.folder if folder is None else folder
    package = _safe(descriptor, base)
    patterns = {} if trusted else _taken_out(package)
    told = Beat(progress, rows or {})
    lines: Iterator[Mapping[str, Any]]
    if trusted:
        lines = opinions(package, str(base), told, patterns)
    else:
        size = sum((base / r["path"]).stat().st_size for r in package["resources"] if "path" in r)
        judged = package if package["resources"] else package | {"resources": [PLACEHOLDER]}
        lines = _in_own_process(
            judged,
            base,
            patterns,
            told,
            patience + size / BYTES_A_SECOND,
            metadata_only=judged is not package,
        )
    for line in lines:
        yield _finding(line, descriptor)


def frictionless_schema_findings(file: DescriptorFile, patience: float = PATIENCE) -> Iterator[Finding]:
    """Yield what frictionless has against a file that holds a Table Schema alone (E145)."""
    schema = {k: v for k, v in file.data.items() if k not in ("$schema", "profile")} | _profile(file.data)
    package = _profile(file.data) | {"resources": [{"name": "rows", "path": "rows.csv", "schema": schema}]}
    _taken_out(package)
    for line in _in_own_process(package, file.folder, {}, Beat(None, {}), patience, metadata_only=True):
        yield _finding(line, file)


class Beat:
    """Tells the progress of frictionless, as far as anybody wants to know."""

    def __init__(self, progress: Progress | None, rows: Mapping[str, int]) -> None:
        self._progress = progress
        self._rows = rows

    def __call__(self, table: str, row: int) -> None:
        """Tell that frictionless is at `row` of `table`."""
        if self._progress is not None:
            self._progress(f"frictionless {table}", row, self._rows.get(table, 0))


def _in_own_process(
    package: Mapping[str, Any],
    folder: Path,
    patterns: Mapping[str, Mapping[str, str]],
    told: Beat,
    patience: float,
    *,
    metadata_only: bool = False,
) -> Iterator[Mapping[str, Any]]:
    """Yield what the process says; `stopped` where it is ended because it is silent, or where it breaks
    off.
    """
    request: dict[str, Any] = {"package": package, "folder": str(folder.resolve()), "patterns": patterns}
    request["metadata_only"] = metadata_only
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "newsledger.validation.frictionless_run"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=own_environment(),
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        watch = Timer(patience, process.kill)
        watch.start()
        at, whole = "", False
        try:
            process.stdin.write(json.dumps(request).encode())
            process.stdin.close()
            for raw in process.stdout:
                watch.cancel()
                watch = Timer(patience, process.kill)
                watch.start()
                line = json.loads(raw)
                whole = whole or "done" in line
                if "at" in line:
                    at = str(line["at"])
                    told(at, int(line["rows"]))
                elif "done" not in line:
                    yield line
        except BrokenPipeError:
            pass  # it ended before it had read the request; that it broke off is said below
        finally:
            watch.cancel()
            process.kill()
    if not whole:
        yield {"stopped": at}


def _finding(line: Mapping[str, Any], descriptor: DescriptorFile) -> Finding:
    """Return the finding that a line of `frictionless_run` tells."""
    if "refused" in line:
        message = f"frictionless refuses the descriptor: {plain(line['refused'])}"
        return found("E145", message, file=descriptor.name, rule="frictionless")
    if "stopped" in line:
        why = plain(line.get("why")) or "it did not come to an end"
        message = f"frictionless gave no verdict on table {plain(line['stopped']) or '(any)'}: {why}"
        return found("E145", message, file=descriptor.name, rule="frictionless")
    if "unchecked" in line:
        message = f"the pattern {plain(line['unchecked'])} was not checked, since it may run for ever"
        place = f"resources.{plain(line['table'])}.schema.fields.{plain(line['field'])}"
        return found("E164", message, file=descriptor.name, column=place)
    texts = [f"line {n}: {plain(note)}" if n else plain(note) for n, note in line["examples"]]
    more = " (and it looked no further)" if line["cut_off"] else ""
    return found(
        "E145",
        f"{line['title']}: {plain(line['note'])}{more}",
        file=plain(line["path"]),
        line=line["examples"][0][0],
        column=plain(line["field"]),
        value=plain(line["cell"]),
        rule=f"frictionless {line['kind']}",
        count=line["count"],
        examples=tuple(texts[:EXAMPLES]),
    )


def _safe(descriptor: DescriptorFile, folder: Path) -> dict[str, Any]:
    """Return a descriptor of the tables that may be read, schemas in line."""
    resources = [r for r in descriptor.resources()[:MOST_RESOURCES] if _readable(r, folder)]
    names = {r["name"] for r in resources if isinstance(r.get("name"), str)}
    kept = [r for r in (_reduced(r, folder, names) for r in resources) if _bounded(r)]
    package = {key: descriptor.data[key] for key in PACKAGE_KEYS if key in descriptor.data}
    return package | _profile(descriptor.data) | {"resources": kept}


def _profile(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the `$schema` of a descriptor if it is an official one, which frictionless carries along."""
    stated = data.get("$schema")
    return {"$schema": stated} if isinstance(stated, str) and stated.startswith(PROFILES) else {}


def _readable(resource: Mapping[str, Any], folder: Path) -> bool:
    if "data" in resource:
        return True
    paths = paths_of(resource)
    if len(paths) != 1 or not paths[0].lower().endswith(TABULAR) or "://" in paths[0]:
        return False
    file = inside(folder, paths[0])
    return file is not None and is_file(file)


def _reduced(resource: Mapping[str, Any], folder: Path, names: set[str]) -> dict[str, Any]:
    kept = {key: resource[key] for key in RESOURCE_KEYS if key in resource} | _profile(resource)
    if "data" in resource:
        kept["data"] = resource["data"]
        kept.pop("path", None)
    else:
        kept["path"] = paths_of(resource)[0]
    if resource.get("format") in ("csv", "tsv"):
        kept["format"] = resource["format"]
    for key in ("schema", "dialect"):
        if isinstance(kept.get(key), str):
            if (inline := local_json(folder, kept[key])) is None:
                del kept[key]
            else:
                kept[key] = inline
        if isinstance(kept.get(key), dict):
            words = {k: v for k, v in kept[key].items() if k not in ("$schema", "profile")}
            kept[key] = words | _profile(kept[key])
    schema = kept.get("schema")
    if isinstance(schema, dict) and isinstance(schema.get("foreignKeys"), list):
        kept["schema"] = schema | {"foreignKeys": [k for k in schema["foreignKeys"] if _refers(k, names)]}
    return kept


def _bounded(resource: Mapping[str, Any]) -> bool:
    """Say whether a schema has no more fields than the lint lets through, which says so where it has."""
    schema = resource.get("schema")
    fields = schema.get("fields") if isinstance(schema, dict) else None
    return not isinstance(fields, list) or len(fields) <= MOST_FIELDS


def _refers(key: Any, names: set[str]) -> bool:
    reference = key.get("reference") if isinstance(key, dict) else None
    target = reference.get("resource") if isinstance(reference, dict) else None
    if not isinstance(reference, dict):
        return False
    return target is None or (isinstance(target, str) and (target == "" or target in names))


def _taken_out(package: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Take the patterns out of the schemas of a package and return them by table and field."""
    taken: dict[str, dict[str, str]] = {}
    for resource in package["resources"]:
        schema = resource.get("schema")
        fields = schema.get("fields") if isinstance(schema, dict) else None
        if not isinstance(fields, list) or not isinstance(resource.get("name"), str):
            continue
        kept = [_without_pattern(f, taken.setdefault(resource["name"], {})) for f in fields]
        resource["schema"] = schema | {"fields": kept}
    return taken


def _without_pattern(field: Any, taken: dict[str, str]) -> Any:
    rules = field.get("constraints") if isinstance(field, dict) else None
    pattern = rules.get("pattern") if isinstance(rules, dict) else None
    if not isinstance(rules, dict) or not isinstance(pattern, str) or not isinstance(field.get("name"), str):
        return field
    taken[field["name"]] = pattern
    return field | {"constraints": {k: v for k, v in rules.items() if k != "pattern"}}
