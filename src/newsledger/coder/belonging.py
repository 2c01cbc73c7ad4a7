"""Belonging: what is part of the violence that a story tells, and so no event of its own.

Houses that a strike destroyed, the goods that raiders took from those they shot, arms picked up on a field of battle,
and the moves of those who fought there: told beside the violence of the same day, place and side, they are its course
and its aftermath (coding-rules 2.5: looting is "without violence against people").
"""

from itertools import pairwise

from newsledger.coder.accounts import Account
from newsledger.coder.event_types import BATTLES, CHANGE, DISRUPTED, EXPLOSIONS, LOOTING, MOB, OTHER, TRANSFER
from newsledger.coder.joining import MOVES
from newsledger.coder.parties import same_side
from newsledger.coder.salience import tells_of_return
from newsledger.coder.same_event import same_day
from newsledger.coder.spans import PRIVATE, Mention

VIOLENCE = frozenset({BATTLES, EXPLOSIONS, "Violence against civilians"})
GROUND = frozenset({"seize-territory", "retake-territory", "go-in", "take"})
REACH = 2  # sentences between the violence and what belongs to it
TAKEN = frozenset({"disrupt-weapon", "take-item", "take", "hold"})
ARRESTS = "Arrests"
ON_THEM = frozenset({("from", "them"), ("from", "him"), ("from", "her"), ("on", "them"), ("on", "him")})
FLIGHT = frozenset({"displace", "displace-return"})
GUARDS = frozenset({"security-measure", "cordon", "search"})


def without_parts(accounts: list[Account]) -> list[Account]:
    """Return the accounts without those that belong to the violence of another, which take up their tellings."""
    violent = [a for a in accounts if a.decision.rule.event_type in VIOLENCE]
    burnt = [a for a in accounts if a.decision.sub_event_type == LOOTING]
    kept: list[Account] = []
    for account in accounts:
        homes = violent + burnt if account.decision.sub_event_type == OTHER else violent
        home = next((v for v in homes if belongs(account, v)), None)
        if home is None and any(was_on_them(account, other) for other in accounts):
            continue
        if home is None:
            kept.append(account)
        elif account.decision.sub_event_type not in {MOB, OTHER}:
            home.tellings.extend(account.tellings)
    return kept


def belongs(account: Account, violence: Account) -> bool:
    """Say whether an account only tells of the damage, the loot or the moves of the violence that another tells."""
    kind = account.decision.sub_event_type
    actions = [t.frame.actions for t in account.tellings]
    part = (
        kind == LOOTING
        or (kind == MOB and not account.agents and all("destroy" in a for a in actions))  # what a shell broke
        or (kind == CHANGE and all(a & (MOVES | GUARDS) for a in actions))
        or (
            kind == OTHER
            and all(m.kind in PRIVATE for m in account.agents)
            and all(a & FLIGHT for a in actions)
            and not tells_of_return(account)
        )
        or (
            kind == DISRUPTED
            and violence.decision.rule.event_type == BATTLES
            and all(a & TAKEN for a in actions)
        )
    )
    if kind == TRANSFER and is_taken(account, violence):
        return same_day(account.when, violence.when) and of_a_side(account, violence)
    return (
        part
        and (same_day(account.when, violence.when) or morning_after(account, violence))
        and beside(account, violence)
        and of_a_side(account, violence)
    )


def was_on_them(account: Account, arrest: Account) -> bool:
    """Say whether weapons were found on those whose arrest is told right before ("Police also seized two pistols from
    their possession"): the arrest is the event."""
    if account.decision.sub_event_type != DISRUPTED or arrest.decision.sub_event_type != ARRESTS:
        return False
    norms = [t.frame.sentence.words.norm for t in account.tellings]
    on_them = all("possession" in norm or not ON_THEM.isdisjoint(pairwise(norm)) for norm in norms)
    return on_them and beside(account, arrest)


def morning_after(account: Account, violence: Account) -> bool:
    """Say whether an account is of the day after the night of the violence."""
    return violence.when.when.night and (account.when.day - violence.when.day).days == 1


def is_taken(account: Account, violence: Account) -> bool:
    """Say whether ground that is told to change hands, with no place of its own, is what the violence beside took
    ("Rebels enter town as troops leave" over a story of the battle for it)."""
    took = any(t.frame.actions & GROUND for t in violence.tellings)
    told = {t.frame.sentence.index for t in violence.tellings}
    near = all(min(abs(t.frame.sentence.index - at) for at in told) <= 1 for t in account.tellings)
    return took and near and not exact(account)


def beside(account: Account, violence: Account) -> bool:
    """Say whether an account stands near the violence and not before it, and names no other place."""
    told = [t.frame.sentence.index for t in violence.tellings]
    own = [t.frame.sentence.index for t in account.tellings]
    near = any(0 <= at - index <= REACH for at in own for index in told)
    here, there = exact(account), exact(violence)
    return near and min(own) >= min(told) and (not here or not there or bool(here & there))


def exact(account: Account) -> set[str]:
    """Return the names of the places that an account's own sentences name."""
    return {p.resolved.location for t in account.tellings for p in t.exact if p.resolved.geo_precision < 3}


def of_a_side(account: Account, violence: Account) -> bool:
    """Say whether nobody, or a side of the violence, does what an account tells."""
    sides: tuple[list[Mention], ...] = (violence.agents, violence.targets)
    if account.decision.sub_event_type == LOOTING:
        sides = (violence.agents,)
    return not account.agents or any(side and same_side(account.agents, side) for side in sides)
