"""Remote: who fired, dropped or laid what exploded, and who was hit."""

from collections.abc import Sequence
from dataclasses import replace

from newsledger.coder.parties import class_of, same_party
from newsledger.coder.sides.case import Case
from newsledger.coder.sides.people import civilians, party_side, people_harmed
from newsledger.coder.sides.side import ARMED, FORCE, HARMED, Side, forces, holds, same_as
from newsledger.coder.spans import PEOPLE, Mention

POSITIONS = frozenset({"military-site"})
AIR = "Air/drone strike"
GAS = "Chemical weapon"
CREWED = frozenset(
    "warplane warplanes jet jets plane planes aircraft helicopter helicopters gunship gunships bombers".split()
)
DRONES = frozenset("drone drones uav uavs quadcopter quadcopters unmanned unidentified unknown".split())


def remote(case: Case) -> tuple[Side, Side]:
    """Who fired and who was hit; civilians beside a military target are associated, alone they are actor2."""
    named = forces(case.account.agents) or forces(case.weapon_owners())
    one = named or launched_from(case) or nationals(case)
    first = case.side(one) if one else party_side(case, case.account.agents) or striker(case)
    officials = [m for m in case.account.targets if m.kind == "government"]
    hit = [m for m in those_hit(case) if m not in officials]
    armed = [m for m in forces(hit) if not case.is_of(m, one)]
    people = [
        m for m in case.all(PEOPLE) if m not in one and not same_as(m, first) and not of_land(m, one)
    ] + officials
    if all(m.kind == "state" for m in hit) and people_harmed(case):
        armed = []  # "a strike on the Ukrainian city killed two people"
    if not armed and not people:
        harmed = [v for _, t, v in case.account.tolls if v is not None and t.kind in HARMED]
        armed = [
            m for m in forces(harmed) if not any(same_party(m, x) and not strikes(case, x, m) for x in one)
        ]
        people = [m for m in harmed if m.kind in PEOPLE and m not in one]
    second = case.side(armed) if armed else Side()
    if armed and second.name != first.name:
        if people:
            second.assoc.append(case.name(Mention(0, 0, "civilians")).name)
        return first, second
    if people or people_harmed(case):
        return first, civilians(case, people)
    foe = case.opponent(one) if POSITIONS & case.things() else None
    if foe is None and case.sub == GAS and not POSITIONS & case.things():
        return first, civilians(case, people)  # gas that is said to hit no force is let loose on people
    return first, foe or Side()


def launched_from(case: Case) -> list[Mention]:
    """Return the forces from whose aircraft or positions it came ("dropped from government helicopters")."""
    for t in case.account.tellings:
        norm = t.frame.sentence.words.norm
        for m in forces(t.frame.sentence.mentions):
            if m.tags & {"thing", "site"} and m.first and norm[m.first - 1] == "from":
                return [m]
    return []


def strikes(case: Case, foreign: Mention, hit: Mention) -> bool:
    """Say whether forces from abroad hit others, who are the land's own where nobody says whose they are."""
    return bool(foreign.country) and foreign.country != case.country and not hit.country and hit.kind in FORCE


def nationals(case: Case) -> list[Mention]:
    """Return the forces of a state that only its people's name tells ("the Russians shelled the town")."""
    return [
        replace(m, kind="military")
        for m in case.account.agents
        if m.country and m.country != case.country and "national" in m.tags
    ]


def of_land(mention: Mention, fired: Sequence[Mention]) -> bool:
    """Say whether people are those who fired, by the name of their land."""
    return any(holds([mention], m) for m in fired)


def striker(case: Case) -> Side:
    """Return who nobody says fired: from the air the state that fights those hit there, else somebody armed."""
    foe = case.opponent(forces(case.account.targets)) if case.sub == AIR else None
    told = {n for t in case.account.tellings for n in t.frame.sentence.words.norm}
    flown = case.sub == AIR and bool(told & CREWED) and not told & DRONES
    return foe or case.inferred("military" if flown else "armed")  # warplanes are a state's


def those_hit(case: Case) -> list[Mention]:
    """Return the targets; where they are only a post ("a checkpoint"), the other forces that were harmed there."""
    targets = case.account.targets
    if not targets or not all("site" in m.tags for m in targets):
        return targets
    known = {class_of(m) for m in targets}
    tolls = [(t.kind, v) for _, t, v in case.account.tolls if v and v.kind in FORCE | ARMED]
    worst = "killed" if any(k == "killed" for k, _ in tolls) else "injured"
    harmed = [v for k, v in tolls if k == worst]
    return [v for v in harmed if class_of(v) not in known] or targets
