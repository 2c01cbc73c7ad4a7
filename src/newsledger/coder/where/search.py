"""By which way is the place of an event found? One search per way: clause, titles, dateline, police, whole article."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from newsledger.coder.where.context import PlaceContext
from newsledger.coder.where.cues import STRONG
from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.where.naming import ResolvedPlace
from newsledger.coder.where.nesting import Row, city_around, distance_km, finest
from newsledger.coder.where.scene import longest_segment, may_be_scene

REPEATED = 2  # mentions that make a town the scene of an article that names no scene
UNITS = frozenset({"admin1", "admin2", "region", "border"})
TOWNS = frozenset({"settlement", "capital"})
NAMED_WITH_UNIT = frozenset({"Australia", "Canada", "United States"})
LARGE, SMALL = 100_000, 5_000  # people; towns as large need no unit, of several of a name and as the only one
RIGHT_BEHIND, RIGHT_BEFORE = 3, 12  # tokens between a trigger and the place that people left or come from
LOCALS = frozenset({"residents", "villagers", "inhabitants"})  # who act where they live
SURROUNDINGS_KM = 80.0


@dataclass(frozen=True, slots=True)
class EventPlace:
    """A place of an event, the mention that says so (sentence -1: the dateline), rule and reason."""

    resolved: ResolvedPlace
    mention: PlaceMention
    sentence: int
    rule: str
    reason: str


@dataclass(slots=True)
class Search:
    """The search for the places of one event in its article; `side` is the country of those attacked."""

    context: PlaceContext
    side: str

    def best(
        self, mentions: Iterable[PlaceMention], index: int, trigger: tuple[int, int], rule: str
    ) -> list[EventPlace]:
        """Return the places of the best group of mentions: by cue, side of the trigger, and distance."""
        rows = finest(self.resolved(m for m in mentions if may_be_scene(m, self.context.mentions)))
        return self.lead(rows, index, trigger, rule)

    def lead(self, rows: list[Row], index: int, trigger: tuple[int, int], rule: str) -> list[EventPlace]:
        """Return the places of the best group of rows."""
        if not rows:
            return []
        coded = [row for row in rows if row[0].cue == "coded"]
        if coded:
            return self.once(coded, index, rule)
        lead = min(rows, key=lambda row: _rank(row[0], trigger))[0]
        return self.once((row for row in rows if row[0].group == lead.group), index, rule)

    def resolved(self, mentions: Iterable[PlaceMention]) -> list[Row]:
        """Return the mentions that mean a place finer than a country, with that place."""
        rows = ((m, self.context.resolve(m, self.side)) for m in mentions)
        return [(m, place) for m, place in rows if place is not None and not place.is_country]

    def once(self, rows: Iterable[Row], index: int, rule: str) -> list[EventPlace]:
        """Return each place once, in the order of the text; a quarter as its city, if the article names that."""
        found: dict[tuple[str, float, float], EventPlace] = {}
        for mention, place in rows:
            quarter = self.context.is_quarter(mention, place) or self.is_stray(mention, place)
            city = self.city(place, mention) if quarter else None
            if city is not None:
                place = replace(city, reason=f"{city.location}, around its quarter {place.location}")
            key = place.location, place.latitude, place.longitude
            found.setdefault(key, EventPlace(place, mention, index, rule, place.reason))
        return list(found.values())

    def city(self, quarter: ResolvedPlace, mention: PlaceMention) -> ResolvedPlace | None:
        """Return the city of a quarter: a town of the article close to it, else the town that the article is about."""
        towns = [t for t in self.towns(mention.name) if t.location != quarter.location]
        if (near := city_around(quarter, towns)) is not None:
            return near
        rows = self.home(mention.name)
        return rows[0].resolved if rows and rows[0].resolved.kind in TOWNS else None

    def home(self, other: str) -> list[EventPlace]:
        """Return the town of the dateline, else the one named most, else that of the police; none called `other`."""
        found = self.of_dateline() or self.most_named(other) or self.of_police(other)
        return found if found and found[0].mention.name != other else []

    def is_stray(self, mention: PlaceMention, place: ResolvedPlace) -> bool:
        """Say whether a name is rather an unknown quarter than the small or one of several towns it could mean.

        So it is in countries whose states, provinces or counties papers name with a town, where nothing in the
        article speaks for the unit of that town but the town of the dateline or of the police lies elsewhere.
        """
        if place.kind != "settlement" or place.country not in NAMED_WITH_UNIT:
            return False
        if (place.country, place.admin1) in self.context.evidence.units or mention.within:
            return False
        best = mention.candidates[0]
        several = sum(p.kind == "settlement" for p in mention.candidates) > 1
        if best.population >= (LARGE if several else SMALL):
            return False
        home = self.home(mention.name)
        return bool(home) and home[0].resolved.country == place.country and _apart(home[0].resolved, place)

    def towns(self, other: str = "") -> list[ResolvedPlace]:
        """Return the towns that the article names, in order, each mention for itself; not those called `other`."""
        rows = self.resolved(
            m for row in self.context.mentions for m in row if not m.is_country and m.name != other
        )
        return [place for _, place in rows if place.kind in TOWNS]

    def first_scene(self, order: Iterable[int], rule: str) -> list[EventPlace]:
        """Return the places of the first of the sentences `order` that says where something is."""
        for index in order:
            if found := self.scene(index, rule):
                return found
        return []

    def scene(self, index: int, rule: str) -> list[EventPlace]:
        """Return the places where sentence `index` says that something is."""
        strong = self.context.strong.get(index)
        if not strong:
            return []
        key = "scene", self.side, index
        if key not in self.context.memo:
            self.context.memo[key] = self.best(strong, index, (0, 0), "")
        return [replace(place, rule=rule) for place in self.context.memo[key]]

    def of_titles(self, titles: Iterable[int]) -> list[EventPlace]:
        """Return the places of the title: with a cue, or such as the text names, too."""
        for index in titles:
            if not self.context.mentions[index]:
                continue
            segment = longest_segment(self.context.sentences[index])
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

    def of_origin(
        self, mentions: Iterable[PlaceMention], index: int, trigger: tuple[int, int]
    ) -> list[EventPlace]:
        """Return the place that people left or come from, where nothing else says where the event was.

        "M23 withdrew from X", "residents of X blocked a road": the place right behind or right before the trigger.
        """
        rows = self.resolved(m for m in mentions if m.cue == "from" and not m.is_country and not m.modifier)
        norm = self.context.sentences[index].words.norm
        near = [
            row
            for row in rows
            if 0 <= row[0].start - trigger[1] <= RIGHT_BEHIND
            or (norm[row[0].start] in LOCALS and 0 <= trigger[0] - row[0].last <= RIGHT_BEFORE)
        ]
        return self.once(finest(near)[:1], index, "where.sentence")

    def of_saying(
        self, mentions: Iterable[PlaceMention], index: int, trigger: tuple[int, int]
    ) -> list[EventPlace]:
        """Return a place of the sentence that stood back as a speaker's or as history's, where there is no other."""
        rows = self.resolved(
            m for m in mentions if m.actor and m.cue in STRONG and m.modifier != "agent" and not m.is_country
        )
        return self.lead(finest(rows), index, trigger, "where.sentence")

    def of_article(self, index: int) -> list[EventPlace]:
        """Return the first scene that the article names, a town before a region; else the town it names most."""
        strong = self.context.strong
        found: list[EventPlace] = []
        for i in [*(i for i in reversed(strong) if i < index), *(i for i in strong if i > index)]:
            found += self.scene(i, "where.article")[:1]
            if found and found[-1].resolved.kind not in UNITS:
                return found[-1:]
        return self.most_named() or found[:1]

    def of_police(self, other: str = "") -> list[EventPlace]:
        """Return the town whose police or officials tell of the event, where nothing else says where it was.

        The place called `other` is left out.
        """
        for index, row in enumerate(self.context.mentions):
            agents = (m for m in row if m.modifier == "agent" and not m.is_country and m.name != other)
            for mention, place in finest(self.resolved(agents))[:1]:
                return [EventPlace(place, mention, index, "where.article", place.reason)]
        return []

    def most_named(self, other: str = "") -> list[EventPlace]:
        """Return the town that the article names most, be it by its police; once is not enough without them.

        The place called `other` is left out.
        """
        key = "most", f"{self.side}|{other}", 0
        if key not in self.context.memo:
            self.context.memo[key] = self._most_named(other)
        return self.context.memo[key]

    def _most_named(self, other: str) -> list[EventPlace]:
        count: Counter[tuple[str, str, str]] = Counter()
        first: dict[tuple[str, str, str], EventPlace] = {}
        for i, row in enumerate(self.context.mentions):
            for mention, place in self.resolved(m for m in row if not m.is_country):
                if other in {place.location, mention.name} or not _counts(mention, place):
                    continue
                key = place.location, place.admin1, place.country
                count[key] += 2 if mention.modifier == "agent" else 1
                first.setdefault(key, EventPlace(place, mention, i, "where.article", place.reason))
        if not count:
            return []
        order = list(first)
        most = min(
            count, key=lambda key: (first[key].resolved.kind == "admin2", -count[key], order.index(key))
        )
        return [first[most]] if count[most] >= REPEATED else []


def _apart(home: ResolvedPlace, place: ResolvedPlace) -> bool:
    """Say whether a place lies in another first-level unit and beyond the surroundings of a town."""
    return home.admin1 != place.admin1 and distance_km(home, place) > SURROUNDINGS_KM


def _counts(mention: PlaceMention, place: ResolvedPlace) -> bool:
    """Say whether a mention counts for the town that an article is about: no hospital's, no government's."""
    if mention.modifier == "site" or (mention.actor and mention.modifier != "agent"):
        return False
    if place.kind == "capital":
        return not mention.modifier
    return place.kind in {"settlement", "admin2"}


def _rank(mention: PlaceMention, trigger: tuple[int, int]) -> tuple[int, int, int]:
    """Return how well a mention fits a trigger; the least is the best."""
    cue = 2 if mention.kind == "border" else 0 if mention.cue in STRONG else 1 if mention.cue == "none" else 2
    behind = mention.first >= trigger[1]
    distance = mention.first - trigger[1] if behind else trigger[0] - mention.last
    return cue, 0 if behind else 1, abs(distance)
