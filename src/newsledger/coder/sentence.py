"""Sentences and clauses: where a sentence ends, and where inside it one statement gives way to the next."""

from collections.abc import Iterable, Iterator

from newsledger.coder.page import Line
from newsledger.coder.spans import Sentence
from newsledger.coder.words import Words, split_words

ENDS = frozenset(".!?")
AFTER = frozenset("\"')]")
OPENERS = frozenset("\"'([")
PASSED = AFTER | OPENERS  # what may stand between a stop and the first word of the next sentence
LONGEST = 120  # words; a longer stretch without a stop is cut, so that hostile text stays cheap


def split_line(line: Line, abbreviations: frozenset[str], start: int) -> Iterator[Words]:
    """Yield the sentences of one line, from offset `start` on."""
    words = mend_initial(split_words(line.text[start - line.start :], start))
    norm, first, count = words.norm, 0, len(words)
    for stop in [*(i for i, n in enumerate(norm) if n in ENDS), count]:
        while first < count and (
            stop + 1 - first > LONGEST or (stop < count and is_end(words, stop, abbreviations))
        ):
            last = min(first + LONGEST, stop + 1)
            while last < count and norm[last] in AFTER and words.start[last] == words.end[last - 1]:
                last += 1
            yield words.slice(first, last)
            first = last
            if last > stop:
                break
    if first < count:
        yield words.slice(first, count)


def mend_initial(words: Words) -> Words:
    """Join a large first letter that the page set apart to its word ("T hree soldiers")."""
    if len(words) < 2 or len(words.text[0]) > 1 or words.norm[0] in "aio" or not words.text[0].isupper():
        return words
    if not words.text[1][0].islower() or words.start[1] - words.end[0] > 1:
        return words
    words.text[:2] = [words.text[0] + words.text[1]]
    words.norm[:2] = [words.norm[0] + words.norm[1]]
    del words.start[1], words.end[0], words.glued[1]
    return words


def is_end(words: Words, i: int, abbreviations: frozenset[str]) -> bool:
    """Say whether the stop at `i` ends a sentence: not after an abbreviation or initial, and a new one follows."""
    if i + 1 >= len(words):
        return True
    if words.norm[i] == "." and i:
        before = words.norm[i - 1]
        if words.end[i - 1] == words.start[i] and (
            before in abbreviations or (len(before) == 1 and before.isalpha()) or is_numbered(words, i)
        ):
            return False
        if words.start[i + 1] == words.end[i] and words.norm[i + 1] not in AFTER:
            return is_run_on(words, i)
    after = i + 1
    while after < len(words) and words.norm[after] in PASSED:
        after += 1
    if after >= len(words):
        return True
    token = words.text[after]
    return token != "," and not token[0].islower()  # "“No more!”, they shouted" goes on


def is_numbered(words: Words, i: int) -> bool:
    """Say whether a stop belongs to the "No." before a figure ("Infantry Battalion No. 90")."""
    return words.text[i - 1] in {"No", "Nos"} and words.text[i + 1][:1].isdigit()


def is_run_on(words: Words, i: int) -> bool:
    """Say whether a stop without a space behind it ends a sentence all the same ("in the leg.He was taken")."""
    before, after = words.text[i - 1], words.text[i + 1]
    title = after[0].isupper() and (after[1:].islower() or after in {"A", "I"})
    spaced = i + 2 < len(words) and words.start[i + 2] > words.end[i + 1]
    return len(before) > 2 and before.islower() and title and spaced and words.end[i - 1] == words.start[i]


def sentences(
    lines: Iterable[Line], abbreviations: frozenset[str], body_start: int, part: str = "text"
) -> list[Sentence]:
    """Return the sentences of all lines; `body_start` is where the story begins behind its dateline."""
    found: list[Sentence] = []
    for number, line in enumerate(lines):
        start = max(line.start, body_start) if line.start <= body_start < line.end else line.start
        for words in split_line(line, abbreviations, start):
            if part == "text" and DASH in words.norm:
                soften_asides(words)
            found.append(Sentence(words, number, len(found), part, line.kind))
    return found


DASH = "—"
ASIDE = 14  # tokens between two dashes at most
SOME = frozenset("one two three four five six seven some most many several all both none".split())


def soften_asides(words: Words) -> None:
    """Read two dashes around what some of those before them are as commas ("five gunmen — two of them masked — shot a
    trader"), while a list of them stays apart ("three students — two boys and a girl — were hurt")."""
    norm = words.norm
    at = [i for i, n in enumerate(norm) if n == DASH]
    if len(at) != 2 or not 0 < at[1] - at[0] - 1 <= ASIDE or at[0] == 0 or at[1] + 1 >= len(norm):
        return
    aside = norm[at[0] + 1 : at[1]]
    if (aside[0] in SOME or aside[0].isdigit()) and "and" not in aside and HARD.isdisjoint(aside):
        norm[at[0]] = norm[at[1]] = ","


HARD = frozenset({";", ":", "—", ".", "!", "?"})
SOFT = frozenset(
    "and but while whilst as when whenever after before who whom whose which that because although though since until"
    " where if whereas amid unless so yet following despite or".split()
)


def clause_marks(words: Words) -> list[int]:
    """Return a mark for each token: 0 inside a clause, 1 a soft boundary (comma, conjunction), 2 a hard one.

    "and" and commas inside lists of names are soft too; roles decide by what stands on both sides.
    """
    return [2 if n in HARD else 1 if n in SOFT or n in {",", "(", ")", '"'} else 0 for n in words.norm]
