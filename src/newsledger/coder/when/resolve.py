"""Which day does a time expression mean? Resolved against publication, dateline and the last date named."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from newsledger.coder.when import calendar_days as days
from newsledger.coder.when.forms import TimeExpression

Day = date  # the field `date` hides the class inside `Resolved`
WINDOW = 92  # days before publication; older is background *(ours)*
LONG = 28  # days; a duration of that length is background
DATELINE_LAG = 31  # days; a dateline older than that is not believed
SOON = 31  # days; a date without a year that is this near in the future is not read as last year's


@dataclass(frozen=True, slots=True)
class Resolved:
    """The day a time expression means (coding-rules 4).

    `date` is None where no day is meant (`precision` 0): totals, years, durations. For a range `date` is
    its first and `end_date` its last day; for weeks, weekends and months `date` is the day to code.
    `night`: the event belongs to the night that began on `date`, or ended on it where `after_midnight`.
    `each`: every day of the range. `object_date` is the day of the other event in "a day after …".
    """

    date: Day | None
    end_date: Day | None = None
    precision: int = 1
    night: bool = False
    after_midnight: bool = False
    future: bool = False
    background: bool = False
    rule: str = ""
    each: bool = False
    object_date: Day | None = None


@dataclass(frozen=True, slots=True)
class Resolver:
    """Resolves the time expressions of one article.

    `published` is the day of publication; `dateline_date` the day of the dateline, which "today" and
    "yesterday" are read against; `window` is the age in days beyond which a date is background.
    """

    published: date
    dateline_date: date | None = None
    window: int = WINDOW

    @property
    def reference(self) -> date:
        """The day of writing: the dateline's where there is a believable one, else that of publication."""
        dateline = self.dateline_date
        if dateline and timedelta(0) <= self.published - dateline <= timedelta(DATELINE_LAG):
            return dateline
        return self.published

    def resolve(
        self,
        expression: TimeExpression,
        anchor: "Resolved | date | None" = None,
        after_midnight: bool = False,
    ) -> Resolved:
        """Return the day that `expression` means; `anchor` is the last date the article named.

        `after_midnight` says that the event's sentence names a time after midnight elsewhere, so that a night
        belongs to the day it ends. A day after publication is marked `future`.
        """
        named = anchor if isinstance(anchor, Resolved) else Resolved(anchor) if anchor else Resolved(None)
        reader = READERS[expression.kind]
        try:
            found = reader(self, expression, named)
        except (OverflowError, ValueError):
            found = Resolved(None, precision=0)  # 31 February, or a day outside the calendar
        found = self._at_night(found, expression, named, after_midnight)
        return self._judged(found, expression)

    def _at_night(
        self, found: Resolved, expression: TimeExpression, named: Resolved, after_midnight: bool
    ) -> Resolved:
        """Move a night to the day it ends where a time after midnight is named (coding-rules 4)."""
        late = expression.after_midnight or after_midnight
        if found.date is None or not expression.night:
            return found
        spans = expression.daypart in ("night", "night-into")
        if expression.kind == "clock":
            spans = late and named.night and not named.after_midnight
        day = found.date
        if expression.daypart == "night-into" and not late:
            day -= timedelta(1)
        elif late and spans and expression.daypart != "night-into" and day < self.published:
            day += timedelta(1)
        rule = "when.night-after-midnight" if late else "when.night"
        return replace(
            found, date=day, end_date=None, precision=1, night=True, after_midnight=late, rule=rule
        )

    def _judged(self, found: Resolved, expression: TimeExpression) -> Resolved:
        """Mark future, background and each-day; name the rule; turn "since Monday" into a range."""
        day = found.date
        rule = found.rule or expression.rule
        future = found.future or expression.future or (day is not None and day > self.published)
        old = day is not None and (found.end_date or day) < self.reference - timedelta(self.window)
        background = found.background or expression.aggregate or old
        end = found.end_date
        if expression.since and day is not None and not future and day < self.reference:
            end = self.reference
            rule = "when.since"
        precision = 0 if day is None else found.precision
        return replace(
            found,
            end_date=end,
            precision=precision,
            future=future,
            background=background,
            rule=rule,
            each=expression.each,
        )


