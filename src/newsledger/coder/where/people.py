"""Which capitalised words name a person? Titles, given names, initials, ages and verbs of speech tell."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from newsledger.coder.spans import Sentence
from newsledger.coder.where.cues import Cues
from newsledger.coder.words import Words

WITHIN = frozenset({"in", "near", "inside", "outside", "around"})
RULERS = frozenset(
    "ministry government authorities embassy headquarters command leadership parliament".split()
)
RELATIVES = frozenset({
    "aunt", "boyfriend", "brother", "cousin", "daughter", "father", "fiancee", "friend", "girlfriend", "grandson",
    "granddaughter", "husband", "mother", "nephew", "niece", "partner", "sister", "son", "uncle", "wife",
})  # fmt: skip
# words before a given name that is part of a place's
TOWNS = frozenset("san santa santo saint in at near from to (".split())
KIN = RELATIVES | set("attorney body classmates family grandmother lawyer parents relatives widow".split())
AGES = frozenset({"old", *(str(n) for n in range(100)), *(f"{n:02}" for n in range(10))})


def surnames(sentences: Iterable[Sentence], capitals: Iterable[Sequence[int]], cues: Cues) -> frozenset[str]:
    """Return the words (normalised) that stand behind a title or a given name: surnames.

    Of persons whose age is told ("12-year-old Ann Lee", "Ann Lee, 12,") all names count, the first one, too.
    `capitals` are the capitalised tokens of each sentence.
    """
    found: set[str] = set()
    for sentence, capital in zip(sentences, capitals, strict=True):
        words = sentence.words
        norm = words.norm
        ages = not AGES.isdisjoint(norm)
        for at in capital:
            if ages and _is_aged(words, at, cues):
                found.update(norm[at : _name_end(words, at)])
            first = at + 1 if norm[at] in cues.given else at if _is_introduced(words, at, cues) else -1
            if first < 0:
                continue
            last = _name_end(words, first)
            if last > first and norm[last - 1] not in cues.institution:
                found.add(norm[last - 1])
    return frozenset(w for w in found - cues.never if len(w) > 1)


def loud_surnames(sentences: Iterable[Sentence], cues: Cues) -> frozenset[str]:
    """Return the words (normalised) behind given names in upper-case copy, where case tells nothing: "JOSE GUERRERO".

    Behind "SAN" or a preposition a given name is a town's ("IN DAVID CHIRIQUI").
    """
    found: set[str] = set()
    for sentence in sentences:
        norm = sentence.words.norm
        if cues.given.isdisjoint(norm):
            continue
        nations = {i for s in sentence.of_kind("country") for i in range(s.first, s.last)}
        for at in range(len(norm) - 1):
            if norm[at] not in cues.given or (at and norm[at - 1] in TOWNS):
                continue
            if norm[at + 1].isalpha() and norm[at + 1] not in cues.given and at + 1 not in nations:
                found.add(norm[at + 1])
    return frozenset(w for w in found - cues.never if len(w) > 2)


def _is_introduced(words: Words, at: int, cues: Cues) -> bool:
    """Say whether what stands before token `at` makes it a person's name: a title, an initial, "his son,"."""
    if not at:
        return False
    norm = words.norm
    before, earlier = norm[at - 1], norm[at - 2] if at > 1 else ""
    if before in cues.titles:
        return True
    if before == ".":
        return earlier in cues.titles or (len(earlier) == 1 and _is_initial(words, at - 2))
    return before == "," and earlier in RELATIVES


def _is_aged(words: Words, first: int, cues: Cues) -> bool:
    """Say whether a person's age stands before or behind the capitalised words from token `first` on.

    In "a 12-year-old Kapan girl" they name the girl's town.
    """
    norm = words.norm
    last = _name_end(words, first)
    if first and norm[first - 1] == "old" and words.glued[first - 1]:
        return last >= len(norm) or norm[last] not in cues.agents
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


def full_names(
    sentences: Iterable[Sentence], capitals: Iterable[Sequence[int]], cues: Cues
) -> frozenset[str]:
    """Return the last words (normalised) of the pairs of capitalised words that look like a person's full
    name.

    Neither word is one that goes with places or institutions. The evidence is slight: many a pair is a firm's
    or a place's name.
    """
    found: set[str] = set()
    for sentence, capital in zip(sentences, capitals, strict=True):
        words = sentence.words
        norm, text = words.norm, words.text
        for i, behind in pairwise(capital):
            if behind != i + 1 or words.glued[behind] or (i and words.glued[i]):
                continue
            if text[i].isupper() or text[behind].isupper() or norm[behind] in cues.never:
                continue
            if not (_goes_with_place(norm[i], cues) or _goes_with_place(norm[behind], cues)):
                after = text[i + 2] if i + 2 < len(norm) else ""
                if not after[:1].isupper():
                    found.add(norm[behind])
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
        and behind not in cues.institution
        and behind not in cues.kinds
    ):
        return True
    if behind in cues.speech and not _speaks_there(norm, first):
        return True
    if behind == "'s" and norm[last + 1 : last + 2] and norm[last + 1] in KIN:
        return True  # "Silva's family"
    if len(behind) == 1 and text[last].isupper() and last + 1 < len(norm) and norm[last + 1] == ".":
        return True
    return (
        behind == ","
        and last + 2 < len(norm)
        and _is_age(norm[last + 1])
        and norm[last + 2] in {",", ".", "and"}
    )


def _speaks_there(norm: list[str], first: int) -> bool:
    """Say whether somebody of the place that begins at token `first` speaks ("an official in Kapan said"), and not
    its government ("the ministry in Yerevan said")."""
    return first > 1 and norm[first - 1] in WITHIN and norm[first - 2] not in RULERS


def _is_age(token: str) -> bool:
    return len(token) <= 2 and token.isdecimal()
