"""Who is it, when people are told one by one? "A 20-year-old man was shot; a woman, 31, …; Ali Reza later died"."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsledger.coder.grammar import DAYS
from newsledger.coder.howmany.names import in_titles
from newsledger.coder.howmany.vocabulary import grammar, number_words, people
from newsledger.coder.words import Words

MEN = frozenset(
    "man gunman boy male father son brother husband uncle nephew grandfather grandson he him himself gentleman"
    " policeman dad stepdad grandpa stepfather"
    " boyfriend ex-boyfriend ex-husband groom fiance stepson stepbrother godson father-in-law son-in-law"
    " brother-in-law".split()
)
WOMEN = frozenset(
    "woman girl female mother daughter sister wife aunt niece grandmother granddaughter she her herself mom stepmom"
    " grandma stepmother"
    " policewoman girlfriend ex-girlfriend ex-wife widow bride waitress fiancee stepdaughter sister-in-law"
    " mother-in-law daughter-in-law".split()
)
# what people are in a crime
ROLES = {
    "police": frozenset("officer policeman policewoman deputy trooper sergeant detective constable".split()),
    "suspect": frozenset(
        "suspect gunman shooter attacker assailant robber intruder burglar perpetrator carjacker".split()
    ),
    "driver": frozenset({"driver", "motorist", "motorcyclist"}),
    "passenger": frozenset({"passenger"}),
    "clerk": frozenset({"clerk", "cashier", "bartender", "teller"}),
    "customer": frozenset({"customer", "patron", "shopper"}),
    "owner": frozenset({"homeowner", "landlord"}),
    "bystander": frozenset({"bystander", "passerby"}),
    "guard": frozenset({"guard", "bouncer"}),
    "victim": frozenset({"victim"}),
    "person": frozenset("man woman boy girl teen teenager".split()),
}
# roles that no one person has both
OPPOSED = frozenset(
    frozenset(pair.split("-"))
    for pair in (
        "police-suspect victim-suspect driver-passenger clerk-customer clerk-suspect customer-suspect owner-suspect"
        " bystander-suspect guard-suspect police-driver police-passenger police-bystander clerk-bystander"
        " guard-customer owner-passenger"
    ).split()
)
DEFINITE = frozenset({"the", "he", "she", "him", "her"})
OWN = frozenset({"his", "her", "their"})
INDEFINITE = frozenset({"a", "an", "another"})
FRESH = frozenset({"another", "second", "third", "fourth", "fifth", "sixth"})
AGES = frozenset({"year", "month", "week", "day"})
PLACING = frozenset({"from", "of", "in", "at", "near", "to"})
TOGETHER = 3  # sentences in which the dead of one event are told of one after the other
OLDEST = 110  # years


@dataclass(frozen=True, slots=True)
class Person:
    """What tells one person from another: age (-1: not told), sex (m, f or empty) and name.

    `fresh`: besides others ("another man"); `new`: told of for the first time, it may be ("a man", "Ali Reza"; not
    "the man", "he"); `known`: told of before ("the man", "he"); `role`:
    what he is in the crime ("police", "suspect", "driver" …) or empty; `kin`: told of as somebody's ("her son");
    `other`: "the other man", who is none of those told of before.
    """

    age: int = -1
    sex: str = ""
    name: frozenset[str] = frozenset()
    fresh: bool = False
    new: bool = False
    known: bool = False
    role: str = ""
    kin: bool = False
    other: bool = False

    def may_be(self, other: "Person") -> bool:
        """Say whether two persons may be one: nothing that is told of both differs."""
        return (
            (self.age == other.age or -1 in (self.age, other.age))
            and (self.sex == other.sex or not (self.sex and other.sex))
            and (not (self.name and other.name) or bool(self.name & other.name))
            and frozenset({self.role, other.role}) not in OPPOSED
            and not (self.is_officer(other) or other.is_officer(self))
        )

    def is_officer(self, other: "Person") -> bool:
        """Say whether this is an officer told of for the first time and the other "the man", as whom no one speaks of
        him ("Officer Diaz was hit; the man died")."""
        return self.role == "police" and self.new and other.role == "person" and other.known

    def joined(self, other: "Person") -> "Person":
        """Return what is known of a person from both."""
        return Person(
            max(self.age, other.age),
            self.sex or other.sex,
            self.name | other.name,
            self.fresh or other.fresh,
            self.new or other.new,
            role=max(self.role, other.role, key=lambda role: (bool(role), role != "person")),
        )


def person_of(words: Words, first: int, last: int) -> Person:
    """Return what tokens `first` to `last`, and an age behind them, tell of one person."""
    norm = words.norm
    age, sex, head = age_behind(norm, last), "", first
    for i in range(first + 1, last):  # "Lyle Nance, 48,"
        if age_behind(norm, i) >= 0:
            age, last = age_behind(norm, i), i
            break
    for i in range(first, last):
        word = norm[i]
        if age < 0 and norm[i + 2 : i + 3] == ["old"] and norm[i + 1] in AGES:
            age = years(word) if norm[i + 1] == "year" else 0
        if not sex and (word not in OWN or last == first + 1):  # "her son"
            sex = "m" if word in MEN else "f" if word in WOMEN else ""
        if not words.is_name(i):
            head = i + 1
    placed = head == first and first > 0 and norm[first - 1] in PLACING  # "Ali from Gao died"
    common = MEN | WOMEN | people().one
    common = common | AGES | {"old"}
    name = frozenset(
        n
        for n in norm[head:last]
        if n.isalpha() and len(n) > 1 and n not in common and n not in DAYS and not placed and years(n) < 0
    )
    if in_titles(words, first, last):
        name = frozenset()  # "Sister After Finding Gun"
    if {*norm[last : last + 2]} & people().one and "old" in norm[first:last]:
        name = frozenset()  # "a 20-year-old Smith College football player"
    one = norm[first] == "one" and last - first > 1 and norm[first + 1] != "of"  # "one man was shot"
    new = one or norm[first] in INDEFINITE or bool(name) or norm[first + 1 : first + 2] == ["year"]
    kin = norm[last - 1] in grammar()["kin"] and (norm[first] in OWN or "'s" in norm[first:last])
    new = new or kin  # "his wife", "Maria's son"
    of_others = norm[last - 1] in norm[:first]  # "a teen was arrested for the shooting of another teen"
    one_other = norm[first : first + 2] == ["one", "other"]
    other = norm[first : first + 2] == ["the", "other"]
    fresh = (one_other or bool(FRESH & set(norm[first : min(first + 3, last)]))) and not of_others
    known = (
        norm[first] in DEFINITE and not other and not (norm[first] in OWN and last > first + 1)
    )  # not "her aunt"
    new = new or one_other
    return Person(age, sex, name, fresh, new, known, role_of(norm[first:last]), kin, other)


def role_of(words: Sequence[str]) -> str:
    """Return what somebody is in a crime by his noun: one of the police, the suspect, the victim, or empty."""
    return next((role for role, nouns in ROLES.items() if not nouns.isdisjoint(words)), "")


def years(word: str) -> int:
    """Return how many years a figure or word says, or -1."""
    if word.isdecimal():
        return int(word)
    known = number_words()
    return known.units.get(word, known.tens.get(word, -1))


def age_behind(norm: Sequence[str], at: int) -> int:
    """Return the age that stands behind a comma at token `at` (", 24,"), or -1."""
    if at + 1 < len(norm) and norm[at] == "," and norm[at + 1].isdecimal() and int(norm[at + 1]) <= OLDEST:
        return int(norm[at + 1])
    return -1


def told_singly(persons: Sequence[tuple[int, Person]]) -> list[Person]:
    """Return the different persons among (sentence, person) pairs.

    Those of one sentence differ, and so do those of whom age, sex or name differ.
    """
    found: list[tuple[Person, set[int]]] = []
    unknown: list[Person] = []
    for sentence, person in persons:
        at = next((k for k, (known, seen) in enumerate(found) if is_told(known, person, sentence, seen)), -1)
        if at >= 0:
            found[at] = (found[at][0].joined(person), found[at][1] | {sentence})
        elif (person.new or person.other) and (
            not found or sentence - max(max(seen) for _, seen in found) <= TOGETHER
        ):
            found.append((person, {sentence}))
        elif (
            person.known
            and (person.sex or is_suspect(person, found))
            and not any(person.may_be(other) for other in unknown)
        ):
            unknown.append(person)
    others = [p for p in unknown if found and not any(known.may_be(p) for known, _ in found)]
    return [*(person for person, _ in found), *others]  # "he died" is not the girl who died


def is_suspect(person: Person, found: Sequence[tuple[Person, set[int]]]) -> bool:
    """Say whether a person is the suspect of a crime whose victims are all something else ("an officer … the
    gunman")."""
    return person.role == "suspect" and bool(found) and not any(known.may_be(person) for known, _ in found)


def is_told(known: Person, person: Person, sentence: int, seen: set[int]) -> bool:
    """Say whether a person of a sentence is one that is known from the sentences `seen`."""
    again = person.new and (
        (known.new and sentence in seen) or (person.fresh and not known.fresh and sentence - 1 in seen)
    )
    return known.may_be(person) and not again


def is_dead(person: Person, dead: Person) -> bool:
    """Say whether an injured person is surely the one who died: of one age or name, or "the boy", "she"."""
    if (
        person.role == "police"
        and person.known
        and dead.sex
        and not (dead.role not in {"", "person"} or dead.name)
    ):
        return False  # "a man shot by an officer has died. The officer was grazed"
    same = person.age == dead.age >= 0 or bool(person.name & dead.name) or person.known
    return same and person.may_be(dead) and not (person.fresh or person.other)


def without(persons: Sequence[Person], dead: Sequence[Person]) -> list[Person]:
    """Return the persons who may be none of the dead; each of the dead takes one at most, the likeliest first."""
    left = list(persons)
    for one in dead:
        besides = one.fresh or one.other  # "another man" is not he
        alike = [p for p in left if p.may_be(one) and (besides or not (p.fresh or p.other))]
        if alike:
            left.remove(
                max(alike, key=lambda p: (bool(p.name & one.name), p.age == one.age, p.sex == one.sex))
            )
    return left
