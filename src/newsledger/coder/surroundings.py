"""Surroundings: what stands around a frame that rules ask for as `context`: a protest, a riot, a fight, an aim."""

from newsledger.coder.decide import CROWD, demonstrates
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import MET_BY_POLICE
from newsledger.coder.spans import Sentence

MOTIVES = frozenset({"demanding", "protesting"})
MOTIVE_PAIRS = frozenset(
    {
        ("opposed", "to"),
        ("in", "protest"),
        ("to", "protest"),
        ("to", "demand"),
        ("to", "denounce"),
        ("to", "oppose"),
    }
)
MOTIVE_WORDS = frozenset({"opposed", "protest", "demand", "denounce", "oppose"})
FRAY = frozenset({"clash", "clash-told", "brawl", "fight", "riot", "unrest"})
DOORS = frozenset({"outside", "front", "gates", "gate", "steps"})
VENUE = 7  # tokens between "outside" and the house of those in power
AIMS = frozenset({"protest-topic", "demand", "commemorate"})
CROWD_MET = MET_BY_POLICE | {"arrest", "riot", "brawl", "mob"}


def contexts(frames: list[Frame], number: int) -> frozenset[str]:
    """Return what surrounds a frame: a protest or riot in its sentence or the ones beside it.

    What the story opens with counts as well for what police do to a crowd and a crowd to others, wherever it is told.
    """
    me = frames[number]
    found: set[str] = set()
    for other in frames:
        distance = me.sentence.index - other.sentence.index
        opening = other.sentence.index <= 1 and distance >= 0 and bool(me.actions & CROWD_MET)
        if other.scope or not (abs(distance) <= 1 or opening):
            continue
        armed = any("armed" in m.tags for m in other.agents)  # soldiers block roads and march, too
        if other.actions & CROWD and not armed:
            found.add("protest")
        if "riot" in other.actions and not armed:
            found.add("riot")
    if any(m.kind == "protesters" and demonstrates(me, m) for m in me.sentence.mentions):
        found.add("protest")
    if any(m.kind == "rioters" for m in me.sentence.mentions):
        found.add("riot")
    if has_aim(me.sentence, me.last):
        found.add("aim")
    at = me.sentence.index
    near = [f for f in frames if f is not me and not f.scope and abs(at - f.sentence.index) <= 1]
    if any(f.actions & MET_BY_POLICE for f in near):
        found.add("intervened")
    if (fight := fray(near, me)) is not None:
        met = {"police", "military", "protesters"} & {m.kind for m in (*fight.agents, *fight.targets)}
        found.add("violent-protest" if "protest" in found and (met or "riot" in fight.actions) else "fray")
    if has_motive(me.sentence):
        found.add("motive")
    if at_venue(me.sentence, me.first):
        found.add("venue")
    return frozenset(found)


def fray(frames: list[Frame], me: Frame) -> Frame | None:
    """Return the frame beside a frame, or in the sentence before, in which a crowd fights or riots, or None.

    Who is killed or hurt there is its toll.
    """
    return next(
        (
            f
            for f in frames
            if f.actions & FRAY
            and 0 <= me.sentence.index - f.sentence.index <= 1
            and f.agents
            and not any("armed" in m.tags and m.kind != "police" for m in (*f.agents, *f.targets))
        ),
        None,
    )


def has_motive(sentence: Sentence) -> bool:
    """Say whether a sentence tells what a crowd demands or rejects ("villagers opposed to a dam burned …")."""
    norm = sentence.words.norm
    words = set(norm)
    if MOTIVES & words or not MOTIVE_WORDS & words:
        return bool(MOTIVES & words)
    return any((norm[i], norm[i + 1]) in MOTIVE_PAIRS for i in range(len(norm) - 1))


def at_venue(sentence: Sentence, after: int) -> bool:
    """Say whether people are, behind token `after`, before the door of those in power ("outside the ministry")."""
    norm = sentence.words.norm
    for span in sentence.spans:
        if span.entry.kind == "object" and span.entry.id == "state-house" and span.first > after:
            before = norm[max(after, span.first - VENUE) : span.first]
            if DOORS & set(before):
                return True
    return False


def has_aim(sentence: Sentence, after: int) -> bool:
    """Say whether a sentence tells, behind token `after`, what people want: "to demand", "against", "in support of"."""
    norm = sentence.words.norm
    cues = (s for s in sentence.spans if s.entry.kind == "cue" and s.first >= after)
    cues = (s for s in cues if s.entry.id in AIMS or norm[s.first] == "over")
    return any(
        s.last - s.first > 1
        or norm[s.first] in {"against", "demanding"}
        or (norm[s.first] == "over" and not norm[s.last][:1].isdigit())
        for s in cues
        if s.last < len(norm)
    )
