"""Casework: what is plain crime by how the police came to it: a call to one man with a knife, a deed among kin.

None of it has a political meaning (coding-rules 1).
"""

from collections.abc import Iterable

from newsledger.coder.dated import CLAIM
from newsledger.coder.frames import Frame
from newsledger.coder.kinds import is_single
from newsledger.coder.spans import Mention, Sentence
from newsledger.coder.story import Story

THREATENED = "threatened"  # the cue of a man with a knife whom the police are called to
CRIME_CUE = "plain-crime"
CLAIMED = 3  # sentences between an act and the claim of it
# words with which somebody speaks for a group that did something
SPOKEN = frozenset("phoned telephoned communique behalf responsibility pamphlets leaflets authorship".split())
HARM = frozenset({"kill", "wound", "shoot", "death", "abduct", "assault"})
KIN = frozenset(
    "wife husband girlfriend boyfriend ex-wife ex-husband mother father parents sister brother daughter son children"
    " child daughters sons stepson stepdaughter baby neighbour neighbor fiancee".split()
)
ROBBERS = frozenset("robber robbers robbery thief thieves burglar burglars heist".split())
TILL = "till"  # of the cues of plain crime: what only thieves blow up
OWN = frozenset({"his", "her"})
# who stands at the head of workers, students or farmers
LEADERS = frozenset(
    "leader leaders organizer organizers organiser organisers president secretary treasurer coordinator head chief"
    " founder delegate spokesman activist activists director chairman vice-president".split()
)
BODY = 4  # tokens between "of" and the body that somebody heads ("president of the banana workers union")


def is_police_call(frame: Frame) -> bool:
    """Say whether the police shot one man who threatened them on a call ("came at officers with a hammer")."""
    if not frame.actions & HARM or not frame.agents or not all(m.kind == "police" for m in frame.agents):
        return False
    alone = bool(frame.targets) and all(is_single(m) and not m.country for m in frame.targets)
    return alone and any(c.entry.id == THREATENED for c in frame.sentence.cues)


def is_among_kin(frame: Frame, frames: Iterable[Frame]) -> bool:
    """Say whether people are arrested for what they did to their own kin ("arrested a pastor who shot his wife")."""
    if "arrest" not in frame.actions:
        return False
    norm = frame.sentence.words.norm
    harm = (f for f in frames if f.sentence is frame.sentence and f.actions & HARM and f.first >= frame.last)
    return any(
        OWN & set(norm[f.last : f.last + 1]) and KIN & set(norm[f.last + 1 : f.last + 3]) for f in harm
    )


def tells_robbery(sentences: Iterable[Sentence]) -> bool:
    """Say whether sentences name robbers, or machines of cash, whose bomb is crime; one at a jeweller's house need not
    be."""
    return any(
        not ROBBERS.isdisjoint(s.words.norm) or any(TILL in c.entry.tags for c in s.cues) for s in sentences
    )


def tells_crime(sentence: Sentence, kin: bool) -> bool:
    """Say whether words of plain crime stand in a sentence, those for kin counted where `kin` says so: a deed of war
    is no family matter by a widow who is named later."""
    cues = [c for c in sentence.cues if c.entry.id == CRIME_CUE]
    return any(kin or sentence.words.norm[c.last - 1] not in KIN for c in cues)


def claims(frame: Frame, story: Story) -> list[Sentence]:
    """Return the sentences behind that of a frame in which somebody claims an act, or in whose name it is claimed."""
    at = frame.sentence.index
    behind = [s for s in story.sentences if at < s.index <= at + CLAIMED]
    return [
        s for s in behind if any(c.entry.id == CLAIM for c in s.cues) or not SPOKEN.isdisjoint(s.words.norm)
    ]


def leads(mention: Mention, sentence: Sentence) -> bool:
    """Say whether somebody is the leader of people of a trade or a cause ("peasant leader", "head of the union")."""
    norm = sentence.words.norm
    if mention.kind != "identity":
        return False
    if norm[mention.last - 1] in LEADERS or "notable" in mention.tags:
        return True
    if norm[mention.first] in LEADERS and norm[mention.first + 1] == "of":
        return True  # "the leader of the peasant association"
    behind = norm[max(0, mention.first - BODY) : mention.first]
    at = mention.first - len(behind) + behind.index("of") if "of" in behind else 0
    return at > 0 and norm[at - 1] in LEADERS
