"""How is the gazetteer kept? The tables of `gazetteer.sqlite` and their deterministic writing.

The same places give the same bytes: rows are inserted in the order of their keys into a fresh file of fixed
page size, and nothing of the time or the machine is written.
"""

import sqlite3
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

# The kinds of places. Those before "capital" are offered first (`Gazetteer.find`): a country, and the places
# of the overlay, which an expert has put there; "admin2" comes last.
KINDS = (
    "country", "region", "border", "corridor", "hill", "camp", "crossing", "sea", "island", "dam", "base",
    "capital", "settlement", "admin1", "district-seat", "village", "admin2", "quarter",
)  # fmt: skip
# A first-level unit weighs as much as a town with 1/20 of its people: Florida is the state, Aleppo the city.
UNIT_SHARE = 20
SCALE = 100_000  # coordinates are kept as integers of 1e-5 degree, the resolution of GeoNames

# What a name is to its place: the name to publish, a form of it (no article, no generic word), another name,
# a romanisation skeleton.
PRIMARY, FORM, OTHER, LOOSE = 0, 1, 2, 3
LOOSE_MARK = "~"  # keeps skeleton keys apart from exact ones
DIRECTION_MARK = (
    "^"  # and the names of units that are but directions ("Nord"), which only other words make names
)

_TABLES = """
create table meta (key text primary key, value text not null) without rowid;
create table country (
    iso2 text primary key, name text not null, iso3 text not null, numeric integer not null,
    capital text not null, region text not null,
    latitude integer not null, longitude integer not null, population integer not null
) without rowid;
create table country_name (
    key text not null, iso2 text not null, name text not null, since integer, until integer,
    primary key (key, iso2)) without rowid;
create table admin (n integer primary key, name text not null);
create table place (
    id integer primary key, name text not null, kind integer not null, iso2 text not null,
    admin1 integer not null, admin2 integer not null, latitude integer not null, longitude integer not null,
    population integer not null, precision integer not null, mid_latitude integer, mid_longitude integer,
    seat integer
);
create table filter (bits blob not null);
create table name (key text not null, place integer not null, rank integer not null,
    primary key (key, place)) without rowid;
"""

# Which keys there are, as a bitmap by hash: a look-up of a name that nothing bears need not touch the tables.
FILTER_BITS = 1 << 23  # 1 MB; of other names one in 17 passes


def bit_of(key: str) -> tuple[int, int]:
    """Return the byte of the filter in which a key has its bit, and the mask of that bit."""
    number = zlib.crc32(key.encode()) & (FILTER_BITS - 1)
    return number >> 3, 1 << (number & 7)


def filter_of(keys: Iterable[str]) -> bytes:
    """Return the bitmap of all keys."""
    bits = bytearray(FILTER_BITS // 8)
    for key in keys:
        byte, mask = bit_of(key)
        bits[byte] |= mask
    return bytes(bits)


@dataclass(slots=True)
class Entry:
    """A place on its way into the gazetteer: what `Place` says, and `names` as key → what the name is to the
    place.
    """

    id: int
    name: str
    kind: str
    iso2: str
    admin1: str
    admin2: str
    latitude: float
    longitude: float
    population: int
    precision: int
    middle: tuple[float, float] | None = None
    seat: int | None = None
    names: dict[str, int] = field(default_factory=dict)

    def add(self, key: str, rank: int) -> None:
        """Let the place be found by `key`; the closer of two ranks stays. An empty key is passed over."""
        if key:
            self.names[key] = min(rank, self.names.get(key, rank))


@dataclass(frozen=True, slots=True)
class CountryEntry:
    """A country on its way into the gazetteer; `names` are (key, name, first year, last year), years None if
    open.
    """

    iso2: str
    name: str
    iso3: str
    numeric: int
    capital: str
    region: str
    latitude: float
    longitude: float
    population: int
    names: tuple[tuple[str, str, int | None, int | None], ...]


def scaled(degrees: float) -> int:
    """Return degrees as the integer that the file keeps."""
    return round(degrees * SCALE)


def write(
    path: Path, entries: Iterable[Entry], countries: Iterable[CountryEntry], meta: dict[str, str]
) -> None:
    """Write a gazetteer to `path`, replacing what is there only once it is whole.

    Two entries with one id are a mistake of the caller: sqlite3.IntegrityError.
    """
    aside = path.with_name(path.name + ".new")
    aside.unlink(missing_ok=True)
    places = sorted(entries, key=lambda e: e.id)
    connection = sqlite3.connect(aside, isolation_level=None)
    try:
        connection.execute("pragma page_size = 4096")
        connection.execute("pragma encoding = 'UTF-8'")
        connection.execute("pragma journal_mode = off")
        connection.execute("pragma synchronous = off")
        connection.execute("begin")
        for statement in _TABLES.split(";"):
            connection.execute(statement)
        _fill(connection, places, sorted(countries, key=lambda c: c.iso2), meta)
        connection.execute("commit")
        connection.execute("vacuum")
    finally:
        connection.close()
    aside.replace(path)


def _fill(
    connection: sqlite3.Connection, places: list[Entry], countries: list[CountryEntry], meta: dict[str, str]
) -> None:
    """Insert all rows, each table in the order of its key."""
    units = sorted({p.admin1 for p in places} | {p.admin2 for p in places} | {""})
    number = {name: n for n, name in enumerate(units)}
    kind = {name: n for n, name in enumerate(KINDS)}
    connection.executemany("insert into meta values (?, ?)", sorted(meta.items()))
    connection.executemany(
        "insert into country values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                c.iso2,
                c.name,
                c.iso3,
                c.numeric,
                c.capital,
                c.region,
                scaled(c.latitude),
                scaled(c.longitude),
                c.population,
            )
            for c in countries
        ),
    )
    aliases = {(key, c.iso2): (name, since, until) for c in countries for key, name, since, until in c.names}
    connection.executemany(
        "insert into country_name values (?, ?, ?, ?, ?)",
        ((*key, *rest) for key, rest in sorted(aliases.items())),
    )
    connection.executemany("insert into admin values (?, ?)", enumerate(units))
    connection.executemany(
        "insert into place values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (p.id, p.name, kind[p.kind], p.iso2, number[p.admin1], number[p.admin2], scaled(p.latitude))
            + (scaled(p.longitude), p.population, p.precision)
            + ((scaled(p.middle[0]), scaled(p.middle[1])) if p.middle else (None, None))
            + (p.seat,)
            for p in places
        ),
    )
    connection.execute("insert into filter values (?)", (filter_of(k for p in places for k in p.names),))
    connection.executemany(
        "insert into name values (?, ?, ?)",
        sorted((key, p.id, rank) for p in places for key, rank in p.names.items()),
    )
