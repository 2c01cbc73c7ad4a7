"""An article as the coder has read it: its story, places, days and decisions, and the accounts made of them."""

from dataclasses import dataclass, field
from functools import cached_property

from newsledger.coder import anaphora
from newsledger.coder.accounts import Account
from newsledger.coder.decide import Decision
from newsledger.coder.ownday import Dated
from newsledger.coder.spans import Mention, Sentence
from newsledger.coder.story import Story
from newsledger.coder.where.event import EventPlace
from newsledger.coder.whereabouts import Whereabouts
from newsledger.coder.who.naming import Actors


@dataclass
class Reading:
    """An article as the coder has read it: for `explain` and for writing the reports."""

    story: Story
    where: Whereabouts
    scope: str
    decisions: dict[int, Decision] = field(default_factory=dict)
    dated: dict[int, Dated] = field(default_factory=dict)
    places: dict[int, list[EventPlace]] = field(default_factory=dict)
    accounts: list[Account] = field(default_factory=list)
    named: frozenset[int] = frozenset()  # the ids of frames that the story only refers to
    shot: frozenset[int] = frozenset()  # the ids of frames that are shootings by the sentences beside them

    @cached_property
    def parties(self) -> list[Mention]:
        """The two states or groups that fight in the story, for "both sides"."""
        return anaphora.find_parties(self.story)

    @cached_property
    def states(self) -> frozenset[str]:
        """The countries whose states the story names."""
        return states_in(self.story.sentences, self.where.knowledge.actors)


def states_in(sentences: list[Sentence], actors: Actors) -> frozenset[str]:
    """Return the countries and states in fact that the mentions of sentences name, by themselves or by their forces."""
    mentions = [m for s in sentences for m in s.mentions]
    groups = actors.catalogue.groups
    forces = (groups[m.entry].countries[0] for m in mentions if m.entry in groups and groups[m.entry].body)
    return frozenset({*(m.country for m in mentions if m.country), *forces})
