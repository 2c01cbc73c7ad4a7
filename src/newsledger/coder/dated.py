"""The day of an event: its own words of time, else those the story has reached, else the day of the story."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DEADLY, OPENING
from newsledger.coder.sentence import HARD
from newsledger.coder.spans import Sentence
from newsledger.coder.story import Story
from newsledger.coder.when import Resolved, Resolver, TimeExpression, find_times
from newsledger.coder.words import split_words

LISTS = frozenset({("and",), (",",), (",", "and"), ("and", "on"), ("and", "again"), ("and", "again", "on")})
LISTED = frozenset({"weekday", "day"})  # kinds of times that stand in lists of days
EVENTS = DEADLY | frozenset(
    "abduct airstrike ambush assault attack bomb burn chemical clash grenade mob rape shell shoot suicide-bomb".split()
)
AFTERMATH = frozenset(
    {"arrest", "find", "release", "foil"}
)  # whose days are not those of what was done before
UNREAL = frozenset(
    {"negated", "denied", "future", "hypothetical", "demand", "attempt"}
)  # days that nothing was done on
CLAIM = "responsibility"  # the cue of a claim of responsibility
BESIDE = 3  # tokens between a date and the event that it belongs to
OPENING_SENTENCES = 12  # in which a story tells when its event took place
CARRY = 3  # sentences over which a date is carried on
PAGE_TIMES = frozenset({"posted", "updated", "published", "modified"})
OLDEST_MONTH = 400  # days; a month further back is history, also where a story opens with it
RELATIVES = frozenset({"who", "which", "whose", "whom"})
WOUNDED = frozenset({"wounds", "injuries", "succumb", "succumbed", "succumbs", "succumbing"})
# steps that are taken for a time to come ("declared a truce for six months")
LASTING = frozenset({"agree", "accord", "security-measure", "ban", "shutdown", "move-forces", "arrest"})
STRUGGLES = frozenset(
    {"conflict", "war", "insurgency", "rebellion", "uprising", "feud", "dispute", "occupation", "standoff"}
)
RECORDS = frozenset({"worst", "first", "latest", "most", "biggest", "largest"})


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
    def own(self) -> bool:
        """Say whether the frame's own sentence names the day."""
        return not self.guess and self.mark != "date-elsewhere"

    @property
    def day(self) -> date:
        """The day; only frames with one are dated."""
        assert self.when.date is not None
        return self.when.date


