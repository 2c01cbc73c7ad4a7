"""Between: the two sides of a clash behind "between" ("clashes between A and B")."""

from newsledger.coder.clause import Clause
from newsledger.coder.frames import Frame
from newsledger.coder.spans import PEOPLE, Mention

APART = 12  # tokens between the two sides of a clash
NAMES = 6  # tokens of "A and B" before what the two are ("between Omor and Anaku youths")
FORCES = frozenset({"police", "military", "group", "gang", "armed"})


def by_their_names(clause: Clause, frame: Frame) -> list[Mention]:
    """Return both sides where only names tell them apart ("a clash between Omor and Anaku youths"), or nobody."""
    norm, words = clause.norm, clause.sentence.words
    if norm[frame.last : frame.last + 1] != ["between"]:
        return []
    at = frame.last + 1
    m = next((m for m in clause.mentions if at < m.first <= at + NAMES and m.kind in PEOPLE), None)
    if m is None or "plural" not in m.tags or "and" not in norm[at : m.first]:
        return []
    named = all(words.is_name(i) or norm[i] in {"and", "the"} for i in range(at, m.first))
    return [m, m] if named else []


def other_side(clause: Clause, frame: Frame, first: Mention) -> list[Mention]:
    """Return the second of two sides where a place stands between them ("between marchers in the port of A and the
    police")."""
    norm = clause.norm
    if "between" not in norm[max(frame.last, first.first - 4) : first.first]:
        return []
    for m in clause.mentions:
        if not first.last < m.first <= min(first.last + APART, frame.clause[1]) or m in clause.speakers:
            continue
        joined = norm[m.first - 1] == "and" or norm[m.first - 2 : m.first] in (
            ["and", "the"],
            ["and", "riot"],
        )
        if joined and "person" in m.tags | ({"person"} if m.kind in FORCES else set()):
            return [] if clause.hard_between(first.last, m.first) else [m]
    return []


def among_themselves(clause: Clause, mention: Mention) -> bool:
    """Say whether a mention of several armed people behind "between" is both sides."""
    after = clause.norm[mention.last : mention.last + 1]
    last = clause.norm[mention.last - 1]
    many = "plural" in mention.tags or (last.endswith("s") and not last.endswith("ss"))
    return many and "armed" in mention.tags and after != ["and"] and mention.count is None
