"""Timed: words of time between an auxiliary and its participle, or between a verb and what belongs to it."""

from newsledger.coder.clause import Clause
from newsledger.coder.grammar import BE, DAYS

BY = 4  # tokens between a participle and the armed people behind "by"
PARTS_OF_DAY = frozenset(
    {"morning", "night", "evening", "afternoon", "yesterday", "today", "early", "late", "last"}
)
TIMED = DAYS | frozenset(
    "morning afternoon evening night midnight dawn dusk noon today yesterday overnight week weekend".split()
)
TIMES = TIMED | frozenset("on in at during the early late this last same".split())


def by_behind_time(clause: Clause, at: int) -> bool:
    """Say whether words of time stand from token `at` on, and behind them "by" with armed people."""
    end = at
    while end < len(clause.norm) and end - at < 5 and clause.norm[end] in TIMES:
        end += 1
    if end == at or clause.norm[end : end + 1] != ["by"]:
        return False
    return any(end < m.first <= end + BY and "armed" in m.tags for m in clause.mentions)


def before_day(norm: list[str], at: int) -> int:
    """Return the token before a day that stands between an auxiliary and its participle ("were on Monday night
    killed"), or `at`."""
    i = at
    while i > 0 and at - i < 3 and (norm[i] in DAYS or norm[i] in PARTS_OF_DAY):
        i -= 1
    if i == at or norm[i] != "on":
        return i if i < at and norm[i] in BE else at
    return i - 1 if norm[i - 1] in BE else at


def behind_time(norm: list[str], at: int) -> int:
    """Return the token behind a time of day or a day that stands at token `at`, set off by commas or not ("on Monday",
    "during the night", ", Thursday,"); `at` itself if there is none."""
    comma = norm[at : at + 1] == [","]
    first = i = at + comma
    while i < len(norm) and i - first < 5 and norm[i] in TIMES:
        i += 1
    if i == first or not TIMED & set(norm[first:i]):
        return at
    if not comma:
        return i
    return i + 1 if norm[i : i + 1] == [","] else at
