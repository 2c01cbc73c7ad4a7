"""What would a DOI say? DataCite's metadata (schema 4), without a DOI where the recipe has none.

Whoever registers a DOI hands this over as it is; nothing in it has to be written again.
"""

from typing import Any

import polars as pl

from newsledger.publish.extras.about import About
from newsledger.publish.extras.schema_org import box, period

UNKNOWN = ":unav"
"""DataCite's own word for a value that nobody has stated."""
SPDX = frozenset({"CC-BY-4.0", "CC0-1.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "ODbL-1.0", "PDDL-1.0"})


def datacite(about: About, events: pl.DataFrame) -> dict[str, Any]:
    """Return the metadata of a release in DataCite's JSON (kernel 4)."""
    found: dict[str, Any] = {
        "schemaVersion": "http://datacite.org/schema/kernel-4",
        "identifiers": [{"identifierType": "DOI", "identifier": about.doi}] if about.doi else [],
        "creators": [_creator(about, name) for name in about.authors],
        "titles": [{"title": about.title, "lang": "en"}],
        "publisher": {"name": about.publisher or UNKNOWN},
        "publicationYear": str(about.day.year),
        "types": {"resourceTypeGeneral": "Dataset", "resourceType": "Conflict event data"},
        "language": "en",
        "version": about.version,
        "dates": [
            {"date": about.day.isoformat(), "dateType": "Issued"},
            {"date": period(about).removesuffix(".."), "dateType": "Coverage"},
        ],
        "rightsList": [_rights(about)],
        "descriptions": [
            {"description": about.description, "descriptionType": "Abstract", "lang": "en"},
            {"description": " ".join(about.attributions), "descriptionType": "Other", "lang": "en"},
        ],
        "relatedIdentifiers": [
            {
                "relatedIdentifier": "https://www.geonames.org/",
                "relatedIdentifierType": "URL",
                "relationType": "IsDerivedFrom",
                "resourceTypeGeneral": "Dataset",
            }
        ],
        "formats": ["text/csv", "application/vnd.apache.parquet"],
        "sizes": [f"{events.height} events"],
    }
    if about.keywords:
        found["subjects"] = [{"subject": k, "lang": "en"} for k in about.keywords]
    if places := _places(about, events):
        found["geoLocations"] = places
    if about.homepage:
        found["url"] = about.homepage
    return found


def _creator(about: About, name: str) -> dict[str, Any]:
    told = about.people.get(name, {})
    if "familyName" not in told:
        return {"name": name}
    found: dict[str, Any] = {"nameType": "Personal", "familyName": told["familyName"]}
    if "givenName" in told:
        found["givenName"] = told["givenName"]
    parts = [str(told["familyName"]), str(told.get("givenName", ""))]
    found["name"] = ", ".join(p for p in parts if p)
    if "organization" in told:
        found["affiliation"] = [{"name": told["organization"]}]
    return found


def _rights(about: About) -> dict[str, str]:
    found = {"rights": about.licence.get("title", about.licence["name"])}
    if "path" in about.licence:
        found["rightsUri"] = about.licence["path"]
    if about.licence["name"] in SPDX:
        found |= {
            "rightsIdentifier": about.licence["name"],
            "rightsIdentifierScheme": "SPDX",
            "schemeUri": "https://spdx.org/licenses/",
        }
    return found


def _places(about: About, events: pl.DataFrame) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [{"geoLocationPlace": name} for name in about.coverage.get("countries", ())]
    if edges := box(events):
        west, south, east, north = edges
        names = ("westBoundLongitude", "southBoundLatitude", "eastBoundLongitude", "northBoundLatitude")
        found.append({"geoLocationBox": dict(zip(names, (west, south, east, north), strict=True))})
    return found
