"""Which places does an article name, sentence by sentence, and which of them may be the scene of an event?"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from newsledger.coder.where.context import PlaceContext
from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.where.naming import ResolvedPlace
from newsledger.coder.where.nesting import Row
from newsledger.coder.where.scene import may_be_scene

TOWNS = frozenset({"settlement", "capital"})
LARGE = 100_000  # people; a town as large needs no unit where several bear its name
Found = TypeVar("Found")


class EventPlace(NamedTuple):
    """A place of an event, the mention that says so (sentence -1: the dateline), rule and reason.

    `unlisted` is the name of the town itself where no gazetteer knows it and the place is only what lies around."""

    resolved: ResolvedPlace
    mention: PlaceMention
    sentence: int
    rule: str
    reason: str
    unlisted: str = ""


@dataclass(slots=True)
class Names:
    """The names of an article for one event; `side` is the country of those attacked."""

    context: PlaceContext
    side: str

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

    def resolved(self, mentions: Iterable[PlaceMention]) -> list[Row]:
        """Return the mentions that mean a place finer than a country, with that place."""
        rows = ((m, self.context.resolve(m, self.side)) for m in mentions)
        return [(m, place) for m, place in rows if place is not None and not place.is_country]

    def towns(self, other: str = "") -> list[ResolvedPlace]:
        """Return the towns that the article names, in order, each mention for itself; not those called `other`."""
        rows = self.remember("named", 0, self._named)
        others = self.context.quarters | {other}
        return [place for m, place in rows if place.kind in TOWNS and m.name not in others]

    def _named(self) -> list[Row]:
        """Return all names of the article with their places."""
        return self.resolved(m for row in self.context.mentions for m in row if not m.is_country)


def _is_unit(mention: PlaceMention) -> bool:
    """Say whether a name is first of all a first-level unit's."""
    return any(p.kind == "admin1" for p in mention.candidates[:1])
