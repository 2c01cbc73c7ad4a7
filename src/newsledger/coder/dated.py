"""The day of an event: its own words of time, else those the story has reached, else the day of the story."""

from dataclasses import replace
from datetime import timedelta

from newsledger.coder.dayclues import (
    AFTERMATH,
    EVENTS,
    UNREAL,
    after_the_deed,
    died,
    died_slowly,
    has_done,
    lasts,
    later_death,
    of_aftermath,
    of_another,
)
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DEADLY
from newsledger.coder.ingeneral import begun_since
from newsledger.coder.ownday import EVENT_BEFORE, Dated, OwnDays, carried, exact_day
from newsledger.coder.spoken import said
from newsledger.coder.story import Story
from newsledger.coder.storyday import DAYS_TOLD, SINCE, StoryDay, guessed
from newsledger.coder.storytimes import StoryTimes, dateline_day
from newsledger.coder.when import Resolved, TimeExpression

__all__ = ["Dated", "Dating", "dateline_day"]

CLAIM = "responsibility"  # the cue of a claim of responsibility
LEADS_NOWHERE = UNREAL | {"trial"}  # scopes whose days are not those of the sentences behind
OPENING = 1  # the last sentence in which a past perfect may still be the news
NEAR = 5  # tokens between "had" and the day of its verb
CARRY = 3  # sentences over which a date is carried on
ASIDE = "when.month-last"  # a time of which a story that has its own day speaks in one sentence
SUMS_FROM = 3  # sentences of a story; what is counted "since" further down is no news of its own
ONGOING = 7  # days; what has gone on for longer is no event of now
SOON_SAID = 7  # days within which an event is spoken of
WEEK = 7  # days; a saying that seems to come before its event by less was read a week too early
MONTH = 31  # days; a large number counted over more is a total
MANY = 20
AGO, ROUGHLY = 3, 20  # precision of "a month ago", and the days by which it may be off
LATER = 45  # days by which an arrest or a death may follow the deed that it is told with
Reached = tuple[int, Dated]  # a day that the story has reached, and the index of its sentence


def spans_months(when: Resolved) -> bool:
    """Say whether a time is a range too long for one event ("killed from April to the end of June")."""
    if when.rule != "when.range" or when.date is None or when.end_date is None:
        return False
    return (when.end_date - when.date).days > MONTH


def is_earlier(dated: Dated) -> bool:
    """Say whether a day far down is that of a past perfect or behind "following", which tell what came before the news
    ("had returned on Friday")."""
    if dated.sentence is None or dated.sentence.index <= OPENING:
        return False
    before = dated.sentence.words.norm[max(0, dated.first - NEAR) : dated.first]
    after = [
        i for i, n in enumerate(before) if n in {"had", "following"}
    ]  # "the second blast following a raid late Sunday"
    return bool(after) and "," not in before[after[0] :]


def is_latest(frame: Frame) -> bool:
    """Say whether a sentence turns from older events to the news ("In the latest attack, …")."""
    return frame.sentence.words.norm[:3] == ["in", "the", "latest"]


def a_week_before(dated: Dated) -> Dated | None:
    """Return a day that a weekday names as the same weekday of the week before, None where no weekday names it."""
    if dated.when.rule not in {"when.weekday", "when.night"} or not exact_day(dated.when):
        return None
    return replace(dated, when=replace(dated.when, date=dated.day - timedelta(WEEK)))


def goes_before(own: Dated, told: Dated) -> bool:
    """Say whether a time opens with "earlier" and so tells of another event than the day told before it ("earlier this
    month a car bomb …" behind what happened on Wednesday)."""
    if own.sentence is None or told.sentence is None or own.when.precision < AGO:
        return False
    if told.sentence.index > own.sentence.index:
        return False
    return own.sentence.words.norm[own.first] == "earlier"


