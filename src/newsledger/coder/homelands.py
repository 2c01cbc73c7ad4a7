"""Which countries are the homes of the groups that a story names?"""

from collections.abc import Mapping

from newsledger.coder.knowledge import Knowledge
from newsledger.coder.story import Story
from newsledger.coder.who.naming import LOCAL

ARMIES = frozenset({"military", "state", "police", "security", "armed"})
BACKED = frozenset({"backed", "led", "allied", "aligned", "supported"})  # behind whose men others are
HOMES = 5  # countries of a group at most, for its first one to say where a story is


def homes(story: Story, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the home countries of the named groups of a story that have just one home."""
    groups, named = knowledge.actors.catalogue.groups, known(story, knowledge)
    return tuple(sorted({groups[n].countries[0] for n in named if len(groups[n].countries) == 1}))


def known(story: Story, knowledge: Knowledge) -> set[str]:
    """Return the named groups of a story; a service that many countries have counts only where it is written as a
    name ("the SAPS", not "the joint task force")."""
    groups = knowledge.actors.catalogue.groups
    return {
        m.entry
        for s in story.sentences
        for m in s.mentions
        if m.entry in groups and not (LOCAL in m.tags and s.words.text[m.first][0].islower())
    }


def first_homes(story: Story, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the first home countries of the named groups of a story that have a few, of the best known of several
    groups of one name, and those of peoples that have one: slight evidence."""
    groups, named = knowledge.actors.catalogue.groups, known(story, knowledge)
    people = knowledge.actors.catalogue.people
    entries = {m.entry for s in story.sentences for m in s.mentions if m.entry in people}
    shared = {m.entry.partition("|")[0] for s in story.sentences for m in s.mentions if "|" in m.entry}
    named |= shared & groups.keys()
    found = {groups[n].countries[0] for n in named if 1 < len(groups[n].countries) <= HOMES}
    return tuple(sorted(found | {people[n][0] for n in entries if len(people[n]) == 1}))


def fronts(story: Story, knowledge: Knowledge) -> Mapping[str, frozenset[str]]:
    """Return the countries in which a story may be although it names another one alone: those in which the states fight
    abroad, on its day, that it names as actors or by their forces, with these states; the homes of named groups that
    have a few, with none."""
    catalogue = knowledge.actors.catalogue
    groups = [catalogue.groups[name] for name in known(story, knowledge)]
    states = {m.country for s in story.sentences for m in s.mentions if m.kind in ARMIES and m.country}
    states |= {group.countries[0] for group in groups if group.body}
    states |= {
        span.entry.id
        for s in story.sentences
        for span in s.of_kind("country")
        if not BACKED.isdisjoint(s.words.norm[span.last : span.last + 1])
    }
    found = {country: set[str]() for g in groups if 1 < len(g.countries) <= HOMES for country in g.countries}
    for state in states:
        for country in catalogue.abroad.fronts([state], story.article.published):
            found.setdefault(country, set()).add(state)
    return {country: frozenset(armies) for country, armies in found.items()}
