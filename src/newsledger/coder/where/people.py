"""Which capitalised words name a person? Titles, given names, initials, ages and verbs of speech tell."""

from collections.abc import Iterable

from newsledger.coder.spans import Sentence
from newsledger.coder.where.cues import Cues
from newsledger.coder.words import Words

RELATIVES = frozenset({
    "aunt", "boyfriend", "brother", "cousin", "daughter", "father", "fiancee", "friend", "girlfriend", "grandson",
    "granddaughter", "husband", "mother", "nephew", "niece", "partner", "sister", "son", "uncle", "wife",
})  # fmt: skip


def surnames(sentences: Iterable[Sentence], cues: Cues) -> frozenset[str]:
    """Return the words (normalised) that stand behind a title or a given name: surnames.

    Of persons whose age is told ("12-year-old Ann Lee", "Ann Lee, 12,") all names count, the first one, too.
    """
    found: set[str] = set()
    titles, given = cues.titles, cues.given
    for sentence in sentences:
        words = sentence.words
        norm, text = words.norm, words.text
        count = len(norm)
        for i, word in enumerate(norm[:-1]):
            if text[i][0].isupper() and _is_aged(words, i):
                found.update(norm[i : _name_end(words, i)])
            if word in RELATIVES and norm[i + 1] == "," and i + 2 < count and text[i + 2][0].isupper():
                at = i + 2  # "his son, Ann"
            elif word in titles:
                at = i + 2 if norm[i + 1] == "." and i + 2 < count else i + 1
            elif not text[i][0].isupper():
                continue
            elif word in given or (len(word) == 1 and _is_initial(words, i)):
                at = i + 1
            else:
                continue
            last = _name_end(words, at)
            if last > at and norm[last - 1] not in cues.institution:
                found.add(norm[last - 1])
    return frozenset(w for w in found - cues.never if len(w) > 1)


def _is_aged(words: Words, first: int) -> bool:
    """Say whether a person's age stands before or behind the capitalised words from token `first` on."""
    norm = words.norm
    last = _name_end(words, first)
    if first and norm[first - 1] == "old" and words.glued[first - 1]:
        return True
    if first and words.text[first - 1][0].isupper():
        return False
    if last + 2 < len(norm) and norm[last] == "(" and _is_age(norm[last + 1]) and norm[last + 2] == ")":
        return True
    return (
        last + 2 < len(norm)
        and norm[last] == ","
        and _is_age(norm[last + 1])
        and norm[last + 2] in {",", "."}
    )


def full_names(sentences: Iterable[Sentence], cues: Cues) -> frozenset[str]:
    """Return the last words (normalised) of the pairs of capitalised words that look like a person's full
    name.

    Neither word is one that goes with places or institutions. The evidence is slight: many a pair is a firm's
    or a place's name.
    """
    found: set[str] = set()
    for sentence in sentences:
        words = sentence.words
        norm, text = words.norm, words.text
        for i in range(len(norm) - 1):
            if not text[i][0].isupper() or not text[i + 1][0].isupper() or words.glued[i + 1]:
                continue
            if text[i].isupper() or text[i + 1].isupper() or norm[i + 1] in cues.never:
                continue
            if not (
                _goes_with_place(norm[i], cues)
                or _goes_with_place(norm[i + 1], cues)
                or (i and words.glued[i])
            ):
                after = text[i + 2] if i + 2 < len(norm) else ""
                if not after[:1].isupper():
                    found.add(norm[i + 1])
    return frozenset(found)


def _goes_with_place(token: str, cues: Cues) -> bool:
    return token in cues.never or token in cues.ahead or token in cues.institution or token in cues.kinds


def _is_initial(words: Words, at: int) -> bool:
    """Say whether token `at` is the initial of a person's name between two of its words ("Ann J. Smith")."""
    return (
        0 < at < len(words.norm) - 2
        and words.norm[at + 1] == "."
        and words.text[at - 1][0].isupper()
        and words.text[at + 2][0].isupper()
    )


def _name_end(words: Words, at: int) -> int:
    """Return where a person's name that goes on at token `at` ends: capitalised words and initials."""
    last = at
    while last < len(words.norm) and last < at + 4:
        if words.text[last][0].isupper() and not words.text[last].isupper():
            last += 1
        elif words.text[last].isupper() and len(words.norm[last]) == 1 and last + 1 < len(words.norm):
            last += 2 if words.norm[last + 1] == "." else 1
        else:
            break
    return min(last, len(words.norm))


def is_person(words: Words, first: int, last: int, cues: Cues, known: frozenset[str]) -> bool:
    """Say whether the capitalised tokens `first` to `last` are a person's name or a part of one.

    `known` are the surnames of the article.
    """
    norm, text = words.norm, words.text
    if first:
        before = norm[first - 1]
        if before == "." and first > 1 and words.end[first - 2] == words.start[first - 1]:
            if len(norm[first - 2]) == 1 or norm[first - 2] in cues.titles:
                return True
        elif before in cues.titles or (before in cues.given and text[first - 1][0].isupper()):
            return True
    if last - first > 1:
        return False
    if norm[first] in known:
        return True
    if last >= len(norm):
        return False
    behind = norm[last]
    if (
        norm[first] in cues.given
        and text[last][0].isupper()
        and behind not in cues.institution | cues.kinds.keys()
    ):
        return True
    if behind in cues.speech:
        return True
    if len(behind) == 1 and text[last].isupper() and last + 1 < len(norm) and norm[last + 1] == ".":
        return True
    return (
        behind == ","
        and last + 2 < len(norm)
        and _is_age(norm[last + 1])
        and norm[last + 2] in {",", ".", "and"}
    )


def _is_age(token: str) -> bool:
    return len(token) <= 2 and token.isdecimal()
