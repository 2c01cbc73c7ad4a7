"""Of which side of an account are the victims that a toll counts (coding-rules 5)?"""

from itertools import pairwise

from newsledger.coder.accounts import Account
from newsledger.coder.howmany.toll import Toll
from newsledger.coder.parties import CLASSES, same_party
from newsledger.coder.spans import PEOPLE, Mention, Sentence

SAYS = frozenset(
    "said says reported reports announced admitted acknowledged confirmed claimed conceded stated put".split()
)
ATTACKERS = frozenset(
    "assailant assailants attacker attackers raider raiders ambusher ambushers assaulters".split()
)
CULPRITS = frozenset(
    "gunman shooter suspect attacker assailant perpetrator carjacker robber intruder burglar killer hijacker".split()
)
CULPRITS_TOO = frozenset(
    "gunmen shooters suspects attackers assailants perpetrators".split()
)  # "one of the suspects"
OWN = frozenset({"own", "our"})
LOSSES = frozenset(
    "losses casualties soldiers troops fighters personnel dead deaths fatalities side forces".split()
)
OURS = 7  # tokens between a toll and "on its side", "his own troops"


def side_of_toll(account: Account, sentence: Sentence, toll: Toll, victims: Mention | None) -> str:
    """Return the key of the side that a toll counts: that of its victims, else that of the attackers, or that of the
    speaker who tells of his own dead."""
    key = side_key(account, victims)
    if key not in {"", "civilians"}:
        return key
    norm = sentence.words.norm
    if of_attackers(sentence, toll):
        armed = [m for m in account.agents if m.kind not in PEOPLE]
        return (side_key(account, armed[0]) if armed else "armed ") or "attackers"
    near = norm[max(toll.first - OURS, 0) : toll.last + OURS]
    if not key and any(a == "enemy" and b in LOSSES for a, b in pairwise(near)):
        return "enemy"
    ours = OWN & set(near) or any(near[i : i + 3] == ["on", "its", "side"] for i in range(len(near)))
    if not ours or key:
        return key
    speaker = sayer(sentence, toll.first)
    return (side_key(account, speaker) if speaker is not None else "") or "own"


def of_attackers(sentence: Sentence, toll: Toll) -> bool:
    """Say whether a toll counts those who attacked ("one assailant was shot dead")."""
    return bool(ATTACKERS & set(sentence.words.norm[toll.victims[0] : toll.victims[1]]))


def is_mixed(account: Account, sentence: Sentence, toll: Toll) -> bool:
    """Say whether a toll counts people of several sides ("two officers and a suspect were shot")."""
    first, last = toll.victims
    told = [m for m in sentence.mentions if m.first < last and first < m.last]
    return len({side_key(account, m) for m in told}) > 1


def of_culprit(sentence: Sentence, toll: Toll) -> bool:
    """Say whether a toll of one counts who did it, in a story of a crime ("the gunman was shot dead")."""
    norm, (first, last) = sentence.words.norm, toll.victims
    told = norm[first:last]
    known = told[:1] == ["the"] or bool(CULPRITS & set(told[:1]))
    one = told[:1] == ["one"] and bool(CULPRITS_TOO & set(told[-2:]))
    named = norm[first - 1 : first] == [","] and bool(CULPRITS & set(norm[max(first - 2, 0) : first]))
    named = named and "the" in norm[max(first - 4, 0) : first]  # "the gunman, Ali Reza, was shot dead"
    one = one or (told == ["him"] and kills_others(sentence, first))
    himself = "himself" in norm[last : toll.last] and kills_others(sentence, toll.last - 1)
    one = one or (
        himself and bool(CULPRITS & set(told[-1:]))
    )  # "a gunman killed two and was himself shot dead"
    return (
        toll.kind == "killed"
        and toll.count == 1
        and not (toll.part and not one)
        and ((known and bool(CULPRITS & set(told[-2:]))) or one or named)
    )


def kills_others(sentence: Sentence, before: int) -> bool:
    """Say whether a sentence tells of others who were killed by "him" at token `before` ("killed two before an officer
    shot him dead")."""
    told = [t for t in sentence.tolls or () if t.last <= before and t.kind == "killed" and t.count]
    return any(t.rule in {"toll.object", "toll.name"} for t in told)


def sayer(sentence: Sentence, before: int) -> Mention | None:
    """Return who says what stands at token `before`: the last mention left of it with a verb of saying behind it."""
    norm = sentence.words.norm
    said = [m for m in sentence.mentions if m.last < before and norm[m.last] in SAYS and m.kind not in PEOPLE]
    return said[-1] if said else None


def side_key(account: Account, victims: Mention | None) -> str:
    """Return what is the same for the same people: civilians, a state's forces, a group, or empty.

    Forces without a name ("soldiers") are those of the one side of the account that they fit.
    """
    if victims is None:
        return ""
    if victims.kind in PEOPLE:
        return "civilians" if victims.kind != "civilians" or "people" not in victims.tags else ""
    of_class = CLASSES.get(victims.kind, victims.kind)
    if not (victims.country or victims.entry):
        sides = [[m for m in side if fits(victims, m)] for side in (account.agents, account.targets)]
        fitting = [side[0] for side in sides if side]
        if not fitting and of_class in {"armed", "state"}:
            return f"{of_class} "
        if len(fitting) != 1:
            return ""
        victims = fitting[0]
    return f"{of_class} {victims.entry or victims.country}"


def counted(sentence: Sentence, toll: Toll, victims: Mention | None) -> list[Mention]:
    """Return everybody whom a toll counts: its victims, and those listed with them ("two soldiers and a child")."""
    first, last = toll.victims
    named = [m for m in sentence.mentions if m.first < last and first < m.last]
    return named if len(named) > 1 or victims is None else [victims]


def fits(victims: Mention, side: Mention) -> bool:
    """Say whether victims may be of a side: of its class, with no other name or country."""
    one, two = CLASSES.get(victims.kind, victims.kind), CLASSES.get(side.kind, side.kind)
    return one == two and same_party(victims, side)


def side_of(account: Account, victims: Mention | None) -> str:
    """Return the side of the dead: actor1, actor2, civilians, or empty."""
    if victims is None:
        return ""
    if victims.kind in PEOPLE:
        return "civilians"
    if any(same_party(victims, m) for m in account.agents) and victims.country:
        return "actor1"
    return "actor2" if any(same_party(victims, m) for m in account.targets) else ""
