"""Which documents travel with the data? README, codebook, coding rules, citation, licence and checksums."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import polars as pl

from newsledger.contract.codebook import codebook, coding_rules
from newsledger.contract.load import Contract
from newsledger.publish.attribution import attributions
from newsledger.publish.citation import citation_file
from newsledger.publish.descriptor import Facts, licence
from newsledger.publish.difference import Difference
from newsledger.publish.readme import readme
from newsledger.publish.recipe import Recipe
from newsledger.validation.sameness import file_hash

SUMS, RULES = "SHA256SUMS", "CODING-RULES.md"
_LICENCES = Path(__file__).parent / "licences"


def documents(
    recipe: Recipe, facts: Facts, tables: Mapping[str, pl.DataFrame], found: Difference, contract: Contract
) -> dict[str, str]:
    """Return the documents of a release by file name, all but the checksums, which need the files."""
    rows = {name: contract.tables[name].row for name in facts.counts}
    return {
        "README.md": readme(recipe, facts, tables, found, rows),
        "CODEBOOK.md": codebook(contract, RULES),
        RULES: coding_rules(contract.version),
        "CITATION.cff": citation_file(recipe, facts),
        "LICENSE": licence_text(recipe, facts),
    }


def licence_text(recipe: Recipe, facts: Facts) -> str:
    """Return the text of LICENSE: whose the data are, what the sources of places ask for, and the full licence
    where we have it.
    """
    ours = licence(recipe)
    who = ", ".join(str(c["title"]) for c in recipe.contributors)
    address = f"\n{ours['path']}" if "path" in ours else ""
    full = _full_text(ours["name"])
    parts = [
        f"{recipe.title}\nby {who}\n\nThe data and documents of this release are licensed under:\n"
        f"{ours.get('title', ours['name'])} ({ours['name']}){address}",
        "Places and coordinates are taken from the GeoNames gazetteer, https://www.geonames.org/,\n"
        "licensed under Creative Commons Attribution 4.0 International,\n"
        "https://creativecommons.org/licenses/by/4.0/. Changes: places were selected, names normalised,\n"
        "and points added for areas that GeoNames does not have. GeoNames data come without warranty\n"
        "of accuracy, timeliness or completeness.",
        "\n".join(attributions(recipe, facts)),
    ]
    if full:
        parts.append(f"{'=' * 72}\n\n{full.strip()}")
    return "\n\n".join(parts) + "\n"


@cache
def _full_text(name: str) -> str:
    path = _LICENCES / f"{name}.txt"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def checksums(folder: Path) -> str:
    """Return SHA256SUMS in the form of coreutils, over every file of a release folder but itself."""
    files = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    return "".join(f"{file_hash(folder / name)}  {name}\n" for name in files if name != SUMS)
