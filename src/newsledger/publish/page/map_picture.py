"""Where did it happen? The map of a release as a picture, for papers and README files."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import polars as pl

from newsledger.publish.page.basemap import Box, Country, Ring, box_of, detail, world_countries
from newsledger.publish.page.palette import colour
from newsledger.publish.page.svg import FAINT, INK, LAND, LINE, SEA, number, picture, text

WIDTH, HIGHEST, LEGEND = 900, 640, 58
LABELS = 14
CELL = 10
CREDIT = "Borders: Natural Earth, simplified; they imply no opinion."


@dataclass(frozen=True, slots=True)
class _Place:
    """A circle of the map: where it stands in pixels, how many events it stands for, and what most of them
    are.
    """

    x: float
    y: float
    n: int
    event_type: str
    location: str


class _Projection:
    """Mercator, so that shapes keep their form, fitted to a width in pixels."""

    def __init__(self, box: Box) -> None:
        self.west, self.top = box.west, _mercator(box.north)
        degrees = max(box.east - box.west, (self.top - _mercator(box.south)) * WIDTH / HIGHEST)
        self.scale = WIDTH / degrees
        self.west -= (degrees - (box.east - box.west)) / 2
        self.height = round((self.top - _mercator(box.south)) * self.scale)

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where a place stands in the picture, in pixels from the upper left."""
        return (lon - self.west) * self.scale, (self.top - _mercator(lat)) * self.scale

    def seen(self) -> Box:
        """Return the box that the picture shows."""
        south = math.degrees(
            2 * math.atan(math.exp(math.radians(self.top - self.height / self.scale))) - math.pi / 2
        )
        north = math.degrees(2 * math.atan(math.exp(math.radians(self.top))) - math.pi / 2)
        return Box(self.west, south, self.west + WIDTH / self.scale, north)


def _mercator(lat: float) -> float:
    """Return the height of a latitude in degrees at the equator's scale."""
    bound = max(-85.0, min(85.0, lat))
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(bound) / 2)))


def map_picture(events: pl.DataFrame, title: str) -> str:
    """Return the map of the events as SVG: a circle per place, its area by the number of events, its colour
    that of the most frequent type; the busiest places have their name.
    """
    box = box_of(events) or Box(-180, -60, 180, 80)
    projection = _Projection(box.wider(0.12, 0.4))
    seen = projection.seen()
    clip = Box(max(seen.west, -180), seen.south, min(seen.east, 180), seen.north)
    countries = detail(clip) or world_countries()
    places = _places(events, projection)
    height = projection.height
    parts = [
        f'<rect width="{WIDTH}" height="{height}" fill="{SEA}"/>',
        *_land(countries, projection),
        *_country_names(countries, projection),
        *_circles(places),
        *_names(places),
        # covers what reaches below the map; a clip path would take as long to draw as all the rest
        f'<rect y="{height}" width="{WIDTH}" height="{LEGEND}" fill="#ffffff"/>',
        *_legend(events, height),
    ]
    return picture(WIDTH, height + LEGEND, title, parts)


