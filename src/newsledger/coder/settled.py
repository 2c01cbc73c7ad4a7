"""Settled: what roles mean together with their trigger: who loses a town, who meets a mine, who only helps."""

from dataclasses import replace

from newsledger.coder.clause import Clause, after_preposition
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import PREPOSITIONS
from newsledger.coder.spans import Mention

TERRITORY = frozenset({"retake-territory", "seize-territory"})
# verbs by which somebody meets a mine that others laid; the trigger names it ("struck a landmine")
MEETS = frozenset(
    "hit hits hitting strike strikes striking struck step steps stepped stepping tread trod treading ran run running"
    " drove drive driving rolled rolling stumbled set encountered encounter encountering triggered".split()
)
SETS_OFF = frozenset({"triggered", "set"})
MINES = frozenset(
    "mine mines landmine landmines ied ieds device devices explosive explosives bomb ordnance".split()
)
ONE_SIDED = frozenset(
    "kill death wound abduct shoot attack assault rape arrest bomb loot burn torture behead".split()
)
SHOOTING = frozenset({"shot", "shoots", "shooting", "gunned", "shoot"})
# by these verbs youths of an ethnic group act as its armed men
ARMED_ACTS = frozenset(
    "raid raids raided raiding ambush ambushed ambushing abduct abducted abducting kidnapped gunned rustled".split()
)
HELP = frozenset(
    (
        "backed by",
        "supported by",
        "aided by",
        "assisted by",
        "accompanied by",
        "helped by",
        "reinforced by",
        "flanked by",
        "together with",
        "along with",
        "alongside",
        "support from",
        "support of",
        "help of",
        "help from",
        "backing of",
        "backing from",
    )
)
ARTICLES = frozenset({"the", "a", "an", "some", "several", "two", "three", "its", "their", "allied", "local"})


ALONE = PREPOSITIONS | {".", ",", ";", "and", "after", "before", "when", "without", "later"}
LOOSE = frozenset(
    {"hold", "take", "hold-back"}
)  # verbs of many senses; they act on people who stand next to them
FAR = 14  # tokens between a verb and "planted by"
MADE = "planted laid placed set left launched fired operated flown used owned sent released".split()
OWNED = frozenset({*((verb, "by") for verb in MADE), ("belonging", "to")})
REACH = 4  # tokens between "backed by" and those who back


def is_attribute(clause: Clause, at: int) -> bool:
    """Say whether token `at` may stand between "by" and a noun: an article, or a part of "Emirati-trained"."""
    glued = clause.sentence.words.glued
    return clause.norm[at] in ARTICLES or glued[at] or (at + 1 < len(glued) and glued[at + 1])


def settle(clause: Clause, frame: Frame) -> None:
    """Correct the roles of a frame by what its trigger means."""
    if frame.actions & TERRITORY and not any("armed" in m.tags for m in frame.targets):
        lost = [m for m in after_preposition(clause, frame, {"from"}) if "armed" in m.tags]
        frame.targets = lost or frame.targets
    if meets_mine(clause, frame) and not frame.targets:
        frame.targets, frame.agents = frame.agents, []
    if "intervene" in frame.actions and left_alone(clause, frame):
        frame.actions = frame.actions - {"intervene"}
    if frame.actions and frame.actions <= LOOSE:
        frame.targets = [m for m in frame.targets if is_near(clause, frame, m)]
    if "repel" in frame.actions and frame.voice == "active":
        by = [m for m in after_preposition(clause, frame, {"by", "from"}) if "armed" in m.tags]
        frame.targets = by or frame.targets  # "repelled an attack by rebels"
    frame.owners = owners(clause, frame)
    if SHOOTING & set(clause.norm[frame.first : frame.last]):
        frame.agents = [shooter(m) for m in frame.agents]
    if clause.norm[frame.first] in ARMED_ACTS and frame.voice == "active":
        frame.agents = [warriors(m) for m in frame.agents]
    if frame.actions & ONE_SIDED and "symmetric" not in frame.tags:
        frame.targets = [unarmed(clause, m) for m in frame.targets]


def left_alone(clause: Clause, frame: Frame) -> bool:
    """Say whether a crowd went home by itself ("the marchers dispersed peacefully"): "disperse" without an object."""
    after = clause.norm[frame.last] if frame.last < len(clause.norm) else "."
    plain = (
        clause.norm[frame.first] in {"disperse", "disperses", "dispersed"} and frame.last - frame.first == 1
    )
    return (
        plain and frame.voice == "active" and not frame.targets and (after in ALONE or after.endswith("ly"))
    )


def is_near(clause: Clause, frame: Frame, mention: Mention) -> bool:
    """Say whether a mention stands right by a verb, its numbers and adjectives between ("held nine relatives")."""
    left, right = (frame.last, mention.first) if mention.first >= frame.last else (mention.last, frame.first)
    gap = clause.norm[left:right]
    return frame.voice == "passive" or (
        len(gap) <= REACH and not set(gap) & (PREPOSITIONS - {"of"} | {"back", "out", "off"})
    )


def owners(clause: Clause, frame: Frame) -> list[Mention]:
    """Return whose the thing acted upon is ("defused a bomb planted by rebels")."""
    for m in clause.mentions:
        if frame.clause[0] <= m.first < frame.last + FAR and "armed" in m.tags:
            before = clause.norm[max(m.first - 3, 0) : m.first]
            if any(tuple(before[i : i + 2]) in OWNED for i in range(len(before) - 1)):
                return [m]
    return []


def meets_mine(clause: Clause, frame: Frame) -> bool:
    """Say whether the subject of a trigger suffers it: "their truck ran over a mine"."""
    words = clause.norm[frame.first : frame.last]
    if words[0] in SETS_OFF and any(m.kind in {"group", "armed", "gang", "communal"} for m in frame.agents):
        return False  # rebels trigger what they laid
    return frame.voice == "active" and len(words) > 1 and words[0] in MEETS and bool(MINES & set(words))


def warriors(mention: Mention) -> Mention:
    """Return the youths of an ethnic group who raid and abduct as its militia (coding-rules 3)."""
    if mention.kind != "identity" or "youth" not in mention.tags or not mention.entry[:1].isupper():
        return mention
    tags = mention.tags - {"identity", "civilian", "civilians", "unarmed", "people"}
    return replace(mention, kind="communal", tags=tags | {"communal", "identity-militia", "armed"})


def shooter(mention: Mention) -> Mention:
    """Return people of no known group who shoot as the armed people that they are ("shot by two motorcyclists")."""
    if mention.kind != "civilians" or mention.entry or "person" not in mention.tags or mention.country:
        return mention
    return replace(mention, kind="armed", tags=frozenset({"armed", "person", *(mention.tags & {"plural"})}))


def unarmed(clause: Clause, mention: Mention) -> Mention:
    """Return herders who are attacked as the civilians that they are, unless they are said to be armed."""
    if "pastoralist" not in mention.tags or mention.kind != "communal":
        return mention
    if "armed" in clause.norm[mention.first : mention.last]:
        return mention
    tags = mention.tags - {"armed", "communal", "identity-militia", "group"}
    return replace(mention, kind="identity", tags=tags | {"identity", "civilian", "unarmed", "person"})


def mark_allies(clause: Clause) -> None:
    """Tag those who are named as helpers only ("troops backed by American drones") as allies."""
    for m in clause.mentions:
        at = m.first
        while at and m.first - at < REACH and is_attribute(clause, at - 1):
            at -= 1
        if clause.norm[at - 1] == "alongside" or " ".join(clause.norm[max(at - 2, 0) : at]) in HELP:
            m.tags |= {"ally"}
