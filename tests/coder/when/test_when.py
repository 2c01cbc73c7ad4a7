"""Time expressions and the days they mean (coding-rules 4)."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.coder.when import Resolved, Resolver, TimeExpression, active_days, find_times
from newsledger.coder.when.pages import of_page
from newsledger.coder.words import split_words

PUBLISHED = date(2023, 5, 17)  # a Wednesday


def times(text: str) -> list[TimeExpression]:
    return find_times(split_words(text))


def read(text: str, anchor: Resolved | date | None = None, **settings: bool) -> Resolved:
    (expression,) = times(text)
    return Resolver(PUBLISHED).resolve(expression, anchor, **settings)


DAYS = [
    ("Last updated at Feb 09,2023 It fell.", "2023-02-09", 1, "when.date"),
    ("Last updated at Feb 092023 It fell.", "2023-02-09", 1, "when.date"),
    ("The raid came on Wednesday.", "2023-05-17", 1, "when.weekday"),
    ("The raid came on Tuesday.", "2023-05-16", 1, "when.weekday"),
    ("The raid came on Thursday.", "2023-05-11", 1, "when.weekday"),
    ("It fell early Monday.", "2023-05-15", 1, "when.weekday"),
    ("It fell late on Monday.", "2023-05-15", 1, "when.weekday"),
    ("It fell on Monday morning.", "2023-05-15", 1, "when.weekday"),
    ("It fell last Wednesday.", "2023-05-10", 1, "when.weekday-last"),
    ("It fell last Tuesday.", "2023-05-09", 1, "when.weekday-last"),  # the day before is plain "Tuesday"
    ("It fell on Wednesday last week.", "2023-05-10", 1, "when.weekday-of-week"),
    ("It fell last week on Monday.", "2023-05-08", 1, "when.weekday-of-week"),
    ("It fell on Sunday of last week.", "2023-05-14", 1, "when.weekday-of-week"),
    ("It fell on Monday of this week.", "2023-05-15", 1, "when.weekday-of-week"),
    ("It fell last Monday.", "2023-05-15", 1, "when.weekday-last"),
    ("They march next Friday.", "2023-05-19", 1, "when.weekday-next"),
    ("It burned on Monday night.", "2023-05-15", 1, "when.night"),
    ("It burned on the night of Sunday to Monday.", "2023-05-14", 1, "when.night"),
    ("It burned overnight Sunday into Monday.", "2023-05-14", 1, "when.night"),
    ("It burned in the night between Sunday and Monday.", "2023-05-14", 1, "when.night"),
    ("It burned overnight into Tuesday.", "2023-05-15", 1, "when.night"),
    ("It burned overnight.", "2023-05-16", 1, "when.night"),
    ("It burned last night.", "2023-05-16", 1, "when.night"),
    ("It burned during the night.", "2023-05-16", 1, "when.night"),
    ("It burned on the night of 12-13 May.", "2023-05-12", 1, "when.night"),
    ("It burned in the early hours of Tuesday.", "2023-05-16", 1, "when.night-after-midnight"),
    ("It burned on Monday night at around 2 a.m.", "2023-05-16", 1, "when.night-after-midnight"),
    ("It burned shortly after midnight on Tuesday.", "2023-05-16", 1, "when.night-after-midnight"),
    ("It burned at 3 a.m. on Tuesday.", "2023-05-16", 1, "when.night-after-midnight"),
    ("It burned at 6 p.m. on Tuesday.", "2023-05-16", 1, "when.weekday"),
    ("They met today.", "2023-05-17", 1, "when.today"),
    ("They met this morning.", "2023-05-17", 1, "when.today"),
    ("They met yesterday evening.", "2023-05-16", 1, "when.yesterday"),
    ("They met the day before yesterday.", "2023-05-15", 1, "when.day-before-yesterday"),
    ("They meet tomorrow.", "2023-05-18", 1, "when.tomorrow"),
    ("They fought in the past 24 hours.", "2023-05-17", 1, "when.last-hours"),
    ("They fought on 3 April.", "2023-04-03", 1, "when.date"),
    ("They fought on April 3.", "2023-04-03", 1, "when.date"),
    ("They fought on April 3, 2021.", "2021-04-03", 1, "when.date"),
    ("They fought on the 3rd of April.", "2023-04-03", 1, "when.date"),
    ("They fought on Monday, 3 April.", "2023-04-03", 1, "when.date"),
    ("They fought on Monday (3 April).", "2023-04-03", 1, "when.date"),
    ("They fought [3 April].", "2023-04-03", 1, "when.date"),
    ("They fought on 20 December.", "2022-12-20", 1, "when.date"),
    ("They fought last December 20.", "2022-12-20", 1, "when.date"),
    ("They fought late on the night of Dec. 20.", "2022-12-20", 1, "when.night"),
    ("They fought in the early morning hours of Apr. 3.", "2023-04-03", 1, "when.night-after-midnight"),
    ("They fought today, 16 May.", "2023-05-16", 1, "when.date"),
    ("He was named in an April 3 shooting.", "2023-04-03", 1, "when.date"),
    ("They fought on New Year's Eve.", "2022-12-31", 1, "when.holiday"),
    ("They fought on the Fourth of July.", "2022-07-04", 1, "when.holiday"),
    ("They fought on Thanksgiving night.", "2022-11-24", 1, "when.holiday-movable"),
    ("They fought the day after Thanksgiving.", "2022-11-25", 1, "when.holiday-movable"),
    ("They fought on Easter Sunday.", "2023-04-09", 1, "when.holiday-movable"),
    ("They fought on Good Friday.", "2023-04-07", 1, "when.holiday-movable"),
    ("They fought on Memorial Day.", "2023-05-29", 1, "when.holiday-movable"),  # near, so the coming one
    ("They fought on Labor Day.", "2022-09-05", 1, "when.holiday-movable"),
    ("They fought on 29 February.", "2020-02-29", 1, "when.date"),
    ("LAGOS, 3 APR 89 (NAN)", "1989-04-03", 1, "when.date-short-year"),
    ("They fought on 03/04/2023.", "2023-04-03", 1, "when.date-numeric"),
    ("They fought on 04/30/2023.", "2023-04-30", 1, "when.date-numeric-month-first"),
    ("They fought on 2023-04-03.", "2023-04-03", 1, "when.date-iso"),
    ("They fought on 03.04.2023.", "2023-04-03", 1, "when.date-numeric"),
    ("They fought on the 3rd.", "2023-05-03", 1, "when.day-of-month"),
    ("They fought on the 30th.", "2023-04-30", 1, "when.day-of-month"),
    ("They fought three days ago.", "2023-05-14", 1, "when.ago"),
    ("They fought a few days ago.", "2023-05-14", 2, "when.ago"),
    ("They fought two weeks ago.", "2023-05-03", 2, "when.ago"),
    ("They fought a month ago.", "2023-04-17", 3, "when.ago"),
    ("They fought for the third day running.", "2023-05-17", 1, "when.running"),
    ("They fought last week.", "2023-05-11", 2, "when.week-last"),
    ("They fought this week.", "2023-05-16", 2, "when.week-this"),
    ("They fought over the weekend.", "2023-05-13", 2, "when.weekend"),
    ("They fought in the week of 10 April.", "2023-04-13", 2, "when.week-of"),
    ("They fought in April.", "2023-04-15", 3, "when.month"),
    ("They fought in early April.", "2023-04-01", 3, "when.month-edge"),
    ("They fought at the beginning of April.", "2023-04-01", 3, "when.month-edge"),
    ("They fought in mid-April.", "2023-04-15", 3, "when.month-edge"),
    ("They fought in late April.", "2023-04-30", 3, "when.month-edge"),
    ("They fought at the end of April.", "2023-04-30", 3, "when.month-edge"),
    ("They fought last month.", "2023-04-15", 3, "when.month-last"),
    ("They fought earlier this month.", "2023-05-09", 3, "when.month-this"),
    ("They fought in March last year.", "2022-03-16", 3, "when.month-of-last-year"),
]


@pytest.mark.parametrize(("text", "day", "precision", "rule"), DAYS, ids=[row[0][:44] for row in DAYS])
def test_day(text: str, day: str, precision: int, rule: str) -> None:
    found = read(text)
    assert (str(found.date), found.precision, found.rule) == (day, precision, rule)


@pytest.mark.parametrize(("text", "day", "precision", "rule"), DAYS, ids=[row[0][:44] for row in DAYS])
def test_upper_case_reads_the_same(text: str, day: str, precision: int, rule: str) -> None:
    test_day(text.upper(), day, precision, rule)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Between Sunday and Tuesday they fought.", "2023-05-14", "2023-05-16"),
        ("They fought from 3 to 5 April.", "2023-04-03", "2023-04-05"),
        ("They fought on 12-13 April.", "2023-04-12", "2023-04-13"),
        ("They fought from 30 March to 2 April.", "2023-03-30", "2023-04-02"),
        ("They fought from December 30 to January 2.", "2022-12-30", "2023-01-02"),
        ("They have fought since Monday.", "2023-05-15", "2023-05-17"),
        ("They fought in the past three days.", "2023-05-16", "2023-05-17"),
    ],
)
def test_range(text: str, first: str, last: str) -> None:
    found = read(text)
    assert (str(found.date), str(found.end_date)) == (first, last)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The next day they left.", "2023-05-04"),
        ("Two days later they left.", "2023-05-05"),
        ("They left on the same day.", "2023-05-03"),
        ("Earlier that day they left.", "2023-05-03"),
        ("They had left the previous day.", "2023-05-02"),
        ("They had left two days earlier.", "2023-05-01"),
        ("They left at the time.", "2023-05-03"),
        ("They left at 18:00.", "2023-05-03"),
        ("They left overnight.", "2023-05-02"),
    ],
)
def test_read_against_the_last_date_named(text: str, day: str) -> None:
    assert str(read(text, date(2023, 5, 3)).date) == day


def test_without_an_anchor_only_the_past_is_told() -> None:
    assert read("The next day they left.").date is None
    assert read("At the time they left.").date is None
    assert str(read("They had left the previous day.").date) == "2023-05-16"


def test_a_night_named_before_is_the_same_night() -> None:
    night = read("It burned on Monday night.")
    assert str(read("It burned overnight.", night).date) == "2023-05-15"
    after = read("It burned shortly after midnight.", night)
    assert (str(after.date), after.after_midnight, after.night) == ("2023-05-16", True, True)


def test_a_time_after_midnight_elsewhere_moves_the_night() -> None:
    found = read("It burned on Monday night.", after_midnight=True)
    assert (str(found.date), found.rule) == ("2023-05-16", "when.night-after-midnight")


@pytest.mark.parametrize(
    "text",
    [
        "They fought in 2020.",
        "The worst since 2020.",
        "They fought in the 1990s.",
        "They fought last year.",
        "A year ago they fought.",
        "So far this year they fought.",
        "They fought in recent months.",
        "On the anniversary of the war they wept.",
        "They fought for six weeks.",
        "After the 45-day war they wept.",
        "In the autumn of 2020 they fought.",
        "They fought on 3 January.",
        "They fought in November 2020.",
    ],
)
def test_background(text: str) -> None:
    assert read(text).background is True


@pytest.mark.parametrize(
    "text",
    ["On Monday.", "Last week.", "In March.", "For two days.", "On 3 March.", "Recently it fell on Monday."],
)
def test_not_background(text: str) -> None:
    assert read(text).background is False


def test_the_number_of_a_street_is_no_day() -> None:
    for place in ("on 4th Avenue", "on the 9th floor", "ON 2ND WEST ROAD"):
        assert times(f"The shop is {place}.") == []
    assert read("It fell on the 6th.").date == date(2023, 5, 6)


def test_window_is_a_parameter() -> None:
    (expression,) = times("They fought on 3 March.")
    assert Resolver(PUBLISHED, window=30).resolve(expression).background is True


def test_dateline_is_the_day_of_writing() -> None:
    (expression,) = times("They fought yesterday.")
    assert str(Resolver(PUBLISHED, date(2023, 5, 15)).resolve(expression).date) == "2023-05-14"
    assert str(Resolver(PUBLISHED, date(2022, 5, 15)).resolve(expression).date) == "2023-05-16"


def test_a_day_after_another_event() -> None:
    found = read("A day after the raid they fled.")
    assert (str(found.date), str(found.object_date)) == ("2023-05-17", "2023-05-16")


def test_listed_days_are_active_days() -> None:
    resolver = Resolver(PUBLISHED)
    first, second = times("They marched on Monday and Tuesday.")
    assert second.listed
    assert not first.listed
    assert active_days([resolver.resolve(first), resolver.resolve(second)]) == [
        date(2023, 5, 15),
        date(2023, 5, 16),
    ]


def test_a_range_is_its_middle_day_unless_each_day_is_meant() -> None:
    assert active_days([read("They marched from 3 to 5 April.")]) == [date(2023, 4, 4)]
    assert active_days([read("They marched daily from 3 to 5 April.")]) == [
        date(2023, 4, d) for d in (3, 4, 5)
    ]
    assert active_days([read("They marched last week.")]) == [date(2023, 5, 11)]


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("As of Tuesday morning all was calm.", "as_of"),
        ("By Monday all was calm.", "as_of"),
        ("A spokesman said on Tuesday that all was calm.", "attributed"),
        ("They march every day from Monday to Friday.", "each"),
    ],
)
def test_context(text: str, flag: str) -> None:
    assert any(getattr(e, flag) for e in times(text))


@pytest.mark.parametrize(
    "text",
    [
        "The troops may march.",
        "He sat in the sun.",
        "The 2000 soldiers left.",
        "The AK-47 jammed.",
        "A 14-year-old boy fled.",
        "Second, they won.",
    ],
)
def test_no_time(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The 19 April Movement met.",
        "Members of the 19 April Movement met the 14 March Alliance.",
        "Shots rang out on 13th Street.",
        "Pupils of the June Jordan School fled.",
        "0:43 Man wielding a knife",
        "They live at 1243 Cedar Road.",
        "A 12 year boy was hurt.",
        "Men of 20 to 30 years of age were held.",
    ],
)
def test_names_ages_and_lengths_are_no_times(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("Posted: Sunday, May 4, 2014 6:05 AM", True),
        ("(08/18/16) — Officers met the press.", True),
        ("Thane, Jan 19 (PTI) Six persons were hurt.", True),
        ("UPDATE 6:30 p.m. Monday: Officers met the press.", True),
        ("On January 19 (Thursday) six persons were hurt.", False),
        ("Six persons were hurt on Monday (March 7).", False),
    ],
)
def test_stamps_of_the_page(text: str, stamp: bool) -> None:
    words = split_words(text)
    assert {of_page(words, e) for e in find_times(words)} == {stamp}


def test_number_after_a_month_counts_what_follows() -> None:
    (expression,) = times("In August 12 soldiers fell.")
    assert (expression.kind, expression.day, expression.last) == ("month", None, 2)


WORDS = [
    "on",
    "the",
    "night",
    "of",
    "monday",
    "tuesday",
    "to",
    "and",
    "from",
    "between",
    "3",
    "12",
    "31",
    "august",
    "feb",
    "2020",
    "99",
    "last",
    "next",
    "early",
    "late",
    "week",
    "month",
    "days",
    "ago",
    "overnight",
    "a",
    "two",
    "later",
    "earlier",
    "that",
    "same",
    "day",
    "before",
    "after",
    ",",
    ".",
    "since",
    "for",
    "in",
    "at",
    "2",
    "a.m.",
    "midnight",
    "18:00",
    "weekend",
    "each",
]


@settings(max_examples=400, deadline=None)
@given(
    st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=24).map(" ".join)),
    st.dates(date(1, 1, 1), date(9999, 12, 31)),
    st.one_of(st.none(), st.integers(0, 400)),
    st.booleans(),
)
def test_never_fails_and_never_after_publication_unless_future(
    text: str, published: date, back: int | None, late: bool
) -> None:
    words = split_words(text)
    anchor = None if back is None or published.toordinal() <= back else published - timedelta(back)
    resolver = Resolver(published)
    end = 0
    for expression in find_times(words):
        assert end <= expression.first < expression.last <= len(words)
        end = expression.last
        found = resolver.resolve(expression, anchor, late)
        assert found.precision in ((0,) if found.date is None else (1, 2, 3))
        assert found.date is None or found.future or found.date <= published
        assert found.rule.startswith("when.")
        assert active_days([found]) == sorted(active_days([found]))


@pytest.mark.parametrize("text", ["Cyprus Today", "He told Cyprus Today that the raid had begun."])
def test_today_may_end_the_name_of_a_paper(text: str) -> None:
    assert not times(text)


def test_today_is_a_day_in_a_headline() -> None:
    assert [t.rule for t in times("Nine Killed In Cyprus Raid Today")] == ["when.today"]
