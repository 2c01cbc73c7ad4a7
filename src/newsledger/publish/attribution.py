"""Whom does a release owe thanks? The lines that its sources of places ask for, and those of the recipe."""

from collections.abc import Iterable, Mapping
from typing import Any

from newsledger.publish.descriptor import Facts
from newsledger.publish.recipe import Recipe

GEONAMES = "Contains data from GeoNames (geonames.org), CC BY 4.0, modified."


def attributions(recipe: Recipe, facts: Facts) -> list[str]:
    """Return the lines of attribution: that of the gazetteer, which always names GeoNames, then the sources
    that the recipe lists.
    """
    return lines_of(facts.provenance, recipe.sources)


def lines_of(provenance: Mapping[str, Any], sources: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the lines of attribution for what a release states: `provenance`, and the recipe's `sources`."""
    stated = provenance.get("gazetteer", {})
    line = str(stated.get("attribution", "")) if isinstance(stated, Mapping) else ""
    lines = [line] if "GeoNames" in line else [GEONAMES, *([line] if line else [])]
    for source in sources:
        parts = [str(source["title"]), str(source.get("version", "")), str(source.get("path", ""))]
        lines.append(f"Source: {', '.join(p for p in parts if p)}")
    return lines
