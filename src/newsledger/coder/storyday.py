"""The day of a story: where it says that all happened, else that of its first dated event, else that of writing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cached_property

from newsledger.coder.dayclues import (
    AFTERMATH,
    EVENTS,
    RELATIVES,
    UNREAL,
    WOUNDED,
    after_the_deed,
    bound_elsewhere,
    died_slowly,
    is_state,
    of_aftermath,
    of_another,
    qualifies,
    same_night,
    told_between,
)
from newsledger.coder.grammar import OPENING
from newsledger.coder.ownday import Dated, OwnDays, carried, exact_day, next_act
from newsledger.coder.spans import Sentence
from newsledger.coder.spoken import said
from newsledger.coder.storytimes import StoryTimes
from newsledger.coder.when import Resolved, TimeExpression

DAYS_TOLD = frozenset({"weekday", "day", "deictic", "overnight", "feast"})  # kinds that name a day themselves
HAPPENED = DAYS_TOLD | {"event", "range", "ago", "relative"}  # kinds that stand beside words of happening
LONG_UNITS = frozenset({"month", "year", "decade"})  # "a year after his release" names no day
SOUGHT = 12  # tokens between "who was wanted" and the day of the deed
WANTED = frozenset({"wanted", "sought", "convicted", "jailed", "paroled", "suspected"})
BESIDE = 3  # tokens between a date and the event that it belongs to
OPENING_SENTENCES = 12  # in which a story tells when its event took place
FIRST_FRAMES = 12  # among which a weaker word of time is sought
COURT_SENTENCES = 4  # at its start by which a story is known to be of a court
RECENT = 10  # days; an older day that stands beside no act of the story is not taken for its day
LATER = "when.later"  # "three days later"
SINCE = "when.since"  # since when something has gone on is no day on which it happened
LEAD = 1  # the sentence in which a story tells its main event, after a headline
APART = 3  # sentences behind it in which another event may be told
SLOW = 31  # days in which somebody who was wounded may die of it
EVENING = 17 * 60  # minutes; without a day, an hour later than that was on the day before the one of writing


class StoryDay:
    """Finds the day of one story."""

    def __init__(self, days: OwnDays) -> None:
        self.days = days
        self.times: StoryTimes = days.times
        self.story = days.story
        self.opening_sentences = self.story.sentences[:OPENING_SENTENCES]

    def default(self) -> Dated:
        """Return the day of the story where it tells one, else a weaker word of time at its start, else the
        dateline's day, else that of publication."""
        if found := self.told or self.hint:
            return found
        for frame in self.story.frames[:FIRST_FRAMES]:
            if not frame.scope and not frame.actions <= AFTERMATH:
                own, _ = self.days.own(frame)
                vague = own is not None and own.when.precision > 1 and frame.sentence.index > 1
                if (
                    own
                    and own.when.date
                    and own.when.rule != SINCE
                    and not (vague or is_state(frame))
                    and self.days.may_stand(frame, own.when)
                ):
                    return replace(carried(own), mark="date-elsewhere")
        opening = self.opening()
        if opening is not None:
            return opening
        if self.evening is not None:
            return self.evening
        rule = (
            "when.dateline"
            if self.times.resolver.reference != self.times.resolver.published
            else "when.published"
        )
        return Dated(Resolved(self.times.resolver.reference, rule=rule), mark="date-publication", guess=True)

    @cached_property
    def told(self) -> Dated | None:
        """The day that the story tells for its event: where it says that all happened, else that of its first dated
        event; days of sayings, arrests and later deaths are none."""
        found, act = self.occurrence, self.first_act(deadly=True, after=False) or self.before_death()
        if found and act and self.tells_another(found, act):
            return act  # "killed five on Monday … On Sunday a grenade attack in B killed two"
        return self.of_opening(found or act) or self.long_ago or self.first_act(deadly=False)

    def of_opening(self, act: Dated | None) -> Dated | None:
        """Return the day of the first deadly act, or that of a milder one with which the story opens, where the deadly
        one is told behind it as an old one ("defused a bomb on Monday. … A waitress died on 23 April")."""
        first = self.first_act(deadly=False) if act is not None else None
        if act is None or first is None or act.sentence is None or first.sentence is None:
            return act
        opens = first.sentence.index <= LEAD < act.sentence.index and not self.happened(act.sentence)
        older = (first.day - act.day).days > RECENT >= (self.times.resolver.reference - first.day).days
        return first if opens and older else act

    def before_death(self) -> Dated | None:
        """Return the day of a slow death, or of what the story tells shortly before it without dating an act."""
        death, hint = self.first_act(deadly=True), self.hint
        if death is None or hint is None:
            return death
        return hint if 0 < (death.day - hint.day).days <= SLOW else death

    def tells_another(self, found: Dated, act: Dated) -> bool:
        """Say whether a day stands far behind that of the act with which the story opens, in no words of happening."""
        if found.sentence is None or act.sentence is None or act.sentence.index > LEAD:
            return False
        return found.sentence.index - act.sentence.index >= APART and not self.happened(found.sentence)

    def happened(self, sentence: Sentence) -> bool:
        """Say whether a sentence says in so many words when it happened."""
        return bool(sentence.cued("occurrence"))

    @cached_property
    def discovery(self) -> Dated | None:
        """The exact day on which a body was found, at the start of the story."""
        acts = (f for s in self.opening_sentences for f in self.days.acts.get(s.index, ()))
        for frame in acts:
            if "corpse" in frame.actions:
                own, weak = self.days.own(frame)
                if own and not weak and exact_day(own.when):
                    return carried(own)
        return None

    @cached_property
    def hint(self) -> Dated | None:
        """Return the first exact day beside an act that the story speaks of without telling it ("charged in Friday's
        killing"), else one of a sentence at its start that tells no act at all."""
        sentences = self.opening_sentences
        acts = [f for s in sentences for f in self.days.acts.get(s.index, ()) if f.actions & EVENTS]
        for frame in sorted((f for f in acts if not died_slowly(f)), key=lambda f: f.scope == "trial"):
            own, weak = self.days.own(frame)
            if own and not weak and exact_day(own.when) and frame.scope not in UNREAL:
                known = frame.scope or (self.times.resolver.reference - own.day).days <= RECENT
                if known and not own.when.background and own.when.rule != SINCE:
                    return carried(own)
        for sentence in sentences:
            if any(not f.scope for f in self.days.acts.get(sentence.index, ())):
                continue
            around = of_aftermath(sentence)
            for expression, when in self.times.of(sentence):
                if around and (
                    expression.minutes is None or after_the_deed(sentence, expression) is not None
                ):
                    continue
                if self.exact(sentence, expression, when) and expression.kind in DAYS_TOLD - {"overnight"}:
                    if when.date is None or (self.times.resolver.reference - when.date).days > RECENT:
                        continue
                    return guessed(when, sentence, expression)
        return None

    @cached_property
    def long_ago(self) -> Dated | None:
        """Return the exact old day of the deed in a story that opens in court."""
        if not any(self.of_the_law(s) or self.looks_back(s) for s in self.story.sentences[:COURT_SENTENCES]):
            return None
        for frame in self.story.frames:
            if frame.actions & EVENTS and not frame.actions <= AFTERMATH:
                own, weak = self.days.own(frame)
                if (
                    own
                    and not weak
                    and exact_day(own.when)
                    and own.when.background
                    and own.when.rule != SINCE
                ):
                    return carried(own)
        for sentence in self.opening_sentences:
            for expression, when in self.times.of(sentence):
                told = exact_day(when) and when.background and expression.kind == "day" and when.rule != SINCE
                if told and not said(sentence, expression) and after_the_deed(sentence, expression) is None:
                    return guessed(when, sentence, expression)
        return None

    def looks_back(self, sentence: Sentence) -> bool:
        """Say whether a sentence tells that something happened years ago ("a year after", "anniversary of")."""
        return any(
            (t.unit == "year" and t.kind in {"event", "ago"})
            or "anniversary" in sentence.words.norm[t.first : t.last]
            for t, _ in self.times.of(sentence)
        )

    def of_the_law(self, sentence: Sentence) -> bool:
        """Say whether a sentence tells of an arrest, a charge or a trial."""
        acts = self.days.acts.get(sentence.index, ())
        return any(f.scope == "trial" or "arrest" in f.actions for f in acts) or any(
            "in-court" in s.entry.tags for s in sentence.cues
        )

    @cached_property
    def evening(self) -> Dated | None:
        """The day before that of writing where the story names no day and its event was in the evening."""
        for sentence in self.opening_sentences:
            acts = [f for f in self.days.acts.get(sentence.index, ()) if not f.scope]
            for expression, when in self.times.of(sentence):
                late = expression.kind == "clock" and (expression.minutes or 0) >= EVENING
                told = bool(acts) or self.gap(sentence, expression, old=False) is not None
                if late and told and when.date == self.times.resolver.reference:
                    day = replace(when, date=when.date - timedelta(1), rule="when.evening")
                    return guessed(day, sentence, expression, "date-publication")
        return None

    def first_act(self, *, deadly: bool, after: bool = True) -> Dated | None:
        """Return the exact day of the first event that the story dates itself: of violence, or else of any kind.

        Without `after`, slow deaths and days told by their distance from another ("two days later") are none.
        """
        for frame in self.story.frames:
            if frame.sentence.index >= OPENING_SENTENCES:
                return None
            if frame.scope or frame.actions <= AFTERMATH or (deadly and not frame.actions & EVENTS):
                continue
            if not frame.actions & EVENTS and of_aftermath(frame.sentence):
                continue
            own, weak = self.days.own(frame)
            if own is None or own.when.rule == SINCE:
                continue
            if not after and (died_slowly(frame) or own.when.rule == LATER):
                continue
            if not weak and exact_day(own.when) and self.days.may_stand(frame, own.when):
                return replace(carried(own), mark="date-elsewhere")
        return None

    @cached_property
    def occurrence(self) -> Dated | None:
        """The day that stands beside words of happening or of an alarm early in the story ("It happened on Monday"),
        or right beside the name of a deadly event, whatever is said of it ("after Monday's shooting"); a day told by
        its distance from another only where no other is ("a day after the shooting").
        """
        days = [
            (
                expression.kind == "event",
                self.is_sought(sentence, expression),
                sentence.index,
                gap,
                expression.first,
                sentence,
                expression,
                when,
            )
            for sentence in self.opening_sentences
            for expression, when in self.times.of(sentence)
            if exact_day(when) and expression.kind in HAPPENED and expression.unit not in LONG_UNITS
            if when.rule != SINCE
            if not same_night(sentence, (expression, when), self.times.of(sentence))
            if not self.is_later(sentence, expression)
            if (gap := self.gap(sentence, expression, old=when.background)) is not None
        ]
        if not days:
            return None
        *_, sentence, expression, when = min(days, key=lambda d: d[:5])
        when = next_act(expression, when)
        return guessed(when, sentence, expression)

    def is_sought(self, sentence: Sentence, time: TimeExpression) -> bool:
        """Say whether a time is that for which somebody of the story was sought ("went to arrest A, who was wanted in
        the May 30 shooting of"), which is another event where the story has one of its own."""
        before = sentence.words.norm[max(0, time.first - SOUGHT) : time.first]
        opened = [i for i, n in enumerate(before) if n in RELATIVES]
        return bool(opened) and not WANTED.isdisjoint(before[opened[-1] :])

    def is_later(self, sentence: Sentence, time: TimeExpression) -> bool:
        """Say whether a day is told as the one after an event ("on Saturday, a day after the bombing")."""
        before = sentence.words.norm[time.first - 1] if time.first else ""
        if time.kind == "event" and time.direction > 0 and before in {"comes", "come", "came"}:
            return True  # "the offensive comes a day after people fled"
        following = [t for t, _ in self.times.of(sentence) if t.first - time.last in (0, 1)]
        return any(t.kind == "event" and t.direction > 0 for t in following)

    def gap(self, sentence: Sentence, time: TimeExpression, *, old: bool) -> int | None:
        """Return how far a time stands from the words that say that it is the event's, None where there are none."""
        norm = sentence.words.norm
        here = self.days.acts.get(sentence.index, [])
        acts = [] if of_another(sentence) else here
        named = [f for f in acts if f.voice == "noun" and f.actions & EVENTS and f.scope != "background"]
        named = [f for f in named if not (is_state(f) or died_slowly(f)) and (f.scope or not old)]
        named = [
            f for f in named if sentence.words.norm[f.last - 1] not in WOUNDED
        ]  # "died of his wounds on Friday"
        named = [f for f in named if not bound_elsewhere(f, time, here) and not told_between(f, time)]
        if said(sentence, time):
            named = [f for f in named if qualifies(f, time)]  # not "in the assault, police said Thursday"
        beside = [far for f in named if (far := max(time.first - f.last, f.first - time.last)) <= BESIDE]
        cues = [
            s
            for s in ([] if old else sentence.cued("occurrence"))
            if time.first > s.first or OPENING.isdisjoint(norm[time.last : s.first])
        ]
        later = after_the_deed(sentence, time) if cues else None
        if later is not None:  # "the house where it happened was searched after his arrest on Friday"
            cues = [c for c in cues if abs(time.first - c.first) <= later]
        return min([*beside, *(abs(time.first - c.first) for c in cues)], default=None)

    def opening(self) -> Dated | None:
        """Return the first exact day of the story's opening sentence, where no act there is known by its words."""
        silent = not any(f.sentence.index == 0 for f in self.story.frames)
        for sentence in self.story.sentences[:1] if silent else ():
            for expression, when in self.times.of(sentence):
                if when.date is not None and when.precision == 1 and not when.future and not expression.as_of:
                    return guessed(when, sentence, expression)
        return None

    def days_told(self) -> Iterator[Dated]:
        """Yield the exact days at the start of the story on which something was done and not said or ruled."""
        for sentence in self.opening_sentences:
            for expression, when in self.times.of(sentence):
                done = self.exact(sentence, expression, when) and expression.kind in DAYS_TOLD
                if done and after_the_deed(sentence, expression) is None:
                    yield guessed(when, sentence, expression)

    def exact(self, sentence: Sentence, expression: TimeExpression, when: Resolved) -> bool:
        """Say whether a time is an exact day on which something was done, not only said, ruled or mourned."""
        plain = when.date is not None and when.precision == 1 and not (when.future or when.background)
        return plain and not said(sentence, expression)


def guessed(
    when: Resolved, sentence: Sentence, expression: TimeExpression, mark: str = "date-elsewhere"
) -> Dated:
    """Return a day that the story tells for events whose own sentences name none."""
    return Dated(when, sentence, expression.first, expression.last, mark, guess=True)
