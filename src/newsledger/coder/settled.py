"""Settled: what roles mean together with their trigger: who meets a mine, whose is the thing that is acted upon."""

from dataclasses import replace
from itertools import pairwise

from newsledger.coder.backfired import backfired
from newsledger.coder.clause import Clause, after_preposition
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import PREPOSITIONS
from newsledger.coder.ground import settle_ground
from newsledger.coder.marches import left_alone, settle_march
from newsledger.coder.seized import settle_seized
from newsledger.coder.spans import Mention
from newsledger.coder.taken_for import settle_people, still_armed
from newsledger.coder.toldby import settle_told

# verbs by which somebody meets a mine that others laid; the trigger names it ("struck a landmine")
MEETS = frozenset(
    "hit hits hitting strike strikes striking struck step steps stepped stepping tread trod treading ran run running"
    " drove drive driving rolled rolling stumbled set encountered encounter encountering triggered rode ridden riding"
    " walked walking passed jumped jumping tripped trod trampled brushed went".split()
)
TAKING = frozenset({"take", "takes", "taking", "took"})
BROUGHT = 8  # tokens between "take" and "to"
DRIVING = frozenset({"drive", "drive-bomb", "ram", "assault"})  # how somebody met it
LYING = frozenset({"lying", "lay", "lies", "lie", "lain", "stand", "stood", "standing", "stands", "sits"})
SITTING = frozenset({"sit-across", "block", "fill-streets"})
BODIES = frozenset("body bodies corpse corpses remains dead victims wounded injured".split())
SETS_OFF = frozenset({"triggered", "set"})
MINES = frozenset(
    "mine mines landmine landmines ied ieds device devices explosive explosives bomb ordnance".split()
)
POSTS = frozenset(
    "base bases camp camps post posts airport airbase airfield outpost compound barracks station".split()
)
LED = frozenset({"led", "lead", "leading", "leads"})
LOOSE = frozenset(
    {"hold", "take", "hold-back"}
)  # verbs of many senses; they act on people who stand next to them
FAR = 14  # tokens between a verb and "planted by"
MADE = (
    "planted laid placed set left launched fired operated flown used owned sent released mailed delivered posted hidden"
    " buried attached emplaced installed rigged thrown"
).split()
BOUND = "destined bound meant intended".split()
OWNED = frozenset({*((verb, "by") for verb in MADE), *((word, "for") for word in BOUND), ("belonging", "to")})
SHUT = frozenset({"closed", "shut", "sealed", "halted", "suspended"})
SELF = frozenset({"himself", "herself"})
FREED = frozenset({"he", "she", "they", "them", "who", "both", "men", "women"})
OTHERS = frozenset({"him", "them", "her"})
LONE = 2  # tokens of a verb whose mine stands apart
REACH = 4  # tokens between a verb of many senses and those whom it acts upon


def brings(clause: Clause, frame: Frame) -> bool:
    """Say whether a verb of taking tells that somebody brings something somewhere ("were taking rations to a post")."""
    if clause.norm[frame.first] not in TAKING or frame.last - frame.first > 1 or frame.targets:
        return False
    behind = clause.norm[frame.last : frame.last + BROUGHT]
    where = behind.index("to") if "to" in behind else -1
    end = frame.last + where
    ground = any(s.entry.id == "territory" and frame.last <= s.first < end for s in clause.sentence.things)
    named = any(clause.sentence.words.is_name(i) for i in range(frame.last, end))
    return where > 0 and not ground and not named and {",", "from"}.isdisjoint(behind[:where])


