"""How far do coded reports agree with rows that people coded by hand? Agreement column by column.

Only the columns that gold has are looked at, and only the articles that gold has.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from newsledger.contract.records import REPORT_COLUMNS
from newsledger.errors import DataInvalid
from newsledger.pipeline.gold import Row, read_gold, read_reports
from newsledger.pipeline.scored_tables import NIGHT

NONE = "(none)"
UNSCORED = frozenset(
    ("report_id", "article_id", "notes", "toll_group", "rule", "quote_start", "quote_end", "confidence")
)
SIDES = (("actor1", "actor2"), ("assoc_actor_1", "assoc_actor_2"), ("inter1", "inter2"))
WEIGHTS = {
    "sub_event_type": 3,
    "event_type": 1,
    "event_date": 2,
    "location": 3,
    "admin1": 1,
    "actor1": 2,
    "actor2": 2,
    "fatalities": 1,
}
"""How much agreement in a column says that two rows are about one event."""
NEAR = 0.1
"""Degrees by which coordinates may differ."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A hand-coded row and the report that was taken for it; either is None where the other stands alone."""

    article: str
    gold: Row | None
    ours: Row | None


@dataclass(slots=True)
class Agreement:
    """How often one column agreed, over the rows that were found; `misses` are article, gold and ours."""

    right: int = 0
    total: int = 0
    misses: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Return the share of rows that agree; 0 where there is none."""
        return self.right / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """The pairs, the agreement by column, and how often which sub-event type (gold, ours) was taken for
    which.
    """

    pairs: tuple[Pair, ...]
    fields: Mapping[str, Agreement]
    confusion: Mapping[tuple[str, str], int]

    @property
    def found(self) -> int:
        """Return how many hand-coded rows have a report."""
        return sum(p.gold is not None and p.ours is not None for p in self.pairs)

    @property
    def gold(self) -> int:
        """Return how many hand-coded rows there are."""
        return sum(p.gold is not None for p in self.pairs)

    @property
    def ours(self) -> int:
        """Return how many reports there are on the hand-coded articles."""
        return sum(p.ours is not None for p in self.pairs)


def score(reports: Path, gold: Path) -> Score:
    """Return the agreement of coded reports with gold; see `gold.read_reports` and `gold.read_gold`.

    Raises PathMissing, UsageError for a file of another kind, DataInvalid where a file is malformed or gold
    is empty.
    """
    wanted = read_gold(gold)
    if not wanted:
        raise DataInvalid("holds no hand-coded article", file=gold)
    ours = read_reports(reports)
    pairs = [
        p for article in sorted(wanted) for p in pair_up(article, wanted[article], ours.get(article, []))
    ]
    return Score(tuple(pairs), _agreements(pairs), _confusion(pairs))


def pair_up(article: str, gold: Sequence[Row], ours: Sequence[Row]) -> Iterator[Pair]:
    """Yield the pairs of one article: the most alike first, each row once, then the rows that stand alone.

    A lone hand-coded row and a lone report are taken for each other whatever they say.
    """
    lone = len(gold) == len(ours) == 1
    alike = sorted((-likeness(g, o), i, j) for i, g in enumerate(gold) for j, o in enumerate(ours))
    left_gold, left_ours = dict(enumerate(gold)), dict(enumerate(ours))
    for worth, i, j in alike:
        if (worth < 0 or lone) and i in left_gold and j in left_ours:
            wanted = left_gold.pop(i)
            yield Pair(article, wanted, turned(wanted, left_ours.pop(j)))
    yield from (Pair(article, g, None) for g in left_gold.values())
    yield from (Pair(article, None, o) for o in left_ours.values())


def likeness(gold: Row, ours: Row) -> int:
    """Return how much says that two rows are about one event; 0 where they share no value that counts."""
    other = turned(gold, ours)
    return sum(w for name, w in WEIGHTS.items() if gold.get(name) and same(name, gold, other))


def turned(gold: Row, ours: Row) -> Row:
    """Return `ours` with its sides as `gold` has them, since their order has no meaning (coding-rules 3)."""
    swapped = dict(ours)
    for one, two in SIDES:
        swapped[one], swapped[two] = ours.get(two, ""), ours.get(one, "")
    names = [n for pair in SIDES for n in pair if n in gold]

    def agreed(row: Row) -> int:
        return sum(same(n, gold, row) for n in names)

    return swapped if agreed(swapped) > agreed(ours) else ours


def same(name: str, gold: Row, ours: Row) -> bool:
    """Return whether a column agrees: exactly, but for coordinates nearby, lists in any order, and a
    night's days.
    """
    wanted, given = gold.get(name, ""), ours.get(name, "")
    if wanted == given:
        return True
    if name == "event_date" and gold.get(NIGHT, "").lower() == "true":
        return _days_apart(wanted, given) == 1
    if name in ("latitude", "longitude"):
        return _near(wanted, given)
    return sorted(wanted.split("; ")) == sorted(given.split("; "))


def _days_apart(one: str, two: str) -> int | None:
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(two)).days)
    except ValueError:
        return None


def _near(one: str, two: str) -> bool:
    try:
        return abs(float(one) - float(two)) <= NEAR
    except ValueError:
        return False


def _agreements(pairs: Sequence[Pair]) -> dict[str, Agreement]:
    found = {name: Agreement() for name in REPORT_COLUMNS if name not in UNSCORED}
    for pair in pairs:
        if pair.gold is None or pair.ours is None:
            continue
        for name, told in found.items():
            if name not in pair.gold:
                continue
            told.total += 1
            if same(name, pair.gold, pair.ours):
                told.right += 1
            else:
                told.misses.append((pair.article, pair.gold[name], pair.ours.get(name, "")))
    return {name: told for name, told in found.items() if told.total}


def _confusion(pairs: Sequence[Pair]) -> dict[tuple[str, str], int]:
    kind = "sub_event_type"
    counts = Counter(
        (NONE if p.gold is None else p.gold.get(kind, ""), NONE if p.ours is None else p.ours.get(kind, ""))
        for p in pairs
    )
    return {key: counts[key] for key in sorted(counts, key=lambda k: (-counts[k], k))}
