"""Which people stand in one list, and how many are they together? "Two soldiers, a policeman and a child"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from newsledger.coder.howmany.parties import JOINTS, PLURAL, Party
from newsledger.coder.howmany.vocabulary import grammar, people

SAYING = (["said"], ["says"], ["told"], ["reported"], ["announced"], ["confirmed"], ["added"], ["stated"])


ATTRIBUTES = frozenset({"of", "from", "in"})
RELATIVES = frozenset({"who", "whose", "aged", "also"})
OWN = frozenset({"his", "her", "their"})
STATES = frozenset(
    "hit shot hurt wounded injured struck stabbed".split()
)  # what a bare number of people were
LONGEST = 9  # tokens of what tells more of somebody, and the joint
# nouns that a list behind them may spell out ("four people, two men and two women")
GENERIC = frozenset(
    "people persons individuals civilians residents villagers victims men women relatives locals casualties others"
    " members passengers militants terrorists personnel".split()
)
# who people are by sex and age alone ("eight guerrillas, five men and three women")
PLAIN = frozenset(
    "man men woman women boy boys girl girls child children adult adults teenager teenagers".split()
)
OTHERS = {
    "women": frozenset("man men boy boys child children baby babies infant infants toddler".split()),
    "men": frozenset("woman women girl girls child children baby babies infant infants toddler".split()),
}


def joined(tokens: Sequence[str], left: Party, right: Party) -> bool:
    """Say whether two parties stand in one list ("two soldiers and a policeman")."""
    between = tuple(tokens[left.last : right.first])
    between = past_attribute(between)
    if tokens[left.last - 1] in STATES:
        return False  # "6 hit, 1 dead"
    if between == (",",) and (
        right.rule == "number.both"
        or right.vague
        or speaks(tokens, right)
        or is_bare(tokens, right)
        or (left.count == 1 and is_aged(tokens, right))
    ):
        return False  # "injured two, one seriously", "killed two men, police said", "killed two, a spokesman said"
    if tokens[max(0, left.first - 1) : left.first] == ["per"] or (
        tokens[max(0, left.first - 2) : left.first] == ["according", "to"]
    ):
        return False  # "killed per the army, and two others died"
    return (
        between in JOINTS
        and (left.part == right.part or (left.of_them and shares_owner(tokens, left, right)))
        and not (left.pronoun and not shares_owner(tokens, left, right))
        and not (left.zero or right.zero)
        and not (right.pronoun and tokens[right.first] not in ("himself", "herself", "themselves"))
    )


def is_aged(tokens: Sequence[str], party: Party) -> bool:
    """Say whether a party opens with its age and no article, so that it names again who stands before it ("his wife,
    39-year-old Ann")."""
    return tokens[party.first + 1 : party.first + 3] == ["year", "old"]


def is_bare(tokens: Sequence[str], party: Party) -> bool:
    """Say whether a party is a number alone, without a noun and a list behind it."""
    behind = tokens[party.last : party.last + 1]
    return party.last - party.first == 1 and party.rule == "number.word" and behind not in ([","], ["and"])


SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})


def speaks(tokens: Sequence[str], party: Party) -> bool:
    """Say whether a party is one who says it: "a spokesman said", "the defence ministry in Ankara said"."""
    behind = [[t] for t in tokens[party.last : party.last + 4]]
    placed = behind[:1] in ([["in"]], [["of"]], [["for"]])
    if placed and tokens[party.last - 1] in SPOKESMEN:
        return True  # "a spokeswoman for the Houston police told …"
    return behind[:1] != [] and (behind[0] in SAYING or (placed and any(t in SAYING for t in behind)))


def is_list(tokens: Sequence[str], chain: Sequence[Party]) -> bool:
    """Say whether parties make a list: somewhere another word than a comma joins two, or the first counts the others.

    "Three officers in A, a stronghold of rebels" is none.
    """
    joints = [past_attribute(tuple(tokens[a.last : b.first])) for a, b in pairwise(chain)]
    spelt_out = len(chain) > 1 and chain[0].count == sum(p.count for p in chain[1:])
    numbered = all(tokens[p.first][0].isdigit() or p.count > 1 or tokens[p.first] == "one" for p in chain)
    family = any(tokens[p.first] in OWN for p in chain[1:])  # "a pastor, his wife"
    determiners = grammar()["determiners"]
    headline = (chain[0].first == 0 or tokens[chain[0].first - 1] == ":") and all(
        tokens[p.first] not in determiners for p in chain
    )
    return (
        not joints or spelt_out or numbered or family or headline or any(joint != (",",) for joint in joints)
    )


def past_attribute(between: tuple[str, ...]) -> tuple[str, ...]:
    """Return what joins two parties, without what tells more of the first ("the chief of Beni, his wife")."""
    if between[:1] == (",",) and between[1:2] and between[1] in RELATIVES and len(between) <= LONGEST:
        stop = next((i for i in range(2, len(between)) if between[i] == ","), 0)
        return between[stop:] if stop else between  # "his wife, who was pregnant, and two guests"
    if not between or between[0] not in ATTRIBUTES or len(between) > LONGEST:
        return between
    depth = 0
    for i, word in enumerate(between):
        depth += (word == "(") - (word == ")")
        if not depth and word in (",", "and"):
            return between[i:]
    return between


def shares_owner(tokens: Sequence[str], left: Party, right: Party) -> bool:
    """Say whether a pronoun is listed with somebody of its own ("him and his driver")."""
    if left.perpetrator and right.counted:
        return True  # "himself and a policeman"
    return left.counted and tokens[right.first] in ("his", "her", "their", "two", "three", "four")


def differs(tokens: Sequence[str], head: Party, rest: Sequence[Party]) -> bool:
    """Say whether those behind men or women are none of them ("two women, a child and an old man")."""
    others = OTHERS.get(tokens[head.last - 1], frozenset())
    return any(tokens[p.last - 1] in others for p in rest)


def summed(tokens: Sequence[str], chain: Sequence[Party]) -> Party:
    """Return one party for a list: the sum, or the first where the rest only tells who they are.

    A bare plural beside a counted party adds to the high end only (coding-rules 5).
    """
    if len(chain) == 1:
        return chain[0]
    head, rest = chain[0], chain[1:]
    told = sum(p.count for p in rest)
    commas = all(tuple(tokens[a.last : b.first]) == (",",) for a, b in zip(chain, rest, strict=False))
    known = people()
    unknown = tokens[head.last - 1] not in known.many and tokens[head.last - 1] not in known.one
    with_self = any(p.perpetrator and p.pronoun for p in rest)  # "killed a neighbour, himself"
    of_all = "of" in tokens[head.first : head.last]  # "three of the four, a woman, a boy and a girl"
    spelt_out = (
        head.count == told
        and not with_self
        and not differs(tokens, head, rest)
        and (
            tokens[head.last - 1] in GENERIC
            or head.last - head.first == 1
            or commas
            or of_all
            or (head.part and unknown)
            or all(tokens[p.last - 1] in PLAIN for p in rest)
        )
    )
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
        counts=tuple(p.count for p in counted) if len(counted) > 1 else (),
    )


def whom(parties: Sequence[Party], party: Party) -> Party:
    """Return the people whom "them" stands for, those told of last before it with their number ("abducted four men and
    killed them"), or the party itself."""
    if not (party.pronoun and party.vague) or party.perpetrator:
        return party
    many = [p for p in parties if p.last <= party.first and p.counted and not p.pronoun and p.count > 1]
    return min(reversed(many), key=lambda p: p.perpetrator, default=party)
