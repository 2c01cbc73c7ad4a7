"""Smuggling: how guards stop goods and people without papers is no act of a conflict (coding-rules 1)."""

from newsledger.coder.decide import Decision
from newsledger.coder.event_types import CHANGE, DISRUPTED, MOB
from newsledger.coder.frames import Frame
from newsledger.coder.kinds import tags_of
from newsledger.coder.story import Story

CONTRABAND = frozenset(
    "drug drugs narcotic narcotics contraband cocaine heroin meth methamphetamine cannabis charas marijuana hashish"
    " opium ganja yaba tramadol cigarettes tobacco counterfeit counterfeits bootleg"
    " pills medicines moonshine excise ivory tusks pangolin pangolins rhino rosewood whisky liquor caviar"
    " smuggling smuggled smugglers trafficking traffickers poachers poaching".split()
)
CROSSING = "crossing"  # the cue of those who cross a border or a sea without papers, and of their boats
# what border guards and coast guards do with them, which is no act of a conflict
TURNED_BACK = frozenset({"Arrests", DISRUPTED, CHANGE, MOB, "Armed clash", "Abduction/forced disappearance"})
FOUGHT = frozenset({"kill", "wound", "shoot", "death", "clash", "clash-told", "fight", "attack"})
PUBLIC_LIFE = frozenset(
    {"rebel", "militia", "group", "off-street", "party", "official", "journalists", "protesters"}
)


def is_smuggling(frame: Frame, decision: Decision, story: Story) -> bool:
    """Say whether an arrest or an interception is one of smugglers or of those whom they bring, and nobody is hurt."""
    goods = decision.sub_event_type == "Arrests" and bool(CONTRABAND & set(frame.sentence.words.norm))
    return (goods or is_crossing(frame, decision, story)) and not is_of_conflict(frame)


def is_crossing(frame: Frame, decision: Decision, story: Story) -> bool:
    """Say whether the sentence of a frame or the one before it names people without papers or those who bring them."""
    if decision.sub_event_type not in TURNED_BACK or frame.actions & FOUGHT:
        return False
    at = frame.sentence.index
    least = (
        2 if decision.sub_event_type == MOB else 1
    )  # words: a crowd of migrants may riot, who climb a fence do not
    told = story.sentences[max(0, at - 1) : at + 1]
    return any(c.entry.id == CROSSING and c.last - c.first >= least for s in told for c in s.cues)


def is_of_conflict(frame: Frame) -> bool:
    """Say whether a sentence names fighters, or people of public life, beside those who hold somebody."""
    others = [m for m in frame.sentence.mentions if not (m.kind == "group" and "police" in m.tags)]
    named = tags_of(frame.targets, "") | tags_of(others, "")
    return bool(named & PUBLIC_LIFE)
