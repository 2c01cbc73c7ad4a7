"""What is this? Tells a release, a package, a dataset, a schema, articles and a table apart.

The validation itself is put together in `newsledger.pipeline.validate`, since articles are judged by the reader
that reads them.
"""

import json
import re
from pathlib import Path
from typing import Literal

import polars as pl

from newsledger.errors import PathMissing, UsageError
from newsledger.validation.descriptor_file import DescriptorUnreadable, read_descriptor
from newsledger.validation.lint import OURS
from newsledger.validation.parquet_files import Undecodable, read_parquet
from newsledger.validation.remains import is_torn

Kind = Literal[
    "package", "descriptor", "releases", "dataset", "schema", "schemas", "articles", "table", "archive"
]
DESCRIPTOR = "datapackage.json"
INDEX = "index.json"
RECIPE = "dataset.yaml"
PARQUET = "parquet"
TABLES = (".csv", ".tsv", ".parquet")
RECORDS = (".jsonl", ".ndjson")
TEXTS = (".md", ".markdown", ".txt", ".html", ".htm")
HEADER = 1_000_000
LARGEST_JSON = 256_000_000
_VERSION = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")
SCHEMA_KEYS = frozenset({"fields", "primaryKey", "foreignKeys", "uniqueKeys", "missingValues"})
_DESCRIPTIVE = SCHEMA_KEYS | {"resources", "path", "data"}
_WANTED = "a release or its ZIP, a data package, a table of events, articles, a dataset, or a schema"


def kind_of(path: Path) -> Kind:
    """Return what lies at `path`.

    A folder with datapackage.json or that file is a package, and so is a release that has lost it; with
    dataset.yaml or that file, a dataset; with index.json or that file, a root of releases; with events.yaml
    and terms/, a version of the contract, and the folder above it, all versions. A `.json` that names
    resources, a path or fields is a descriptor, a `.zip` the archive of a package. A table or list of records
    that has the columns id and text holds articles, like a folder of text files.

    Raises PathMissing if there is nothing, UsageError if it is nothing that can be validated.
    """
    if _is(path, "dir"):
        return _of_folder(path)
    if not _is(path, "file"):
        if _is(path, "there"):
            raise UsageError("is neither a file nor a folder", file=path, expected=_WANTED)
        raise PathMissing("there is nothing to validate", file=path)
    by_name: dict[str, Kind] = {RECIPE: "dataset", INDEX: "releases", DESCRIPTOR: "package"}
    ending = path.suffix.lower()
    if path.name in by_name:
        return by_name[path.name]
    if ending == ".json" and (kind := _json_kind(path)) is not None:
        return kind
    if ending in RECORDS + TEXTS:
        return "articles"
    if ending == ".zip":
        return "archive"
    if ending in TABLES:
        return "articles" if is_articles_table(path) else "table"
    raise UsageError("is nothing that can be validated", file=path, expected=_WANTED)


def whole(path: Path) -> Path:
    """Return what `path` is to be validated as: for the Parquet descriptor of a release of ours, the release.

    The Parquet files are the other half of a release, and are proven equal to its CSV files.
    """
    folder = path if path.name != DESCRIPTOR else path.parent
    if folder.name != PARQUET or not (_is_ours(folder / DESCRIPTOR) and _is_ours(folder.parent / DESCRIPTOR)):
        return path
    return folder.parent if path is folder else folder.parent / DESCRIPTOR


def _is_ours(descriptor: Path) -> bool:
    try:
        return _is(descriptor, "file") and OURS in read_descriptor(descriptor).data
    except DescriptorUnreadable:
        return False


def _is(path: Path, what: Literal["dir", "file", "there"]) -> bool:
    try:
        return {"dir": path.is_dir, "file": path.is_file, "there": path.exists}[what]()
    except (OSError, ValueError):
        return False


def _of_folder(path: Path) -> Kind:
    by_file: dict[str, Kind] = {DESCRIPTOR: "package", RECIPE: "dataset", INDEX: "releases"}
    for name, kind in by_file.items():
        if _is(path / name, "file"):
            return kind
    if is_contract(path):
        return "schema"
    if is_torn(path):
        return "package"
    try:
        if any(_VERSION.fullmatch(p.name) and is_contract(p) for p in path.iterdir()):
            return "schemas"
        for file in path.rglob("*"):
            if _is(file, "file") and _holds_articles(file):
                return "articles"
    except OSError as problem:
        raise UsageError(f"cannot be read: {problem.strerror}", file=path) from None
    raise UsageError("is no folder that can be validated", file=path, expected=_WANTED)


def _holds_articles(file: Path) -> bool:
    ending = file.suffix.lower()
    if ending == ".json":
        return _json_kind(file) == "articles"
    return ending in TEXTS + RECORDS or (ending in TABLES and is_articles_table(file))


def is_contract(path: Path) -> bool:
    """Return whether a folder looks like a version of the contract."""
    return _is(path / "events.yaml", "file") and _is(path / "terms", "dir")


def _json_kind(path: Path) -> Kind | None:
    """Return what a `.json` holds; what cannot be read is left to the reader of articles, which says why."""
    try:
        if path.stat().st_size > LARGEST_JSON:
            return "articles"
        loaded = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return "articles"
    if isinstance(loaded, dict):
        if "text" in loaded:
            return "articles"
        return "descriptor" if _DESCRIPTIVE & set(loaded) else None
    if isinstance(loaded, list) and (not loaded or any(isinstance(v, dict) and "text" in v for v in loaded)):
        return "articles"
    return None


def is_articles_table(path: Path) -> bool:
    """Return whether a table has the columns id and text."""
    if path.suffix.lower() == ".parquet":
        try:
            columns = set(_parquet_columns(path))
        except Undecodable:
            return False
        return {"id", "text"} <= columns
    try:
        with path.open("rb") as file:
            header = file.readline(HEADER).decode("utf-8", errors="replace").removeprefix("\ufeff")
    except OSError:
        return False
    return {"id", "text"} <= {c.strip().strip('"') for c in re.split(r"[,;\t]", header)}


def _parquet_columns(path: Path) -> list[str]:
    frame: pl.DataFrame = read_parquet(path)
    return frame.columns
