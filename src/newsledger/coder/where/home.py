"""Which town is an article about: that of the dateline, of the police, or the one named most?"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from newsledger.coder.where.cues import STRONG
from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.where.named import LARGE, TOWNS, EventPlace, Names
from newsledger.coder.where.naming import ResolvedPlace
from newsledger.coder.where.nesting import CITY_KM, Row, city_around, distance_km, finest
from newsledger.coder.where.pinned import NAMED_WITH_UNIT
from newsledger.coder.where.scene import is_title

REPEATED = 2  # mentions that make a town the scene of an article that names no scene
HOMES = TOWNS | {"admin2"}
SMALL = 5_000  # people; a town as large needs no unit where it alone bears its name
SURROUNDINGS_KM = 80.0

# words before the district around a place ("near A, in the neighbouring B district")
INSIDE = frozenset({"in", "the", "neighbouring", "neighboring", "adjacent"})
BETWEEN = "between"
MEASURED = frozenset({"distance", "direction"})  # cues of places that tell where another lies


@dataclass(slots=True)
class Home(Names):
    """The names of an article, and the town that it is about."""

    def lead(self, rows: list[Row], index: int, trigger: tuple[int, int], rule: str) -> list[EventPlace]:
        """Return the places of the best group of rows."""
        if not rows:
            return []
        coded = [row for row in rows if row[0].cue == "coded"]
        if coded:
            return self.once(coded, index, rule)
        lead = min(rows, key=lambda row: _rank(row[0], trigger))[0]
        return self.once(self.without_city([r for r in rows if r[0].group == lead.group], index), index, rule)

    def without_city(self, rows: list[Row], index: int) -> list[Row]:
        """Return two places that only a comma joins without the second where it is the city around the first.

        Two places of a list are joined by "and" ("in Gombak, Kuala Lumpur" is one place).
        """
        rows = [row for row in rows if row[1].kind != "sea"] or rows  # "in Batumi, on the Black Sea"
        if len(rows) == 2 and {mention.cue for mention, _ in rows} == {BETWEEN}:
            return rows[:1]  # "a hamlet between A and B" is one place, near either
        if len(rows) != 2 or is_title(self.context.sentences[index]):
            return rows
        (one, inner), (two, outer) = rows
        norm = self.context.sentences[index].words.norm
        gap = [n for n in norm[one.last : two.first] if two.kind != "admin2" or n not in INSIDE]
        if one.cue == "near" and two.cue == "at" and norm[one.last : two.first] == [",", "in"]:
            return rows[:1]  # "near A, in B": B is around A
        bare = gap == [","] and norm[two.last : two.last + 1] != ["and"]
        # the second may be a city that is a state
        near = distance_km(inner, outer) <= CITY_KM or outer.location == outer.country
        around = inner.country == outer.country and near
        unit = two.kind == "admin2" and not one.kind  # "in Korma, El Fasher locality"
        return rows[:1] if bare and (around or unit) else rows

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
        if not rows and len({t.location for t in towns}) == 1:
            return towns[0]
        return rows[0].resolved if rows and rows[0].resolved.kind in HOMES else None

    def home(self, other: str) -> list[EventPlace]:
        """Return the town of the dateline, else the one named most, else that of the police; none called `other`."""
        return self.remember("home", other, lambda: self._home(other))

    def _home(self, other: str) -> list[EventPlace]:
        found = self.of_dateline() or self.most_named(other) or self.of_police(other)
        return found if found and found[0].mention.name != other else []

    def is_stray(self, mention: PlaceMention, place: ResolvedPlace) -> bool:
        """Say whether a name is rather an unknown quarter than the small or one of several towns it could mean.

        So it is in countries whose states, provinces or counties papers name with a town, and where a village is
        called a district, where nothing in the article speaks for the unit of that town but the town of the dateline
        or of the police lies elsewhere.
        """
        named = place.country in NAMED_WITH_UNIT or mention.kind == "admin2"
        if place.kind != "settlement" or not named:
            return False
        if (place.country, place.admin1) in self.context.evidence.units or mention.within:
            return False
        best = mention.candidates[0]
        several = sum(p.kind == "settlement" for p in mention.candidates) > 1
        if best.population >= (LARGE if several else SMALL):
            return False
        home = self.home(mention.name)
        return bool(home) and home[0].resolved.country == place.country and _apart(home[0].resolved, place)

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

    def land_of_capital(self) -> str:
        """Return the country of the dateline's capital if the article is about that very country, or empty."""
        found = self.of_capital()
        return found[0].resolved.country if found and found[0].resolved.kind == "capital" else ""

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
    cue = 1 if mention.cue in MEASURED else cue  # "in A, 20 miles south of B, …"
    behind = mention.first >= trigger[1]
    distance = mention.first - trigger[1] if behind else trigger[0] - mention.last
    return cue, 0 if behind else 1, abs(distance)
