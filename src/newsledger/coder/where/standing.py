"""Does a name stand for itself, or is it a part of a person's, street's or firm's?"""

from newsledger.coder.grammar import DAYS
from newsledger.coder.places.gazetteer import Place
from newsledger.coder.where.lead_in import kind_at
from newsledger.coder.where.mention import PlaceMention
from newsledger.coder.where.people import is_person
from newsledger.coder.where.reading import Reading
from newsledger.coder.words import Words

OFFICES = frozenset({
    "administrator", "archbishop", "bishop", "chairman", "chairperson", "chairwoman", "chief", "commander",
    "commissioner",
    "governor", "head", "mayor", "prefect", "spokesman", "spokesperson", "spokeswoman",
})  # fmt: skip
SHORES = (["coast"], ["coastal"], ["port"], ["resort"], ["harbour"], ["harbor"])
SEAS = frozenset({"sea", "gulf", "bay", "ocean", "coast"})
# the ends of street names, also where a town somewhere is called like one ("on Church Street")
ROADS = frozenset("avenue avenues boulevard drive lane parkway road roads street streets".split())
THEIR = frozenset({"their", "its", "our"})
BUREAUS = frozenset(
    "office bureau branch representative representatives spokesman spokeswoman mission".split()
)
PLAIN = frozenset({"in", "near"})  # words before a place that seldom stand before a person
DEALS = frozenset("agreement agreements accord accords treaty protocol declaration".split())
# words behind which "in" and a name open a statement
CLAUSES = frozenset({"while", "whereas", "but", "and", "also", ","})
# words that may stand behind a name and are no noun that it belongs to ("the Goma airport")
ENDS_NAME = frozenset(
    "and or with on in from by to at after near while as where when which that is was".split()
)
BANKS = frozenset({"across", "along", "over", "crossed", "crossing", "cross"})
RIVERSIDE = frozenset({"settlement", "village", "district-seat", "admin2"})
MAJOR = 100_000  # people; below this another name than the place's own needs a cue


def stands_free(
    reading: Reading, name: tuple[int, int], run: tuple[int, int], found: tuple[Place, ...], near: bool
) -> bool:
    """Say whether tokens `name` inside the run of capitalised tokens `run` are a name of their own.

    `found` are the places of that name; `near` says that the name before ends right where this one begins.
    """
    words, cues = reading.words, reading.cues
    first, last = name
    known = found[0].kind in {"country", "capital"}
    if is_person(words, first, last, cues, frozenset() if known else reading.people):
        owner = words.norm[last : last + 1] == ["'s"]  # "in Smith's car"
        return (
            words.norm[first] in reading.people
            and run == name
            and words.norm[first - 1] in PLAIN
            and not owner
        )
    if is_river(reading, first, last, found) or is_bureau(words, first, last):
        return False
    if found[0].kind == "admin1" and last < len(words) and words.norm[last].isdecimal() and not near:
        return False  # a road: "Ohio 61"
    if is_street(reading, first, last) or (last < run[1] and words.norm[run[1] - 1] in cues.other):
        return False
    if last - first > 1:
        return words.norm[last - 1] not in ROADS or words.norm[first] == "the" or found[0].is_ours
    if (words.norm[first] in cues.common or words.norm[first] in cues.seldom) and _goes_on(
        reading, first, last
    ):
        return False
    if not near and not _fits_before(reading, first, run[0]):
        return False
    if last >= run[1] or _fits_behind(reading, last, run[1]):
        return True
    return found[0].primary and found[0].population >= MAJOR and reading.has_strong_cue(first)


def is_bureau(words: Words, first: int, last: int) -> bool:
    """Say whether a name only tells which office of somebody speaks ("through their London office")."""
    return first > 0 and last < len(words) and words.norm[first - 1] in THEIR and words.norm[last] in BUREAUS


def is_river(reading: Reading, first: int, last: int, found: tuple[Place, ...]) -> bool:
    """Say whether "across the" before a town's name and no noun behind it make it a river's ("from across the
    Dnipro")."""
    norm = reading.words.norm
    if first < 2 or norm[first - 1] != "the" or norm[first - 2] not in BANKS:
        return False
    alone = last >= len(norm) or not norm[last][0].isalpha() or norm[last] in ENDS_NAME
    return alone and all(p.kind in RIVERSIDE and not p.name.startswith("The ") for p in found)


def _fits_before(reading: Reading, first: int, begin: int) -> bool:
    """Say whether the capitalised word before a name of one word is no part of it."""
    if first <= begin:
        return True
    words, cues = reading.words, reading.cues
    token = words.norm[first - 1]
    if (
        token in cues.ahead
        or token in cues.never
        or token in cues.institution
        or words.text[first - 1].isupper()
    ):
        return True
    if first == 1 and token not in cues.given and not words.glued[first]:
        return True
    return any(f < first <= nation.last for f, nation in reading.nations.items())


def _fits_behind(reading: Reading, last: int, end: int) -> bool:
    """Say whether the capitalised words behind a name of one word may stand there without being a part of it.

    They may if they name an institution of the place, be it at their end ("Kapan Chess Club").
    """
    token, text, cues = reading.words.norm[last], reading.words.text[last], reading.cues
    if reading.words.glued[last] and end < len(reading.words) and reading.words.norm[end] in cues.route:
        return True  # "the Gao-Ansongo highway"
    if last in reading.nations or (text.isupper() and len(text) > 1):
        return True
    if token in cues.other:
        return False
    if token in cues.kinds or token in cues.special or token in cues.never:
        return True
    return any(n in cues.institution for n in reading.words.norm[last:end])


