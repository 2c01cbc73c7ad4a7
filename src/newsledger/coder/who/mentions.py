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

from dataclasses import replace

from newsledger.coder.spans import Mention, Sentence
from newsledger.coder.who.phrases import Phrases
from newsledger.coder.who.units import Unit, units_of

# words that end the names of parties and unions
MEMBERS = frozenset({"member", "members"})  # they need no word for a party behind them
PARTIES = frozenset("party front movement union alliance league congress coalition federation forum".split())


def is_people_of(sentence: Sentence, people: Mention, tribe: Mention) -> bool:
    """Say whether armed people are those of a clan or tribe named behind them ("gunmen from the Ayuub clan")."""
    if not tribe.entry.startswith("spelt:") or people.kind not in {"armed", "gang", "communal"}:
        return False
    gap = sentence.words.norm[people.last : tribe.first]
    return not people.entry.startswith("spelt:") and gap in (["of"], ["from"], ["of", "the"], ["from", "the"])


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
            if found and is_people_of(sentence, found[-1], mention):
                mention = replace(mention, first=found[-1].first, count=found.pop().count)
            found.append(mention)
        elif mention is None and "member" in units[at].tags:
            found.extend(party_people(sentence, units[at], found))
        phrases.shared.clear()
        at = max(after, at + 1)
    return found


def party_people(sentence: Sentence, unit: Unit, found: list[Mention]) -> list[Mention]:
    """Return a leader or member of a party that no list names: "the leader of the Frontline Socialist Party"."""
    norm, text, last = sentence.words.norm, sentence.words.text, unit.last
    if norm[last : last + 1] != ["of"] or (found and found[-1].last > unit.first):
        return []
    for i in range(last + 1, min(len(norm), last + 8)):
        bare = norm[unit.first] in MEMBERS and i > last + 1 and text[i][0].isupper()
        if bare or (norm[i] in PARTIES and text[i][0].isupper() and i > last + 1):
            tags = frozenset({"protesters", "person", "supporters", "unarmed"})
            plural = frozenset({"plural"}) if unit.form == "nouns" else frozenset()
            return [Mention(unit.first, unit.last, "protesters", "", "", tags | plural)]
        if not text[i][0].isupper() and norm[i] not in {"the", "of", "for", "and"}:
            return []
    return []
