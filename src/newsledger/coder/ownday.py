"""The day that a frame's own sentence names, and the record of a day with its evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from newsledger.coder.bombs import clause_on
from newsledger.coder.dayclues import (
    EVENTS,
    NAMED_DAYS,
    bound_elsewhere,
    is_record,
    names,
    qualifies,
    same_night,
)
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import OPENING
from newsledger.coder.sentence import HARD
from newsledger.coder.spans import Sentence
from newsledger.coder.spoken import said
from newsledger.coder.storytimes import StoryTimes
from newsledger.coder.untold import belongs_behind, tells_of_others
from newsledger.coder.when import Resolved, TimeExpression
from newsledger.coder.whosetime import (
    describes,
    in_closed_relative,
    in_later_relative,
    is_of_noun,
    of_their_fate,
    only_explains,
)

LISTS = frozenset({("and",), (",",), (",", "and"), ("and", "on"), ("and", "again"), ("and", "again", "on")})
BEFORE_VERB = 4  # tokens that a day right before another verb counts as further away ("on Monday released …")
OWN_CLAUSE = 12  # tokens behind a bomb that did something, in which its day stands
HEADED = 8  # tokens between the noun of an act and a verb of its relative clause
BOUNDS = HARD | OPENING | {","}
FOUND = frozenset({"corpse", "find"})  # "his body was found two days after he was taken" is one event
# the rule of the act that "a day after …" opens with; the story goes on later
EVENT_BEFORE = "when.event-before"
MONTH = 31  # days
OLDEST_MONTH = 400  # days; a month further back is history, also where a story opens with it
SHORT = 3  # sentences of a story that has room for one time only, however old


@dataclass(frozen=True, slots=True)
class Dated:
    """The day of a frame with its evidence: the sentence and tokens read, and how it came to the frame.

    `mark` is the factor of confidence that applies (coding-rules 8), empty for a date in the trigger's own clause.
    `guess` says that the trigger's sentence names no day and the story's was taken; `others` are further days that
    stand in one list with it ("on Monday and Tuesday").
    """

    when: Resolved
    sentence: Sentence | None = None
    first: int = 0
    last: int = 0
    mark: str = ""
    guess: bool = False
    others: tuple[date, ...] = ()

    @property
    def loose(self) -> bool:
        """Say whether the day may be off by one: no words of time tell it at all."""
        return self.guess and self.mark == "date-publication"

    @property
    def own(self) -> bool:
        """Say whether the frame's own sentence names the day."""
        return not self.guess and self.mark != "date-elsewhere"

    @property
    def day(self) -> date:
        """The day; only frames with one are dated."""
        assert self.when.date is not None
        return self.when.date


