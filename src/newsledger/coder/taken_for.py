"""Taken for: who people in a role are by what they do ("farmers" who fight herders, "motorcyclists" who shoot)."""

from dataclasses import replace
from itertools import pairwise

from newsledger.coder.clause import Clause
from newsledger.coder.frames import Frame
from newsledger.coder.spans import Mention

ONE_SIDED = frozenset(
    "kill death wound abduct shoot attack assault rape arrest bomb loot burn torture behead".split()
)
FLEEING = frozenset({"escape", "displace", "displace-return"})
SHOOTING = frozenset({"fire", "firing", "shot", "shoots", "shooting", "gunned", "shoot"})
# by these verbs youths of an ethnic group act as its armed men
ARMED_ACTS = frozenset(
    "raid raids raided raiding ambush ambushed ambushing abduct abducted abducting kidnapped gunned rustled".split()
)
# where sailors are a navy's
NAVAL = frozenset({"naval", "warship", "gunboat", "frigate", "corvette"})
AFLOAT = frozenset(
    ("navy", thing) for thing in "base bus buses convoy boat ship vessel patrol craft camp".split()
)
LOCALS = frozenset(
    {"", "farmers", "muslims", "christians"}
)  # who may fight a communal militia as one of its kind
IRREGULARS = frozenset(
    "rebels rebel fighters guerrillas militiamen insurgents militants militias combatants".split()
)
POSING = frozenset(
    "identified identifying identifies introduced introducing posing posed claiming claimed pretending disguised"
    " dressed wearing clad masked hooded uniformed carrying brandishing wielding balaclavas armed".split()
)
HAVING = frozenset({"armed", "wielding", "carrying", "brandishing"})
MEN = frozenset({"men", "gunmen", "fighters", "assailants", "attackers"})
CRUDE = frozenset(
    "sticks stones rocks clubs batons bats bottles bricks brickbats poles lathis planks cudgels slingshots catapults"
    " whips shovels hammers pipes rods bars".split()
)
DEADLY_ARMS = frozenset(
    "guns gun rifles rifle pistols pistol firearms weapons machetes machete knives axes spears swords bows arrows"
    " grenades pangas cutlasses".split()
)
# how words begin for killing those who are in somebody's hands
PUT_TO_DEATH = ("execut", "behead", "decapitat", "crucif")
ARMS = 7  # tokens behind "armed" in which arms are named
FIRED = frozenset({"fired", "firing", "opened"})
FORCES = frozenset({"police", "military", "mission"})
SHOOTERS = frozenset({"fire-at", "attack", "kill", "shoot", "wound", "death"})
YOUNG = frozenset({"youths", "men", "boys", "teenagers", "youngsters", "individuals"})
FEW = 3  # people who make a crowd
REACH = 4  # tokens between men and what they pose as


def settle_people(clause: Clause, frame: Frame) -> None:
    """Correct who the people in the roles of a frame are by what its trigger means."""
    frame.agents = [throng(clause, m) for m in frame.agents]
    if frame.actions & {"arrest", "abduct", "carry-off", "take-off", "pull-out"}:
        frame.agents = [impostor(m) if poses(clause, m) else m for m in frame.agents]
    if frame.targets and is_afloat(clause.norm):
        frame.targets = [aboard(m) for m in frame.targets]
    if "burn" not in frame.actions and SHOOTING & set(clause.norm[frame.first : frame.last]):
        frame.agents = [shooter(m) for m in frame.agents]
    if frame.voice == "active" and fires_on_forces(clause, frame):
        frame.agents = [shooter(m) if "plural" in m.tags else m for m in frame.agents]
    if frame.actions & {"kill", "shoot", "abduct"} and frame.voice != "noun":
        frame.agents = [raider(clause, m) for m in frame.agents]
    if clause.norm[frame.first] in ARMED_ACTS and frame.voice == "active":
        frame.agents = [warriors(m) for m in frame.agents]
    if "symmetric" in frame.tags and any(m.kind == "communal" for m in (*frame.agents, *frame.targets)):
        frame.agents = [communal(m) for m in frame.agents]
        frame.targets = [communal(m) for m in frame.targets]
    if frame.actions & FLEEING:
        frame.agents = [unarmed(clause, m) for m in frame.agents]
    if frame.actions & ONE_SIDED and "symmetric" not in frame.tags:
        frame.targets = [unarmed(clause, m) for m in frame.targets]
    if "kill" in frame.actions and clause.norm[frame.first].startswith(PUT_TO_DEATH):
        frame.targets = [disarmed(m) for m in frame.targets]


