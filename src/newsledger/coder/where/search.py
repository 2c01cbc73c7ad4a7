"""By which way is the place of an event found? One search per way: clause, scenes, titles, police, whole article."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsledger.coder.grammar import ARE
from newsledger.coder.where.cues import STRONG
from newsledger.coder.where.home import Home
from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.where.named import EventPlace
from newsledger.coder.where.nesting import finest
from newsledger.coder.where.scene import longest_segment

UNITS = frozenset({"admin1", "admin2", "region", "border"})
RIGHT_BEHIND, RIGHT_BEFORE = 3, 12  # tokens between a trigger and the place that people left or come from
OFFICE = 8  # tokens between a trigger and the town of whose mayor it tells
POLICE = frozenset({"police", "pd", "sheriff", "sheriff's", "deputies", "officers", "detectives", "troopers"})
LOCALS = frozenset({"residents", "villagers", "inhabitants"})  # who act where they live
AHEAD, SOON = 2, 10  # sentences looked ahead, and tokens behind "took place"
REMEMBERED = 30  # sentences in which "the town" may have been named
HAPPENED, TOOK_PLACE = frozenset({"happened", "occurred"}), ["took", "place"]
UNIT_WORDS = frozenset({"province", "governorate", "region", "county", "department", "prefecture"})
TOWN_WORDS = frozenset({"town", "village", "city", "hamlet"})
UNNAMED = frozenset({"a", "an", "one", "another"})
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


@dataclass(slots=True)
class Search(Home):
    """The search for the places of one event in its article; `side` is the country of those attacked."""

    def best(
        self, span: tuple[int, int], index: int, trigger: tuple[int, int], rule: str
    ) -> list[EventPlace]:
        """Return the places of the best group of names inside tokens `span`: by cue, side and distance."""
        first, last = span
        rows = [row for row in self.scenes(index) if first <= row[0].first and row[0].last <= last]
        return self.lead(finest(rows), index, trigger, rule)

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

    def of_town_named_later(self, index: int, span: tuple[int, int]) -> list[EventPlace]:
        """Return the town that a sentence soon after names, where tokens `span` speak of one without its name.

        "seized a town … Residents of the town of X": an indefinite noun, and the same noun with "the" and the name.
        """
        norm = self.context.sentences[index].words.norm
        kinds = {
            norm[i]
            for i in range(*span)
            if norm[i] in TOWN_WORDS and not UNNAMED.isdisjoint(norm[max(span[0], i - 3) : i])
        }
        if not kinds:
            return []
        for at in range(index + 1, min(index + 2 + AHEAD, len(self.context.sentences))):
            words = self.context.sentences[at].words.norm
            rows = [
                row
                for row in self.scenes(at)
                if row[0].kind == "town"
                and not kinds.isdisjoint(words[max(0, row[0].first - 2) : row[0].first])
            ]
            if rows:
                return self.lead(rows, at, (rows[0][0].first, rows[0][0].first), "where.named-later")
        return []

    def of_unit_named_here(self, index: int, span: tuple[int, int]) -> list[EventPlace]:
        """Return the unit that the event's sentence names before it speaks of "the province", be it as a speaker's
        place ("Monitors in Homs province told of bombed towns across the province")."""
        norm = self.context.sentences[index].words.norm
        at = next((i for i in range(*span) if norm[i] in UNIT_WORDS and i and norm[i - 1] == "the"), 0)
        if not at or norm[at + 1 : at + 2] in (["of"], ["capital"]):
            return []
        named = [m for m in self.context.mentions[index] if m.last < at and not m.is_country]
        rows = [row for row in self.resolved(named) if row[1].kind in UNITS]
        return self.once(rows[-1:], index, "where.sentence")

    def of_town_named_before(self, index: int, span: tuple[int, int]) -> list[EventPlace]:
        """Return the town that the story named last as such, where tokens `span` speak of "the town" and no scene
        stands nearer ("the town of X … Rebels had taken the town on Sunday")."""
        norm = self.context.sentences[index].words.norm
        kinds = {norm[i] for i in range(*span) if norm[i] in TOWN_WORDS and i and norm[i - 1] == "the"}
        if not kinds:
            return []
        for at in range(index - 1, max(-1, index - 1 - REMEMBERED), -1):
            rows = self.scenes(at)
            words = self.context.sentences[at].words.norm
            called = [r for r in rows if not kinds.isdisjoint(words[max(0, r[0].first - 2) : r[0].first])]
            if rows and (called or self.said_scene(at)):
                return self.lead(called, at, (called[0][0].first,) * 2, "where.previous") if called else []
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

    def of_agents(self, mentions: Iterable[PlaceMention], index: int) -> list[EventPlace]:
        """Return the place whose police, court or people the sentence names."""
        rows = self.resolved(
            m for m in mentions if m.modifier == "agent" and not m.actor and not m.is_country
        )
        norm = self.context.sentences[index].words.norm
        rows = sorted(finest(rows), key=lambda row: POLICE.isdisjoint(norm[row[0].last : row[0].last + 1]))
        return self.once(rows[:1], index, "where.article")

    def of_office(
        self, mentions: Iterable[PlaceMention], index: int, trigger: tuple[int, int]
    ) -> list[EventPlace]:
        """Return the town whose mayor, chief or commander is killed, taken or held ("shot dead the mayor of X", "the
        mayor of X was arrested"): he is there more often than where the story was written."""
        norm = self.context.sentences[index].words.norm
        held = [
            m
            for m in mentions
            if m.modifier == "agent" and m.cue == "of" and not m.actor and not m.is_country
            if 0 <= m.start - trigger[1] <= OFFICE
            or (0 <= trigger[0] - m.last <= OFFICE and not ARE.isdisjoint(norm[m.last : trigger[0] + 1]))
        ]
        return self.once(finest(self.resolved(held))[:1], index, "where.article")

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
            if trigger[0] <= row[0].start <= trigger[1] + RIGHT_BEHIND
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
        home = self.land_of_capital()
        for i in [*(i for i in reversed(strong) if i < index), *(i for i in strong if i > index)]:
            for place in self.said_scene(i)[:1]:
                if home and place.resolved.country != home:
                    continue  # a story from the capital, about its country: it names where talks are held abroad
                if place.resolved.kind not in UNITS:
                    return [place._replace(rule="where.article")]
                regions.append(place)
        return self.most_named() or [place._replace(rule="where.article") for place in regions[:1]]


def _is_home(norm: list[str], start: int) -> bool:
    """Say whether people act or suffer where they live: "residents of X", "farmers from X"."""
    return norm[start] in LOCALS or (norm[start] == "from" and start > 0 and norm[start - 1] in DWELLERS)
