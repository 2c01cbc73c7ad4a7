"""Which words of a sentence say when? Finds time expressions by token patterns."""

from dataclasses import replace
from typing import Any

from newsledger.coder.when.forms import CIVIL_KINDS, TimeExpression
from newsledger.coder.when.joins import join_parts
from newsledger.coder.when.patterns import Captured, Phrase
from newsledger.coder.when.vocabulary import TimeWords, time_words
from newsledger.coder.words import Words

FIELD_OF = {
    "wkd": "weekday",
    "monthname": "month",
    "shortmonth": "month",
    "mm": "month",
    "dayth": "day",
    "day2": "day_to",
    "decade": "year",
    "fewcount": "count",
    "longunit": "unit",
    "clock": "minutes",
    "hhmm": "minutes",
}


OPENED, CLOSED = "[", "]"
PAPER = 3  # tokens of a line that only names a paper
COUNT = "count"  # "for the third time this week" says of no event when it was


def find_times(words: Words) -> list[TimeExpression]:
    """Return the time expressions of a sentence from left to right, without overlaps (coding-rules 4).

    Reads normalised tokens only, so upper-case text gives the same result.
    """
    known = time_words()
    tokens, starts, follows = words.norm, known.starts, known.follows
    found: list[TimeExpression] = []
    last = 0
    for at in [i for i, t in enumerate(tokens) if t in starts or (not ":" <= t < "\x7f" and t[:1].isdigit())]:
        if at < last or is_broken_off(tokens, at, follows.get(tokens[at])):
            continue
        expression = read_one(known, words, at)
        if expression is None:
            continue
        if not is_name(known, words, expression):
            found.append(expression)
            last = expression.last
        elif expression.kind == "day":
            last = expression.last  # no month is read out of "the 19 April Movement"
    found = [e for e in found if not in_brackets(tokens, e)]
    if not found:
        return found
    joined = [e for e in join_parts(known, words, found) if not (is_play_time(e) or e.kind == COUNT)]
    return [with_context(known, tokens, e) for e in joined]


def in_brackets(tokens: list[str], expression: TimeExpression) -> bool:
    """Say whether an expression is the hour of another zone that an editor put in brackets ("at 2115 [0215 GMT 17
    January]"), which dates nothing."""
    opened = next((i for i in range(expression.first - 1, -1, -1) if tokens[i] == OPENED), -1)
    if opened < 0 or CLOSED not in tokens[opened:]:
        return False
    closed = tokens.index(CLOSED, opened)
    return closed > expression.first and "gmt" in tokens[opened:closed]


def is_broken_off(tokens: list[str], at: int, second: frozenset[str] | None) -> bool:
    """Say whether no expression that begins with token `at` goes on with the one behind it."""
    if second is None or at + 1 == len(tokens):
        return False
    return tokens[at + 1] not in second and not tokens[at + 1][:1].isdigit()


def is_name(known: TimeWords, words: Words, expression: TimeExpression) -> bool:
    """Say whether a date or a number is part of a name: "the 19 April Movement", "on 13th Street", "June Jordan"."""
    last = expression.last
    if is_paper(words, expression):
        return True
    if last >= len(words) or expression.year is not None:
        return False
    if expression.kind == "day" and expression.weekday is None:
        return words.norm[last] in known.sets["named-after"]
    if expression.kind == "month" and words.norm[last] in {"del", "menor"}:
        return True  # "in Mar del Plata"
    follows = words.text[last]
    if expression.rule == "when.clock" and words.norm[last - 1].isdecimal() and follows[:1].isdigit():
        return True  # "at 1243 20th Street"
    if not follows[:1].isupper() or words.text[expression.first].isupper():
        return False
    if expression.kind == "month":
        return words.norm[last - 1] == words.norm[expression.first] or words.norm[expression.first] == "of"
    return expression.rule == "when.clock" and words.norm[last - 1].isdecimal() and not follows.isupper()


def is_paper(words: Words, expression: TimeExpression) -> bool:
    """Say whether "Today" ends the name of a paper: on a line of its own, or of one to whom something is told ("told
    Cyprus Today")."""
    at = expression.first
    if words.text[at] != "Today" or at == 0 or not words.text[at - 1][:1].isupper():
        return False
    alone = len(words) <= PAPER and all(t[:1].isupper() for t in words.text)
    return alone or words.norm[at - 2 : at - 1] in (["told"], ["tells"])


def is_play_time(expression: TimeExpression) -> bool:
    """Say whether an expression is figures with a colon and nothing else, as the length of a video is given."""
    bare = expression.last - expression.first == 1
    return bare and expression.kind == "clock" and not expression.daypart


