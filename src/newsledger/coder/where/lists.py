"""Which names belong together? Lists ("in A, B and C") and units behind a place ("A, B province")."""

from collections import Counter
from itertools import pairwise

from newsledger.coder.where.chains import DIRECTIONS, UNITS
from newsledger.coder.where.cues import Cues
from newsledger.coder.where.inside import lies_in
from newsledger.coder.where.mention import SUBUNITS, PlaceMention
from newsledger.coder.words import Words

LISTING = frozenset({",", "and", "or", "/", "("})
QUARTER = ([",", "a"], [",", "an"], [",", "the"])
QUARTERS = frozenset("neighborhood neighbourhood suburb quarter slum estate enclave borough".split())
JOINED = frozenset({"and", "or"})
CONNECTING = LISTING | {")", "as", "well", "then", "both", "also", "the"}
BEHIND = frozenset({",", "in", "(", "the"})
# Parts of a town or municipality, which the town itself is named behind.
HAMLETS = frozenset(
    {"barangay", "brgy", "bgy", "barrio", "caserio", "corregimiento", "purok", "sitio", "vereda"}
)
OPENING = 3  # tokens before the unit that opens a sentence ("In the restive")
UNIT_NOUNS = frozenset({"district", "province", "state", "division", "region", "county", "agency"})
GAP = 6  # tokens between two names of a list
# what the last name of a list says all of them are ("in A, B and C regions")
PLURALS = frozenset(
    "regions provinces states districts townships governorates departments counties oblasts municipalities communes"
    " prefectures cantons divisions".split()
)


def join_lists(words: Words, found: list[PlaceMention], cues: Cues) -> None:
    """Give names of one list the same group, and those without a cue the cue of the one before."""
    for before, mention in pairwise(found):
        if not _connected(words, before, mention, cues):
            continue
        if before.cue == "border" and not (before.is_country or mention.is_country):
            mention.cue = "of"  # "on the border of A and B": one event, and A is where it is sought
            continue
        mention.group = before.group
        if mention.cue in {"none", "of"} and mention.start >= before.last:
            mention.cue = before.cue
            mention.start = before.start


def add_towns(words: Words, found: list[PlaceMention], cues: Cues) -> None:
    """Note the name behind the only comma of two names ("in Eastleigh, Nairobi"), while three make a list unless one of
    them is called a unit ("in A, B district, C"); and the town of what is called its quarter ("Eastleigh, a busy
    neighbourhood of Nairobi")."""
    sizes = Counter(mention.group for mention in found)
    for mention, behind in pairwise(found):
        called = not SUBUNITS.isdisjoint({mention.kind, behind.kind})
        alone = behind.group == mention.group and (sizes[mention.group] == 2 or called)
        gap = words.norm[mention.last : behind.first]
        gap = gap[:-1] if gap[-1:] and gap[-1] in DIRECTIONS else gap  # "in Baghuz, eastern Deir ez-Zor"
        listed = alone and gap in ([","], [*gap[:1], ","]) and JOINED.isdisjoint(gap)
        quarter = gap[:2] in QUARTER and bool(gap[-2:-1]) and gap[-2] in QUARTERS
        if listed or quarter or _is_unknown_unit(words, mention.last, behind.first, cues):
            mention.town = behind


def _is_unknown_unit(words: Words, first: int, last: int, cues: Cues) -> bool:
    """Say whether only a unit that no gazetteer knows stands between two names ("in A, Xanadu regency, B")."""
    inside = range(first + 1, last - 2)
    between = words.norm[first:last]
    if not 0 < len(inside) < GAP or (between[0], between[-1]) != (",", ",") or between[-2] not in cues.kinds:
        return False
    return all(words.text[i][0].isupper() for i in inside)


def share_kind(words: Words, found: list[PlaceMention]) -> None:
    """Give names of one list the kind that a plural behind the last of them says they all are."""
    for last in found:
        if words.norm[last.last : last.last + 1] and words.norm[last.last] in PLURALS and last.kind:
            for mention in found:
                if mention.group == last.group and not mention.kind:
                    mention.kind = last.kind