class OwnDays:
    """Tells which day the own sentence of each frame of a story names."""

    def __init__(self, times: StoryTimes) -> None:
        self.times = times
        self.story = times.story

    @cached_property
    def acts(self) -> dict[int, list[Frame]]:
        """The frames of each sentence."""
        found: dict[int, list[Frame]] = {}
        for frame in self.story.frames:
            found.setdefault(frame.sentence.index, []).append(frame)
        return found

    def own(self, frame: Frame) -> tuple[Dated | None, bool]:
        """Return the day that the frame's own clause or sentence names, the nearest first.

        Also say whether it is weak: a day on which something was said, or as of which something was known.
        """
        times = self.times.of(frame.sentence)
        acts = self.acts.get(frame.sentence.index, [])
        if times and (head := head_noun(frame, acts)) is not None:
            named = [(t, r) for t, r in times if qualifies(head, t) and exact_day(r)]
            if named:
                return Dated(named[-1][1], frame.sentence, named[-1][0].first, named[-1][0].last), False
        if (told := when_clause(frame, times) or in_own_relative(frame, times)) is not None:
            return Dated(told[1], frame.sentence, told[0].first, told[0].last), False
        usable = self.usable(frame, acts)
        best = min(usable, key=lambda pair: self.distance(frame, pair[0]), default=None)
        if best is not None and len(usable) > 1 and bound_elsewhere(frame, best[0], acts):
            free = [p for p in usable if not bound_elsewhere(frame, p[0], acts)]
            free = [p for p in free if not said(frame.sentence, p[0])]
            best = min(free, key=lambda pair: self.distance(frame, pair[0]), default=best)
        if best is None:
            return None, False
        expression, when = best
        if not any(f.actions & FOUND and f.last <= expression.first for f in acts):
            when = told_after(frame, expression, when)
        clause = frame.clause[0] <= expression.first < frame.clause[1]
        mark = "date-imprecise" if when.precision > 1 else "" if clause else "date-elsewhere"
        others, last = (
            self.listed(frame.sentence, expression) if when.precision == 1 else ((), expression.last)
        )
        found = Dated(when, frame.sentence, expression.first, last, mark, others=others)
        weak = said(frame.sentence, expression) and not names_deed(frame, expression)
        weak = weak or bound_elsewhere(frame, expression, acts)
        return found, weak or (frame.sentence.index, expression.first) in self.times.hours

    def usable(self, frame: Frame, acts: list[Frame]) -> list[tuple[TimeExpression, Resolved]]:
        """Return the times of a frame's sentence that may be its own; `acts` are all frames of the sentence."""
        usable = [
            (t, r)
            for t, r in self.times.of(frame.sentence)
            if (r.date is not None or r.background)
            and not is_record(frame.sentence, t)
            and not names(frame, t, r)
            and not tells_of_others(frame.sentence.words.norm, frame.last, t.first)
            and not (r.background and (belongs_behind(frame, t.first, acts) or only_explains(frame, t)))
            and not ((r.background or r.future) and describes(frame, t))
            and not (r.background and is_of_noun(frame, t))
        ]
        own = [(t, r) for t, r in usable if not in_later_relative(frame, t, acts)]
        if len(own) < len(usable):
            told = any(not said(frame.sentence, t) for t, _ in own)
            usable = own if told else [p for p in usable if p in own or self.may_be_both(frame, p, acts)]
        if len(usable) > 1:
            usable = [(t, r) for t, r in usable if not in_closed_relative(frame, t)] or usable
        if any(t.kind in NAMED_DAYS for t, _ in usable):
            # "for a third day", "simultaneously" beside a day named
            bare = {"running", "anaphor"} if named_inside(frame, usable) else {"running"}
            usable = [(t, r) for t, r in usable if t.kind not in bare]
            usable = [pair for pair in usable if not same_night(frame.sentence, pair, usable)]
            usable = [(t, r) for t, r in usable if r.precision < 2 or not self.of_a_thing(frame.sentence, t)]
        return usable

    def of_a_thing(self, sentence: Sentence, time: TimeExpression) -> bool:
        """Say whether a vague time is that of a thing and not of an act ("protests against last week's election")."""
        norm, last = sentence.words.norm, time.last
        owner = norm[last - 1] == "'s" or norm[last : last + 1] == ["'s"]
        acts = self.acts.get(sentence.index, ())
        return owner and not any(last <= f.first <= last + 3 for f in acts)

    def listed(self, sentence: Sentence, expression: TimeExpression) -> tuple[tuple[date, ...], int]:
        """Return the further days of a list that an expression begins ("on Monday and Tuesday"), and where it ends."""
        others: list[date] = []
        last = expression.last
        for other, when in self.times.of(sentence):
            gap = sentence.words.norm[last : other.first]
            if (
                other.first < last
                or when.precision != 1
                or when.date is None
                or when.future
                or when.background
            ):
                continue
            if tuple(gap) not in LISTS or expression.kind not in NAMED_DAYS or other.kind not in NAMED_DAYS:
                break
            others.append(when.date)
            last = other.last
        return tuple(others), last

    def distance(self, frame: Frame, expression: TimeExpression) -> int:
        """Return how far an expression stands from a trigger; other clauses and words of saying count as far."""
        norm = frame.sentence.words.norm
        low, high = sorted((frame.first, expression.first))
        opens = [i for i in range(low, high) if norm[i] in HARD or norm[i] in OPENING]
        own = (t for t, _ in self.times.of(frame.sentence))
        dawn = {t.first for t in own if t.kind == "clock"}  # "before dawn" opens no clause
        far = high - low + 40 * sum(i not in dawn for i in opens)
        if said(frame.sentence, expression):
            far += 70
        if expression.kind == "clock":
            far += 30
        verbs = (f for f in self.acts.get(frame.sentence.index, ()) if f is not frame and f.voice != "noun")
        return far + BEFORE_VERB * any(f.first == expression.last for f in verbs)

    def may_stand(self, frame: Frame, when: Resolved) -> bool:
        """Say whether a day may be that of an event of the story: not to come, and not its history."""
        past = when.background or self.months_ago(frame, when)
        return not when.future and (not past or self.is_main(frame, when))

    def may_be_both(self, frame: Frame, pair: tuple[TimeExpression, Resolved], acts: Sequence[Frame]) -> bool:
        """Say whether a time of a relative clause may be that of the act before it too, which has no other."""
        return not self.months_old(pair[1]) and not of_their_fate(frame, pair[0], acts)

    def months_old(self, when: Resolved) -> bool:
        """Say whether a day lies more than a month back."""
        return when.date is not None and (self.times.resolver.reference - when.date).days > MONTH

    def months_ago(self, frame: Frame, when: Resolved) -> bool:
        """Say whether a time is a month gone by, told late in a story that names days of now ("in January")."""
        if not when.rule.startswith("when.month") or frame.sentence.index <= 1:
            return False
        return self.names_day and self.months_old(when)

    def is_main(self, frame: Frame, when: Resolved) -> bool:
        """Say whether an old but exact day may stand: it is what the story opens with, not its history."""
        opening = frame.sentence.index <= 1
        if not opening or when.date is None:
            return False
        age = (self.times.resolver.reference - when.date).days
        alone = len(self.story.sentences) <= SHORT and frame.sentence.index == 0
        alone = alone and {"since", "before"}.isdisjoint(frame.sentence.words.norm)
        recent = age <= OLDEST_MONTH or (alone and when.rule.startswith("when.month"))
        months = (when.rule.startswith("when.month") or when.precision == 2) and recent
        months = months and not self.names_day
        return when.precision == 1 or months

    @cached_property
    def names_day(self) -> bool:
        """Say whether the story names a day of now; a story that names none may open with an older month."""
        return any(
            r.date is not None and r.precision == 1 and not r.background and not r.future
            for at, times in self.times.resolved.items()
            for t, r in times
            if not said(self.story.sentences[at], t)
        )


