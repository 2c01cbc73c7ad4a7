"""Retold: an account that a lead tells with no day, and the text again with its day (coding-rules 1, 4).

"At least twelve villagers were killed in an attack, locals said on Sunday", and below "overnight to Friday … twelve
were killed": the very same dead and hurt, in one area, within a week, are one event. It has the day that is told.
"""

from newsledger.coder.accounts import ABDUCTION, OWN, Account
from newsledger.coder.frames import Frame
from newsledger.coder.howmany.casualties import tolls_of
from newsledger.coder.joining import join
from newsledger.coder.parties import same_side
from newsledger.coder.same_event import WEEK, another, is_vague_day
from newsledger.coder.same_place import MANY, elsewhere

CAPTIVE = frozenset({"captivity", "captive", "captives", "hands", "hostage", "hostages", "held"})
HARMED = frozenset({"killed", "injured"})


def fold_retold(accounts: list[Account]) -> list[Account]:
    """Return the accounts; one whose day no word tells goes into that which counts the same people and has a day."""
    kept: list[Account] = []
    for account in accounts:
        later = [o for o in accounts if o is not account and o not in kept]
        home = next((o for o in (*later, *kept) if tells_again(account, o) or ends(account, o)), None)
        if home is None:
            kept.append(account)
            continue
        for telling in account.tellings:
            join(home, telling)
    return kept


def tells_again(account: Account, other: Account) -> bool:
    """Say whether another account with a day of its own tells the event of one whose day is only guessed."""
    if account.family != "violence" or other.family != "violence":
        return False
    if not is_vague_day(account.when) or is_vague_day(other.when):
        return False
    if abs((account.when.day - other.when.day).days) > WEEK or any(another(t.frame) for t in other.tellings):
        return False
    sides = same_side(account.agents, other.agents) and same_side(account.targets, other.targets)
    return sides and in_one_area(account, other) and counts_alike(account, other)


def ends(account: Account, other: Account) -> bool:
    """Say whether an account only tells how long somebody was held who another says was taken ("after 19 days
    in captivity", "he had been seized on 8 April")."""
    held = all(is_captivity(t.frame) for t in account.tellings)
    taken = other.when.own and any(
        t.decision.sub_event_type == ABDUCTION and not is_captivity(t.frame) for t in other.tellings
    )
    if not held or not taken or other.when.day > account.when.day:
        return False
    return same_side(account.agents, other.agents) and same_side(account.targets, other.targets)


def is_captivity(frame: Frame) -> bool:
    """Say whether a trigger tells of the time in somebody's hands, and not of being taken."""
    return "abduct" in frame.actions and not CAPTIVE.isdisjoint(
        frame.sentence.words.norm[frame.first : frame.last]
    )


def in_one_area(account: Account, other: Account) -> bool:
    """Say whether two accounts share a place, or one of them names only an area that may hold the other's."""
    here = [p for p in account.places if p.rule in OWN]
    there = [p for p in other.places if p.rule in OWN]
    if {p.resolved.location for p in here} & {p.resolved.location for p in there}:
        return True
    vague = all(p.resolved.geo_precision == 3 for p in here)
    return (not here or not there or vague) and not (here and there and elsewhere(here, there))


def counts_alike(account: Account, other: Account) -> bool:
    """Say whether a sentence of each counts the same dead and hurt, and enough of them."""
    told = [counted(t.frame) for t in account.tellings]
    again = [counted(t.frame) for t in other.tellings]
    return any(one == two and any(n >= MANY for _, n in one) for one in told for two in again)


def counted(frame: Frame) -> frozenset[tuple[str, int]]:
    """Return the dead and hurt that the sentence of a frame counts."""
    tolls = tolls_of(frame.sentence)
    return frozenset((t.kind, t.count) for t in tolls if t.kind in HARMED and t.count and not t.vague)
