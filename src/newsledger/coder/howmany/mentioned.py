"""Who is counted? The noun phrases for people in a sentence from left to right, each with how many they are."""

from collections.abc import Sequence
from dataclasses import replace

from newsledger.coder.howmany.counted import PAIRS, numbered, sized
from newsledger.coder.howmany.numbers import Number
from newsledger.coder.howmany.parties import JOINTS, PLURAL, Party
from newsledger.coder.howmany.phrases import NounPhrases
from newsledger.coder.howmany.vocabulary import party_starts, pronoun_counts
from newsledger.coder.spans import Sentence

PARTICLES = (["al"], ["el"], ["bin"], ["ben"], ["ibn"], ["abu"], ["de"], ["da"], ["del"], ["van"], ["ul"])
RANKED = frozenset({"senior", "top", "former", "prominent", "leading", "veteran", "deputy", "alleged"})
LONGEST = 4  # tokens of a name
STRUCK = frozenset(
    {"in", "to", "on", "through", "near"}
)  # words before a part of the body ("hit in the head")
ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh"})
ONE_IS = (
    ["was"],
    ["is"],
    ["has"],
    ["had"],
)  # verbs behind two nouns for one person ("a husband and father was")
# pairs of kin that one person is ("a father and grandfather"); "a father and son" are two
BOTH = frozenset(
    frozenset(pair.split("-"))
    for pair in (
        "husband-father father-grandfather husband-grandfather wife-mother mother-grandmother wife-grandmother"
        " son-brother daughter-sister brother-uncle sister-aunt father-brother mother-sister father-uncle"
        " mother-aunt father-friend mother-friend brother-friend sister-friend son-father daughter-mother"
    ).split()
)
VEHICLES = frozenset(
    "boat boats ferry ferries train trains van vans bus buses minibus car cars truck trucks convoy vehicle vehicles"
    " ship plane planes jet flight bridge lounge cabin door window seat entrance base camp post barracks".split()
)
SIBLINGS = frozenset("brother brothers sister sisters siblings twins daughters sons".split())
ELDERS = frozenset({"grandparents", "parents", "newlyweds"})
UNCERTAIN = frozenset({"suspected", "alleged", "unknown", "unidentified", "elderly"})

ESCAPES = (["drove"], ["ran"], ["walked"], ["escaped"], ["survived"], ["staggered"])
KINDRED = frozenset({"family", "household"})
MANY_DO = (["were"], ["are"], ["have"])  # verbs behind one person that tell of more than that person


