"""Whom does a toll word count? The constructions of killing, dying, wounding: active, passive, nominal, elliptic."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from newsledger.coder.howmany.numbers import Number
from newsledger.coder.howmany.parties import PLURAL, Party, joined, summed
from newsledger.coder.howmany.vocabulary import grammar
from newsledger.coder.spans import Sentence, Span
from newsledger.coder.when import TimeExpression

FAR = 26  # tokens between a subject and its verb
TOLL_REACH = 14  # tokens between "death toll" and its number
NAMED = Party(0, 0, 1, 1, 1, counted=True)


@dataclass(frozen=True, slots=True)
class Taken:
    """The people that a toll word counts, the rule that found them, and whether the perpetrator is among them."""

    party: Party
    rule: str
    perpetrator: bool = False


@dataclass(slots=True)
class Clause:
    """A sentence with its toll words and parties; `used` holds the parties that are objects of a verb already."""

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


def people_of(clause: Clause, span: Span) -> Taken | None:
    """Return the people that a toll word counts, or None where it counts nobody."""
    if unreal(clause, span):
        return None
    for tag, read in WAYS.items():
        if tag in span.entry.tags:
            return read(clause, span)
    return None


def of_verb(clause: Clause, span: Span) -> Taken | None:
    """Read a transitive verb: its object where active, its subject where passive or a bare participle."""
    tokens, small = clause.tokens, grammar()
    form = form_of(span, tokens)
    back = span.first - 1
    while back >= 0 and tokens[back] in small["between"]:
        back -= 1
    before = tokens[back] if back >= 0 else ""
    if form in ("ed", "part") and before in small["be"]:
        return subject(clause, span, back, named=True)
    right = object_of(clause, span)
    if form in ("base", "s", "past", "ing"):
        return right
    if before in small["have"]:
        return right or subject(clause, span, back, named=False)
    left = subject(clause, span, span.first - 1, named=False, near=True)
    counted = left is not None and (left.party.counted or right is None)
    if right is not None and not (counted and left is not None and before_number(clause, span, left)):
        return right
    if tokens[span.first - 1 : span.first] in (["those"], ["the"]):
        return None
    return left


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
            if party.vague and "killed" not in span.entry.tags and not pronoun and party.last == at:
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
    return named_object(clause, at)


def named_object(clause: Clause, at: int) -> Taken | None:
    """Return one person where a verb's object is a name of two words or more that no lexicon knows."""
    words = clause.sentence.words
    if words.text and all(t.isupper() for t in words.text if t[0].isalpha()):
        return None  # in upper-case text nothing tells a name
    last = at
    while last < len(words) and words.is_name(last) and words.norm[last].isalpha():
        last += 1
    if last - at < 2 or at >= len(words):
        return None
    return Taken(Party(at, last, 1, 1, 1, counted=True), "toll.name")


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
    auxiliary = ""
    while at >= 0 and (
        tokens[at] in small["between"] or tokens[at] in small["be"] or tokens[at] in small["have"]
    ):
        auxiliary = tokens[at]
        at -= 1
    stop = max(at - FAR, -1)
    shared = False
    i = at
    while i > stop:
        k = next((k for k, p in enumerate(clause.parties) if p.last == i + 1), None)
        if k is not None:
            party = clause.parties[k]
            if can_be_subject(clause, k, i == at, shared, span):
                whole = clause.chain_left(k)
                perpetrator = party.perpetrator and (
                    reflexive(tokens, whole) or "also" in tokens[i : span.first]
                )
                return Taken(whole, "toll.pronoun" if party.pronoun else "toll.subject", perpetrator)
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
    if not named:
        return None
    return named_subject(clause, at, auxiliary)


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
    """Return one person for an unknown subject in the singular, a bare plural for one in the plural."""
    if at < 0 or not clause.tokens[at][0].isalpha():
        return None
    token, small = clause.tokens[at], grammar()
    if token in small["relative"] or token in ("it", "this", "there", "and", "not"):
        return None
    if auxiliary in small["singular"] and clause.sentence.words.is_name(at):
        return Taken(Party(at, at + 1, 1, 1, 1, counted=True), "toll.name")
    return None


def of_sufferer(clause: Clause, span: Span) -> Taken | None:
    """Read an intransitive verb: its subject, or one person for a name."""
    if span.entry.form == "word" or span.entry.form in ("past", "ed", "s", "base", "part", "ing"):
        taken = subject(clause, span, span.first - 1, named=False)
        if taken is not None:
            return taken
        words, at = clause.sentence.words, span.first - 1
        while at >= 0 and words.norm[at] in grammar()["between"]:
            at -= 1
        upper = all(t.isupper() for t in words.text if t[0].isalpha())
        if at >= 0 and words.is_name(at) and not upper and words.norm[at].isalpha() and at > 0:
            return Taken(Party(at, at + 1, 1, 1, 1, counted=True), "toll.name")
    return None


