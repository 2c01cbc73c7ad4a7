"""Which people stand in one list, and how many are they together? "Two soldiers, a policeman and a child"."""

from collections.abc import Sequence
from dataclasses import replace

from newsledger.coder.howmany.parties import JOINTS, PLURAL, Party


def joined(tokens: Sequence[str], left: Party, right: Party) -> bool:
    """Say whether two parties stand in one list ("two soldiers and a policeman")."""
    between = tuple(tokens[left.last : right.first])
    if between[:2] == ("in", "charge"):
        between = between[2:]  # "the doctor in charge and his wife"
    if between == (",",) and right.vague:
        return False  # "killed two men, police said"
    return (
        between in JOINTS
        and (left.part == right.part or (left.of_them and shares_owner(tokens, left, right)))
        and not (left.pronoun and not shares_owner(tokens, left, right))
        and not (left.zero or right.zero)
        and not (right.pronoun and tokens[right.first] not in ("himself", "herself", "themselves"))
    )


def shares_owner(tokens: Sequence[str], left: Party, right: Party) -> bool:
    """Say whether a pronoun is listed with somebody of its own ("him and his driver")."""
    return left.counted and tokens[right.first] in ("his", "her", "their", "two", "three", "four")


def summed(tokens: Sequence[str], chain: Sequence[Party]) -> Party:
    """Return one party for a list: the sum, or the first where the rest only tells who they are.

    A bare plural beside a counted party adds to the high end only (coding-rules 5).
    """
    if len(chain) == 1:
        return chain[0]
    head, rest = chain[0], chain[1:]
    told = sum(p.count for p in rest)
    commas = all(tuple(tokens[a.last : b.first]) == (",",) for a, b in zip(chain, rest, strict=False))
    if head.counted and ((commas and head.count == told) or (len(rest) > 1 and head.count == told)):
        return replace(head, last=chain[-1].last, perpetrator=any(p.perpetrator for p in chain))
    counted = [p for p in chain if not p.vague] or list(chain[:1])
    extra = PLURAL * (len(chain) - len(counted))
    return replace(
        head,
        last=chain[-1].last,
        count=sum(p.count for p in counted),
        low=sum(p.low for p in counted),
        high=sum(p.high for p in counted) + extra,
        vague=head.vague and all(p.vague for p in chain),
        counted=any(p.counted for p in chain),
        perpetrator=any(p.perpetrator for p in chain),
    )
