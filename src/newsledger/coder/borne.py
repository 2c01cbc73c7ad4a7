"""Borne: whom a name alone stands for, where the story gave it before with a word for who bears it.

"Union leader Ana Ruiz left her house … Ruiz was shot": those acted upon are a union leader (coding-rules 2.3).
"""

from dataclasses import replace

from newsledger.coder.byname import BARE
from newsledger.coder.casework import leads
from newsledger.coder.clause import Clause
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import before_auxiliaries
from newsledger.coder.spans import Mention, Sentence
from newsledger.coder.story import Story

ACTS = frozenset({"kill", "shoot", "wound", "attack", "assault", "abduct", "death"})
BEARERS = frozenset({"government", "identity", "civilians"})
LONGEST = 5  # tokens of one name


def resolve(story: Story) -> None:
    """Give frames in which only a name stands for who was hit the people whom the story named so before."""
    open_ones = {
        number: name
        for number, f in enumerate(story.frames)
        if all(BARE in m.tags for m in f.targets) and f.actions & ACTS and (name := name_of(f)) is not None
    }
    if not open_ones:
        return
    known = bearers(story.sentences)
    for number, at in open_ones.items():
        frame = story.frames[number]
        bearer = known.get(frame.sentence.words.norm[at])
        if bearer is not None and bearer.sentence != frame.sentence.index:
            frame.targets = [replace(bearer, first=at, last=at + 1, sentence=frame.sentence.index)]


def bearers(sentences: list[Sentence]) -> dict[str, Mention]:
    """Return who bears each surname that a story gives behind a word for one person."""
    known: dict[str, Mention] = {}
    for sentence in sentences:
        clause = Clause(sentence)
        for mention in sentence.mentions:
            if mention.kind not in BEARERS or {"plural", "own"} & mention.tags:
                continue
            last = clause.name_end(mention)
            norm = sentence.words.norm
            last -= 2 if last - mention.last > 2 and norm[last - 1].isdigit() else 0
            if last > mention.last:
                lead = {"notable"} if leads(mention, sentence) else set()
                known.setdefault(norm[last - 1], replace(mention, tags=mention.tags | lead))
    return known


def name_of(frame: Frame) -> int | None:
    """Return the last token of the name that stands where those acted upon are told, or None."""
    norm = frame.sentence.words.norm
    clause = Clause(frame.sentence)
    if frame.voice == "passive":
        at = before_auxiliaries(norm, frame.first)
        return at if at >= 0 and clause.is_name(at) else None
    if frame.voice != "noun":
        return None
    if frame.targets:
        return frame.targets[0].last - 1
    first = frame.last if norm[frame.last - 1] == "of" else frame.last + 1
    if norm[first - 1 : first] != ["of"]:
        return None
    last = first
    while last < len(norm) and last - first < LONGEST and clause.is_name(last):
        last += 1
    return last - 1 if last > first else None