def read_one(known: TimeWords, words: Words, at: int) -> TimeExpression | None:
    """Return the expression that begins at token `at`, or None."""
    if at and words.glued[at] and words.norm[at].isdecimal() and words.norm[at - 1].isalpha():
        return None  # AK-47, T-72
    matched = known.patterns.match(words.norm, words.glued, at)
    if matched is None:
        return None
    last, phrase, captured = matched
    following = words.norm[last] if last < len(words) else ""
    fixed = dict(phrase.fixed)
    if fixed.pop("closed", False) and following[:1].isalpha():  # "on 9 May 20 km north of …"
        matched = known.patterns.match(words.norm[: last - 1], words.glued, at)
        if matched is None:
            return None
        last, phrase, captured = matched
        fixed, following = dict(phrase.fixed), words.norm[last]
    if phrase.kind == "duration" and following in known.sets["aged"]:
        return None  # an age
    if following == "age" and words.norm[last - 1] == "of":
        return None  # "30 years of age"
    opens = at == 0 and words.norm[0] == "in"  # "In 2015 rebels took the town"
    if phrase.kind == "year" and following in known.sets["counted"] and not opens:
        return None
    values = {**values_of(captured), **fixed}
    while last > at + 1 and words.norm[last - 1] in (",", "."):
        last -= 1
    expression = build(at, last, phrase, values)
    if expression.kind == "month" and words.norm[at] == "in" and names_day(known, words.norm, last):
        return read_one(known, words, at + 1)
    month_then_day = captured and captured[-1][0] == "day" and captured[0][0] == "month"
    counts = not known.sets["counted"].isdisjoint(words.norm[last : last + 2])
    if month_then_day and at and words.norm[at - 1] == "in" and counts:
        # "In August 12 soldiers …": the number counts what follows.
        return replace(expression, kind="month", rule="when.month", day=None, last=last - 1)
    return expression


def names_day(known: TimeWords, tokens: list[str], at: int) -> bool:
    """Say whether a number behind a month is the day of a deed named behind it ("arrested in Feb. 3 shooting")."""
    at += tokens[at : at + 1] == ["."]
    return (
        tokens[at : at + 1] != []
        and tokens[at].isdecimal()
        and tokens[at + 1 : at + 2] != []
        and (tokens[at + 1] in known.sets["deeds"])
    )


def build(first: int, last: int, phrase: Phrase, values: dict[str, Any]) -> TimeExpression:
    """Return the expression of a phrase with its values."""
    values.pop("zone", None)
    return TimeExpression(first, last, phrase.kind, phrase.rule, **values)


def values_of(captured: Captured) -> dict[str, Any]:
    """Return what the classes of a match say, by field of `TimeExpression`."""
    values: dict[str, Any] = {}
    hour: int | None = None
    half: int | None = None
    for name, value in captured:
        if isinstance(value, tuple):
            values["day"], values["month"], year = value
            values["year"] = year + (2000 if year < 100 else 0)
        elif name == "hour":
            hour = int(value)
        elif name == "am":
            half = int(value)
        elif name == "dayyear" and isinstance(value, int):
            values["day"], values["year"] = divmod(value, 10000)
        elif name == "yy":
            values["year"] = int(value) + (1900 if int(value) > 50 else 2000)
        else:
            if name == "fewcount":
                values["vague"] = True
            values[FIELD_OF.get(name, name)] = value
    if hour is None and half is not None and "minutes" in values:
        hour = values["minutes"] // 60
        values["minutes"] = (hour % 12 + half) * 60 + values["minutes"] % 60
    elif hour is not None:
        values["minutes"] = (hour % 12 + half if half is not None else hour % 24) * 60
    return values


def with_context(known: TimeWords, tokens: list[str], expression: TimeExpression) -> TimeExpression:
    """Mark what the words before an expression say of it: each day, as of, said on."""
    at = expression.first - 1
    own = tokens[expression.first]
    before = tokens[at] if at >= 0 else ""
    as_of = (before == "of" and at > 0 and tokens[at - 1] == "as") or (own == "of" and before == "as")
    as_of = as_of or (before != "of" and before in known.sets["as-of"]) or own in ("by", "until", "till")
    skips = known.sets["reporting-skips"]
    back = at
    while back >= 0 and at - back < 3 and tokens[back] in skips:
        back -= 1
    attributed = back >= 0 and tokens[back] in known.sets["reporting"]
    near = tokens[max(at - 1, 0) : at + 1]
    each = any(token in known.sets["each"] for token in near)
    since = before == "since" or (own == "since" and expression.kind in CIVIL_KINDS | {"year"})
    if not (as_of or attributed or each or since):
        return expression
    return replace(expression, as_of=as_of, attributed=attributed, each=each, since=since)
