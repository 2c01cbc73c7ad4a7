"""How does a search engine find the dataset? schema.org's `Dataset`, as JSON-LD.

Identifiers, addresses and publishers stand there only where the recipe gives them.
"""

from collections.abc import Mapping
from typing import Any

import polars as pl

from newsledger.contract.column import Column
from newsledger.contract.load import Contract
from newsledger.publish.extras.about import About
from newsledger.publish.extras.files import FileFacts

GEONAMES = {
    "@type": "Dataset",
    "name": "GeoNames gazetteer",
    "description": "Names and coordinates of populated places and administrative units of the world.",
    "url": "https://www.geonames.org/",
    "license": "https://creativecommons.org/licenses/by/4.0/",
}


def schema_org(
    about: About, events: pl.DataFrame, contract: Contract, files: Mapping[str, FileFacts]
) -> dict[str, Any]:
    """Return the description of a release in schema.org's words; `files` are its files by path."""
    found: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": about.title,
        "alternateName": about.name,
        "description": about.description,
        "version": about.version,
        "datePublished": about.day.isoformat(),
        "inLanguage": "en",
        "license": about.licence.get("path", about.licence["name"]),
        "creator": [creator(about, name) for name in about.authors],
        "creditText": about.citation,
        "temporalCoverage": period(about),
        "variableMeasured": [_variable(c) for c in contract.tables["events"].columns],
        "distribution": [_download(path, facts) for path, facts in files.items()],
        "isBasedOn": GEONAMES,
    }
    if about.keywords:
        found["keywords"] = list(about.keywords)
    if places := _places(about, events):
        found["spatialCoverage"] = places
    if about.homepage:
        found["url"] = about.homepage
    if about.doi:
        found["identifier"] = f"https://doi.org/{about.doi}"
    if about.publisher:
        found["publisher"] = {"@type": "Organization", "name": about.publisher}
    return found


def creator(about: About, name: str) -> dict[str, Any]:
    """Return an author: a person where the recipe gives a family name, else a body."""
    told = about.people.get(name, {})
    found: dict[str, Any] = {"@type": "Person" if "familyName" in told else "Organization", "name": name}
    for theirs, ours in (
        ("givenName", "givenName"),
        ("familyName", "familyName"),
        ("path", "url"),
        ("email", "email"),
    ):
        if theirs in told:
            found[ours] = told[theirs]
    return found


def period(about: About) -> str:
    """Return the days that the dataset covers, as ISO 8601 writes an interval."""
    return f"{about.coverage['from']}/{about.coverage.get('to', '..')}"


def box(events: pl.DataFrame) -> tuple[float, float, float, float] | None:
    """Return west, south, east and north edge of all events in degrees; None if there are none."""
    if not events.height:
        return None
    edges = events.select(
        w=pl.col("longitude").min(),
        s=pl.col("latitude").min(),
        e=pl.col("longitude").max(),
        n=pl.col("latitude").max(),
    )
    west, south, east, north = edges.row(0)
    return west, south, east, north


def _places(about: About, events: pl.DataFrame) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [
        {"@type": "Country", "name": name} for name in about.coverage.get("countries", ())
    ]
    if edges := box(events):
        west, south, east, north = edges
        shape = {"@type": "GeoShape", "box": f"{south} {west} {north} {east}"}
        found.append({"@type": "Place", "name": "Extent of the events", "geo": shape})
    return found


def _variable(column: Column) -> dict[str, str]:
    found = {"@type": "PropertyValue", "name": column.name, "description": column.description}
    if column.unit:
        found["unitText"] = column.unit
    return found


def _download(path: str, facts: FileFacts) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "name": path,
        "contentUrl": path,
        "encodingFormat": facts.mediatype,
        "contentSize": f"{facts.size} B",
        "sha256": facts.sha256,
    }
