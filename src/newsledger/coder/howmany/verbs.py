"""Whom does a verb of killing, dying, wounding count? Its object where active, its subject where passive."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from newsledger.coder.grammar import IRREGULAR
from newsledger.coder.howmany.lists import joined, summed
from newsledger.coder.howmany.numbers import Number
from newsledger.coder.howmany.parties import Party
from newsledger.coder.howmany.vocabulary import grammar, people
from newsledger.coder.spans import Sentence, Span
from newsledger.coder.when import TimeExpression

FAR = 26  # tokens between a subject and its verb
# fmt: off
SMALL_STARTS = frozenset((
    "it", "this", "there", "that", "who", "which", "he", "she", "not", "some", "most", "others", "all",
    "many", "none", "they", "we", "people", "more",
))
# fmt: on
APPOSED = frozenset(
    {",", "(", "—", "and", "including", "among", "amongst", "them", "mostly", "mainly", "notably"}
)


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

    def mention_in(self, first: int, last: int) -> int:
        """Return the index of the last mention that lies in a token range, or -1."""
        inside = [k for k, m in enumerate(self.sentence.mentions) if m.first < last and m.last > first]
        return inside[-1] if inside else -1

    def has_own_verb(self, party: Party, own: Span) -> bool:
        """Say whether another toll word than `own` follows a party, so that the party is its subject."""
        at, small = party.last, grammar()
        while at < len(self.tokens) and (
            self.tokens[at] in small["between"] or self.tokens[at] in small["be"]
        ):
            at += 1
        return any(s.first == at and s.first != own.first for s in self.spans)

    def chain_right(self, k: int, own: Span) -> Party:
        """Return the list of parties that begins with party `k`, as one; they become objects of `own`."""
        chain = [self.parties[k]]
        self.used.add(k)
        while k + 1 < len(self.parties) and joined(self.tokens, chain[-1], self.parties[k + 1]):
            k += 1
            if self.has_own_verb(self.parties[k], own):
                break
            chain.append(self.parties[k])
            self.used.add(k)
        return summed(self.tokens, chain)

    def chain_left(self, k: int) -> Party:
        """Return the list of parties that ends with party `k`, as one."""
        chain = [self.parties[k]]
        while k and k - 1 not in self.used and joined(self.tokens, self.parties[k - 1], chain[0]):
            k -= 1
            chain.insert(0, self.parties[k])
        return summed(self.tokens, chain)


def form_of(span: Span, tokens: Sequence[str]) -> str:
    """Return the verb form of a toll word; literal phrases are participles or forms in -ing."""
    if span.entry.form != "word":
        return span.entry.form
    return "ing" if any(t.endswith("ing") for t in tokens[span.first : span.last]) else "ed"


def unreal(clause: Clause, span: Span) -> bool:
    """Say whether a toll word is denied, planned, threatened or merely possible."""
    tokens, small, at = clause.tokens, grammar(), span.first
    before = tokens[max(at - 4, 0) : at]
    for stop in (",", ";", "and", "that"):
        if stop in before:
            before = before[len(before) - before[::-1].index(stop) :]
    if any(t in small["negations"] for t in before):
        return True
    if form_of(span, tokens) == "base" and before[-1:] == ["to"]:
        return not any(t in small["achieved"] for t in before)
    if before[-2:] == ["to", "be"]:
        return True
    return any(t in small["modals"] for t in before) and form_of(span, tokens) in (
        "base",
        "ed",
        "part",
        "noun",
    )


def of_verb(clause: Clause, span: Span) -> Taken | None:
    """Read a transitive verb: its object where active, its subject where passive or a bare participle."""
    tokens, small = clause.tokens, grammar()
    form = form_of(span, tokens)
    back = span.first - 1
    while back >= 0 and tokens[back] in small["between"]:
        back -= 1
    before = tokens[back] if back >= 0 else ""
    if form in ("ed", "part") and before in small["be"] and "counted" not in span.entry.tags:
        return subject(clause, span, back, named=True)
    right = object_of(clause, span)
    if (
        "counted" in span.entry.tags
    ):  # "lost four soldiers", but not "lost supporters", and "was lost" is nobody's
        return right if right is not None and right.party.counted and not right.party.zero else None
    if form in ("base", "s", "past", "ing"):
        return right
    if before in small["have"]:
        return right or subject(clause, span, back, named=False)
    if right is None and before in {"and", "then"} and (be := joined_be(tokens, back)) >= 0:
        return subject(clause, span, be, named=True)
    if right is None and (unknown := unknown_object(clause, span)) is not None:
        return unknown if unknown.party.count else None
    left = subject(clause, span, span.first - 1, named=False, near=True)
    counted = left is not None and (left.party.counted or right is None)
    if right is not None and not (counted and left is not None and before_number(clause, span, left)):
        return right
    if tokens[span.first - 1 : span.first] in (["those"], ["the"]):
        return None
    return left


def joined_be(tokens: Sequence[str], at: int) -> int:
    """Return the auxiliary of a passive that a participle is joined to at token `at`, or -1.

    "Two men were pulled from their car and shot dead": the men were shot.
    """
    for i in range(at - 1, max(-1, at - 14), -1):
        if tokens[i] in SMALL_STARTS or tokens[i] in {";", ":", "."}:
            return -1
        if tokens[i] in grammar()["be"]:
            after = tokens[i + 1] if i + 1 < at else ""
            return i if after.endswith(("ed", "en")) or after in IRREGULAR else -1
    return -1


def unknown_object(clause: Clause, span: Span) -> Taken | None:
    """Return one person for an object with an unknown noun ("shot and killed a forest defender"), nobody for things.

    None where no article follows the verb, so that it has no object.
    """
    tokens, at = clause.tokens, span.last
    if tokens[at : at + 1] not in (["a"], ["an"]):
        return None
    end = at + 1
    while end < min(at + 4, len(tokens)) and tokens[end][:1].isalpha() and not is_closed(tokens[end]):
        if tokens[end] in people().things:
            return Taken(Party(at, end + 1, 0, 0, 0), "toll.object")
        end += 1
    one = 1 if end > at + 1 else 0
    return Taken(Party(at, end, one, one, one, counted=True), "toll.object")


def is_closed(word: str) -> bool:
    """Say whether a word is a preposition, an auxiliary or another small word that ends a noun phrase."""
    small = grammar()
    return any(word in small[name] for name in ("prepositions", "be", "have", "breaks", "relative", "parts"))


def before_number(clause: Clause, span: Span, left: Taken) -> bool:
    """Say whether "12 killed 30 wounded" is two ellipses: the number behind has a toll word of its own."""
    k = clause.starts(span.last)
    return k is not None and left.party.last == span.first and clause.has_own_verb(clause.parties[k], span)


def object_of(clause: Clause, span: Span) -> Taken | None:
    """Return the object of a verb: the parties, or the name, that follow it at once."""
    tokens, small, at = clause.tokens, grammar(), span.last
    if tokens[at : at + 1] == ["of"] and form_of(span, tokens) == "ing":
        at += 1  # "the killing of three men"
    for _ in range(3):
        k = clause.starts(at)
        if k is not None:
            party = clause.chain_right(k, span)
            pronoun = clause.parties[k].pronoun
            if party.vague and "weak" in span.entry.tags and form_of(span, tokens) == "ing":
                return None
            return Taken(
                party,
                "toll.pronoun" if pronoun else "toll.object",
                perpetrator=party.perpetrator and reflexive(tokens, party),
            )
        if at >= len(tokens) or tokens[at] not in small["before-object"]:
            break
        at += 1
    if "killed" not in span.entry.tags or "weak" in span.entry.tags:
        return None
    return named_object(clause, at, span)


def named_object(clause: Clause, at: int, span: Span) -> Taken | None:
    """Return one person where a verb's object is a name of two words or more that no lexicon knows."""
    words = clause.sentence.words
    if not any(t.islower() for t in words.text):
        return None  # in upper-case text nothing tells a name
    last = at
    while last < len(words) and words.is_name(last) and words.norm[last].isalpha():
        last += 1
    if last - at < 2 or at >= len(words):
        return None
    party = Party(at, last, 1, 1, 1, counted=True)
    if (k := clause.starts(last + 1)) is not None and clause.tokens[last] in ("and", "&"):
        party = summed(clause.tokens, [party, clause.chain_right(k, span)])  # "Ali Reza and eight others"
    return Taken(party, "toll.name")