def _connected(words: Words, before: PlaceMention, mention: PlaceMention, cues: Cues) -> bool:
    """Say whether only commas, "and" and words such as "district" stand between two names."""
    start = mention.start if mention.start >= before.last else mention.first
    between = words.norm[before.last : start]
    if not between or len(between) > GAP or LISTING.isdisjoint(between):
        return False
    if mention.cue == "near" and before.cue == "at" and JOINED.isdisjoint(between) and start < mention.first:
        return False  # "in A village, south of B" tells where A lies
    if between[:2] in ([",", "a"], [",", "an"]):
        return False  # "in A, a town near B"
    return all(n in CONNECTING or n in cues.kinds or n in cues.skip or n in cues.special for n in between)


def _is_unit(mention: PlaceMention) -> bool:
    """Say whether a name is first of all that of a unit or country, and no town's."""
    return mention.kind in {"admin1", "admin2", "country"} or mention.candidates[0].kind in UNITS


def _plain(between: list[str]) -> list[str]:
    """Return the words between two names without what stands in brackets: "A tehsil (revenue unit) of B"."""
    if "(" in between and ")" in between[between.index("(") :]:
        return between[: between.index("(")] + between[between.index(")") + 1 :]
    return between


def add_hamlets(words: Words, found: list[PlaceMention]) -> None:
    """Note the town behind the name of a part of it: "Barangay A, B", "sitio A, barangay B, C"."""
    for number in range(len(found) - 2, -1, -1):
        mention, behind = found[number : number + 2]
        at = mention.first - 1
        at -= at > 0 and words.norm[at] == "."
        if at >= 0 and words.norm[at] in HAMLETS and not mention.chain and not behind.is_country:
            between = words.norm[mention.last : behind.first]
            if between and between[0] == "," and all(n == "," or n == "." or n in HAMLETS for n in between):
                outer = tuple(m for m in found[number + 2 : number + 3] if m.name == behind.within)
                mention.chain = (behind, *(behind.chain or outer))
                mention.within, mention.settled = behind.name, True


def add_opening(words: Words, found: list[PlaceMention]) -> None:
    """Note the unit that a sentence opens with as the one around its towns: "In A District, … in the B area"."""
    opening = found[0]
    head = words.norm[: opening.first]
    unit = opening.kind in SUBUNITS or any(p.kind in SUBUNITS for p in opening.candidates[:1])
    at = opening.last
    while at < len(words.norm) and words.norm[at] in UNIT_NOUNS:
        at += 1
    named = at > opening.last or words.norm[at - 1] in UNIT_NOUNS
    if (
        not unit
        or not (head and head[0] == "in" and len(head) <= OPENING)
        or words.norm[at : at + 1] != [","]
    ):
        return
    for mention in found[1:]:
        if mention.within or mention.is_country or mention.group == opening.group:
            continue
        inside = any(lies_in(p, o) for p in mention.candidates for o in opening.candidates)
        if inside or (mention.kind == "area" and named):
            mention.within = opening.name
        if not inside and mention.within:
            mention.chain = (opening,)


def add_within(words: Words, found: list[PlaceMention], cues: Cues) -> None:
    """Note the unit or country named right behind a place: "A, B", "A in B", "A (B)"."""
    for mention, behind in reversed(list(pairwise(found))):
        between = _plain(words.norm[mention.last : behind.first])
        if not between or len(between) > GAP or not any(p.kind in UNITS for p in behind.candidates):
            continue
        if behind.group == mention.group and not _is_unit(behind):
            continue
        if mention.is_country and behind.is_country:
            continue
        if mention.kind == "admin1" and not behind.is_country:
            continue  # "in the state of A in B": B lies in A
        if between[0] not in BEHIND and between[0] not in cues.kinds:
            continue
        while len(between) > 2 and between[-1] in DIRECTIONS:
            between = between[:-1]  # "the Dora district of southern Baghdad"
        if between[0] in cues.kinds and between[-1] == "of":
            between = between[:-1]  # "the A area of B"
        if all(n in BEHIND or n in cues.skip or n in cues.kinds for n in between):
            mention.within = behind.name
            mention.settled = behind.short and between == [","]
            land = behind.is_country and mention.kind == "admin1"  # "Eastern Region of Burkina Faso"
            if "in" in between or behind.kind in {"admin1", "admin2"} or land:
                mention.chain = (behind, *behind.chain)


def spread_origin(found: list[PlaceMention]) -> None:
    """Take the units around a place that somebody comes from as origins, too ("from A district of B province")."""
    for mention, behind in pairwise(found):
        if mention.cue == "from" and mention.within == behind.name and behind.cue in {"none", "of"}:
            behind.cue = "from"
