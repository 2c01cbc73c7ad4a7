"""Which countries are the homes of the groups that a story names?"""

from newsledger.coder.knowledge import Knowledge
from newsledger.coder.story import Story

HOMES = 5  # countries of a group at most, for its first one to say where a story is


def homes(story: Story, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the home countries of the named groups of a story that have just one home."""
    groups = knowledge.actors.catalogue.groups
    named = {m.entry for s in story.sentences for m in s.mentions if m.entry in groups}
    return tuple(sorted({groups[n].countries[0] for n in named if len(groups[n].countries) == 1}))


def first_homes(story: Story, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the first home countries of the named groups of a story that have a few: slight evidence."""
    groups = knowledge.actors.catalogue.groups
    named = {m.entry for s in story.sentences for m in s.mentions if m.entry in groups}
    return tuple(sorted({groups[n].countries[0] for n in named if 1 < len(groups[n].countries) <= HOMES}))
