"""How many? The number directly before a mention ("three gunmen", "at least 2,000 unarmed villagers")."""

from collections.abc import Sequence

from newsledger.coder.who.vocabulary import grammar

WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
MULTIPLIERS = {"dozen": 12, "hundred": 100, "thousand": 1000}
ARTICLES = frozenset({"a", "an", "another", "one"})
AGES = frozenset({"year", "years", "month", "months"})
TENS = 20  # number words from here on join with ones ("twenty-one")
YEARS = (1900, 2100)  # bare figures between these are years
REACH = 3  # adjectives between a number and the noun that it counts


def figure(token: str) -> int | None:
    """Return the value of a figure such as "2,000", or None; decimals and times are no counts."""
    digits = token.replace(",", "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None


def value_of(token: str) -> int | None:
    """Return the value of a figure or a number word, or None."""
    return figure(token) if token[0].isdigit() else WORDS.get(token)


def count_before(norm: Sequence[str], glued: Sequence[bool], first: int, singular: bool) -> int | None:
    """Return the number that counts the noun phrase starting at token `first`, or None.

    `singular` says that the head noun is one person, so that an article counts as one.
    """
    stops = grammar()["count-stops"]
    for i in range(first - 1, max(first - 1 - REACH, -1), -1):
        token = norm[i]
        if token in stops:
            return None
        value = value_of(token)
        if value is not None and i + 1 < len(norm) and norm[i + 1] in AGES:  # "a 25-year-old man"
            return 1 if singular else None
        if value is not None:
            if glued[i] and token in WORDS and WORDS.get(norm[i - 1], 0) >= TENS:
                value += WORDS[norm[i - 1]]
            return None if token.isdigit() and YEARS[0] <= value <= YEARS[1] else value
        if token in MULTIPLIERS and i:
            factor = 1 if norm[i - 1] in ARTICLES else value_of(norm[i - 1])
            return None if factor is None else factor * MULTIPLIERS[token]
        if singular and token in ARTICLES:
            return 1
        if not token[0].isalpha():
            return None
    return None
