"""Whereabouts: the places of each frame of a story, by clause, sentence, the text before, and the dateline."""

from functools import cached_property
from itertools import pairwise

from newsledger.coder.accounts import OWN
from newsledger.coder.backdrop import lies_behind
from newsledger.coder.frames import Frame
from newsledger.coder.homelands import first_homes, fronts, homes
from newsledger.coder.knowledge import Knowledge
from newsledger.coder.ownsubject import is_of_weapon
from newsledger.coder.parties import is_state
from newsledger.coder.place_role import place_role
from newsledger.coder.protested import CROWD
from newsledger.coder.same_event import set_apart
from newsledger.coder.sayings import set_aside
from newsledger.coder.spans import Sentence
from newsledger.coder.story import Story
from newsledger.coder.where.context import PlaceContext
from newsledger.coder.where.event import BACK, EventPlace, event_places

SCENE = frozenset(
    {"in", "inside", "across", "over", "within", "throughout", "off"}
)  # a country, as the scene
SOIL = frozenset("airspace territory waters soil capital city town village province region district".split())
SAME_PLACES = frozenset(
    "city town village area district neighbourhood neighborhood suburb province region street place locality".split()
)
NEAR = 12  # tokens behind a verb in which a country is its scene and not another's
END = 100_000  # behind the last token of any sentence
SITES = frozenset({"site", "scene", "area"})
FIGHTS = frozenset({"encounter", "clash", "battle", "firefight", "ambush", "blast", "attack"})
TAKEN_OVER = frozenset({"where.previous", "where.article"})
ABOUT = frozenset({"protest-topic", "topic", "host"})  # cues of what a crowd is out for
AROUND = frozenset({"country", "region", "admin1", "admin2"})  # kinds of what lies around a place
FROM_AFAR = TAKEN_OVER | {"where.dateline"}  # told outside the sentence of a frame


