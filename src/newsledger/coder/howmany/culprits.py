"""Is the one who did it among the dead? By his own hand, by that of others, and counted with his victims or not."""

from collections.abc import Sequence

from newsledger.coder.howmany.stated import INFLICTED, Stated, Sum, is_own_death
from newsledger.coder.howmany.toll import Toll

# roles of the dead of a crime that the one who did it has not
VICTIMS = frozenset({"police", "victim", "clerk", "customer", "owner", "bystander", "guard"})
SEVERAL = 3  # sentences between several dead and the death of the one who killed them by his own hand
DEEDS = frozenset({"toll.object", "toll.name"})  # who was killed by somebody


def shot_before_suicide(tolls: Sequence[tuple[int, Toll]]) -> int:
    """Return which of the tolls of a story, each with its sentence, counts those whom somebody shot just before he took
    his own life, where nobody is said to live ("shot his wife and son before killing himself"), or -1."""
    own = [at for at, t in tolls if t.kind == "killed" and t.rule == "toll.suicide"]
    dead = [t for _, t in tolls if t.kind == "killed" and t.count and t.rule != "toll.suicide"]
    hurt = [k for k, (_, t) in enumerate(tolls) if t.kind == "injured"]
    if not own or dead or len(hurt) != 1:
        return -1
    at, shot = tolls[hurt[0]]
    known = shot.rule == "toll.object" and shot.weak and not (shot.vague or shot.includes_perpetrator)
    return hurt[0] if known and at == own[0] else -1


def is_suicide(own: Stated, stated: Sequence[Stated]) -> bool:
    """Say whether somebody who shot himself is dead beside those whom he killed just before ("killed his wife and then
    shot himself"), not hurt or one of the dead."""
    others = [s for s in stated if s.toll.kind == "killed" and s.toll.count and not is_own_death(s)]
    if not others:
        return own.toll.kind == "killed"
    reach = {
        "toll.object": 1,
        "toll.name": 0,
        "toll.state": 0,
    }  # sentences between his deed and his own death
    victims = [s for s in others if not s.culprit and (s.toll.rule == "toll.name" or s.toll.part)]
    if victims and any(shot_just_before(own, s) for s in stated):
        return True
    return own.toll.kind in {"killed", "injured"} and any(
        s.toll.rule in reach
        and 0 <= own.sentence - s.sentence <= (SEVERAL if s.toll.count > 1 else reach[s.toll.rule])
        for s in others
    )


def shot_just_before(own: Stated, shot: Stated) -> bool:
    """Say whether somebody who took his own life had shot others in the same sentence, of whom another tells that they
    died ("shot two guests and then took his own life. The bride's uncle died at the scene")."""
    deed = shot.toll.kind == "injured" and shot.toll.weak and shot.toll.rule == "toll.object"
    return deed and own.toll.kind == "killed" and shot.sentence == own.sentence


def is_told_again(killed: Sum, deaths: Sequence[Stated], stated: Sequence[Stated]) -> bool:
    """Say whether "he" who dies later is the one told to have shot himself after he killed others ("killed his wife
    before turning the gun on himself … was taken to a hospital, where he died")."""
    for own in deaths:
        victims = [
            s.toll.count for s in stated if s.sentence == own.sentence and s.toll.rule == "toll.object"
        ]
        later = [
            s
            for s in stated
            if s.sentence > own.sentence and s.toll.kind == "killed" and s.toll.rule == "toll.pronoun"
        ]
        if victims and len(later) == 1 and later[0].toll.count == 1 and killed.count == max(victims) + 1:
            return True
    return False


def without_culprit(deaths: Sequence[Stated]) -> tuple[list[Stated], list[Stated]]:
    """Return the deaths of victims, and that of the one who killed them, where both are told of."""
    culprits = [s for s in deaths if s.culprit]
    victims = [s for s in deaths if not s.culprit]
    killed = [s for s in victims if s.toll.count and not s.toll.vague and not is_own_death(s)]
    return (victims, culprits) if killed and culprits else (list(deaths), [])


