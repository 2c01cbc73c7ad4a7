"""Does a point lie in its country, and in its unit? Words of the checks that hold coordinates against borders.

The borders are simplified and include territorial waters; areas that two states claim belong to both
(`border_source.py`). A point outside is therefore a warning, never an error, and only from some distance on.
"""

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import polars as pl

from newsledger.content import checks_folder
from newsledger.errors import ContentInvalid
from newsledger.validation.border_source import NAME
from newsledger.validation.words import Asked, Failing, Word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

KM_PER_DEGREE = 111.2
CORNERS = 24  # of the polygon that stands for a circle around a point
POLE = 85  # degrees; no event lies nearer to a pole, where a circle of degrees is none
POINT = ("country", "latitude", "longitude")


@dataclass(frozen=True, slots=True)
class Borders:
    """The areas of all countries in a tree, the names of the countries of each area, and the boxes of units."""

    tree: Any
    owners: tuple[frozenset[str], ...]
    countries: frozenset[str]
    units: Mapping[str, Mapping[str, Sequence[float]]]

    def near(self, points: "NDArray[np.float64]", km: float) -> list[set[str]]:
        """Return the countries that lie within `km` kilometres of each point; `points` is (n, 2), lon and lat."""
        rounds = circles(points, km) if km else _points(points)
        found: list[set[str]] = [set() for _ in range(len(points))]
        for at, area in self.tree.query(rounds, predicate="intersects").T.tolist():
            found[at] |= self.owners[area]
        return found


def _points(points: "NDArray[np.float64]") -> Any:
    import shapely

    return shapely.points(points)


def circles(points: "NDArray[np.float64]", km: float) -> Any:
    """Return polygons for circles of `km` kilometres around points (n, 2) of lon and lat, in degrees."""
    import numpy as np
    import shapely

    turns = np.linspace(0, 2 * np.pi, CORNERS + 1)
    tall = km / KM_PER_DEGREE
    wide = tall / np.cos(np.radians(np.clip(points[:, 1], -POLE, POLE)))
    lon = points[:, :1] + wide[:, None] * np.cos(turns)
    lat = points[:, 1:] + tall * np.sin(turns)
    return shapely.polygons(np.stack([lon, lat], axis=-1))


@cache
def load_borders(countries: tuple[tuple[str, str], ...]) -> Borders:
    """Return the borders of `validation/checks/borders.json.gz`; `countries` are (iso3, name) of the contract.

    Raises ContentInvalid if the file is missing or damaged.
    """
    import shapely

    path = checks_folder() / NAME
    names = dict(countries)
    try:
        document = json.loads(gzip.decompress(path.read_bytes()))
        rows = [(a["of"], a["polygons"]) for a in document["areas"]]
        shapes = [shapely.MultiPolygon([(p[0], p[1:]) for p in polygons]) for _, polygons in rows]
        owners = tuple(frozenset(names[c] for c in of if c in names) for of, _ in rows)
        return Borders(shapely.STRtree(shapes), owners, frozenset().union(*owners), document["units"])
    except (OSError, ValueError, KeyError, TypeError, EOFError) as problem:
        raise ContentInvalid(f"cannot be read: {' '.join(str(problem).split())}", file=path) from None


def known_borders(asked: Asked) -> Borders:
    """Return the borders, by the names that the contract of a check has for countries."""
    terms = asked.contract.terms["country"]
    return load_borders(tuple((str(t.data["iso3"]), t.value) for t in terms))


def in_country(asked: Asked) -> Iterator[Failing]:
    """A point must lie in its country or within `using: {km: 10}` of it; countries without a border are free.

    The message may name `there`, the countries in which the point does lie.
    """
    km = kilometres(asked)
    if not asked.has(*POINT):
        return
    borders = known_borders(asked)
    known = pl.col("country").is_in(sorted(borders.countries))
    distinct = asked.frame.select(POINT).drop_nulls().unique(maintain_order=True).filter(known)
    points = distinct.select("longitude", "latitude").to_numpy().astype(float)
    near = borders.near(points, km)
    outside = distinct.filter(
        pl.Series([c not in near[n] for n, c in enumerate(distinct["country"])], dtype=pl.Boolean)
    )
    there = borders.near(outside.select("longitude", "latitude").to_numpy().astype(float), 0)
    named = [" or ".join(sorted(names)) or "no country" for names in there]
    rows = asked.frame.join(
        outside.with_columns(there=pl.Series(named, dtype=pl.String)), on=POINT, how="inner"
    )
    yield Failing("latitude", rows)


def in_unit(asked: Asked) -> Iterator[Failing]:
    """A point must lie in the box around the places of its admin1, or within `using: {km: 50}` of it.

    Units that the gazetteer does not know are free.
    """
    km = kilometres(asked)
    if not asked.has(*POINT, "admin1"):
        return
    boxes = [
        {"country": country, "admin1": unit, "west": b[0], "south": b[1], "east": b[2], "north": b[3]}
        for country, units in known_borders(asked).units.items()
        for unit, b in units.items()
    ]
    edges = pl.DataFrame(
        boxes,
        schema={"country": pl.String, "admin1": pl.String}
        | dict.fromkeys(("west", "south", "east", "north"), pl.Float64),
    )
    rows = asked.frame.join(edges, on=["country", "admin1"], how="inner", maintain_order="left")
    tall = pl.lit(km / KM_PER_DEGREE)
    wide = tall / pl.col("latitude").clip(-POLE, POLE).radians().cos()
    lat, lon = pl.col("latitude"), pl.col("longitude")
    inside = lat.is_between(pl.col("south") - tall, pl.col("north") + tall) & lon.is_between(
        pl.col("west") - wide, pl.col("east") + wide
    )
    yield Failing("admin1", rows.filter((~inside).fill_null(value=False)))


def kilometres(asked: Asked) -> float:
    """Return the distance of `using: {km: 10}`; ContentInvalid if it is none."""
    km = asked.using.get("km")
    if isinstance(km, bool) or not isinstance(km, int | float) or km < 0:
        raise ContentInvalid("is no distance", field="using.km", value=km, expected="kilometres")
    return float(km)


WORDS: Mapping[str, Word] = {"in_country": in_country, "in_unit": in_unit}