def fires_on_forces(clause: Clause, frame: Frame) -> bool:
    """Say whether men or youths fire on police or soldiers, and are no crowd then ("two youths fired on and killed a
    corporal")."""
    at = next((i for i in range(frame.last) if clause.norm[i] in FIRED), -1)
    if at < 0 or not frame.actions & SHOOTERS:
        return False
    who = [clause.norm[m.last - 1] for m in frame.agents if m.sentence == clause.sentence.index]
    return not YOUNG.isdisjoint(who) and any(m.kind in FORCES and m.first > at for m in clause.mentions)


def disarmed(mention: Mention) -> Mention:
    """Return fighters who are put to death as the civilians that prisoners are (coding-rules 2.3)."""
    if "armed" not in mention.tags or "person" not in mention.tags:
        return mention
    tags = (mention.tags & {"plural"}) | {"person", "civilian", "unarmed"}
    return replace(mention, kind="civilians", entry="", tags=tags)


def throng(clause: Clause, mention: Mention) -> Mention:
    """Return people who have only sticks and stones as the crowd that they are ("residents armed with sticks")."""
    norm = clause.norm
    if mention.kind != "armed" or norm[mention.last - 1] not in HAVING or norm[mention.first] in MEN:
        return mention
    behind = set(norm[mention.last : mention.last + ARMS])
    if CRUDE.isdisjoint(behind) or not DEADLY_ARMS.isdisjoint(behind) or 0 < (mention.count or 3) < FEW:
        return mention
    return replace(mention, kind="crowd", tags=frozenset({"crowd", "person", "plural"}))


def is_afloat(norm: list[str]) -> bool:
    """Say whether a sentence tells of ships."""
    return not NAVAL.isdisjoint(norm) or any(pair in AFLOAT for pair in pairwise(norm))


def poses(clause: Clause, mention: Mention) -> bool:
    """Say whether men are told to be, or to say that they are, of the forces ("men who identified themselves as
    police", "dressed in fatigues")."""
    return bool(POSING & set(clause.norm[mention.last : mention.last + REACH]))


def still_armed(clause: Clause, mention: Mention) -> Mention:
    """Return former rebels who fight as the armed people that they still are."""
    if "former" not in mention.tags or not IRREGULARS & set(clause.norm[mention.first : mention.last]):
        return mention
    tags = (mention.tags - {"former", "civilian", "civilians", "unarmed"}) | {"armed", "rebel"}
    return replace(mention, kind="group" if mention.entry else "armed", tags=tags)


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
    """Return people of no known group who shoot as the armed people that they are ("shot by two motorcyclists"); one
    named as somebody's husband, tenant or customer shoots as a private person."""
    if "private" in mention.tags and "plural" not in mention.tags:
        return mention
    if mention.kind != "civilians" or mention.entry or "person" not in mention.tags or mention.country:
        return mention
    return replace(mention, kind="armed", tags=frozenset({"armed", "person", *(mention.tags & {"plural"})}))


def impostor(mention: Mention) -> Mention:
    """Return men who pose as soldiers as the armed people that they are, even those of a country ("a group of
    Colombians dressed as military men")."""
    armed = shooter(replace(mention, country=""))
    return armed if armed.kind == "armed" else mention


def unarmed(clause: Clause, mention: Mention) -> Mention:
    """Return herders who are attacked or flee as the civilians that they are, unless they are said to be armed."""
    if "pastoralist" not in mention.tags or mention.kind != "communal":
        return mention
    if "armed" in clause.norm[mention.first : mention.last]:
        return mention
    tags = mention.tags - {"armed", "communal", "identity-militia", "group"}
    return replace(mention, kind="identity", tags=tags | {"identity", "civilian", "unarmed", "person"})
