"""How is a release cited? CITATION.cff and the line in the README."""

import json
from collections.abc import Iterator, Sequence

from newsledger.publish.descriptor import LICENCES, Facts, licence
from newsledger.publish.recipe import Recipe


def authors(recipe: Recipe) -> list[str]:
    """Return whom to cite: the recipe's citation, else its contributors."""
    return list(recipe.citation.get("authors", [])) or [str(c["title"]) for c in recipe.contributors]


def suggested(recipe: Recipe, facts: Facts) -> str:
    """Return the suggested citation, with version, and DOI or address where the recipe gives one."""
    told = recipe.citation
    address = str(told.get("url") or recipe.homepage)
    return cited(
        authors(recipe),
        facts.day.year,
        recipe.title,
        facts.version,
        publisher=str(told.get("publisher", "")),
        address=f"https://doi.org/{told['doi']}" if told.get("doi") else address,
    )


def cited(
    who: Sequence[str], year: int, title: str, version: str, *, publisher: str = "", address: str = ""
) -> str:
    """Return a citation of a release in one line, in the order that DataCite recommends."""
    parts = [f"{', '.join(who)} ({year}).", f"{title} (version {version}) [Data set]."]
    if publisher:
        parts.append(f"{publisher}.")
    if address:
        parts.append(address)
    return " ".join(parts)


def citation_file(recipe: Recipe, facts: Facts) -> str:
    """Return CITATION.cff (Citation File Format 1.2.0) of a release."""
    return "\n".join(_lines(recipe, facts)) + "\n"


def _lines(recipe: Recipe, facts: Facts) -> Iterator[str]:
    yield "cff-version: 1.2.0"
    yield "type: dataset"
    yield "message: If you use these data, please cite them with their version."
    yield f"title: {_quoted(recipe.title)}"
    yield f"version: {_quoted(facts.version)}"
    yield f"date-released: {_quoted(facts.day.isoformat())}"
    if licence(recipe)["name"] in LICENCES:
        yield f"license: {licence(recipe)['name']}"
    elif "path" in licence(recipe):
        yield f"license-url: {_quoted(licence(recipe)['path'])}"
    if doi := recipe.citation.get("doi"):
        yield f"doi: {_quoted(doi)}"
    if url := recipe.citation.get("url") or recipe.homepage:
        yield f"url: {_quoted(url)}"
    yield f"abstract: {_quoted(' '.join(recipe.description.split()))}"
    if recipe.keywords:
        yield "keywords:"
        yield from (f"  - {_quoted(k)}" for k in recipe.keywords)
    yield "authors:"
    people = {str(c["title"]): c for c in recipe.contributors}
    for name in authors(recipe):
        person = people.get(name, {})
        if "familyName" in person:
            yield f"  - family-names: {_quoted(person['familyName'])}"
            if "givenName" in person:
                yield f"    given-names: {_quoted(person['givenName'])}"
        else:
            yield f"  - name: {_quoted(name)}"


def _quoted(text: str) -> str:
    """Return text as a YAML scalar; JSON's quoted strings are YAML."""
    return json.dumps(str(text), ensure_ascii=False)
