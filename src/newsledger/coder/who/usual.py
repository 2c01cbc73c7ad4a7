"""Usual: what unnamed armed people are called where it is known who they are (coder/lexicon/who/usual.yaml)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from newsledger import errors

USUAL = "usual.yaml"
ANYWHERE = "*"
PARTS = ("groups", "unnamed", "units", "opponents", "regions", "kin", "shelling")
Table = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Usual:
    """Groups by country and tag, names of the unidentified by kind and country, regions by country and tag.

    `kin` are the nations by whose name people of a country are called, too, `shelling` the states at war along a
    border, whose forces shell what they are said to hit.
    """

    groups: Table = field(default_factory=dict)
    unnamed: Table = field(default_factory=dict)
    regions: Table = field(default_factory=dict)
    units: Table = field(default_factory=dict)
    opponents: Table = field(default_factory=dict)
    kin: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    shelling: frozenset[str] = frozenset()

    def unit(self, owner: str, tags: frozenset[str]) -> str:
        """Return what is written behind the name of the forces of `owner` with these tags, or ""."""
        names = {**self.units.get(ANYWHERE, {}), **self.units.get(owner, {})}
        return next((str(name) for tag, name in names.items() if tag in tags), "")

    def opponent(self, country: str, nation: str, day: date) -> str:
        """Return the state whose forces those of `nation` fight in `country` on `day`, or ""."""
        foes = self.opponents.get(country, {})
        return str(foes.get(nation, "")) if foes and foes["from"] <= day else ""

    def group(self, country: str, tags: frozenset[str]) -> str:
        """Return the group that people of these tags belong to in `country`, or ""."""
        return next((g for tag, g in self.groups.get(country, {}).items() if tag in tags), "")

    def template(self, kinds: tuple[str, ...], country: str) -> str:
        """Return the name of unidentified people of the first of `kinds` that has one in `country`, or ""."""
        for kind in kinds:
            names = self.unnamed.get(kind, {})
            if found := names.get(country, names.get(ANYWHERE)):
                return str(found)
        return ""

    def region(self, country: str, region: str, tags: frozenset[str]) -> bool:
        """Say whether people of these tags are called after `region` of `country`."""
        return any(tag in tags and region in names for tag, names in self.regions.get(country, {}).items())


def read_usual(document: Any, path: Path, countries: frozenset[str], groups: frozenset[str]) -> Usual:
    """Read usual.yaml; an unknown part, country or group raises `ContentInvalid`."""
    if not isinstance(document, dict) or set(document) != {"basis", *PARTS}:
        raise errors.ContentInvalid(
            "not the usual names", file=path, expected=f"basis and {', '.join(PARTS)}"
        )
    named = [(c, g) for c, tags in document["groups"].items() for g in tags.values()]
    named += [(c, "") for kinds in document["unnamed"].values() for c in kinds if c != ANYWHERE]
    named += [(c, "") for part in ("regions", "units", "opponents") for c in document[part] if c != ANYWHERE]
    named += [(c, "") for home, nations in document["kin"].items() for c in (home, *nations)]
    named += [(c, "") for c in document["shelling"]]
    for country, group in named:
        if country not in countries or (group and group not in groups):
            raise errors.ContentInvalid(
                "an unknown country or group",
                file=path,
                field=country,
                value=group or country,
                expected="names of terms/country and ids of groups",
            )
    return Usual(
        groups=document["groups"],
        unnamed=document["unnamed"],
        regions=document["regions"],
        units=document["units"],
        opponents=document["opponents"],
        kin={home: tuple(nations) for home, nations in document["kin"].items()},
        shelling=frozenset(document["shelling"]),
    )
