"""Which places bear this name? Look-up in `coder/places/gazetteer.sqlite`, read-only, without loading it.

Uses nothing but the standard library. One instance may serve several threads.
"""

import hashlib
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, NamedTuple, Self

from newsledger import content
from newsledger.coder.places.fold import ARTICLE_STARTS, bare, fold, skeleton
from newsledger.coder.places.storage import DIRECTION_MARK, FORM, KINDS, LOOSE_MARK, SCALE, UNIT_SHARE, bit_of
from newsledger.errors import ContentInvalid, PathMissing

OURS = -(1 << 31)  # the least id of a place of the overlay; those of registers lie below it
MAPPED = 1 << 27  # bytes of the file that are read in place and not copied page by page
REMEMBERED = 32_768  # answers kept per instance; articles ask for the same names again and again

_FIND = """
select p.id, p.name, p.kind, p.iso2, p.admin1, p.admin2, p.latitude, p.longitude, p.population, p.precision,
    n.rank, p.mid_latitude, p.mid_longitude, p.seat
from name n cross join place p on p.id = n.place
where n.key = ?
"""
_PLACE = (
    _FIND.replace("n.rank", "0")
    .replace("name n cross join place p on p.id = n.place", "place p")
    .replace("n.key", "p.id")
)
_COUNTRIES = """
select iso2, name, iso3, numeric, capital, region, latitude, longitude, population from country order by name
"""


_SAINT = re.compile(r"(?<= )St\.? (?=[A-Z])")  # inside a name: "East St. Louis"
CITY_STATES = frozenset({"GI", "HK", "MC", "MO", "SG", "VA"})  # a row in them is in the city
SMALL = 30_000  # people of a capital that stands behind larger towns of its name
# As the Philippine press shortens them, with a stop that the key of a name leaves out.
SAINTS = {"sta": "Santa", "sto": "Santo"}
DOT = (".",)

_EVEN = frozenset({"settlement", "admin1", "district-seat", "village", "quarter"})
_RANK = {kind: KINDS.index("settlement" if kind in _EVEN else kind) for kind in KINDS}


class Place(NamedTuple):
    """A place that a name may stand for.

    `id` is the GeoNames id, or negative for a place of ours; `name` is the name to publish; `kind` is one of
    `storage.KINDS`; `country` is the name of the country in terms/country; degrees are EPSG:4326;
    `population` is in people, 0 if unknown; `precision` is the geo_precision (coding-rules 4) that a row at
    this place gets by default: 1 a settlement, 2 an approximate point, 3 a region. `primary` says that the
    name asked for is the place's own name and not another one. The point of a first- or second-level unit is
    its seat, where rows are put; `seat` is the id of that town and `middle` the middle of the unit (latitude,
    longitude), where lists of toponyms put it; both are None for other places.
    """

    id: int
    name: str
    kind: str
    country: str
    iso2: str
    admin1: str
    admin2: str
    latitude: float
    longitude: float
    population: int
    precision: int
    primary: bool
    middle: tuple[float, float] | None = None
    seat: int | None = None

    @property
    def is_ours(self) -> bool:
        """Say whether an expert has put the place into the overlay (its id is a 31-bit hash, below zero)."""
        return OURS <= self.id < 0


@dataclass(frozen=True, slots=True)
class Country:
    """A country: `name` as in terms/country, ISO 3166 codes, capital, region (coding-rules 7), a point within
    it.
    """

    name: str
    iso2: str
    iso3: str
    iso: int
    capital: str
    region: str
    latitude: float
    longitude: float
    population: int


def standing(place: Place) -> tuple[bool, int, int, int]:
    """Return the key by which matches are sorted: own name first, then kind, then people, then id; it is
    total.

    Countries and places of the overlay come first, but the city before a state that is one; then capitals, of which
    small ones (Plymouth, Montserrat) count as towns; then towns and first-level units by their people (a unit counts
    for 1/UNIT_SHARE of its own), then second-level units.
    """
    kind, people = place.kind, place.population
    rank = _RANK["settlement" if kind == "capital" and people < SMALL else kind]
    if kind == "country" and place.iso2 in CITY_STATES:
        rank = len(_RANK)
    if kind == "admin1":
        people //= UNIT_SHARE
    return (not place.primary, rank, -people, place.id)


