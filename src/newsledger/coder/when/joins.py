"""Which neighbours are one time? A day and its hour, the two ends of a range, the days of a list."""

from dataclasses import replace

from newsledger.coder.when.forms import CIVIL_KINDS, DAY_KINDS, NIGHTS, TimeExpression
from newsledger.coder.when.vocabulary import TimeWords
from newsledger.coder.words import Words

ATTRIBUTED = 2  # tokens between "overnight" and the day of what it describes
SAID_TWICE = frozenset({"when.today", "when.yesterday", "when.night"})


def join_parts(known: TimeWords, words: Words, found: list[TimeExpression]) -> list[TimeExpression]:
    """Join neighbours that are one time: a day and its hour, the two ends of a range; mark lists of days."""
    out: list[TimeExpression] = []
    for expression in found:
        joined = join_pair(known, words, out[-1], expression) if out else None
        if joined is None:
            out.append(expression)
        else:
            out[-1] = joined
    out = [e for i, e in enumerate(out) if not is_attribute(words, e, out[i + 1 : i + 2])]
    for i in range(1, len(out)):
        between = words.norm[out[i - 1].last : out[i].first]
        if (
            between in (["and"], [","], [",", "and"])
            and out[i].kind in CIVIL_KINDS
            and out[i - 1].kind in CIVIL_KINDS
        ):
            out[i] = replace(out[i], listed=True)
    return out


def is_attribute(words: Words, night: TimeExpression, behind: list[TimeExpression]) -> bool:
    """Say whether "overnight" only describes what a day behind it dates ("an overnight shooting Saturday")."""
    if night.kind != "overnight" or not behind or behind[0].kind not in CIVIL_KINDS:
        return False
    described = words.norm[night.first - 1 : night.first] in (["a"], ["an"], ["the"])
    return described and 0 < behind[0].first - night.last <= ATTRIBUTED


def join_pair(
    known: TimeWords, words: Words, left: TimeExpression, right: TimeExpression
) -> TimeExpression | None:
    """Return the one expression that two neighbours form, or None."""
    between = words.norm[left.last : right.first]
    if len(between) > 4:
        return None
    ranged = join_range(known, words, left, right, between)
    if ranged is not None:
        return ranged
    if not all(token in known.sets["joints"] for token in between):
        return None
    if left.kind in DAY_KINDS and right.kind == "clock":
        return with_clock(left, right, left.first, right.last)
    if left.kind == "clock" and right.kind in DAY_KINDS and (between or right.kind != "overnight"):
        return with_clock(right, left, left.first, right.last)
    if left.kind == "clock" and right.kind == "clock":
        return replace(
            left,
            last=right.last,
            daypart=left.daypart or right.daypart,
            minutes=right.minutes if left.minutes is None else left.minutes,
        )
    told_twice = left.kind == "deictic" and left.rule in SAID_TWICE and between in ([","], ["("], ["["])
    if told_twice and right.kind in {"day", "weekday"} and not right.future:
        return replace(right, first=left.first, daypart=right.daypart or left.daypart)  # "today, 30 June"
    if (
        left.kind == "weekday"
        and right.kind == "day"
        and right.weekday is None
        and between in ([], [","], ["("], ["["])
    ):
        return replace(right, first=left.first, weekday=left.weekday, daypart=right.daypart or left.daypart)
    return None


def join_range(
    known: TimeWords, words: Words, left: TimeExpression, right: TimeExpression, between: list[str]
) -> TimeExpression | None:
    """Return the range that two days form ("from Monday to Wednesday"), or None."""
    if left.end is not None or right.kind not in CIVIL_KINDS | {"month"}:
        return None
    before = words.norm[left.first - 1] if left.first else ""
    opener = before if before in known.sets["range-opens"] else words.norm[left.first]
    opened = opener in known.sets["range-opens"]
    linked = len(between) == 1 and between[0] in known.sets["range-links"]
    glued = not between and words.glued[right.first]
    night_of = left.kind in DAY_KINDS and left.daypart in NIGHTS
    paired = between == ["and"] and (opener == "between" or "between" in words.norm[left.first : left.last])
    if left.kind == "overnight" and left.end is None and (between in ([], ["between"], ["from"], ["of"])):
        return None
    if not (linked or glued or paired) or left.kind not in CIVIL_KINDS | {"month"}:
        return None
    first = left.first - (before in known.sets["range-opens"])
    if night_of or (glued and right.daypart in NIGHTS):
        return replace(left, first=first, last=right.last, rule="when.night", daypart="night", end=right)
    if left.kind != right.kind and not opened:
        return None
    return replace(left, first=first, last=right.last, rule="when.range", end=right)


def with_clock(day: TimeExpression, clock: TimeExpression, first: int, last: int) -> TimeExpression:
    """Return a day with a time of that day; the night it was named with stays ("Monday night at 2 a.m.")."""
    daypart = day.daypart if day.daypart in NIGHTS else clock.daypart or day.daypart
    minutes = clock.minutes
    if minutes is None and clock.daypart == "early-hours" and day.daypart in NIGHTS:
        minutes = 60
    return replace(day, first=first, last=last, daypart=daypart, minutes=minutes)
