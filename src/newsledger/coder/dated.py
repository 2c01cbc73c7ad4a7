"""The day of an event: its own words of time, else those the story has reached, else the day of the story."""

from dataclasses import dataclass, replace
from datetime import date

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import OPENING
from newsledger.coder.sentence import HARD
from newsledger.coder.spans import Sentence
from newsledger.coder.story import Story
from newsledger.coder.when import Resolved, Resolver, TimeExpression, find_times
from newsledger.coder.words import split_words

LISTS = frozenset({("and",), (",",), (",", "and"), ("and", "on"), ("and", "again"), ("and", "again", "on")})
LISTED = frozenset({"weekday", "day"})  # kinds of times that stand in lists of days
CARRY = 3  # sentences over which a date is carried on
PAGE_TIMES = frozenset({"posted", "updated", "published", "modified"})
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
            if own is None or (weak and near and own.when.precision == 1):
                found = carried(last[1]) if last is not None and near else default
            else:
                found = own
                if self.may_stand(frame, found.when):
                    last = (frame.sentence.index, found)
            dated[number] = found
            self.out_of_time(frame, found)
        return dated

    def own(self, frame: Frame) -> tuple[Dated | None, bool]:
        """Return the day that the frame's own clause or sentence names, the nearest first.

        Also say whether it is weak: a day on which something was said, or as of which something was known.
        """
        times = self.resolved.get(frame.sentence.index, ())
        usable = [
            (t, r) for t, r in times if (r.date is not None or r.background) and not self.is_record(frame, t)
        ]
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
        norm = frame.sentence.words.norm
        return any(n in RECORDS or (n.endswith("est") and len(n) > 5) for n in norm[: expression.first])

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
        """Return the day of the story: that of its first dated event, else the dateline's, else publication."""
        for frame in self.story.frames[:12]:
            if not frame.scope:
                own, _ = self.own(frame)
                if own and own.when.date and self.may_stand(frame, own.when):
                    return Dated(own.when, own.sentence, own.first, own.last, "date-elsewhere", guess=True)
        rule = "when.dateline" if self.resolver.reference != self.resolver.published else "when.published"
        return Dated(Resolved(self.resolver.reference, rule=rule), mark="date-publication", guess=True)

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
        return opening and when.precision == 1 and when.date is not None


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
