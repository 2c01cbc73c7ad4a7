"""What do the tolls of one event add up to? The killed, the hurt who survived, and those who died by their own bomb
(coding-rules 5).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsledger.coder.howmany.kinds import of_kind
from newsledger.coder.howmany.persons import Person, is_dead, told_singly, without
from newsledger.coder.howmany.stated import INFLICTED, Stated, Sum, is_own_death
from newsledger.coder.howmany.usable import of_event

DEEDS = frozenset({"toll.object", "toll.name"})  # who was killed by somebody
AFTERWARDS = 2  # sentences behind somebody hurt in which he is said to have died
OTHER_KINDS = ("injured", "captured", "missing", "displaced", "arrested")


@dataclass(frozen=True, slots=True)
class Tally:
    """The toll of one event: killed with its range, the other kinds (None: not said), and the statements
    used.

    `evidence` lists (kind, sentence, first token, last token exclusive, rule) in the order of the article.
    """

    killed: int
    low: int
    high: int
    injured: int | None = None
    captured: int | None = None
    missing: int | None = None
    displaced: int | None = None
    arrested: int | None = None
    evidence: tuple[tuple[str, int, int, int, str], ...] = ()


def tally(stated: Sequence[Stated], suicide: int = 0) -> Tally:
    """Return the toll of one event from all statements of one article about it (coding-rules 5).

    `suicide` is the number of bombers of a suicide attack, who are counted unless a statement includes
    him. Tolls of a war or a year are left out; so are parts of a number that is given.
    """
    usable = of_event([s for s in stated if not s.toll.aggregate])
    deaths, culprits = without_culprit([s for s in usable if s.toll.kind == "killed"])
    killed = one_more(at_least(of_kind(deaths), singles(deaths), deaths), deaths)
    slain = killed
    killed = with_culprit(with_perpetrator(killed, usable, suicide), slain, deaths, culprits)
    others: dict[str, int | None] = {}
    used = list(killed.used)
    for kind in OTHER_KINDS:
        of_this = [
            s for s in usable if s.toll.kind == kind and not (is_own_death(s) and is_suicide(s, usable))
        ]
        found = of_injured(of_this, slain, deaths) if kind == "injured" else of_kind(of_this)
        others[kind] = found.count if of_this else None
        used += found.used
    order = {id(s): i for i, s in enumerate(stated)}
    evidence = tuple(
        (s.toll.kind, s.sentence, s.toll.first, s.toll.last, s.toll.rule)
        for s in sorted(used, key=lambda s: order[id(s)])
    )
    return Tally(
        killed.count,
        min(killed.low, killed.count),
        max(killed.high, killed.count),
        injured=others["injured"],
        captured=others["captured"],
        missing=others["missing"],
        displaced=others["displaced"],
        arrested=others["arrested"],
        evidence=evidence,
    )


def of_injured(stated: Sequence[Stated], killed: Sum, deaths: Sequence[Stated]) -> Sum:
    """Return the injured: those said to be hurt, or those shot less the dead, or those told one by one, whichever is
    more."""
    died = {(s.sentence, s.toll.victims) for s in deaths if s.toll.count}
    stated = [
        s for s in stated if (s.sentence, s.toll.victims) not in died
    ]  # "was wounded and died on the way"
    alone = singles(deaths) if killed.count == 1 else []
    beside: frozenset[int] = frozenset()
    if len(alone) == 1:  # he was hurt before he died
        his = [s for s in stated if s.person and not s.toll.alive and is_dead(s.person, alone[0])]
        stated = [s for s in stated if s not in his]
        beside = frozenset(s.sentence for s in his)
    gone_since = [s for s in stated if any(died_since(s, d) for d in deaths)]
    if len(gone_since) <= killed.count:
        stated = [s for s in stated if s not in gone_since]
    if killed.count > 1 and all(s.toll.definite for s in stated if s.toll.count and not s.toll.vague):
        stated = [s for s in stated if s.toll.count != killed.count]  # "the three wounded" died of it
    stated = [s for s in without_whole(stated, killed, deaths) if not of_the_dead(s, stated, deaths)]
    hurt = of_kind([s for s in stated if not s.toll.weak])
    clear = [s for s in stated if s.toll.count and not s.toll.vague]
    unclear = not any(not s.toll.weak for s in clear)
    weak = [s for s in stated if s.toll.weak and not (clear and s.toll.vague)]
    shot = of_kind([s for s in weak if not s.toll.care])
    cared = of_kind([s for s in weak if s.toll.care])
    there = of_kind([s for s in deaths if s.toll.there])
    himself = shot.count == killed.count + 1 > 2 and any(is_own_death(s) for s in deaths)
    gone = shot if himself else killed  # he lay there as well
    survived = max(less(shot, gone), less(cared, less(killed, there)), key=lambda found: found.count)
    found = survived if survived.count > hurt.count or (unclear and (shot.count or cared.count)) else hurt
    sure = singles([s for s in stated if not s.toll.weak])
    maybe = without(singles(stated, beside), sure)
    dead = singles(deaths)
    unnamed = max(killed.count - len(dead), 0)
    maybe = sorted(without(maybe, dead), key=lambda p: p.fresh)[unnamed:]  # "another man" may live
    return and_others(at_least(found, [*sure, *maybe], stated), stated, dead)


def died_since(hurt: Stated, dead: Stated) -> bool:
    """Say whether somebody hurt is the one of whom a sentence soon behind says that he died later ("a man was in
    critical condition … The man later died")."""
    one, other = hurt.person, dead.person
    if one is None or other is None or not (other.known and dead.toll.cumulative_update) or hurt.toll.alive:
        return False
    near = 0 <= dead.sentence - hurt.sentence <= AFTERWARDS
    return near and one.sex == other.sex != "" and one.may_be(other)


def and_others(found: Sum, stated: Sequence[Stated], dead: Sequence[Person]) -> Sum:
    """Return a count that is no lower than those told one by one and the others told of behind them.

    "A man was flown to a hospital. Three others are recovering": four.
    """
    for i, others in enumerate(stated):
        counted = others.toll.count > 1 and not (others.toll.vague or others.toll.part)
        if not (others.toll.besides and counted) or any(
            s.toll.count >= others.toll.count for s in stated[:i]
        ):
            continue
        alone = singles([s for s in stated[:i] if s.sentence < others.sentence])
        count = others.toll.count + len(without(alone, dead))
        if count > found.count:
            found = Sum(count, max(found.low, 1), max(found.high, count), [*stated[:i], others])
    return found


def without_whole(stated: Sequence[Stated], killed: Sum, deaths: Sequence[Stated]) -> list[Stated]:
    """Return the injured without a count of all who were hit, where a later one leaves out those of them who died
    ("four people were wounded … two of them died … a man and a woman who were wounded will survive")."""
    apart = [
        s
        for s in stated
        if not (s.toll.weak or s.toll.vague or s.toll.part or s.toll.besides or s.toll.retold)
    ]
    dying = {s.sentence for s in deaths if s.toll.count}
    return [
        s
        for s in stated
        if not (
            s in apart
            and s.sentence not in dying
            and killed.count
            and any(
                o.sentence > s.sentence and 1 < o.toll.count == s.toll.count - killed.count for o in apart
            )
        )
    ]


def of_the_dead(one: Stated, stated: Sequence[Stated], deaths: Sequence[Stated]) -> bool:
    """Say whether "they" who had wounds are the dead of the sentence before ("… bodies. They had gunshot wounds")."""
    if not (one.toll.vague and one.toll.rule == "toll.pronoun"):
        return False
    before = [s for s in deaths if s.toll.count > 1 and 0 <= one.sentence - s.sentence <= 1]
    return bool(before) and not any(s.sentence >= before[-1].sentence and s is not one for s in stated)


def less(many: Sum, dead: Sum) -> Sum:
    """Return a count without the dead, who are among them."""
    return Sum(
        max(many.count - dead.count, 0),
        max(many.low - dead.high, 0),
        max(many.high - dead.low, 0),
        many.used,
    )


def singles(stated: Sequence[Stated], beside: frozenset[int] = frozenset()) -> list[Person]:
    """Return the different persons whom tolls of one tell of.

    Those of the sentences `beside` are told of beside the one who died, and are not he ("the girl was hit in the chest;
    her aunt was hit in the hand").
    """
    return told_singly(
        [
            (s.sentence, replace(s.person, fresh=True) if s.person.new and s.sentence in beside else s.person)
            for s in stated
            if s.person is not None and not is_own_death(s)
        ]
    )


def at_least(found: Sum, persons: Sequence[Person], stated: Sequence[Stated]) -> Sum:
    """Return a count that is no lower than the number of the persons told one by one."""
    count = len(persons)
    if count <= found.count:
        return found
    used = [s for s in stated if s.person is not None]
    return Sum(count, max(found.low, 1), max(found.high, count), used)


def one_more(found: Sum, stated: Sequence[Stated]) -> Sum:
    """Return a count that is no lower than the ordinal of one who died besides ("a third man died": three)."""
    nth = [s for s in stated if s.toll.nth and s.toll.ordinal > found.count]
    if nth:  # "a fourth victim has died"
        count = nth[-1].toll.ordinal
        return Sum(count, count, max(found.high, count), [*found.used, nth[-1]])
    last = [s for s in stated if s.toll.ordinal == found.count + 1 > 1]
    return Sum(found.count + 1, found.low + 1, found.high + 1, found.used + last[:1]) if last else found


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
    return own.toll.kind in {"killed", "injured"} and any(
        s.toll.rule in reach and 0 <= own.sentence - s.sentence <= reach[s.toll.rule] for s in others
    )


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
            (s.toll.everyone and (s.sentence, s.toll.first) < before)
            or (s.toll.everyone and s.sentence != own.sentence and s.toll.count > victims)
            or (s not in objects and s.toll.count == victims + 1 > 1)
        )
        for s in stated
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
    if included or not number:
        return killed
    return Sum(killed.count + number, killed.low + number, killed.high + number, killed.used + deaths[:1])
