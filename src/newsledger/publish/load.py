"""What does a published release hold? Its facts and its tables, in the contract's types."""

import json
import re
from datetime import date
from pathlib import Path

import polars as pl

from newsledger.contract.load import load_contract
from newsledger.errors import PackageInvalid, PathMissing, UsageError
from newsledger.publish.descriptor import Facts
from newsledger.publish.index import DESCRIPTOR
from newsledger.publish.version import parts
from newsledger.publish.write import parquet_path, read_parquet

NAME = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
"""The names of datasets, as dataset.schema.json has them."""


def release_facts(folder: Path) -> Facts:
    """Return what a release's descriptor says of it; PathMissing or PackageInvalid if it is no release."""
    path = folder / DESCRIPTOR
    if not path.is_file():
        raise PathMissing("is no release", file=folder, expected=f"a folder with {DESCRIPTOR}")
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        ours = data["newsledger"]
        parts(data["version"])  # it becomes the name of files
        return Facts(
            version=str(data["version"]),
            day=date.fromisoformat(data["created"][:10]),
            change_class=str(ours["class"]),
            previous=ours["previous"],
            schema=str(ours["schema"]),
            content_hash=str(ours["content_hash"]),
            table_hashes=dict(ours["content_hashes"]),
            counts={str(name): int(count) for name, count in ours["counts"].items()},
            gates={g["gate"]: g["reason"] for g in ours["gates"]},
            provenance=dict(ours["provenance"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, UsageError) as problem:
        raise PackageInvalid("is no descriptor of a release", file=path, value=str(problem)) from None


def release_name(folder: Path) -> str:
    """Return the name of the dataset that a release is of; PathMissing or PackageInvalid if it is no release."""
    release_facts(folder)
    path = folder / DESCRIPTOR
    name = json.loads(path.read_text(encoding="utf-8")).get("name")
    if not isinstance(name, str) or not NAME.fullmatch(name):  # it becomes the name of files, too
        raise PackageInvalid(
            "is no name of a dataset", file=path, field="name", value=name, expected="as sahel-2024"
        )
    return name


def load_release(folder: Path) -> dict[str, pl.DataFrame]:
    """Return the tables of a release by name, in the types of the contract it was published under.

    Raises PathMissing if the folder is no release or lacks a table, PackageInvalid if a table cannot be read.
    """
    facts = release_facts(folder)
    contract = load_contract(facts.schema)
    tables = {}
    for name in facts.counts:
        path = folder / parquet_path(name)
        if name not in contract.tables:
            raise PackageInvalid("states a table that the contract does not know", file=folder, value=name)
        if not path.is_file():
            raise PathMissing("a table of the release is missing", file=path)
        tables[name] = read_parquet(path, contract.tables[name])
    return tables