def read_weekday(resolver: Resolver, e: TimeExpression, named: Resolved) -> Resolved:
    """Read a weekday: the most recent one up to publication, which may be that day itself."""
    assert e.weekday is not None
    published, reference = resolver.published, resolver.reference
    limit = published if published - reference < timedelta(7) else reference
    if e.future:
        return Resolved(days.weekday_after(limit, e.weekday), future=True)
    if e.end is not None and e.end.weekday is not None:
        last = days.weekday_before(limit, e.end.weekday)
        return spanned(days.weekday_before(last, e.weekday), last)
    return Resolved(days.weekday_before(limit - timedelta(int(e.strict)), e.weekday))


def read_day(resolver: Resolver, e: TimeExpression, named: Resolved) -> Resolved:
    """Read a calendar date; without a year it is the last such day before publication."""
    first = calendar_day(resolver, e, named)
    if e.day_to is not None:
        return spanned(first, first.replace(day=e.day_to)) if e.day_to > (e.day or 0) else Resolved(first)
    if e.end is None:
        return Resolved(first)
    last = calendar_day(resolver, replace(e.end, year=e.end.year or e.year), named)
    if first > last and e.year is None:
        first = first.replace(year=last.year if first.replace(year=last.year) <= last else last.year - 1)
    return spanned(first, last) if first <= last else Resolved(first)


def calendar_day(resolver: Resolver, e: TimeExpression, named: Resolved) -> date:
    """Return the date that day, month and year name; raises `ValueError` where there is no such day."""
    assert e.day is not None
    published = resolver.published
    if e.month is None:
        return days.day_of_month(day_limit(resolver, named), e.day, e.month_offset or 0)
    if e.year_offset is not None:
        return date(published.year + e.year_offset, e.month, e.day)
    if e.year is None:
        return days.nearest_year(published, e.month, e.day, SOON)
    if e.rule.startswith("when.date-numeric"):
        return days.numeric(published, e.year, e.month, e.day)
    return date(e.year, e.month, e.day)


def day_limit(resolver: Resolver, named: Resolved) -> date:
    """Return the day up to which "the 3rd" is looked for: the end of an older month the article speaks of."""
    if named.date and resolver.published - named.date > timedelta(31):
        return days.month_end(named.date)
    return resolver.published


