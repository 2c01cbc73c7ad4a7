"""Apposed: whom a participle behind a comma, or a clause with "who", tells of ("for the mayor Ana Ruiz, murdered on
Friday by …"): those named right before it, with their names, whatever governs them.
"""

from newsledger.coder.byname import may_be_name, name_start
from newsledger.coder.clause import Clause
from newsledger.coder.grammar import ADVERBS, NUMBERS, PASSIVE_AFTER, REDUCED
from newsledger.coder.spans import Mention
from newsledger.coder.timed import behind_time

NAMED = 8  # tokens from a word for somebody over a name to "who"
DESCRIBED = 6  # tokens of such a description
DESCRIBING = frozenset({"of", "aged", "in", "from", "with", "at", "on", "wearing", "near", "outside"})
AGO = 5  # tokens of "two and a half weeks ago"
LAST = frozenset({"last", "this", "early", "late", "earlier"})
SPANS = frozenset("day days week weeks month months year years weekend".split())
SOMEBODY = frozenset({"person", "official", "identity", "civilian", "ranks"})


def borne_by(clause: Clause, at: int) -> Mention | None:
    """Return the people whose mention, or whose name behind it, ends right before token `at`."""
    ends = {name_start(clause, at), at}
    mention = next((m for m in clause.mentions if m.last in ends), None)
    return mention if mention is not None and mention.tags & SOMEBODY else None


def told_of(clause: Clause, at: int) -> Mention | None:
    """Return the people right before the comma behind which a participle at token `at` stands, or None."""
    while at > 1 and (clause.norm[at - 1] in ADVERBS or clause.norm[at - 1].endswith("ly")):
        at -= 1
    return borne_by(clause, at - 1) if at > 1 and clause.norm[at - 1] == "," else None


def behind_name(clause: Clause, mention: Mention, at: int) -> int:
    """Return the end of a mention, or of the name behind it that "who" follows ("Judge Ana Ruiz, who was shot")."""
    who = next((i for i in range(mention.last, min(at, mention.last + NAMED)) if clause.norm[i] == "who"), -1)
    if who < 0 or mention.tags.isdisjoint(SOMEBODY):
        return mention.last
    end = who - (clause.norm[who - 1] == ",")
    named = all(may_be_name(clause, i) for i in range(mention.last, end))
    return end if named or is_described(clause, mention, who) else mention.last


def is_described(clause: Clause, mention: Mention, who: int) -> bool:
    """Say whether only words on somebody's age, dress or place stand before "who" ("a man of about 30 who stole")."""
    gap = clause.norm[mention.last : who]
    if not gap or len(gap) > DESCRIBED or gap[0] not in DESCRIBING or "," in gap:
        return False
    others = any(mention.last <= m.first < who and "person" in m.tags for m in clause.mentions)
    return not others and not any(mention.last <= s.first < who for s in clause.sentence.acts)


def is_apposed(clause: Clause, first: int, last: int, actions: set[str]) -> bool:
    """Say whether a participle at tokens `first` to `last` tells what was done to those right before its comma."""
    if not actions & REDUCED or told_of(clause, first) is None:
        return False
    end = behind_span(clause.norm, last)
    after = clause.norm[end] if end < len(clause.norm) else "."
    return after == "by" or (end > last and after in PASSIVE_AFTER)


def behind_span(norm: list[str], at: int) -> int:
    """Return the token behind words of time at token `at` ("on Friday", "last week", "two days ago"), or `at`."""
    end = behind_time(norm, at)
    if end > at:
        return end
    if norm[at : at + 1] and norm[at] in LAST and norm[at + 1 : at + 2] and norm[at + 1] in SPANS:
        return at + 2
    counted = norm[at : at + 1] and (norm[at] in NUMBERS or norm[at][0].isdigit() or norm[at] == "a")
    ago = next((i for i in range(at, min(at + AGO, len(norm))) if norm[i] == "ago"), -1)
    return ago + 1 if counted and ago > 0 else at
