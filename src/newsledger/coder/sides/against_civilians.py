"""Against civilians: who attacked people that did not fight."""

from newsledger.coder.sides.case import Case
from newsledger.coder.sides.people import by_settlers, civilians, crowd_side, party_side
from newsledger.coder.sides.side import Side, forces
from newsledger.coder.spans import CROWDS, PEOPLE


def against_civilians(case: Case) -> tuple[Side, Side]:
    """An armed actor against `Civilians (X)`."""
    attackers = forces(case.account.agents)
    unnamed = partisans(case) or case.inferred("armed")
    first = case.side(attackers) if attackers else unnamed
    return first, civilians(case, [m for m in case.account.targets if m.kind in PEOPLE | {"government"}])


def partisans(case: Case) -> Side | None:
    """Return those who attack without being armed: a party's men as their party, others as rioters."""
    gone = [m for t in case.account.tellings if "missing" in t.frame.actions for m in t.frame.agents]
    people = [m for m in case.account.agents if (m.kind in CROWDS or m.kind == "identity") and m not in gone]
    if not people and not by_settlers(case):
        return None
    return party_side(case, people) or crowd_side(case, "rioters")
