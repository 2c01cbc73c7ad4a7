"""Who is the subject of a toll word? The party left of it, through relative clauses, lists, parts and names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsledger.coder.grammar import RELATIVE_PRONOUNS, relative_between
from newsledger.coder.howmany.clauses import Clause, Taken
from newsledger.coder.howmany.named import is_unknown_name, named_list, named_subject
from newsledger.coder.howmany.parties import Party
from newsledger.coder.howmany.roster import roster_left
from newsledger.coder.howmany.vocabulary import grammar
from newsledger.coder.spans import Span

FAR = 26  # tokens between a subject and its verb
CLAUSE = 5  # tokens between "who" and the object of its verb
ITSELF = frozenset({"himself", "herself", "themselves"})
OBJECTS = frozenset({"him", "her", "them"})
WHERE = frozenset({"in", "at", "on", "near", "outside", "inside"})
PLACE = 9  # tokens of such a place and time
TWO = 2
SAID = frozenset("said says confirmed reported announced told added stated reports claimed learned".split())
MEETING = frozenset(
    "walking visiting leaving driving carrying holding meeting helping guarding escorting following".split()
)
UNDERGONE = frozenset({"after", "before", "despite", "from", "of", "following"})
PLURALS = frozenset({"were", "are", "have", "both", "all"})
PERSONAL = frozenset({"who", "whom"})
NEAR = frozenset({"who", "(", ")", ",", "ages", "aged", "age"})  # "three men, ages 20 to 31, fell"
# things that shots hit
HIT = frozenset(
    "home homes house houses apartment apartments vehicle vehicles car cars building buildings".split()
)
KIN = frozenset({"family", "families", "household", "households", "side", "sides"})  # of whom the dead are
ANIMALS = frozenset({"dog", "dogs", "cat", "horse", "puppy", "k-9"})
APPOSED = frozenset(
    ", ( — and all but some about many half including among amongst them mostly mainly notably".split()
)


@dataclass(frozen=True, slots=True)
class Reach:
    """How a party stands to a verb right of it: whether it touches it, must do so (`near`), stands before a relative
    pronoun, or shares its clause with another verb."""

    touches: bool
    near: bool
    relative: bool
    shared: bool


def reflexive(tokens: Sequence[str], party: Party) -> bool:
    """Say whether a party holds "himself" or names a suicide bomber: the perpetrator is among the dead."""
    return any(
        t in ("himself", "herself", "themselves", "bomber", "bombers")
        for t in tokens[party.first : party.last]
    )


def of_suicide(tokens: Sequence[str], party: Party) -> bool:
    """Say whether a party are suicide bombers alone ("five suicide bombers died")."""
    return "suicide" in tokens[party.first : party.last] and not party.part


def subject(clause: Clause, span: Span, at: int, named: bool, near: bool = False) -> Taken | None:
    """Return the subject that stands left of token `at`; `named` lets an unknown name count as one.

    `near` keeps to the party that touches the verb, as in "two soldiers killed".
    """
    tokens = clause.tokens
    at, auxiliary = past_auxiliaries(clause, at)
    at = clause.past_apposed(at)
    if tokens[at] in ITSELF and tokens[at - 1] in grammar()["be"]:  # "was himself wounded"
        return subject(clause, span, at - 1, named)
    if auxiliary and (comma := relative_between(tokens, at, ("who", "whose", "where"), FAR)) >= 0:
        at = comma - 1  # "two traders, who had refused to pay the rebels, were killed"
    if auxiliary == "being" and at > 0 and tokens[at] in UNDERGONE:
        return subject(clause, span, at - 1, named)  # "four people are recovering after being shot"
    if at > 0 and tokens[at] in RELATIVE_PRONOUNS:
        return of_relative(clause, span, at, auxiliary, near)
    if (many := of_roster(clause, at, auxiliary)) is not None:
        return many
    if named and (name := named_subject(clause, at, auxiliary)):
        return name
    names = named_list(clause, at, auxiliary in PLURALS) if named else None
    if names is not None and (names.party.count == 1 or auxiliary not in grammar()["singular"]):
        return names  # "a man near 36th Street and Peoria Avenue was shot" is one
    return beside_first(clause, of_one(clause, leftward(clause, span, at, near), auxiliary), auxiliary)


def beside_first(clause: Clause, taken: Taken | None, auxiliary: str) -> Taken | None:
    """Return one person, of whom "who" tells more, before a verb in the plural, with those with whom the sentence opens
    ("two worshippers at a church and the man who attacked them were killed")."""
    if taken is None or taken.party.count != 1 or auxiliary not in PLURALS or not clause.parties:
        return taken
    opens, one = clause.parties[0], taken.party
    if opens.first > 1 or opens.last >= one.first or not opens.counted or opens.part:
        return taken
    if clause.tokens[one.first - 1 : one.first] != ["and"] or clause.tokens[one.last : one.last + 1] != [
        "who"
    ]:
        return taken
    count = opens.count + 1
    return replace(taken, party=replace(one, first=opens.first, count=count, low=count, high=count))


def of_one(clause: Clause, taken: Taken | None, auxiliary: str) -> Taken | None:
    """Return one person where two nouns of him stand before the verb of one ("a driver and mother of three, was")."""
    if taken is None or auxiliary not in {"was", "is", "has"} or taken.party.count != TWO:
        return taken
    words = clause.tokens[taken.party.first : taken.party.last]
    nouns = (
        "and" in words
        and words[0] in {"a", "an"}
        and not set(words[words.index("and") :]) & {"a", "an", "the"}
    )
    return replace(taken, party=replace(taken.party, count=1, low=1, high=1)) if nouns else taken


def of_roster(clause: Clause, at: int, auxiliary: str) -> Taken | None:
    """Return the people of a list that ends with token `at`, where names or unknown nouns stand among them and the
    auxiliary is not that of one person."""
    many = None if auxiliary in grammar()["singular"] else roster_left(clause, at)
    if many is None or grammar()["breaks"] & set(clause.tokens[many.first : many.last]) - {";", ","}:
        return None
    k = next((k for k, p in enumerate(clause.parties) if p.last == at + 1), None)
    plain = k is not None and clause.chain_left(k).count >= many.count
    return None if plain else Taken(many, "toll.name")


def of_relative(clause: Clause, span: Span, at: int, auxiliary: str, near: bool) -> Taken | None:
    """Return whom a clause that begins with the pronoun at token `at` tells of; things are nobody."""
    if clause.tokens[at] == "which" and clause.tokens[at - 1] != "of":
        return None
    person = clause.tokens[at] in PERSONAL
    at -= 1
    party = next((p for p in clause.parties if p.last == at + 1), None)
    if party is None and clause.tokens[at] == "," and at and is_unknown_name(clause, at - 1):
        name = Party(at - 1, at, 1, 1, 1, counted=True)
        return Taken(name, "toll.name")  # "fired at Velasco, who was hit in the leg"
    if party is None and clause.tokens[at] != "," and not person:
        return leftward(clause, span, at, near, relative=True) if auxiliary else None
    if party is None and clause.tokens[at] != ",":
        return antecedent(clause, at)
    if party is not None and auxiliary not in grammar()["singular"]:
        whole = of_whom(clause, party)
        if whole is not party:
            return Taken(whole, "toll.subject", whole.perpetrator)
    return leftward(clause, span, at, near, relative=True)


def leftward(clause: Clause, span: Span, at: int, near: bool, relative: bool = False) -> Taken | None:
    """Return the first party left of token `at` that may be the subject of a toll word."""
    if clause.tokens[at] in ANIMALS and clause.tokens[at - 1] in ("a", "the", "one"):
        return None  # "a man was hurt and a dog was shot and killed"
    if clause.tokens[at] in HIT and grammar()["prepositions"].isdisjoint(clause.tokens[max(at - 5, 0) : at]):
        return None  # "police said two homes were hit"
    shared, i = False, at
    while i > max(at - FAR, -1):
        k = next((k for k, p in enumerate(clause.parties) if p.last == i + 1), None)
        if k is not None:
            if i == at and governed(clause, k, at):
                i = clause.parties[k].first - 1
                continue
            told = i == at or (i == at - 1 and clause.tokens[at] == ",")  # "a man, who died there"
            told = told or (relative and where_and_when(clause, clause.parties[k].last, at))
            found = as_subject(clause, span, k, Reach(i == at, near, relative and told, shared))
            if not isinstance(found, int):
                return found
            i = found
        elif i + 1 in clause.time_of and clause.time_of[i + 1] <= i:
            i = clause.time_of[i + 1] - 1
        elif ends_search(clause, i, near) and not (i == at and clause.tokens[i] == "but"):
            break  # not "was taken to a hospital, but died"
        else:
            shared = shared or clause.tokens[i] == "and"
            i -= 1
    return None


def where_and_when(clause: Clause, first: int, at: int) -> bool:
    """Say whether nothing but a place and a time stands between somebody and the comma at token `at` before "who"
    ("fired at a trader in the market on Monday, who died")."""
    tokens = clause.tokens
    if tokens[at : at + 2] != [",", "who"] or tokens[first] not in WHERE or at - first > PLACE:
        return False
    inside = set(tokens[first:at])
    return inside.isdisjoint(grammar()["be"]) and inside.isdisjoint(grammar()["have"]) and "," not in inside


def governed(clause: Clause, k: int, at: int) -> bool:
    """Say whether the party that ends at token `at` is the object of a verb before it, and no subject: "a man accused
    of killing two women was found dead", "a girl visiting her aunt is in hospital"."""
    party, tokens = clause.parties[k], clause.tokens
    if tokens[at] in OBJECTS and party.pronoun and tokens[party.first - 1] in grammar()["prepositions"]:
        return True  # "a woman with them was hurt"
    plural = tokens[at + 1 : at + 2] in (["were"], ["are"])
    if plural and party.count == 1 and not party.vague and tokens[party.first - 1] == "to":
        return True  # "two men suspected of talking to the army were shot"
    singular = tokens[at + 1 : at + 2] in (["was"], ["is"], ["has"])
    if singular and party.vague and tokens[party.first - 1] in grammar()["prepositions"]:
        return True  # "a cousin of the pupils was killed"
    if not singular or not party.first:
        return False
    return (k in clause.used and party.count > 1 and party.counted) or tokens[party.first - 1] in MEETING