class Dating:
    """Reads the times of one story in order and gives each frame its day."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.resolver = Resolver(story.article.published, dateline_day(story))
        self.resolved: dict[int, list[tuple[TimeExpression, Resolved]]] = {}
        self.read_all()

    def read_all(self) -> None:
        """Resolve every time expression in the order of the text, each against the last day named before it."""
        anchor: Resolved | None = None
        for sentence in self.story.sentences:
            times = self.story.times.get(sentence.index, ())
            late = any(t.after_midnight for t in times)
            found = []
            for expression in times:
                when = self.resolver.resolve(expression, anchor, late)
                found.append((expression, when))
                if when.date is not None and when.precision and not when.future:
                    anchor = when if not when.background or when.precision == 1 else anchor
            self.resolved[sentence.index] = found

    def date_all(self) -> dict[int, Dated]:
        """Return the day of each frame by its place in `story.frames`; frames in background times leave scope."""
        default = self.default()
        dated: dict[int, Dated] = {}
        last: tuple[int, Dated] | None = None
        for number, frame in enumerate(self.story.frames):
            own, weak = self.own(frame)
            at = frame.sentence.index
            near = last is not None and at - last[0] <= CARRY
            if (own is None or own.when.rule == "when.anaphor") and self.in_history(frame):
                frame.scope, frame.detail = frame.scope or "background", frame.detail or "the sentence before"
            if own is None or (near and (weak or later_death(frame)) and own.when.precision == 1):
                found = carried(last[1]) if last is not None and near else default
            else:
                found = own
                if (
                    self.may_stand(frame, found.when)
                    and not frame.actions <= AFTERMATH
                    and frame.scope not in UNREAL
                ):
                    last = (frame.sentence.index, found)
            dated[number] = found
            self.owned_up(frame, found)
            self.out_of_time(frame, found)
        return dated

    def owned_up(self, frame: Frame, found: Dated) -> None:
        """Bring an act back into scope that somebody claims and whose day the claim names ("claimed Monday's raid")."""
        if frame.scope != "topic-only" or found.sentence is not frame.sentence or found.when.precision != 1:
            return
        claims = [s for s in frame.sentence.spans if s.entry.kind == "cue" and s.entry.id == CLAIM]
        if any(c.last <= frame.first and c.last <= found.first for c in claims):
            frame.scope = frame.detail = ""

    def own(self, frame: Frame) -> tuple[Dated | None, bool]:
        """Return the day that the frame's own clause or sentence names, the nearest first.

        Also say whether it is weak: a day on which something was said, or as of which something was known.
        """
        times = self.resolved.get(frame.sentence.index, ())
        usable = [
            (t, r)
            for t, r in times
            if (r.date is not None or r.background)
            and not self.is_record(frame, t)
            and not names(frame, t, r)
        ]
        if any(t.kind in LISTED for t, _ in usable):
            usable = [
                (t, r) for t, r in usable if t.kind != "running"
            ]  # "for a third day" beside a day named
        best = min(usable, key=lambda pair: self.distance(frame, pair[0]), default=None)
        if best is None:
            return None, False
        expression, when = best
        clause = frame.clause[0] <= expression.first < frame.clause[1]
        mark = "date-imprecise" if when.precision > 1 else "" if clause else "date-elsewhere"
        others, last = (
            self.listed(frame.sentence, expression) if when.precision == 1 else ((), expression.last)
        )
        found = Dated(when, frame.sentence, expression.first, last, mark, others=others)
        return found, self.said(frame, expression)

    def listed(self, sentence: Sentence, expression: TimeExpression) -> tuple[tuple[date, ...], int]:
        """Return the further days of a list that an expression begins ("on Monday and Tuesday"), and where it ends."""
        others: list[date] = []
        last = expression.last
        for other, when in self.resolved.get(sentence.index, ()):
            gap = sentence.words.norm[last : other.first]
            if (
                other.first < last
                or when.precision != 1
                or when.date is None
                or when.future
                or when.background
            ):
                continue
            if tuple(gap) not in LISTS or expression.kind not in LISTED or other.kind not in LISTED:
                break
            others.append(when.date)
            last = other.last
        return tuple(others), last

    def said(self, frame: Frame, expression: TimeExpression) -> bool:
        """Say whether a time belongs to a saying ("said on Tuesday") or to what was known by then ("as of Tuesday")."""
        cues = [s for s in frame.sentence.spans if s.entry.kind == "cue" and "speech" in s.entry.tags]
        beside = any(
            c.last <= expression.first <= c.last + 2 or 0 <= c.first - expression.last <= 1 for c in cues
        )
        return expression.as_of or expression.attributed or beside

    def is_record(self, frame: Frame, expression: TimeExpression) -> bool:
        """Say whether a time only bounds a record ("the worst fighting since 2020") or is the page's ("Posted: …")."""
        before = frame.sentence.words.norm[max(0, expression.first - 3) : expression.first]
        if PAGE_TIMES & set(before):
            return True
        if not expression.since:
            return False
        norm = [*frame.sentence.words.norm[: expression.first], ""]
        return any(
            (n in RECORDS and norm[i + 1] != "of") or (n.endswith("est") and len(n) > 5)
            for i, n in enumerate(norm[:-1])
        )

    def in_history(self, frame: Frame) -> bool:
        """Say whether the sentence before, in the same paragraph, told of other times and nothing leads back to now."""
        at = frame.sentence.index
        if at == 0 or self.story.sentences[at - 1].line != frame.sentence.line:
            return False
        if any(f.sentence.index == at - 1 and not f.scope for f in self.story.frames):
            return False
        before = self.resolved.get(at - 1, ())
        return bool(before) and all(r.background for _, r in before)

    def distance(self, frame: Frame, expression: TimeExpression) -> int:
        """Return how far an expression stands from a trigger; other clauses and words of saying count as far."""
        norm = frame.sentence.words.norm
        low, high = sorted((frame.first, expression.first))
        between = norm[low:high]
        far = high - low
        far += 40 * sum(n in HARD or n in OPENING for n in between)
        if self.said(frame, expression):
            far += 70
        if expression.kind == "clock":
            far += 30
        return far

    def default(self) -> Dated:
        """Return the day of the story: that on which it says that all happened, else that of its first dated event,
        else the dateline's, else publication.
        """
        if told := self.occurrence():
            return told
        for frame in self.story.frames[:12]:
            if not frame.scope and not frame.actions <= AFTERMATH:
                own, _ = self.own(frame)
                if own and own.when.date and self.may_stand(frame, own.when):
                    return Dated(own.when, own.sentence, own.first, own.last, "date-elsewhere", guess=True)
        opening = self.opening()
        if opening is not None:
            return opening
        rule = "when.dateline" if self.resolver.reference != self.resolver.published else "when.published"
        return Dated(Resolved(self.resolver.reference, rule=rule), mark="date-publication", guess=True)

    def occurrence(self) -> Dated | None:
        """Return the day that stands beside words of happening or of an alarm early in the story ("It happened on
        Monday"), or right beside the name of a deadly event, whatever is said of it ("after Monday's shooting").
        """
        for sentence in self.story.sentences[:OPENING_SENTENCES]:
            days = [
                (gap, n, t, r)
                for n, (t, r) in enumerate(self.resolved.get(sentence.index, ()))
                if r.date and r.precision == 1 and not r.future and t.kind != "clock"
                if (gap := self.gap(sentence, t, old=r.background)) is not None
            ]
            if days:
                _, _, found, when = min(days, key=lambda d: d[:2])
                return Dated(when, sentence, found.first, found.last, "date-elsewhere", guess=True)
        return None

    def gap(self, sentence: Sentence, time: TimeExpression, *, old: bool) -> int | None:
        """Return how far a time stands from the words that say that it is the event's, None where there are none."""
        named = [
            f
            for f in self.story.frames
            if f.sentence is sentence and f.voice == "noun" and f.actions & EVENTS
        ]
        beside = [far for f in named if (far := max(time.first - f.last, f.first - time.last)) <= BESIDE]
        cues = [s for s in sentence.spans if s.entry.kind == "cue" and "occurrence" in s.entry.tags]
        return min([*beside, *(abs(time.first - c.first) for c in cues if not old)], default=None)

    def opening(self) -> Dated | None:
        """Return the first exact day of the story's opening sentence, where no act there is known by its words."""
        silent = not any(f.sentence.index == 0 for f in self.story.frames)
        for sentence in self.story.sentences[:1] if silent else ():
            for expression, when in self.resolved.get(sentence.index, ()):
                if when.date is not None and when.precision == 1 and not when.future and not expression.as_of:
                    return Dated(
                        when, sentence, expression.first, expression.last, "date-elsewhere", guess=True
                    )
        return None

    def out_of_time(self, frame: Frame, found: Dated) -> None:
        """Take a frame out of scope whose own time is past, to come, or no day."""
        if frame.scope or found.sentence is None or found.sentence.index != frame.sentence.index:
            return
        when = found.when
        if when.future:
            frame.scope, frame.detail = "future", frame.sentence.text_of(found.first, found.last)
        elif when.date is None or not self.may_stand(frame, when):
            frame.scope, frame.detail = "background", frame.sentence.text_of(found.first, found.last)

    def may_stand(self, frame: Frame, when: Resolved) -> bool:
        """Say whether a day may be that of an event of the story: not to come, and not its history."""
        return not when.future and (not when.background or self.is_main(frame, when))

    def is_main(self, frame: Frame, when: Resolved) -> bool:
        """Say whether an old but exact day may stand: it is what the story opens with, not its history."""
        opening = frame.sentence.index <= 1
        if not opening or when.date is None:
            return False
        age = (self.resolver.reference - when.date).days
        months = (when.rule.startswith("when.month") or when.precision == 2) and age <= OLDEST_MONTH
        months = months and not self.names_day
        return when.precision == 1 or months

    @cached_property
    def names_day(self) -> bool:
        """Say whether the story names a day of now; a story that names none may open with an older month."""
        frames = {f.sentence.index: f for f in self.story.frames}
        return any(
            r.date is not None and r.precision == 1 and not r.background and not r.future
            for at, times in self.resolved.items()
            for t, r in times
            if at not in frames or not self.said(frames[at], t)
        )


