"""What is a time expression, and what is a resolved day? The records that finding and resolving share."""

from dataclasses import dataclass
from datetime import date

Day = date  # the field `date` hides the class inside `Resolved`
DAWN = 5 * 60  # minutes; a clock time before it is "after midnight" (coding-rules 4: a night's day)
DUSK = 21 * 60
# fmt: off
KINDS = frozenset((
    "weekday", "day", "range", "deictic", "overnight", "ago", "relative", "event", "week", "week-of",
    "weekend", "month", "year", "season", "clock", "anaphor", "duration", "running", "aggregate", "feast", "count",
))
# fmt: on
DAY_KINDS = frozenset({"weekday", "day", "deictic", "overnight", "relative", "feast"})
CIVIL_KINDS = frozenset({"weekday", "day", "deictic"})
NIGHTS = frozenset({"night", "night-into"})


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression: tokens `first` to `last` (exclusive), its kind, the rule that read it, what it says.

    `weekday` is 0 for Monday; `count` and `unit` belong to "three days ago"; `offset` is in days (in weeks
    where the kind is week); `feast` is the name of one that moves; `direction` is 1 for later and -1 for
    earlier; `vague` marks "a few days ago". `daypart` is night, night-into ("overnight into Tuesday"),
    early-hours, morning, noon, afternoon or evening; `minutes` is the time of day in minutes after midnight.
    `end` is the other end of a range.
    Flags: `listed`, in a list with the expression before ("Monday and Tuesday"); `each`, every day of the
    range; `since`, from then on; `as_of`, the state of a date ("as of Tuesday", "by Monday"); `attributed`,
    behind a word of saying ("said on Tuesday"); `aggregate`, a longer period is summed up; `strict`, "last
    Monday" is not today; `past`, "the past week" is not a calendar week.
    """

    first: int
    last: int
    kind: str
    rule: str
    weekday: int | None = None
    day: int | None = None
    day_to: int | None = None
    month: int | None = None
    year: int | None = None
    count: int | None = None
    unit: str = ""
    ordinal: int | None = None
    edge: str = ""
    season: str = ""
    feast: str = ""
    daypart: str = ""
    minutes: int | None = None
    offset: int | None = None
    month_offset: int | None = None
    year_offset: int | None = None
    direction: int = 0
    strict: bool = False
    past: bool = False
    vague: bool = False
    future: bool = False
    aggregate: bool = False
    listed: bool = False
    each: bool = False
    since: bool = False
    as_of: bool = False
    attributed: bool = False
    end: "TimeExpression | None" = None

    @property
    def after_midnight(self) -> bool:
        """Whether a time between midnight and dawn is named."""
        return self.daypart == "early-hours" or (self.minutes is not None and self.minutes < DAWN)

    @property
    def night(self) -> bool:
        """Whether it names a night or a time in one."""
        return (
            self.daypart in NIGHTS
            or self.after_midnight
            or (self.minutes is not None and self.minutes >= DUSK)
        )


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
class Written:
    """When an article was published, and the day of writing that "today" is read against."""

    published: date
    reference: date