def reflexive(tokens: Sequence[str], party: Party) -> bool:
    """Say whether a party holds "himself" or names a suicide bomber: the perpetrator is among the dead."""
    return any(
        t in ("himself", "herself", "themselves", "bomber", "bombers")
        for t in tokens[party.first : party.last]
    )


def subject(clause: Clause, span: Span, at: int, named: bool, near: bool = False) -> Taken | None:
    """Return the subject that stands left of token `at`; `named` lets an unknown name count as one.

    `near` keeps to the party that touches the verb, as in "two soldiers killed".
    """
    tokens, small = clause.tokens, grammar()
    at, auxiliary = past_auxiliaries(clause, at)
    stop = max(at - FAR, -1)
    shared = False
    if named and (name := named_subject(clause, at, auxiliary)):
        return name
    i = at
    while i > stop:
        k = next((k for k, p in enumerate(clause.parties) if p.last == i + 1), None)
        if k is not None:
            party = clause.parties[k]
            if party.part and (head := whole_of(clause, k)) is not None:
                return Taken(clause.chain_left(head), "toll.subject", party.perpetrator)
            if i == at and (head := head_of(clause, party)) is not None:
                k, party = head, clause.parties[head]
            if party.pronoun and acts(clause, span):
                return None
            if can_be_subject(clause, k, i == at, shared, span):
                whole = clause.chain_left(k)
                perpetrator = party.perpetrator and (
                    reflexive(tokens, whole) or "also" in tokens[i : span.first]
                )
                ended = party.pronoun and tokens[party.first - 1 : party.first] in (["before"], ["until"])
                rule = "toll.pronoun" if party.pronoun and not ended else "toll.subject"
                return Taken(whole, rule, perpetrator)
            i = party.first - 1
            continue
        if i + 1 in clause.time_of and clause.time_of[i + 1] <= i:
            i = clause.time_of[i + 1] - 1
            continue
        if near and tokens[i] not in ("who", "(", ")", ","):
            break
        if tokens[i] == "and":
            shared = True
        elif tokens[i] in small["breaks"] and tokens[i] not in ("as", "with", "including", "that", "—"):
            break
        i -= 1
    return None


