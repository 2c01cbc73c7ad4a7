"""Which day does a time expression mean? Resolved against publication, dateline and the last date named."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from newsledger.coder.when.feasts import read_feast
from newsledger.coder.when.forms import Resolved, TimeExpression, Written
from newsledger.coder.when.periods import read_month, read_week, read_week_of, read_weekend
from newsledger.coder.when.single_days import (
    read_ago,
    read_anaphor,
    read_clock,
    read_day,
    read_deictic,
    read_duration,
    read_event,
    read_none,
    read_overnight,
    read_relative,
    read_running,
    read_weekday,
)

WINDOW = 92  # days before publication; older is background *(ours)*
DATELINE_LAG = 31  # days; a dateline older than that is not believed


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
            found = reader(Written(self.published, self.reference), expression, named)
            found = self._at_night(found, expression, named, after_midnight)
        except (OverflowError, ValueError):
            found = Resolved(None, precision=0)  # 31 February, or a day outside the calendar
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
        old = day is not None and (self.reference - (found.end_date or day)).days > self.window
        background = found.background or expression.aggregate or old
        end = found.end_date
        if expression.since and day is not None and not future and day < self.reference:
            end = self.reference
            rule = "when.since"
        precision = 0 if day is None else found.precision
        return Resolved(
            day,
            end,
            precision,
            found.night,
            found.after_midnight,
            future,
            background,
            rule,
            expression.each,
            found.object_date,
        )


READERS: dict[str, Callable[[Written, TimeExpression, Resolved], Resolved]] = {
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
    "feast": read_feast,
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
