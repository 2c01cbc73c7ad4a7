"""Summing up: leads that count together what a story then tells event by event (coding-rules 5).

"At least twelve were killed in A, B and C over the weekend", and then each of the attacks: the sum is no event beside
them, and its dead would be counted twice.
"""

from newsledger.coder.accounts import Account
from newsledger.coder.parties import unlike
from newsledger.coder.same_event import WEEK

MOST = 2  # times the dead of the parts that a sum over several places may count
PARTS = 2  # events told one by one that make a sum of what counts their dead together


def without_sums(accounts: list[Account]) -> list[Account]:
    """Return accounts without those that only sum up others; their frames leave scope."""
    kept: list[Account] = []
    for account in accounts:
        if is_sum(account, accounts):
            for telling in account.tellings:
                telling.frame.scope, telling.frame.detail = "background", "a sum of what is told one by one"
        else:
            kept.append(account)
    return kept


def is_sum(account: Account, accounts: list[Account]) -> bool:
    """Say whether an account of one sentence counts the dead that at least two accounts behind it count apart.

    Their dead make up its own; where it names several places, it may count more, but not over twice as many: a part
    may have no row of its own.
    """
    told = {t.frame.sentence.index for t in account.tellings if t.frame.sentence.kind != "headline"}
    total = dead(account)
    if len(told) != 1 or not total:
        return False
    parts = [o for o in accounts if o is not account and is_part(o, account, min(told)) and dead(o)]
    counted = sum(dead(o) for o in parts)
    whole = counted == total or (len(account.places) > 1 and counted <= total <= MOST * counted)
    return len(parts) >= PARTS and whole


def is_part(other: Account, account: Account, sentence: int) -> bool:
    """Say whether another account is told behind a sentence, of the same kind, doers and days."""
    behind = all(t.frame.sentence.index > sentence for t in other.tellings)
    near = abs((other.when.day - account.when.day).days) <= WEEK
    return behind and near and other.family == account.family and not unlike(account.agents, other.agents)


def dead(account: Account) -> int:
    """Return the highest number of dead that one toll of an account counts."""
    return max((t.count or 0 for _, t, _ in account.tolls if t.kind == "killed" and not t.vague), default=0)
