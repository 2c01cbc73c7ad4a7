"""What do the tolls of one event add up to? The killed, the hurt who survived, and those who died by their own bomb
(coding-rules 5).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsledger.coder.howmany.culprits import (
    is_suicide,
    with_culprit,
    with_perpetrator,
    without_culprit,
)
from newsledger.coder.howmany.kinds import of_kind
from newsledger.coder.howmany.persons import Person, is_dead, told_singly, without
from newsledger.coder.howmany.stated import Stated, Sum, is_own_death
from newsledger.coder.howmany.usable import of_event

NAMED = frozenset({"toll.name"})  # the rule of those whom names tell
STATE = ("police", "state")  # how the sides of a state's forces begin
SEVERAL = 3  # dead of one event, who are counted apart from those taken to hospital
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
        found = (
            of_injured(of_this, *without_shooter(slain, deaths, of_this))
            if kind == "injured"
            else of_kind(of_this)
        )
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


def without_shooter(
    killed: Sum, deaths: Sequence[Stated], hurt: Sequence[Stated]
) -> tuple[Sum, Sequence[Stated]]:
    """Return the dead who may be among those shot: nobody where only the gunman died ("police killed the gunman after
    three people were shot")."""
    told = [s for s in deaths if s.toll.count]
    police = any(s.side.startswith(STATE) for s in hurt)  # "two deputies were shot … the gunman was killed"
    apart = bool(told) and all(s.side.startswith(STATE) for s in hurt if s.toll.count)
    if apart and not any(s.side.startswith(STATE) for s in told):
        return Sum(), []  # "two officers were hit before they killed the man"
    only = bool(told) and all(s.culprit and (s.toll.rule == "toll.object" or police) for s in told)
    return (Sum(), []) if only else (killed, deaths)


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
        his = [s for s in his if not is_beside(s, deaths)]
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
    taken = (
        less(killed, there) if killed.count < SEVERAL else Sum()
    )  # several dead were not taken to hospital
    survived = max(less(shot, gone), less(cared, taken), key=lambda found: found.count)
    found = survived if survived.count > hurt.count or (unclear and (shot.count or cared.count)) else hurt
    sure = singles([s for s in stated if not s.toll.weak or s.toll.limb], beside)
    maybe = without(singles(stated, beside), sure)
    dead = singles(deaths)
    unnamed = max(killed.count - len(dead), 0)
    maybe, others = without(maybe, dead), [p for p in maybe if is_other(p, deaths) or is_left(p, deaths)]
    apart = [
        s.person for s in stated if s.person and s.person not in [*sure, *others] and is_apart(s, deaths)
    ]
    others += [p for p in apart if not any(p.may_be(o) for o in [*sure, *others])][:1]
    maybe = [p for p in sorted(maybe, key=lambda p: p.fresh) if p not in others][
        unnamed:
    ]  # "another man" may live
    found = and_others(at_least(found, [*sure, *others, *maybe], stated), stated, dead)
    return one_of_all(found, stated, killed.count)


def one_of_all(found: Sum, stated: Sequence[Stated], killed: int) -> Sum:
    """Return a count of the injured with the last of all victims, where he is one more ("three were taken to a hospital
    and a fourth victim drove himself there": four)."""
    last = [s for s in stated if s.toll.ordinal == killed + found.count + 1 > 2]
    return Sum(found.count + 1, found.low + 1, found.high + 1, found.used + last[:1]) if last else found


def is_apart(hurt: Stated, deaths: Sequence[Stated]) -> bool:
    """Say whether somebody hurt is surely not the one who died: of another sex or role, or told of for the first time
    in one sentence with him ("a deputy was shot while arresting a man, who was killed")."""
    one, told = hurt.person, [d for d in deaths if d.toll.count]
    if one is None or len(told) != 1 or told[0].person is None:
        return False
    dead = told[0].person
    beside = hurt.sentence == told[0].sentence and one.new and dead.new
    return (beside and hurt.toll.victims != told[0].toll.victims) or is_other(one, told)


def is_other(person: Person, deaths: Sequence[Stated]) -> bool:
    """Say whether somebody can be none of the dead, each of whom is told of by himself ("the driver died; his passenger
    is in hospital")."""
    told = [s.person for s in deaths if s.toll.count]
    return bool(told) and not any(one is None or person.may_be(one) for one in told)


def is_left(person: Person, deaths: Sequence[Stated]) -> bool:
    """Say whether somebody hurt is a relative of people who are named where it is said that they died ("Ana Silva and
    her brother were killed. Her son is in hospital")."""
    told = [d.toll for d in deaths if d.toll.count]
    return person.kin and bool(told) and all(t.rule in NAMED and t.count > 1 for t in told)


def is_beside(hurt: Stated, deaths: Sequence[Stated]) -> bool:
    """Say whether the object of one verb of a sentence is hurt and that of another killed ("killed a guest and injured
    the bride")."""
    one = hurt.toll
    return (
        one.rule == "toll.object"
        and not one.weak
        and any(
            d.sentence == hurt.sentence and d.toll.rule == "toll.object" and d.toll.victims != one.victims
            for d in deaths
        )
    )


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
