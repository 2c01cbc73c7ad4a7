"""Marches: which are no demonstrations (people marched off, processions of believers), and which crowds went home."""

from newsledger.coder.clause import Clause
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import PREPOSITIONS
from newsledger.coder.protested import turns
from newsledger.coder.spans import CROWDS, PRIVATE
from newsledger.coder.who.nouns import FORCES

ALONE = PREPOSITIONS | {".", ",", ";", "and", "after", "before", "when", "without", "later"}
WANTS = frozenset(
    {"protest", "protesting", "against", "demand", "demanding", "denouncing", "condemn", "condemning"}
)
FEASTS = frozenset(
    "religious ram navami ganesh durga hanuman muharram ashura holi diwali immersion kali idol jagannath rath milad"
    " mawlid easter funeral wedding bridal hindu muslim christian sikh buddhist shia shiite sunni catholic"
    " commemorating marking celebrating birthday arbaeen urs saint"
    " prayer prayers pilgrims palm lent candlemas corpus".split()
)
SACRED = frozenset(
    "devotees pilgrims worshippers worshipers temple temples shrine shrines deity idol idols chariot".split()
)
BELIEVERS = frozenset("devotees devotee pilgrims pilgrim worshippers worshipers penitents faithful".split())
ONLOOKERS = frozenset(
    "shoppers tourists spectators commuters passengers voters well-wishers holidaymakers revellers".split()
)
WALKING = frozenset(
    "march marches marched marching parade parades paraded parading walk walks walked walking".split()
)
MEETING = frozenset(
    "gather gathers gathered gathering assemble assembles assembled congregate congregated".split()
)
MATCH = frozenset("match game final stadium derby kick-off kickoff title cup".split())
# what happens to traffic that nobody need have blocked
STANDSTILL = frozenset("disrupted halted stopped interrupted suspended snarled impeded delayed".split())
LED = frozenset({"was", "were", "been", "being"})
REACH = 4  # tokens between a verb and its "by"
NEAR = 14  # tokens between a procession and the name of a faith


def settle_march(clause: Clause, frame: Frame) -> None:
    """Correct the roles and actions of what crowds do: which marches are none, who turned violent, who was booed."""
    if turns(frame) and any("armed" in m.tags for m in frame.agents):
        frame.agents = []  # "a protest over a killing by police turned violent": the protest did
    if "barricade" in frame.actions:
        settle_barricade(clause, frame)
    if "crowd-control" in frame.actions and ends_own(clause, frame):
        frame.actions = frozenset({"protest"})  # "the teachers ended their sit-in"
    unnamed = not frame.agents and "by" not in clause.norm[frame.last : frame.last + REACH]
    if "protest" in frame.actions and led_off(clause, frame):
        # "the captives were marched into the forest"
        frame.actions = (frame.actions - {"protest"}) | {"carry-off"}
    elif "protest" in frame.actions and frame.voice == "passive" and unnamed:
        frame.actions = (frame.actions - {"protest"}) | {"fill-streets"}  # "the star was booed": by whom?
    if frame.actions == {"block"} and unnamed and clause.norm[frame.first] in STANDSTILL:
        frame.actions = frozenset({"hold-back"})  # "train services were disrupted after a landslide"
    if "protest" in frame.actions and marches_others(clause, frame):
        frame.actions = (frame.actions - {"protest"}) | {"carry-off"}
    if frame.actions == {"protest"} and of_faith(clause, frame):
        frame.actions = frozenset({"gather"})
    if frame.actions & {"protest", "gather"} and frame.voice == "active" and for_no_cause(clause, frame):
        frame.actions = frozenset({"walk"})  # of which no rule asks


def settle_barricade(clause: Clause, frame: Frame) -> None:
    """Tell barricades of soldiers, who let no march pass, and people burned with tyres from those of a crowd."""
    lit = clause.norm[frame.first].startswith(("burn", "light", "lit", "set"))
    if frame.agents and all(m.kind in FORCES for m in frame.agents) and not lit:
        frame.actions = frozenset({"hold-back"})
    elif "burn" in frame.actions and any("person" in m.tags for m in frame.targets):
        frame.actions -= {"barricade", "riot"}


def ends_own(clause: Clause, frame: Frame) -> bool:
    """Say whether a crowd ends what it did itself ("ended their sit-in"), so that it was held."""
    words = clause.norm[frame.first : frame.last + 1]
    ended = words[0].startswith(("end", "suspend", "halt", "stop", "lift", "cut"))
    own = frame.voice == "active" and ended and bool({"their", "its"} & set(words))
    return own and all(m.kind in CROWDS | PRIVATE for m in frame.agents)


def led_off(clause: Clause, frame: Frame) -> bool:
    """Say whether people are marched somewhere by others."""
    return clause.norm[frame.first] == "marched" and clause.norm[frame.first - 1] in LED


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
    faith = any("religion" in m.tags and abs(m.first - frame.first) < NEAR for m in clause.mentions)
    return (
        faith
        or bool(SACRED & set(clause.norm))
        or bool(FEASTS & {*before, *clause.norm[frame.last : frame.last + 3]})
    )


def for_no_cause(clause: Clause, frame: Frame) -> bool:
    """Say whether believers walk to a shrine, fans to a match, or people meet who came for something else ("pilgrims
    marched through Kandy", "shoppers gathered outside the shop")."""
    if clause.norm[frame.first] not in WALKING | MEETING or WANTS & set(clause.norm):
        return False
    words = {n for m in frame.agents for n in clause.norm[m.first : m.last]}
    fans = any("fans" in m.tags for m in frame.agents) and bool(MATCH & set(clause.norm))
    onlookers = ONLOOKERS if clause.norm[frame.first] in MEETING else BELIEVERS
    return (fans and clause.norm[frame.first] in WALKING) or bool(words & (BELIEVERS | onlookers))


def left_alone(clause: Clause, frame: Frame) -> bool:
    """Say whether a crowd went home by itself ("the marchers dispersed peacefully"): "disperse" without an object."""
    after = clause.norm[frame.last] if frame.last < len(clause.norm) else "."
    plain = (
        clause.norm[frame.first] in {"disperse", "disperses", "dispersed"} and frame.last - frame.first == 1
    )
    return (
        plain and frame.voice == "active" and not frame.targets and (after in ALONE or after.endswith("ly"))
    )
