"""Ground: who gains it, who loses it, and what is the name of the place and no people."""

from itertools import pairwise

from newsledger.coder.clause import Clause, after_preposition
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import PREPOSITIONS
from newsledger.coder.sentence import HARD
from newsledger.coder.spans import Mention

TERRITORY = frozenset({"retake-territory", "seize-territory"})
PASSED = TERRITORY | {"take", "fall", "fall-to", "fall-rebel", "fall-state"}  # how a place passes to others
LOSERS = frozenset({"military", "police", "government"})
LONG_NAME = 3  # words of the name of a place
PLACE_WORDS = frozenset(
    "district town city village province county township municipality area capital region".split()
)
PLACES = frozenset("villages towns districts cities hamlets settlements areas localities hills".split())
LIST_OPENS = 6  # tokens behind a verb in which a list of places begins ("captured the villages of")
RULERS = frozenset({"government", "regime", "army", "state", "hadi", "assad"})
LOYALISTS = frozenset({"loyalist", "loyalists"})
BACKED = frozenset({"backed", "allied", "aligned", "sponsored", "funded", "armed"})
HOLD = frozenset("clutch clutches grip hands control hold yoke rule grasp possession".split())
ROUTED = frozenset({"fleeing", "running", "packing", "scurrying", "scrambling", "retreating", "reeling"})
ANNOUNCING = frozenset(
    "announced announces announce announcing declared declares declare declaring confirmed confirms confirm proclaimed"
    " proclaims proclaim claimed claims claim hailed hails completed completes complete reported reports".split()
)
GAP = 6  # tokens between the word of announcing and the gain
BEHIND = 10  # tokens between a gain and "announced by"
REACH = 4  # tokens between "cleared of" and those of whom a place is rid


def settle_ground(clause: Clause, frame: Frame) -> None:
    """Correct the roles of a frame that tells of ground gained or lost."""
    if {"release", "retake-territory"} <= frame.actions and frame.voice == "passive" and frame.targets:
        frame.actions = frame.actions - TERRITORY  # "two captured soldiers were freed"
    if frame.actions & TERRITORY and not any("armed" in m.tags for m in frame.targets):
        lost = [m for m in after_preposition(clause, frame, {"from"}) if is_loser(m)]
        lost = lost or held_by(clause, frame)
        frame.targets = lost or frame.targets
    if "capture" in frame.actions and frame.voice == "noun" and clause.norm[frame.first - 1] == "its":
        frame.actions = frame.actions & TERRITORY  # "its capture marks a blow": of a town
    if "send" in frame.actions and any(
        clause.norm[m.last : m.last + 1] and clause.norm[m.last] in ROUTED and "armed" in m.tags
        for m in frame.targets
    ):
        frame.actions = frozenset({"by-force"})  # "sending the troops fleeing"
    if "retake-territory" in frame.actions and frame.voice == "passive" and not frame.targets:
        cleared = clause.norm[frame.last - 1] == "of" or clause.norm[frame.last : frame.last + 1] == ["of"]
        rid = next((m for m in clause.mentions if frame.last <= m.first <= frame.last + REACH), None)
        frame.targets = [rid] if cleared and rid is not None and "armed" in rid.tags else []
    if frame.actions & TERRITORY and frame.voice == "noun" and frame.agents in ([], frame.targets):
        frame.agents = announcers(clause, frame) or frame.agents
    if frame.actions & (TERRITORY | {"drive"}):
        for m in frame.agents:
            m.tags |= {"loyal"} if sides_with_state(clause, m) else frozenset()
    if frame.actions & TERRITORY:
        frame.targets = [
            m for m in frame.targets if not names_place(clause, m) and not is_listed(clause, frame, m)
        ]


