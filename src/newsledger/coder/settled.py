"""Settled: what roles mean together with their trigger: who loses a town, who meets a mine, who only helps."""

from dataclasses import replace
from itertools import pairwise

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
DRIVING = frozenset({"drive", "drive-bomb", "ram", "assault"})  # how somebody met it
SETS_OFF = frozenset({"triggered", "set"})
MINES = frozenset(
    "mine mines landmine landmines ied ieds device devices explosive explosives bomb ordnance".split()
)
ONE_SIDED = frozenset(
    "kill death wound abduct shoot attack assault rape arrest bomb loot burn torture behead".split()
)
SHOOTING = frozenset({"fire", "firing", "shot", "shoots", "shooting", "gunned", "shoot"})
# by these verbs youths of an ethnic group act as its armed men
ARMED_ACTS = frozenset(
    "raid raids raided raiding ambush ambushed ambushing abduct abducted abducting kidnapped gunned rustled".split()
)
# where sailors are a navy's
POSTS = frozenset(
    "base bases camp camps post posts airport airbase airfield outpost compound barracks station".split()
)
NAVAL = frozenset({"naval", "warship", "gunboat", "frigate", "corvette"})
AFLOAT = frozenset(
    ("navy", thing) for thing in "base bus buses convoy boat ship vessel patrol craft camp".split()
)
LOCALS = frozenset(
    {"", "farmers", "muslims", "christians"}
)  # who may fight a communal militia as one of its kind
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
LONG_NAME = 3  # words of the name of a place
PLACE_WORDS = frozenset(
    "district town city village province county township municipality area capital region".split()
)
RULERS = frozenset({"government", "regime", "army", "state", "hadi", "assad"})
LOYALISTS = frozenset({"loyalist", "loyalists"})
AUXILIARIES = frozenset({"ndf"})
IRREGULARS = frozenset(
    "rebels rebel fighters guerrillas militiamen insurgents militants militias combatants".split()
)
LONE = 2  # tokens of a verb whose mine stands apart
WANTS = frozenset(
    {"protest", "protesting", "against", "demand", "demanding", "denouncing", "condemn", "condemning"}
)
FEASTS = frozenset(
    "religious ram navami ganesh durga hanuman muharram ashura holi diwali immersion kali idol jagannath rath milad"
    " mawlid easter funeral wedding bridal hindu muslim christian sikh buddhist shia shiite sunni catholic"
    " commemorating marking celebrating birthday arbaeen urs saint".split()
)
POSING = frozenset(
    "identified identifying identifies introduced introducing posing posed claiming claimed pretending disguised"
    " dressed wearing clad masked hooded uniformed carrying brandishing wielding balaclavas armed".split()
)
REACH = 4  # tokens between "backed by" and those who back


def is_attribute(clause: Clause, at: int) -> bool:
    """Say whether token `at` may stand between "by" and a noun: an article, or a part of "Emirati-trained"."""
    glued = clause.sentence.words.glued
    return clause.norm[at] in ARTICLES or glued[at] or (at + 1 < len(glued) and glued[at + 1])


def settle(clause: Clause, frame: Frame) -> None:
    """Correct the roles of a frame by what its trigger means."""
    settle_ground(clause, frame)
    if "symmetric" in frame.tags and frame.actions & {"clash", "fight"}:
        frame.agents = [still_armed(clause, m) for m in frame.agents]
        frame.targets = [still_armed(clause, m) for m in frame.targets]
    if meets_mine(clause, frame):
        frame.actions -= DRIVING
        if not frame.targets:
            frame.targets, frame.agents = frame.agents, []
    if "intervene" in frame.actions and left_alone(clause, frame):
        frame.actions = frame.actions - {"intervene"}
    if frame.actions and frame.actions <= LOOSE:
        frame.targets = [m for m in frame.targets if is_near(clause, frame, m)]
    if "repel" in frame.actions and frame.voice == "active":
        by = [m for m in after_preposition(clause, frame, {"by", "from"}) if "armed" in m.tags]
        frame.targets = by or frame.targets  # "repelled an attack by rebels"
    settle_march(clause, frame)
    frame.owners = owners(clause, frame)
    if not frame.targets and frame.owners and held_by(clause, frame.owners[0]):
        frame.targets, frame.owners = frame.owners, []  # "a drone hit a base used by American troops"
    settle_people(clause, frame)


