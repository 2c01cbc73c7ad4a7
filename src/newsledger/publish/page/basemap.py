"""What lies under the events? Countries from Natural Earth: the whole earth, thinned, and a finer piece where
the events are.

The geometry is TopoJSON, written by assets/basemap/build.mjs; `detail` cuts the finer one to the events' box.
"""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import polars as pl

FOLDER = Path(__file__).parent / "assets" / "basemap"
SCALE = 1000
"""Points of the finer piece are in thousandths of a degree, about 100 m."""
WIDEST = 60.0
"""A box wider or higher than this many degrees is well served by the thinned earth."""
SMALLEST_SIDE = 3.0
Ring = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in degrees."""

    west: float
    south: float
    east: float
    north: float

    def wider(self, share: float, degrees: float = 0.0) -> "Box":
        """Return the box with a margin of `share` of its sides and `degrees` on each side, kept on the map."""
        x = (self.east - self.west) * share + degrees
        y = (self.north - self.south) * share + degrees
        return Box(
            max(self.west - x, -180.0),
            max(self.south - y, -85.0),
            min(self.east + x, 180.0),
            min(self.north + y, 85.0),
        )


@dataclass(frozen=True, slots=True)
class Country:
    """A country's name and its polygons, each a list of rings of (longitude, latitude), the outer one first."""

    name: str
    polygons: tuple[tuple[Ring, ...], ...]


def box_of(events: pl.DataFrame) -> Box | None:
    """Return the box of the events that have coordinates, at least three degrees wide and high; None if none
    has.
    """
    points = events.select("longitude", "latitude").drop_nulls().cast(pl.Float64)
    if points.is_empty():
        return None
    west, east = points["longitude"].min(), points["longitude"].max()
    south, north = points["latitude"].min(), points["latitude"].max()
    assert isinstance(west, float)
    assert isinstance(east, float)
    assert isinstance(south, float)
    assert isinstance(north, float)
    x = max(0.0, SMALLEST_SIDE - (east - west)) / 2
    y = max(0.0, SMALLEST_SIDE - (north - south)) / 2
    return Box(west - x, south - y, east + x, north + y)


@cache
def world() -> dict[str, Any]:
    """Return the thinned earth as TopoJSON, its object `countries` with their names."""
    loaded: dict[str, Any] = json.loads((FOLDER / "world.json").read_text(encoding="utf-8"))
    return loaded


@cache
def world_countries() -> tuple[Country, ...]:
    """Return the countries of the thinned earth."""
    return tuple(_countries(world()))


@cache
def _fine_countries() -> tuple[Country, ...]:
    return tuple(_countries(json.loads(gzip.decompress((FOLDER / "detail.json.gz").read_bytes()))))


@lru_cache(maxsize=4)
def detail(box: Box) -> tuple[Country, ...]:
    """Return the countries of the finer map as far as they lie in `box`; nothing where the box is too wide."""
    if box.east - box.west > WIDEST or box.north - box.south > WIDEST:
        return ()
    found = []
    for country in _fine_countries():
        pieces = [
            piece for polygon in country.polygons if _meets(polygon[0], box) for piece in _cut(polygon, box)
        ]
        if pieces:
            found.append(Country(country.name, tuple(pieces)))
    return tuple(found)


def packed_detail(box: Box) -> dict[str, Any]:
    """Return `detail` as the page takes it: the box, and of each country its name and its polygons, whose
    rings are differences of longitude and latitude, one after the other, in thousandths of a degree.
    """
    return {
        "box": [box.west, box.south, box.east, box.north],
        "countries": [
            {"name": c.name, "polygons": [[_packed(ring) for ring in polygon] for polygon in c.polygons]}
            for c in detail(box)
        ],
    }


def _packed(ring: Ring) -> list[int]:
    packed: list[int] = []
    last = (0, 0)
    for lon, lat in ring:
        point = (round(lon * SCALE), round(lat * SCALE))
        if point != last or not packed:
            packed += (point[0] - last[0], point[1] - last[1])
            last = point
    return packed


def _meets(ring: Ring, box: Box) -> bool:
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return max(xs) >= box.west and min(xs) <= box.east and max(ys) >= box.south and min(ys) <= box.north


def _cut(polygon: tuple[Ring, ...], box: Box) -> Iterator[tuple[Ring, ...]]:
    """Yield what of a polygon lies in a box."""
    import shapely

    whole = shapely.make_valid(shapely.Polygon(polygon[0], polygon[1:]))
    piece = shapely.clip_by_rect(whole, box.west, box.south, box.east, box.north)
    for part in shapely.get_parts(piece):
        if part.geom_type == "Polygon" and not part.is_empty:
            rings = (part.exterior, *part.interiors)
            yield tuple(tuple((x, y) for x, y in ring.coords) for ring in rings)


def _countries(topology: dict[str, Any]) -> Iterator[Country]:
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    for shape in topology["objects"]["countries"]["geometries"]:
        if "arcs" in shape:
            polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
            name = shape["properties"]["name"]
            yield Country(name, tuple(tuple(_ring(ring, arcs) for ring in polygon) for polygon in polygons))


def _arc(steps: Sequence[Sequence[int]], transform: dict[str, Any]) -> list[tuple[float, float]]:
    (kx, ky), (x0, y0) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step in steps:
        x, y = x + step[0], y + step[1]
        points.append((x * kx + x0, y * ky + y0))
    return points


def _ring(indices: Sequence[int], arcs: Sequence[list[tuple[float, float]]]) -> Ring:
    """Return the points of a ring; a negative index is an arc taken backwards (TopoJSON 2.1.4)."""
    points: list[tuple[float, float]] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return points
