"""A small world for the tests of places: a gazetteer of few names, and sentences as the engine makes them."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from newsledger.coder.places.fold import fold, skeleton
from newsledger.coder.places.gazetteer import Gazetteer
from newsledger.coder.places.storage import LOOSE, LOOSE_MARK, OTHER, PRIMARY, CountryEntry, Entry, write
from newsledger.coder.spans import Entry as LexiconEntry
from newsledger.coder.spans import Sentence, Span
from newsledger.coder.where.context import PlaceContext
from newsledger.coder.words import split_words

# country: iso2, name, iso3, numeric, capital, latitude, longitude, adjective
COUNTRIES = (
    ("AM", "Armenia", "ARM", 51, "Yerevan", 40.1, 45.0, "armenian"),
    ("AZ", "Azerbaijan", "AZE", 31, "Baku", 40.5, 47.7, "azerbaijani"),
    ("UA", "Ukraine", "UKR", 804, "Kyiv", 49.0, 32.0, "ukrainian"),
    ("US", "United States", "USA", 840, "Washington", 39.8, -98.5, "american"),
    ("FR", "France", "FRA", 250, "Paris", 46.0, 2.0, "french"),
    ("SV", "El Salvador", "SLV", 222, "San Salvador", 13.8, -88.9, "salvadoran"),
    ("MX", "Mexico", "MEX", 484, "Mexico City", 23.0, -102.0, "mexican"),
    ("GE", "Georgia", "GEO", 268, "Tbilisi", 42.0, 43.5, "georgian"),
)
# place: name, kind, iso2, admin1, admin2, latitude, longitude, population, precision, other names
PLACES: tuple[tuple[str, str, str, str, str, float, float, int, int, tuple[str, ...]], ...] = (
    ("Goris", "settlement", "AM", "Syunik", "", 39.51, 46.34, 17592, 1, ()),
    ("Kapan", "settlement", "AM", "Syunik", "", 39.20, 46.41, 30000, 1, ()),
    ("Jermuk", "settlement", "AM", "Vayots Dzor", "", 39.84, 45.67, 4095, 1, ()),
    ("Sotk", "settlement", "AM", "Gegharkunik", "", 40.20, 45.87, 930, 1, ()),
    ("Yerevan", "capital", "AM", "Yerevan", "", 40.18, 44.51, 1093485, 1, ()),
    ("Syunik", "admin1", "AM", "Syunik", "", 39.20, 46.41, 100000, 3, ()),
    ("Baku", "capital", "AZ", "Baku", "", 40.38, 49.89, 1116513, 1, ()),
    ("Kalbajar", "settlement", "AZ", "Kalbajar", "", 40.11, 46.04, 8400, 1, ("Kelbajar",)),
    ("Lachin", "settlement", "AZ", "Lachin", "", 39.64, 46.55, 2300, 1, ()),
    ("Lachin", "admin1", "AZ", "Lachin", "", 39.64, 46.55, 2300, 3, ()),
    ("Lachin corridor", "corridor", "AZ", "Lachin", "", 39.60, 46.53, 0, 2, ()),
    ("Armenia-Azerbaijan border area", "border", "AM", "", "", 39.9, 45.9, 0, 3, ()),
    ("Armenia-Azerbaijan border area", "border", "AZ", "", "", 39.9, 46.0, 0, 3, ()),
    ("Kyiv", "capital", "UA", "Kyiv City", "", 50.45, 30.52, 2952301, 1, ("Kiev",)),
    ("Kherson", "settlement", "UA", "Kherson", "", 46.64, 32.61, 283649, 1, ()),
    ("Kherson", "admin1", "UA", "Kherson", "", 46.64, 32.61, 593927, 3, ()),
    ("Donetsk", "settlement", "UA", "Donetsk", "", 48.02, 37.80, 901645, 1, ()),
    ("Donetsk", "admin1", "UA", "Donetsk", "", 48.02, 37.80, 6660173, 3, ()),
    ("Bakhmut", "settlement", "UA", "Donetsk", "", 48.59, 38.00, 77000, 1, ()),
    ("Paris", "capital", "FR", "Ile-de-France", "", 48.85, 2.35, 2138551, 1, ()),
    ("Paris", "settlement", "US", "Texas", "Lamar", 33.66, -95.56, 24782, 1, ()),
    ("Texas", "admin1", "US", "Texas", "", 29.76, -95.36, 22266440, 3, ()),
    ("Georgia", "admin1", "US", "Georgia", "", 33.75, -84.39, 4835606, 3, ()),
    ("Atlanta", "settlement", "US", "Georgia", "", 33.75, -84.39, 498715, 1, ()),
    ("Lamar", "admin2", "US", "Texas", "Lamar", 33.66, -95.56, 40000, 2, ("Lamar County",)),
    ("Lincoln", "settlement", "US", "Nebraska", "", 40.80, -96.67, 291082, 1, ()),
    ("Manassas", "settlement", "US", "Virginia", "", 38.75, -77.48, 41764, 1, ()),
    ("Virginia", "admin1", "US", "Virginia", "", 37.54, -77.43, 8000000, 3, ()),
    ("Manchester", "settlement", "US", "Virginia", "", 37.5, -77.4, 5000, 1, ()),
    ("Well", "settlement", "US", "Virginia", "", 37.6, -77.5, 900, 1, ()),
    ("San Salvador", "capital", "SV", "San Salvador", "", 13.69, -89.19, 525990, 1, ()),
    ("San Miguel", "settlement", "SV", "San Miguel", "", 13.48, -88.18, 161880, 1, ()),
    ("San Miguel", "settlement", "MX", "Guanajuato", "", 20.91, -100.74, 72000, 1, ()),
    ("San Miguel", "admin1", "SV", "San Miguel", "", 13.48, -88.18, 400000, 3, ()),
    ("al-Karim", "settlement", "AM", "Yerevan", "", 40.30, 44.60, 9000, 1, ()),
    ("Tal az-Zahr", "settlement", "AM", "Yerevan", "", 40.31, 44.70, 9000, 1, ()),
    ("Malatia", "settlement", "AM", "Yerevan", "", 40.17, 44.44, 120000, 1, ()),
    ("Peace", "settlement", "US", "Virginia", "", 37.7, -77.6, 700, 1, ()),
    ("Dunmore", "settlement", "US", "Virginia", "", 37.9, -77.9, 800, 1, ()),
)  # fmt: skip


@pytest.fixture(scope="session")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    """A gazetteer of the places above."""
    path: Path = tmp_path_factory.mktemp("places") / "gazetteer.sqlite"
    countries = [
        CountryEntry(i2, name, i3, n, capital, "Somewhere", lat, lon, 0, ((fold(name), name, None, None),))
        for i2, name, i3, n, capital, lat, lon, _ in COUNTRIES
    ]
    entries = []
    for number, row in enumerate(COUNTRIES, start=1):
        entry = Entry(number, row[1], "country", row[0], "", "", row[5], row[6], 0, 3)
        entry.add(fold(row[1]), PRIMARY)
        entries.append(entry)
    for number, (name, kind, iso2, admin1, admin2, lat, lon, people, precision, others) in enumerate(
        PLACES, start=100
    ):
        entry = Entry(number, name, kind, iso2, admin1, admin2, lat, lon, people, precision)
        entry.add(fold(name), PRIMARY)
        if (name, kind) == ("Texas", "admin1"):
            entry.middle = 31.5, -99.4
        if iso2 == "UA":
            entry.add(LOOSE_MARK + skeleton(name), LOOSE)
        for other in others:
            entry.add(fold(other), OTHER)
        entries.append(entry)
    write(path, entries, countries, {"format": "1", "version": "test", "attribution": "none"})
    with Gazetteer.open(path) as opened:
        yield opened


def nations(sentence: Sentence) -> list[Span]:
    """Return spans for the countries of the small world, as the lexicon pass gives them."""
    spans: list[Span] = []
    for _, name, _, _, capital, _, _, adjective in COUNTRIES:
        for phrase, tag in ((name, "name"), (adjective, "demonym"), (capital, "capital")):
            words = phrase.lower().split()
            entry = LexiconEntry("country", name, "word", frozenset({tag}))
            spans.extend(
                Span(i, i + len(words), entry)
                for i in range(len(sentence.words) - len(words) + 1)
                if sentence.words.norm[i : i + len(words)] == words
            )
    return spans


Sentences = Callable[..., list[Sentence]]
Contexts = Callable[..., PlaceContext]


@pytest.fixture(scope="session")
def make() -> Sentences:
    """Make sentences of texts, with country spans unless `bare`."""

    def build(*texts: str, bare: bool = False) -> list[Sentence]:
        found = [Sentence(split_words(text), 0, n) for n, text in enumerate(texts)]
        for sentence in found:
            sentence.take([] if bare else nations(sentence))
        return found

    return build


@pytest.fixture(scope="session")
def context(gazetteer: Gazetteer, make: Sentences) -> Contexts:
    """Make the context of an article of the given sentences."""

    def build(
        *texts: str, upper: bool = False, dateline: str = "", coverage: Sequence[str] = (), bare: bool = False
    ) -> PlaceContext:
        sentences = make(*texts, bare=bare)
        return PlaceContext.build(sentences, gazetteer, upper=upper, dateline=dateline, coverage=coverage)

    return build
