"""Whereabouts: the places of each frame of a story, by clause, sentence, the text before, and the dateline."""

from functools import cached_property

from newsledger.coder.frames import Frame
from newsledger.coder.knowledge import Knowledge
from newsledger.coder.story import Story
from newsledger.coder.where.context import PlaceContext
from newsledger.coder.where.event import EventPlace, event_places

BEHIND = 4  # tokens between a verb and the place that is its object


class Whereabouts:
    """The places of one story."""

    def __init__(self, story: Story, knowledge: Knowledge, countries: tuple[str, ...]) -> None:
        self.story = story
        line = story.page.dateline
        self.places = PlaceContext.build(
            story.sentences,
            knowledge.gazetteer,
            upper=story.upper,
            dateline=line.place if line else "",
            coverage=countries,
        )

    @cached_property
    def country(self) -> str:
        """The country that the story is about, or empty."""
        return self.places.country()

    def of(self, frame: Frame) -> list[EventPlace]:
        """Return the places of a frame; along a border the side of those attacked counts (coding-rules 4)."""
        side = next((m.country for m in frame.targets if m.country), "")
        return event_places(
            self.places,
            self.story.sentences,
            frame.sentence.index,
            (frame.first, frame.last),
            frame.clause,
            side=side,
        )

    def context(self, frame: Frame) -> frozenset[str]:
        """Return `place-object` if a place is what the verb acts upon ("recaptured Kobani")."""
        for mention in self.places.mentions[frame.sentence.index]:
            behind = frame.last <= mention.first <= frame.last + BEHIND
            if behind and mention.cue in {"none", "of"} and not mention.is_country:
                return frozenset({"place-object"})
        return frozenset()
