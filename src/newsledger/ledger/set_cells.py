"""Which cells do corrections set, and what follows from them?"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from newsledger.contract.coding import countries
from newsledger.contract.column import Column
from newsledger.contract.load import load_contract
from newsledger.contract.note import NoteFacts, note
from newsledger.ledger.corrections import Correction
from newsledger.ledger.merged import Row, derive, retold

# columns that follow from other columns, from the reports or from the history of the event
FOLLOWS = {
    "event_id_cnty": "is given by the ledger",
    "year": "follows from event_date",
    "disorder_type": "follows from sub_event_type",
    "event_type": "follows from sub_event_type",
    "interaction": "follows from inter1 and inter2",
    "iso": "follows from country",
    "region": "follows from country",
    "timestamp": "follows from the release",
    "n_reports": "counts the reports",
    "n_sources": "counts the sources",
    "first_release": "is given by the ledger",
    "last_changed_release": "is given by the ledger",
}


@dataclass(slots=True)
class Done:
    """The correction behind each cell that was set, and those that each other cell followed, by event and column."""

    cells: dict[tuple[str, str], Correction] = field(default_factory=dict)
    followed: dict[tuple[str, str], list[Correction]] = field(default_factory=dict)

    def behind(self, differing: Collection[tuple[str, str]]) -> dict[tuple[str, str], Correction]:
        """Return the correction behind each of the cells that differ from the last release.

        A cell that followed differs for a correction's sake only if the cell that this one sets differs as
        well: an old correction is no reason for what an article changed since.
        """
        found = {cell: c for cell, c in self.cells.items() if cell in differing}
        for (event, column), corrections in self.followed.items():
            new = [c for c in corrections if (event, c.field) in found]
            if new and (event, column) in differing:
                found[event, column] = new[-1]
        return found


def set_cells(
    rows: Mapping[str, tuple[Row, NoteFacts]], corrections: Iterable[Correction], homes: Mapping[str, str]
) -> Done:
    """Set the cells of `rows` (by event id) that corrections name, and what follows from them; the notes too.

    `homes` is the event of each report. Returns what was done. Raises CorrectionFailed if the event or report
    is not there, the cell follows from another, `expect` doesn't hold, the value breaks the contract, or it
    stands there already.
    """
    done = Done()
    for c in corrections:
        if not c.active or c.do != "set":
            continue
        event = _event(c, homes)
        if event not in rows:
            raise c.failed("its event is not there", value=event)
        row, told = rows[event]
        value = _value(c)
        if not _same(row[c.field], c.expect):
            raise c.failed(
                f"its `expect` for {c.field} no longer holds", value=row[c.field], expected=f"{c.expect}"
            )
        if _same(row[c.field], value):
            raise c.failed(f"changes nothing: {c.field} says so already", value=value)
        before = dict(row)
        row[c.field] = value
        done.cells[event, c.field] = c
        _follow(row, c.field)
        if (event, "notes") not in done.cells:
            row["notes"] = note(retold(row, told))
        for column in row.keys() - {c.field}:
            if row[column] != before.get(column):
                done.followed.setdefault((event, column), []).append(c)
    return done


def _event(c: Correction, homes: Mapping[str, str]) -> str:
    if c.event:
        return c.event
    absent = next((r for r in c.reports if r not in homes), None)
    if absent is not None:
        raise c.failed("names a report that is not there", value=absent)
    events = sorted({homes[r] for r in c.reports})
    if len(events) > 1:
        raise c.failed(
            "its reports are several events", value=", ".join(events), expected="reports of one event"
        )
    return events[0]


def _value(c: Correction) -> object:
    """Return the new value in the column's type; CorrectionFailed if the contract doesn't allow it."""
    table = load_contract().tables["events"]
    if c.field not in table.names:
        raise c.failed("sets an unknown column", value=c.field, expected="a column of events")
    if c.field in FOLLOWS:
        raise c.failed(f"cannot set {c.field}: it {FOLLOWS[c.field]}")
    column = table.column(c.field)
    if c.value is None or c.value == "":
        if column.required:
            raise c.failed(f"cannot empty {c.field}", expected="a value")
        return "" if column.type == "string" else None
    value = _typed(c, column)
    kinds = load_contract().values(column.terms) if column.terms and column.type == "string" else ()
    parts = str(value).split(column.separator) if column.separator else [str(value)]
    unknown = next((p for p in parts if kinds and p not in kinds), None)
    if unknown is not None:
        raise c.failed(f"sets {c.field} to an unknown value", value=unknown, expected=", ".join(kinds))
    _in_range(c, column, value)
    return value


def _typed(c: Correction, column: Column) -> object:
    try:
        if column.type == "date":
            return date.fromisoformat(str(c.value))
        if column.type == "integer":
            if float(str(c.value)) != int(float(str(c.value))):
                raise ValueError
            return int(float(str(c.value)))
        return float(str(c.value)) if column.type == "number" else str(c.value)
    except ValueError:
        raise c.failed(
            f"sets {c.field} to a value of another type", value=c.value, expected=column.type
        ) from None


def _in_range(c: Correction, column: Column, value: Any) -> None:
    low, high = column.minimum, column.maximum
    if (low is not None and value < low) or (high is not None and value > high):
        raise c.failed(f"sets {c.field} beyond its range", value=value, expected=f"{low} to {high}")


def _same(cell: object, told: object) -> bool:
    """Tell whether a cell holds a value as a person writes it: 3 or "3", 2022-09-13, null for empty."""
    if cell is None or cell == "" or told is None or told == "":
        return (cell is None or cell == "") and (told is None or told == "")
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        try:
            return float(str(told)) == float(cell)
        except ValueError:
            return False
    return str(cell) == str(told)


def _follow(row: Row, field: str) -> None:
    if field == "country":
        term = next(t for t in countries() if t.value == row["country"])
        row["iso"], row["region"] = term.data["iso"], term.data["region"]
    if field in ("fatalities", "fatalities_low", "fatalities_high"):
        row["fatalities_low"] = min(row["fatalities_low"], row["fatalities"])
        row["fatalities_high"] = max(row["fatalities_high"], row["fatalities"])
    derive(row)