def is_weak(reading: Reading, name: tuple[int, int], loud: bool, found: tuple[Place, ...]) -> bool:
    """Say whether only a capital letter speaks for a name, where a headline or a sentence's first word has
    one, too.

    `loud` says that the line is in title case; `found` are the places of the name, the best first.
    """
    words, cues = reading.words, reading.cues
    first, last = name
    if last - first > 1 and not all(n in cues.never for n in words.norm[first:last]):
        return False
    if reading.has_strong_cue(first):
        return (
            last < len(words) and words.text[last][0].isupper() and not _fits_behind(reading, last, last + 1)
        )
    if not found[0].primary and found[0].population < MAJOR:
        return True
    token = words.norm[first]
    return (
        first <= 1
        or loud
        or reading.is_ordinary(first)
        or token in cues.seldom
        or token in cues.given
        or words.text[first - 1] in {'"', "'", ":"}
    )


def _goes_on(reading: Reading, first: int, last: int) -> bool:
    """Say whether an English word at token `first` goes on as another name behind token `last`: "Independence Day",
    "Cloud 9", but not "in Reading Monday"."""
    words, cues = reading.words, reading.cues
    if last >= len(words):
        return False
    word = words.norm[last]
    if word[0].isdigit():
        return True
    if word in DAYS and reading.has_strong_cue(first):
        return False
    return words.text[last][0].isupper() and word not in cues.institution and word not in cues.kinds


def is_common(reading: Reading, name: tuple[int, int]) -> bool:
    """Say whether a name is an English word, too ("Well said the minister", "at Home")."""
    first, last = name
    return last - first == 1 and reading.words.norm[first] in reading.cues.common


def modifier(reading: Reading, first: int, last: int, end: int) -> str:
    """Return what the words from token `last` on make of the name from `first` to it: "agent", "site" or "".

    `end` is where the run of capitalised words ends that the name begins.
    """
    words, cues = reading.words, reading.cues
    if last >= len(words):
        return ""
    if is_by_the_sea(words, last):
        return "site"
    if kind_at(words, last, cues)[1] > last + 1:
        return ""  # "X Local Government Area", "X council area"
    if words.norm[last] in DEALS:
        return "agent"  # "under the Oslo accords": where they were signed, long ago
    if words.norm[last] in cues.agents and not is_unit(reading, last):
        return "" if opens_clause(reading, first, last) else "agent"
    if words.norm[last] == "'s":
        behind = words.text[last + 1 : last + 2]
        named = bool(behind) and behind[0][0].isupper() and words.norm[last + 1] in cues.institution
        return "site" if named and words.norm[last + 1] not in cues.kinds else ""
    if last < end and words.norm[last] not in cues.kinds and last not in reading.nations:
        if any(n in cues.agents for n in words.norm[last:end]):
            return "agent"
        return "site" if any(n in cues.institution for n in words.norm[last:end]) else ""
    return ""


def opens_clause(reading: Reading, first: int, last: int) -> bool:
    """Say whether a name behind "in" tells where those named next act ("…, while in X students burned tyres")."""
    words, cues = reading.words, reading.cues
    if first < 2 or words.norm[first - 1] != "in" or words.norm[first - 2] not in CLAUSES:
        return False
    behind = words.norm[last + 1 : last + 2]
    return bool(behind) and behind[0] not in cues.institution and behind[0] not in cues.agents


def is_unit(reading: Reading, at: int) -> bool:
    """Say whether "state" behind a name is what the place is ("in Kano state"), and not whose people follow."""
    words = reading.words
    if words.norm[at] != "state":
        return False
    behind = words.norm[at + 1 : at + 2]
    return not behind or (behind[0] not in reading.cues.agents and not words.text[at + 1][0].isupper())


def office(words: Words, mention: PlaceMention) -> str:
    """Return "agent" for a name that only says what somebody governs or leads ("the governor of X"), else ""."""
    before = words.norm[mention.start - 1] if mention.cue == "of" and mention.start else ""
    return "agent" if before in OFFICES else ""


def is_by_the_sea(words: Words, last: int) -> bool:
    """Say whether a name only says at which coast the town behind it lies ("the Red Sea port city of X", "the Black Sea
    town of Y")."""
    behind = words.norm[last : last + 4]
    town = words.norm[last - 1] in SEAS and behind[:2] in (["city", "of"], ["town", "of"])
    return town or (behind[:1] in SHORES and "of" in behind[1:])


def is_street(reading: Reading, first: int, last: int) -> bool:
    """Say whether a name is that of a street or house: "the 300 block of X", "X and Y streets", "at The X"."""
    words, cues = reading.words, reading.cues
    norm = words.norm
    if (
        last < len(norm)
        and norm[last] in cues.other
        and (words.text[last][0].isupper() or norm[last].endswith("s"))
    ):
        return True
    at = first - 1
    while at > 0 and norm[at] in cues.skip and norm[at] != "the":
        at -= 1
    if at > 0 and norm[at] == "of" and norm[at - 1] in cues.street:
        return True
    if first > 1 and words.text[first - 1] == "The":
        return True
    behind = norm[last : last + 3]
    return len(behind) == 3 and behind[0] == "and" and behind[2] in cues.other and behind[2].endswith("s")