def _places(events: pl.DataFrame, projection: _Projection) -> list[_Place]:
    """Return the events that fall into one cell of CELL pixels as one place, busiest first.

    It stands at the mean of its events, with their most frequent type and location.
    """
    placed = events.drop_nulls(["longitude", "latitude"]).select(
        pl.col("longitude", "latitude").cast(pl.Float64), pl.col("event_type", "location").cast(pl.String)
    )
    points = [projection.point(*point) for point in placed.select("longitude", "latitude").iter_rows()]
    pixels = pl.DataFrame(points, schema={"x": pl.Float64, "y": pl.Float64}, orient="row")
    found = (
        pl.concat([placed, pixels], how="horizontal")
        .sort("x", "y", "event_type", "location")
        .group_by((pl.col("x") // CELL).alias("column"), (pl.col("y") // CELL).alias("line"))
        .agg(
            pl.col("x", "y").mean().round(2),
            pl.len().alias("n"),
            pl.col("event_type").mode().min(),
            pl.col("location").mode().min(),
        )
        .sort("n", "column", "line", descending=[True, False, False])
    )
    return [_Place(*row) for row in found.select("x", "y", "n", "event_type", "location").iter_rows()]


def _land(countries: Sequence[Country], projection: _Projection) -> Iterator[str]:
    for country in countries:
        path = "".join(_path(ring, projection) for polygon in country.polygons for ring in polygon)
        if path:
            yield f'<path d="{path}" fill="{LAND}" stroke="{LINE}" stroke-width="0.8" fill-rule="evenodd"/>'


def _path(ring: Ring, projection: _Projection) -> str:
    """Return a ring as a path; nothing if it is smaller than a pixel."""
    points = [projection.point(*p) for p in ring]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    off = max(xs) < 0 or min(xs) > WIDTH or max(ys) < 0 or min(ys) > projection.height
    if off or (max(xs) - min(xs) < 1 and max(ys) - min(ys) < 1):
        return ""
    steps, last = [], (math.inf, math.inf)
    for x, y in points:
        if abs(x - last[0]) + abs(y - last[1]) >= 0.7:
            steps.append(f"{number(round(x, 1))} {number(round(y, 1))}")
            last = (x, y)
    return f"M{'L'.join(steps)}Z" if len(steps) > 2 else ""


def _radius(place: _Place) -> float:
    return min(26.0, 3.8 + 1.2 * math.sqrt(place.n))


def _circles(places: Sequence[_Place]) -> Iterator[str]:
    for place in places:
        yield (
            f'<circle cx="{number(place.x)}" cy="{number(place.y)}" r="{number(_radius(place))}" '
            f'fill="{colour(place.event_type)}" fill-opacity="0.75" stroke="#ffffff" stroke-width="0.8"/>'
        )


def _names(places: Sequence[_Place]) -> Iterator[str]:
    """Yield the names of the busiest places, each once, none over another or, where they are few, a circle."""
    round_it = [(p.x - 4, p.y - 4, p.x + 4, p.y + 4) for p in places[: LABELS * 4]]
    taken = round_it if len(places) <= len(round_it) else []
    named: set[str] = set()
    for place in places[: LABELS * 4]:
        words = place.location[:40]
        if len(named) == LABELS or words in named:
            continue
        width = 6.6 * len(words) + 4
        gap = _radius(place) + 4
        for anchor, x in (("start", place.x + gap), ("end", place.x - gap)):
            left = x if anchor == "start" else x - width
            room = (left, place.y - 9, left + width, place.y + 6)
            free = all(room[2] < t[0] or room[0] > t[2] or room[3] < t[1] or room[1] > t[3] for t in taken)
            if free and left > 0 and left + width < WIDTH:
                taken.append(room)
                named.add(words)
                label = text(x, place.y + 4, words, anchor=anchor)
                yield f'<g paint-order="stroke" stroke="#ffffff" stroke-width="3">{label}</g>'
                break


def _country_names(countries: Sequence[Country], projection: _Projection) -> Iterator[str]:
    """Yield the name of every country whose largest piece in sight is wide enough for it."""
    for country in countries:
        rings = [[projection.point(*p) for p in polygon[0]] for polygon in country.polygons]
        ring = max(rings, key=_area)
        words = country.name.upper()
        wide = max(p[0] for p in ring) - min(p[0] for p in ring)
        if wide > 9 * len(words):
            import shapely

            shape = shapely.make_valid(shapely.Polygon(ring))
            spot = shapely.maximum_inscribed_circle(shape, tolerance=4).coords[0]
            yield text(spot[0], spot[1], words, size=10, anchor="middle", fill=FAINT)


def _area(ring: Sequence[tuple[float, float]]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)))


def _legend(events: pl.DataFrame, top: int) -> Iterator[str]:
    kinds = (
        events["event_type"]
        .cast(pl.String)
        .value_counts()
        .sort(["count", "event_type"], descending=[True, False])
    )
    x = 10.0
    for kind, count in kinds.iter_rows():
        words = f"{kind} ({count:,})"
        yield f'<circle cx="{number(x + 5)}" cy="{top + 20}" r="5" fill="{colour(kind)}"/>'
        yield text(x + 15, top + 24, words, fill=INK)
        x += 26 + 6.4 * len(words)
    yield text(10, top + 46, CREDIT, size=10, fill=FAINT)
