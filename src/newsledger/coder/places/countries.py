"""Which countries are there, and by which names are they known? Reads `coder/places/countries.yaml` (build
time).
"""

from pathlib import Path

from newsledger.coder.places.content_files import Item, items
from newsledger.coder.places.fold import fold
from newsledger.coder.places.storage import OTHER, PRIMARY, CountryEntry, Entry
from newsledger.errors import ContentInvalid

_FIELDS = ("name", "iso2", "iso3", "iso", "geonames", "capital", "region", "latitude", "longitude", "aliases")


def load(file: Path) -> list[tuple[CountryEntry, Entry]]:
    """Return every country of the file, with the place (kind "country", geo_precision 3) that stands for it.

    Raises ContentInvalid for a malformed entry, and where two countries claim one code, or one name at one
    time.
    """
    found: list[tuple[CountryEntry, Entry]] = []
    seen: dict[str, str] = {}
    for item in items(file, "countries"):
        item.only(*_FIELDS)
        country = _country(item)
        keys = [key for key, *_ in country.names] + [country.iso2 + "!", str(country.numeric)]
        for key in keys:
            if key in seen:
                raise item.wrong("name", f"shares a name or code with {seen[key]}")
            seen[key] = country.name
        found.append((country, _place(item, country)))
    if not found:
        raise ContentInvalid("no country", file=file, field="countries")
    return found


def _country(item: Item) -> CountryEntry:
    """Return the country an entry describes."""
    name, iso2, iso3 = item.text("name"), item.text("iso2"), item.text("iso3")
    if not (len(iso2) == 2 and iso2.isalpha() and iso2.isupper()):
        raise item.wrong("iso2", "not an ISO 3166-1 code", "two capital letters")
    if not (len(iso3) == 3 and iso3.isalpha() and iso3.isupper()):
        raise item.wrong("iso3", "not an ISO 3166-1 code", "three capital letters")
    return CountryEntry(
        iso2=iso2,
        name=name,
        iso3=iso3,
        numeric=int(item.number("iso", 0, 999)),
        capital=item.text("capital", ""),
        region=item.text("region"),
        latitude=item.number("latitude", -90, 90),
        longitude=item.number("longitude", -180, 180),
        population=0,
        names=_names(item, name, iso3),
    )


def _names(item: Item, name: str, iso3: str) -> tuple[tuple[str, str, int | None, int | None], ...]:
    """Return all names of a country with their years; the first of two with one key stays."""
    names: dict[str, tuple[str, str, int | None, int | None]] = {}
    for alias in [name, *item.values.get("aliases", []), iso3]:
        text, since, until = alias, None, None
        if isinstance(alias, dict) and set(alias) <= {"name", "since", "until"}:
            text, since, until = alias.get("name"), alias.get("since"), alias.get("until")
        years = [y for y in (since, until) if y is not None]
        if not isinstance(text, str) or not fold(text) or not all(isinstance(y, int) for y in years):
            raise item.wrong("aliases", f"not a name: {alias}", "a text, or {name, since, until}")
        names.setdefault(fold(text), (fold(text), text, since, until))
    return tuple(names.values())


def _place(item: Item, country: CountryEntry) -> Entry:
    """Return the place that stands for a country as a whole."""
    place = Entry(
        id=int(item.number("geonames", 1, 10**9)),
        name=country.name,
        kind="country",
        iso2=country.iso2,
        admin1="",
        admin2="",
        latitude=country.latitude,
        longitude=country.longitude,
        population=0,
        precision=3,
    )
    for key, name, _since, _until in country.names:
        if name != country.iso3:
            place.add(key, PRIMARY if name == country.name else OTHER)
    return place
