"""Behind: whose people somebody is, told after them ("soldiers from Chad", "members of the PKK")."""

from dataclasses import replace

from newsledger.coder.spans import STATE, Mention
from newsledger.coder.who.nouns import tags_for
from newsledger.coder.who.reading import Reading
from newsledger.coder.who.units import Unit

# kinds that may be a group's people
LOOSE = frozenset({"armed", "gang", "communal", "military", "civilians"})
AS_CROWD = frozenset({"protesters", "unarmed", "supporters"})  # what supporters of a group are tagged
DESCRIBED = 6  # tokens between "from" and the name of a group
MEN = frozenset({"men", "boys", "individuals", "persons", "elements", "subjects"})  # of a group, its fighters
# parts of a group that stand before its name ("the Carlos Lara structure of the ELN")
SUBUNITS = frozenset(
    "structure front fronts bloc block column company commission faction wing branch cell unit brigade battalion cartel"
    " command section sector".split()
)
WARRIORS = frozenset({"armed", "gang", "communal"})
# words between "from" and a people's name
NEARBY = frozenset(
    "the rival neighbouring neighboring nearby ethnic local east west north south eastern western central".split()
)
Found = tuple[Mention, int]


def owner_behind(reading: Reading, mention: Mention, tags: frozenset[str], end: int) -> Found | None:
    """Read what follows a mention with "of", "from", "in" or "loyal to"; `end` is the unit after it.

    A country is set on `mention` and None returned; where the words name somebody else, that mention is
    returned with the unit to go on with: "members of the PKK" is the group, "officers of the Russian army"
    its military.
    """
    norm, start = reading.norm, mention.last
    if start >= len(norm) or end >= len(reading.units):
        return None
    word, links = norm[start], reading.small["belonging"]
    if word not in links and " ".join(norm[start : start + 2]) not in links:
        return None
    start, end = past_backer(reading, start + (1 if word in links else 2), end)
    nxt = reading.units[end]
    if start < nxt.first and norm[start] in reading.small["articles"]:
        start += 1
    if nxt.kind == "people" and mention.kind in WARRIORS and set(norm[start : nxt.first]) <= NEARBY:
        return of_tribe(mention, nxt, tags), end + 1
    ahead = group_ahead(reading, start, end)
    if ahead > end or (ahead == end and nxt.first > start):
        found = None if word == "in" else of_group(reading, mention, tags, ahead)
        if word == "in" or found is not None:
            return found
    if nxt.first != start:
        return None
    if nxt.kind == "country":
        named = -1 if word == "in" else group_of_country(reading, end)
        found = of_group(reading, mention, tags, named) if named > 0 else None
        return found or of_country(reading, mention, tags, end, word)
    if word == "in" or mention.kind == "government":
        return None
    if nxt.kind == "group":
        return of_group(reading, mention, tags, end)
    if nxt.kind == "force" and word == "of":
        return of_people(reading, mention, tags, end)
    return None


