"""Referred to: an act that a story names only as what others condemn, investigate or are blamed for.

Such a story tells no event of its own. Where its opening yet says of the act upon whom it was done and on which day,
not long before, that is an event with a day and a victim, whatever the story is about (coding-rules 1). What has no day
of its own stays a statement.
"""

from collections.abc import Iterable

from newsledger.coder.dated import Dated
from newsledger.coder.frames import Frame
from newsledger.coder.kinds import tags_of
from newsledger.coder.ownday import EVENT_BEFORE, exact_day
from newsledger.coder.protested import CROWD
from newsledger.coder.story import Story
from newsledger.coder.storytimes import StoryTimes
from newsledger.coder.when import Resolved

OPENING = 2  # sentences of the text in which a story says what it is about
OWNED = 2  # tokens between a day and its act: "'s" and one adjective ("Friday's deadly attack")
LONG = 3  # sentences of the text from which on a story is more than the statement itself
RECENT = 60  # days before the story within which an act is news
ACTS = frozenset({"kill", "attack", "bomb", "abduct", "airstrike", "shell", "suicide-bomb"})
# reasons for which an act was taken out of scope that leave it told: what was said of it, who is sought for it
ONLY_NAMED = frozenset({"topic-only"})
COURTS = frozenset({"trial", "commemorate"})  # cues of what is told of old acts
LEGAL = frozenset({"hearing", "hearings", "case", "cases", "verdict"})
FIRST_PERSON = frozenset({"we", "i", "our", "my"})
# kinds of those upon whom an act is done, so that it is told which act is meant
WHOM = frozenset(
    {"military", "police", "government", "civilians", "identity", "group", "armed", "protesters"}
)


def reopen(story: Story, times: StoryTimes, dated: dict[int, Dated]) -> bool:
    """Put the acts that a story refers to with their day and victims back in scope; say whether there are any.

    `dated` are the days of all frames by their number; such an act gets the day that stands with it.
    """
    body = story.body
    if len(body) < LONG:
        return False
    found = False
    for number, frame in enumerate(story.frames):
        if frame.sentence.index not in body[:OPENING] or not is_named(frame, story.frames):
            continue
        day = day_of(frame, dated[number], times)
        if day is not None and 0 <= (story.article.published - day.day).days <= RECENT:
            frame.scope = frame.detail = ""
            dated[number], found = day, True
    return found


def is_named(frame: Frame, frames: Iterable[Frame]) -> bool:
    """Say whether a frame is out of scope for what was said of it, and names an act and those it was done to."""
    if frame.scope not in ONLY_NAMED or not frame.actions & ACTS or beside_crowd(frame, frames):
        return False
    if FIRST_PERSON & set(frame.sentence.words.norm[: frame.first]) or LEGAL & set(frame.sentence.words.norm):
        return False  # the statement itself, not news of it; or a case before a court
    if any(c.entry.id in COURTS for c in frame.sentence.cues):
        return False
    return bool(tags_of(frame.targets, "") & WHOM)


def day_of(frame: Frame, dated: Dated, times: StoryTimes) -> Dated | None:
    """Return the exact day that stands behind an act or right before it, or None ("condemned on Friday the murder of
    two judges on 3 May")."""
    if is_exact(dated.when) and dated.own and (dated.first >= frame.last or close(frame, dated)):
        return dated
    for expression, when in times.of(frame.sentence):
        if expression.first >= frame.last and is_exact(when):
            return Dated(when, frame.sentence, expression.first, expression.last)
    return None


def is_exact(when: Resolved) -> bool:
    """Say whether a time is one day of the story's own present."""
    return exact_day(when) and when.rule != EVENT_BEFORE


def close(frame: Frame, dated: Dated) -> bool:
    """Say whether a day stands right before an act as its own ("Friday's deadly bombing of …")."""
    gap = frame.sentence.words.norm[dated.last : frame.first]
    return not gap or (gap[0] == "'s" and len(gap) <= OWNED)


def beside_crowd(frame: Frame, frames: Iterable[Frame]) -> bool:
    """Say whether people march in the frame's sentence: the act is what they march about."""
    return any(f.sentence is frame.sentence and f.actions & CROWD for f in frames)