class PartyFinder:
    """Finds the parties of one sentence; `triggers` are the tokens of its toll words."""

    def __init__(self, sentence: Sentence, numbers: Sequence[Number], triggers: frozenset[int]) -> None:
        self.phrases = NounPhrases(sentence, numbers, triggers)

    def find(self) -> list[Party]:
        """Return the parties from left to right, without overlaps."""
        found: list[Party] = []
        last = 0
        for at in self.starts():
            party = self.party_at(at) if at >= last else None
            if party is not None and not self.names_thing(party):
                found.append(self.marked(party, found))
                last = max(party.last, at + 1)
        return self.all_among(found)

    def names_thing(self, party: Party) -> bool:
        """Say whether a noun for one person only tells what kind of thing follows ("a passenger boat")."""
        tokens = self.phrases.tokens
        one = party.count == 1 and not party.pronoun and tokens[party.last - 1] in self.phrases.known.one
        return one and tokens[party.last : party.last + 1] != [] and tokens[party.last] in VEHICLES

    def all_among(self, found: list[Party]) -> list[Party]:
        """Mark those listed before somebody "among them" as a part, too ("seven people, her husband and a clerk among
        them")."""
        tokens = self.phrases.tokens
        for i in range(len(found) - 1, 1, -1):
            last, before = found[i], found[i - 1]
            listed = tokens[before.last : last.first] == ["and"] and not before.part
            if listed and last.part and tokens[last.last : last.last + 1] == ["among"]:
                found[i - 1] = replace(before, part=True)
        return found

    def starts(self) -> list[int]:
        """Return the words at which a party may begin, from left to right; most words are none of them."""
        phrases, words = self.phrases, party_starts()
        known = {**phrases.numbers, **phrases.mentions}
        tokens = phrases.tokens
        ages = "year" in tokens  # "6-year-old shot"
        return [
            i
            for i, word in enumerate(tokens)
            if (word in words and (not i or tokens[i - 1] != "anti"))
            or i in known
            or (ages and tokens[i + 1 : i + 2] == ["year"])
            or (i in phrases.names and tokens[i + 1 : i + 2] == ["'s"])  # "Brown's sister"
            or (tokens[i - 1] == "and" and i > 1 and tokens[i - 2] in phrases.small["kin"])
        ]

    def party_at(self, at: int) -> Party | None:
        """Return the party that begins at word `at`, or None."""
        phrases = self.phrases
        word = phrases.tokens[at]
        number = phrases.numbers.get(at)
        if number is not None:
            return numbered(phrases, number)
        if at in phrases.triggers:
            return None
        if word in pronoun_counts() and not (word == "her" and phrases.head_from(at + 1)[0]):
            return self.pronoun(at)
        if word in phrases.small["determiners"]:
            return self.determined(at)
        return self.titled(at) or self.relative(at) or self.both(at) or self.bare(at)

    def pronoun(self, at: int) -> Party:
        """Return "him" (one), "them" (a bare plural), "himself" (the perpetrator)."""
        word = self.phrases.tokens[at]
        one = pronoun_counts()[word]
        size = one or PLURAL
        own = word.endswith(("self", "selves"))
        return Party(at, at + 1, size, size, size, not one, pronoun=True, perpetrator=own, counted=bool(one))

    def determined(self, at: int) -> Party | None:
        """Return "the soldier", "her two children", "another man", "another" beside a toll word."""
        phrases = self.phrases
        word = phrases.tokens[at]
        after = None if word in ("a", "an", "one") else phrases.numbers.get(at + 1)
        if after is not None:
            own_number = numbered(phrases, after)
            return replace(own_number, first=at) if own_number else None
        if word in ("a", "the") and ORDINALS & set(phrases.tokens[at + 1 : at + 2]):
            alone = not phrases.tokens[at + 2 : at + 3] or not phrases.tokens[at + 2][:1].isalnum()
            if phrases.acts_next(at + 2) or (alone and at - 1 in phrases.triggers):
                return self.definite(at, at + 2, False, word == "a")  # "a third died", "injured the third"
        if (
            word == "the"
            and phrases.tokens[at + 1 : at + 2] == ["other"]
            and not phrases.head_from(at + 2)[0]
        ):
            return self.definite(at, at + 2, False, True) if self.does_next(at + 2) else None
        last, plural = phrases.head_from(at + 1)
        if word == "another":
            if not last and phrases.tokens[at - 1] in ("of", "one"):
                return None  # "killing one another"
            who = phrases.tokens[at + 1 : at + 2] == ["who"]  # "found one dead and another who had been shot"
            if last or who or phrases.acts_next(at + 1) or at - 1 in phrases.triggers:
                return self.definite(at, last or at + 1, plural, True)
            unknown = phrases.unknown_noun(at + 1) or 0  # "another private succumbed to his wounds"
            return (
                self.definite(at, at + 2, False, True)
                if unknown == at + 2 and unknown in phrases.triggers
                else None
            )
        if word in ("a", "an") and (of_size := sized(phrases, at)):
            return of_size
        if not last or (
            phrases.tokens[last - 1] in phrases.small["body"] and phrases.tokens[at - 1] in STRUCK
        ):
            return None  # "was shot in the head"
        return self.definite(at, last, plural, phrases.tokens[at + 1] in phrases.small["more"])

    def bare(self, at: int) -> Party | None:
        """Return people without an article: "6-year-old shot", "Man, 40, killed", "others", "troops"."""
        phrases = self.phrases
        word, tokens = phrases.tokens[at], phrases.tokens
        if tokens[at + 1 : at + 3] == ["year", "old"]:
            last, _ = phrases.head_from(at)
            return Party(at, max(last, at + 3), 1, 1, 1, counted=True)
        if at - 1 in phrases.triggers and word in UNCERTAIN:  # "mob kills suspected thief"
            last, plural = phrases.head_from(at)
            if last and not plural and tokens[last - 1] in phrases.known.one:
                return Party(at, last, 1, 1, 1, counted=True)
        if word in phrases.known.one and not (
            at in phrases.names and at - 1 in phrases.names
        ):  # "Dominique King" is none
            if tokens[at + 1 : at + 2] == [","] == tokens[at + 3 : at + 4] and tokens[at + 2].isdecimal():
                return Party(at, at + 4, 1, 1, 1, counted=True)
            listed = at > 1 and tokens[at - 1] == "and" and tokens[at - 2] in phrases.known.one
            if (phrases.stands_bare(at) or listed) and not (listed and self.is_same(at, at + 1)):
                return Party(at, at + 1, 1, 1, 1, counted=True)
        if (
            (at == 0 or tokens[at - 1] == ":")
            and word in phrases.known.one
            and tokens[at + 1 : at + 2] == [","]
            and self.headline_list(at + 2)
        ):
            return Party(at, at + 1, 1, 1, 1, counted=True)
        if at in phrases.names and at - 1 not in phrases.names and (last := self.kin(at)):
            return Party(at, last, 1, 1, 1, counted=True)
        if word in ("others", "dozens") or tokens[at - 1 : at + 1] == ["the", "rest"]:
            return Party(at, at + 1, PLURAL, PLURAL, PLURAL, vague=True, more=word == "others")
        if word in phrases.known.many or at in phrases.mentions:
            last, plural = phrases.head_from(at)
            if last and plural:
                return Party(at, last, PLURAL, PLURAL, PLURAL, vague=True)
        return None

    def does_next(self, at: int) -> bool:
        """Say whether "the other" before token `at` is somebody: something happens to him, or he does something."""
        return self.phrases.acts_next(at) or self.phrases.tokens[at : at + 1] in ESCAPES

    def titled(self, at: int) -> Party | None:
        """Return somebody with title and name as the object of a verb ("killing minister Ada Ruiz and two guards")."""
        phrases = self.phrases
        tokens = phrases.tokens
        told = at - 1 - (at > 0 and tokens[at - 1] in RANKED)
        last, plural = phrases.head_from(at) if told in phrases.triggers else (0, False)
        if not last or plural or phrases.known.one.isdisjoint(tokens[at:last]):
            return None
        end = last
        while end - at < 2 * LONGEST and (
            end in phrases.names or (tokens[end : end + 1] in PARTICLES and end + 1 in phrases.names)
        ):
            end += 1
        return Party(told + 1, end, 1, 1, 1, counted=True) if end - 1 in phrases.names else None

    def relative(self, at: int) -> Party | None:
        """Return a relative without a word of whose he is, behind one with it ("his wife and teenage daughter")."""
        phrases, tokens = self.phrases, self.phrases.tokens
        if at < 2 or tokens[at - 1] != "and" or tokens[at - 2] not in phrases.small["kin"]:
            return None
        last, plural = phrases.head_from(at)
        known = bool(last) and not plural and tokens[last - 1] in phrases.small["kin"]
        known = known and not self.is_same(at, last)
        return Party(at, last, 1, 1, 1, counted=True) if known else None

    def is_same(self, at: int, last: int) -> bool:
        """Say whether a noun without an article behind "and" is said of the one person before it ("a husband and father
        was shot", "killed a father and grandfather"): the verb is that of one, or one person is both."""
        tokens = self.phrases.tokens
        one = {"a", "an"} & set(tokens[max(at - 5, 0) : at - 2]) and "," not in tokens[max(at - 5, 0) : at]
        if not one or tokens[last : last + 1] in MANY_DO:
            return False
        return tokens[last : last + 1] in ONE_IS or frozenset({tokens[at - 2], tokens[last - 1]}) in BOTH

    def both(self, at: int) -> Party | None:
        """Return "both his sons" (two)."""
        phrases, tokens = self.phrases, self.phrases.tokens
        if tokens[at] != "both" or not phrases.small["possessives"] & set(tokens[at + 1 : at + 2]):
            return None
        last, plural = phrases.head_from(at + 2)
        return Party(at, last, 2, 2, 2, counted=True) if last and plural else None

    def kin(self, at: int) -> int:
        """Return the end of "Maria's sister" where a name begins at token `at`, or 0."""
        phrases = self.phrases
        tokens, last = phrases.tokens, at
        while last in phrases.names and last - at < LONGEST:
            last += 1
        if tokens[last : last + 1] != ["'s"]:
            return 0
        for end in range(last + 1, min(last + 2 + LONGEST, len(tokens))):  # "Maria's 3-year-old sister"
            if tokens[end] in phrases.small["kin"]:
                return end + 1
            if end in phrases.triggers or not tokens[end][:1].isalnum() or phrases.is_small(tokens[end]):
                break
        return 0

    def headline_list(self, at: int) -> bool:
        """Say whether a list of people goes on at token `at` of a headline ("Father, two daughters shot")."""
        phrases = self.phrases
        return at in phrases.numbers or (
            at < len(phrases.tokens) and phrases.tokens[at] in phrases.known.one and phrases.stands_bare(at)
        )

    def definite(self, at: int, last: int, plural: bool, more: bool) -> Party:
        """Return "the soldier", "another man" (one) or "the soldiers" (a bare plural)."""
        phrases = self.phrases
        perpetrator = any(t in phrases.small["perpetrators"] for t in phrases.tokens[at:last])
        perpetrator = perpetrator and phrases.tokens[at] not in phrases.small["possessives"]  # "their driver"
        if self.are_two(at, last, plural):
            return Party(at, last, 2, 2, 2, more=more, perpetrator=perpetrator, counted=True)
        if plural:
            return Party(at, last, PLURAL, PLURAL, PLURAL, vague=True, more=more, perpetrator=perpetrator)
        return Party(at, last, 1, 1, 1, more=more, perpetrator=perpetrator, counted=True)

    def are_two(self, at: int, last: int, plural: bool) -> bool:
        """Say whether a noun is that of two people ("the couple", "his parents", "the twin girls", "the
        grandparents")."""
        tokens = self.phrases.tokens
        first, noun = tokens[at], tokens[last - 1]
        of_siblings = first == "their" and not SIBLINGS.isdisjoint(tokens[:at])
        parents = noun == "parents" and (first in ("his", "her", "my") or of_siblings)
        twins = plural and "twin" in tokens[at:last]
        return noun in PAIRS or parents or twins or (first == "the" and noun in ELDERS)

    def marked(self, party: Party, found: Sequence[Party]) -> Party:
        """Mark a party as part of a number given before: "including two women", "among them a child"."""
        phrases = self.phrases
        tokens, at = phrases.tokens, party.first - 1
        while at >= 0 and tokens[at] in (",", ":", "("):
            at -= 1
        listed = any(
            at - length + 1 >= 0 and phrases.small["part-phrases"].at(tokens, at - length + 1) == length
            for length in (2, 3, 4)
        )
        behind = tokens[party.last : party.last + 2] in (
            ["among", "them"],
            ["amongst", "them"],
            ["of", "them"],
        )
        kin = tokens[party.last - 1] in KINDRED and tokens[party.first + 1 : party.first + 2] in (
            ["of"],
            ["from"],
        )
        behind = behind or (kin and tokens[party.first - 1] == ",")  # "eight died, several of one family"
        part = at >= 0 and (tokens[at] in phrases.small["parts"] or listed or (behind and party.counted))
        if not part and found and found[-1].part and not found[-1].of_them:
            many = (
                party.count == 1 and tokens[party.last : party.last + 1] in MANY_DO
            )  # "a boy and a girl were"
            joint = tuple(tokens[found[-1].last : party.first])
            first = len(found) < 2 or not found[-2].part
            closed = first and joint == (",", "and")  # "four men, including a chief, and a girl were"
            part = joint in JOINTS and ((many and not closed) or not phrases.acts_next(party.last))
        return replace(party, part=True) if part else party
