"""Which number is written there? Figures with separators, number words with arithmetic, "a dozen", "a
soldier".
"""

from dataclasses import dataclass

from newsledger.coder.howmany.vocabulary import NumberWords, people
from newsledger.coder.words import Words

MOST = 10**12  # larger figures are telephone numbers and the like
REACH = 4  # tokens between "a" and the noun for a person that it counts
UNTOLD = frozenset("unknown unspecified undisclosed undetermined uncertain unconfirmed unidentified".split())


@dataclass(frozen=True, slots=True)
class Read:
    """A bare number word or figure, before what stands around it is looked at."""

    last: int
    value: int
    rule: str
    exact: bool = True


def read_plain(known: NumberWords, words: Words, at: int) -> Read | None:
    """Return the number that begins at word `at`: figures, number words, "a dozen", "a soldier"."""
    word = words.norm[at]
    if word[:1].isdigit():
        read = read_figure(known, words, at)
    elif word in ("a", "an", "half"):
        read = read_article(known, words.norm, at)
    else:
        read = read_words(known, words.norm, at)
    return read and rounded(words.norm, read)


def rounded(tokens: list[str], read: Read) -> Read:
    """Return a number with what may stand right behind it: "nine (9)", "thirty-odd", "twenty or so", "nine or more"."""
    at, exact = read.last, read.exact
    if tokens[at : at + 3] in (["(", figure, ")"] for figure in (str(read.value), f"{read.value:02}")):
        at += 3
    if tokens[at : at + 1] == ["odd"]:
        at, exact = at + 1, False
    elif tokens[at : at + 2] in (["or", "so"], ["or", "more"]):
        at, exact = at + 2, False
    return Read(at, read.value, read.rule, exact)


def read_figure(known: NumberWords, words: Words, at: int) -> Read | None:
    """Read figures with separators and a multiplier: 2,000 · 6.5 thousand · 3 lakh; "20+" and "2,000-strong"
    too.
    """
    word, tokens = words.norm[at], words.norm
    if at and (words.glued[at] or words.end[at - 1] == words.start[at]) and tokens[at - 1][-1:].isalpha():
        return None  # AK-47, MH17
    value = figure_value(word)
    if value is None:
        return None
    last = at + 1
    while last < len(tokens) and tokens[last] in known.multipliers and tokens[last] != "score":
        value *= known.multipliers[tokens[last]]
        last += 1
    if value != int(value) or value > MOST:
        return None
    plus = last < len(tokens) and tokens[last] == "+"
    return Read(last + plus, int(value), "number.figure", not plus)


def figure_value(word: str) -> float | None:
    """Return what figures say, or None for ordinals, times of day and dates."""
    if not word.isascii() or ":" in word or not word[-1].isdigit() or len(word) > 20:
        return None
    whole, dot, rest = word.replace(",", "").partition(".")
    if not whole.isdecimal() or (rest and not rest.isdecimal()):
        return None
    return float(f"{whole}.{rest}") if dot else int(whole)


def read_article(known: NumberWords, tokens: list[str], at: int) -> Read | None:
    """Read "a dozen", "half a dozen", "a few", "a couple of", "a hundred and twenty", and "a" before a
    person.
    """
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    third = tokens[at + 2] if at + 2 < len(tokens) else ""
    if tokens[at] == "half":
        if following == "a" and third in known.multipliers:
            return Read(at + 3, known.multipliers[third] // 2, "number.word", False)
        return None
    if following == "half" and third in known.multipliers:
        return Read(at + 3, known.multipliers[third] // 2, "number.word", False)
    if following in known.multipliers:
        read = read_words(known, tokens, at + 1)
        return read and Read(read.last, read.value, read.rule, read.exact)
    if following in known.vague and following not in ("many", "several"):
        return read_words(known, tokens, at + 1)
    if following == "number" and tokens[at + 2 : at + 3] == ["of"]:
        return Read(at + 3, 3, "number.vague", False)
    if third == "number" and tokens[at + 3 : at + 4] == ["of"] and following not in UNTOLD:
        return Read(at + 4, 3, "number.vague", False)  # "a large number of"
    return Read(at + 1, 1, "number.article") if counts_person(tokens, at + 1) else None


def counts_person(tokens: list[str], at: int) -> bool:
    """Say whether a singular noun for a person ends the noun phrase that begins at `at`."""
    known = people()
    for i in range(at, min(at + REACH, len(tokens))):
        word = tokens[i]
        if word in known.one:
            return not (
                i + 1 < len(tokens) and tokens[i + 1] in known.things | {"station", "'s", "headquarters"}
            )
        if word[:1].isdigit() and tokens[i + 1 : i + 2] == ["year"]:
            return True  # "a 23-year-old"
        if (
            word in known.many
            or not word[:1].isalpha()
            or word in ("of", "in", "on", "at", "for", "and", "to")
        ):
            return False
    return False


def read_words(known: NumberWords, tokens: list[str], at: int) -> Read | None:
    """Read number words with their arithmetic: "three hundred and twelve", "tens of thousands", "several
    dozen".
    """
    word = tokens[at]
    vague = known.vague.get(word)
    if vague is not None:
        if word == "many" and at and tokens[at - 1] in ("as", "how", "so", "too"):
            return None
        return read_vague(known, tokens, at, vague)
    total, current, i, seen = 0, 0, at, False
    small = False  # the last word was a unit or ten: "twenty one" goes on, "one two" does not
    while i < len(tokens):
        word = tokens[i]
        if word in known.units:
            if small and not (current % 100 >= 20 and current % 10 == 0 and 0 < known.units[word] < 10):
                break
            current, small = current + known.units[word], True
        elif word in known.tens:
            if small:
                break
            current, small = current + known.tens[word], True
        elif word in known.multipliers:
            factor = known.multipliers[word]
            if factor >= 1000:
                total, current = total + max(current, 1) * factor, 0
            else:
                current = max(current, 1) * factor
            small = False
        elif not (word == "and" and seen and not small and joins_number(known, tokens, i + 1)):
            break
        seen, i = True, i + 1
    if not seen:
        return None
    dozens = any(t in ("dozen", "score") for t in tokens[at:i])
    return Read(i, total + current, "number.word", not dozens)


def joins_number(known: NumberWords, tokens: list[str], at: int) -> bool:
    """Say whether "hundred and" goes on as a number: a smaller one follows, and no noun of its own with
    "a".
    """
    return at < len(tokens) and (tokens[at] in known.units or tokens[at] in known.tens)


def read_vague(known: NumberWords, tokens: list[str], at: int, value: int) -> Read | None:
    """Read "dozens of", "several hundred", "tens of thousands of", "a couple of": the convention's value."""
    i = at + 1
    while i < len(tokens):
        word = tokens[i + 1] if tokens[i] == "of" and i + 1 < len(tokens) else tokens[i]
        factor = known.multipliers.get(word) or known.multipliers.get(word.removesuffix("s"))
        if factor is None or (word == "score" and tokens[i] != "of"):
            break
        value, i = value * factor, i + 1 + (tokens[i] == "of")
    if tokens[at] in ("couple", "pair", "handful", "trio", "quartet"):
        if tokens[i : i + 1] == ["of"]:
            i += 1
        elif i >= len(tokens) or tokens[i] not in people().many:
            return None  # "the couple"
    return Read(i, value, "number.vague", False)
