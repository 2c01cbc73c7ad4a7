"""Roster: how many are told of in a list of names and nouns? "Luis Ortega, 45, his wife, Elena, and a guard"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsledger.coder.howmany.clauses import Clause
from newsledger.coder.howmany.lists import OWN
from newsledger.coder.howmany.names import is_age, is_name, past_title
from newsledger.coder.howmany.parties import Party
from newsledger.coder.howmany.vocabulary import grammar, people

JOINTS = frozenset({"and", ",", ";"})
OPENERS = frozenset(', ; : — " that said when while after before where but and both'.split())
ARTICLES = frozenset({"a", "an", "the"})
LONGEST = 40  # tokens of a list
NOUN = 4  # tokens of a noun phrase that no lexicon knows
NAME = 5  # tokens of one name
INTO = frozenset({"in", "on", "through"})
LIMB = 5  # tokens from "in" to a part of the body
OF_BODY = frozenset("the his her their a an left right upper lower both".split())  # "in the left arm"
ASIDE = 12  # tokens that tell more of somebody between commas
HOME = frozenset({"of", "from"})
TOLD = frozenset({"who", "whose", "both", "each", "all"})


@dataclass(frozen=True, slots=True)
class Item:
    """Somebody, or some people, of a list: where what is told of them ends, how many they are, and whether "and" stands
    before them, as before the last of a list."""

    last: int
    count: int
    closed: bool = False


def roster_right(clause: Clause, at: int) -> Party | None:
    """Return the people of the list that begins at token `at`, if it has two items or more, else None."""
    if "and" not in clause.tokens[at:]:
        return None
    items = list(listed(clause, at))
    while items and does_itself(clause, items[-1].last):
        items.pop()  # "killed a man and two women were hurt"
    return party_of(at, items)


def roster_left(clause: Clause, at: int) -> Party | None:
    """Return the people of the longest list that ends with token `at`, if it has two items or more, else None."""
    tokens, low = clause.tokens, max(0, at - LONGEST)
    if "and" not in tokens[low:at]:
        return None
    for first in range(low, at):
        if first and tokens[first - 1] not in OPENERS and first not in clause.time_of:
            continue
        items = list(listed(clause, first))
        if (
            len(items) > 1
            and items[-1].last + (tokens[items[-1].last : items[-1].last + 1] == [","]) == at + 1
        ):
            return party_of(first, items)
    return None


def party_of(first: int, items: Sequence[Item]) -> Party | None:
    """Return the items of a list as one party."""
    if len(items) < 2 or not items[-1].closed:
        return None
    counts = [i.count for i in items]
    spelt = next((n for n, c in enumerate(counts[:-2]) if c > 1 and sum(counts[n + 1 :]) == c), len(counts))
    count = sum(counts[: spelt + 1])  # "the driver and two people, a boy and a girl,": three
    return Party(first, items[-1].last, count, count, count, counted=True)


def does_itself(clause: Clause, at: int) -> bool:
    """Say whether those who end before token `at` have a verb of their own behind them."""
    tokens, small = clause.tokens, grammar()
    at += tokens[at : at + 1] == [","]
    return bool(tokens[at : at + 1]) and (
        tokens[at] in small["be"] | small["have"] | small["did-themselves"]
        or any(s.first == at for s in clause.spans)
    )


def listed(clause: Clause, at: int) -> Iterator[Item]:
    """Yield the people of a list from token `at` on, one item after the other, up to where it ends."""
    tokens, opened, closed = clause.tokens, False, False
    while at < len(tokens):
        item = somebody(clause, at, opened)
        if item is None:
            return
        end = past_details(clause, item.last, named=clause.starts(at) is None, many=item.count > 1)
        yield Item(end, item.count, closed)
        at = end
        while at < len(tokens) and tokens[at] in JOINTS:
            at += 1
        if at == end:
            return
        opened, closed = True, tokens[at - 1] == "and"


def somebody(clause: Clause, at: int, opened: bool) -> Item | None:
    """Return who is told of at token `at`: a party, a name, or behind others an unknown noun with an article."""
    words, k = clause.sentence.words, clause.starts(at)
    if opened and words.norm[at] in OWN and (k is None or clause.parties[k].pronoun):
        return unknown(clause, at)  # "and her assistant"
    if words.norm[at] in ARTICLES and (kin := past_owner(words.norm, at)):
        return Item(kin, 1)  # "the owner's wife"
    if k is not None:
        party = clause.parties[k]
        if party.vague or party.pronoun or party.part or party.zero or not party.counted:
            return None
        return Item(past_name(clause, party.last), party.count)
    first = past_title(words, at, clause.is_no_name)
    last = past_name(clause, first)
    if last > first:
        owner = (
            words.norm[last : last + 1] in (["'s"], ["'"], ["’"]) and words.norm[last + 1 : last + 2] != []
        )
        kin = owner and words.norm[last + 1] in grammar()["kin"]  # "Salinas' nephew"
        return Item(last + 2, 1) if kin else None if owner else Item(last, 1)
    if opened and words.norm[at] in {"a", "an"}:
        return unknown(clause, at)
    if opened and words.norm[at] in grammar()["kin"]:
        return Item(at + 1, 1)  # "his father, uncle and two cousins"
    if at == 0 and words.norm[0] in {"a", "an"} and (one := unknown(clause, at)) is not None:
        return (
            one if words.norm[one.last : one.last + 1] == ["and"] else None
        )  # "A teller and a guard were hurt"
    return None


def past_owner(norm: Sequence[str], at: int) -> int:
    """Return the token behind a relative of somebody told of by a noun ("the owner's wife"), or 0."""
    for i in range(at + 1, min(at + NOUN, len(norm) - 1)):
        if norm[i] == "'s":
            return i + 2 if norm[i + 1] in grammar()["kin"] else 0
        if not norm[i].isalpha():
            return 0
    return 0


def unknown(clause: Clause, at: int) -> Item | None:
    """Return one person for an article and a noun that no lexicon knows ("and a manicurist")."""
    tokens, end = clause.tokens, at + 1
    starts = {s.first for s in clause.spans}
    while end < min(at + 1 + NOUN, len(tokens)) and tokens[end].isalpha() and not is_small(tokens[end]):
        if end in starts:
            break
        end += 1
    thing = end == at + 1 or tokens[end - 1] in people().things
    return None if thing or any(at < s.first < end for s in clause.spans) else Item(end, 1)


def is_small(word: str) -> bool:
    """Say whether a word ends a noun phrase."""
    small = grammar()
    return any(
        word in small[name] for name in ("prepositions", "be", "have", "breaks", "relative", "between")
    ) or (word in {"and", "who", "that"})


def past_name(clause: Clause, at: int) -> int:
    """Return the token behind the name that begins at token `at`, or `at`."""
    words, end = clause.sentence.words, at
    if not any(t.islower() for t in words.text):
        return at  # in upper-case text nothing tells a name
    while end < len(words) and end - at < NAME and is_name(words, end, clause.is_no_name):
        end += 1
        end += words.norm[end : end + 1] == ["."] and len(words.text[end - 1]) <= 2
    return end


def past_details(clause: Clause, at: int, named: bool, many: bool) -> int:
    """Return the token behind what is told of somebody who ends at token `at`: his name, age, home, and wound, or what
    he is."""
    tokens = clause.tokens
    while True:
        behind = at
        if tokens[at : at + 1] == ["aged"] and tokens[at + 1 : at + 2] and is_age(tokens[at + 1]):
            at += 2
        if tokens[at : at + 1] and tokens[at] in HOME and (home := past_home(clause, at + 1)) > at + 1:
            at = home
        if tokens[at : at + 1] == [","]:
            at = past_aside(clause, at + 1, named, many) or at
        if body := past_body(tokens, at):
            at = body
        if at == behind:
            return at


def past_aside(clause: Clause, at: int, named: bool, many: bool) -> int:
    """Return the token behind an aside that begins at token `at`, behind a comma, or 0: an age, the name of one told of
    by a noun, what one told of by name is, a wound, a clause with "who"."""
    tokens, words = clause.tokens, clause.sentence.words
    if tokens[at : at + 1] and is_age(tokens[at]):
        ages = at + 1
        while (
            tokens[ages : ages + 1] in (["and"], [","])
            and tokens[ages + 1 : ages + 2]
            and is_age(tokens[ages + 1])
        ):
            ages += 2  # "two girls, 13 and 14,"
        return ages
    if body := past_body(tokens, at):
        return body
    comma = next((i for i in range(at, min(at + ASIDE, len(tokens))) if tokens[i] in {",", ";"}), 0)
    if not (named or many) and at < len(words) and is_name(words, at, clause.is_no_name):
        last = past_name(clause, at)
        closed = tokens[last : last + 1] in ([","], [";"]) or last == len(tokens) or tokens[last] in JOINTS
        return last if closed else 0
    told = tokens[at : at + 1] and (tokens[at] in TOLD or (named and tokens[at] in ARTICLES))
    told = told and "and" not in tokens[at:comma] and not any(at < s.first < comma for s in clause.spans)
    return comma if told and comma > at + 1 else 0


def past_home(clause: Clause, at: int) -> int:
    """Return the token behind the name of a place at token `at`, or `at`."""
    words, end = clause.sentence.words, at
    if words.norm[at : at + 1] and words.norm[at] in OWN | ARTICLES:
        end += 1  # "of his unit"
        while (
            end < len(words)
            and end - at < NOUN
            and words.norm[end].isalpha()
            and not is_small(words.norm[end])
        ):
            end += 1
        acts = any(at <= s.first < end for s in clause.spans)
        return end if end < len(words) and not acts else at
    while end < len(words) and end - at < NAME and words.is_name(end):
        end += 1
    return end


def past_body(tokens: Sequence[str], at: int) -> int:
    """Return the token behind "in the chest" at token `at`, or 0."""
    if not 0 <= at < len(tokens) or tokens[at] not in INTO:
        return 0
    body = grammar()["body"]
    end = next((j for j in range(at + 1, min(at + LIMB, len(tokens))) if tokens[j] in body), 0)
    return end + 1 if end and OF_BODY.issuperset(tokens[at + 1 : end]) else 0
