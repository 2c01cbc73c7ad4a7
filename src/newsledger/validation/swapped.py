"""Were latitude and longitude swapped? Said only where both ways of reading a point leave no doubt."""

from collections.abc import Iterator, Mapping

import polars as pl

from newsledger.validation.borders import POINT, kilometres, known_borders
from newsledger.validation.words import Asked, Failing, Word

STEEPEST = 90.0
"""Degrees; a longitude beyond it can be no latitude."""


def not_swapped(asked: Asked) -> Iterator[Failing]:
    """A point must not lie far from its country if it lies in it with latitude and longitude swapped.

    `using: {km: 100}` says how far. Borders are simplified and some are disputed, so a point outside alone is
    only a warning (`in_country`); that the swapped point lies inside as well is no accident.
    """
    km = kilometres(asked)
    if not asked.has(*POINT):
        return
    borders = known_borders(asked)
    distinct = (
        asked.frame.select(POINT)
        .drop_nulls()
        .unique(maintain_order=True)
        .filter(pl.col("country").is_in(sorted(borders.countries)), pl.col("longitude").abs() <= STEEPEST)
    )
    as_told = borders.near(distinct.select("longitude", "latitude").to_numpy().astype(float), km)
    turned = borders.near(distinct.select("latitude", "longitude").to_numpy().astype(float), 0)
    swapped = [
        country not in told and country in other
        for country, told, other in zip(distinct["country"], as_told, turned, strict=True)
    ]
    wrong = distinct.filter(pl.Series(swapped, dtype=pl.Boolean))
    yield Failing("latitude", asked.frame.join(wrong, on=POINT, how="semi", maintain_order="left"))


WORDS: Mapping[str, Word] = {"not_swapped": not_swapped}
