"""What did people decide against the coder? Each correction applies, or stops the run (coding-rules 1)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from newsledger.errors import CorrectionFailed
from newsledger.ledger.facts import Facts

Event = list[Facts]
Resolve = Callable[[str], list[int]]


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of corrections.yaml, as `corrections.schema.json` describes it."""

    id: str
    do: str  # set | drop | join | split
    reason: str
    date: date
    event: str = ""
    reports: tuple[str, ...] = ()
    field: str = ""
    value: str | int | float | None = None
    expect: str | int | float | None = None
    status: str = "active"
    file: str = "corrections.yaml"
    line: int | None = None

    @property
    def active(self) -> bool:
        """Tell whether it is to be applied; a retired one is kept for the record."""
        return self.status == "active"

    def failed(self, message: str, *, value: object = None, expected: str | None = None) -> CorrectionFailed:
        """Return the error that names this correction."""
        return CorrectionFailed(
            message, file=self.file, line=self.line, field=self.id, value=value, expected=expected
        )


def read_corrections(
    document: Iterable[Mapping[str, Any]],
    file: str = "corrections.yaml",
    lines: Mapping[tuple[str | int, ...], int] | None = None,
) -> tuple[Correction, ...]:
    """Return the corrections of a document that passed corrections.schema.json.

    `file` and `lines`, by the place of each entry, are named where one does not apply. Raises CorrectionFailed if two
    have one id.
    """
    found: dict[str, Correction] = {}
    for place, entry in enumerate(document):
        told = {**entry, "file": file, "line": (lines or {}).get((place,))}
        if not isinstance(told["date"], date) or isinstance(told["date"], datetime):
            told["date"] = date.fromisoformat(str(told["date"]))
        told["reports"] = tuple(told.get("reports", ()))
        correction = Correction(**told)
        if correction.id in found:
            raise correction.failed("two corrections have this id")
        found[correction.id] = correction
    return tuple(found.values())


@dataclass(slots=True)
class Regrouped:
    """The events after joins, splits and drops, and which correction touched a report."""

    events: list[Event]
    dropped: dict[str, Correction]
    joined: dict[str, Correction]
    split: dict[str, Correction]

    @property
    def touched(self) -> dict[str, Correction]:
        """Return the correction behind each report that was moved or left out."""
        return self.joined | self.split | self.dropped


def regroup(events: Sequence[Event], corrections: Iterable[Correction], resolve: Resolve) -> Regrouped:
    """Return the events with every active drop, join and split carried out, in the order of the file.

    `resolve` returns the positions in `events` of an event id. Raises CorrectionFailed for a correction whose
    event or report is not there, or that changes nothing.
    """
    state = _Regrouping(events, resolve)
    for c in corrections:
        if c.active and c.do in ("drop", "join", "split"):
            getattr(state, f"_{c.do}")(c)
    return Regrouped(state.grouped(), state.dropped, state.joined, state.split)


class _Regrouping:
    """Events as sets of reports, while corrections move reports from one to another."""

    def __init__(self, events: Sequence[Event], resolve: Resolve) -> None:
        self.facts = {f.report.report_id: f for reports in events for f in reports}
        self.home = {f.report.report_id: i for i, reports in enumerate(events) for f in reports}
        self.members = [[f.report.report_id for f in reports] for reports in events]
        self.resolve = resolve
        self.dropped: dict[str, Correction] = {}
        self.joined: dict[str, Correction] = {}
        self.split: dict[str, Correction] = {}

    def _targets(self, c: Correction) -> list[str]:
        """Return the reports that a correction names, by their ids or all those of its event."""
        absent = next((r for r in c.reports if r not in self.home), None)
        if absent is not None:
            raise c.failed("names a report that is not there", value=absent)
        return list(c.reports) or self._of_event(c)

    def _of_event(self, c: Correction) -> list[str]:
        found = [r for i in self.resolve(c.event) for r in self.members[i] if r in self.home]
        if not found:
            raise c.failed("its event is not there", value=c.event, expected="an event of the last release")
        return found

    def _drop(self, c: Correction) -> None:
        for report in self._targets(c):
            self.dropped[report] = c
            del self.home[report]

    def _join(self, c: Correction) -> None:
        named = self._targets(c) + (self._of_event(c) if c.event else [])
        homes = sorted({self.home[r] for r in named})
        if len(homes) < 2:
            raise c.failed("changes nothing: its reports are one event already")
        for report, home in list(self.home.items()):
            if home in homes:
                self._move(report, homes[0])
                self.joined[report] = c

    def _split(self, c: Correction) -> None:
        named = self._targets(c)
        event = {self.home[r] for r in self._of_event(c)}
        if not {self.home[r] for r in named} <= event:
            raise c.failed("changes nothing: its reports are not in its event", value=c.event)
        rest = [r for r, home in self.home.items() if home in event and r not in named]
        if not rest:
            raise c.failed("would leave its event without a report", value=c.event)
        self.members.append([])
        for report in named:
            self._move(report, len(self.members) - 1)
            self.split[report] = c

    def _move(self, report: str, to: int) -> None:
        if self.home[report] != to:
            self.home[report] = to
            self.members[to].append(report)

    def grouped(self) -> list[Event]:
        groups: dict[int, Event] = {}
        for report, home in self.home.items():
            groups.setdefault(home, []).append(self.facts[report])
        events = [sorted(g, key=lambda f: f.order) for g in groups.values()]
        return sorted(events, key=lambda e: e[0].order)