def of_state(clause: Clause, span: Span) -> Taken | None:
    """Read an adjective: "three dead", "left ten people dead", "two soldiers are missing", "dead: 5"."""
    taken = subject(clause, span, span.first - 1, named=False, near=True)
    if taken is not None:
        before = taken.party.first - 1
        if taken.party.vague and not (
            before >= 0 and clause.tokens[before] in ("leaving", "left", "leaves", "leave")
        ):
            return taken if clause.tokens[taken.party.last] in grammar()["be"] else None
        return Taken(taken.party, "toll.state", taken.perpetrator)
    k = clause.starts(span.last)
    if k is not None and clause.parties[k].counted and clause.tokens[span.first - 1 : span.first] == ["left"]:
        return Taken(clause.chain_right(k, span), "toll.state")
    return None


def of_event(clause: Clause, span: Span) -> Taken | None:
    """Read a noun: "three deaths", "no injuries", "the death of a miner", "the killing of two officers"."""
    tokens = clause.tokens
    for number in clause.numbers:
        gap = tokens[number.last : span.first]
        if 0 <= span.first - number.last <= 2 and not any(not t[0].isalpha() or t == "of" for t in gap):
            return Taken(from_number(number), "toll.noun")
    at = span.last
    if tokens[at : at + 1] in (["of"], ["among"]):
        k = clause.starts(at + 1)
        if k is not None:
            return Taken(clause.chain_right(k, span), "toll.noun")
    return None


def of_lives(clause: Clause, span: Span) -> Taken | None:
    """Read "forty lives were lost", "claimed the lives of ten people", "cost 200 lives"."""
    tokens = clause.tokens
    if not any(t in LOST for t in tokens[max(span.first - 8, 0) : span.last + 5]):
        return None
    return of_event(clause, Span(span.first, span.last - (tokens[span.last - 1] == "of"), span.entry))


def of_number(clause: Clause, span: Span) -> Taken | None:
    """Read the number of a death toll: "rose to 49", "stands at 12", "brought to 49 the number of dead"."""
    tokens, small = clause.tokens, grammar()
    for number in clause.numbers:
        if span.first - 5 <= number.last <= span.first and "to" in tokens[number.first - 1 : number.first]:
            return Taken(from_number(number), "toll.number")
    best: Number | None = None
    for number in clause.numbers:
        if not span.last <= number.first <= span.last + TOLL_REACH or number.value == 0:
            continue
        before = tokens[number.first - 1]
        if before in small["toll-links"] or number.first == span.last or before in ("to", "at"):
            best = number if best is None or before == "to" else best
    return Taken(from_number(best), "toll.number") if best else None


def of_bodies(clause: Clause, span: Span) -> Taken | None:
    """Read the dead that are found: "the bodies of two men", "eleven bodies", "the body of a farmer"."""
    tokens = clause.tokens
    taken = of_event(clause, span)
    if taken is not None:
        return Taken(taken.party, "toll.bodies")
    at = span.last
    k = clause.starts(at) if tokens[at - 1] == "of" else None
    if k is None:
        return None
    return Taken(clause.chain_right(k, span), "toll.bodies")


def of_self(clause: Clause, span: Span) -> Taken | None:
    """Read the perpetrator's own death: "blew himself up"."""
    plural = (
        "themselves" in clause.tokens[span.first : span.last]
        or "their" in clause.tokens[span.first : span.last]
    )
    taken = subject(clause, span, span.first - 1, named=False) if plural else None
    if taken is not None and taken.party.counted:
        return Taken(taken.party, "toll.self", perpetrator=True)
    count = 2 if plural else 1
    return Taken(
        Party(span.first, span.last, count, count, count, counted=True), "toll.self", perpetrator=True
    )


def of_uncertain(clause: Clause, span: Span) -> Taken:
    """Read "casualties": nobody is counted; a number before it is the high end."""
    taken = of_event(clause, span)
    if taken is not None:
        return Taken(taken.party, "toll.casualties")
    return Taken(Party(span.first, span.last, PLURAL, PLURAL, PLURAL, vague=True), "toll.casualties")


def from_number(number: Number) -> Party:
    """Return a party of nobody in particular with a number's counts."""
    high = number.value if number.high is None else number.high
    zero = number.rule == "number.none"
    return Party(number.first, number.last, number.value, number.low, high, counted=True, zero=zero)


LOST = frozenset("lost claimed claiming claim claims took taken taking cost costing costs killed".split())
WAYS: dict[str, Callable[[Clause, Span], Taken | None]] = {
    "self": of_self,
    "uncertain": of_uncertain,
    "number": of_number,
    "bodies": of_bodies,
    "lives": of_lives,
    "event": of_event,
    "state": of_state,
    "suffers": of_sufferer,
    "acts": of_verb,
}
