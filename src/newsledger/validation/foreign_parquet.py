"""Are the Parquet files of somebody else what their descriptor says? frictionless cannot tell.

It takes text for integers, refuses integers that may be missing, and never looks at a hash. So the types are
held against the schema here, and the rows are written as CSV, for frictionless to judge by the same schema.
"""

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl

from newsledger.validation.descriptor_file import DescriptorFile
from newsledger.validation.findings import Finding, plain
from newsledger.validation.kinds import found
from newsledger.validation.lint import inside, is_file, paths_of
from newsledger.validation.parquet_files import Undecodable, decodable, read_proven
from newsledger.validation.second_opinion import frictionless_findings

PARQUET = (".parquet", ".parq", ".pq")
Progress = Callable[[str, int, int], None]
Fits = Callable[[pl.DataType], bool]
_TEXT = (pl.String, pl.Categorical, pl.Enum)
FITTING: Mapping[str, Fits] = {
    "string": lambda t: t.base_type() in _TEXT,
    "integer": lambda t: t.is_integer(),
    "number": lambda t: t.is_numeric(),
    "boolean": lambda t: t == pl.Boolean,
    "date": lambda t: t == pl.Date,
    "datetime": lambda t: t.base_type() == pl.Datetime,
    "time": lambda t: t == pl.Time,
    "year": lambda t: t.is_integer(),
}
"""Which types of polars a field may have; of further types frictionless is left to judge."""


def check_parquet(root: DescriptorFile, progress: Progress | None = None) -> Iterator[Finding]:
    """Yield what is wrong in the Parquet files of a package: damage and types (E147), and rows (E145)."""
    files = {}
    for resource in root.resources():
        paths = paths_of(resource)
        if len(paths) == 1 and paths[0].lower().endswith(PARQUET):
            file = inside(root.folder, paths[0])
            if file is not None and is_file(file):
                files[file] = resource
    why = decodable(list(files)) if files else {}
    with tempfile.TemporaryDirectory(prefix="newsledger-") as aside:
        copies = []
        for number, (file, resource) in enumerate(files.items()):
            name = plain(paths_of(resource)[0])
            if progress is not None:
                progress(f"parquet {name}", number, len(files))
            try:
                if why[file]:
                    raise Undecodable(why[file])
                frame = read_proven(file)
            except Undecodable as problem:
                yield found("E147", f"cannot be read: {plain(problem)}", file=name)
                continue
            wrong = list(_types(frame, resource, name))
            yield from wrong
            if not wrong and (copy := _as_csv(frame, resource, Path(aside), number)) is not None:
                copies.append(copy)
        yield from _rows(root, copies, Path(aside), progress)


def _fields(resource: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    schema = resource.get("schema")
    fields = schema.get("fields") if isinstance(schema, dict) else None
    return [f for f in fields if isinstance(f, dict)] if isinstance(fields, list) else []


def _types(frame: pl.DataFrame, resource: Mapping[str, Any], name: str) -> Iterator[Finding]:
    fields = _fields(resource)
    names = [str(f.get("name")) for f in fields]
    if fields and names != frame.columns:
        odd = sorted({*names} ^ {*frame.columns})
        message = f"the columns are not those of the schema: {', '.join(odd[:5]) or 'their order differs'}"
        yield found("E147", plain(message), file=name, rule="fields")
        return
    for field, dtype in zip(fields, frame.dtypes, strict=False):
        kind = field.get("type")
        if isinstance(kind, str) and kind in FITTING and not FITTING[kind](dtype):
            message = f"is of type {dtype}, the schema states {kind}"
            yield found("E147", message, file=name, column=plain(field.get("name")), rule=f"type {kind}")


def _as_csv(
    frame: pl.DataFrame, resource: Mapping[str, Any], aside: Path, number: int
) -> dict[str, Any] | None:
    """Write a table as CSV and return its resource; None where a column is none that CSV can hold."""
    if not _fields(resource) or any(t.is_nested() or t == pl.Binary for t in frame.dtypes):
        return None
    path = aside / f"{number}.csv"
    frame.write_csv(path, datetime_format="%Y-%m-%dT%H:%M:%SZ")
    kept = {key: resource[key] for key in ("name", "schema") if key in resource}
    return kept | {"path": path.name, "encoding": "utf-8"}


def _rows(
    root: DescriptorFile, copies: list[dict[str, Any]], aside: Path, progress: Progress | None
) -> Iterator[Finding]:
    if not copies:
        return
    data = {key: root.data[key] for key in ("$schema", "name") if key in root.data} | {"resources": copies}
    described = DescriptorFile(aside / root.path.name, root.name, json.dumps(data), data)
    real = {c["path"]: plain(_path_of(root, c.get("name"))) for c in copies}
    for finding in frictionless_findings(described, progress):
        yield _renamed(finding, real)


def _path_of(root: DescriptorFile, name: Any) -> str:
    return next(paths_of(r)[0] for r in root.resources() if r.get("name") == name)


def _renamed(finding: Finding, real: Mapping[str, str]) -> Finding:
    """Return a finding about a copy as one about its Parquet file, which has rows but no lines."""
    if finding.file not in real:
        return finding
    return replace(finding, file=real[finding.file], line=None)