def settle_ground(clause: Clause, frame: Frame) -> None:
    """Correct the roles of a frame that tells of ground gained or lost."""
    if frame.actions & TERRITORY and not any("armed" in m.tags for m in frame.targets):
        lost = [m for m in after_preposition(clause, frame, {"from"}) if "armed" in m.tags]
        frame.targets = lost or frame.targets
    if "retake-territory" in frame.actions and frame.voice == "passive" and not frame.targets:
        cleared = clause.norm[frame.last - 1] == "of" or clause.norm[frame.last : frame.last + 1] == ["of"]
        rid = next((m for m in clause.mentions if frame.last <= m.first <= frame.last + REACH), None)
        frame.targets = [rid] if cleared and rid is not None and "armed" in rid.tags else []
    if frame.actions & (TERRITORY | {"drive"}):
        for m in frame.agents:
            m.tags |= {"loyal"} if sides_with_state(clause, m) else frozenset()
    if frame.actions & TERRITORY:
        frame.targets = [m for m in frame.targets if not names_place(clause, m)]


def settle_march(clause: Clause, frame: Frame) -> None:
    """Correct the actions of a march that is no demonstration."""
    if "protest" in frame.actions and marches_others(clause, frame):
        frame.actions = (frame.actions - {"protest"}) | {"carry-off"}
    if frame.actions == {"protest"} and of_faith(clause, frame):
        frame.actions = frozenset({"gather"})


def settle_people(clause: Clause, frame: Frame) -> None:
    """Correct who the people in the roles of a frame are by what its trigger means."""
    if frame.actions & {"arrest", "abduct", "carry-off", "take-off", "pull-out"}:
        frame.agents = [impostor(m) if poses(clause, m) else m for m in frame.agents]
    if NAVAL & set(clause.norm) or any((a, b) in AFLOAT for a, b in pairwise(clause.norm)):
        frame.targets = [aboard(m) for m in frame.targets]
    if SHOOTING & set(clause.norm[frame.first : frame.last]):
        frame.agents = [shooter(m) for m in frame.agents]
    if frame.actions & {"kill", "shoot", "abduct"} and frame.voice != "noun":
        frame.agents = [raider(clause, m) for m in frame.agents]
    if clause.norm[frame.first] in ARMED_ACTS and frame.voice == "active":
        frame.agents = [warriors(m) for m in frame.agents]
    if "symmetric" in frame.tags and any(m.kind == "communal" for m in (*frame.agents, *frame.targets)):
        frame.agents = [communal(m) for m in frame.agents]
        frame.targets = [communal(m) for m in frame.targets]
    if frame.actions & ONE_SIDED and "symmetric" not in frame.tags:
        frame.targets = [unarmed(clause, m) for m in frame.targets]


def poses(clause: Clause, mention: Mention) -> bool:
    """Say whether men are told to be, or to say that they are, of the forces ("men who identified themselves as
    police", "dressed in fatigues")."""
    return bool(POSING & set(clause.norm[mention.last : mention.last + REACH]))


def sides_with_state(clause: Clause, mention: Mention) -> bool:
    """Say whether armed people are said to be on the government's side ("pro-government fighters")."""
    before = clause.norm[max(0, mention.first - 3) : mention.last]
    pro = any(before[i] == "pro" and before[i + 1] in RULERS for i in range(len(before) - 1))
    return pro or bool(LOYALISTS & set(before)) or mention.entry in AUXILIARIES


def still_armed(clause: Clause, mention: Mention) -> Mention:
    """Return former rebels who fight as the armed people that they still are."""
    if "former" not in mention.tags or not IRREGULARS & set(clause.norm[mention.first : mention.last]):
        return mention
    tags = (mention.tags - {"former", "civilian", "civilians", "unarmed"}) | {"armed", "rebel"}
    return replace(mention, kind="group" if mention.entry else "armed", tags=tags)


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


