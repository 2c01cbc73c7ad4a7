"""Which stretches of a sentence may be names? Runs of capitals, and what follows cues in upper-case copy."""

from collections.abc import Sequence

from newsledger.coder.where.cues import Cues
from newsledger.coder.words import Words

DOTTED = frozenset({"st", "sta", "ste", "sto", "mt", "ft", "pt"})  # "St. Louis": the stop belongs to the name
MOST = 6  # tokens of a name


def capitals(words: Words) -> list[int]:
    """Return the tokens that begin with a capital letter."""
    return [i for i, text in enumerate(words.text) if text[0].isupper()]


def capital_runs(words: Words, capital: Sequence[int], cues: Cues) -> list[tuple[int, int]]:
    """Return the runs of the capitalised tokens `capital`, with small words inside ("Rio de Janeiro")."""
    text, norm, glued = words.text, words.norm, words.glued
    count = len(text)
    runs: list[tuple[int, int]] = []
    done = 0
    for i in capital:
        if i < done:
            continue
        first = i - 1 if i and glued[i] and norm[i - 1] in cues.articles and text[i - 1][0].islower() else i
        last = i + 1
        while last < count:
            if text[last][0].isupper():
                last += 1
            elif (
                norm[last] == "."
                and norm[last - 1] in DOTTED
                and last + 1 < count
                and text[last + 1][0].isupper()
            ):
                last += 2
            elif (glued[last] or norm[last] in cues.joining) and (step := _connectors(words, last, cues)):
                last += step
            else:
                break
        runs.append((first, last))
        done = last
    return runs


def _connectors(words: Words, at: int, cues: Cues) -> int:
    """Return how many tokens from `at` on join a name to its next capitalised word, with that word, or 0."""
    if words.norm[at] == "and" and at + 1 < len(words.norm):
        return 2 if f"{words.norm[at - 1]} {words.norm[at + 1]}" in cues.joined else 0
    for last in range(at, min(at + 2, len(words.text) - 1)):
        article = words.glued[last + 1] and words.norm[last] in cues.articles
        if not (words.glued[last] or words.norm[last] in cues.inside or article):
            return 0
        if words.text[last + 1][0].isupper():
            return last + 2 - at
    return 0


def name_starts(words: Words, cues: Cues) -> list[int]:
    """Return where in upper-case copy a place name may begin: behind a cue and what may follow it."""
    norm = words.norm
    count = len(norm)
    found = []
    for i in range(count - 1):
        if norm[i] not in cues.before and norm[i] not in {",", "and"}:
            continue
        at = i + 1
        while at < count - 1 and norm[at] in cues.skip and norm[at] not in cues.before:
            if words.glued[at + 1]:
                break  # "IN PORT-AU-PRINCE"
            at += 1
        if at < count - 1 and norm[at] in cues.kinds and norm[at + 1] == "of":
            at += 2
        if at < count and norm[at][0].isalpha():
            found.append(at)
    return found


def name_ends(words: Words, first: int, cues: Cues) -> list[int]:
    """Return where a name that begins at `first` of upper-case copy may end, the longest first."""
    ends = []
    last = first
    while last < len(words.norm) and last < first + MOST:
        word = words.norm[last]
        saint = word == "." and last > first and words.norm[last - 1] in DOTTED
        if not (word[0].isalpha() or saint) or (
            last > first and word in cues.before and word not in cues.inside
        ):
            break
        last += 1
        if word not in cues.inside:
            ends.append(last)
    return ends[::-1]
