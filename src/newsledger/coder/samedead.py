"""The same dead: who died in a protest or riot, told again as if somebody had been attacked (coding-rules 1)."""

from newsledger.coder.accounts import Account
from newsledger.coder.event_types import MOB

RETOLD = frozenset({"Attack", MOB})
DEADLY = frozenset(
    {"Violent demonstration", "Excessive force against protesters"}
)  # where forces may have killed
FORCES = frozenset({"police", "military"})
APART = 1  # days by which the two tellings may differ: a night has two


def without_same_dead(accounts: list[Account]) -> list[Account]:
    """Return the accounts without attacks that only tell again who died when a crowd of the story met force.

    The dead go to the crowd's row where that counts none.
    """
    crowds = [a for a in accounts if a.family == "demonstration" and a.decision.sub_event_type != MOB]
    kept = []
    for account in accounts:
        crowd = next((c for c in crowds if c is not account and is_told_again(account, c)), None)
        if crowd is None:
            kept.append(account)
        elif not dead(crowd):
            crowd.tolls = [*crowd.tolls, *account.tolls]
    return kept


def is_told_again(account: Account, crowd: Account) -> bool:
    """Say whether an account of an attack counts the dead of a crowd's row at its place and day, or tells of those whom
    the forces killed that met the crowd, of whom that row does not count any."""
    if account.decision.sub_event_type not in RETOLD or not dead(account):
        return False
    if place_of(account) != place_of(crowd) or not place_of(account):
        return False
    if abs((account.when.day - crowd.when.day).days) > APART:
        return False
    if dead(account) & dead(crowd):
        return True
    fired = any(m.kind in FORCES for m in account.agents)
    met = any(m.kind in FORCES for m in (*crowd.agents, *crowd.targets))
    deadly = crowd.decision.sub_event_type in DEADLY
    return deadly and fired and met and not dead(crowd)


def dead(account: Account) -> frozenset[int]:
    """Return the numbers of dead that the tolls of an account count."""
    return frozenset(t.count for _, t, _ in account.tolls if t.kind == "killed" and t.count)


def place_of(account: Account) -> str:
    """Return the one place of an account, or empty."""
    return account.places[0].resolved.location if len(account.places) == 1 else ""
