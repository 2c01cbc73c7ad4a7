"""What was published before? The last release, in the form that identity and corrections ask of it."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from newsledger.ledger.facts import Facts, fold, natural

ID = re.compile(r"^(.*?)(\d+)$")
CORE = ("event_date", "location", "actor1", "actor2")
CERTAIN = 15  # the id of the report, its day, place and pair
SURE = 8  # two of day, place and pair
Core = tuple[date, str, str, str]


@dataclass(frozen=True, slots=True)
class PreviousRelease:
    """The last release: its version and its frames, in the contract's types."""

    version: str
    events: pl.DataFrame
    reports: pl.DataFrame  # with event_id_cnty
    changes: pl.DataFrame
    deletions: pl.DataFrame


@dataclass(frozen=True, slots=True)
class PastReport:
    """A published report and the event it was joined into, empty if none."""

    report_id: str
    article_id: str
    core: Core
    event: str


@dataclass(slots=True)
class Past:
    """The published reports by id, the age of every id, and where each id went that left."""

    reports: dict[str, PastReport] = field(default_factory=dict)
    events: dict[str, Core] = field(default_factory=dict)
    ages: dict[str, tuple[object, ...]] = field(default_factory=dict)
    former: dict[str, str] = field(
        default_factory=dict
    )  # an id that left, and its successor or the empty string
    former_facts: dict[str, dict[str, str]] = field(default_factory=dict)
    highest: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def told_by(self, events: Collection[str]) -> dict[str, set[str]]:
        """Return the articles behind each of some events, as they were published."""
        found: dict[str, set[str]] = {e: set() for e in events}
        for told in self.reports.values():
            if told.event in found:
                found[told.event].add(told.article_id)
        return found

    def successor(self, event: str) -> str:
        """Return the id that stands for `event` today: itself, or what it was merged into; empty if
        it left.
        """
        seen: set[str] = set()
        while event in self.former and event not in seen:
            seen.add(event)
            event = self.former[event]
        return "" if event in self.former else event


def read_past(previous: PreviousRelease | None) -> Past:
    """Return what the last release says of reports and ids; empty where there is none."""
    past = Past()
    if previous is None:
        return past
    same: dict[str, str] = {}
    columns = ("report_id", "article_id", "event_id_cnty", *CORE)
    for report_id, article, event, *core in previous.reports.select(columns).iter_rows():
        home = same.setdefault(event, event) if event else ""
        past.reports[report_id] = PastReport(
            report_id, same.setdefault(article, article), _core(core, same), home
        )
    for event, first, *core in previous.events.select("event_id_cnty", "first_release", *CORE).iter_rows():
        past.events[event] = _core(core, same)
        past.ages[event] = (natural(first), natural(event))
    for event, into in previous.deletions.select("event_id_cnty", "merged_into").iter_rows():
        past.former[event] = into or ""
    for event in (*past.events, *past.former):
        split = ID.match(event)
        if split:
            past.highest[split[1]] = max(past.highest[split[1]], int(split[2]))
    removed = previous.changes.filter(pl.col("kind") == "removed", pl.col("field").is_in(CORE))
    for event, name, old in removed.select("event_id_cnty", "field", "old").iter_rows():
        past.former_facts.setdefault(event, {})[name] = old or ""
    return past


def _core(values: Sequence[object], same: dict[str, str]) -> Core:
    """Return day, folded place and sorted pair; equal texts are one object, by `same`."""
    day, place, actor1, actor2 = values
    assert isinstance(day, date)
    first, second = sorted((str(actor1 or ""), str(actor2 or "")))
    return day, fold(str(place)), same.setdefault(first, first), same.setdefault(second, second)


def match_reports(facts: Sequence[Facts], past: Past) -> dict[str, PastReport]:
    """Return, by report id, the published report that each report is.

    A report is known by its id where its article, day, place and pair agree; else, since ids of reports shift
    when rules change, by the best agreement of these within its article, each published report once.
    """
    found: dict[str, PastReport] = {}
    open_: dict[str, list[Facts]] = defaultdict(list)
    for f in facts:
        told = past.reports.get(f.report.report_id)
        if told and told.article_id == f.report.article_id and _likeness(f, told) == CERTAIN:
            found[f.report.report_id] = told
        else:
            open_[f.report.article_id].append(f)
    free: dict[str, list[PastReport]] = {article: [] for article in open_}
    for t in past.reports.values():
        if t.article_id in free and found.get(t.report_id) is not t:
            free[t.article_id].append(t)
    for article, reports in open_.items():
        _match_within(reports, free[article], found)
    return found


def _match_within(reports: Sequence[Facts], told: Sequence[PastReport], found: dict[str, PastReport]) -> None:
    ranked = sorted(
        (
            (-score, natural(t.report_id), natural(f.report.report_id), t, f)
            for t in told
            for f in reports
            if (score := _likeness(f, t)) >= SURE or t.report_id == f.report.report_id
        ),
        key=lambda r: r[:3],
    )
    used: set[str] = set()
    for *_, t, f in ranked:
        if t.report_id not in used and f.report.report_id not in found:
            used.add(t.report_id)
            found[f.report.report_id] = t


def _likeness(f: Facts, told: PastReport) -> int:
    """Return 4 for each of day, place and pair that is the same, and 3 for the same report id."""
    r = f.report
    day, place, *pair = told.core
    same = (r.event_date == day) + (f.place == place) + (sorted((r.actor1, r.actor2)) == pair)
    return 4 * same + 3 * (r.report_id == told.report_id)
