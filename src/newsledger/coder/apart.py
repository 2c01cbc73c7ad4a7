"""Apart: is the one group that a story names told of in another event than the unnamed men of a sentence?"""

from itertools import takewhile

from newsledger.coder.responsibility import attribution_words
from newsledger.coder.spans import Mention
from newsledger.coder.story import Story
from newsledger.coder.when import TimeExpression

HINTS = frozenset(
    "affiliation ascertained claim claimed claims clear identified identity unclear".split()
)  # no sentence says so without one of these
LEAD = 2  # sentences of a text in which it names the day of its headline
UNKNOWN = "unknown"  # entry of attribution.yaml: words that say that nobody knows whose the men are
Day = tuple[str, int, int]


class Apart:
    """The days that each sentence of a story speaks of, and those of the deeds of each group that it names."""

    def __init__(self, story: Story) -> None:
        self.days: list[frozenset[Day]] = []
        last: frozenset[Day] = frozenset()
        for sentence in story.sentences:
            last = days_of(story.times.get(sentence.index, [])) or last
            self.days.append(last)
        self.days = of_headlines(story, self.days)
        self.deeds: dict[str, set[Day]] = {}
        for frame in story.frames:
            own = days_of(story.times.get(frame.sentence.index, []))
            for m in (*frame.agents, *frame.targets):
                if m.kind == "group" and m.entry and not frame.scope and own:
                    self.deeds.setdefault(m.entry, set()).update(own)
        self.named: dict[str, set[int]] = {}
        for sentence in story.sentences:
            for m in sentence.mentions:
                if m.kind == "group" and m.entry:
                    self.named.setdefault(m.entry, set()).add(sentence.index)
        self.unknown = [s.index for s in story.sentences if says_unknown(s.words.norm)] if self.named else []

    def is_apart(self, men: Mention, group: Mention) -> bool:
        """Say whether unnamed men act on another day than all that the story tells of a group, or are said to be of no
        known group before the story names it."""
        at, named = men.sentence, self.named.get(group.entry, {group.sentence})
        if at in named:
            return False
        if any(at <= i < min(named) for i in self.unknown):
            return True
        deeds, own = self.deeds.get(group.entry, set()), self.days[at]
        return bool(own and deeds) and all(own.isdisjoint(self.days[i]) for i in named)


def of_headlines(story: Story, days: list[frozenset[Day]]) -> list[frozenset[Day]]:
    """Return the days of each sentence; a headline above the text speaks of those that the text names first."""
    heads = sum(1 for _ in takewhile(lambda s: s.kind == "headline", story.sentences))
    first = next((d for d in days[heads : heads + LEAD] if d), frozenset())
    return [d or first for d in days[:heads]] + days[heads:]


def days_of(times: list[TimeExpression]) -> frozenset[Day]:
    """Return the days that expressions of time name, by weekday, date or distance; not those of longer spans."""
    found: set[Day] = set()
    for t in times:
        if t.weekday is not None:
            found.add(("weekday", t.weekday, 0))
        if t.day is not None:
            found.add(("date", t.day, t.month or 0))
        elif t.offset is not None:
            found.add(("offset", t.offset, 0))
    return frozenset(found)


def says_unknown(norm: list[str]) -> bool:
    """Say whether a sentence says that nobody knows, or nobody has claimed, whose the men are."""
    return not HINTS.isdisjoint(norm) and any(s.entry.id == UNKNOWN for s in attribution_words().scan(norm))
