"""Does a name stand for itself, or is it a part of a person's, street's or firm's? And how much speaks for a place?"""

from newsledger.coder.places.gazetteer import Place
from newsledger.coder.where.people import is_person
from newsledger.coder.where.reading import Reading

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
        return words.norm[first] in reading.people and run == name and reading.has_strong_cue(first)
    if last < len(words) and words.norm[last] in cues.other and words.text[last][0].isupper():
        return False
    if last - first > 1:
        return True
    if not near and not _fits_before(reading, first, run[0]):
        return False
    return last >= run[1] or _fits_behind(reading, last, run[1]) or reading.has_strong_cue(first)


def _fits_before(reading: Reading, first: int, begin: int) -> bool:
    """Say whether the capitalised word before a name of one word may stand there without being a part of it."""
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
    if last in reading.nations or (text.isupper() and len(text) > 1):
        return True
    if token in cues.other:
        return False
    if token in cues.kinds or token in cues.special or token in cues.never:
        return True
    return any(n in cues.institution for n in reading.words.norm[last:end])


def is_weak(reading: Reading, name: tuple[int, int], loud: bool, found: tuple[Place, ...]) -> bool:
    """Say whether only a capital letter speaks for a name, where a headline or a sentence's first word has one, too.

    `loud` says that the line is in title case; `found` are the places of the name, the best first.
    """
    words, cues = reading.words, reading.cues
    first, last = name
    if last - first > 1 and not all(n in cues.never for n in words.norm[first:last]):
        return False
    if reading.has_strong_cue(first):
        return False
    if not found[0].primary and found[0].population < MAJOR:
        return True
    token = words.norm[first]
    return (
        first <= 1
        or loud
        or first in reading.other
        or token in cues.seldom
        or token in cues.given
        or words.text[first - 1] in {'"', "'", ":"}
    )


def is_common(reading: Reading, name: tuple[int, int]) -> bool:
    """Say whether a name is an English word, too, and has no cue ("Well said the minister")."""
    first, last = name
    return (
        last - first == 1
        and reading.words.norm[first] in reading.cues.common
        and not reading.has_strong_cue(first)
    )
