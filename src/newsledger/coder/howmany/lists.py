"""Which people stand in one list, and how many are they together? "Two soldiers, a policeman and a child"."""

from collections.abc import Sequence
from dataclasses import replace

from newsledger.coder.howmany.parties import JOINTS, PLURAL, Party

SAYING = (["said"], ["says"], ["told"], ["reported"], ["announced"], ["confirmed"], ["added"], ["stated"])


ATTRIBUTES = frozenset({"of", "from", "in"})
LONGEST = 9  # tokens of what tells more of somebody, and the joint
# nouns that a list behind them may spell out ("four people, two men and two women")
GENERIC = frozenset(
    "people persons individuals civilians residents villagers victims men women relatives locals casualties others"
    " members passengers militants terrorists personnel".split()
)


def joined(tokens: Sequence[str], left: Party, right: Party) -> bool:
    """Say whether two parties stand in one list ("two soldiers and a policeman")."""
    between = tuple(tokens[left.last : right.first])
    between = past_attribute(between)
    if between == (",",) and (right.vague or tokens[right.last : right.last + 1] in SAYING):
        return False  # "killed two men, police said", "killed two men, a spokesman said"
    return (
        between in JOINTS
        and (left.part == right.part or (left.of_them and shares_owner(tokens, left, right)))
        and not (left.pronoun and not shares_owner(tokens, left, right))
        and not (left.zero or right.zero)
        and not (right.pronoun and tokens[right.first] not in ("himself", "herself", "themselves"))
    )


def past_attribute(between: tuple[str, ...]) -> tuple[str, ...]:
    """Return what joins two parties, without what tells more of the first ("the chief of Beni, his wife")."""
    if not between or between[0] not in ATTRIBUTES or len(between) > LONGEST:
        return between
    depth = 0
    for i, word in enumerate(between):
        depth += (word == "(") - (word == ")")
        if not depth and word in (",", "and", "&"):
            return between[i:]
    return between


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
    spelt_out = head.count == told and (tokens[head.last - 1] in GENERIC or commas)
    if head.counted and spelt_out and (commas or len(rest) > 1):
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
