"""How does a machine find its way in a release? The two descriptors, Data Package version 2.

The root one describes the CSV files and passes frictionless' own command. The Parquet files have one of their
own, because frictionless refuses them as soon as `bytes` are stated or an integer may be missing; our reader
checks it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from newsledger.contract.load import Contract
from newsledger.contract.tableschema import table_schema
from newsledger.publish.recipe import Recipe
from newsledger.publish.write import csv_path, parquet_path
from newsledger.validation.sameness import file_hash

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
DIALECT_PROFILE = "https://datapackage.org/profiles/2.0/tabledialect.json"
DIALECT = {
    "$schema": DIALECT_PROFILE,
    "header": True,
    "delimiter": ",",
    "lineTerminator": "\n",
    "quoteChar": '"',
    "doubleQuote": True,
}
GEONAMES = {"title": "GeoNames gazetteer, CC BY 4.0", "path": "https://www.geonames.org/"}
LICENCES = {
    "CC-BY-4.0": (
        "Creative Commons Attribution 4.0 International",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    "CC0-1.0": ("Creative Commons Zero 1.0 Universal", "https://creativecommons.org/publicdomain/zero/1.0/"),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the descriptors and documents of a release say about it."""

    version: str
    day: date
    change_class: str
    previous: str | None
    schema: str
    content_hash: str
    table_hashes: Mapping[str, str]
    counts: Mapping[str, int]
    gates: Mapping[str, str] = field(default_factory=dict)
    provenance: Mapping[str, Any] = field(default_factory=dict)


def csv_descriptor(
    recipe: Recipe, facts: Facts, contract: Contract, folder: Path, sources: list[str]
) -> dict[str, Any]:
    """Return the root `datapackage.json` of the CSV files that lie in `folder`; `sources` are those of the
    articles.
    """
    resources = []
    for name in facts.counts:
        path = csv_path(name)
        resources.append(
            {
                **_resource(name, path, contract),
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": (folder / path).stat().st_size,
                "hash": f"sha256:{file_hash(folder / path)}",
                "dialect": DIALECT,
                "schema": table_schema(contract.tables[name], contract),
            }
        )
    return _package(recipe, facts, sources, "csv") | {"resources": resources}


def parquet_descriptor(
    recipe: Recipe, facts: Facts, contract: Contract, folder: Path, sources: list[str]
) -> dict[str, Any]:
    """Return `parquet/datapackage.json` of the Parquet files that lie in `folder`; it states no `bytes`."""
    resources = []
    for name in facts.counts:
        path = parquet_path(name)
        resources.append(
            {
                **_resource(name, path.removeprefix("parquet/"), contract),
                "format": "parquet",
                "mediatype": "application/vnd.apache.parquet",
                "hash": f"sha256:{file_hash(folder / path)}",
                "schema": table_schema(contract.tables[name], contract),
            }
        )
    return _package(recipe, facts, sources, "parquet") | {"resources": resources}


def _resource(name: str, path: str, contract: Contract) -> dict[str, Any]:
    table = contract.tables[name]
    return {
        "name": name,
        "type": "table",
        "title": table.title,
        "description": table.description,
        "path": path,
    }


def licence(recipe: Recipe) -> dict[str, str]:
    """Return the recipe's licence with name, title and address, the last two filled in where they are
    known.
    """
    title, path = LICENCES.get(recipe.licence["name"], ("", ""))
    found = {
        "name": recipe.licence["name"],
        "path": recipe.licence.get("path", path),
        "title": recipe.licence.get("title", title),
    }
    return {key: value for key, value in found.items() if value}


def _package(recipe: Recipe, facts: Facts, sources: list[str], form: str) -> dict[str, Any]:
    package: dict[str, Any] = {
        "$schema": PROFILE,
        "name": recipe.name,
        "title": recipe.title,
        "description": recipe.description,
        "version": facts.version,
        "created": f"{facts.day.isoformat()}T00:00:00Z",
    }
    if recipe.homepage:
        package["homepage"] = recipe.homepage
    if recipe.keywords:
        package["keywords"] = list(recipe.keywords)
    package["licenses"] = [licence(recipe)]
    package["contributors"] = [dict(c) for c in recipe.contributors]
    package["sources"] = [*([dict(s) for s in recipe.sources] or [{"title": s} for s in sources]), GEONAMES]
    package["newsledger"] = {
        "form": form,
        "schema": facts.schema,
        "class": facts.change_class,
        "previous": facts.previous,
        "content_hash": facts.content_hash,
        "counts": dict(facts.counts),
        "content_hashes": dict(facts.table_hashes),
        "coverage": coverage(recipe),
        "scope": recipe.scope,
        "gates": [{"gate": gate, "reason": reason} for gate, reason in facts.gates.items()],
        "provenance": dict(facts.provenance),
    }
    return package


def coverage(recipe: Recipe) -> dict[str, Any]:
    """Return what the recipe covers: `from`, and `to` and `countries` where they are limited."""
    found: dict[str, Any] = {"from": recipe.coverage_from.isoformat()}
    if recipe.coverage_to is not None:
        found["to"] = recipe.coverage_to.isoformat()
    if recipe.countries:
        found["countries"] = list(recipe.countries)
    return found
