"""Which day stands for a week, a weekend, a month? Its middle day, or first or last (coding-rules 4)."""

from datetime import date, timedelta

from newsledger.coder.when import calendar_days as days
from newsledger.coder.when.forms import Resolved, TimeExpression, Written
from newsledger.coder.when.single_days import calendar_day


def read_week(written: Written, e: TimeExpression, named: Resolved) -> Resolved:
    """Read a week: its middle day, precision 2 (coding-rules 4); weeks run from Monday to Sunday."""
    reference = written.reference
    if e.past:
        length = e.count or 7
        first = reference - timedelta(length - 1)
        if length > 92:
            return Resolved(None, precision=0, background=True)
        return middle_of(first, reference, 3 if length > 14 else 2 if length > 1 else 1)
    first = days.weekday_before(reference, 0) + timedelta(7 * (e.offset or 0))
    last = first + timedelta(6)
    return middle_of(first, last if e.future else min(last, reference), 2)


def read_week_of(written: Written, e: TimeExpression, named: Resolved) -> Resolved:
    """Read "the week of 20 June": the week that holds the day."""
    first = days.weekday_before(calendar_day(written, e, named), 0)
    return middle_of(first, first + timedelta(6), 2)


def read_weekend(written: Written, e: TimeExpression, named: Resolved) -> Resolved:
    """Read a weekend: its Saturday, precision 2."""
    reference = written.reference
    if e.future:
        saturday = days.weekday_after(reference, 5)
    else:
        saturday = days.weekday_before(reference, 5)
        if e.strict and reference - saturday < timedelta(2):
            saturday -= timedelta(7)
    return Resolved(saturday, saturday + timedelta(1), precision=2)


def read_month(written: Written, e: TimeExpression, named: Resolved) -> Resolved:
    """Read a month: its middle day, its first for early, its last for late; precision 3 (coding-rules 4)."""
    published = written.published
    if e.month is None:
        first = days.add_months(written.reference.replace(day=1), e.month_offset or 0)
    elif e.year is not None:
        first = date(e.year, e.month, 1)
    elif e.year_offset is not None:
        first = date(published.year + e.year_offset, e.month, 1)
    else:
        limit = published.replace(day=1) - timedelta(int(e.strict))
        first = date(limit.year - (e.month > limit.month) + e.future, e.month, 1)
    if e.end is not None and e.end.month is not None:
        later = date(first.year + (e.end.month < first.month), e.end.month, 1)
        return Resolved(first, min(days.month_end(later), max(published, first)), precision=3)
    last = days.month_end(first)
    if first <= published < last and not e.future:
        last = published
    if e.edge == "early":
        return Resolved(first, precision=3)
    return Resolved(last, precision=3) if e.edge == "late" else middle_of(first, last, 3)


def middle_of(first: date, last: date, precision: int) -> Resolved:
    """Return the middle day of a period, the later of two, with the period's last day as `end_date`."""
    return Resolved(first + (last - first) // 2 if last > first else first, last, precision=precision)