def announcers(clause: Clause, frame: Frame) -> list[Mention]:
    """Return the force that makes a gain known as its own ("the army announces the liberation of Mosul", "the recapture
    of Palmyra was announced by the army")."""
    norm = clause.norm
    near = (m for m in clause.mentions if frame.last <= m.first <= frame.last + REACH)
    if any("from" not in norm[frame.last : m.first] and not names_place(clause, m) for m in near):
        return []  # "the capture of a rebel leader"
    for i in range(frame.first - 1, max(-1, frame.first - GAP), -1):
        if norm[i] in ANNOUNCING:
            told = next((m for m in reversed(clause.mentions) if m.last <= i), None)
            own = told is not None and clause.is_subject(told) and not any(clause.marks[told.last : i])
            return [told] if told is not None and own and is_force(told) else []
        timed = any(t.first <= i < t.last for t in clause.sentence.times)
        if (norm[i] in PREPOSITIONS and not timed) or clause.marks[i]:
            break
    for i in range(frame.last, min(len(norm) - 1, frame.last + BEHIND)):
        if norm[i] in ANNOUNCING and norm[i + 1] == "by":
            return [m for m in clause.mentions if 0 < m.first - i <= GAP and is_force(m)][:1]
    return []


def taken_in_year(frame: Frame) -> bool:
    """Say whether a clause on a place only tells in what year it was taken ("to retake the town, which fell to rebels
    in June 2014")."""
    norm = frame.sentence.words.norm
    end = next((i for i in range(frame.last, len(norm)) if norm[i] in HARD or norm[i] == ","), len(norm))
    if frame.actions.isdisjoint(PASSED) or norm[max(0, frame.first - 2) : frame.first] != [",", "which"]:
        return False
    return any(len(n) == 4 and n.isdigit() and n[:2] in {"19", "20"} for n in norm[frame.last : end])


def is_force(mention: Mention) -> bool:
    """Say whether a mention is of those who take ground: people under arms, a state and no person of it."""
    return is_loser(mention) or mention.kind == "state"


def is_loser(mention: Mention) -> bool:
    """Say whether a place can be taken from those of a mention: people under arms, a regime and no person of it."""
    return "armed" in mention.tags or (mention.kind in LOSERS and "official" not in mention.tags)


def held_by(clause: Clause, frame: Frame) -> list[Mention]:
    """Return in whose hands a place was that is taken from them ("liberated from the clutches of rebels")."""
    norm = clause.norm
    for m in clause.mentions:
        before = norm[max(frame.last - 1, m.first - 5) : m.first]
        if m.first >= frame.last and "armed" in m.tags and "from" in before and HOLD & set(before):
            return [m]
    return []


def sides_with_state(clause: Clause, mention: Mention) -> bool:
    """Say whether armed people are said to be on the government's side ("pro-government fighters", "paramilitaries of
    the government")."""
    behind = clause.norm[mention.last : mention.last + 3]
    if behind[:2] == ["of", "the"] and behind[2:] and behind[2] in RULERS:
        return True
    before = clause.norm[max(0, mention.first - 3) : mention.last]
    pro = any(
        (one == "pro" and two in RULERS) or (one in RULERS and two in BACKED) for one, two in pairwise(before)
    )
    return pro or bool(LOYALISTS & set(before))


def is_listed(clause: Clause, frame: Frame, mention: Mention) -> bool:
    """Say whether a mention stands in a list of places that are taken ("the villages of Bel, Sheikh Reih and …")."""
    between = clause.norm[frame.last : mention.first]
    places = any(one in PLACES and two == "of" for one, two in pairwise(between[:LIST_OPENS]))
    return places and "armed" not in mention.tags and clause.sentence.words.is_name(mention.first)


def names_place(clause: Clause, mention: Mention) -> bool:
    """Say whether a mention of unarmed people is a part of the name of a place that is taken ("the centre of Imam Sahib
    district")."""
    if "armed" in mention.tags:
        return False
    words, at = clause.sentence.words, mention.last
    while at < len(words) and words.is_name(at) and at - mention.last < LONG_NAME:
        at += 1
    whole = at < len(words) and words.norm[at] in PLACE_WORDS
    part = clause.norm[mention.first - 2 : mention.first - 1]
    centre = (
        clause.norm[mention.first - 1] == "of"
        and bool(part)
        and part[0] in PLACE_WORDS | {"centre", "center"}
    )
    return words.is_name(mention.first) and (whole or centre)