def settle(clause: Clause, frame: Frame) -> None:
    """Correct the roles of a frame by what its trigger means."""
    settle_seized(clause, frame)
    settle_ground(clause, frame)
    settle_told(clause, frame)
    settle_shut(clause, frame)
    settle_taken(clause, frame)
    if "symmetric" in frame.tags and frame.actions & {"clash", "fight"}:
        frame.agents = [still_armed(clause, m) for m in frame.agents]
        frame.targets = [still_armed(clause, m) for m in frame.targets]
    if meets_mine(clause, frame):
        frame.actions -= DRIVING
        if not frame.targets:
            frame.targets, frame.agents = frame.agents, []
    if "intervene" in frame.actions and left_alone(clause, frame):
        frame.actions = frame.actions - {"intervene"}
    if frame.actions and (frame.actions <= LOOSE or ("go-in" in frame.actions and frame.voice == "active")):
        frame.targets = [m for m in frame.targets if is_near(clause, frame, m)]
    if "withdraw" in frame.actions and evacuates(clause, frame):
        frame.actions = frame.actions - {"withdraw"}
    if "repel" in frame.actions and frame.voice == "active":
        by = [m for m in after_preposition(clause, frame, {"by", "from"}) if "armed" in m.tags]
        frame.targets = by or frame.targets  # "repelled an attack by rebels"
    if clause.norm[frame.first] in LYING and not any(lies_down(clause, m) for m in frame.agents):
        # "the body was found lying on a street", "the town sits on the road"
        frame.actions = frame.actions - SITTING
    if "rape" in frame.actions and frame.voice != "noun":
        frame.actions = frozenset({"rape"})  # "marched a woman naked through the market"
    settle_force(clause, frame)
    if backfired(clause, frame):
        frame.actions = frame.actions | {"premature"}
    settle_arms(clause, frame)
    settle_march(clause, frame)
    frame.owners = owners(clause, frame)
    if not frame.targets and frame.owners and held_by(clause, frame.owners[0]):
        frame.targets, frame.owners = frame.owners, []  # "a drone hit a base used by American troops"
    settle_people(clause, frame)


def settle_taken(clause: Clause, frame: Frame) -> None:
    """Tell what is brought somewhere from what is taken."""
    if "take" in frame.actions and brings(clause, frame):
        frame.actions = frame.actions - {"take", "hold", "take-item"}


def settle_shut(clause: Clause, frame: Frame) -> None:
    """Take a road that "was closed" by nobody told for one that those closed who own it, and no crowd; and let nobody
    unarmed "cost" lives."""
    if frame.voice == "passive" and not frame.agents and clause.norm[frame.first] in SHUT:
        frame.actions = frame.actions - {"block"}
    if clause.norm[frame.first] in {"cost", "costs"}:
        frame.agents = [m for m in frame.agents if "armed" in m.tags]  # a war costs lives, no researcher does


def lies_down(clause: Clause, mention: Mention) -> bool:
    """Say whether a mention is of several living people, who may lie down on a road to block it."""
    return "plural" in mention.tags and BODIES.isdisjoint(clause.norm[mention.first : mention.last])


def settle_bomber(clause: Clause, frame: Frame) -> None:
    """Correct who blows himself up, of which group he is, and among whom ("a bomber of A went off amid policemen")."""
    if SELF & set(clause.norm[frame.first : frame.last + 1]):
        guards = [m for m in frame.agents if m.kind in {"police", "military", "government"}]
        if guards and guards == frame.agents:
            frame.targets, frame.agents = (
                frame.targets or guards,
                [],
            )  # "came up to policemen and blew himself up"
    if not frame.agents and clause.norm[frame.last : frame.last + 1] == ["of"]:
        near = (m for m in clause.mentions if m.kind == "group" and m.last > frame.last)
        frame.agents = [m for m in near if m.first <= frame.last + 2][:1]
    if not frame.targets and clause.norm[frame.last : frame.last + 1] in (["amid"], ["among"], ["amongst"]):
        frame.targets = [m for m in clause.mentions if 0 < m.first - frame.last <= REACH][:1]


def settle_force(clause: Clause, frame: Frame) -> None:
    """Correct a frame of force by who uses it and upon whom: a raid of policemen is a search, people are not shot down
    like aircraft."""
    if "fall-to" in frame.actions and holds_people(clause, frame):
        frame.actions, frame.voice = frozenset({"abduct"}), "passive"
        frame.agents, frame.targets = frame.targets, frame.agents
    if "suicide-bomb" in frame.actions:
        settle_bomber(clause, frame)
    if "attack" in frame.actions and is_search(clause, frame):
        frame.actions = frame.actions - {"attack"}
    if clause.norm[frame.first].startswith(("swoop", "pounce")) and any(
        m.kind == "police" for m in frame.agents
    ):
        frame.actions = frame.actions - {"attack"} | {"arrest"}  # "one man was swooped on by officers"
    forces = bool(frame.agents) and frame.agents[0].kind in {"police", "military"}
    if "abduct" in frame.actions and clause.norm[frame.first] in LED and forces:
        frame.actions = frame.actions - {"abduct"} | {"arrest"}  # "special forces led away four people"
    if "shoot" in frame.actions and clause.norm[frame.first].startswith("spray"):
        frame.actions = frame.actions & {"shoot", "attack", "kill"}  # with bullets, not with water
    if burns_away(clause, frame):
        frame.targets, frame.agents = frame.agents, []
    if frame.voice == "noun" and frame.actions <= {"protest", "protest-people"}:
        frame.targets = [m for m in frame.targets if m.kind != "government"]  # those it is against
    if frame.actions & {"shoot-down", "disrupt-weapon"}:
        frame.targets = [as_craft(clause, m) for m in frame.targets]
    craft = any("thing" in m.tags for m in frame.targets[:1])  # "shot down an airliner"
    if "harm" in frame.actions and not craft and harms(clause, frame):
        frame.actions, frame.tags = frozenset({"assault"}), frame.tags - {"weak"}  # "speared two herders"
    if "shoot-down" in frame.actions and not craft and any("person" in m.tags for m in frame.targets[:1]):
        frame.actions = frozenset({"kill"})  # "the scouts brought down four of the raiders"
        frame.tags = (frame.tags - {"weak"}) | {"deadly"}


