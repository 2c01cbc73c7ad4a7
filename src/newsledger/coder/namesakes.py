"""Namesakes: which of several groups of one name a story means, by the country in which it lies ("the SNA")."""

from newsledger.coder.spans import Mention
from newsledger.coder.story import Story
from newsledger.coder.who.naming import Actors

CLASSES = {"Rebel group": "rebel", "Political militia": "militia", "Identity militia": "identity-militia"}
CALLED = frozenset({"military", "police", "government", *CLASSES.values()})


def tell_apart(story: Story, actors: Actors, country: str) -> None:
    """Give each mention of several groups the one that is at home in `country`, where exactly one is."""
    named = [m for sentence in story.sentences for m in sentence.mentions]
    named += [m for frame in story.frames for m in (*frame.agents, *frame.targets)]
    for mention in named:
        if "|" in mention.entry:
            choose(mention, actors, country)


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
