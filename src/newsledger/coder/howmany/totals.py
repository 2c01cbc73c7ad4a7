"""Totals: which tolls are those of a war, a year or a campaign, and so of no event (coding-rules 5)?"""

from collections.abc import Sequence

from newsledger.coder.grammar import ARE, described_by
from newsledger.coder.howmany.toll import Toll
from newsledger.coder.howmany.vocabulary import grammar
from newsledger.coder.when import TimeExpression

AGGREGATES = frozenset({"aggregate", "year", "season"})
LONG_UNITS = {"week": 4, "fortnight": 2, "month": 1, "year": 1, "decade": 1}
RECORD = 10  # tokens between "the deadliest" and the time that it was the deadliest of
RANKED = 6  # tokens between a superlative and the time behind it
RANKS = frozenset({"worst", "first", "latest", "most"})
WAR = 3000  # dead or wounded; a count as high is the total of a war
DAYS_AFTER = tuple([unit, "after"] for unit in ("day", "days", "week", "weeks", "month", "months"))
SINCE = 8  # tokens between a toll and "since", and between that and what began
PERFECT = frozenset({"has", "have", "been"})
PERIODS = frozenset({"month", "week", "year", "aggregate", "ago", "day"})
BEGAN = frozenset(
    "began begun started erupted start beginning coup outset outbreak election elections vote".split()
)
OLD = ["over", "from"]
NEAR = 16  # tokens between a toll and the period that it sums up


def sums_up(toll: Toll, times: Sequence[TimeExpression], tokens: list[str]) -> bool:
    """Say whether a toll is that of a war, a year or a campaign, which belongs to no event."""
    if toll.low >= WAR and toll.kind in ("killed", "injured"):
        return True
    ranked = "since" in tokens[: toll.first] and ranks(tokens[: tokens.index("since")])
    if not ranked and grammar()["campaign"].anywhere(tokens, toll.first - 16, toll.last + 10):
        return True  # "was the deadliest since the war began, with six killed" tells of one event
    if grammar()["road"].anywhere(tokens, toll.first - 4, toll.last + 5):
        return True  # of an accident
    if tokens[max(toll.first - 2, 0) : toll.first] == ["one", "of"] and tokens[toll.last : toll.last + 1] == [
        "this"
    ]:
        return True  # "she is one of five pupils hit this month"
    among = tokens[toll.first - 1 : toll.first] == ["among"] and tokens[toll.first - 2] in ARE
    if among and toll.count > 1 and any("between" in tokens[t.first - 1 : t.last] for t in times):
        return True  # "were among nine hit between Friday and Sunday"
    if toll.rule == "toll.number" and tokens[toll.last : toll.last + 1] == ["since"]:
        return True  # "which made it seven dead since the weekend"
    dated_after = tokens[max(toll.first - 2, 0) : toll.first] in DAYS_AFTER and toll.rule != "toll.pronoun"
    if dated_after or since_long(toll, times, tokens):
        return True  # "a day after ten farmers died": of another day, not "hours after she was shot"
    if toll.rule == "toll.noun" and toll.count > 1 and any(time.kind == "range" for time in times):
        return True  # "between May 1 and May 8, the city had nine homicides"
    return any(is_over(toll, time, tokens) for time in times)


def is_over(toll: Toll, time: TimeExpression, tokens: list[str]) -> bool:
    """Say whether a toll is that of the long time beside which it stands ("killed 300 in two years")."""
    long = time.kind == "duration" and (time.count or time.ordinal or 3) >= LONG_UNITS.get(time.unit, 999)
    if not (time.kind in AGGREGATES or time.aggregate or long):
        return False
    if toll.victims[0] <= time.first < toll.victims[1] or tokens[max(time.first - 2, 0) : time.first] == OLD:
        return False  # "a nine-year veteran was killed", "a mine left over from years of war killed a boy"
    if described_by(tokens, toll.first, toll.last, range(time.first, time.last)):
        return False  # "killed by a mine that soldiers had laid last year"
    if "born" in tokens[max(time.first - 2, 0) : time.first + 1]:
        return False
    gap = time.first - toll.last if time.first >= toll.last else toll.first - time.last
    between = tokens[min(time.last, toll.last) : max(time.first, toll.first)]
    superlative = ranks(between[-RECORD:])
    if time.last <= toll.first:  # "the deadliest this year, with six killed"
        superlative = superlative or ranks(tokens[max(time.first - RANKED, 0) : time.first])
    return gap <= NEAR and ";" not in between and not (superlative or compares(tokens, time, toll))


def ranks(tokens: Sequence[str]) -> bool:
    """Say whether a superlative stands among tokens ("the deadliest")."""
    return any(t.endswith("est") or t in RANKS for t in tokens)


def since_long(toll: Toll, times: Sequence[TimeExpression], tokens: Sequence[str]) -> bool:
    """Say whether a toll in the perfect is counted since a month or since it all began ("have been killed since the
    protests began", "have died in clashes since January"); not since a day of the week."""
    behind = tokens[toll.last : toll.last + SINCE]
    if "since" not in behind or PERFECT.isdisjoint(tokens[toll.first : toll.last + 1]):
        return False
    at = toll.last + behind.index("since")
    known = [t for t in times if at < t.first <= at + SINCE]
    if any(t.kind in {"weekday", "deictic", "clock"} for t in known):
        return False
    reach = tokens[at + 1 : at + 1 + SINCE]
    return not BEGAN.isdisjoint(reach) or any(t.kind in PERIODS and t.first == at + 1 for t in known)


def compares(tokens: Sequence[str], time: TimeExpression, toll: Toll) -> bool:
    """Say whether a time only ends an opening that compares ("In the deadliest raid since a truce last month, …")."""
    opening = tokens[: time.first]
    return (
        "since" in opening
        and "," in tokens[time.last : toll.first]
        and any(t.endswith("est") for t in opening)
    )
