"""Which day is that? Arithmetic with weekdays and months; every function is pure."""

from calendar import monthrange
from datetime import date, timedelta


def weekday_before(limit: date, weekday: int) -> date:
    """Return the last day up to and including `limit` that is that weekday (0 is Monday)."""
    return limit - timedelta((limit.weekday() - weekday) % 7)


def weekday_after(limit: date, weekday: int) -> date:
    """Return the first day after `limit` that is that weekday (0 is Monday)."""
    return limit + timedelta((weekday - limit.weekday() - 1) % 7 + 1)


def month_end(day: date) -> date:
    """Return the last day of the month of `day`."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def add_months(day: date, months: int) -> date:
    """Return the same day `months` later (earlier where negative), or the last day of a shorter month.

    Raises `ValueError` outside the calendar.
    """
    total = day.year * 12 + day.month - 1 + months
    first = date(total // 12, total % 12 + 1, 1)
    return first.replace(day=min(day.day, month_end(first).day))


def day_of_month(limit: date, day: int, months: int = 0) -> date:
    """Return the last day up to `limit` with that number; `months` moves the month looked at.

    Raises `ValueError` where that month has no such day.
    """
    first = limit.replace(day=1)
    if months:
        return add_months(first, months).replace(day=day)
    if day > limit.day:
        first = add_months(first, -1)
    return first.replace(day=day)


def nearest_year(published: date, month: int, day: int, soon: int) -> date:
    """Return the last such day up to `published`; a day at most `soon` days after it is that future day.

    29 February is looked for up to eight years back. Raises `ValueError` where there is no such day.
    """
    for year in range(published.year + 1, max(published.year - 9, 0), -1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= published + timedelta(soon):
            return found
    raise ValueError(f"no day {day} in month {month}")


def numeric(published: date, year: int, month: int, day: int, weekday: int | None = None) -> date:
    """Return a date written in figures: day first, unless only month first is a day up to publication.

    Of two readings the one on the `weekday` told beside it (0 for Monday) is taken, else the one within a month of
    publication. Raises `ValueError` for no such day.
    """
    readings: list[date] = []
    for m, d in ((month, day), (day, month)):
        try:
            readings.append(date(year, m, d))
        except ValueError:
            continue
    if not readings:
        raise ValueError(f"no such date {year}-{month}-{day}")
    readings = [found for found in readings if found.weekday() == weekday] or readings
    past = [found for found in readings if found <= published]
    near = [found for found in past if published - found <= timedelta(31)]
    return (near or past or readings)[0]