def named_inside(frame: Frame, times: Sequence[tuple[TimeExpression, Resolved]]) -> bool:
    """Say whether a frame's clause names a day of the story's present that nobody only spoke on ("at the same time
    stormed the post on 2 May"), so that no word need point back to another."""
    first, last = frame.clause
    inside = (
        t
        for t, r in times
        if t.kind in NAMED_DAYS and exact_day(r) and not r.background and first <= t.first < last
    )
    return any(not said(frame.sentence, t) for t in inside)


def head_noun(frame: Frame, acts: list[Frame]) -> Frame | None:
    """Return the noun of an act whose relative clause a trigger stands in ("the 3 June ambush which left two hurt")."""
    norm = frame.sentence.words.norm
    if frame.voice == "noun" or not frame.actions & EVENTS:
        return None
    for other in acts:
        behind = norm[other.last : frame.first]
        if other.voice != "noun" or not other.actions & EVENTS or other.last > frame.first:
            continue
        if behind[:1] in (["that"], ["which"]) and len(behind) <= HEADED and BOUNDS.isdisjoint(behind[1:]):
            return other
    return None


def when_clause(
    frame: Frame, times: Sequence[tuple[TimeExpression, Resolved]]
) -> tuple[TimeExpression, Resolved] | None:
    """Return the time on which the clause of a verb says more ("many times, among them in May, when six were shot")."""
    norm = frame.sentence.words.norm
    for time, when in times:
        at = time.last + (norm[time.last : time.last + 1] == [","])
        behind = norm[at : frame.first]
        if behind[:1] == ["when"] and len(behind) <= HEADED and BOUNDS.isdisjoint(behind[1:]):
            return time, when
    return None


def in_own_relative(
    frame: Frame, times: Sequence[tuple[TimeExpression, Resolved]]
) -> tuple[TimeExpression, Resolved] | None:
    """Return the time with which the clause on the noun of an act opens ("claimed the blast that on Tuesday night
    destroyed a depot"), or that behind a trigger which is such a clause ("the bomb that killed two on Thursday")."""
    norm = frame.sentence.words.norm
    if "bomb" in frame.actions and (begin := clause_on(frame)) >= 0:
        near = ((t, r) for t, r in times if 0 <= t.first - begin <= OWN_CLAUSE and exact_day(r))
        return next((p for p in near if BOUNDS.isdisjoint(norm[begin + 1 : p[0].first])), None)
    if frame.voice != "noun" or norm[frame.last : frame.last + 1] not in (["that"], ["which"]):
        return None
    return next(((t, r) for t, r in times if frame.last < t.first <= frame.last + 2 and exact_day(r)), None)


def next_act(expression: TimeExpression, when: Resolved) -> Resolved:
    """Return the day of the other act that "a day after …" speaks of, where it is known to the day."""
    if expression.kind != "event" or expression.direction < 0 or when.object_date is None:
        return when
    exact = expression.unit == "day" and not expression.vague
    if not exact:
        return when
    return replace(when, date=when.object_date, end_date=None, precision=1, rule=EVENT_BEFORE)


def told_after(frame: Frame, expression: TimeExpression, when: Resolved) -> Resolved:
    """Return the day of the act that "a day after …" opens with, where the frame is that act; else the day as it is."""
    norm = frame.sentence.words.norm
    inside = frame.first >= expression.last and "," not in norm[expression.last : frame.first]
    return next_act(expression, when) if inside else when


def exact_day(when: Resolved) -> bool:
    """Say whether a day is known to the day and not to come."""
    return when.date is not None and when.precision == 1 and not when.future


def carried(dated: Dated) -> Dated:
    """Return a day as it is carried to a later sentence."""
    mark = dated.mark if dated.mark == "date-imprecise" else "date-elsewhere"
    return Dated(dated.when, dated.sentence, dated.first, dated.last, mark, guess=True)


def names_deed(frame: Frame, expression: TimeExpression) -> bool:
    """Say whether a date stands before a noun as part of its name ("claimed a June 2 grenade attack")."""
    before = frame.sentence.words.norm[expression.first - 1 : expression.first]
    return frame.voice == "noun" and expression.last == frame.first and before in (["a"], ["an"], ["the"])