def past_auxiliaries(clause: Clause, at: int) -> tuple[int, str]:
    """Return the token left of auxiliaries and adverbs that end at token `at`, and the first of them, or none."""
    tokens, small = clause.tokens, grammar()
    ends = {p.last - 1 for p in clause.parties if p.counted}  # "both died"
    auxiliary = ""
    while (
        at >= 0
        and at not in ends
        and (tokens[at] in small["between"] or tokens[at] in small["be"] or tokens[at] in small["have"])
    ):
        auxiliary = tokens[at]
        at -= 1
    return at, auxiliary


def acts(clause: Clause, span: Span) -> bool:
    """Say whether a verb that is done to others stands in the active perfect: "they had murdered" tells of no dead."""
    return "suffers" not in span.entry.tags and clause.tokens[span.first - 1] in grammar()["have"]


def whole_of(clause: Clause, k: int) -> int | None:
    """Return the party that party `k` is only named as a part of ("five people, two of them children, died")."""
    tokens, parties = clause.tokens, clause.parties
    j = k - 1
    while j >= 0 and parties[j].part:
        j -= 1
    if j < 0 or j in clause.used or not parties[j].counted or parties[j].pronoun:
        return None
    gap = set(tokens[parties[j].last : parties[j + 1].first])
    return j if gap <= APPOSED and parties[j + 1].first - parties[j].last <= 3 else None


def head_of(clause: Clause, party: Party) -> int | None:
    """Return the party to whose noun a party is an attribute ("a member from the ruling party"), or None."""
    at = party.first - 1
    if at > 0 and clause.tokens[at] in ("from", "of", "in", "with", "at") and party.vague:
        return next((k for k, p in enumerate(clause.parties) if p.last == at and p.counted), None)
    return None


def can_be_subject(clause: Clause, k: int, touches: bool, shared: bool, span: Span) -> bool:
    """Say whether party `k` may be the subject of a verb to its right."""
    tokens, small, party = clause.tokens, grammar(), clause.parties[k]
    if touches:
        return not (k in clause.used and not party.counted)
    if k in clause.used and (shared or "suffers" in span.entry.tags):
        return False
    if party.part and not party.of_them:
        return False
    before = tokens[party.first - 1] if party.first else ""
    if before in small["prepositions"]:
        return False
    first = clause.chain_left(k).first
    return not (first and tokens[first - 1] in small["prepositions"])


def named_subject(clause: Clause, at: int, auxiliary: str) -> Taken | None:
    """Return one person where a name that no lexicon knows touches "was"; not in upper case, nor behind
    "in".
    """
    words, small = clause.sentence.words, grammar()
    if at < 0 or auxiliary not in small["singular"] or not is_unknown_name(clause, at):
        return None
    first = at
    while first and words.is_name(first - 1) and words.norm[first - 1][:1].isalpha():
        first -= 1
    before = words.norm[max(first - 4, 0) : first]
    timed = before[-1:] == [","] and first - 1 in clause.time_of  # "On 3 May, Ali Reza was shot"
    if before[-1:] and before[-1] in ("the", "and", ",") and not timed:
        return None
    if any(word in small["prepositions"] for word in before) and not any(
        word in small["be"] for word in before
    ):
        return None
    return Taken(Party(first, at + 1, 1, 1, 1, counted=True), "toll.name")


def is_unknown_name(clause: Clause, at: int) -> bool:
    """Say whether a token is a capitalised word outside every party, in text that is not all upper case."""
    words = clause.sentence.words
    if (
        not words.is_name(at)
        or not words.norm[at].isalpha()
        or any(p.first <= at < p.last for p in clause.parties)
    ):
        return False
    return words.norm[at] not in SMALL_STARTS and any(t.islower() for t in words.text)


def of_sufferer(clause: Clause, span: Span) -> Taken | None:
    """Read an intransitive verb: its subject, or one person for a name."""
    if span.entry.form == "word" or span.entry.form in ("past", "ed", "s", "base", "part", "ing"):
        taken = subject(clause, span, span.first - 1, named=False)
        if taken is not None:
            return taken
        words, at = clause.sentence.words, span.first - 1
        small = grammar()
        while at >= 0 and (words.norm[at] in small["between"] or words.norm[at] in small["be"]):
            at -= 1
        if at >= 0 and is_unknown_name(clause, at):
            return Taken(Party(at, at + 1, 1, 1, 1, counted=True), "toll.name")
    return None
