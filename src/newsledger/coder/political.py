"""Political or plain crime? What `scope: political` leaves out (coding-rules 1)."""

from newsledger.coder.decide import Decision, tags_of
from newsledger.coder.frames import Frame
from newsledger.coder.story import Story

VIOLENT = frozenset({"Attack", "Abduction/forced disappearance", "Armed clash"})
POLITICAL = frozenset(
    {
        "state", "military", "police", "government", "prison", "group", "rebel", "militia", "gang", "communal", "mission",
        "security", "armed", "crowd", "protesters", "rioters", "identity", "official",
    }
)  # fmt: skip


def is_plain_crime(frame: Frame, decision: Decision, story: Story) -> bool:
    """Say whether a violent frame is plain crime: private people on both sides and no armed actor in the sentence.

    A private person named as the one who did it ("a man stabbed his wife") is crime; a victim without any perpetrator
    stays in scope if the sentence or the story's opening names an armed actor.
    """
    if decision.sub_event_type not in VIOLENT:
        return False
    agents = tags_of(frame.agents, "")
    if agents & POLITICAL:
        return False
    if "none" not in agents:
        return True
    near = [s for s in story.sentences if s is frame.sentence or s.index <= 1]
    named = any(
        tags_of([m], "") & POLITICAL - {"police", "government", "state", "official"}
        for s in near
        for m in s.mentions
    )
    return not named and not tags_of(frame.targets, "") & POLITICAL
