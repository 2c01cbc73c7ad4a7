"""Pronouns: whom "it", "they" and "the militants" stand for in what a sentence tells of an act."""

from dataclasses import replace

from newsledger.coder.anaphora import SIDES, standing_in
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import ADVERBS, BE, HAVE
from newsledger.coder.spans import Mention
from newsledger.coder.story import Story

SUBJECTS = frozenset({"it", "they"})
ACTING = SIDES | {"armed", "gang", "communal", "mission", "security", "crowd", "protesters", "rioters"}
BACK = 2  # sentences in which the subject of "they" is looked for
KNOWN = frozenset({"the", "these", "those"})  # articles of somebody who was told of before


def resolve(story: Story) -> None:
    """Give acts with a bare pronoun as their subject the actor that it stands for, and "the militants" their name.

    "It" is whoever says the sentence ("the army said it had …"), else whoever acted last; "the militants" are the one
    group that the story has named until then. Runs after the named parties are known (`anaphora.resolve`).
    """
    acting: tuple[int, list[Mention]] = (-BACK - 1, [])
    groups: dict[str, Mention] = {}
    at = 0
    for frame in story.frames:
        for sentence in story.sentences[at : frame.sentence.index + 1]:
            groups |= {
                m.entry: m for m in reversed(sentence.mentions) if m.kind == "group" and m.entry not in groups
            }
        at = max(at, frame.sentence.index + 1)
        if (token := pronoun(frame)) >= 0:
            frame.agents = spoken_for(frame, token, acting)
        if len(groups) == 1:
            (group,) = groups.values()
            frame.agents = [named(m, group, story) for m in frame.agents]
            frame.targets = [named(m, group, story) for m in frame.targets]
        if not frame.scope and any(m.kind in ACTING for m in frame.agents):
            acting = (frame.sentence.index, frame.agents)


def pronoun(frame: Frame) -> int:
    """Return the token of "it" or "they" if it is the subject of an active verb that has no other, else -1."""
    if frame.agents or frame.voice != "active":
        return -1
    norm = frame.sentence.words.norm
    at = frame.first - 1
    while at >= 0 and (norm[at] in BE or norm[at] in HAVE or norm[at] in ADVERBS):
        at -= 1
    return at if at >= 0 and norm[at] in SUBJECTS else -1


def spoken_for(frame: Frame, at: int, acting: tuple[int, list[Mention]]) -> list[Mention]:
    """Return whom the pronoun at token `at` stands for: who speaks, else who acted last nearby."""
    speaker = frame.speaker
    if speaker is not None and speaker.sentence == frame.sentence.index and speaker.last <= at:
        return [speaker] if speaker.kind in ACTING else []
    index, actors = acting
    if not 0 <= frame.sentence.index - index <= BACK:
        return []
    return [replace(m, first=at, last=at + 1, sentence=frame.sentence.index, count=None) for m in actors]


def named(mention: Mention, group: Mention, story: Story) -> Mention:
    """Return "the militants" as the group that a sentence before named; others as they are."""
    if mention.kind != "armed" or mention.country or mention.entry or mention.sentence <= group.sentence:
        return mention
    words = story.sentences[mention.sentence].words
    known = bool(KNOWN & set(words.norm[max(mention.first - 1, 0) : mention.first + 1]))
    return standing_in(mention, group) if known else mention
