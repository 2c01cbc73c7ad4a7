"""Who is counted? The noun phrases for people in a sentence, each with how many they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from newsledger.coder.howmany.numbers import Number
from newsledger.coder.howmany.vocabulary import People, WordList, grammar, people, pronoun_counts
from newsledger.coder.spans import Sentence

PLURAL = 3  # a bare plural (coding-rules 5)
REACH = 7  # tokens between a number and the noun it counts
ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh"})
UNITS = frozenset(
    {"family", "group", "gang", "team", "crew", "party", "band", "convoy", "patrol", "household"}
)
MILITARY_UNITS = frozenset(
    "battalion brigade regiment division corps squadron company platoon bn bde batallion rifles".split()
)
HOMES = frozenset({"family", "household", "village", "clan", "tribe", "community", "unit", "house"})
UNKNOWN = 3  # words of an unknown noun behind a number
ADJECTIVES = frozenset(
    {"suspected", "alleged", "confirmed", "presumed", "known", "elderly", "seriously", "badly"}
)
PAIRS = frozenset({"couple", "couples", "twins", "pair"})
PLURAL_KINDS = frozenset(
    {"crowd", "protesters", "rioters", "civilians", "armed", "gang", "communal", "mission"}
)
JOINTS = frozenset(
    {
        (",",),
        ("and",),
        (",", "and"),
        ("&",),
        ("plus",),
        ("as", "well", "as"),
        (",", "as", "well", "as"),
        ("along", "with"),
        (",", "along", "with"),
        ("together", "with"),
        ("alongside",),
        ("besides",),
    }
)


@dataclass(frozen=True, slots=True)
class Party:
    """People named together: tokens `first` to `last` (exclusive) and how many (coding-rules 5).

    `vague`: a bare plural; `part`: of a number given before ("including two women", "one of them"); `more`:
    besides a number given before ("three others"); `pronoun`; `perpetrator`: who did it; `ratio` says whether
    a number or an article counts them.
    """

    first: int
    last: int
    count: int
    low: int
    high: int
    vague: bool = False
    part: bool = False
    of_them: bool = False
    more: bool = False
    pronoun: bool = False
    perpetrator: bool = False
    counted: bool = False
    zero: bool = False
    rule: str = "party"


def replace_first(number: Number, first: int) -> Number:
    """Return a number that begins at another token."""
    return replace(number, first=first)


class PartyFinder:
    """Finds the parties of one sentence; `triggers` are the tokens of its toll words."""

    def __init__(self, sentence: Sentence, numbers: Sequence[Number], triggers: frozenset[int]) -> None:
        self.tokens = sentence.words.norm
        self.numbers: Mapping[int, Number] = {n.first: n for n in numbers}
        self.mentions = {m.first: m for m in sentence.mentions}
        self.triggers = triggers
        words = sentence.words
        cased = any(t.islower() for t in words.text)
        self.names = frozenset(
            i for i in range(len(words)) if cased and words.is_name(i) and i not in triggers
        )
        self.known: People = people()
        self.small: Mapping[str, WordList] = grammar()

    def find(self) -> list[Party]:
        """Return the parties from left to right, without overlaps."""
        found: list[Party] = []
        at = 0
        while at < len(self.tokens):
            party = self.party_at(at)
            if party is None:
                at += 1
                continue
            found.append(self.marked(party, found))
            at = max(party.last, at + 1)
        return found

    def party_at(self, at: int) -> Party | None:
        """Return the party that begins at word `at`, or None."""
        word = self.tokens[at]
        number = self.numbers.get(at)
        if number is not None:
            return self.numbered(number)
        if at in self.triggers:
            return None
        if word in pronoun_counts() and not (word == "her" and self.head_from(at + 1)[0]):
            return self.pronoun(at)
        if word in self.small["determiners"]:
            return self.determined(at)
        return self.bare(at)

    def pronoun(self, at: int) -> Party:
        """Return "him" (one), "them" (a bare plural), "himself" (the perpetrator)."""
        word = self.tokens[at]
        one = pronoun_counts()[word]
        size = one or PLURAL
        own = word.endswith(("self", "selves"))
        return Party(at, at + 1, size, size, size, not one, pronoun=True, perpetrator=own, counted=bool(one))

    def determined(self, at: int) -> Party | None:
        """Return "the soldier", "her two children", "another man", "another" beside a toll word."""
        word = self.tokens[at]
        after = None if word in ("a", "an", "one") else self.numbers.get(at + 1)
        if after is not None:
            own_number = self.numbered(after)
            return replace(own_number, first=at) if own_number else None
        if word == "a" and ORDINALS & set(self.tokens[at + 1 : at + 2]) and self.acts_next(at + 2):
            return self.definite(at, at + 2, False, True)  # "a third died"
        last, plural = self.head_from(at + 1)
        if word == "another":
            if not last and self.tokens[at - 1] in ("of", "one"):
                return None  # "killing one another"
            if last or self.acts_next(at + 1) or at - 1 in self.triggers:
                return self.definite(at, last or at + 1, plural, True)
            return None
        if word in ("a", "an") and (sized := self.sized(at)):
            return sized
        return self.definite(at, last, plural, self.tokens[at + 1] in self.small["more"]) if last else None

    def sized(self, at: int) -> Party | None:
        """Return "a family of four", "a group of ten miners" with the number that says its size, or None."""
        tokens = self.tokens
        for of in (at + 2, at + 3):
            number = self.numbers.get(of + 1)
            if tokens[of : of + 1] == ["of"] and tokens[of - 1] in UNITS and number is not None:
                inner = self.numbered(number)
                last = max(inner.last, number.last) if inner else number.last
                return self.of_number(replace_first(number, at), last)
        return None

    def acts_next(self, at: int) -> bool:
        """Say whether a toll word stands at token `at`, looking past "later", "was" and the like."""
        small = self.small
        while at < len(self.tokens) and (
            self.tokens[at] in small["between"] or self.tokens[at] in small["be"]
        ):
            at += 1
        return at in self.triggers

    def bare(self, at: int) -> Party | None:
        """Return people without an article: "6-year-old shot", "Man, 40, killed", "others", "troops"."""
        word, tokens = self.tokens[at], self.tokens
        if tokens[at + 1 : at + 3] == ["year", "old"]:
            last, _ = self.head_from(at)
            return Party(at, max(last, at + 3), 1, 1, 1, counted=True)
        if word in self.known.one and not (
            at in self.names and at - 1 in self.names
        ):  # "Dominique King" is none
            if tokens[at + 1 : at + 2] == [","] == tokens[at + 3 : at + 4] and tokens[at + 2].isdecimal():
                return Party(at, at + 4, 1, 1, 1, counted=True)
            if self.stands_bare(at) or (
                at > 1 and tokens[at - 1] in ("and", "&") and tokens[at - 2] in self.known.one
            ):
                return Party(at, at + 1, 1, 1, 1, counted=True)
        if word in ("others", "dozens"):
            return Party(at, at + 1, PLURAL, PLURAL, PLURAL, vague=True, more=word == "others")
        if word in self.known.many or at in self.mentions:
            last, plural = self.head_from(at)
            if last and plural:
                return Party(at, last, PLURAL, PLURAL, PLURAL, vague=True)
        return None

    def stands_bare(self, at: int) -> bool:
        """Say whether a singular noun without an article is somebody: "Man shot", "killing woman"."""
        tokens, small = self.tokens, self.small
        if at and at - 1 in self.triggers and tokens[at - 1] != "shooting":
            return not (
                at + 1 < len(tokens) and tokens[at + 1][:1].isalpha() and not self.is_small(tokens[at + 1])
            )
        follow = at + 1
        while follow < len(tokens) and tokens[follow] in small["between"]:
            follow += 1
        if follow >= len(tokens):
            return False
        return follow in self.triggers or (
            tokens[follow] in small["singular"] and follow + 1 in self.triggers
        )

    def definite(self, at: int, last: int, plural: bool, more: bool) -> Party:
        """Return "the soldier", "another man" (one) or "the soldiers" (a bare plural)."""
        perpetrator = any(t in self.small["perpetrators"] for t in self.tokens[at:last])
        perpetrator = perpetrator and self.tokens[at] not in self.small["possessives"]  # "their driver"
        if self.tokens[last - 1] in PAIRS:  # "the couple"
            return Party(at, last, 2, 2, 2, more=more, perpetrator=perpetrator, counted=True)
        if plural:
            return Party(at, last, PLURAL, PLURAL, PLURAL, vague=True, more=more, perpetrator=perpetrator)
        return Party(at, last, 1, 1, 1, more=more, perpetrator=perpetrator, counted=True)

    def names_unit(self, number: Number) -> bool:
        """Say whether a figure is the name of a unit ("the 209 Cobra Battalion", "57 Brigade")."""
        behind = self.tokens[number.last : number.last + 4]
        at = next((i for i, word in enumerate(behind) if word in MILITARY_UNITS), -1)
        figure = number.last == number.first + 1 and self.tokens[number.first].isdigit()
        return figure and at >= 0 and all(number.last + i in self.names for i in range(at + 1))

    def numbered(self, number: Number) -> Party | None:
        """Return the party that a number counts, or None where it counts things."""
        tokens, at = self.tokens, number.last
        if tokens[at : at + 1] in (["a"], ["an"]) and number.value == 1:  # "two people, one a child"
            one = self.head_from(at + 1)[0]
            return self.of_number(number, one, part=True) if one else None
        if self.only_describes(number) or self.names_unit(number):
            return None
        if tokens[at : at + 1] == ["of"] and at + 1 < len(tokens):
            if tokens[at + 1] in ("them", "whom", "those", "these", "which"):
                return self.of_number(number, at + 2, of_them=True)
            at += 1
            if tokens[at] in self.small["determiners"]:
                at += 1
                if at in self.triggers:  # "one of the wounded"
                    return self.of_number(number, at + 1, of_them=True)
        if tokens[at : at + 1] == ['"'] and '"' in tokens[at + 1 : at + 4]:
            at += 1  # seven "terrorists"
        more = at < len(tokens) and tokens[at] in self.small["more"]
        return self.counted_noun(number, at + more, more)

    def counted_noun(self, number: Number, at: int, more: bool) -> Party | None:
        """Return the party of a number with its noun at token `at`, unknown or none as it may be; None for things."""
        tokens = self.tokens
        if tokens[at : at + 1] == ["("]:
            last, _ = self.head_from(at + 1)
            if last and tokens[last : last + 1] == [")"]:
                return self.of_number(number, last + 1)
        last, _ = self.head_from(at)
        if not last:
            unknown = self.unknown_noun(at)
            if unknown is None:
                return None
            last = unknown
        if tokens[last : last + 1] == ["of"] and "family" in tokens[last + 2 : last + 4]:
            last = tokens.index("family", last) + 1  # "six civilians of one family"
        return self.of_number(number, max(last, at), more=more)

    def only_describes(self, number: Number) -> bool:
        """Say whether a number tells of people what they are: "six people of one family", "a girl of six"."""
        tokens, at = self.tokens, number.first
        if at < 2 or tokens[at - 1] != "of":
            return False
        one = tokens[number.first] == "one"
        family = one and bool(HOMES & set(tokens[number.last : number.last + 1]))
        return family or tokens[at - 2] in self.known.one

    def of_number(
        self, number: Number, last: int, part: bool = False, more: bool = False, of_them: bool = False
    ) -> Party:
        """Return a party with a number's counts."""
        high = number.value if number.high is None else number.high
        perpetrator = any(t in self.small["perpetrators"] for t in self.tokens[number.first : last])
        each = 2 if self.tokens[last - 1] in PAIRS and last - 1 >= number.last else 1  # "an elderly couple"
        return Party(
            number.first,
            last,
            number.value * each,
            number.low * each,
            high * each,
            part=part or of_them,
            of_them=of_them,
            more=more,
            perpetrator=perpetrator,
            counted=True,
            zero=number.rule == "number.none",
            rule=number.rule,
        )

    def head_from(self, at: int) -> tuple[int, bool]:
        """Return the end of the noun phrase for people that begins at `at`, 0 for none, and whether it is
        plural.
        """
        tokens, last, plural = self.tokens, 0, False
        i = at
        while i < min(at + REACH, len(tokens)):
            word = tokens[i]
            if i in self.numbers and i > at:
                break
            mention = self.mentions.get(i)
            if mention is not None and mention.kind == "state":
                return 0, False  # a country is nobody who could be counted
            if mention is not None:
                last = mention.last
                plural = tokens[last - 1] in self.known.many or (
                    mention.kind in PLURAL_KINDS
                    and tokens[last - 1] not in self.known.one
                    and ("plural" in mention.tags or "person" not in mention.tags)
                )
                i = last
                continue
            if word in ("passer", "passers") and tokens[i + 1 : i + 2] == ["by"]:
                last, plural, i = i + 2, word == "passers", i + 1
            elif word in self.known.one or word in self.known.many:
                last, plural = i + 1, word in self.known.many
            elif last and (self.goes_on(i) or (tokens[last - 1] == "old" and self.noun_follows(i))):
                pass  # "a local council member"
            elif word in ("old", "olds") and i > at and tokens[i - 1] == "year":  # "a 17-year-old"
                last, plural = i + 1, word == "olds"
            elif not last and word in ADJECTIVES:
                pass  # "a suspected house robber"
            elif last or i in self.triggers or not word[:1].isalnum() or self.is_small(word):
                break
            i += 1
        while last and not plural and last < len(tokens) and self.is_named(last):
            last += 1  # "Governor Ali Hassan"
        follows = tokens[last : last + 1]
        return (0, False) if follows == ["'s"] else (last, plural)

    def is_named(self, at: int) -> bool:
        """Say whether a token goes on the name of one person: a capital, or the stop behind an initial."""
        if self.tokens[at] == ".":
            return at > 1 and len(self.tokens[at - 1]) == 1 and at - 1 in self.names and at + 1 in self.names
        return at in self.names and at not in self.mentions

    def goes_on(self, at: int) -> bool:
        """Say whether an unknown word behind a noun for people is followed by the noun that they belong to."""
        word, nxt = self.tokens[at], self.tokens[at + 1 : at + 2]
        own = at in self.names and self.tokens[at - 1] != "old"  # "a 25-year-old Tamale man"
        if not word.isalpha() or at in self.triggers or own or self.is_small(word) or not nxt:
            return False
        return at + 1 not in self.triggers and (nxt[0] in self.known.one or nxt[0] in self.known.many)

    def noun_follows(self, at: int) -> bool:
        """Say whether a noun for a person ends the words behind "a 24-year-old" ("a 24-year-old TV news reporter")."""
        for i in range(at, min(at + UNKNOWN, len(self.tokens))):
            word = self.tokens[i]
            if i in self.triggers or not word[:1].isalpha() or self.is_small(word):
                return False
            if word in self.known.one:
                return True
        return False

    def unknown_noun(self, at: int) -> int | None:
        """Return the end of an unknown noun behind a number, None where it names things and not people."""
        i = at
        while i < min(at + UNKNOWN, len(self.tokens)):
            word = self.tokens[i]
            if i not in self.triggers and word in self.known.things:
                return None
            if i in self.triggers or not word[:1].isalpha() or self.is_small(word):
                break
            i += 1
        return i

    def is_small(self, word: str) -> bool:
        """Say whether a word is a function word that ends a noun phrase."""
        small = self.small
        return (
            word in small["be"]
            or word in small["have"]
            or word in small["prepositions"]
            or word in small["breaks"]
            or word in small["relative"]
            or word in small["between"]
            or word in small["determiners"]
            or word in small["parts"]
            or word in small["negations"]
            or word == "and"
            or word == "or"
        )

    def marked(self, party: Party, found: Sequence[Party]) -> Party:
        """Mark a party as part of a number given before: "including two women", "among them a child"."""
        tokens, at = self.tokens, party.first - 1
        while at >= 0 and tokens[at] in (",", ":", "("):
            at -= 1
        listed = any(
            at - length + 1 >= 0 and self.small["part-phrases"].at(tokens, at - length + 1) == length
            for length in (2, 3, 4)
        )
        behind = tokens[party.last : party.last + 2] in (
            ["among", "them"],
            ["amongst", "them"],
            ["of", "them"],
        )
        part = at >= 0 and (tokens[at] in self.small["parts"] or listed or (behind and party.counted))
        if not part and found and found[-1].part and not found[-1].of_them:
            part = tuple(tokens[found[-1].last : party.first]) in JOINTS and not self.acts_next(party.last)
        return replace(party, part=True) if part else party
