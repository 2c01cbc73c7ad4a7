"""Namesakes: which of several groups of one name a story means, by the country in which it lies ("the SNA"), and
whether a group is a state's force on the day of the story (the Taliban since 2021)."""

from collections.abc import Mapping
from datetime import date

from newsledger.coder.kinds import is_national
from newsledger.coder.ownday import Dated
from newsledger.coder.spans import Mention
from newsledger.coder.story import Story
from newsledger.coder.who.catalogue import Group
from newsledger.coder.who.naming import Actors

CLASSES = {"Rebel group": "rebel", "Political militia": "militia", "Identity militia": "identity-militia"}
INSURGENTS = frozenset(
    {"insurgents", "insurgent", "rebels", "rebel", "guerrillas", "militants"}
)  # who do not govern
CALLED = frozenset({"military", "police", "government", *CLASSES.values()})


def tell_apart(story: Story, actors: Actors, country: str) -> None:
    """Give each mention of several groups the one that is at home in `country`, where exactly one is."""
    named = [m for sentence in story.sentences for m in sentence.mentions]
    named += [m for frame in story.frames for m in (*frame.agents, *frame.targets)]
    for mention in named:
        if "|" in mention.entry:
            choose(mention, actors, country)


def bring_home(story: Story, actors: Actors) -> None:
    """Give each mention of one state's army or police by its own name its country, so that it is abroad elsewhere ("the
    Kenya Defence Forces seized Kismayo")."""
    for frame in story.frames:
        for mention in (*frame.agents, *frame.targets):
            group = actors.catalogue.groups.get(mention.entry)
            if (
                group is not None
                and not mention.country
                and is_national(mention)
                and len(group.countries) == 1
            ):
                mention.country = group.countries[0]


def settle_powers(story: Story, dated: Mapping[int, Dated], actors: Actors, country: str) -> None:
    """Class a group that governs on the day of an act with the forces of its state (coding-rules 3); `dated` are the
    days of the frames by their number."""
    for number, frame in enumerate(story.frames):
        day = dated[number].when.date or story.article.published
        for mention in (*frame.agents, *frame.targets):
            if mention.kind != "group":
                continue
            words = story.sentences[mention.sentence].words.norm[mention.first : mention.last]
            if INSURGENTS.isdisjoint(words):
                settle_power(mention, actors.catalogue.groups.get(mention.entry), country, day)


def settle_power(mention: Mention, group: Group | None, country: str, day: date) -> None:
    """Give a mention of a group the class that it has on a day, unless its name is another group's in `country`."""
    if group is None or country in group.names:
        return
    phase = group.phase(day)
    if phase is not None and phase.body:
        mention.tags = (mention.tags - CALLED) | {phase.body}


def choose(mention: Mention, actors: Actors, country: str) -> None:
    """Give a mention the entry and the class of its group in `country`; one that shares its name with the forces of
    another state may be these."""
    known = (actors.catalogue.groups.get(ident) for ident in mention.entry.split("|"))
    groups = [group for group in known if group is not None]
    home = [group for group in groups if country in group.countries]
    if len(home) == 1 and (home[0].body or not any(group.body for group in groups)):
        mention.entry = home[0].id
        kind = home[0].body or CLASSES.get(home[0].inter, "")
        mention.tags = (mention.tags - CALLED) | ({kind} if kind else set())
