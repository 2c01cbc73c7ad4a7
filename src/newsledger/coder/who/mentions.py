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

from newsledger.coder.spans import PRIVATE, Mention, Sentence
from newsledger.coder.who.nouns import FORCES, tags_for
from newsledger.coder.who.phrases import Phrases
from newsledger.coder.who.units import Unit, units_of

CLOTHES = frozenset(
    "uniform uniforms fatigues attire clothing clothes outfit outfits garb costume costumes boots insignia jackets"
    " vests caps helmets impostors imposters impersonators".split()
)
STYLES = frozenset("style type issue looking camouflage combat dress".split())
STOLEN = frozenset("stolen hijacked commandeered fake bogus phoney phony".split())
GUISES = frozenset(
    "dressed disguised posing posed wearing wore masquerading masqueraded pretending pretended impersonating clad"
    " garbed guise".split()
)
SPORT = frozenset({"pitch", "football", "soccer", "derby", "fc", "hooligans", "ultras"})
ARMS = frozenset(
    "forces army rifles jawan jawans crpf encounter outfit outfits cadre cadres militant militants insurgent insurgents"
    " extremist extremists gunned ambush ambushed bullets explosives grenade grenades bandh abducted abduction"
    " extortion surrendered slain gunfight rebels rebel hideout commandos separatist".split()
)
FOLLOWERS = frozenset({"supporters", "supporter", "followers"})
BRANCHES = frozenset("affiliate affiliates affiliated offshoot franchise ally branch splinter".split())
NEAR = 3  # tokens between a group and its affiliate
BETWEEN = frozenset(
    "in as to be a an the of like what appeared full green olive khaki black blue camouflage camouflaged regular local"
    " members their".split()
)
DRESSED = 7  # tokens before a force in which the words for a disguise stand
# words that end the names of parties and unions
CALLED = frozenset(
    {"group", "movement", "organisation", "organization", "faction", "militia", "outfit", "network"}
)
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
    peoples = {unit.id for unit in units if unit.kind == "people"}
    found: list[Mention] = []
    at = 0
    while at < len(units):
        mention, after = phrases.read(at)
        if mention is not None and found and shortens(sentence, found[-1], mention):
            found[-1] = replace(found[-1], last=mention.last + 1)
        elif mention is not None and found and is_party_of(sentence, found[-1], mention):
            found[-1] = replace(found[-1], last=mention.last, entry=mention.entry)
        elif mention is not None and mention.first >= (found[-1].last if found else 0):
            found.extend(m for m in phrases.shared if m.first >= (found[-1].last if found else 0))
            if found and (
                is_people_of(sentence, found[-1], mention) or is_named(sentence, found[-1], mention)
            ):
                mention = replace(mention, first=found[-1].first, count=found.pop().count)
            found.append(mention)
        elif mention is None and "member" in units[at].tags:
            found.extend(party_people(sentence, units[at], found))
        phrases.shared.clear()
        at = max(after, at + 1)
    if not SPORT.isdisjoint(sentence.words.norm):
        found = [as_insurgent(sentence, as_fan(sentence, m)) for m in found]
    if any(m.kind == "communal" and m.entry in peoples for m in found):
        found = [as_people(m) for m in found]
    found = [m for i, m in enumerate(found) if not is_kin(sentence, m, found[i + 1 : i + 2])]
    return [m for m in found if not (is_guise(sentence, m) or is_parent(sentence, m, found))]


def as_people(mention: Mention) -> Mention:
    """Return a militia by a spelt name as that of a people, since it stands beside one of a people that is known."""
    if not mention.entry.startswith("spelt:Militia:"):
        return mention
    entry = mention.entry.replace(":Militia:", ":Ethnic:", 1)
    tags = tags_for("communal", mention.tags | {"communal"}, "plural" not in mention.tags)
    return replace(mention, kind="communal", entry=entry, tags=tags)


