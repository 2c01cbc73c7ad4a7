"""Strategic: who acted without fighting, and towards whom (agreements, arrests, looting, seized weapons)."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from newsledger.coder.event_types import DISRUPTED, LOOTING, TRANSFER
from newsledger.coder.grammar import BE
from newsledger.coder.parties import same_party
from newsledger.coder.sides.case import Case
from newsledger.coder.sides.people import by_settlers, civilians, crowd_side
from newsledger.coder.sides.side import ARMED, FORCE, Side, forces, holds
from newsledger.coder.spans import PEOPLE, Mention

CHANGE = "Change to group/activity"
BASE = "Headquarters or base established"
LEAVING = frozenset({"withdraw", "escape", "leave-it"})
WITHOUT_DOER = frozenset({"displace-return", "mass-grave"})  # what tells of people alone
TRIBAL = frozenset({"communal", "identity-militia", "armed", "person", "plural"})
LEAVER = 6  # tokens between those who leave and the word for it
NEW_FORCE = frozenset({"force-formed"})
FLYING = frozenset({"drone", "air", "artillery", "missile", "rocket"})  # what comes from an enemy


def strategic(case: Case) -> tuple[Side, Side]:
    """Whoever acted, and the other side if one is named; a bare state is its government or its military."""
    roles = forces_in_roles(case)
    people = [m for m in case.account.targets if m.kind in PEOPLE or is_robbed(case, m)]
    if "premature" in case.actions():
        return case.side(by[:1]) if (by := at_work(case)) else case.inferred("armed"), Side()
    if not roles and case.sub == "Agreement":
        roles = case.parties_to()
    if not roles:
        return unnamed(case, people)
    if case.sub == DISRUPTED and not case.account.agents and "thing" in roles[0].tags:
        return shot_down(case, roles)  # "a Ukrainian drone was shot down over Belgorod"
    if case.sub == "Arrests" and not forces(case.account.agents):
        return case.inferred("police"), case.side(roles)
    if case.sub == LOOTING and (owner := owners_of_site(case)):
        return case.side(roles[:1]) if case.account.agents else unnamed(case, people)[0], case.side(owner)
    allies = beside(case, roles)
    first = case.side([roles[0], *allies])
    roles = [roles[0], *(m for m in roles[1:] if not holds(allies, m))]
    if case.sub == BASE:
        return first, Side()
    if case.sub == TRANSFER and (gone := who_left(case, roles[0])):
        return first, case.side(gone)
    if rest := others(case, roles):
        return first, case.side(rest)
    if is_downed(case) and (foe := case.opponent(roles[:1])):
        return first, foe
    if "surrender" in case.actions() and roles[0].kind in ARMED:
        return first, case.inferred("military")
    return first, civilians_hit(case, people)


def beside(case: Case, roles: Sequence[Mention]) -> list[Mention]:
    """Return those who did it together with the first, told with them as the doers of one verb that takes no second
    party ("soldiers and mercenaries looted the market")."""
    if case.sub in {"Agreement", CHANGE}:
        return []
    pairs = [t.frame.agents for t in case.account.tellings if holds(t.frame.agents, roles[0])]
    return [m for m in roles[1:] if any(holds(agents, m) for agents in pairs) and not same_party(m, roles[0])]


def owners_of_site(case: Case) -> list[Mention]:
    """Return the government whose building or the forces whose post was burned or looted ("an arson attack on the town
    hall"), who are never those who did it."""
    return [m for m in case.account.targets if m.kind in FORCE and "site" in m.tags][:1]


def at_work(case: Case) -> list[Mention]:
    """Return the armed people whose bomb went off too soon: in a role, else named in its sentence."""
    told = [m for t in case.account.tellings for m in t.frame.sentence.mentions]
    return [m for m in (*case.account.targets, *case.account.agents, *told) if m.kind in ARMED]


def forces_in_roles(case: Case) -> list[Mention]:
    """Return the forces in the roles of the account, agents first; none where a force was formed ("to fight them")."""
    if case.actions() == NEW_FORCE:
        return []
    military = case.sub not in {"Agreement", "Other", "Arrests"}
    return [
        replace(m, kind="military" if military else "government") if m.kind == "state" else m
        for m in (*case.account.agents, *foes(case))
        if m.kind in FORCE | ARMED
    ]


def foes(case: Case) -> list[Mention]:
    """Return those acted upon, but for people who are robbed."""
    return [m for m in case.account.targets if not is_robbed(case, m)]


def is_robbed(case: Case, mention: Mention) -> bool:
    """Say whether herders lose their animals, as civilians do ("fighters seized cattle from herders")."""
    return case.sub == LOOTING and mention.kind == "communal" and "pastoralist" in mention.tags


def unnamed(case: Case, people: list[Mention]) -> tuple[Side, Side]:
    """Return the sides where the account names no force."""
    if case.sub == "Other" and people + [m for m in case.account.agents if m.kind in PEOPLE]:
        return civilians(case, people or case.account.agents), Side()
    if case.sub == "Other" and not WITHOUT_DOER.isdisjoint(case.actions()):
        return civilians(case, []), Side()  # "refugees returned to": the word for it tells who
    if case.sub == "Agreement" and (clans := peoples(case)):
        return case.side(clans[:1]), case.side(clans[1:]) if clans[1:] else Side()
    first = crowd_side(case, "rioters") if by_settlers(case) else case.inferred(usual_doer(case))
    return first, civilians_hit(case, people)


def peoples(case: Case) -> list[Mention]:
    """Return the peoples whose elders agree, as the militias that make peace ("leaders of the Hema and Lendu")."""
    people = case.actors.catalogue.people
    named = [*case.account.agents, *case.account.targets]
    found = [replace(m, kind="communal") for m in named if m.entry in people and m.kind == "identity"]
    spans = [s for t in case.account.tellings for s in t.frame.sentence.of_kind("people")]
    told = list(dict.fromkeys(s.entry.id for s in spans))
    return (
        found if len(found) > 1 or len(told) < 2 else [Mention(0, 0, "communal", "", i, TRIBAL) for i in told]
    )


def usual_doer(case: Case) -> str:
    """Return the kind of actor that does such a thing where nobody says who did."""
    if is_downed(case):
        return "military"
    if case.sub in {"Arrests", DISRUPTED}:
        return "police"
    return "armed" if case.sub == LOOTING or case.actions() == NEW_FORCE else "government"


def others(case: Case, roles: list[Mention]) -> list[Mention]:
    """Return those on the other side: named in a role, a party to the agreement, those whose weapons are told of."""
    hit = [m for m in forces(foes(case)) if not same_party(m, roles[0])]
    if case.sub == CHANGE:  # where troops arrive is no party
        there = {m.first for m in case.account.targets if m.kind == "state" or "site" in m.tags}
        hit = [m for m in hit if m.first not in there]
    if hit and forces(case.account.agents) and case.sub != "Agreement":
        return hit
    rest = [m for m in roles[1:] if not same_party(m, roles[0])]
    if not rest and case.sub in {"Agreement", DISRUPTED, TRANSFER}:
        agreed = case.sub == "Agreement"  # states that are far apart may agree
        rest = [
            m for m in forces(case.parties) if not same_party(m, roles[0]) and (agreed or case.is_there(m))
        ][:1]
    if case.sub == CHANGE:
        mine = forces(case.account.agents)
        return hit or [m for m in rest if any(m.first == x.first for x in mine)]
    return rest or [m for m in forces(case.weapon_owners()) if not same_party(m, roles[0])]


def who_left(case: Case, comer: Mention) -> list[Mention]:
    """Return those who left what another took over ("after the army pulled out", "the withdrawal of the rebels")."""
    for sentence in (t.frame.sentence for t in case.account.tellings):
        leaving = [s for s in sentence.acts if s.entry.id in LEAVING]
        peaceful = [
            s for s in sentence.acts if s.entry.id == "unopposed"
        ]  # "without resistance" names nobody
        norm = sentence.words.norm
        near_by = [
            m
            for m in forces(sentence.mentions)
            if norm[m.first - 1] != "former" and not any(s.first <= m.first < s.last for s in peaceful)
        ]  # "the former US base": who left it long ago
        handing = [s for s in sentence.acts if s.entry.id == "hand-over" and norm[s.first - 1] not in BE]
        for span, m in product([*leaving, *handing], near_by):
            behind = 0 <= m.first - span.last <= LEAVER // 2 and span in leaving
            near = 0 <= span.first - m.last <= (LEAVER if span in leaving else 0) or behind
            if near and "site" not in m.tags and not same_party(m, comer):
                return [m]
    return []


def is_downed(case: Case) -> bool:
    """Say whether something that flies was stopped."""
    return case.sub == DISRUPTED and bool(FLYING & case.things())


def shot_down(case: Case, owners: list[Mention]) -> tuple[Side, Side]:
    """Return who most likely stopped what is somebody's: the land's own forces, else those whom he fights."""
    home = owners[0].kind in FORCE and owners[0].country in {"", case.country}
    if not home and owners[0].country != case.country:
        return case.inferred("military"), case.side(owners[:1])
    return case.opponent(owners[:1]) or case.inferred("armed"), case.side(owners[:1])


def civilians_hit(case: Case, people: list[Mention]) -> Side:
    """Return the civilians who were arrested, or whose property was looted or destroyed; nobody for other steps."""
    if case.sub == "Arrests":
        people = people or [m for m in case.account.targets if m.kind == "government" and "person" in m.tags]
    if case.sub in {LOOTING, "Arrests"}:
        return civilians(case, people)
    return Side()