def names(frame: Frame, expression: TimeExpression, when: Resolved) -> bool:
    """Say whether a length of time only names something beside what a frame tells: an anniversary, or the war that
    an act came before or ended ("started talks to end a 63-year conflict")."""
    if when.rule == "when.anniversary" or (when.background and in_relative(frame, expression)):
        return True
    last = frame.sentence.words.norm[expression.last - 1]
    ahead = last in STRUGGLES or bool(frame.actions & LASTING)
    after = frame.last <= expression.first or (
        bool(frame.actions & LASTING) and expression.last <= frame.first <= expression.last + 2
    )  # "a 30-day state of emergency"
    return when.date is None and ahead and after


def later_death(frame: Frame) -> bool:
    """Say whether a frame tells of somebody who died of wounds, which belongs to the event's day (coding-rules 5)."""
    norm = frame.sentence.words.norm
    return frame.actions <= {"death"} and bool(WOUNDED & set(norm[frame.first : frame.last + 4]))


def in_relative(frame: Frame, expression: TimeExpression) -> bool:
    """Say whether a time stands in a clause on somebody that opens behind a frame ("killed a man who fled in 2015")."""
    norm = frame.sentence.words.norm
    return bool(RELATIVES & set(norm[frame.last : expression.first]))


def carried(dated: Dated) -> Dated:
    """Return a day as it is carried to a later sentence."""
    mark = dated.mark if dated.mark == "date-imprecise" else "date-elsewhere"
    return replace(dated, others=(), mark=mark, guess=True)


def dateline_day(story: Story) -> date | None:
    """Return the day in the article's dateline, or None."""
    line = story.page.dateline
    text = line.date if line and line.date else ""
    if not text:
        return None
    resolver = Resolver(story.article.published)
    times = find_times(split_words(text))
    return resolver.resolve(times[0]).date if times else None
