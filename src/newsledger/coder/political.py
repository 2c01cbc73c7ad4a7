"""Political or plain crime? What `scope: political` leaves out (coding-rules 1)."""

from newsledger.coder.decide import Decision, tags_of
from newsledger.coder.frames import Frame
from newsledger.coder.spans import Sentence
from newsledger.coder.story import Story

DOUBTFUL = frozenset({"Attack", "Abduction/forced disappearance", "Armed clash"})
ARMED = frozenset(
    {
        "military", "prison", "group", "rebel", "militia", "gang", "communal", "mission", "security", "armed",
        "crowd", "protesters", "rioters", "identity",
    }
)  # fmt: skip
POLITICAL = ARMED | {"state", "police", "government", "official"}
VICTIMS = POLITICAL | {"former"}  # soldiers and policemen off duty as well
WARLIKE = frozenset({"attack", "abduct"})  # acts that plain crime is seldom called by
DEED = "warlike"  # the tag of words that name a deed of war or politics whoever did it ("massacre")
OPENING = 1  # the last sentence of a story's opening


def is_plain_crime(frame: Frame, decision: Decision, story: Story) -> bool:
    """Say whether a violent frame is plain crime: private people on both sides and no armed actor near.

    A private person named as the one who did it ("a man stabbed his wife") is crime. A victim without any
    perpetrator is in scope if the act is one of war ("massacre", "attack"), if the victim is a political one, or
    if the sentence or the story's opening names an armed actor.
    """
    if decision.sub_event_type not in DOUBTFUL:
        return False
    agents = tags_of(frame.agents, "")
    if agents & POLITICAL:
        return False
    if "none" not in agents:
        return True
    if decision.sub_event_type == "Armed clash":
        return False
    if frame.actions & WARLIKE or DEED in frame.tags:
        return False
    return not tags_of(frame.targets, "") & VICTIMS and not any(names_armed(s) for s in near(frame, story))


def near(frame: Frame, story: Story) -> list[Sentence]:
    """Return the sentence of a frame and those that open the story."""
    return [s for s in story.sentences if s is frame.sentence or s.index <= OPENING]


def names_armed(sentence: Sentence) -> bool:
    """Say whether a sentence names somebody who makes violence political."""
    return any(tags_of([m], "") & ARMED for m in sentence.mentions)
