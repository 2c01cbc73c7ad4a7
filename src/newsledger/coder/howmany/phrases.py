"""Where does a noun phrase for people end, and is it of one or of several?"""

from collections.abc import Mapping, Sequence

from newsledger.coder.grammar import DAYS
from newsledger.coder.howmany.numbers import Number
from newsledger.coder.howmany.vocabulary import People, WordList, grammar, people
from newsledger.coder.spans import Mention, Sentence

REACH = 7  # tokens between a number and the noun it counts
UNKNOWN = 3  # words of an unknown noun behind a number
WOUNDS = frozenset(
    "gunshot bullet stab knife shrapnel graze wound wounds injury injuries burn machete".split()
)
ADJECTIVES = frozenset(
    {"suspected", "alleged", "confirmed", "presumed", "known", "elderly", "seriously", "badly"}
)
PLURAL_KINDS = frozenset(
    {"crowd", "protesters", "rioters", "civilians", "armed", "gang", "communal", "mission"}
)


class NounPhrases:
    """Reads the noun phrases of one sentence; `triggers` are the tokens of its toll words."""

    def __init__(self, sentence: Sentence, numbers: Sequence[Number], triggers: frozenset[int]) -> None:
        self.tokens = sentence.words.norm
        self.numbers: Mapping[int, Number] = {n.first: n for n in numbers}
        self.mentions = {m.first: m for m in sentence.mentions}
        self.triggers = triggers
        words = sentence.words
        cased = any(t.islower() for t in words.text)
        named = [i for i, t in enumerate(words.text) if t[0].isupper()] if cased else []
        self.names = frozenset(named) - triggers
        self.known: People = people()
        self.small: Mapping[str, WordList] = grammar()

    def head_from(self, at: int) -> tuple[int, bool]:
        """Return the end of the noun phrase for people that begins at `at`, 0 for none, and whether it is
        plural.
        """
        tokens, last, plural = self.tokens, 0, False
        i = at
        while i < min(at + REACH, len(tokens)):
            word = tokens[i]
            if (i in self.numbers and i > at) or word == "anti":
                break  # "an anti-personnel mine"
            mention = self.mentions.get(i)
            if mention is not None and mention.kind == "state":
                return 0, False  # a country is nobody who could be counted
            if mention is not None:
                last = mention.last
                plural = self.is_plural(mention)
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

    def is_plural(self, mention: Mention) -> bool:
        """Say whether a mention of people is of several."""
        head = self.tokens[mention.last - 1]
        return head in self.known.many or (
            mention.kind in PLURAL_KINDS
            and head not in self.known.one
            and ("plural" in mention.tags or "person" not in mention.tags)
        )

    def is_named(self, at: int) -> bool:
        """Say whether a token goes on the name of one person: a capital, or the stop behind an initial."""
        if self.tokens[at] == ".":
            return at > 1 and len(self.tokens[at - 1]) == 1 and at - 1 in self.names and at + 1 in self.names
        return at in self.names and at not in self.mentions and self.tokens[at] not in DAYS

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
            if word in self.known.things and (i not in self.triggers or word in WOUNDS):
                return None
            if i in self.triggers or not word[:1].isalpha() or self.is_small(word):
                break
            i += 1
        return i

    def is_small(self, word: str) -> bool:
        """Say whether a word ends a noun phrase: a function word, or a verb of what people do themselves."""
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
            or word in small["did-themselves"]
            or word == "and"
            or word == "or"
        )

    def acts_next(self, at: int) -> bool:
        """Say whether a toll word stands at token `at`, looking past "later", "was" and the like."""
        small = self.small
        while at < len(self.tokens) and (
            self.tokens[at] in small["between"] or self.tokens[at] in small["be"]
        ):
            at += 1
        return at in self.triggers

    def stands_bare(self, at: int) -> bool:
        """Say whether a singular noun without an article is somebody: "Man shot", "killing woman"."""
        tokens, small = self.tokens, self.small
        if at and at - 1 in self.triggers and tokens[at - 1] != "shooting":
            return not (
                at + 1 < len(tokens) and tokens[at + 1][:1].isalpha() and not self.is_small(tokens[at + 1])
            )
        follow = at + 1
        if tokens[follow : follow + 1] in (["in"], ["near"], ["at"]) and follow + 1 in self.names:
            follow += 2  # "Villager in Bama was shot dead"
            while follow in self.names:
                follow += 1
        while follow < len(tokens) and tokens[follow] in small["between"]:
            follow += 1
        if follow >= len(tokens):
            return False
        return follow in self.triggers or (
            tokens[follow] in small["singular"] and follow + 1 in self.triggers
        )