class Whereabouts:
    """The places of one story."""

    def __init__(self, story: Story, knowledge: Knowledge, countries: tuple[str, ...]) -> None:
        self.story = story
        self.knowledge = knowledge
        self.countries = countries
        self.scene: tuple[int, list[EventPlace]] = (-BACK - 1, [])
        self.passed: list[Frame] = []
        self.verb: tuple[Frame | None, list[EventPlace]] = (
            None,
            [],
        )  # the frame asked for last, and its places

    @cached_property
    def places(self) -> PlaceContext:
        """All places of the story, found when an event first asks for its own: most stories tell of none."""
        line = self.story.page.dateline
        found = PlaceContext.build(
            self.story.sentences,
            self.knowledge.gazetteer,
            upper=self.story.upper,
            dateline=line.place if line else "",
            coverage=self.countries or homes(self.story, self.knowledge),
            hints=() if self.countries else first_homes(self.story, self.knowledge),
            fronts=fronts(self.story, self.knowledge),
        )
        set_aside(self.story, found)
        return found

    @cached_property
    def country(self) -> str:
        """The country that the story is about, or empty."""
        return self.places.country()

    def land(self, sentences: list[Sentence], part: tuple[int, int] = (0, END)) -> str:
        """Return the country that one of the sentences names as the scene ("arrested … in Bahrain", "violated Finnish
        airspace"), or empty; only tokens `part` of it count."""
        for sentence in sentences:
            norm = sentence.words.norm
            named = [
                (m.first, found.country)
                for m in self.places.mentions[sentence.index]
                if part[0] <= m.first < part[1]
                if m.is_country and not m.actor and norm[m.start] in SCENE
                if (found := self.places.resolve(m)) is not None and found.is_country
            ]
            named += [
                (span.first, span.entry.id)
                for span in sentence.of_kind("country")
                if part[0] <= span.first < part[1]
                if norm[span.last : span.last + 1] and norm[span.last] in SOIL
            ]
            if named:
                return min(named)[1]
        return ""

    def of(self, frame: Frame) -> list[EventPlace]:
        """Return the places of a frame; along a border the side of those attacked counts (coding-rules 4)."""
        side = next((m.country for m in frame.targets if m.country), "")
        found = event_places(
            self.places,
            self.story.sentences,
            frame.sentence.index,
            (frame.first, frame.last),
            frame.clause,
            side=side,
        )
        found = [p._replace(rule="where.previous") if self.is_others(frame, p) else p for p in found]
        found = [p for p in self.of_result(frame, found) if not lies_behind(frame, p)]
        found = (
            [] if found and (written_abroad(frame, found[0]) or self.elsewhere(frame, found[0])) else found
        )
        if set_apart(frame) and all(p.rule in TAKEN_OVER for p in found):
            return []  # "while a separate assault in the south …" is not where the first was
        found = found or self.last_scene(frame)
        if self.scene[1] and is_on_scene(frame, found):
            found = [p._replace(rule="where.previous") for p in self.scene[1]]
        if names_same(frame) and found and found[0].rule in TAKEN_OVER:
            found = [p._replace(rule="where.sentence") for p in found]
        found = [self.over_the_border(frame, p) for p in found]
        if found and found[0].rule in TAKEN_OVER and own_land(frame, found[0]):
            return []
        found = self.unbracketed(found)
        found += self.added(frame, found)
        if found and found[0].rule in {"where.clause", "where.sentence"}:
            self.scene = frame.sentence.index, found
            self.passed.clear()
        self.verb = frame, found
        return found

    def of_result(self, frame: Frame, found: list[EventPlace]) -> list[EventPlace]:
        """Return the places of the verb whose result a word in -ing tells, unless it names its own behind itself
        ("attacked a post in A outside B, killing two")."""
        last, places = self.verb
        if (
            last is None
            or last.sentence is not frame.sentence
            or frame.form != "ing"
            or last.first >= frame.first
        ):
            return found
        told = frame.sentence.words.norm[frame.first - 1] in {",", "and"} and places and places[0].rule in OWN
        before = all(p.sentence == frame.sentence.index and p.mention.last <= frame.first for p in found)
        return places if told and found and before else found

    def elsewhere(self, frame: Frame, place: EventPlace) -> bool:
        """Say whether a dateline, or a place of another sentence, is not where a frame was, as its own sentence names
        another country as the scene ("NAIROBI - Gunmen killed two nurses in Somalia")."""
        if any(m.country == place.resolved.country for m in frame.agents):
            return False
        first, end = frame.clause[0], min(frame.clause[1], frame.last + NEAR)
        if place.rule not in FROM_AFAR:
            first, cause = before_cause(frame, self.story.frames)
            end = min(cause, place.mention.first)
        land = self.land([frame.sentence], (first, end)) if first < end else ""
        return bool(land) and land != place.resolved.country

    def pass_over(self, frame: Frame) -> None:
        """Take note of a frame that no rule codes: its places matter only to a later frame that has none."""
        self.passed.append(frame)

    def unbracketed(self, found: list[EventPlace]) -> list[EventPlace]:
        """Return places without those that only tell, in brackets, where the one before lies ("Sarmin (Idleb)").

        Where the two are in different countries the one in brackets stands: the name before it is a namesake's.
        """
        kept: list[EventPlace] = []
        last: EventPlace | None = None
        for place in found:
            if last is None or not in_brackets(self.story, last, place):
                kept.append(place)
            elif place.resolved.country != last.resolved.country and last in kept:
                kept[-1] = place
            last = place
        return kept

    def last_scene(self, frame: Frame) -> list[EventPlace]:
        """Return the places of the event told before, if it stands near and no word there says what is told here."""
        passed, self.passed = self.passed, []
        for other in passed:
            self.of(other)
        index, places = self.scene
        near = 0 <= frame.sentence.index - index <= BACK
        return [p._replace(rule="where.previous") for p in places] if near else []

    def added(self, frame: Frame, found: list[EventPlace]) -> list[EventPlace]:
        """Return places that the same verb adds behind a pause ("hit A and B overnight, and by morning C as well")."""
        if not found or found[0].rule not in {"where.clause", "where.sentence"}:
            return []
        norm = frame.sentence.words.norm
        last = found[-1].mention
        others = [f for f in self.story.frames if f.sentence is frame.sentence and f.first >= last.last]
        more: list[EventPlace] = []
        for mention in self.places.mentions[frame.sentence.index]:
            gap = norm[last.last : mention.first]
            bare = mention.cue == "none" or mention.group == (more[-1].mention.group if more else -1)
            if (
                mention.first < last.last
                or not bare
                or mention.actor
                or mention.is_country
                or "and" not in gap
            ):
                continue
            behind = norm[mention.last : mention.last + 4]
            if not more and not {"well", "too", "also"} & {*gap, *behind, *norm[mention.last :][:8]}:
                continue
            if others or (resolved := self.places.resolve(mention)) is None or resolved.is_country:
                break
            more.append(
                EventPlace(resolved, mention, frame.sentence.index, "where.sentence", resolved.reason)
            )
            last = mention
        return more

    def is_others(self, frame: Frame, place: EventPlace) -> bool:
        """Say whether a place in the frame's sentence stands in the clause of another frame and not in its own."""
        if place.rule != "where.sentence":
            return False
        at = place.mention.first
        return any(
            f.clause[0] <= at < f.clause[1] and f.clause != frame.clause
            for f in self.story.frames
            if f.sentence is frame.sentence
            and f is not frame
            and not f.scope
            and not is_of_weapon(f.sentence, f.first - 1)
        )

    def over_the_border(self, frame: Frame, place: EventPlace) -> EventPlace:
        """Return a place at a border on the side that the acting state's force does not belong to."""
        acting = {m.country for m in frame.agents if is_state(m) and m.country}
        if (
            place.mention.kind != "border"
            or place.resolved.country not in acting
            or "symmetric" in frame.tags
        ):
            return place
        both = (*place.mention.countries, *(self.places.evidence.best(3) or ()))
        other = next((c for c in both if c not in acting), "")
        return self.along_border(place, other)

    def along_border(self, place: EventPlace, side: str) -> EventPlace:
        """Return a place at a border with the country of the attacked side; other places are returned as they are."""
        if place.mention.kind != "border" or not side or place.resolved.country == side:
            return place
        resolved = self.places.resolve(place.mention, side)
        return place._replace(resolved=resolved) if resolved is not None else place

    def context(self, frame: Frame) -> frozenset[str]:
        """Return `place-object` if a place is what the verb acts upon, `from-place` if it is what somebody is driven
        from (see `place_role`)."""
        acts = {s.first for s in frame.sentence.acts}
        named = (m for m in self.places.mentions[frame.sentence.index] if m.first not in acts)  # "Rain fell"
        return place_role(frame, self.story, named)


