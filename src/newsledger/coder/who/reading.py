"""Reading: a sentence with its units, and what every step of putting mentions together asks of it."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TypeAlias

from newsledger.coder.spans import PRIVATE, Mention, Sentence
from newsledger.coder.who.counting import count_before
from newsledger.coder.who.nouns import primary
from newsledger.coder.who.units import Unit
from newsledger.coder.who.vocabulary import grammar

Read: TypeAlias = tuple[Mention | None, int]  # a mention, if any, and the unit to go on with
GAP = 2  # adjectives between a country and a word for its people
FORCES = "forces"
PARTICLES = frozenset({"al", "el", "bin", "ould", "abu", "de", "ag"})  # inside a person's name
UNARMED = frozenset({"civilian", "civilians", "identity", "unarmed", "work"})
# before words for private people they say that these carry arms ("masked youths", "machete-wielding villagers")
ARMING = frozenset({"armed", "masked", "hooded", "balaclava-clad", "toting", "wielding", "camouflaged"})
STREET = frozenset({"striking", "protesting", "demonstrating"})
SETTLERS = "settlers"  # a crowd, masked or not
# crowds, too, if only their faces are hidden
YOUNG = frozenset(
    "youths youngsters teenagers teens adolescents students schoolchildren pupils undergraduates".split()
)
FACES = frozenset({"masked", "hooded", "balaclava-clad"})

MEN = frozenset(
    {"men", "boys", "hunters", "youths", "volunteer", "volunteers", "cadets"}
)  # of an armed group
CHECKPOINTS = frozenset({"checkpoint", "checkpoints"})  # with a country's name they are soldiers'
TAKEN = frozenset({"hostage", "captive"})  # "took four warders hostage"
FORMER = 2  # tokens before a title


class Reading(ABC):
    """A sentence, its units, and the small words."""

    def __init__(self, sentence: Sentence, units: list[Unit]) -> None:
        self.sentence = sentence
        self.norm: Sequence[str] = sentence.words.norm
        self.glued: Sequence[bool] = sentence.words.glued
        self.units = units
        self.small = grammar()
        self.shared: list[Mention] = []

    @abstractmethod
    def country(self, at: int) -> Read:
        """Read the country at unit `at`, with the people named behind it."""

    @abstractmethod
    def group(self, at: int, first: int, country: str) -> Read:
        """Read the named group at unit `at`."""

    @abstractmethod
    def people_words(self, at: int, first: int, country: str) -> Read:
        """Read the words for people at unit `at`."""

    @abstractmethod
    def joins(self, unit: Unit, nxt: Unit) -> bool:
        """Say whether the people named by `nxt` are those of the country `unit`."""

    def is_maker(self, unit: Unit) -> bool:
        """Say whether a unit only tells whose make or property a thing is ("Chinese made", "Government approved")."""
        after = unit.last
        if after + 1 >= len(self.norm) or self.norm[after] not in self.small["makers"]:
            return False
        owner = "demonym" in unit.tags if unit.kind == "country" else "government" in unit.tags
        bare = self.norm[after + 1] not in self.small["breaks"] and self.norm[after + 1][0].isalpha()
        return owner and (self.glued[after] or bare)

    def is_backer(self, unit: Unit) -> bool:
        """Say whether a unit is the first half of "Turkey-backed", "rebel-held"."""
        after = unit.last
        if after >= len(self.norm) or self.norm[after] not in self.small["backers"]:
            return False
        return self.glued[after] or (unit.kind == "country" and self.next_within(after, 1 + GAP))

    def next_within(self, after: int, reach: int) -> bool:
        """Say whether a unit starts within `reach` tokens from token `after`."""
        return any(after < u.first <= after + reach for u in self.units)

    def of_commander(self, unit: Unit, last: int) -> bool:
        """Say whether "forces" are those of somebody whom nothing makes a state's ("forces of Haitham al-Tajouri")."""
        if unit.id != FORCES or self.norm[last : last + 1] not in (["of"], ["loyal"]):
            return False
        at = last + (1 if self.norm[last] == "of" else 2)
        known = {i for u in self.units for i in range(u.first, u.last)}
        words = self.sentence.words
        named = [i for i in (at, at + 1) if i < len(words) and i not in known and words.norm[i].isalpha()]
        particle = len(named) == 2 and words.norm[at + 1] in PARTICLES
        return len(named) == 2 and words.is_name(at) and (particle or words.is_name(at + 1))

    def closes(self, first: int, last: int) -> bool:
        """Say whether a group is the short form in brackets of the name before it ("Congolese Front (CF) fighters")."""
        return bool(first) and self.norm[first - 1] == "(" and self.norm[last : last + 1] == [")"]

    def describes(self, at: int) -> bool:
        """Say whether a word for people only describes the fighters named right behind it ("a female bomber")."""
        pair = self.units[at : at + 2]
        if len(pair) < 2 or {u.kind for u in pair} != {"force"} or pair[0].last != pair[1].first:
            return False
        return primary(pair[0]) == "civilians" and primary(pair[1]) == "armed"

    def chain_end(self, at: int) -> int:
        """Return the unit behind the words for people that follow one another from unit `at` on."""
        end = at + 1
        while (
            end < len(self.units)
            and self.units[end].kind == "force"
            and self.units[end].first == self.units[end - 1].last
            and "anaphor" not in self.units[end].tags
            and self.norm[self.units[end].first] not in TAKEN
        ):
            end += 1
        return end

    def is_armys(self, mention: Mention) -> bool:
        """Say whether a country's name makes something its army's ("an Israeli checkpoint", "Russian bombers")."""
        word = self.norm[mention.last - 1]
        return word == "bombers" or (word in CHECKPOINTS and "site" in mention.tags)

    def is_former(self, first: int) -> bool:
        """Say whether words for people are told of the past: "the former interim president"."""
        return not self.small["former"].isdisjoint(self.norm[max(0, first - FORMER) : first])

    def owns(self, unit: Unit, at: int, tags: frozenset[str]) -> bool:
        """Say whether an "'s" at token `at` makes a group the owner of those who fight ("Hezbollah's fighters")."""
        if unit.first != at + 1 or self.norm[at] != "'s" or unit.kind != "force":
            return False
        fights = primary(unit) in {"armed", "gang"} and {"person", "plural"} & unit.tags
        return bool(fights) or self.their_men(unit, tags)

    def their_men(self, unit: Unit, tags: frozenset[str]) -> bool:
        """Say whether a word is of a group's fighters ("ARSA men"); a party's men are its members."""
        return self.norm[unit.first] in MEN and unit.last - unit.first == 1 and "party" not in tags

    def is_adjective(self, i: int) -> bool:
        """Say whether token `i` can stand between a country and a noun."""
        token = self.norm[i]
        if not token[0].isalpha() or token in self.small["breaks"]:
            return False
        if token.endswith("ed") and token not in self.small["adjectives"] and not self.glued[i]:
            return False
        return not any(
            s.first <= i < s.last and s.entry.form not in {"noun", "nouns"} for s in self.sentence.acts
        )

    def is_attribute(self, last: int) -> bool:
        """Say whether a noun that ends before token `last` is part of a longer one ("a rebel attack")."""
        if last >= len(self.norm):
            return False
        return self.glued[last] or any(
            s.first == last and s.entry.form in {"noun", "nouns"}
            for s in (*self.sentence.acts, *self.sentence.things)
        )

    def made(
        self, first: int, last: int, kind: str, country: str, entry: str, tags: frozenset[str], singular: bool
    ) -> Mention:
        """Return a mention with the number that stands before it."""
        count = count_before(self.norm, self.glued, first, singular)
        street = next((i for i in (first - 1, first - 2) if i >= 0 and self.norm[i] in STREET), -1)
        if kind in PRIVATE and street >= 0 and not singular:  # "striking Lusaka dockers"
            kind, tags, first = "protesters", tags | {"protesters"}, street
        arming = self.norm[first - 1] if first else ""
        masked = entry == SETTLERS or (self.norm[last - 1] in YOUNG and arming in FACES)
        if kind in PRIVATE and arming in ARMING and not masked:
            kind, entry, tags = "armed", "", (tags - UNARMED) | {"armed"}
        return Mention(first, last, kind, country, entry, tags, count)