def as_craft(clause: Clause, mention: Mention) -> Mention:
    """Return people whose name only tells whose a weapon or craft is ("a rebel drone") as that thing of theirs."""
    craft = any(s.last == mention.last and s.first > mention.first for s in clause.sentence.of_kind("weapon"))
    return replace(mention, tags=mention.tags - {"person"} | {"thing"}) if craft else mention


def burns_away(clause: Clause, frame: Frame) -> bool:
    """Say whether what is somebody's burns, and he burns nothing himself ("a police car, which burned for hours")."""
    things = bool(frame.agents) and all(m.tags & {"thing", "site"} for m in frame.agents)
    word = clause.norm[frame.first : frame.last] in (["burned"], ["burnt"], ["burns"], ["burning"])
    return word and things and not frame.targets and frame.voice == "active"


def harms(clause: Clause, frame: Frame) -> bool:
    """Say whether a verb of many senses tells of harm: armed people do it to people ("speared two herders"), not to
    what is theirs ("incinerated the huts of herders")."""
    armed = any("armed" in m.tags for m in frame.agents)
    met = [m for m in frame.targets if "person" in m.tags and "of" not in clause.norm[frame.last : m.first]]
    return armed and frame.voice != "noun" and bool(met)


def holds_people(clause: Clause, frame: Frame) -> bool:
    """Say whether it is people without arms who are in somebody's hands, and no place ("a nurse is in the hands of
    gunmen", not "who was in the hands of gunmen has been freed")."""
    private = bool(frame.agents) and all("person" in m.tags and "armed" not in m.tags for m in frame.agents)
    told = clause.norm[frame.first] not in {"was", "were"}
    return private and told and any("armed" in m.tags for m in frame.targets)


def is_search(clause: Clause, frame: Frame) -> bool:
    """Say whether policemen or officials raid a place, which is how they search it ("police raided the home of an
    editor")."""
    police = bool(frame.agents) and all(m.kind in {"police", "government"} for m in frame.agents)
    return (
        police and frame.voice == "active" and clause.norm[frame.first].startswith(("raid", "burst", "broke"))
    )


def takes_people(clause: Clause, frame: Frame) -> bool:
    """Say whether people are captured, and no place from them ("captured two members of the cell")."""
    if frame.voice != "active" or not frame.targets or frame.targets[0].first < frame.last:
        return False
    first = frame.targets[0]
    gap = clause.norm[frame.last : first.first]
    if gap[1:2] == ["of"] and gap[0].endswith("s"):
        gap = gap[2:]  # "hundreds of"
    near = len(gap) <= REACH and PREPOSITIONS.isdisjoint(gap) and all(n.isalnum() for n in gap)
    return near and "person" in first.tags and first.tags.isdisjoint({"site", "thing", "company"})


def are_freed(clause: Clause, frame: Frame) -> bool:
    """Say whether it is people who are told to be set free in the passive, and no place ("all of them were freed")."""
    if frame.voice != "passive":
        return False
    people = any("person" in m.tags and m.last <= frame.first for m in frame.targets)
    return people or not FREED.isdisjoint(clause.norm[max(0, frame.first - REACH) : frame.first])


def settle_arms(clause: Clause, frame: Frame) -> None:
    """Correct a frame of arms that are made harmless or come to light, nobody dies of that and they do so by
    themselves, or of people who are captured, who are no place."""
    if "capture" in frame.actions and takes_people(clause, frame):
        frame.actions = frame.actions - {"seize-territory", "take-item"}
    if "release" in frame.actions and (takes_people(clause, frame) or are_freed(clause, frame)):
        frame.actions = frame.actions - {"retake-territory"}  # "freed sixty militants"
    if {"disrupt-weapon", "kill"} <= frame.actions and not frame.targets:
        frame.actions, frame.tags = (
            frame.actions - {"kill"},
            frame.tags - {"deadly"},
        )  # "neutralised 60 charges"
    if {"take-item", "kill"} <= frame.actions and any("person" in m.tags for m in frame.targets):
        frame.actions = frame.actions - {"take-item", "disrupt-weapon"}  # "neutralised four insurgents"
    if "emerge" in frame.actions and thing_nearer(clause, frame):
        frame.agents = []
    if frame.voice == "active" and clause.norm[frame.first].startswith("disarm"):
        settle_disarming(clause, frame)


