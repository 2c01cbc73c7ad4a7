"""Folding: which accounts only tell who died or was hurt in what was told just before (coding-rules 1, 5)?"""

from newsledger.coder.accounts import OWN, Account
from newsledger.coder.event_types import MOB, STRATEGIC
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DEADLY
from newsledger.coder.parties import same_side
from newsledger.coder.same_event import same_day
from newsledger.coder.takenup import died_later

HIT = DEADLY | {"attack", "assault", "shoot"}
QUIET = "Peaceful protest"
APART = frozenset({"separate", "separately", "elsewhere", "meanwhile", "another", "earlier", "other"})


def fold_deaths(accounts: list[Account]) -> list[Account]:
    """Return the accounts without those that only count the dead and hurt of one told in their sentence or the one
    before ("pelted the police with stones; a student was shot dead"): one place, day and pair is one row."""
    kept = [a for a in accounts if not is_headline_of(a, accounts)]
    return [a for a in kept if not (only_harms(a) and any(is_told(a, o) for o in kept if o is not a))]


def fold_results(accounts: list[Account]) -> list[Account]:
    """Return the accounts of crimes without those that a verb in -ing only tells as what came of another, whoever is
    thought to have acted ("shot two intruders, killing one")."""
    return [a for a in accounts if not any(is_result(a, o) for o in accounts if o is not a)]


def is_result(account: Account, other: Account) -> bool:
    """Say whether an account only tells in -ing what came of the deed of another in its sentence."""
    return all(
        t.frame.form == "ing"
        and t.frame.voice == "active"
        and bool(t.frame.actions & DEADLY)
        and any(
            o.frame.sentence is t.frame.sentence and o.frame.last <= t.frame.first and o.frame.actions & HIT
            for o in other.tellings
            if o.frame.form != "ing"
        )
        for t in account.tellings
    )


def is_headline_of(account: Account, accounts: list[Account]) -> bool:
    """Say whether only a headline, in its short grammar, tells of a mob, and the text of its day of armed people ("20
    civilians killed in aid convoy attack")."""
    if account.decision.sub_event_type != MOB or not in_headline(account):
        return False
    others = (a for a in accounts if a.family == "violence" and not in_headline(a))
    return any(same_day(account.when, a.when) or account.when.guess for a in others)


def in_headline(account: Account) -> bool:
    """Say whether only a headline tells an account."""
    return all(t.frame.sentence.kind == "headline" for t in account.tellings)


def only_harms(account: Account) -> bool:
    """Say whether an account says no more than who was killed or hurt."""
    return all(undergone(t.frame) for t in account.tellings) and any(
        t.frame.actions & DEADLY or t.frame.voice == "passive" for t in account.tellings
    )


def undergone(frame: Frame) -> bool:
    """Say whether a frame tells of harm without its doer: the toll, "was stabbed", "stray bullets"."""
    means = frame.voice == "noun" and frame.actions <= {"shoot"}
    means = means or ("kill" in frame.actions and frame.actions <= HIT)  # "shot one of them dead"
    return (
        frame.actions <= DEADLY
        or means
        or (frame.voice == "passive" and not frame.agents and frame.actions <= HIT)
    )


def is_told(account: Account, other: Account) -> bool:
    """Say whether the harm of an account is that of another: told right before, on its day, at its place."""
    decision = other.decision
    if only_harms(other) or decision.rule.event_type == STRATEGIC or decision.sub_event_type == QUIET:
        return False
    return (
        near(account, other)
        and (same_day(other.when, account.when) or died(account, other))
        and same_spot(account, other)
        and (same_side(account.agents, other.agents) or same_side(account.agents, other.targets))
    )


def died(account: Account, other: Account) -> bool:
    """Say whether the death that an account or its sentence tells came of another event, some days later."""
    frames = [t.frame for t in account.tellings]
    here = [t.frame for t in other.tellings if any(t.frame.sentence is f.sentence for f in frames)]
    return any(died_later(other, f) for f in (*frames, *here))


def near(account: Account, other: Account) -> bool:
    """Say whether an account begins in the sentence of another, behind it, or in the next, and as the same event."""
    frame = account.tellings[0].frame
    if APART & set(frame.sentence.words.norm[: frame.last]):
        return False
    for telling in other.tellings:
        told = telling.frame
        gap = frame.sentence.index - told.sentence.index
        if told.sentence.kind == "headline":
            continue
        if gap == 1 or (gap == 0 and (told.first < frame.first or "when" in between(frame, told))):
            return True
    return False


def between(one: Frame, other: Frame) -> list[str]:
    """Return the words from one trigger to a later one ("were hurt when a bomb was set off")."""
    words = one.sentence.words.norm[one.last : other.first]
    return [] if {";", ":", "while"} & set(words) else words


def same_spot(account: Account, other: Account) -> bool:
    """Say whether an account names no place of its own, or one of the other's."""
    own = {p.resolved.location for p in account.places if p.rule in OWN}
    there = {p.resolved.location for p in other.places}
    return not own or not there or bool(own & there)
