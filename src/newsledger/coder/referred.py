"""Referred to: an act that a story names only as what others condemn, investigate or are blamed for.

Such a story tells no violence of its own. Where its opening yet says of the act upon whom it was done and on which
day, not long before, that is an event with a day and a victim, whatever the story is about (coding-rules 1). Without a
day it is one where the victim is somebody in particular and the story more than a mere statement; all else is one.
"""

from collections.abc import Iterable
from dataclasses import replace

from newsledger.coder.dated import Dated
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import is_owned
from newsledger.coder.kinds import tags_of
from newsledger.coder.ownday import EVENT_BEFORE, exact_day
from newsledger.coder.protested import CROWD
from newsledger.coder.spans import Mention
from newsledger.coder.spoken import said_between
from newsledger.coder.story import Story
from newsledger.coder.storytimes import StoryTimes
from newsledger.coder.when import Resolved

OPENING = 3  # sentences of the text in which a story says what it is about
LONG = 3  # sentences of the text from which on a story is more than the statement itself
RECENT = 60  # days before the story within which an act is news
ACTS = frozenset({"kill", "life-attempt", "attack", "bomb", "abduct", "airstrike", "shell", "suicide-bomb"})
# reasons for which an act was taken out of scope that leave it told: what was said of it, who is sought for it
ONLY_NAMED = frozenset({"topic-only"})
ORDERED = frozenset({"demand", "future"})  # of an inquiry, which leaves told what it is into
LOOKED_INTO = frozenset(
    "investigate investigating investigation investigations inquiry inquiries probe enquiry clarify clarification"
    " solve elucidate avenge clear".split()
)
CLAUSE = 16  # tokens behind "since 1 May, when" in which the verb of the act stands
INTO = 7  # tokens between words of looking into an act and the act
CAUSES = frozenset("after following over for".split())
CAUSE = 3  # tokens between such a word and an act
COURTS = frozenset({"trial", "commemorate"})  # cues of what is told of old acts
LEGAL = frozenset({"hearing", "hearings", "case", "cases", "verdict"})
FIRST_PERSON = frozenset({"we", "i", "our", "my"})
# kinds of those upon whom an act is done, so that it is told which act is meant
PEOPLE_HIT = frozenset({"military", "police", "government", "civilians", "identity", "group", "protesters"})
SITES = frozenset({"military-site", "state-house", "installation"})  # and what else an act is told to be upon
WHOM = frozenset(
    {"military", "police", "government", "civilians", "identity", "group", "armed", "protesters"}
)


def reopen(story: Story, times: StoryTimes, dated: dict[int, Dated], default: Dated | None) -> list[Frame]:
    """Put the acts that a story refers to with their victims back in scope and return them.

    `dated` are the days of all frames by their number; such an act gets the day that stands with it. One act upon
    somebody told of as one ("the murder of the senator") needs no day in a story that goes on about it: it is news on
    the day of the story, `default`, give or take a few; where that is None, the story tells other events.
    """
    body = story.body
    found: list[Frame] = []
    if len(body) < LONG:
        return found
    for number, frame in enumerate(story.frames):
        day = since_when(frame, times)
        if day is not None and not beside_crowd(frame, story.frames) and 0 <= age(story, day) <= RECENT:
            open_again(frame, dated, number, day)
            found.append(frame)
            continue
        if frame.sentence.index not in body[:OPENING] or not is_named(frame, story.frames):
            continue
        day = None if is_taken(frame, story.frames) else day_of(frame, dated[number], times)
        if day is None and default and len(body) > LONG and is_one(frame) and not old(dated[number]):
            day = replace(default, when=replace(default.when, precision=2)) if default.when.date else None
        if day is not None and 0 <= age(story, day) <= RECENT:
            open_again(frame, dated, number, day)
            found.append(frame)
    return found


def age(story: Story, day: Dated) -> int:
    """Return how many days before the story a day was."""
    return (story.article.published - day.day).days


def open_again(frame: Frame, dated: dict[int, Dated], number: int, day: Dated) -> None:
    """Put a frame back in scope, on a day."""
    frame.scope = frame.detail = ""
    dated[number] = day