def before_cause(frame: Frame, frames: list[Frame]) -> tuple[int, int]:
    """Return where the clause of a crowd begins, and where the words do that tell what it is out for ("marched in Peru
    in support of …"); nothing lies between if the sentence tells no such thing."""
    for at in (s.first for s in frame.sentence.cues if s.entry.id in ABOUT):
        crowds = (f for f in frames if f.sentence is frame.sentence and f.actions & CROWD and not f.scope)
        before = [f for f in crowds if f.last <= at]
        if before:
            return before[-1].clause[0], at
    return 0, 0


def names_same(frame: Frame) -> bool:
    """Say whether a sentence says that its event was where the one before was ("in the same city")."""
    norm = frame.sentence.words.norm
    return any(a == "same" and b in SAME_PLACES for a, b in pairwise(norm))


def is_on_scene(frame: Frame, found: list[EventPlace]) -> bool:
    """Say whether an event without a place of its own was where the fight was: its sentence says so ("at the encounter
    site"), or it tells of arms that were found, and only the dateline names a place."""
    if found and found[0].rule != "where.dateline":
        return False
    at_site = any(b in SITES and a in FIGHTS for a, b in pairwise(frame.sentence.words.norm))
    return at_site or (bool(found) and "take-item" in frame.actions)


def written_abroad(frame: Frame, place: EventPlace) -> bool:
    """Say whether a dateline only tells where a story was written: its police or officials are all foreign."""
    home = {m.country for m in frame.sentence.mentions if m.kind in {"police", "government"} and m.country}
    home |= {m.country for m in frame.agents if m.kind == "state" and m.country}
    return place.rule == "where.dateline" and bool(home) and place.resolved.country not in home


def in_brackets(story: Story, first: EventPlace, second: EventPlace) -> bool:
    """Say whether a place only tells, in brackets, where the one before it lies ("Sarmin (Idleb)")."""
    if first.sentence != second.sentence:
        return False
    norm = story.sentences[second.sentence].words.norm
    gap = norm[first.mention.last : second.mention.first]
    opened = first.mention.first > 0 and norm[first.mention.first - 1] == "("
    unit = second.resolved.kind in AROUND  # "(Gao, Mopti and Sikasso)" are three
    return gap == ["("] or (gap == [","] and opened and unit)


def own_land(frame: Frame, place: EventPlace) -> bool:
    """Say whether a state's force would attack its own country at a place that an earlier sentence named.

    Two states accuse each other in turn; what one says of the other does not happen where the other's victims were.
    """
    agents = [m for m in frame.agents if is_state(m) and m.country]
    foreign = [m for m in frame.targets if is_state(m) and m.country and m.country != place.resolved.country]
    unnamed = frame.accused or (
        frame.speaker is not None and frame.speaker.country not in {"", place.resolved.country}
    )
    at_home = bool(agents) and all(m.country == place.resolved.country for m in agents)
    return at_home and (bool(foreign) or unnamed) and place.mention.kind != "border"