def past_backer(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Return token and unit behind "Taliban-inspired", which only tells whose friend the group named next is."""
    unit = reading.units[end]
    named = unit.kind == "group" and [u.kind for u in reading.units[end + 1 : end + 2]] == ["group"]
    return (unit.last + 1, end + 1) if named and reading.is_backer(unit) else (start, end)


def group_ahead(reading: Reading, start: int, at: int) -> int:
    """Return the unit from `at` on that is a group's name, looking past words for what it is ("fighters from the armed
    Islamist group al-Shabaab"), or -1."""
    for k in range(at, min(at + 4, len(reading.units))):
        unit = reading.units[k]
        gap = reading.norm[start : unit.first]
        of_part = gap[-2:] == ["of", "the"] or gap[-1:] == ["of"]
        if of_part and not SUBUNITS.isdisjoint(gap):
            gap = gap[: -1 if gap[-1] == "of" else -2]
        if unit.first - start > DESCRIBED or set(gap) & reading.small["breaks"]:
            return -1
        if unit.kind == "group":
            return k
        people = unit.kind == "force" and "site" not in unit.tags and {"armed", "company"} & unit.tags
        if not people:
            return -1
    return -1


def group_of_country(reading: Reading, at: int) -> int:
    """Return the unit of a group that is a country's ("gunmen from Somalia's Islamist group al-Shabaab"), or -1."""
    end = reading.units[at].last
    return group_ahead(reading, end + 1, at + 1) if reading.norm[end : end + 1] == ["'s"] else -1


def of_tribe(mention: Mention, people: Unit, tags: frozenset[str]) -> Mention:
    """Read "raiders from neighbouring Turkana County", "gunmen of the Misseriya" as that people's militia."""
    known = tags_for("communal", (tags & {"person", "plural"}) | {"communal", "identity-militia"}, False)
    return replace(mention, last=people.last, kind="communal", entry=people.id, tags=known)


def of_group(reading: Reading, mention: Mention, tags: frozenset[str], end: int) -> Found | None:
    """Read "fighters of Hezbollah", "supporters of the BJP"."""
    men = reading.norm[mention.last - 1] in MEN and "party" not in reading.units[end].tags
    if mention.kind == "civilians" and "member" not in tags and not men:
        return None
    own = (
        mention.kind in {"police", "prison"} and "rebel" in reading.units[end].tags
    )  # "the police of the ELN"
    volunteers = mention.kind == "identity" and reading.norm[mention.last - 1].startswith("volunteer")
    if mention.entry == "prisoners" and reading.norm[mention.last] == "of":
        _, after = reading.group(end, mention.first, "")
        mention.last = reading.units[after - 1].last
        return mention, after  # "inmates of the Barrio 18 gang" are inmates
    if not tags & {"generic", "member", "site"} and mention.kind not in LOOSE and not (volunteers or own):
        return None
    other, after = reading.group(end, mention.first, "")
    if other is None:
        return None
    if "supporters" in tags:
        other.kind, other.tags = "protesters", other.tags - {"armed", "group"} | AS_CROWD
    other.tags |= tags & {"person", "site"}
    if "person" in tags and reading.units[end - 1].form != "noun":
        other.tags |= {"plural"}
    other.count = mention.count
    return other, after


def of_people(reading: Reading, mention: Mention, tags: frozenset[str], end: int) -> Found | None:
    """Read "members of the security forces", "officers of the palace guard", "supporters of the opposition"."""
    forces = reading.units[end].tags & {"military", "police", "armed", "gang"}
    if mention.kind == "gang" and "armed" in reading.units[end].tags:
        mention.last = reading.units[end].last
        return mention, end + 1  # "a gang of kidnappers"
    ranks = {"generic", "person"} <= tags and "supporters" not in tags
    if "member" in tags or (ranks and forces):
        other, after = reading.people_words(end, reading.units[end].first, "")
        if other is None:
            return None
        return joined(reading, mention, other, end), after
    if "supporters" in tags:
        singular = reading.units[end - 1].form == "noun"
        after = named_behind(reading, reading.chain_end(end))
        mention.last, mention.tags = reading.units[after - 1].last, tags_for("protesters", tags, singular)
        return mention, after
    return None


def named_behind(reading: Reading, after: int) -> int:
    """Return the unit behind a leader's name that follows his office ("opponents of former premier Imran Khan")."""
    named = reading.units[after : after + 1]
    office = reading.units[after - 1]
    return after + 1 if named and "leader" in named[0].tags and named[0].first == office.last else after


def of_country(reading: Reading, mention: Mention, tags: frozenset[str], end: int, word: str) -> Found | None:
    """Read "soldiers from Chad", "police in Baku", "members of the Russian military"."""
    nxt = reading.units[end]
    if end + 1 < len(reading.units) and reading.joins(nxt, reading.units[end + 1]):
        body = tags & {"member", "generic"} or (tags & STATE and "person" in tags)
        other, after = reading.country(end) if body and word in {"of", "from"} else (None, end)
        if other is None or other.kind in {"state", "civilians", "identity"}:
            return None
        if "supporters" in tags:  # "opponents of Chad's new government" are a crowd, whoever they are for
            mention.last, mention.tags = other.last, tags_for("protesters", tags, False)
            return mention, after
        return joined(reading, mention, other, end), after
    if "demonym" in nxt.tags or (word == "from" and "thing" in tags and "person" not in tags):
        return None  # "fired rockets from Gaza": from there, whose they are is not told
    if word == "in" and "capital" not in nxt.tags and reading.norm[nxt.last : nxt.last + 1] == ["("]:
        return None  # "by police in Trinidad (Beni)": a town of that name
    if mention.kind == "mission" or not (tags & STATE or ("name" in nxt.tags and word == "from")):
        return None
    mention.country = nxt.id
    if word != "in":
        mention.last = nxt.last
    return None


def joined(reading: Reading, mention: Mention, other: Mention, end: int) -> Mention:
    """Return `other`, named behind `mention`, with the beginning and the number of `mention`."""
    plural = reading.units[end - 1].form != "noun"
    tags = other.tags | ({"person", "plural"} if plural else {"person"})
    return replace(other, first=mention.first, count=mention.count, tags=tags)