def as_subject(clause: Clause, span: Span, k: int, reach: Reach) -> Taken | int | None:
    """Return party `k` as the subject of a toll word, None where nobody is, or the token from which to go on left."""
    tokens, party = clause.tokens, clause.parties[k]
    end = party.last
    if (
        not reach.relative
        and (part := part_of(clause, k)) is not None
        and (head := whole_of(clause, part)) is not None
    ):
        return Taken(clause.chain_left(head), "toll.subject", party.perpetrator)
    if (reach.touches or tokens[party.first - 1] == "of") and (head := head_of(clause, party)) is not None:
        k, party = head, clause.parties[head]
    if party.pronoun and acts(clause, span):
        return None
    touches = reach.touches and (reach.near or not in_relative(clause, k))
    if not (reach.relative or can_be_subject(clause, k, touches, reach.shared, span)):
        return party.first - 1
    whole = clause.chain_left(k)
    also = "also" in tokens[end - 1 : span.first]
    perpetrator = party.perpetrator and (reflexive(tokens, whole) or also)
    perpetrator = perpetrator or (whole != party and whole.perpetrator)  # "the bomber and two guards"
    ended = party.pronoun and tokens[party.first - 1 : party.first] in (["before"], ["until"])
    rule = "toll.pronoun" if party.pronoun and not ended else "toll.subject"
    if perpetrator and whole == party and "killed" in span.entry.tags and of_suicide(tokens, party):
        rule = "toll.self"
    return Taken(whole, rule, perpetrator)


