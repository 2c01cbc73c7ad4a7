"""Which places do articles name, and why is a name this place? For `newsledger places`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from newsledger.coder.page import PageReader
from newsledger.coder.places.gazetteer import Gazetteer, Place
from newsledger.coder.plaintext import plain
from newsledger.coder.sentence import sentences
from newsledger.coder.spans import Sentence, Span
from newsledger.coder.where.capital_word import WORD
from newsledger.coder.where.context import PlaceContext
from newsledger.coder.where.cues import shipped_cues
from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.where.passing import Named, large, named, repeated
from newsledger.contract.records import Article

LOUD = 0.8  # share of upper-case letters above which a text is upper-case copy


class Scans(Protocol):
    """Whatever finds the lexicon's phrases in a sentence: a trie, or all knowledge of the coder."""

    def scan(self, norms: list[str], /) -> list[Span]:
        """Return the spans of normalised tokens."""


@dataclass(frozen=True, slots=True)
class ListedPlace:
    """A place named in a text: character offsets, name to publish, country, point in degrees (EPSG:4326)."""

    article_id: str
    start: int
    end: int
    name: str
    country: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean and what speaks for it; `rank` 1 wins where there is no article."""

    rank: int
    place: Place
    reason: str


def places_of_articles(
    articles: Iterable[Article], gazetteer: Gazetteer, lexicon: Scans, pages: PageReader | None = None
) -> Iterator[ListedPlace]:
    """Yield every place named in the text of each article, captions and page furniture included, in order.

    `lexicon` is the coder's, for the names and adjectives of countries.
    """
    pages = pages or PageReader.load()
    for article in articles:
        yield from places_of_article(article, gazetteer, lexicon, pages)


def places_of_article(
    article: Article, gazetteer: Gazetteer, lexicon: Scans, pages: PageReader
) -> list[ListedPlace]:
    """Return the places named in the text of one article, by position."""
    text = plain(article.text)
    page = pages.read(text.text, plain(article.title).text)
    found = sentences(page.lines, pages.abbreviations, 0)
    found = [s for s in found if len(s.words)]
    for sentence in found:
        text.restore(sentence)
        sentence.take(lexicon.scan(sentence.words.norm))
    letters = [c for c in article.text[:2000] if c.isalpha()]
    upper = sum(c.isupper() for c in letters) > LOUD * len(letters)
    line = page.dateline.place if page.dateline else ""
    context = PlaceContext.build(found, gazetteer, upper=upper, dateline=line)
    rows: list[Named] = []
    for place in chain(mentioned(found, context), large(found), repeated(found, context)):
        if not any(r.start < place.end and place.start < r.end for r in rows):
            rows.append(place)
    rows.sort(key=lambda r: (r.start, r.end))
    return [ListedPlace(article.id, r.start, r.end, r.name, r.country, r.latitude, r.longitude) for r in rows]


def mentioned(sentences: Iterable[Sentence], context: PlaceContext) -> Iterator[Named]:
    """Yield the places that the mentions of an article mean; a border is listed by its countries alone.

    A country or unit is listed at its middle, while rows of events put it at its seat (coding-rules 4).
    """
    for sentence, mentions in zip(sentences, context.mentions, strict=True):
        for mention in mentions:
            if sentence.words.norm[mention.last - 1] == WORD:
                continue  # "the Afghan capital" means a place and names none
            best = context.choose(mention) if mention.kind != "border" else None
            if best is not None:
                words = sentence.words
                yield named(best[0], words.start[mention.first], words.end[mention.last - 1])


def candidates(name: str, country: str | None, gazetteer: Gazetteer) -> list[Candidate]:
    """Return the places that bear a name, the winner first; only those of `country` (a name of terms/country)
    if given.

    "City - Quarter" is looked up as its parts if nothing bears the whole name. Without an article, the name
    itself, the country, the kind and the population decide.
    """
    found = gazetteer.find(name, country) or gazetteer.find(name, country, loose=True)
    if not found and " - " in name:
        for part in reversed(name.split(" - ")):
            found = found or gazetteer.find(part.strip(), country)
    mention = PlaceMention(0, 0, name, "none", "", found)
    sole = [country] if country else []
    context = PlaceContext.build([], gazetteer, coverage=sole, cues=shipped_cues())
    shares = context.evidence.shares()
    ranked = sorted(
        range(len(found)), key=lambda n: (-context.scales.score(found[n], mention, (), shares), n)
    )
    return [
        Candidate(rank, found[n], _why(found[n], rank, len(found))) for rank, n in enumerate(ranked, start=1)
    ]


def _why(place: Place, rank: int, count: int) -> str:
    """Return what speaks for a candidate when there is no article."""
    if count == 1:
        return "the only place of this name"
    parts = ["its own name" if place.primary else "another of its names", place.kind]
    if place.population:
        parts.append(f"{place.population} people")
    return ("best of " + str(count) + ": " if rank == 1 else "") + ", ".join(parts)
