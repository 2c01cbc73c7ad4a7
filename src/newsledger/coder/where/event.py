"""Where did this event happen? The places of its clause, else of its sentence, else those told before."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from newsledger.coder.spans import Sentence
from newsledger.coder.where.context import PlaceContext
from newsledger.coder.where.cues import STRONG
from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.where.naming import ResolvedPlace
from newsledger.coder.where.nesting import city_around, finest

BACK = 3  # sentences looked back for a place
MAJOR = 100_000  # people; "X University" stands in X if X is such a town or is named elsewhere, too
REPEATED = 2  # mentions that make a town the scene of an article that names no scene
Row = tuple[PlaceMention, ResolvedPlace]


@dataclass(frozen=True, slots=True)
class EventPlace:
    """A place of an event, the mention that says so (sentence -1: the dateline), rule and reason."""

    resolved: ResolvedPlace
    mention: PlaceMention
    sentence: int
    rule: str
    reason: str


def event_places(
    context: PlaceContext,
    sentences: Sequence[Sentence],
    index: int,
    trigger: tuple[int, int],
    clause: tuple[int, int],
    *,
    side: str = "",
) -> list[EventPlace]:
    """Return the places of the event whose trigger is tokens `trigger` of sentence `index`, in the clause `clause`.

    Several places come only from a list ("in A, B and C"). `side` is the country of the attacked positions, for
    events along a border. Empty if no place finer than a country is known.
    """
    search = _Search(context, side)
    here = _segment(sentences[index], context.mentions[index], trigger)
    inside = [m for m in here if clause[0] <= m.first and m.last <= clause[1]]
    titles = [i for i, s in enumerate(sentences) if s.part == "title" or s.kind == "headline"]
    before = [i for i in range(index - 1, max(-1, index - 1 - BACK), -1) if i not in titles]
    return (
        search.best(inside, index, trigger, "where.clause")
        or search.best(here, index, trigger, "where.sentence")
        or search.first_scene(before, "where.previous")
        or search.of_titles([i for i in titles if i != index])
        or search.of_dateline()
        or search.of_agents(here, index)
        or search.of_article(index)
        or search.of_capital()
    )


@dataclass(slots=True)
class _Search:
    """The search for the places of one event in its article; `side` is the country of those attacked."""

    context: PlaceContext
    side: str

    def best(
        self, mentions: Iterable[PlaceMention], index: int, trigger: tuple[int, int], rule: str
    ) -> list[EventPlace]:
        """Return the places of the best group of mentions: by cue, side of the trigger, and distance."""
        rows = finest(self.resolved(m for m in mentions if self.may_be_scene(m)))
        if not rows:
            return []
        lead = min(rows, key=lambda row: _rank(row[0], trigger))[0]
        return self.once((row for row in rows if row[0].group == lead.group), index, rule)

    def may_be_scene(self, mention: PlaceMention) -> bool:
        """Say whether a mention may name the scene of an event: no origin, government, police force or country."""
        if mention.cue == "from" or mention.actor or mention.is_country or mention.modifier == "agent":
            return False
        return mention.modifier != "site" or self.is_known(mention)

    def is_known(self, mention: PlaceMention) -> bool:
        """Say whether the first part of a site's name is a place: a large town, or one that is named elsewhere, too."""
        if any(p.kind == "capital" or p.population >= MAJOR for p in mention.candidates[:1]):
            return True
        return any(m.name == mention.name and not m.modifier for row in self.context.mentions for m in row)

    def resolved(self, mentions: Iterable[PlaceMention]) -> list[Row]:
        """Return the mentions that mean a place finer than a country, with that place."""
        rows = ((m, self.context.resolve(m, self.side)) for m in mentions)
        return [(m, place) for m, place in rows if place is not None and not place.is_country]

    def once(self, rows: Iterable[Row], index: int, rule: str) -> list[EventPlace]:
        """Return each place once, in the order of the text; a quarter as its city, if the article names that."""
        found: dict[tuple[str, float, float], EventPlace] = {}
        for mention, place in rows:
            city = self.city(place) if mention.kind == "quarter" else None
            if city is not None:
                place = replace(city, reason=f"{city.location}, around its quarter {place.location}")
            key = place.location, place.latitude, place.longitude
            found.setdefault(key, EventPlace(place, mention, index, rule, place.reason))
        return list(found.values())

    def city(self, quarter: ResolvedPlace) -> ResolvedPlace | None:
        """Return the city of a quarter: a town of the article close to it, else the town that the article is about."""
        towns = [t for t in self.towns() if t.location != quarter.location]
        if (near := city_around(quarter, towns)) is not None:
            return near
        rows = self.of_dateline() or self.most_named(quarter.location)
        return rows[0].resolved if rows else None

    def towns(self) -> list[ResolvedPlace]:
        """Return the towns that the article names, in order, each mention for itself."""
        rows = self.resolved(m for row in self.context.mentions for m in row if not m.is_country)
        return [place for _, place in rows if place.kind in {"settlement", "capital"}]

    def first_scene(self, order: Iterable[int], rule: str) -> list[EventPlace]:
        """Return the places of the first of the sentences `order` that says where something is."""
        for index in order:
            scenes = [m for m in self.context.mentions[index] if m.cue in STRONG]
            if found := self.best(scenes, index, (0, 0), rule):
                return found
        return []

    def of_titles(self, titles: Iterable[int]) -> list[EventPlace]:
        """Return the places of the title: with a cue, or such as the text names, too."""
        for index in titles:
            segment = _longest_segment(self.context.sentences[index])
            rows = [
                m
                for m in self.context.mentions[index]
                if segment[0] <= m.first < segment[1] and (m.cue in STRONG or self.is_told(m, index))
            ]
            if found := self.best(rows, index, (0, 0), "where.article"):
                return found
        return []

    def is_told(self, mention: PlaceMention, index: int) -> bool:
        """Say whether another sentence than `index` names the place, too."""
        rows = (row for i, row in enumerate(self.context.mentions) if i != index)
        return any(m.name == mention.name for row in rows for m in row)

    def of_dateline(self) -> list[EventPlace]:
        """Return the place of the dateline, but no capital, where papers write about the whole country."""
        mention = self.context.dateline
        place = self.context.resolve(mention) if mention else None
        if mention is None or place is None or place.is_country or place.kind == "capital":
            return []
        return [EventPlace(place, mention, -1, "where.dateline", place.reason)]

    def of_capital(self) -> list[EventPlace]:
        """Return the capital of the dateline for an event somewhere in its country, as a region's seat (3)."""
        mention = self.context.dateline
        place = self.context.resolve(mention) if mention else None
        if mention is None or place is None or place.country != self.context.country() or place.is_country:
            return []
        place = replace(place, geo_precision=3, reason=f"{place.country}, reported from its capital")
        return [EventPlace(place, mention, -1, "where.dateline", place.reason)]

    def of_agents(self, mentions: Iterable[PlaceMention], index: int) -> list[EventPlace]:
        """Return the place whose police, court or people the sentence names."""
        rows = self.resolved(
            m for m in mentions if m.modifier == "agent" and not m.actor and not m.is_country
        )
        return self.once(finest(rows)[:1], index, "where.article")

    def of_article(self, index: int) -> list[EventPlace]:
        """Return the first scene that the article names, a town before a region; else the town it names most."""
        order = [*range(index - 1, -1, -1), *range(index + 1, len(self.context.mentions))]
        found: list[EventPlace] = []
        for i in order:
            rows = [m for m in self.context.mentions[i] if m.cue in STRONG]
            found += self.best(rows, i, (0, 0), "where.article")[:1]
        fine = [row for row in found if row.resolved.kind not in {"admin1", "region", "border"}]
        return fine[:1] or self.most_named() or found[:1]

    def most_named(self, other: str = "") -> list[EventPlace]:
        """Return the town that the article names most, be it by its police; once is not enough without them.

        The place called `other` is left out.
        """
        count: Counter[tuple[str, str, str]] = Counter()
        first: dict[tuple[str, str, str], EventPlace] = {}
        for i, row in enumerate(self.context.mentions):
            for mention, place in self.resolved(m for m in row if not m.actor and not m.is_country):
                if place.kind not in {"settlement", "admin2"} and not (
                    place.kind == "capital" and mention.modifier
                ):
                    continue
                key = place.location, place.admin1, place.country
                if place.location == other:
                    continue
                count[key] += 2 if mention.modifier == "agent" else 1
                first.setdefault(key, EventPlace(place, mention, i, "where.article", place.reason))
        if not count:
            return []
        order = list(first)
        most = min(count, key=lambda key: (is_unit(first[key]), -count[key], order.index(key)))
        return [first[most]] if count[most] >= REPEATED else []


