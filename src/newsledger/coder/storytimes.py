"""The times of a story: each resolved in the order of the text, against the last day named before it."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

from newsledger.coder.dayclues import lies_ahead
from newsledger.coder.spans import Sentence
from newsledger.coder.spoken import said
from newsledger.coder.story import Story
from newsledger.coder.when import Resolved, Resolver, TimeExpression, find_times
from newsledger.coder.when.forms import DAY_KINDS
from newsledger.coder.when.pages import of_page
from newsledger.coder.words import split_words

LONG_SINCE = 45  # days; the year of a more recent day is not taken from elsewhere: it may be its anniversary
DAYS_HELD = 7  # from the first day of a week or weekend
# what is known by the day on which it is held, signed or due
HELD = frozenset(
    "election elections vote poll polls ballot referendum plebiscite summit accord accords agreement deadline"
    " constitution resolution".split()
)
CLOSE = 5  # tokens between "hours after" and the day of what came before ("hours after it fell on Tuesday")
NIGHT_TOLD = 5  # sentences in which the hour of a night's event is told


class StoryTimes:
    """The times of one story by sentence index, each with the day it means; stamps of the page are left out.

    `hours` are the times of day before which no day of an event was named, by sentence index and first token.
    """

    def __init__(self, story: Story) -> None:
        self.story = story
        self.resolver = Resolver(story.article.published, dateline_day(story) or page_day(story))
        self.resolved: dict[int, list[tuple[TimeExpression, Resolved]]] = {}
        self.hours: set[tuple[int, int]] = set()
        self.read_all()

    def of(self, sentence: Sentence) -> list[tuple[TimeExpression, Resolved]]:
        """Return the times of a sentence from left to right."""
        return self.resolved.get(sentence.index, [])

    def read_all(self) -> None:
        """Resolve every time expression in the order of the text, each against the last day named before it.

        A day on which somebody only spoke is not what "that night" or "at 7 p.m." refers to, unless no other is named.
        """
        anchor: Resolved | None = None
        spoken = True
        for sentence in self.story.sentences:
            times = self.story.times.get(sentence.index, ())
            found: list[tuple[TimeExpression, Resolved]] = []
            for expression in times:
                if of_page(sentence.words, expression) or of_a_date(sentence.words.norm, expression):
                    continue
                late = self.after_midnight(sentence, expression)
                when = self.resolver.resolve(self.with_year(expression), anchor, late)
                when = on_date(when, expression, found)
                if not when.future and lies_ahead(sentence, expression):
                    continue
                found.append((expression, when))
                if expression.kind == "clock" and spoken:
                    self.hours.add((sentence.index, expression.first))
                    continue
                if when.date is None or not when.precision or when.future:
                    continue
                if expression.kind == "overnight" and anchor is not None and not spoken:
                    continue  # "the same day" behind it is still the day named
                now_spoken = said(sentence, expression)
                old = when.background and when.precision != 1
                if anchor is None or not (old or (now_spoken and not spoken) or holds(when, anchor)):
                    anchor, spoken = when, now_spoken
            self.resolved[sentence.index] = behind_events(sentence, found)

    @cached_property
    def years(self) -> dict[tuple[int | None, int | None], int]:
        """The years that the story gives to days of a month somewhere."""
        times = [
            t for found in self.story.times.values() for t in found if t.kind == "day" and t.day and t.month
        ]
        return {(t.month, t.day): t.year for t in times if t.year is not None}

    def with_year(self, expression: TimeExpression) -> TimeExpression:
        """Return a date without a year with the one that the story gives to the same day elsewhere."""
        year = self.years.get((expression.month, expression.day)) if expression.kind == "day" else None
        if year is None or expression.year is not None or expression.year_offset is not None:
            return expression
        read = self.resolver.resolve(expression).date
        recent = read is None or (self.resolver.reference - read).days <= LONG_SINCE
        return expression if recent else replace(expression, year=year)  # else its anniversary

    def after_midnight(self, sentence: Sentence, expression: TimeExpression) -> bool:
        """Say whether the sentence of a time, or those after "overnight", names an hour past midnight."""
        times = self.story.times
        if any(t.after_midnight for t in times.get(sentence.index, ())):
            return True
        if expression.kind != "overnight":
            return False
        ahead = range(sentence.index + 1, sentence.index + 1 + NIGHT_TOLD)
        hours = [
            t.after_midnight or t.minutes is None
            for at in ahead
            for t in times.get(at, ())
            if t.minutes is not None or t.after_midnight or self.is_early(at, t)
        ]
        return bool(hours) and hours[0]

    def is_early(self, at: int, expression: TimeExpression) -> bool:
        """Say whether a time of sentence `at` is the first part of a day ("early Friday")."""
        first = self.story.sentences[at].words.norm[max(expression.first - 1, 0) : expression.first + 1]
        return expression.kind in DAY_KINDS and "early" in first


def of_a_date(norm: list[str], expression: TimeExpression) -> bool:
    """Say whether a day only names what is held or due on it ("a quarrel about the 2 May election")."""
    named = norm[max(expression.first - 1, 0) : expression.last]
    known = "the" in named and "on" not in named
    return (
        expression.kind == "day"
        and known
        and not HELD.isdisjoint(norm[expression.last : expression.last + 1])
    )


def holds(when: Resolved, anchor: Resolved) -> bool:
    """Say whether a week or weekend holds the exact day named before it, which it only says again."""
    if when.precision < 2 or anchor.precision != 1 or when.date is None or anchor.date is None:
        return False
    return 0 <= (anchor.date - when.date).days < DAYS_HELD


def behind_events(
    sentence: Sentence, found: list[tuple[TimeExpression, Resolved]]
) -> list[tuple[TimeExpression, Resolved]]:
    """Return times with the day of "hours after" and "two days after" an act whose own day stands behind it ("hours
    after it fell on Tuesday")."""
    told = list(found)
    for n, ((expression, when), (other, at)) in enumerate(pairwise(found)):
        days = expression.count if expression.unit == "day" else None if expression.unit else 0
        if days is None or at.date is None or at.precision != 1 or other.kind not in DAY_KINDS:
            continue
        gap = sentence.words.norm[expression.last : other.first]
        behind = "," not in gap and len(gap) <= CLOSE
        if expression.kind == "event" and expression.direction > 0 and behind:
            told[n] = (expression, replace(when, date=at.date + timedelta(days), object_date=at.date))
    return told


def on_date(
    when: Resolved, expression: TimeExpression, before: list[tuple[TimeExpression, Resolved]]
) -> Resolved:
    """Return a weekday as the day of the full date before it in its sentence that falls on it ("Nov. 1, 2016 — … was
    killed Tuesday night")."""
    if expression.kind != "weekday" or when.date is None or when.precision != 1:
        return when
    for other, told in reversed(before):
        full = other.kind == "day" and other.year is not None and told.date is not None
        if full and told.date is not None and told.date < when.date:
            return replace(told, rule=when.rule) if told.date.weekday() == expression.weekday else when
    return when


def dateline_day(story: Story) -> date | None:
    """Return the day in the article's dateline, or None."""
    line = story.page.dateline
    text = line.date if line and line.date else ""
    if not text:
        return None
    resolver = Resolver(story.article.published)
    times = find_times(split_words(text))
    return resolver.resolve(times[0]).date if times else None


def page_day(story: Story) -> date | None:
    """Return the first day that the page itself bears ("Published Saturday, May 2"), or None."""
    resolver = Resolver(story.article.published)
    for sentence in story.sentences:
        for expression in story.times.get(sentence.index, ()):
            if expression.kind == "day" and of_page(sentence.words, expression):
                return resolver.resolve(expression).date
    return None
