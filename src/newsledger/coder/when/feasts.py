"""Which day is a feast that moves? Easter and the holidays that fall on a weekday of a month."""

from collections.abc import Callable
from datetime import date, timedelta

from newsledger.coder.when import calendar_days as days
from newsledger.coder.when.forms import Resolved, TimeExpression, Written

SOON = 31  # days; a feast this near ahead is the coming one, not that of a year ago


def read_feast(written: Written, e: TimeExpression, named: Resolved) -> Resolved:
    """Read a feast: the last one up to publication, unless one is near; `offset` counts days from it."""
    published = written.published
    for year in range(published.year + 1, published.year - 2, -1):
        day = FEASTS[e.feast](e.year or year) + timedelta(e.offset or 0)
        if e.year or day <= published + timedelta(SOON):
            return Resolved(day)
    return Resolved(None, precision=0)


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches (the rule of Meeus, Jones and Butcher)."""
    golden, century, rest = year % 19, year // 100, year % 100
    shift = (century + 8) // 25
    moon = (19 * golden + century - century // 4 - (century - shift + 1) // 3 + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * to_sunday) // 451
    month, day = divmod(moon + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def nth(year: int, month: int, weekday: int, count: int) -> date:
    """Return the weekday (0 is Monday) that is the `count`-th of a month."""
    return days.weekday_after(date(year, month, 1) - timedelta(1), weekday) + timedelta(7 * (count - 1))


FEASTS: dict[str, Callable[[int], date]] = {
    "easter": easter,
    "thanksgiving": lambda year: nth(year, 11, 3, 4),
    "memorial-day": lambda year: days.weekday_before(date(year, 5, 31), 0),
    "labor-day": lambda year: nth(year, 9, 0, 1),
    "mothers-day": lambda year: nth(year, 5, 6, 2),
    "fathers-day": lambda year: nth(year, 6, 6, 3),
}