def read_deictic(resolver: Resolver, e: TimeExpression, named: Resolved) -> Resolved:
    """Read today, yesterday, last night, the last 24 hours."""
    day = resolver.reference + timedelta(e.offset or 0)
    if e.rule == "when.last-hours" and (e.count or 0) > 36:
        return spanned(day - timedelta((e.count or 0) // 24), day)
    return Resolved(day)


def read_overnight(resolver: Resolver, e: TimeExpression, named: Resolved) -> Resolved:
    """Read "overnight": the night before the day last named, or that night itself where a night was named."""
    if named.date and named.night:
        return Resolved(named.date - timedelta(int(named.after_midnight)))
    return Resolved((named.date or resolver.reference) - timedelta(1))


def read_relative(resolver: Resolver, e: TimeExpression, named: Resolved) -> Resolved:
    """Read "the next day", "two days earlier" from the date last named, the past also without one."""
    if named.date is None and (e.direction > 0 or (e.offset or 0) > 0):
        return Resolved(None, precision=0)
    start = named.date or resolver.reference
    if e.offset is not None:
        return Resolved(start + timedelta(e.offset))
    return shifted(start, e, e.direction)


def read_event(resolver: Resolver, e: TimeExpression, named: Resolved) -> Resolved:
    """Read "a day after the raid": the raid is that much before the day named or of writing."""
    start = named.date or resolver.reference
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


def read_ago(resolver: Resolver, e: TimeExpression, named: Resolved) -> Resolved:
    """Read "three days ago" from the day of writing."""
    return shifted(resolver.reference, e, -1)


def read_week(resolver: Resolver, e: TimeExpression, named: Resolved) -> Resolved:
    """Read a week: its middle day, precision 2 (coding-rules 4); weeks run from Monday to Sunday."""
    reference = resolver.reference
    if e.past:
        length = e.count or 7
        first = reference - timedelta(length - 1)
        if length > 92:
            return Resolved(None, precision=0, background=True)
        return middle_of(first, reference, 3 if length > 14 else 2 if length > 1 else 1)
    first = days.weekday_before(reference, 0) + timedelta(7 * (e.offset or 0))
    last = first + timedelta(6)
    return middle_of(first, last if e.future else min(last, reference), 2)


def read_week_of(resolver: Resolver, e: TimeExpression, named: Resolved) -> Resolved:
    """Read "the week of 20 June": the week that holds the day."""
    first = days.weekday_before(calendar_day(resolver, e, named), 0)
    return middle_of(first, first + timedelta(6), 2)


def read_weekend(resolver: Resolver, e: TimeExpression, named: Resolved) -> Resolved:
    """Read a weekend: its Saturday, precision 2."""
    reference = resolver.reference
    if e.future:
        saturday = days.weekday_after(reference, 5)
    else:
        saturday = days.weekday_before(reference, 5)
        if e.strict and reference - saturday < timedelta(2):
            saturday -= timedelta(7)
    return Resolved(saturday, saturday + timedelta(1), precision=2)


def read_month(resolver: Resolver, e: TimeExpression, named: Resolved) -> Resolved:
    """Read a month: its middle day, its first for early, its last for late; precision 3 (coding-rules 4)."""
    published = resolver.published
    if e.month is None:
        first = days.add_months(resolver.reference.replace(day=1), e.month_offset or 0)
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


def read_clock(resolver: Resolver, e: TimeExpression, named: Resolved) -> Resolved:
    """Read a time of day: it belongs to the day last named, else to the day of writing."""
    return Resolved(named.date or resolver.reference)


def read_running(resolver: Resolver, e: TimeExpression, named: Resolved) -> Resolved:
    """Read "for the third day running": that day is the one last named, else the day of writing."""
    return Resolved(named.date or resolver.reference)


def read_anaphor(resolver: Resolver, e: TimeExpression, named: Resolved) -> Resolved:
    """Read "at the time": the date last named, with its precision and all else known of it."""
    return (
        replace(named, rule="", each=False, object_date=None) if named.date else Resolved(None, precision=0)
    )


def read_duration(resolver: Resolver, e: TimeExpression, named: Resolved) -> Resolved:
    """Read "for six weeks": no day; background where long."""
    size = {"hour": 0, "day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365, "decade": 3650}
    length = size.get(e.unit, 0) * (e.count or e.ordinal or 3)
    return Resolved(None, precision=0, background=length >= LONG)


def read_none(resolver: Resolver, e: TimeExpression, named: Resolved) -> Resolved:
    """Read a year, a season or a total: background, without a day."""
    return Resolved(None, precision=0, background=not e.future)


def spanned(first: date, last: date) -> Resolved:
    """Return a range: known to the day where it has two days, to the week or month where longer."""
    length = (last - first).days
    return Resolved(first, last if length else None, precision=1 if length < 2 else 2 if length < 14 else 3)


def middle_of(first: date, last: date, precision: int) -> Resolved:
    """Return the middle day of a period, the later of two, with the period's last day as `end_date`."""
    return Resolved(first + (last - first) // 2 if last > first else first, last, precision=precision)


READERS = {
    "weekday": read_weekday,
    "day": read_day,
    "range": read_day,
    "deictic": read_deictic,
    "overnight": read_overnight,
    "ago": read_ago,
    "relative": read_relative,
    "event": read_event,
    "week": read_week,
    "week-of": read_week_of,
    "weekend": read_weekend,
    "month": read_month,
    "year": read_none,
    "season": read_none,
    "clock": read_clock,
    "anaphor": read_anaphor,
    "duration": read_duration,
    "running": read_running,
    "aggregate": read_none,
}


def active_days(resolved: Sequence[Resolved]) -> list[date]:
    """Return one day per day with reported activity, in order (coding-rules 1).

    Named days count each ("on Monday and Tuesday"); a range counts all its days only where each day is meant,
    else both where it has two, else its middle day.
    """
    found: set[date] = set()
    for one in resolved:
        if one.date is None:
            continue
        length = (one.end_date - one.date).days if one.end_date else 0
        period = one.rule.startswith(("when.week", "when.month"))
        if period or length < 1:
            found.add(one.date)
        elif (one.each and length < 32) or length == 1:
            found.update(one.date + timedelta(i) for i in range(length + 1))
        else:
            found.add(one.date + timedelta(length // 2))
    return sorted(found)
