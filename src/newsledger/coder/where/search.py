"""By which way is the place of an event found? One search per way: clause, titles, dateline, police, whole article."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from newsledger.coder.where.context import PlaceContext
from newsledger.coder.where.cues import STRONG
from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.where.naming import ResolvedPlace
from newsledger.coder.where.nesting import Row, city_around, distance_km, finest
from newsledger.coder.where.scene import longest_segment, may_be_scene

REPEATED = 2  # mentions that make a town the scene of an article that names no scene
UNITS = frozenset({"admin1", "admin2", "region", "border"})
TOWNS = frozenset({"settlement", "capital"})
HOMES = TOWNS | {"admin2"}
NAMED_WITH_UNIT = frozenset({"Australia", "Canada", "United States"})
LARGE, SMALL = 100_000, 5_000  # people; towns as large need no unit, of several of a name and as the only one
RIGHT_BEHIND, RIGHT_BEFORE = 3, 12  # tokens between a trigger and the place that people left or come from
POLICE = frozenset({"police", "pd", "sheriff", "sheriff's", "deputies", "officers", "detectives", "troopers"})
LOCALS = frozenset({"residents", "villagers", "inhabitants"})  # who act where they live
AHEAD, SOON = 2, 10  # sentences looked ahead, and tokens behind "took place"
HAPPENED, TOOK_PLACE = frozenset({"happened", "occurred"}), ["took", "place"]
DWELLERS = LOCALS | {
    "civilians",
    "farmers",
    "fishermen",
    "herders",
    "pastoralists",
    "people",
    "traders",
    "women",
}
SURROUNDINGS_KM = 80.0
Found = TypeVar("Found")


class EventPlace(NamedTuple):
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
        self, span: tuple[int, int], index: int, trigger: tuple[int, int], rule: str
    ) -> list[EventPlace]:
        """Return the places of the best group of names inside tokens `span`: by cue, side and distance."""
        first, last = span
        rows = [row for row in self.scenes(index) if first <= row[0].first and row[0].last <= last]
        return self.lead(finest(rows), index, trigger, rule)

    def scenes(self, index: int) -> list[Row]:
        """Return the names of sentence `index` that may say where an event was, with their places."""
        return self.remember(
            "scenes",
            index,
            lambda: self.within_units(
                self.resolved(
                    m for m in self.context.mentions[index] if may_be_scene(m, self.context.mentions)
                )
            ),
        )

    def within_units(self, rows: list[Row]) -> list[Row]:
        """Return rows without small towns outside all units that the article names, where other rows lie inside.

        In "in A, B, the capital of C state" a village A that the gazetteer knows in another state only is another A.
        """
        if len(rows) < 2 or not (units := self.remember("units", 0, self._units)):
            return rows
        inside = {place.country for _, place in rows if (place.country, place.admin1) in units}
        return [
            (mention, place)
            for mention, place in rows
            if place.country not in inside
            or (place.country, place.admin1) in units
            or place.kind != "settlement"
            or mention.candidates[0].population >= LARGE
            or mention.candidates[0].is_ours
            or mention.within
        ]

    def _units(self) -> list[tuple[str, str]]:
        """Return the first-level units that the article names as such, by country and name."""
        names = (m for row in self.context.mentions for m in row if m.kind == "admin1" or _is_unit(m))
        return [(p.country, p.admin1) for _, p in self.resolved(names) if p.kind == "admin1"]

    def remember(self, what: str, which: Hashable, find: Callable[[], list[Found]]) -> list[Found]:
        """Return what `find` gives, found once for all events of the article with the same side."""
        key = what, self.side, which
        memo = self.context.memo
        if key not in memo:
            memo[key] = find()
        return memo[key]

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
                place = city._replace(reason=f"{city.location}, around its quarter {place.location}")
            key = place.location, place.latitude, place.longitude
            found.setdefault(key, EventPlace(place, mention, index, rule, place.reason))
        return list(found.values())

    def city(self, quarter: ResolvedPlace, mention: PlaceMention) -> ResolvedPlace | None:
        """Return the city of a quarter: a town of the article close to it, else the town that the article is about."""
        towns = [t for t in self.towns(mention.name) if t.location != quarter.location]
        if (near := city_around(quarter, towns)) is not None:
            return near
        rows = self.home(mention.name)
        return rows[0].resolved if rows and rows[0].resolved.kind in HOMES else None

    def home(self, other: str) -> list[EventPlace]:
        """Return the town of the dateline, else the one named most, else that of the police; none called `other`."""
        return self.remember("home", other, lambda: self._home(other))

    def _home(self, other: str) -> list[EventPlace]:
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
        rows = self.remember("named", 0, self._named)
        others = self.context.quarters | {other}
        return [place for m, place in rows if place.kind in TOWNS and m.name not in others]

    def _named(self) -> list[Row]:
        """Return all names of the article with their places."""
        return self.resolved(m for row in self.context.mentions for m in row if not m.is_country)

    def first_scene(self, order: Iterable[int], rule: str) -> list[EventPlace]:
        """Return the places of the first of the sentences `order` that says where something is."""
        for index in order:
            if found := self.scene(index, rule):
                return found
        return []

    def scene(self, index: int, rule: str) -> list[EventPlace]:
        """Return the places where sentence `index` says that something is."""
        return [place._replace(rule=rule) for place in self.said_scene(index)]

    def said_scene(self, index: int) -> list[EventPlace]:
        """Return the places where sentence `index` says that something is, without a rule."""
        if index not in self.context.strong:
            return []
        return self.remember("scene", index, lambda: self._scene(index))

    def _scene(self, index: int) -> list[EventPlace]:
        rows = [row for row in self.scenes(index) if row[0].cue in STRONG]
        return self.lead(finest(rows), index, (0, 0), "")

    def of_telling(self, index: int) -> list[EventPlace]:
        """Return the place of which a sentence soon after says that it took place, happened or occurred there."""
        return self.remember("telling", index, lambda: self._of_telling(index))

    def _of_telling(self, index: int) -> list[EventPlace]:
        for at in range(index + 1, min(index + 1 + AHEAD, len(self.context.sentences))):
            norm = self.context.sentences[at].words.norm
            ends = [
                i + 1 for i, word in enumerate(norm) if word in HAPPENED or norm[i - 1 : i + 1] == TOOK_PLACE
            ]
            rows = [row for row in self.scenes(at) if row[0].cue == "at"] if ends else []
            behind = [row for row in rows if any(0 <= row[0].start - end <= SOON for end in ends)]
            if behind:
                return self.lead(finest(rows), at, (behind[0][0].first, behind[0][0].first), "where.previous")
        return []

    def of_titles(self, titles: Sequence[int]) -> list[EventPlace]:
        """Return the places of the title: with a cue, or such as the text names, too."""
        return self.remember("titles", tuple(titles), lambda: self._of_titles(titles))

    def _of_titles(self, titles: Iterable[int]) -> list[EventPlace]:
        for index in titles:
            if not self.context.mentions[index]:
                continue
            segment = longest_segment(self.context.sentences[index])
            rows = [
                (m, place)
                for m, place in self.scenes(index)
                if segment[0] <= m.first < segment[1] and (m.cue in STRONG or self.is_told(m, index))
            ]
            if found := self.lead(finest(rows), index, (0, 0), "where.article"):
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
        place = place._replace(geo_precision=3, reason=f"{place.country}, reported from its capital")
        return [EventPlace(place, mention, -1, "where.dateline", place.reason)]

    def of_agents(self, mentions: Iterable[PlaceMention], index: int) -> list[EventPlace]:
        """Return the place whose police, court or people the sentence names."""
        rows = self.resolved(
            m for m in mentions if m.modifier == "agent" and not m.actor and not m.is_country
        )
        norm = self.context.sentences[index].words.norm
        rows = sorted(finest(rows), key=lambda row: norm[row[0].last] not in POLICE)
        return self.once(rows[:1], index, "where.article")

    def of_agents_before(self, order: Iterable[int]) -> list[EventPlace]:
        """Return the town of the police or people of the first of the sentences `order` that names any."""
        for index in order:
            if found := self.of_agents(self.context.mentions[index], index):
                return found
        return []

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
            or (_is_home(norm, row[0].start) and 0 <= trigger[0] - row[0].last <= RIGHT_BEFORE)
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
        return self.remember("article", index, lambda: self._of_article(index))

    def _of_article(self, index: int) -> list[EventPlace]:
        strong = self.context.strong
        regions: list[EventPlace] = []
        for i in [*(i for i in reversed(strong) if i < index), *(i for i in strong if i > index)]:
            for place in self.said_scene(i)[:1]:
                if place.resolved.kind not in UNITS:
                    return [place._replace(rule="where.article")]
                regions.append(place)
        return self.most_named() or [place._replace(rule="where.article") for place in regions[:1]]

    def of_police(self, other: str = "") -> list[EventPlace]:
        """Return the town whose police or officials tell of the event, where nothing else says where it was.

        The place called `other` is left out.
        """
        return self.remember("police", other, lambda: self._of_police(other))

    def _of_police(self, other: str) -> list[EventPlace]:
        for index, row in enumerate(self.context.mentions):
            agents = (m for m in row if m.modifier == "agent" and not m.is_country and m.name != other)
            for mention, place in finest(self.resolved(agents))[:1]:
                return [EventPlace(place, mention, index, "where.article", place.reason)]
        return []

    def most_named(self, other: str = "") -> list[EventPlace]:
        """Return the town that the article names most, be it by its police; once is not enough without them.

        The place called `other` is left out.
        """
        return self.remember("most", other, lambda: self._most_named(other))

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


def _is_unit(mention: PlaceMention) -> bool:
    """Say whether a name is first of all a first-level unit's."""
    return any(p.kind == "admin1" for p in mention.candidates[:1])


def _is_home(norm: list[str], start: int) -> bool:
    """Say whether people act or suffer where they live: "residents of X", "farmers from X"."""
    return norm[start] in LOCALS or (norm[start] == "from" and start > 0 and norm[start - 1] in DWELLERS)


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
