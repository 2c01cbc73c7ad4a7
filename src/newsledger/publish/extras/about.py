"""What do all companions of a release say about it? Title, version, licence, authors, attribution."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from newsledger.errors import PackageInvalid
from newsledger.publish.attribution import attributions, lines_of
from newsledger.publish.citation import authors, cited, suggested
from newsledger.publish.descriptor import Facts, coverage, licence
from newsledger.publish.index import DESCRIPTOR
from newsledger.publish.load import release_facts, release_name
from newsledger.publish.recipe import Recipe

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class About:
    """What a release says of itself; nothing in it is made up where the recipe is silent.

    `doi`, `publisher` and `homepage` are empty where the recipe gives none. `people` maps an author to what
    the recipe says of that contributor.
    """

    name: str
    title: str
    description: str
    version: str
    schema: str
    day: date
    licence: Mapping[str, str]
    authors: tuple[str, ...]
    people: Mapping[str, Mapping[str, Any]]
    keywords: tuple[str, ...]
    coverage: Mapping[str, Any]
    citation: str
    attributions: tuple[str, ...]
    doi: str = ""
    publisher: str = ""
    homepage: str = ""

    @property
    def licence_line(self) -> str:
        """Return the licence in one line, with its address where there is one."""
        parts = [self.licence.get("title", ""), f"({self.licence['name']})", self.licence.get("path", "")]
        return " ".join(p for p in parts if p)

    @property
    def stated(self) -> dict[str, str]:
        """Return what travels with every copy of the data: title, version, licence, attribution, citation."""
        return {
            "title": self.title,
            "version": self.version,
            "date": self.day.isoformat(),
            "schema": self.schema,
            "licence": self.licence_line,
            "attribution": " ".join(self.attributions),
            "citation": self.citation,
        }


def about(recipe: Recipe, facts: Facts) -> About:
    """Return what the companions of a release say about it."""
    return About(
        name=recipe.name,
        title=recipe.title,
        description=" ".join(recipe.description.split()),
        version=facts.version,
        schema=facts.schema,
        day=facts.day,
        licence=licence(recipe),
        authors=tuple(authors(recipe)),
        people={str(c["title"]): c for c in recipe.contributors},
        keywords=recipe.keywords,
        coverage=coverage(recipe),
        citation=suggested(recipe, facts),
        attributions=tuple(attributions(recipe, facts)),
        doi=str(recipe.citation.get("doi", "")),
        publisher=str(recipe.citation.get("publisher", "")),
        homepage=str(recipe.citation.get("url") or recipe.homepage),
    )


def about_folder(folder: Path) -> About:
    """Return what a published release says about itself, from its descriptor and its CITATION.cff.

    Raises PathMissing or PackageInvalid if the folder is no release.
    """
    facts, name = release_facts(folder), release_name(folder)
    data = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    try:
        return _stated(folder, facts, name, data)
    except (KeyError, TypeError, AttributeError) as problem:
        raise PackageInvalid(
            "is no descriptor of a release", file=folder / DESCRIPTOR, value=str(problem)
        ) from None


def _stated(folder: Path, facts: Facts, name: str, data: Mapping[str, Any]) -> About:
    told = _citation_file(folder)
    people = {str(c["title"]): c for c in data.get("contributors", [])}
    who = _authors(told, people)
    address = str(told.get("url", ""))
    doi = str(told.get("doi", ""))
    licences = data.get("licenses") or [{"name": "unknown"}]
    named = [s for s in data.get("sources", []) if "GeoNames" not in str(s.get("title"))]
    return About(
        name=name,
        title=str(data["title"]),
        description=" ".join(str(data.get("description", "")).split()),
        version=facts.version,
        schema=facts.schema,
        day=facts.day,
        licence=licences[0],
        authors=tuple(who),
        people=people,
        keywords=tuple(data.get("keywords", ())),
        coverage=data["newsledger"].get("coverage", {}),
        citation=cited(
            who,
            facts.day.year,
            data["title"],
            facts.version,
            address=f"https://doi.org/{doi}" if doi else address,
        ),
        attributions=tuple(lines_of(facts.provenance, [s for s in named if "path" in s])),
        doi=doi,
        homepage=address,
    )


def _citation_file(folder: Path) -> Mapping[str, Any]:
    path = folder / "CITATION.cff"
    if not path.is_file():
        return {}
    try:
        told = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 - a safe loader, see LOADER
    except (ValueError, yaml.YAMLError):
        raise PackageInvalid("is no YAML", file=path) from None
    return told if isinstance(told, dict) else {}


def _authors(told: Mapping[str, Any], people: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Return the authors by the names under which they are cited, else all contributors."""
    full = {(c.get("familyName"), c.get("givenName")): name for name, c in people.items()}
    found = []
    for author in told.get("authors", []):
        family, given = author.get("family-names"), author.get("given-names")
        if family is None:
            found.append(str(author.get("name", "")))
        else:
            found.append(full.get((family, given), " ".join(n for n in (given, family) if n)))
    return [name for name in found if name] or list(people)
