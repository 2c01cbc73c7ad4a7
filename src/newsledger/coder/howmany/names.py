"""Which people are told by name? "Ali Reza, 24, and Sara Khan were shot", "killed Jean Bosco, 31, and Amina Sy"."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from newsledger.coder.howmany.vocabulary import grammar, people
from newsledger.coder.words import Words

JOINTS = frozenset({"and", ","})
OLDEST = 110  # years
LONG_WORD, SMALL_WORDS = 5, 2  # letters of a long word, and how many of them no headline leaves small
LONGEST = 5  # tokens of one name
SHORT = frozenset(
    "in on at it he we by of to no my us is as if or so up do go an am be me mr ms dr jr sr lt st".split()
)

Barred = Callable[[int], bool]


def is_name(words: Words, at: int, barred: Barred) -> bool:
    """Say whether token `at` may be part of somebody's name: a capitalised word that is nothing else."""
    word = words.text[at]
    follows = words.norm[at + 1] if at + 1 < len(words) else ""
    short = len(word) == 2 and at > 0 and word[1].islower() and words.norm[at] not in SHORT and follows != "."
    return word[0].isalpha() and word[0].isupper() and (len(word) > 2 or short) and not barred(at)


def name_left(words: Words, at: int, barred: Barred) -> int:
    """Return the first token of the name that ends with token `at`, or -1."""
    first = at + 1
    while first > 0 and at - first < LONGEST and is_name(words, first - 1, barred):
        first -= 1
    return first if first <= at else -1


def past_age_left(words: Words, at: int) -> int:
    """Return the token left of an age that ends with token `at` (", 24" or ", 24,"), or `at`."""
    norm, i = words.norm, at
    if norm[i] == "," and (home := home_left(words, i)) > 0:
        i = home
    i = i - 1 if norm[i] == "," else i
    if i > 1 and is_age(norm[i]) and norm[i - 1] == ",":
        return i - 2
    return i if i < at - 1 else at


def home_left(words: Words, at: int) -> int:
    """Return the comma before a home that ends with the comma at token `at` (", of Gao,"), or -1."""
    for i in range(at - 2, max(at - 6, 0), -1):
        if words.norm[i] in ("of", "from") and words.norm[i - 1] == ",":
            return i - 1
        if not words.is_name(i) and words.norm[i] != ",":
            break
    return -1


def is_age(word: str) -> bool:
    """Say whether figures may be an age in years."""
    return word.isdecimal() and int(word) <= OLDEST


def names_left(words: Words, at: int, barred: Barred) -> tuple[int, int]:
    """Return the first token and the number of the names in the list that ends with token `at`; 0 for none."""
    end, count, first = past_age_left(words, at), 0, at + 1
    while end >= 0 and (start := name_left(words, end, barred)) >= 0:
        first, count = start, count + 1
        end = start - 1
        while end > 0 and words.norm[end] in JOINTS and words.norm[end - 1] in JOINTS:
            end -= 1  # ", and"
        if end <= 0 or words.norm[end] not in JOINTS:
            break
        end = past_age_left(words, end - 1)
    return first, count


def past_title(words: Words, at: int, barred: Barred) -> int:
    """Return the token behind a noun without an article before a name ("and bartender Cody Marsh"), or `at`."""
    titled = at + 1 < len(words) and words.norm[at] in people().one | people().many
    return at + 1 if titled and is_name(words, at + 1, barred) else at


def names_right(words: Words, at: int, barred: Barred) -> tuple[int, int]:
    """Return the token behind, and the number of, the names in the list that begins at token `at`; 0 for none."""
    at = past_title(words, at, barred)
    last, count, i = at, 0, at
    while i < len(words) and is_name(words, i, barred):
        while i < len(words) and is_name(words, i, barred):
            i += 1
        count, last = count + 1, i
        if i + 1 < len(words) and words.norm[i] == "," and is_age(words.norm[i + 1]):
            i += 2
        joint = i
        while i < len(words) and words.norm[i] in JOINTS and i - joint < 2:
            i += 1
        if i == joint:
            break
        i = past_title(words, i, barred)
    return last, count


def in_titles(words: Words, first: int, last: int) -> bool:
    """Say whether most words outside tokens `first` to `last` are capitalised, as in a headline: a capital tells no
    name there. A headline leaves hardly any long word small."""
    alphas = [t for i, t in enumerate(words.text) if t[0].isalpha() and not first <= i < last]
    small = [t for t in alphas if t.islower() and len(t) >= LONG_WORD]
    return len(small) < SMALL_WORDS and 2 * sum(t[0].isupper() for t in alphas) > len(alphas)


def close_names(words: Words, first: int, last: int) -> bool:
    """Say whether tokens `first` to `last` hold a list with "and", not places joined by commas alone."""
    return "and" in words.norm[first:last] and not any(
        a == b == "," for a, b in pairwise(words.norm[first:last])
    )


def past_details(tokens: Sequence[str], at: int) -> int:
    """Return the token behind the age and the part of the body that follow a name ("hit Ali Reza, 28, in the neck and a
    bystander in the foot"), or `at` where no list goes on there."""
    i = at
    if tokens[i : i + 1] == [","] and tokens[i + 1 : i + 2] and tokens[i + 1].isdecimal():
        i += 2 + (tokens[i + 2 : i + 3] == [","])
    if tokens[i : i + 1] == ["in"]:
        body = next(
            (j for j in range(i + 1, min(i + 4, len(tokens))) if tokens[j] in grammar()["body"]), i - 1
        )
        i = body + 1
    i += tokens[i : i + 1] == [","]
    return i if tokens[i : i + 1] == ["and"] else at
