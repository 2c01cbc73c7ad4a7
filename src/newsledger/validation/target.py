"""What is this, and is it right? Finds out what a path is and validates it."""

from collections.abc import Callable
from pathlib import Path

import polars as pl

from newsledger.contract.load import load_contract
from newsledger.errors import PathMissing, UsageError
from newsledger.validation.articles import check_articles
from newsledger.validation.dialect import read_dialect
from newsledger.validation.documents import check_document
from newsledger.validation.events import check_events
from newsledger.validation.findings import Findings, plain
from newsledger.validation.kinds import found
from newsledger.validation.package import DESCRIPTOR, INDEX, check_package

RECIPE = "dataset.yaml"
TABLES = (".csv", ".parquet")
RECORDS = (".jsonl", ".ndjson")
Progress = Callable[[str, int, int], None]


def validate(path: Path, schema: str | None = None, progress: Progress | None = None) -> Findings:
    """Return what is wrong with what lies at `path`.

    A folder with datapackage.json or that file: a package, ours or anyone's. A folder with dataset.yaml or
    that file: a recipe with its corrections, articles and releases. A folder with index.json: all its
    releases. A `.csv` or `.parquet`: events, reports or articles, told apart by their columns. A `.jsonl`:
    articles. `schema` names the contract's version, else the newest or the one stated.

    Raises PathMissing if there is nothing, UsageError if it is nothing that can be validated or `schema` is
    unknown.
    """
    if schema is not None:
        load_contract(schema)
    if not path.exists():
        raise PathMissing("there is nothing to validate", file=path)
    if path.is_dir():
        return _folder(path, schema, progress)
    if path.name == RECIPE:
        return check_dataset(path.parent, schema, progress)
    if path.suffix == ".json" and path.name != INDEX:
        if path.name != DESCRIPTOR:
            raise UsageError("is no data package", file=path, expected=DESCRIPTOR)
        return check_package(path.parent, schema=schema, progress=progress)
    if path.name == INDEX:
        return check_releases(path.parent, schema, progress)
    if path.suffix.lower() in RECORDS:
        return check_articles(path, schema)
    if path.suffix.lower() in TABLES:
        return (
            check_articles(path, schema) if _is_articles(path) else check_events(path, load_contract(schema))
        )
    raise UsageError(
        "is nothing that can be validated", file=path, expected="a release, a dataset, events or articles"
    )


def _folder(path: Path, schema: str | None, progress: Progress | None) -> Findings:
    if (path / DESCRIPTOR).is_file():
        return check_package(path, schema=schema, progress=progress)
    if (path / RECIPE).is_file():
        return check_dataset(path, schema, progress)
    if (path / INDEX).is_file():
        return check_releases(path, schema, progress)
    raise UsageError(
        "is no folder that can be validated",
        file=path,
        expected=f"one with {DESCRIPTOR}, {RECIPE} or {INDEX}",
    )


def _is_articles(path: Path) -> bool:
    """A table of articles has their text."""
    if path.suffix.lower() == ".parquet":
        try:
            columns = set(pl.read_parquet_schema(path))
        except (pl.exceptions.PolarsError, OSError):
            return False
    else:
        with path.open("rb") as file:
            header = file.readline(1_000_000).decode("utf-8", errors="replace")
        columns = {c.strip().strip('"') for c in header.split(",")}
    return {"id", "text"} <= columns


def check_releases(root: Path, schema: str | None = None, progress: Progress | None = None) -> Findings:
    """Return what is wrong with every release of a releases root, and where its index does not list them."""
    findings = Findings()
    folders = sorted(p for p in root.iterdir() if (p / DESCRIPTOR).is_file() and not p.name.startswith("."))
    for folder in folders:
        inner = check_package(folder, schema=schema, progress=progress)
        findings.extend(_within(inner, folder.name))
    listed = _listed(root / INDEX)
    for name in sorted(listed - {f.name for f in folders}):
        findings.add(found("E148", f"the release {plain(name)} is in the index and not there", file=INDEX))
    for name in sorted({f.name for f in folders} - listed):
        findings.add(found("E148", f"the release {plain(name)} is not in the index", file=INDEX))
    return findings


def _listed(index: Path) -> set[str]:
    import json

    try:
        return {str(r["version"]) for r in json.loads(index.read_text(encoding="utf-8"))["releases"]}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _within(findings: Findings, folder: str) -> Findings:
    """Return findings whose files are named from one folder further up."""
    from dataclasses import replace

    moved = [replace(f, file=f"{folder}/{f.file}") for f in findings]
    return Findings(moved, [f"{folder}/{c}" for c in findings.checked])


def check_dataset(folder: Path, schema: str | None = None, progress: Progress | None = None) -> Findings:
    """Return what is wrong with a dataset: recipe, corrections, tables of articles, and its releases."""
    findings = Findings()
    recipe, wrong = check_document(folder / RECIPE, "dataset", schema)
    findings.extend(wrong)
    findings.looked_at(str(folder / RECIPE))
    corrections = folder / str((recipe or {}).get("corrections", "corrections.yaml")) if not wrong else None
    if corrections is not None and corrections.is_file():
        findings.extend(check_document(corrections, "corrections", schema)[1])
        findings.looked_at(str(corrections))
    if not wrong and recipe is not None:
        named = recipe["articles"]
        for name in [named] if isinstance(named, str) else named:
            findings.extend(_articles(folder, name, schema))
    if (folder / "releases" / INDEX).is_file():
        findings.extend(_within(check_releases(folder / "releases", None, progress), "releases"))
    return findings


def _articles(folder: Path, name: str, schema: str | None) -> Findings:
    path, findings = folder / name, Findings()
    if not path.exists() or not path.resolve().is_relative_to(folder.resolve()):
        findings.add(
            found(
                "E160", f"articles: {plain(name)} is not in the dataset's folder", file=str(folder / RECIPE)
            )
        )
        return findings
    files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
    for file in files:
        if file.suffix.lower() in RECORDS or (file.suffix.lower() in TABLES and _is_articles(file)):
            findings.extend(check_articles(file, schema))
        elif file.suffix.lower() == ".csv" and file.name == "articles.csv":
            findings.extend(read_dialect(file, str(file), strict=False).findings)
    return findings
