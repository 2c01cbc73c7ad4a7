"""What does one statement say of how many suffered what (coding-rules 5)?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Toll:
    """One statement of how many people suffered what: tokens `first` to `last` (exclusive) of one sentence.

    `kind` is killed, injured, captured, missing, displaced or arrested. `count` is the number to code, `low`
    to `high` what the words allow. `victims` is the token range of the people, `mention` the index of the
    sentence's mention in it, or -1. `vague`: a bare plural. `part`: of another number ("including two
    children"). `adds`: besides those counted before ("three others", "later died"). `includes_perpetrator`:
    the attacker is among them, or it is his own death. `total`: a total ("in all", "the death toll").
    `aggregate`: of a war, a year, a campaign. `cumulative_update`: it replaces or raises an earlier number.
    `zero`: it is said that there were none.
    `weak`: "shot" or "stabbed", so that the person may be among the dead. `retold`: told as a case, so that it may be
    another ("a shooting like that of two boys"). `definite`: those told of before ("all three", "the two men").
    `several`: of several crimes ("in shootings across the city"). `care`: taken to hospital, where they may have died;
    `there`: who died before that ("at the scene"). `everyone`: whoever lay dead, by his own hand or another's ("four
    were found dead"). `early`: taken back or replaced later. `few`: "several", no number. `ordinal`: the how-manieth
    he was ("a third man died"). `corrects`: said later, so that it stands even if it is lower.
    `besides`: "another", "two more". `nth`: of the dead so far ("a fourth victim has died"). `alive`: who lives when
    the story is told ("is expected to survive"). `limb`: hit in an arm or a leg alone, of which nobody dies as a rule.
    `echo`: only said again of those hurt before ("but survived"). `counts`: those of the members of a list, of which
    it is the sum ("seven militants and two soldiers").
    """

    first: int
    last: int
    kind: str
    count: int
    low: int
    high: int
    victims: tuple[int, int]
    mention: int = -1
    vague: bool = False
    part: bool = False
    adds: bool = False
    includes_perpetrator: bool = False
    total: bool = False
    aggregate: bool = False
    cumulative_update: bool = False
    zero: bool = False
    weak: bool = False
    retold: bool = False
    definite: bool = False
    several: bool = False
    care: bool = False
    there: bool = False
    everyone: bool = False
    early: bool = False
    few: bool = False
    ordinal: int = 0
    corrects: bool = False
    besides: bool = False
    alive: bool = False
    nth: bool = False
    limb: bool = False
    echo: bool = False
    rule: str = ""
    counts: tuple[int, ...] = ()