def ends_search(clause: Clause, at: int, near: bool) -> bool:
    """Say whether no subject stands left of token `at`: another statement begins, or it is not `near`."""
    tokens = clause.tokens
    word = tokens[at]
    if near and word not in NEAR and not (tokens[at - 1].isdecimal() or tokens[at].isdecimal()):
        return True
    if word == '"':
        return '"' not in tokens[max(at - 3, 0) : at] + tokens[at + 1 : at + 4]  # seven "terrorists"
    if word == "that":
        relative = tokens[at + 1 : at + 2] in (["was"], ["were"], ["had"]) and tokens[at - 1] not in SAID
        return not (relative or any(p.last == at for p in clause.parties))  # "officials confirmed that …"
    return word in grammar()["breaks"] and word not in ("as", "with", "including", "—")


def antecedent(clause: Clause, at: int) -> Taken | None:
    """Return one person for an unknown noun that ends at token `at` before "who" ("a kolbar who was shot")."""
    for i in range(at - 1, max(at - 4, -1), -1):
        if clause.tokens[i] in ("a", "an"):
            return Taken(Party(i, at + 1, 1, 1, 1, counted=True), "toll.subject")
    return None


def of_whom(clause: Clause, party: Party) -> Party:
    """Return the whole that a relative clause tells of ("one of four girls who were hit": four), or the party."""
    for number in clause.numbers:
        if party.first < number.first < party.last and "of" in clause.tokens[party.first : number.first]:
            high = number.value if number.high is None else number.high
            return Party(number.first, party.last, number.value, number.low, high, counted=True)
    return party


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


