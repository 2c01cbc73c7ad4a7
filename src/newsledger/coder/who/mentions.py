"""Mentions: who is named in a sentence, put together from the spans of countries, forces, people and groups.

Read from left to right: "[country] [up to two adjectives] [words for people]" and what follows with "of" or
"from" ("the defence ministry of Armenia", "members of the PKK"). A mention starts at the country or the noun,
not at the number or article, and ends with the noun.

The tags of a mention are what rules ask for: state, military, police, government, prison, group, rebel,
militia, identity-militia, gang, communal, mission, security, party; armed (an organised armed actor),
unarmed; crowd, protesters, rioters, civilian, identity, person (counted as victims), plural, official,
supporters, activists, suspect, fans, youth, settlers, vigilante, pastoralist, religion, work, loyal (forces
on a government's side), foreign (coalitions), security-forces, thing (aircraft, guns), site (a base, a
position, a building), ranks (officers and commanders), former (no longer on duty), national ("three
Armenians"), capital, leader, backed ("Ankara-backed"), own ("its soldiers"), and anaphor with pair ("both
sides"), enemy or own.
"""

from newsledger.coder.spans import Mention, Sentence
from newsledger.coder.who.phrases import Phrases
from newsledger.coder.who.units import units_of


def mentions(sentence: Sentence) -> list[Mention]:
    """Return who is named in a sentence, from left to right, without overlaps (coding-rules 3)."""
    units = units_of(sentence)
    if not units:
        return []
    phrases = Phrases(sentence, units)
    found: list[Mention] = []
    at = 0
    while at < len(units):
        mention, after = phrases.read(at)
        if mention is not None and mention.first >= (found[-1].last if found else 0):
            found.extend(m for m in phrases.shared if m.first >= (found[-1].last if found else 0))
            found.append(mention)
        phrases.shared.clear()
        at = max(after, at + 1)
    return found
