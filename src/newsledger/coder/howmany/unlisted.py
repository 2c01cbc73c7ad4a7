"""Whom does a verb take whose object no word of the lexicon names? A person behind an article, or a name."""

from newsledger.coder.howmany.clauses import Clause, Taken
from newsledger.coder.howmany.lists import summed
from newsledger.coder.howmany.names import close_names, in_titles, names_right, past_details
from newsledger.coder.howmany.parties import Party
from newsledger.coder.howmany.subjects import subject
from newsledger.coder.howmany.vocabulary import grammar, people
from newsledger.coder.spans import Span

DAYS = frozenset("same next following previous day night morning evening week".split())


def unknown_object(clause: Clause, span: Span) -> Taken | None:
    """Return one person for an object with an unknown noun ("shot and killed a forest defender"), nobody for things.

    None where no article follows the verb, so that it has no object.
    """
    tokens, at = clause.tokens, span.last
    if tokens[at : at + 1] not in (["a"], ["an"]) and not opens_object(clause, span):
        return None
    if tokens[at - 1] in {"from", "with"}:
        return None  # "bleeding from a wound"
    end = at + 1
    while end < min(at + 4, len(tokens)) and tokens[end][:1].isalpha() and not is_closed(tokens[end]):
        if tokens[end] in people().things and not (
            end + 1 < len(tokens) and tokens[end + 1].isalpha() and not is_closed(tokens[end + 1])
        ):
            return Taken(Party(at, end + 1, 0, 0, 0), "toll.object")
        end += 1
    kin = clause.starts(end + 1) if tokens[end : end + 1] == ["'s"] else None
    if kin is not None:
        return Taken(clause.parties[kin], "toll.object")  # "killed a trader's two sons"
    if tokens[end : end + 1] == ["'s"] and tokens[end + 1 : end + 2] and tokens[end + 1] in people().one:
        return Taken(
            Party(at, end + 2, 1, 1, 1, counted=True), "toll.object"
        )  # "the life of the stand's owner"
    if tokens[end : end + 1] == ["'s"] and not grammar()["body"].isdisjoint(tokens[end + 1 : end + 3]):
        return Taken(Party(at, end, 1, 1, 1, counted=True), "toll.object")  # "grazed a boy's head"
    one = 1 if end > at + 1 and (tokens[at] in {"a", "an"} or not tokens[at + 1].endswith("s")) else 0
    return Taken(Party(at, end, one, one, one, counted=True), "toll.object")


def opens_object(clause: Clause, span: Span) -> bool:
    """Say whether the article behind a verb opens its object, and no time: nobody is counted before it ("gunmen killed
    the chemist", but not "three guards killed the next day")."""
    tokens, at = clause.tokens, span.last
    if tokens[at : at + 1] not in (["the"], ["his"], ["her"], ["their"]) or at + 1 >= len(tokens):
        return False
    if tokens[at + 1] in DAYS or at in clause.time_of:
        return False
    if tokens[at - 1] == "of":
        return True  # "claimed the life of the"
    left = subject(clause, span, span.first - 1, named=False, near=True)
    return left is not None and left.party.vague and not left.party.counted


def is_closed(word: str) -> bool:
    """Say whether a word is a preposition, an auxiliary or another small word that ends a noun phrase."""
    small = grammar()
    return any(word in small[name] for name in ("prepositions", "be", "have", "breaks", "relative", "parts"))


def named_object(clause: Clause, at: int, span: Span) -> Taken | None:
    """Return one person where a verb's object is a name of two words or more that no lexicon knows."""
    words = clause.sentence.words
    if not any(t.islower() for t in words.text):
        return None  # in upper-case text nothing tells a name
    last = at
    while last < len(words) and words.is_name(last) and words.norm[last].isalpha():
        last += 1
    if at >= len(words) or last == at or any(t.first <= at < t.last for t in clause.times):
        return None
    if last - at < 2 and not is_surname(clause, at):
        return None
    if "weak" in span.entry.tags and in_titles(words, at, last):
        return None
    end, count = names_right(words, at, clause.is_no_name)
    if count > 1 and close_names(words, at, end) and not in_titles(words, at, end):
        last = end
    else:
        count = 1
    party = Party(at, last, count, count, count, counted=True)
    joint = past_details(clause.tokens, last)
    if (k := clause.starts(joint + 1)) is not None and clause.tokens[joint] == "and":
        party = summed(clause.tokens, [party, clause.chain_right(k, span)])  # "Ali Reza and eight others"
    return Taken(party, "toll.name")


def is_surname(clause: Clause, at: int) -> bool:
    """Say whether one capitalised word behind a verb is a person: no mention, no plural, and nothing of it follows."""
    tokens, small = clause.tokens, grammar()
    if any(m.first <= at < m.last for m in clause.sentence.mentions) or tokens[at].endswith("s"):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else ""
    closed = ("prepositions", "be", "have", "breaks", "relative", "between")
    return len(tokens[at]) > 2 and (
        not after[:1].isalnum() or after == "and" or any(after in small[n] for n in closed)
    )