class Dating:
    """Gives each frame of one story its day."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.times = StoryTimes(story)
        self.days = OwnDays(self.times)
        self.whole = StoryDay(self.days)

    def date_all(self) -> dict[int, Dated]:
        """Return the day of each frame by its place in `story.frames`; frames in background times leave scope."""
        default = self.whole.default()
        dated: dict[int, Dated] = {}
        last: Reached | None = None
        for number, frame in enumerate(self.story.frames):
            own, weak = self.days.own(frame)
            if own is not None and (
                (own.when.future and lasts(frame, own.sentence, own.first))
                or (own.when.background and has_done(frame, own.sentence, own.first))
            ):
                own = None
            at = frame.sentence.index
            if own is None:
                last = self.told_between(last, at) or last
            near = last is not None and at - last[0] <= CARRY and not is_latest(frame)
            history = self.in_history(frame) or self.counts_on(frame)
            if (own is None or own.when.rule == "when.anaphor") and history:
                frame.scope, frame.detail = frame.scope or "background", frame.detail or "the sentence before"
            carry = last if last is not None and near and self.reaches(last, frame) else None
            tied = self.same_breath(number, dated)
            if tied is not None and (own is None or own.when.precision > 1):
                found = tied
            elif own is None:
                found = self.of_statement_behind(at) or (carried(carry[1]) if carry else default)
            elif (weak or later_death(frame) or self.dies_later(frame, own)) and own.when.precision == 1:
                found = carried(carry[1]) if carry else self.rather(frame, own)
                found = own if found.when.date == own.when.date else found
            elif own.when.precision > 1:
                found = self.refined(own)
            else:
                found = own
            stands = found is own and self.days.may_stand(frame, found.when)
            tells = not frame.scope or (frame.scope not in LEADS_NOWHERE and bool(frame.actions & EVENTS))
            tells = (
                tells
                and not weak
                and not is_earlier(found)
                and not (found.when.rule == ASIDE and self.whole.told)
                and (bool(frame.actions & EVENTS) or not of_aftermath(frame.sentence))
            )
            leads = found.when.rule != EVENT_BEFORE and not (
                found.when.rule == SINCE and found.when.background
            )
            if stands and tells and leads and not frame.actions <= AFTERMATH:
                last = (frame.sentence.index, found)
            dated[number] = found
            self.owned_up(frame, found)
            self.out_of_time(frame, found)
        return dated

    def same_breath(self, number: int, dated: dict[int, Dated]) -> Dated | None:
        """Return the day of the verb before a participle that tells its result ("came under attack over several days
        from Thursday, killing 58"), or None."""
        frame, before = self.story.frames[number], self.story.frames[number - 1]
        if not number or before.sentence is not frame.sentence or before.scope or frame.form != "ing":
            return None
        norm = frame.sentence.words.norm
        result = norm[frame.first - 1] in {",", "and"} and before.voice != "noun" and number - 1 in dated
        return carried(dated[number - 1]) if result and dated[number - 1].own else None

    def of_statement_behind(self, at: int) -> Dated | None:
        """Return the day that ends a sentence of two statements, for the first of them ("Rebels shelled A, while
        soldiers held six men in B on Monday"), or None."""
        behind = self.story.sentences[at + 1] if at + 1 < len(self.story.sentences) else None
        if behind is None or not behind.goes_on:
            return None
        for expression, when in self.times.of(behind):
            ends = behind.words.norm[expression.last :] in ([], ["."])
            if ends and self.whole.exact(behind, expression, when):
                return guessed(when, behind, expression)
        return None

    def reaches(self, last: Reached, frame: Frame) -> bool:
        """Say whether a day reaches a later sentence: a month or week only within its paragraph."""
        same = self.story.sentences[last[0]].line == frame.sentence.line
        return same or last[1].when.precision == 1

    def told_between(self, last: Reached | None, at: int) -> Reached | None:
        """Return the last exact day of the sentences between the last dated event and `at` that tell no event."""
        start = max(last[0] + 1 if last else 0, at - CARRY)
        for index in range(at - 1, start - 1, -1):
            sentence = self.story.sentences[index]
            acts = self.days.acts.get(index, ())
            if any(not f.scope or f.scope in UNREAL for f in acts):
                continue
            around = of_aftermath(sentence)
            for expression, when in reversed(self.times.of(sentence)):
                if around and self.whole.gap(sentence, expression, old=when.background) is None:
                    continue
                if self.whole.exact(sentence, expression, when) and expression.kind in DAYS_TOLD:
                    found = guessed(when, sentence, expression)
                    return index, found
        return None

    def rather(self, frame: Frame, own: Dated) -> Dated:
        """Return the day the story tells for an event whose own sentence only dates a saying, an arrest, a death.

        A day that no words of happening mark must be told soon after a saying, and not of another event.
        """
        other = self.whole.told or self.whole.hint or self.whole.discovery
        if other is None or other.sentence is None:
            only_hour = self.time_of(own).kind == "clock"
            return (self.whole.evening or own) if only_hour else own
        lag = (own.day - other.day).days
        expression = self.time_of(own)
        if self.whole.occurrence is None and said(frame.sentence, expression):
            near = 0 < other.sentence.index - frame.sentence.index <= CARRY and lag <= SOON_SAID
            near = near or (other is self.whole.discovery and 0 <= lag <= SOON_SAID)
            if not near or of_another(other.sentence):
                return own
        misread = (
            lag < 0 and -lag < WEEK and own.when.rule == "when.weekday" and said(frame.sentence, expression)
        )
        before = a_week_before(other)
        if lag < 0 and before is not None and after_the_deed(frame.sentence, expression) is not None:
            other, lag = before, lag + WEEK  # nobody is arrested before the deed
        return other if misread or 0 <= lag <= LATER or other is self.whole.long_ago else own

    def dies_later(self, frame: Frame, own: Dated) -> bool:
        """Say whether a frame tells that somebody has died some days after the event that words of happening have dated
        ("It happened on Friday. … An elderly man died on Saturday"), or in a hospital after an event that the story
        dates anywhere."""
        slow = died_slowly(frame)
        event = self.whole.told if slow else self.whole.occurrence
        if own.when.date is None or event is None or event.sentence is None:
            return False
        if event.sentence.index >= frame.sentence.index and not slow:
            return False
        acts = self.days.acts[frame.sentence.index]
        alone = all(f.actions <= {"death"} or not f.actions & EVENTS for f in acts)
        return (
            died(frame)
            and alone
            and 0 < (own.day - event.day).days <= LATER
            and not of_another(frame.sentence)
        )

    def time_of(self, dated: Dated) -> TimeExpression:
        """Return the expression that a day was read from."""
        assert dated.sentence is not None
        times = self.story.times[dated.sentence.index]
        return next(t for t in times if t.first == dated.first)

    def refined(self, own: Dated) -> Dated:
        """Return the exact day that the story names within a week or month that an event is told of, else that.

        A weekday that was read as one of this week is one of the week that is told ("last week's … on Friday").
        """
        when = own.when
        if when.date is None or (when.end_date is None and when.precision < AGO):
            return own
        last = when.end_date
        if last is None:  # "a month ago"
            first, last = when.date - timedelta(ROUGHLY), when.date + timedelta(ROUGHLY)
        else:
            first = when.date - (last - when.date) - timedelta(1)
        told = [self.whole.told] if self.whole.told else []
        told = [dated for dated in told if dated.sentence is not own.sentence]
        for dated in (*told, *self.whole.days_told()):
            elsewhere = dated.sentence is not own.sentence and not goes_before(own, dated)
            if elsewhere and exact_day(dated.when) and first <= dated.day <= last:
                return carried(dated)
        for dated in told if (last - first).days <= 2 * WEEK else ():
            before = a_week_before(dated)
            if before is not None and first <= before.day <= last < dated.day:
                return carried(before)
        return own

    def owned_up(self, frame: Frame, found: Dated) -> None:
        """Bring an act back into scope that somebody claims and whose day the claim names ("claimed Monday's raid"),
        in a story that tells more than the claim."""
        if len(self.story.sentences) < 2:
            return
        if frame.scope != "topic-only" or found.sentence is not frame.sentence or found.when.precision != 1:
            return
        claims = [s for s in frame.sentence.cues if s.entry.id == CLAIM]
        if any(c.last <= frame.first and c.last <= found.first for c in claims):
            frame.scope = frame.detail = ""

    def counts_on(self, frame: Frame) -> bool:
        """Say whether a sentence only parts the dead that the one before has counted for a campaign ("The dead include
        forty killed in …", "Another nine have been killed in …")."""
        at, norm = frame.sentence.index, frame.sentence.words.norm
        before = [f for f in self.days.acts.get(at - 1, ()) if f.actions & DEADLY]
        on = norm[0] in {"another", "others"} or not {"include", "includes", "included"}.isdisjoint(norm[:4])
        return on and bool(before) and all(f.scope == "background" for f in before)

    def in_history(self, frame: Frame) -> bool:
        """Say whether the sentence before, in the same paragraph or at the head of the story, told of other times and
        nothing leads back to now."""
        at = frame.sentence.index
        before = self.story.sentences[at - 1] if at else frame.sentence
        if at == 0 or (before.line != frame.sentence.line and (at > 1 or before.kind == "headline")):
            return False
        if any(not f.scope for f in self.days.acts.get(at - 1, ())):
            return False
        times = self.times.resolved.get(at - 1, ())
        return bool(times) and all(r.background for _, r in times)

    def out_of_time(self, frame: Frame, found: Dated) -> None:
        """Take a frame out of scope whose own time is past, to come, or no day."""
        if frame.scope or found.sentence is None or found.sentence.index != frame.sentence.index:
            return
        when = found.when
        if when.future:
            frame.scope, frame.detail = "future", frame.sentence.text_of(found.first, found.last)
        elif (
            when.date is None
            or self.goes_back(frame, found)
            or (spans_months(when) and any((m.count or 0) >= MANY for m in frame.targets))
            or not self.days.may_stand(frame, when)
        ):
            frame.scope, frame.detail = "background", frame.sentence.text_of(found.first, found.last)

    def goes_back(self, frame: Frame, found: Dated) -> bool:
        """Say whether a time tells since when something has gone on for long ("have raged since May 10"), or behind the
        opening of a story since when all the dead of a campaign are counted ("forty have died since it began on
        Friday")."""
        when = found.when
        since = when.rule == "when.since" or begun_since(frame.sentence, found.first)
        if not since or when.date is None:
            return False
        days = (self.times.resolver.reference - when.date).days
        counts = any(f.actions & DEADLY for f in self.days.acts.get(frame.sentence.index, ()))
        return days > ONGOING or (counts and days > 1 and frame.sentence.index > SUMS_FROM)
