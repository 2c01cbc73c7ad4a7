"""Crowd: who demonstrated or rioted, and which force or people met them."""

from collections.abc import Sequence

from newsledger.coder.event_types import MOB
from newsledger.coder.grammar import MET_BY_POLICE
from newsledger.coder.parties import same_party
from newsledger.coder.sides.case import Case
from newsledger.coder.sides.people import SETTLED, SETTLERS_OF, civilians, crowd_side
from newsledger.coder.sides.side import ARMED, FORCE, Side, forces
from newsledger.coder.spans import CROWDS, PEOPLE, Mention
from newsledger.contract.coding import EXTERNAL

MET = MET_BY_POLICE | {"hold-back", "arrest", "kill", "shoot", "attack"}
MUTUAL = frozenset({"clash", "fight", "brawl", "clash-told"})  # acts of crowds against each other
BLASTS = frozenset({"bomb", "grenade", "suicide-bomb", "ram"})  # what police do not use against a crowd
HURTS = frozenset({"kill", "assault", "wound", "death", "mob"})
POLICE = frozenset({"police", "policemen", "gendarmes", "officers"})  # in a trigger ("battled with police")


def protest(case: Case) -> tuple[Side, Side]:
    """Protesters, with who they are beside them; the force that intervened, if any."""
    crowd = crowd_side(case, "protesters")
    if case.sub == "Peaceful protest":
        return crowd, Side()
    return crowd, against_crowd(case) or case.inferred("armed" if case.actions() & BLASTS else "police")


def riot(case: Case) -> tuple[Side, Side]:
    """Rioters against the force or the people that they met."""
    victims = [m for m in case.account.targets if m.kind in PEOPLE]
    groups = [m for m in case.account.agents if m.kind == "group"]
    if case.sub == MOB and groups and victims and groups == case.account.agents:
        return case.side(groups), civilians(case, victims)  # "vigilantes of the Bwa Kale lynched a suspect"
    crowd = crowd_side(case, "rioters")
    force = against_crowd(case, FORCE | {"group", "security"}, case.account.targets)
    if force:
        guards = force.inter == EXTERNAL and any(m.entry == "prisoners" for m in case.account.agents)
        return crowd, case.inferred("prison") if guards else force  # "inmates took three guards hostage"
    if not victims and case.country == SETTLED and crowd.name.endswith(f"({SETTLERS_OF})"):
        return crowd, civilians(case, [])  # settlers act against those who live there
    if case.sub != MOB:
        return crowd, Side()
    if case.actions() & MUTUAL or any(m.kind in CROWDS for m in victims):
        return crowd, case.inferred("rioters")
    return crowd, civilians(case, victims) if victims or case.actions() & HURTS else Side()


def against_crowd(
    case: Case, kinds: frozenset[str] = FORCE | ARMED, hit: Sequence[Mention] = ()
) -> Side | None:
    """Return the force that meets a crowd: police and soldiers before a state, whose police it is then.

    A government that a crowd only turns to ("the ministry of labour") counts where it acts itself or is hit.
    """
    found = case.all(kinds)
    told = [m for t in case.account.tellings for m in (*t.frame.targets, *t.frame.agents)]
    force = [m for m in found if is_force(m)] or [m for m in told if m.kind in kinds and is_force(m)][:1]
    if force:
        return case.side(forces(force))
    acts = [m for t in case.account.tellings if t.frame.actions & MET for m in t.frame.agents]
    met = any(POLICE & set(t.frame.trigger.casefold().split()) for t in case.account.tellings)
    if any(m in acts for m in found) or (found and met):
        return case.inferred("police")
    official = [m for m in found if any(m is x or same_party(m, x) for x in hit)]
    return case.side(official) if official else None


def is_force(mention: Mention) -> bool:
    """Say whether a mention is of people who can meet a crowd, not of a state to which it turns or of things."""
    return mention.kind not in {"state", "government"} and "thing" not in mention.tags