def is_kin(sentence: Sentence, owner: Mention, behind: list[Mention]) -> bool:
    """Say whether somebody is only named for whose kin or driver is meant ("a colonel's wife")."""
    norm = sentence.words.norm
    gap = norm[owner.last : behind[0].first] if behind else []
    if gap[:1] not in (["'s"], ["'"]) or len(gap) > NEAR:
        return False
    if owner.kind == "government" and behind[0].kind in FORCES:
        return True  # "the government's troops"
    kin = behind[0].kind in PRIVATE and "youth" not in behind[0].tags  # not "the party's youth wing"
    return kin and {"person"} <= owner.tags & behind[0].tags


def as_fan(sentence: Sentence, mention: Mention) -> Mention:
    """Return "supporters" as fans where a sentence tells of a match, and others as they are."""
    word = sentence.words.norm[mention.first : mention.last]
    if mention.kind != "protesters" or mention.entry or FOLLOWERS.isdisjoint(word):
        return mention
    tags = tags_for("crowd", (mention.tags - {"protesters", "supporters"}) | {"fans"}, False)
    return replace(mention, kind="crowd", tags=tags)


def as_insurgent(sentence: Sentence, mention: Mention) -> Mention:
    """Return the "ultras" of South Asia as the insurgents they are where a sentence tells of arms and no match."""
    norm = sentence.words.norm
    if "fans" not in mention.tags or norm[mention.last - 1] != "ultras":
        return mention
    if ARMS.isdisjoint(norm) or not (SPORT - {"ultras"}).isdisjoint(norm):
        return mention
    return replace(mention, kind="armed", tags=tags_for("armed", frozenset({"person"}), False))


def is_parent(sentence: Sentence, mention: Mention, found: list[Mention]) -> bool:
    """Say whether a group is only that whose affiliate another is, named beside it ("Al Qaeda affiliate JNIM")."""
    norm = sentence.words.norm
    if (
        mention.kind != "group"
        or norm[mention.last : mention.last + 1] == []
        or norm[mention.last] not in BRANCHES
    ):
        return False
    return any(
        m.kind == "group"
        and m is not mention
        and (0 <= m.first - mention.last <= NEAR or 0 < mention.first - m.last <= NEAR)
        for m in found
    )


def is_guise(sentence: Sentence, mention: Mention) -> bool:
    """Say whether a force is only what somebody is dressed up as ("men in army uniforms", "posing as policemen")."""
    if not mention.tags & {"military", "police"}:
        return False
    norm = sentence.words.norm
    after = norm[mention.last : mention.last + 2]
    if after and (after[0] in CLOTHES or (after[0] in STYLES and CLOTHES & set(after[1:]))):
        return True
    at = mention.first - 1
    if at >= 0 and norm[at] in STOLEN:
        return True
    while at > max(0, mention.first - DRESSED) and norm[at] in BETWEEN:
        at -= 1
    return at >= 0 and norm[at] in GUISES


def is_named(sentence: Sentence, people: Mention, group: Mention) -> bool:
    """Say whether a group is named right behind the words for what it is ("the Lebanon-based militant group X")."""
    word = sentence.words.norm[group.first - 1]
    unnamed = people.kind in {"armed", "gang"} and not people.entry
    part = people.kind == "group" and word == "faction"  # "the ex-Seleka faction UPC"
    beside = group.first in {people.last, people.last + 1}  # "the rebel group A", "the Maoist rebel group A"
    return group.kind == "group" and (unnamed or part) and beside and word in CALLED


def is_party_of(sentence: Sentence, people: Mention, group: Mention) -> bool:
    """Say whether a group is named as the party of people without arms ("a member of the opposition A")."""
    behind = people.last == group.first and sentence.words.norm[group.first - 1] == "opposition"
    return behind and group.kind == "group" and people.kind == "protesters"


def shortens(sentence: Sentence, name: Mention, short: Mention) -> bool:
    """Say whether a mention in brackets is only the short form of the name before it, and no group of its own that is
    known by the same letters ("Somali National Army (SNA)")."""
    norm = sentence.words.norm
    if short.last != short.first + 1 or name.last + 1 != short.first or norm[name.last] != "(":
        return False
    letters = norm[short.first]
    initials = "".join(n[0] for n in norm[max(0, name.last - len(letters)) : name.last])
    return norm[short.last : short.last + 1] == [")"] and name.entry != short.entry and initials == letters


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