def part_of(clause: Clause, k: int) -> int | None:
    """Return the part that party `k` is, or that it goes on with ("including two boys and a clerk"), or None."""
    party, before = clause.parties[k], clause.parties[k - 1] if k else None
    if party.part:
        return k
    joined = before is not None and before.part and clause.tokens[before.last : party.first] == ["and"]
    return k - 1 if joined else None


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
    if (
        at > 0
        and clause.tokens[at] in ("from", "of", "in", "with", "at")
        and (party.vague or party.rule == "party" or clause.tokens[party.last - 1] in KIN)
    ):
        return next((k for k, p in enumerate(clause.parties) if p.last == at and p.counted), None)
    return None


def can_be_subject(clause: Clause, k: int, touches: bool, shared: bool, span: Span) -> bool:
    """Say whether party `k` may be the subject of a verb to its right."""
    tokens, small, party = clause.tokens, grammar(), clause.parties[k]
    if touches:
        agent = bool(party.first) and tokens[party.first - 1] == "by"  # "a girl shot by her brother dies"
        return not agent and not (k in clause.used and not party.counted)
    if k in clause.used and (shared or "suffers" in span.entry.tags):
        return False
    if party.part and not party.of_them:
        return False
    before = tokens[party.first - 1] if party.first else ""
    if before in small["prepositions"] or in_relative(clause, k):
        return False
    first = clause.chain_left(k).first
    return not (first and tokens[first - 1] in small["prepositions"])


def in_relative(clause: Clause, k: int) -> bool:
    """Say whether party `k` stands in a clause on the party before it ("a doctor who treated children was killed")."""
    at = clause.parties[k].first - 1
    before = clause.tokens[at - 1] if at > 0 else ""
    place = clause.tokens[at] == "which" and (before == "during" or before in grammar()["prepositions"])
    if (
        at >= 0 and clause.tokens[at] in RELATIVE_PRONOUNS and not place
    ):  # "a riot in which ten men were hurt"
        return True  # "a boy who police believe was shot"
    if not k:
        return False
    head, party = clause.parties[k - 1], clause.parties[k]
    gap = clause.tokens[head.last : party.first]
    closed = any(n in grammar()["breaks"] for n in gap)
    return gap[:1] == ["who"] and 1 < len(gap) <= CLAUSE and not closed and "," not in gap and not party.part
