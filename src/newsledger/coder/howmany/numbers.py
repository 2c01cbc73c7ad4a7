"""How many is that? Numbers in figures and words that count people or things (coding-rules 5)."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsledger.coder.howmany.names import in_titles
from newsledger.coder.howmany.number_words import Read, read_plain, read_words
from newsledger.coder.howmany.vocabulary import NumberWords, number_words, people
from newsledger.coder.when import TimeExpression, find_times
from newsledger.coder.words import Words

TOLLS = frozenset({"toll", "number", "count", "dead", "total", "tally", "figure"})
LIMITS = frozenset({"under", "over", "below", "above", "aged"})  # "children under 16"
OLDEST = 110  # years; a larger figure is no age
LISTED = frozenset({",", "and"})
SINGULAR = frozenset({"was", "is", "has"})
MORE_OF = frozenset({"including", "mostly", "mainly", "among", "all", "most", "many", "some", "nearly"})
NEWLY = frozenset({"also", "just", "only", "now", "then", "about"})
SAYING = frozenset({"said", "says", "told", "reported", "added", "that", "far"})


@dataclass(frozen=True, slots=True)
class Number:
    """A count: tokens `first` to `last` (exclusive), with "at least" and the like.

    `value` is the number to code, `low` and `high` what the words allow (`high` None: no upper end); `exact`
    is false for vague and rounded ones; `rule` is number.figure, number.word, number.vague ("dozens"),
    number.article ("a soldier"), number.none ("no one") or number.both.
    """

    first: int
    last: int
    low: int
    high: int | None
    value: int
    exact: bool
    rule: str


def find_numbers(words: Words, times: Sequence[TimeExpression] | None = None) -> list[Number]:
    """Return the counts of a sentence from left to right.

    `times` are the sentence's time expressions where they are known already. Years, ages, times, money,
    distances, percentages, weights, calibres and ordinals are left out.
    """
    known = number_words()
    tokens = words.norm
    starts = [i for i, word in enumerate(tokens) if word in known.starts or word[:1].isdigit()]
    if not starts:
        return []
    taken = [(t.first, t.last) for t in (find_times(words) if times is None else times)]
    found: list[Number] = []
    last, ahead = 0, 0
    for at in starts:
        while ahead < len(taken) and taken[ahead][1] <= at:
            ahead += 1
        if at < last or (ahead < len(taken) and taken[ahead][0] <= at):
            continue
        number = read_number(known, words, at)
        if number is not None:
            found.append(number)
            last = number.last
    return found


def read_number(known: NumberWords, words: Words, at: int) -> Number | None:
    """Return the count that begins at word `at` with what qualifies it before, or None."""
    tokens = words.norm
    none = known.lists["none"].at(tokens, at)
    if none:
        return Number(at, at + none, 0, 0, 0, True, "number.none") if counts_none(tokens, at, none) else None
    if tokens[at] in known.lists["both"]:
        following = tokens[at + 1] if at + 1 < len(tokens) else ""
        alone = not following[:1].isalnum() and tokens[at - 1 : at] in (
            ["killing"],
            ["wounding"],
            ["injuring"],
            ["hitting"],
        )
        persons = alone or following in people().many or following in ("were", "of", "men", "women", "died")
        return Number(at, at + 1, 2, 2, 2, True, "number.both") if persons else None
    if words.glued[at] and tokens[at - 1][-1:].isdigit():
        return None  # the rest of a telephone number
    if in_name(words, at):
        return None
    read = read_plain(known, words, at)
    if read is None or not is_count(known, words, at, read.last):
        return None
    upper = read_range_end(known, words, at, read)
    if upper is not None and is_count(known, words, at, upper.last):
        first = at - 1 if at and tokens[at - 1] == "between" else at
        return Number(first, upper.last, read.value, upper.value, read.value, False, "number.range")
    return qualified(known, tokens, at, read)


def in_name(words: Words, at: int) -> bool:
    """Say whether a number word is a part of a name ("Regional One Hospital"), in text where a capital tells one."""
    near = words.text[max(at - 1, 0) : at + 2]
    capital = len(near) == 3 and all(t[:1].isupper() and t[1:].islower() for t in near)
    return capital and not in_titles(words, at - 1, at + 2)


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


def read_range_end(known: NumberWords, words: Words, first: int, read: Read) -> Read | None:
    """Return the upper end of "10 to 15", "10-15", "three or four", "between 10 and 20", or None."""
    tokens, at = words.norm, read.last
    if at >= len(tokens) or "from" in tokens[max(first - 1, 0) : first]:
        return None  # "rose from 12 to 15" is no range
    if words.glued[at] and (tokens[at][:1].isdigit() or tokens[at] in known.units):
        upper = read_plain(known, words, at) if tokens[at][:1].isdigit() else read_words(known, tokens, at)
    elif tokens[at] in ("to", "or", "—", "and") and at + 1 < len(tokens):
        if tokens[at] == "and" and "between" not in tokens[max(at - 4, 0) : at]:
            return None
        if tokens[at + 1] in ("a", "an", "half") or tokens[at + 1] in known.lists["none"]:
            return None
        upper = read_plain(known, words, at + 1)
    else:
        return None
    if upper is None or upper.value <= read.value:
        return None
    return None if upper.last < len(tokens) and words.glued[upper.last] else upper


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
                return Number(start, read.last, value, value, value, False, read.rule)
    high = None if not exact and read.rule == "number.figure" else value
    return Number(at, read.last, value, high, value, exact, read.rule)


def is_count(known: NumberWords, words: Words, first: int, last: int) -> bool:
    """Say whether a number counts people or things, not years, money, distances, ages, labels."""
    tokens = words.norm
    after = tokens[last] if last < len(tokens) else ""
    before = tokens[first - 1] if first else ""
    named = (
        after == "m" and tokens[last + 1 : last + 2] != [] and tokens[last + 1].isdecimal()
    )  # "12 M23 rebels"
    if not named and (after in known.lists["amounts"] or is_joined(words, last)):
        return False
    if last + 1 < len(tokens) and words.glued[last] and words.glued[last + 1]:
        return False  # 555-123-4567
    if last == first + 1 and is_year(tokens[first]) and after not in people().many:
        return False
    if before in known.lists["money"] or (before in known.lists["labels"] and not is_sum(tokens, first)):
        return False
    if before == "." and first > 1 and tokens[first - 2] in ("no", "nr", "art"):
        return False
    if is_age(known, tokens, first, last) or shares_years(tokens, last) or is_limit(tokens, first):
        return False
    return not (before == "(" and after == ")")


def is_joined(words: Words, at: int) -> bool:
    """Say whether a word is joined by a hyphen to what stands before token `at` ("a 9-millimetre pistol")."""
    return at < len(words) and words.glued[at] and words.norm[at][:1].isalpha()


def is_age(known: NumberWords, tokens: list[str], first: int, last: int) -> bool:
    """Say whether bare figures are ages: "Ali Reza, 23, was", "Ali Reza, 23 was shot", "two men, 26 and 21, who",
    "aged 3, 5 and 9".
    """
    if last != first + 1 or not tokens[first].isdecimal() or int(tokens[first]) > OLDEST:
        return False
    if tokens[last : last + 1] in (["'s"], ["s"]):
        return True  # "in their early 20's"
    after = tokens[last] if last < len(tokens) else "."
    if tokens[first - 1] in ("was", "is", "turned") and after in (",", ".", ";"):
        return not TOLLS & set(tokens[max(first - 7, 0) : first])  # "who was 16, died", not "the toll was 16"
    left, right = first, last  # the list of bare figures that this one stands in
    while left > 1 and tokens[left - 1] in LISTED and (figure := figure_before(tokens, left)) >= 0:
        left = figure
    while (figure := figure_behind(tokens, right)) > 0:
        right = figure
    before = tokens[left - 1] if left else ""
    after = tokens[right] if right < len(tokens) else ""
    if left < first and before in known.lists["labels"]:
        return True
    if before in NEWLY and tokens[left - 2] == "," and after in (",", ")"):
        return True  # "the other victim, also 42, was"
    if before in ("both", "other") or tokens[left - 2 : left] in (["younger", "than"], ["older", "than"]):
        return True
    if before != "," or left < 2 or not (tokens[left - 2][:1].isalpha() or tokens[left - 2] == "."):
        return False
    if after in SINGULAR and tokens[first] != "1":
        return True
    follows = tokens[right + 1] if right + 1 < len(tokens) else ""
    if right > last or left < first:
        return after in (",", ")", "", ".", "who", "were", ";", "year", "years")
    return after in (",", ")", "", "—", ".") and not (follows in MORE_OF or tokens[left - 2] in SAYING)


def is_limit(tokens: list[str], first: int) -> bool:
    """Say whether figures are the age up to which people are meant ("under the age of 16", "girls under 15")."""
    before = tokens[max(first - 2, 0) : first]
    folk = people().many | people().one
    return before[-2:] in (["age", "of"], ["ages", "of"]) or (
        len(before) == 2 and before[1] in LIMITS and before[0] in folk
    )


def shares_years(tokens: list[str], last: int) -> bool:
    """Say whether "year" behind the next figure belongs to the one that ends at `last` ("14- and 18-year-olds")."""
    dash = tokens[last : last + 1] == ["—"]
    return (
        dash
        and tokens[last + 1 : last + 2] in (["and"], ["or"], ["to"])
        and tokens[last + 3 : last + 4] == ["year"]
    )


def figure_before(tokens: list[str], at: int) -> int:
    """Return the bare figure that stands in a list left of token `at`, or -1."""
    i = at - 1
    while i > 0 and tokens[i] in LISTED:
        i -= 1
    return i if i >= 0 and tokens[i].isdecimal() and int(tokens[i]) <= OLDEST else -1


def figure_behind(tokens: list[str], at: int) -> int:
    """Return the token behind the bare figure that stands in a list right of token `at`, or -1."""
    i = at
    while i < len(tokens) and tokens[i] in LISTED:
        i += 1
    if i == at or i >= len(tokens) or not tokens[i].isdecimal() or int(tokens[i]) > OLDEST:
        return -1
    bare = (
        i + 1 == len(tokens)
        or not tokens[i + 1][:1].isalpha()
        or tokens[i + 1] in ("and", "who", "were", "was", "year", "years")
    )
    return i + 1 if bare else -1


def is_year(word: str) -> bool:
    """Say whether figures look like a year: four of them, without a separator, from 1900 to 2099."""
    return len(word) == 4 and word[:2] in ("19", "20") and word.isdecimal()


def is_sum(tokens: list[str], first: int) -> bool:
    """Say whether a label word before a number belongs to a sum ("the number rose to", "at 49 dead")."""
    return tokens[first - 1] in ("at", "no", "us", "world", "zone", "euro", "unit")