def settle_disarming(clause: Clause, frame: Frame) -> None:
    """Tell people who disarm others ("soldiers disarmed the rebels") from those who lay down their own arms."""
    taken = [m for m in clause.mentions if 0 <= m.first - frame.last <= 1]
    if taken or not OTHERS.isdisjoint(clause.norm[frame.last : frame.last + 1]):
        frame.actions, frame.targets = frame.actions - {"surrender"} | {"disarm"}, taken
        frame.tags = frame.tags - {"intransitive"}


def thing_nearer(clause: Clause, frame: Frame) -> bool:
    """Say whether arms stand between people and a verb of coming to light: they turned up ("police came after two
    rockets turned up")."""
    behind = max((m.last for m in frame.agents), default=frame.first)
    return any(
        behind <= s.first < frame.first and (s.entry.kind == "weapon" or s.entry.id == "weapons")
        for s in clause.sentence.things
    )


def evacuates(clause: Clause, frame: Frame) -> bool:
    """Say whether private people are brought to safety and no troops leave ("evacuated 40 nationals")."""
    if not clause.norm[frame.first].startswith("evacuat"):
        return False
    if frame.agents and all(m.kind == "police" for m in frame.agents) and frame.voice == "active":
        return True  # "police evacuated the embassy"
    counted = any(n[0].isdigit() for n in clause.norm[frame.last : frame.last + 3])
    return counted or any("armed" not in m.tags and "person" in m.tags for m in frame.targets)


def is_near(clause: Clause, frame: Frame, mention: Mention) -> bool:
    """Say whether a mention stands right by a verb, its numbers and adjectives between ("held nine relatives")."""
    left, right = (frame.last, mention.first) if mention.first >= frame.last else (mention.last, frame.first)
    gap = clause.norm[left:right]
    return frame.voice == "passive" or (
        len(gap) <= REACH
        and not set(gap) & (PREPOSITIONS - {"of", "as", "around", "about"} | {"back", "out", "off"})
    )


def owners(clause: Clause, frame: Frame) -> list[Mention]:
    """Return whose the thing acted upon is ("defused a bomb planted by rebels")."""
    for m in clause.mentions:
        if frame.clause[0] <= m.first < frame.last + FAR and "armed" in m.tags:
            before = clause.norm[max(m.first - 3, 0) : m.first]
            if any(tuple(before[i : i + 2]) in OWNED for i in range(len(before) - 1)) or laid_by(clause, m):
                return [m]
    return []


def laid_by(clause: Clause, mention: Mention) -> bool:
    """Say whether a clause on a mine tells who laid it ("by a mine that the soldiers had laid")."""
    norm, behind = clause.norm, clause.norm[mention.last : mention.last + 2]
    verb = behind[1:] if behind[:1] in (["had"], ["have"]) else behind[:1]
    before = norm[max(0, mention.first - 4) : mention.first]
    mine = any(one in MINES and two in {"that", "which"} for one, two in pairwise(before))
    return mine and bool(verb) and verb[0] in {"laid", "planted", "buried", "placed", "left", "sown"}


def held_by(clause: Clause, mention: Mention) -> bool:
    """Say whether what somebody uses is a place of theirs ("a base used by American forces")."""
    used = {"used", "manned", "occupied", "run"} & set(clause.norm[max(0, mention.first - 4) : mention.first])
    before = clause.norm[max(0, mention.first - 12) : mention.first]
    return bool(used) and bool(POSTS & set(before))


def meets_mine(clause: Clause, frame: Frame) -> bool:
    """Say whether the subject of a trigger suffers it: "their truck ran over a mine"."""
    words = clause.norm[frame.first : frame.last]
    if "suicide-bomb" in frame.actions:
        return False  # "drove a car bomb into a gate"
    if words[0] in SETS_OFF and any(m.kind in {"group", "armed", "gang", "communal"} for m in frame.agents):
        return False  # rebels trigger what they laid
    parted = (
        len(words) <= LONE and "bomb" in frame.actions and words[0] not in SETS_OFF
    )  # "ran over an old … mine"
    return frame.voice == "active" and words[0] in MEETS and (parted or bool(MINES & set(words)))