def with_culprit(killed: Sum, slain: Sum, deaths: Sequence[Stated], culprits: Sequence[Stated]) -> Sum:
    """Add the one who killed others and was killed, unless he is counted with them: among all who "are dead", in a sum
    that holds him, or by his own hand."""
    if not culprits or killed.count != slain.count:
        return killed
    victims = [s for s in deaths if s.toll.count and not s.toll.vague]
    counted = any(s.toll.everyone or s.toll.includes_perpetrator for s in slain.used)
    counted = counted or any(s.toll.includes_perpetrator for s in victims)
    told = [s.toll.count for s in victims if s.toll.rule in {"toll.object", "toll.name"}]
    besides = any(s.toll.adds for s in culprits)  # "the gunman was also killed"
    besides = besides or any(s.person is not None and s.person.role in VICTIMS for s in victims)
    if counted or killed.count - 1 in told or not (killed.count > 1 or told or besides):
        return killed  # "one man is dead": it may be he
    return Sum(killed.count + 1, killed.low + 1, killed.high + 1, [*killed.used, *culprits[:1]])


def is_among(own: Stated, stated: Sequence[Stated]) -> bool:
    """Say whether those who were found dead in another sentence, or before he is told of, are he and his victims."""
    objects = [s for s in stated if s.sentence == own.sentence and s.toll.rule == "toll.object"]
    victims = max((s.toll.count for s in objects), default=0)
    before = (own.sentence, own.toll.first)
    return own.toll.rule == "toll.suicide" and any(
        s.toll.kind == "killed"
        and not is_own_death(s)
        and (
            (
                s.toll.everyone
                and s.toll.rule != "toll.name"
                and (
                    (s.sentence, s.toll.first) < before
                    or (s.sentence != own.sentence and s.toll.count > victims)
                )
            )
            or (s not in objects and s.toll.count == victims + 1 > 1)
        )
        for s in stated
    )


def is_found(own: Sequence[Stated], stated: Sequence[Stated]) -> bool:
    """Say whether the one who shot himself is told of before as found dead, in the sentence that tells whom he killed
    ("suspected of killing his wife was found dead. He had shot himself")."""
    dead = [s for s in stated if s.toll.kind == "killed" and s.toll.count and not is_own_death(s)]
    return bool(own) and any(
        s.toll.there and s.toll.count == 1 and s.sentence < own[0].sentence
        for s in dead
        if any(o.sentence == s.sentence and o.toll.rule in DEEDS for o in dead)
    )


def with_perpetrator(killed: Sum, stated: Sequence[Stated], suicide: int) -> Sum:
    """Add the perpetrators who died by their own bomb, unless the count includes them (coding-rules 5)."""
    deaths = [s for s in stated if is_own_death(s) and (s.toll.kind == "killed" or is_suicide(s, stated))]
    deaths = [s for s in deaths if s.toll.rule == "toll.self" or is_suicide(s, stated)]
    deaths = [s for s in deaths if not is_among(s, stated)]
    included = any(
        s.toll.includes_perpetrator and not is_own_death(s) for s in stated if s.toll.kind == "killed"
    )
    number = max([suicide, *(s.toll.count for s in deaths)])
    inflicted = [s for s in stated if s.toll.rule == INFLICTED]
    deeds = {s.toll.count for s in stated if s.toll.kind == "killed" and s.toll.rule in DEEDS}
    if inflicted and killed.count in deeds:  # "killed his wife … was found dead of a self-inflicted wound"
        return Sum(killed.count + 1, killed.low + 1, killed.high + 1, killed.used + inflicted[:1])
    if included or not number or is_found(deaths, stated) or is_told_again(killed, deaths, stated):
        return killed
    return Sum(killed.count + number, killed.low + number, killed.high + number, killed.used + deaths[:1])