def since_when(frame: Frame, times: StoryTimes) -> Dated | None:
    """Return the day of an act told only as since when something is so ("vacant since 1 May, when gunmen shot …")."""
    if frame.scope != "background" or not frame.actions & ACTS or not tags_of(frame.targets, "") & WHOM:
        return None
    norm = frame.sentence.words.norm
    for expression, when in times.of(frame.sentence):
        behind = norm[expression.last : expression.last + 2]
        opened = "when" in behind and expression.last <= frame.first <= expression.last + CLAUSE
        since = "since" in norm[max(0, expression.first - 1) : expression.first + 1]
        if opened and since and when.date is not None and when.precision == 1:
            told = replace(when, end_date=None, background=False, rule="when.day")
            return Dated(told, frame.sentence, expression.first, expression.last)
    return None


def is_taken(frame: Frame, frames: Iterable[Frame]) -> bool:
    """Say whether the sentence tells of an arrest, to which its day belongs."""
    return any(f.sentence is frame.sentence and "arrest" in f.actions and not f.scope for f in frames)


def is_one(frame: Frame) -> bool:
    """Say whether a noun names one act upon somebody in particular."""
    if frame.voice != "noun":
        return False
    certain = [m for m in frame.targets if is_certain(frame, m)]
    return bool(certain) and (frame.form != "nouns" or any(m.count for m in certain))


def old(dated: Dated) -> bool:
    """Say whether an act has a time of its own that is no exact day ("last year")."""
    return dated.own and not is_exact(dated.when)


def is_certain(frame: Frame, mention: Mention) -> bool:
    """Say whether a mention is of people in particular: one, so many, a group by its name, or "the" people."""
    if mention.kind not in PEOPLE_HIT:
        return False
    before = frame.sentence.words.norm[max(0, mention.first - 2) : mention.first + 1]
    many = "plural" in mention.tags and mention.count is None
    return not many or bool(mention.entry and mention.kind == "group") or "the" in before


def is_named(frame: Frame, frames: Iterable[Frame]) -> bool:
    """Say whether a frame is out of scope for what was said of it, and names an act and those it was done to."""
    looked_into = frame.scope in ORDERED and LOOKED_INTO & set(
        frame.sentence.words.norm[max(0, frame.first - INTO) : frame.first]
    )
    caused = frame.scope in ORDERED and is_cause(frame)
    if (
        not (looked_into or caused or frame.scope in ONLY_NAMED)
        or not frame.actions & ACTS
        or beside_crowd(frame, frames)
    ):
        return False
    if FIRST_PERSON & set(frame.sentence.words.norm[: frame.first]) or LEGAL & set(frame.sentence.words.norm):
        return False  # the statement itself, not news of it; or a case before a court
    if any(c.entry.id in COURTS for c in frame.sentence.cues):
        return False
    return bool(tags_of(frame.targets, "") & WHOM or frame.objects & SITES)


def is_cause(frame: Frame) -> bool:
    """Say whether an act is for what others demand or plan something ("asked for a halt after the murder of")."""
    return frame.voice == "noun" and not CAUSES.isdisjoint(
        frame.sentence.words.norm[max(0, frame.first - CAUSE) : frame.first]
    )


def day_of(frame: Frame, dated: Dated, times: StoryTimes) -> Dated | None:
    """Return the exact day that stands behind an act or right before it, or None ("condemned on Friday the murder of
    two judges on 3 May")."""
    own = dated.own and (dated.first >= frame.last or close(frame, dated))
    if is_exact(dated.when) and own and not said_between(frame, dated.first):
        return dated
    for expression, when in times.of(frame.sentence):
        behind = expression.first >= frame.last and not said_between(frame, expression.first)
        if behind and is_exact(when):
            return Dated(when, frame.sentence, expression.first, expression.last)
    return None


def is_exact(when: Resolved) -> bool:
    """Say whether a time is one day of the story's own present."""
    return exact_day(when) and when.rule != EVENT_BEFORE


def close(frame: Frame, dated: Dated) -> bool:
    """Say whether a day stands right before an act as its own ("Friday's deadly bombing of …")."""
    gap = frame.sentence.words.norm[dated.last : frame.first]
    return is_owned(gap)


def beside_crowd(frame: Frame, frames: Iterable[Frame]) -> bool:
    """Say whether people march in the frame's sentence: the act is what they march about."""
    return any(f.sentence is frame.sentence and f.actions & CROWD and not f.scope for f in frames)
