"""Which day does an expression for a day mean? Weekdays, dates, "yesterday", "two days later"."""

from dataclasses import replace
from datetime import date, timedelta

from newsledger.coder.when import calendar_days as days
from newsledger.coder.when.forms import Resolved, TimeExpression, Written

LONG = 28  # days; a duration of that length is background
SOON = 31  # days; a date without a year that is this near in the future is not read as last year's


def read_weekday(written: Written, e: TimeExpression, named: Resolved) -> Resolved:
    """Read a weekday: the most recent one up to publication, which may be that day itself, or the one of a week from
    Monday to Sunday ("on Monday of last week")."""
    assert e.weekday is not None
    published, reference = written.published, written.reference
    limit = published if published - reference < timedelta(7) else reference
    if e.future:
        return Resolved(days.weekday_after(limit, e.weekday), future=True)
    if e.offset is not None:
        return Resolved(days.weekday_before(limit, 0) + timedelta(7 * e.offset + e.weekday))
    if e.end is not None and e.end.weekday is not None:
        last = days.weekday_before(limit, e.end.weekday)
        return spanned(days.weekday_before(last, e.weekday), last)
    last = days.weekday_before(limit - timedelta(int(e.strict)), e.weekday)
    if e.strict and limit - last == timedelta(1):
        last -= timedelta(7)  # who writes on a Friday calls the day before "Thursday", not "last Thursday"
    return Resolved(last)


def read_day(written: Written, e: TimeExpression, named: Resolved) -> Resolved:
    """Read a calendar date; without a year it is the last such day before publication."""
    first = calendar_day(written, e, named)
    if e.day_to is not None:
        return spanned(first, first.replace(day=e.day_to)) if e.day_to > (e.day or 0) else Resolved(first)
    if e.end is None or e.end.day is None:
        return Resolved(first)
    last = calendar_day(written, replace(e.end, year=e.end.year or e.year), named)
    if first > last and e.year is None:
        first = first.replace(year=last.year if first.replace(year=last.year) <= last else last.year - 1)
    return spanned(first, last) if first <= last else Resolved(first)


def calendar_day(written: Written, e: TimeExpression, named: Resolved) -> date:
    """Return the date that day, month and year name; raises `ValueError` where there is no such day."""
    assert e.day is not None
    published = written.published
    if e.month is None:
        return days.day_of_month(day_limit(written, named), e.day, e.month_offset or 0)
    if e.year_offset is not None:
        return date(published.year + e.year_offset, e.month, e.day)
    if e.year is None:
        return days.nearest_year(published, e.month, e.day, SOON)
    if e.rule.startswith("when.date-numeric"):
        return days.numeric(published, e.year, e.month, e.day, e.weekday)
    return date(e.year, e.month, e.day)


def day_limit(written: Written, named: Resolved) -> date:
    """Return the day up to which "the 3rd" is looked for: the end of an older month the article speaks of."""
    if named.date and written.published - named.date > timedelta(31):
        return days.month_end(named.date)
    return written.published


def read_deictic(written: Written, e: TimeExpression, named: Resolved) -> Resolved:
    """Read today, yesterday, last night, the last 24 hours."""
    day = written.reference + timedelta(e.offset or 0)
    if e.rule == "when.last-hours" and (e.count or 0) > 36:
        return spanned(day - timedelta((e.count or 0) // 24), day)
    return Resolved(day)


def read_overnight(written: Written, e: TimeExpression, named: Resolved) -> Resolved:
    """Read "overnight": the night before the day last named, or that night itself where a night was named."""
    if named.date and named.night:
        return Resolved(named.date - timedelta(int(named.after_midnight)))
    # "a day after … overnight": the night belongs to the other event
    return Resolved((named.object_date or named.date or written.reference) - timedelta(1))


def read_relative(written: Written, e: TimeExpression, named: Resolved) -> Resolved:
    """Read "the next day", "two days earlier" from the date last named, the past also without one."""
    if named.date is None and (e.direction > 0 or (e.offset or 0) > 0):
        return Resolved(None, precision=0)
    start = named.date or written.reference
    if e.offset is not None:
        return Resolved(start + timedelta(e.offset))
    return shifted(start, e, e.direction)


def read_event(written: Written, e: TimeExpression, named: Resolved) -> Resolved:
    """Read "a day after the raid": the raid is that much before the day named or of writing."""
    start = named.date or written.reference
    other = shifted(start, e, -e.direction) if e.unit else Resolved(start - timedelta(e.direction))
    if e.rule == "when.before-event" and named.date is None:
        return Resolved(None, precision=0)
    return Resolved(start, object_date=other.date)


def shifted(start: date, e: TimeExpression, direction: int) -> Resolved:
    """Return `start` moved by count and unit; weeks are known to the week, months to the month."""
    count = 3 if e.count is None else e.count
    vague = e.vague or e.count is None
    if e.unit in ("month", "year", "decade"):
        months = count * {"month": 1, "year": 12, "decade": 120}[e.unit] * direction
        return Resolved(
            days.add_months(start, months), precision=3, background=e.unit != "month" and direction < 0
        )
    size = {"day": 1, "week": 7, "fortnight": 14}.get(e.unit, 0)
    return Resolved(start + timedelta(size * count * direction), precision=2 if size > 1 or vague else 1)


def read_ago(written: Written, e: TimeExpression, named: Resolved) -> Resolved:
    """Read "three days ago" from the day of writing."""
    return shifted(written.reference, e, -1)


def read_clock(written: Written, e: TimeExpression, named: Resolved) -> Resolved:
    """Read a time of day: it belongs to the day last named, else to the day of writing."""
    return Resolved(named.date or written.reference)


def read_running(written: Written, e: TimeExpression, named: Resolved) -> Resolved:
    """Read "for the third day running": that day is the one last named, else the day of writing."""
    return Resolved(named.date or written.reference)


def read_anaphor(written: Written, e: TimeExpression, named: Resolved) -> Resolved:
    """Read "at the time": the date last named, with its precision and all else known of it."""
    return (
        replace(named, rule="", each=False, object_date=None) if named.date else Resolved(None, precision=0)
    )


def read_duration(written: Written, e: TimeExpression, named: Resolved) -> Resolved:
    """Read "for six weeks": no day; background where long."""
    size = {"hour": 0, "day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365, "decade": 3650}
    length = size.get(e.unit, 0) * (e.count or e.ordinal or 3)
    return Resolved(None, precision=0, background=length >= LONG)


def read_none(written: Written, e: TimeExpression, named: Resolved) -> Resolved:
    """Read a year, a season or a total: background, without a day."""
    return Resolved(None, precision=0, background=not e.future)


def spanned(first: date, last: date) -> Resolved:
    """Return a range: known to the day where it has two days, to the week or month where longer."""
    length = (last - first).days
    return Resolved(first, last if length else None, precision=1 if length < 2 else 2 if length < 14 else 3)
