"""How many is that? Numbers in figures and words that count people or things (coding-rules 5)."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsledger.coder.howmany.vocabulary import NumberWords, number_words, people
from newsledger.coder.when import TimeExpression, find_times
from newsledger.coder.words import Words

MOST = 10**12  # larger figures are telephone numbers and the like
REACH = 4  # tokens between "a" and the noun for a person that it counts


@dataclass(frozen=True, slots=True)
class Number:
    """A count: tokens `first` to `last` (exclusive), with "at least" and the like.

    `value` is the number to code, `low` and `high` what the words allow (`high` None: no upper end); `exact` is false
    for vague and rounded ones; `rule` is number.figure, number.word, number.vague ("dozens"), number.article ("a
    soldier"), number.none ("no one") or number.both.
    """

    first: int
    last: int
    low: int
    high: int | None
    value: int
    exact: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Read:
    """A bare number word or figure, before what stands around it is looked at."""

    last: int
    value: int
    rule: str
    exact: bool = True


def find_numbers(words: Words, times: Sequence[TimeExpression] | None = None) -> list[Number]:
    """Return the counts of a sentence from left to right.

    `times` are the sentence's time expressions where they are known already. Years, ages, times, money, distances,
    percentages, weights, calibres and ordinals are left out.
    """
    known = number_words()
    tokens = words.norm
    if not any(token in known.starts or token[0].isdigit() for token in tokens):
        return []
    taken = [(t.first, t.last) for t in (find_times(words) if times is None else times)]
    found: list[Number] = []
    at, ahead = 0, 0
    while at < len(tokens):
        while ahead < len(taken) and taken[ahead][1] <= at:
            ahead += 1
        if ahead < len(taken) and taken[ahead][0] <= at:
            at = taken[ahead][1]
            continue
        token = tokens[at]
        if token in known.starts or token[0].isdigit():
            number = read_number(known, words, at)
            if number is not None:
                found.append(number)
                at = number.last
                continue
        at += 1
    return found


def read_number(known: NumberWords, words: Words, at: int) -> Number | None:
    """Return the count that begins at token `at` with what qualifies it before, or None."""
    tokens = words.norm
    none = known.lists["none"].at(tokens, at)
    if none:
        return Number(at, at + none, 0, 0, 0, True, "number.none") if counts_none(tokens, at, none) else None
    if tokens[at] in known.lists["both"]:
        following = tokens[at + 1] if at + 1 < len(tokens) else ""
        persons = following in people().many or following in ("were", "of", "men", "women", "died")
        return Number(at, at + 1, 2, 2, 2, True, "number.both") if persons else None
    read = read_plain(known, words, at)
    if read is None or not is_count(known, words, at, read.last):
        return None
    upper = read_range_end(known, words, read)
    if upper is not None and is_count(known, words, at, upper.last):
        first = qualifier_start(known, tokens, at, ("between", "from"))
        return Number(first, upper.last, read.value, upper.value, read.value, False, "number.range")
    return qualified(known, tokens, at, read)


def counts_none(tokens: list[str], at: int, length: int) -> bool:
    """Say whether "no", "none" … stands for nobody: "no" only near a noun for people or a word for a toll."""
    if length > 1 or tokens[at] in ("none", "nobody", "zero"):
        return True
    known = people()
    near = tokens[at + 1 : at + 4]
    return any(
        t in known.one
        or t in known.many
        or t in ("casualties", "injuries", "deaths", "fatalities", "further")
        for t in near
    )


def read_plain(known: NumberWords, words: Words, at: int) -> Read | None:
    """Return the number that begins at token `at`: figures, number words, "a dozen", "a soldier"."""
    token = words.norm[at]
    if token[0].isdigit():
        return read_figure(known, words, at)
    if token in ("a", "an", "half"):
        return read_article(known, words.norm, at)
    return read_words(known, words.norm, at)


def read_figure(known: NumberWords, words: Words, at: int) -> Read | None:
    """Read figures with separators and a multiplier: 2,000 · 6.5 thousand · 3 lakh; "20+" and "2,000-strong" too."""
    token, tokens = words.norm[at], words.norm
    if at and (words.glued[at] or words.end[at - 1] == words.start[at]) and tokens[at - 1][-1:].isalpha():
        return None  # AK-47, MH17
    value = figure_value(token)
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


def figure_value(token: str) -> float | None:
    """Return what figures say, or None for ordinals, times of day and dates."""
    if not token.isascii() or ":" in token or not token[-1].isdigit() or len(token) > 20:
        return None
    whole, dot, rest = token.replace(",", "").partition(".")
    if not whole.isdecimal() or (rest and not rest.isdecimal()):
        return None
    return float(f"{whole}.{rest}") if dot else int(whole)


def read_article(known: NumberWords, tokens: list[str], at: int) -> Read | None:
    """Read "a dozen", "half a dozen", "a few", "a couple of", "a hundred and twenty", and "a" before a person."""
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    if tokens[at] == "half":
        third = tokens[at + 2] if at + 2 < len(tokens) else ""
        if following == "a" and third in known.multipliers:
            return Read(at + 3, known.multipliers[third] // 2, "number.word", False)
        return None
    if following in known.multipliers:
        read = read_words(known, tokens, at + 1)
        return read and Read(read.last, read.value, read.rule, read.exact)
    if following in known.vague and following not in ("many", "several"):
        return read_words(known, tokens, at + 1)
    if following == "number" and tokens[at + 2 : at + 3] == ["of"]:
        return Read(at + 3, 3, "number.vague", False)
    return Read(at + 1, 1, "number.article") if counts_person(tokens, at + 1) else None


def counts_person(tokens: list[str], at: int) -> bool:
    """Say whether a singular noun for a person ends the noun phrase that begins at `at`."""
    known = people()
    for i in range(at, min(at + REACH, len(tokens))):
        token = tokens[i]
        if token in known.one:
            return not (
                i + 1 < len(tokens) and tokens[i + 1] in known.things | {"station", "'s", "headquarters"}
            )
        if token[0].isdigit() and tokens[i + 1 : i + 2] == ["year"]:
            return counts_person(tokens, i + 2)  # "a 23-year-old man"
        if (
            token in known.many
            or not token[0].isalpha()
            or token in ("of", "in", "on", "at", "for", "and", "to")
        ):
            return False
    return False


def read_words(known: NumberWords, tokens: list[str], at: int) -> Read | None:
    """Read number words with their arithmetic: "three hundred and twelve", "tens of thousands", "several dozen"."""
    token = tokens[at]
    vague = known.vague.get(token)
    if vague is not None:
        if token == "many" and at and tokens[at - 1] in ("as", "how", "so", "too"):
            return None
        return read_vague(known, tokens, at, vague)
    total, current, i, seen = 0, 0, at, False
    small = False  # the last word was a unit or ten: "twenty one" goes on, "one two" does not
    while i < len(tokens):
        token = tokens[i]
        if token in known.units:
            if small and not (current % 100 >= 20 and current % 10 == 0 and 0 < known.units[token] < 10):
                break
            current, small = current + known.units[token], True
        elif token in known.tens:
            if small:
                break
            current, small = current + known.tens[token], True
        elif token in known.multipliers:
            factor = known.multipliers[token]
            if factor >= 1000:
                total, current = total + max(current, 1) * factor, 0
            else:
                current = max(current, 1) * factor
            small = False
        elif not (token == "and" and seen and not small and joins_number(known, tokens, i + 1)):
            break
        seen, i = True, i + 1
    if not seen:
        return None
    dozens = any(t in ("dozen", "score") for t in tokens[at:i])
    return Read(i, total + current, "number.word", not dozens)


def joins_number(known: NumberWords, tokens: list[str], at: int) -> bool:
    """Say whether "hundred and" goes on as a number: a smaller one follows, and no noun of its own with "a"."""
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
    if tokens[at] in ("couple", "pair", "handful", "trio", "quartet") and tokens[i : i + 1] == ["of"]:
        i += 1
    return Read(i, value, "number.vague", False)


def read_range_end(known: NumberWords, words: Words, read: Read) -> Read | None:
    """Return the upper end of "10 to 15", "10-15", "three or four", "between 10 and 20", or None."""
    tokens, at = words.norm, read.last
    if at >= len(tokens):
        return None
    if words.glued[at] and (tokens[at][0].isdigit() or tokens[at] in known.units):
        upper = read_plain(known, words, at) if tokens[at][0].isdigit() else read_words(known, tokens, at)
    elif tokens[at] in ("to", "or", "—", "and") and at + 1 < len(tokens):
        if tokens[at] == "and" and "between" not in tokens[max(at - 4, 0) : at]:
            return None
        if tokens[at + 1] in ("a", "an", "half") or tokens[at + 1] in known.lists["none"]:
            return None
        upper = read_plain(known, words, at + 1)
    else:
        return None
    return upper if upper is not None and upper.value > read.value else None


def qualifier_start(known: NumberWords, tokens: list[str], at: int, openers: tuple[str, ...]) -> int:
    """Return where "between" or "from" before a range begins, or `at`."""
    return at - 1 if at and tokens[at - 1] in openers else at


def qualified(known: NumberWords, tokens: list[str], at: int, read: Read) -> Number:
    """Return the count with "at least", "up to", "about" before it."""
    value, exact = read.value, read.exact
    for name in ("least", "most", "about") if at and tokens[at - 1] in known.closers else ():
        for length in (3, 2, 1):
            start = at - length
            if start >= 0 and known.lists[name].at(tokens, start) == length:
                if name == "least":
                    return Number(start, read.last, value, None, value, False, read.rule)
                if name == "most":
                    return Number(start, read.last, min(1, value), value, value, False, read.rule)
                return Number(at, read.last, value, value, value, False, read.rule)
    high = None if not exact and read.rule == "number.figure" else value
    return Number(at, read.last, value, high, value, exact, read.rule)


def is_count(known: NumberWords, words: Words, first: int, last: int) -> bool:
    """Say whether a number counts people or things, not years, money, distances, ages, labels."""
    tokens = words.norm
    after = tokens[last] if last < len(tokens) else ""
    before = tokens[first - 1] if first else ""
    if after in known.lists["amounts"] or (last < len(tokens) and words.glued[last] and after[0].isalpha()):
        return False
    if last == first + 1 and is_year(tokens[first]) and after not in people().many:
        return False
    if before in known.lists["money"] or (before in known.lists["labels"] and not is_sum(tokens, first)):
        return False
    if before == "." and first > 1 and tokens[first - 2] in ("no", "nr", "art"):
        return False
    if before == "," and (not after or after in (",", ")")) and first > 1:
        return not words.text[first - 2][0].isupper()  # "Ali Reza, 23, was"
    return not (before == "(" and after == ")")


def is_year(token: str) -> bool:
    """Say whether figures look like a year: four of them, without a separator, from 1900 to 2099."""
    return len(token) == 4 and token[:2] in ("19", "20") and token.isdecimal()


def is_sum(tokens: list[str], first: int) -> bool:
    """Say whether a label word before a number belongs to a sum ("the number rose to", "at 49 dead")."""
    return tokens[first - 1] in ("at", "no", "us", "world", "zone", "euro", "unit")