class Gazetteer:
    """All places and countries, found by name."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection
        self._lock = Lock()
        connection.execute(f"pragma mmap_size = {MAPPED}")
        self._bits = self._filter()
        self._units = [spaced(name) for (name,) in connection.execute("select name from admin order by n")]
        self._countries = {c.iso2: c for c in self._all_countries()}
        self._named = {c.name: c for c in self._countries.values()}
        self._find = lru_cache(REMEMBERED)(self._look_up)
        self._lengths = lru_cache(REMEMBERED)(self._look_up_lengths)
        self._country = lru_cache(REMEMBERED)(self._look_up_country)

    @classmethod
    def open(cls, path: Path | None = None) -> Self:
        """Open a gazetteer file, by default the one that is shipped.

        Raises PathMissing if there is none, and ContentInvalid if the file is not a gazetteer.
        """
        path = (content.coder_folder() / "places" / "gazetteer.sqlite") if path is None else path
        if not path.is_file():
            raise PathMissing("there is no gazetteer", file=path, expected="a file built by `make gazetteer`")
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            return cls(path, sqlite3.connect(uri, uri=True, check_same_thread=False))
        except sqlite3.DatabaseError as fault:
            raise ContentInvalid(f"not a gazetteer: {fault}", file=path) from fault

    def close(self) -> None:
        """Close the file; the instance is of no use afterwards."""
        self._connection.close()

    def __enter__(self) -> Self:
        """Return itself, to be closed at the end of a `with` block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    def find(self, name: str, country: str | None = None, *, loose: bool = False) -> tuple[Place, ...]:
        """Return the places called `name`, the best first (`standing`), only those of `country` if one is
        given.

        Spellings are levelled by `fold`; if nothing has that key, the name is tried without its Arabic
        article, and under `loose` by its romanisation skeleton, which wants other evidence. `country` is a
        name of terms/country; an unknown one has no places.
        """
        return self._find(name, country, loose)

    def lengths(self, tokens: tuple[str, ...], glued: tuple[bool, ...]) -> tuple[int, ...]:
        """Return how many of the tokens, from the first on, make a name that a place bears, the most first.

        A name ends in a capitalised token; `glued` says of each token but the first whether a hyphen leads to it.
        """
        return self._lengths(tokens, glued)

    def alike(self, name: str) -> tuple[Place, ...]:
        """Return the places of this name in any romanisation, the best first; only other evidence makes one of them
        the place that is meant.
        """
        found = {row[0]: row for key in reversed(_keys(name, True)) for row in self._rows(_FIND, key)}
        return tuple(sorted(map(self._place, found.values()), key=standing))

    def units_called(self, name: str) -> tuple[Place, ...]:
        """Return the units that are called by a direction only ("Nord", "Centre"), which `find` does not return.

        Such a word names a unit only where the text says so, as in brackets behind a place.
        """
        key = DIRECTION_MARK + fold(name)
        return (
            tuple(sorted(map(self._place, self._rows(_FIND, key)), key=standing))
            if self._may_hold(key)
            else ()
        )

    def place(self, number: int) -> Place | None:
        """Return the place with this id, matched by its own name, or None."""
        rows = self._rows(_PLACE, number)
        return self._place(rows[0]) if rows else None

    def country(self, name: str, year: int | None = None) -> Country | None:
        """Return the country of this name, alias, ISO 3166 code of three letters, or historical name, or
        None.

        With a `year`, a historical name counts only in the years in which it was used ("Zaire": 1971-1997).
        """
        return self._country(name, year)

    def countries(self) -> tuple[Country, ...]:
        """Return all countries, by name."""
        return tuple(self._named[name] for name in sorted(self._named))

    def version(self) -> str:
        """Return the version of the data: its sources and their editions."""
        return str(self._rows("select value from meta where key = ?", "version")[0][0])

    def attribution(self) -> str:
        """Return the line that every release names its geographic sources with."""
        return str(self._rows("select value from meta where key = ?", "attribution")[0][0])

    def sha256(self) -> str:
        """Return the hash of the file, in hexadecimal; reads it whole."""
        with self._path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()

    def _rows(self, query: str, value: object) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._connection.execute(query, (value,)).fetchall()

    def _filter(self) -> bytes:
        """Return the bitmap of the keys, or nothing for a file without one."""
        if not self._rows("select 1 from sqlite_master where name = ?", "filter"):
            return b""
        return bytes(self._connection.execute("select bits from filter").fetchone()[0])

    def _may_hold(self, key: str) -> bool:
        """Say whether a key may be in the file; a "no" is certain."""
        byte, mask = bit_of(key)
        return not self._bits or bool(self._bits[byte] & mask)

    def _all_countries(self) -> list[Country]:
        rows = self._connection.execute(_COUNTRIES).fetchall()
        return [
            Country(name, iso2, iso3, numeric, capital, region, lat / SCALE, lon / SCALE, population)
            for iso2, name, iso3, numeric, capital, region, lat, lon, population in rows
        ]

    def _place(self, row: tuple[Any, ...]) -> Place:
        (
            number,
            name,
            kind,
            iso2,
            admin1,
            admin2,
            lat,
            lon,
            people,
            precision,
            rank,
            mid_lat,
            mid_lon,
            seat,
        ) = row
        return Place(
            number,
            spaced(name),
            KINDS[kind],
            self._countries[iso2].name,
            iso2,
            self._units[admin1],
            self._units[admin2],
            lat / SCALE,
            lon / SCALE,
            people,
            precision,
            rank <= FORM,
            None if mid_lat is None else (mid_lat / SCALE, mid_lon / SCALE),
            seat,
        )

    def _look_up(self, name: str, country: str | None, loose: bool) -> tuple[Place, ...]:
        iso2 = ""
        if country is not None:
            known = self._named.get(country)
            if known is None:
                return ()
            iso2 = known.iso2
        for key in filter(self._may_hold, _keys(name, loose)):
            rows = [r for r in self._rows(_FIND, key) if not iso2 or r[3] == iso2]
            if rows:
                found = [self._place(row) for row in rows]
                return tuple(sorted(found, key=standing) if len(found) > 1 else found)
        return ()

    def _look_up_lengths(self, tokens: tuple[str, ...], glued: tuple[bool, ...]) -> tuple[int, ...]:
        ends = (n for n in range(len(tokens), 0, -1) if tokens[n - 1][0].isupper())
        return tuple(n for n in ends if self.find(written(tokens[:n], glued[: n - 1])))

    def _look_up_country(self, name: str, year: int | None) -> Country | None:
        rows = self._rows(
            "select iso2, since, until from country_name where key = ? order by iso2", fold(name)
        )
        for iso2, since, until in rows:
            if year is None or ((since or 0) <= year <= (until or year)):
                return self._countries[iso2]
        return None


def spaced(name: str) -> str:
    """Return a name with single spaces, which GeoNames lacks in a few ("Bogotá  D.C.")."""
    return " ".join(name.split()) if "  " in name else name


def written(tokens: Sequence[str], glued: Sequence[bool]) -> str:
    """Return the tokens of a name as it is looked up: glued ones by hyphens, no space before the stop of "St."."""
    out = SAINTS.get(tokens[0].lower(), tokens[0]) if tuple(tokens[1:2]) == DOT else tokens[0]
    for text, joined in zip(tokens[1:], glued, strict=True):
        out += text if text in {".", "'s"} else f"-{text}" if joined else f" {text}"
    return out


def _keys(name: str, loose: bool) -> list[str]:
    """Return the keys to try for a name, the closest first, each once."""
    key = fold(name)
    keys = [key] if key else []
    if (whole := _SAINT.sub("Saint ", name)) != name:
        keys.append(fold(whole))
    if key[:1] in ARTICLE_STARTS and (rest := bare(name)) and rest != key:
        keys.append(rest)
    if loose and (shape := skeleton(name)):
        keys.append(LOOSE_MARK + shape)
    return keys
