"""What does a toll word see of its sentence? Its parties, numbers and times, and the lists that parties stand in."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from newsledger.coder.howmany.lists import ATTRIBUTES, is_list, joined, past_attribute, summed
from newsledger.coder.howmany.numbers import Number
from newsledger.coder.howmany.parties import Party
from newsledger.coder.howmany.vocabulary import grammar
from newsledger.coder.spans import Sentence, Span
from newsledger.coder.when import TimeExpression

ENDURED = frozenset(
    "suffering sustaining receiving nursing undergoing showing bleeding having fighting battling clinging being"
    " recovering arriving treated".split()
)
JOINTS_OF_NAMES = frozenset({",", "and"})
AGED = 10  # tokens that tell of what ages people are
AGES = frozenset({"youngest", "oldest", "eldest"})
APPOSED = 9  # tokens between commas that tell more of people
OTHERS = frozenset({"the", "other", "these", "those"})  # "of the other three, one man is …"
PLACING = frozenset({"near", "at", "outside", "beside", "in", "on", "against", "behind", "opposite", "to"})


@dataclass(frozen=True, slots=True)
class Taken:
    """The people that a toll word counts, the rule that found them, and whether the perpetrator is among
    them.
    """

    party: Party
    rule: str
    perpetrator: bool = False


@dataclass(slots=True)
class Clause:
    """A sentence with its toll words and parties; `used` holds the parties that are objects of a verb
    already.
    """

    sentence: Sentence
    spans: Sequence[Span]
    parties: Sequence[Party]
    numbers: Sequence[Number]
    times: Sequence[TimeExpression]
    used: set[int] = field(default_factory=set)
    time_of: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.time_of = {t.last: t.first for t in self.times}

    @property
    def tokens(self) -> list[str]:
        """The normalised tokens."""
        return self.sentence.words.norm

    def starts(self, at: int) -> int | None:
        """Return the index of the party that begins at token `at`."""
        return next((k for k, p in enumerate(self.parties) if p.first == at), None)

    def is_no_name(self, at: int) -> bool:
        """Say whether a token belongs to a party, a mention, a time or a toll word."""
        return (
            any(p.first <= at < p.last for p in self.parties)
            or any(m.first <= at < m.last for m in self.sentence.mentions)
            or any(t.first <= at < t.last for t in self.times)
            or any(s.first <= at < s.last for s in self.spans)
        )

    def past_apposed(self, at: int) -> int:
        """Return the token before what tells more of people between commas that ends at token `at` ("two women, both
        bystanders, were hit"), or `at`."""
        if self.tokens[at] != ",":
            return at
        opens = range(at - 2, max(at - APPOSED, 0), -1)
        comma = next((i for i in opens if self.tokens[i] == ","), 0)
        inside = self.tokens[comma + 1 : at]
        told = comma > 0 and (inside[0] in {"both", "all", "each"} or names_some(inside))
        described = told and "whom" not in inside
        return comma - 1 if described or (comma > 0 and tells_part(inside)) else at

    def mention_in(self, first: int, last: int) -> int:
        """Return the index of the last mention that lies in a token range, or -1."""
        inside = [k for k, m in enumerate(self.sentence.mentions) if m.first < last and m.last > first]
        return inside[-1] if inside else -1

    def has_own_verb(self, party: Party, own: Span) -> bool:
        """Say whether another toll word than `own`, or what people do themselves, follows a party, so that the party is
        its subject."""
        at, small = party.last, grammar()
        if self.tokens[at : at + 1] in (
            ["ranging"],
            ["aged"],
            ["ages"],
        ):  # "five people ranging in age from 16 to 18"
            at = next(
                (i for i in range(at, min(at + AGED, len(self.tokens))) if self.tokens[i] in small["be"]), at
            )
        while at < len(self.tokens) and (
            self.tokens[at] in small["between"] or self.tokens[at] in small["be"]
        ):
            at += 1
        if at < len(self.tokens) and self.tokens[at] in small["did-themselves"]:
            return True
        return any(
            s.first == at and s.first != own.first and not self.carries_on(party, s)
            for s in self.spans
            if "self" not in s.entry.tags  # "shot his wife and son before killing himself"
        )

    def carries_on(self, party: Party, other: Span) -> bool:
        """Say whether a verb in -ing goes on with what is told ("killing two women as well as wounding a man")."""
        gap = self.tokens[party.last : other.first]
        return form_of(other, self.tokens) == "ing" and gap == ["as", "well", "as"]

    def next_in_list(self, k: int, last: Party) -> int | None:
        """Return the party that goes on a list behind party `k`, or None.

        One inside what tells more of it is passed over ("the head of the Volunteers and six farmers").
        """
        for j in (k + 1, k + 2):
            if j < len(self.parties) and self.in_list(last, self.parties[j]):
                return j
            if last.last < len(self.tokens) and self.tokens[last.last] not in ATTRIBUTES:
                break
        return None

    def in_list(self, left: Party, right: Party) -> bool:
        """Say whether two parties stand in one list, without a toll word between them."""
        return joined(self.tokens, self.with_name(left, right), right) and not any(
            left.last <= s.first < right.first for s in self.spans
        )

    def with_name(self, party: Party, following: Party) -> Party:
        """Return a relative with the name that stands behind a comma, where a list goes on behind it ("his wife, Ada
        Silva, and their son")."""
        at, words = party.last, self.sentence.words
        if self.tokens[at : at + 1] != [","] or self.tokens[at - 1] not in grammar()["kin"]:
            return party
        end = at + 1
        while end < following.first and words.is_name(end) and not self.is_no_name(end):
            end += 1
        if end + 1 < following.first and self.tokens[end] == "," and self.tokens[end + 1].isdecimal():
            end += 2
        return replace(party, last=end) if end > at + 1 and self.tokens[end] in JOINTS_OF_NAMES else party

    def chain_right(self, k: int, own: Span) -> Party:
        """Return the list of parties that begins with party `k`, as one; they become objects of `own`."""
        chain, first = [self.parties[k]], k
        while (following := self.next_in_list(k, chain[-1])) is not None:
            k = following
            if self.has_own_verb(self.parties[k], own):
                break
            chain.append(self.parties[k])
        if not is_list(self.tokens, chain):
            chain = chain[:1]
        self.used.update(range(first, first + len(chain)))
        return summed(self.tokens, chain)

    def chain_left(self, k: int) -> Party:
        """Return the list of parties that ends with party `k`, as one."""
        chain = [self.parties[k]]
        while k and k - 1 not in self.used:
            if self.in_list(self.parties[k - 1], chain[0]):
                k -= 1
            elif (whole := self.before_aside(k)) is not None:
                k = whole
            else:
                break
            left = self.parties[k]
            start = left.first
            while start and self.tokens[start - 1] in OTHERS:
                start -= 1
            before = self.tokens[start - 1] if start else ""
            if before in grammar()["prepositions"] and self.tokens[left.last] == ",":
                break  # "in a raid on a village, three farmers and a child were killed"
            if before in PLACING and past_attribute(tuple(self.tokens[left.last : chain[0].first]))[:1] == (
                ",",
            ):
                break  # "near the station in Bria on Sunday, and three farmers were killed"
            chain.insert(0, left)
        return summed(self.tokens, chain if is_list(self.tokens, chain) else chain[-1:])

    def before_aside(self, k: int) -> int | None:
        """Return the party that party `k` is listed with where an aside only tells who some of it are, or None ("four
        soldiers, including an officer, and a teacher")."""
        parties, tokens, j = self.parties, self.tokens, k - 1
        while j >= 0 and parties[j].part:
            j -= 1
        if j < 0 or j == k - 1 or j in self.used or not parties[j].counted or parties[k].part:
            return None
        closed = tokens[parties[k - 1].last : parties[k].first] in (
            [",", "and"],
            ["among", "them", ",", "and"],
        )
        return j if closed and tokens[parties[j].last] == "," else None


def names_some(tokens: Sequence[str]) -> bool:
    """Say whether words between commas tell of some of those before them ("the youngest an 11-year-old", "a boy and a
    girl both 10")."""
    superlative = tokens[0] == "the" and len(tokens) > 1 and tokens[1] in AGES
    among = tokens[-2:] in (["among", "them"], ["amongst", "them"])
    return superlative or among or (tokens[0] in {"a", "an"} and "both" in tokens)


def tells_part(tokens: Sequence[str]) -> bool:
    """Say whether words between commas tell what some of those before them are ("of whom 40 were minors", "most of whom
    are farmers")."""
    led = tokens[0] in {"of", "among"} or tokens[1:2] == ["of"]
    return led and "whom" in tokens[:3] and not grammar()["be"].isdisjoint(tokens)


def form_of(span: Span, tokens: Sequence[str]) -> str:
    """Return the verb form of a toll word; literal phrases are participles or forms in -ing."""
    if span.entry.form != "word":
        return span.entry.form
    if tokens[span.first] in ENDURED or "wounds" in span.entry.tags:
        return "ed"  # "a man suffering from a gunshot wound", "with life-threatening injuries"
    if tokens[span.first] in grammar()["be"] and tokens[span.last - 1].endswith("ed"):
        return "ed"  # "are still being treated"
    return (
        "ing"
        if any(t.endswith("ing") for t in tokens[span.first : min(span.last, span.first + 3)][::2])
        else "ed"
    )