def marches_others(clause: Clause, frame: Frame) -> bool:
    """Say whether somebody marches others off ("bandits marched twenty guests into the forest")."""
    if (
        clause.norm[frame.first] not in {"march", "marched", "marches", "marching"}
        or frame.last - frame.first > 1
    ):
        return False
    led = next((m for m in clause.mentions if frame.last <= m.first <= frame.last + 2), None)
    between = clause.norm[frame.last : led.first] if led is not None else []
    people = led is not None and bool({"person", "pronoun"} & led.tags) and "armed" not in led.tags
    armed = any("armed" in m.tags for m in frame.agents)
    return people and armed and not set(between) & PREPOSITIONS


def of_faith(clause: Clause, frame: Frame) -> bool:
    """Say whether a procession is one of believers or mourners ("a Muharram procession"), no demonstration."""
    if "procession" not in frame.trigger.casefold() or WANTS & set(clause.norm):
        return False
    before = clause.norm[max(0, frame.first - 4) : frame.first]
    faith = any("religion" in m.tags and abs(m.first - frame.first) < FAR for m in clause.mentions)
    return faith or bool(FEASTS & {*before, *clause.norm[frame.last : frame.last + 3]})


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


def held_by(clause: Clause, mention: Mention) -> bool:
    """Say whether what somebody uses is a place of theirs ("a base used by American forces")."""
    used = {"used", "manned", "occupied", "run"} & set(clause.norm[max(0, mention.first - 4) : mention.first])
    before = clause.norm[max(0, mention.first - 12) : mention.first]
    return bool(used) and bool(POSTS & set(before))


def meets_mine(clause: Clause, frame: Frame) -> bool:
    """Say whether the subject of a trigger suffers it: "their truck ran over a mine"."""
    words = clause.norm[frame.first : frame.last]
    if words[0] in SETS_OFF and any(m.kind in {"group", "armed", "gang", "communal"} for m in frame.agents):
        return False  # rebels trigger what they laid
    parted = (
        len(words) <= LONE and "bomb" in frame.actions and words[0] not in SETS_OFF
    )  # "ran over an old … mine"
    return frame.voice == "active" and words[0] in MEETS and (parted or bool(MINES & set(words)))


def warriors(mention: Mention) -> Mention:
    """Return the youths of an ethnic group who raid and abduct as its militia (coding-rules 3)."""
    if mention.kind != "identity" or "youth" not in mention.tags or not mention.entry[:1].isupper():
        return mention
    tags = mention.tags - {"identity", "civilian", "civilians", "unarmed", "people"}
    return replace(mention, kind="communal", tags=tags | {"communal", "identity-militia", "armed"})


def aboard(mention: Mention) -> Mention:
    """Return sailors of a navy as the military that they are."""
    if mention.kind != "identity" or mention.entry != "sailors":
        return mention
    return replace(
        mention, kind="military", entry="", tags=frozenset({"military", "armed", "state", "person", "plural"})
    )


def raider(clause: Clause, mention: Mention) -> Mention:
    """Return suspected members of a people who kill as its militia ("shot dead by suspected Pokots")."""
    suspected = mention.first > 0 and clause.norm[mention.first - 1] in {"suspected", "armed", "alleged"}
    return communal(mention) if suspected and mention.entry[:1].isupper() else mention


def communal(mention: Mention) -> Mention:
    """Return farmers, locals or an ethnic group as the communal militia that fights another one (coding-rules 3)."""
    people = mention.kind in {"identity", "civilians"} and not mention.country
    if not people or not (mention.entry in LOCALS or mention.entry[:1].isupper()):
        return mention
    tags = mention.tags - {"identity", "civilian", "civilians", "unarmed", "people"}
    entry = mention.entry if mention.entry[:1].isupper() else ""
    return replace(
        mention, kind="communal", entry=entry, tags=tags | {"communal", "identity-militia", "armed"}
    )


def shooter(mention: Mention) -> Mention:
    """Return people of no known group who shoot as the armed people that they are ("shot by two motorcyclists")."""
    if mention.kind != "civilians" or mention.entry or "person" not in mention.tags or mention.country:
        return mention
    return replace(mention, kind="armed", tags=frozenset({"armed", "person", *(mention.tags & {"plural"})}))


def impostor(mention: Mention) -> Mention:
    """Return men who pose as soldiers as the armed people that they are, even those of a country ("a group of
    Colombians dressed as military men")."""
    armed = shooter(replace(mention, country=""))
    return armed if armed.kind == "armed" else mention


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