def is_unit(found: EventPlace) -> bool:
    """Say whether a place is a unit, where a town would say more."""
    return found.resolved.kind == "admin2"


def _segments(sentence: Sentence) -> list[tuple[int, int]]:
    """Return the stretches of a title between dashes and bars: papers put their own name and town into one."""
    norm = sentence.words.norm
    cuts = [-1, *(i for i, word in enumerate(norm) if word in {"—", "|", "«", "»"}), len(norm)]
    return [(a + 1, b) for a, b in pairwise(cuts) if b > a + 1]


def _longest_segment(sentence: Sentence) -> tuple[int, int]:
    return max(_segments(sentence), key=lambda s: (s[1] - s[0], -s[0]), default=(0, 0))


def _segment(
    sentence: Sentence, mentions: list[PlaceMention], trigger: tuple[int, int]
) -> list[PlaceMention]:
    """Return the mentions of a sentence; of a title only those in the trigger's part of it."""
    if sentence.part != "title" and sentence.kind != "headline":
        return mentions
    own = next((s for s in _segments(sentence) if s[0] <= trigger[0] < s[1]), (0, len(sentence.words)))
    return [m for m in mentions if own[0] <= m.first < own[1]]


def _rank(mention: PlaceMention, trigger: tuple[int, int]) -> tuple[int, int, int]:
    """Return how well a mention fits a trigger; the least is the best."""
    cue = 2 if mention.kind == "border" else 0 if mention.cue in STRONG else 1 if mention.cue == "none" else 2
    behind = mention.first >= trigger[1]
    distance = mention.first - trigger[1] if behind else trigger[0] - mention.last
    return cue, 0 if behind else 1, abs(distance)
