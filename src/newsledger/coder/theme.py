"""Theme: what a trigger acts upon: a thing ("seized two pistols"), or people whom a pronoun names ("shot him")."""

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import PREPOSITIONS, QUANTITY
from newsledger.coder.kinds import NONE
from newsledger.coder.spans import THINGS, Span
from newsledger.coder.timed import behind_time

THEME_GAP = 6  # words between a verb and a thing that it acts upon ("seized a large number of old rifles")
CONTAINERS = frozenset(
    "crate crates box boxes bag bags truck lorry car vehicle van boat dhow package parcel suitcase backpack drum barrel"
    " container containers cache depot consignment shipment load stocked filled packed loaded stuffed".split()
)
NUMBERS = QUANTITY | {"a", "eleven", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty"}
MEANS = frozenset({"with", "by", "against", "after"})
PRONOUNS_HELD = frozenset({"him", "her", "them"})
# words behind "her" that show it is no owner ("took her away", not "took her bag")
AFTER_HELD = frozenset(
    "and in at on to with from off away into outside near before after while as by for inside".split()
)


def theme(frame: Frame) -> frozenset[str]:
    """Return the ids of the things that a trigger itself acts upon: the object of an active verb, the subject of a
    passive one, what stands behind "of" after a noun; never those of another phrase of the clause."""
    words = frame.sentence.words.norm
    spans = [s for s in frame.sentence.spans if s.entry.kind in THINGS]
    if frame.voice == "passive":
        subject = (s for s in spans if frame.clause[0] <= s.first < frame.first)
        return frozenset(thing(s) for s in subject if not is_governed(words, s.first))
    found: set[str] = set()
    end = behind_time(words, frame.last)
    for span in spans:
        if span.first < frame.last or span.first >= frame.clause[1]:
            continue
        between = words[end : span.first]
        if len(between) > THEME_GAP or any(leaves_theme(between, i) for i in range(len(between))):
            break
        found.add(thing(span))
        end = span.last
    return frozenset(found)


def is_governed(words: list[str], at: int) -> bool:
    """Say whether a word of means or cause governs the thing at a token ("with guns and mortars")."""
    for i in range(at - 1, max(-1, at - 7), -1):
        if words[i] in {",", ":", ";", "who", "which"}:
            return False
        if words[i] in MEANS:
            return True
    return False


def thing(span: Span) -> str:
    """Return what a span names as a thing: a weapon is one of the weapons, whatever it is used for."""
    if span.entry.kind == "weapon":
        return "other" if span.entry.id in {"riot-control", "blunt", "blade"} else "weapons"
    return span.entry.id


def leaves_theme(between: list[str], at: int) -> bool:
    """Say whether a word leads away from what a verb acts upon: a preposition other than "of" or one before a day."""
    following = between[at + 1] if at + 1 < len(between) else ""
    timed = between[at] == "on" and bool(following)
    if between[at] == "with" and at and between[at - 1] in CONTAINERS:
        return False  # "dug up a crate with thirty shells"
    counted = between[at] in {"about", "around", "over"} and (following[:1].isdigit() or following in NUMBERS)
    return between[at] in PREPOSITIONS and between[at] != "of" and not timed and not counted


def pronoun(frame: Frame) -> frozenset[str]:
    """Return `pronoun` where the object of an active verb is "him", "her" or "them", whom no word names here."""
    norm, at = frame.sentence.words.norm, frame.last
    if norm[at : at + 1] and norm[at] in {"at", "on", "upon"}:
        at += 1
    if norm[at + 1 : at + 3] == ["of", "them"] and (norm[at][0].isdigit() or norm[at] in NUMBERS):
        at += 2  # "shot nine of them"
    if frame.voice != "active" or norm[at : at + 1] == [] or norm[at] not in PRONOUNS_HELD:
        return NONE
    owner = norm[at] == "her" and norm[at + 1 : at + 2] and norm[at + 1][0].isalpha()
    return NONE if owner and norm[at + 1] not in AFTER_HELD else frozenset({"pronoun"})
