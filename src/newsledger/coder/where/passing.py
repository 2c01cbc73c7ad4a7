"""Which places are named in passing, in names of other things, or as continents and oceans? For lists of toponyms."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from newsledger import content, errors
from newsledger.coder.lexicon import read_yaml
from newsledger.coder.places.gazetteer import Place
from newsledger.coder.spans import Sentence
from newsledger.coder.where.context import PlaceContext
from newsledger.coder.where.cues import shipped_cues
from newsledger.coder.where.people import surnames
from newsledger.coder.where.runs import capitals
from newsledger.coder.words import phrase


@dataclass(frozen=True, slots=True)
class Named:
    """A place named at characters `start` to `end`: name to publish, country ("" for a larger area), point."""

    start: int
    end: int
    name: str
    country: str
    latitude: float
    longitude: float


def named(place: Place, start: int, end: int) -> Named:
    """Return a place of the gazetteer as a toponym: a country or unit at its middle."""
    latitude, longitude = place.middle or (place.latitude, place.longitude)
    return Named(start, end, place.name, place.country, round(latitude, 4), round(longitude, 4))


def repeated(sentences: Sequence[Sentence], context: PlaceContext) -> Iterator[Named]:
    """Yield each word that the article uses as a place's own name, wherever it stands ("the Kapan Chess Club").

    A word that names a person, too, is left out.
    """
    words = {mention.name: mention for row in context.mentions for mention in row if " " not in mention.name}
    known = {name: choice[0] for name, m in words.items() if (choice := context.choose(m)) is not None}
    persons = surnames(sentences, [capitals(s.words) for s in sentences], shipped_cues())
    for words_of in (s.words for s in sentences):
        for at, text in enumerate(words_of.text):
            if text in known and words_of.norm[at] not in persons:
                yield named(known[text], words_of.start[at], words_of.end[at])


def large(sentences: Sequence[Sentence]) -> Iterator[Named]:
    """Yield the continents, oceans and regions of many countries, the longest name first at each word."""
    areas = shipped_areas()
    for words in (s.words for s in sentences):
        for at, norm in enumerate(words.norm):
            for tokens, name, (latitude, longitude) in areas.get(norm, ()):
                last = at + len(tokens)
                if tuple(words.norm[at:last]) == tokens and words.text[at][0].isupper():
                    yield Named(words.start[at], words.end[last - 1], name, "", latitude, longitude)
                    break


@cache
def shipped_areas() -> Mapping[str, tuple[tuple[tuple[str, ...], str, tuple[float, float]], ...]]:
    """Return the areas of coder/lexicon/where/large.yaml by first word, the longest name first; ContentInvalid."""
    path = content.coder_folder() / "lexicon" / "where" / "large.yaml"
    data = read_yaml(path)
    areas = data.get("large") if isinstance(data, dict) else None
    if not isinstance(areas, dict):
        raise errors.ContentInvalid("missing", file=path, field="large", expected="a mapping")
    found: dict[str, list[tuple[tuple[str, ...], str, tuple[float, float]]]] = {}
    for name, point in areas.items():
        if not isinstance(point, list) or len(point) != 2:
            raise errors.ContentInvalid("not a point", file=path, field=name, value=point, expected="degrees")
        tokens = phrase(str(name))
        found.setdefault(tokens[0], []).append((tokens, str(name), (float(point[0]), float(point[1]))))
    return {start: tuple(sorted(rows, key=lambda r: (-len(r[0]), r))) for start, rows in found.items()}
