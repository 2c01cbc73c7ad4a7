"""How does a release differ from the one before? Rows that came, left and changed, and the class that
follows.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from newsledger.contract.column import Table
from newsledger.contract.load import Contract

KEY = "event_id_cnty"
BOOKKEEPING = frozenset({"timestamp", "first_release", "last_changed_release"})
"""Columns of events that change because something else in the row did."""
RECORD = ("event_actors", "event_sources", "reports", "evidence", "uncoded", "articles", "deletions")
"""Tables whose published rows stand unless something is corrected; the others follow from them or grow."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two releases: ids of events added, removed and changed, and why the class is what
    it is.

    `first` is True where there is no release before. `breaks` says, one per entry, what breaks scripts:
    columns that left, moved or changed their type, closed lists that lost a value that was in use, ids that
    left without a row in deletions. `rewritten` are the other tables of which a published row is gone or
    differs.
    """

    first: bool
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]
    cells: Mapping[str, int]
    breaks: tuple[str, ...]
    rewritten: tuple[str, ...]
    same: bool

    @property
    def change_class(self) -> str:
        """Return the class: unchanged, extension, correction or breaking (terms/change-class)."""
        if self.breaks:
            return "breaking"
        if self.removed or self.changed or self.rewritten:
            return "correction"
        return "extension" if self.first or self.added or not self.same else "unchanged"


def difference(
    old: Mapping[str, pl.DataFrame] | None,
    new: Mapping[str, pl.DataFrame],
    contract: Contract,
    old_contract: Contract | None = None,
) -> Difference:
    """Return how the tables `new` differ from `old`, None for a first release.

    `old_contract` is the contract of the older release where it is another one. Rows are compared by event
    id, cells by value; the columns of the bookkeeping are left out.
    """
    events = new["events"]
    if old is None:
        return Difference(True, tuple(events[KEY].to_list()), (), (), {}, (), (), same=False)
    before = old["events"]
    columns = [c for c in events.columns if c in before.columns and c not in BOOKKEEPING and c != KEY]
    both = (
        before.select(KEY, *columns)
        .join(events.select(KEY, *columns), on=KEY, how="inner", suffix=" new")
        .sort(KEY)
    )
    differs = both.select(KEY, *(pl.col(c).ne_missing(pl.col(f"{c} new")).alias(c) for c in columns))
    cells = {c: int(differs[c].sum()) for c in columns}
    changed = differs.filter(pl.any_horizontal(columns))[KEY].to_list() if columns else []
    removed = before.join(events, on=KEY, how="anti").sort(KEY)[KEY].to_list()
    added = events.join(before, on=KEY, how="anti").sort(KEY)[KEY].to_list()
    accounted = set(new["deletions"][KEY].to_list())
    breaks = [f"the id {i} left without a row in deletions" for i in removed if i not in accounted]
    if old_contract is not None and old_contract.version != contract.version:
        breaks += contract_breaks(old_contract, contract)
    same = set(old) == set(new) and all(new[t].equals(old[t], null_equal=True) for t in new)
    return Difference(
        first=False,
        added=tuple(added),
        removed=tuple(removed),
        changed=tuple(changed),
        cells={c: n for c, n in cells.items() if n},
        breaks=tuple(breaks),
        rewritten=tuple(t for t in RECORD if t in old and _lost_rows(old[t], new[t])),
        same=same,
    )


def _lost_rows(old: pl.DataFrame, new: pl.DataFrame) -> bool:
    columns = [c for c in old.columns if c in new.columns]
    return not old.join(new, on=columns, how="anti", nulls_equal=True).is_empty()


def contract_breaks(old: Contract, new: Contract) -> list[str]:
    """Return what in a newer contract breaks scripts that were written for an older one."""
    found = []
    for name, table in old.tables.items():
        if name not in new.tables:
            found.append(f"the table {name} left")
        else:
            found += _table_breaks(table, new.tables[name])
    for name, terms in old.terms.items():
        lost = {t.value for t in terms} - {t.value for t in new.terms.get(name, ())}
        found += [f"the closed list {name} lost the value {value}" for value in sorted(lost)]
    return found


def _table_breaks(old: Table, new: Table) -> list[str]:
    found = []
    kept = [n for n in old.names if n in new.names]
    for name in old.names:
        if name not in new.names:
            found.append(f"{old.name} lost the column {name}")
        elif old.column(name).type != new.column(name).type:
            found.append(f"{old.name}.{name} is now of type {new.column(name).type}")
    if kept != [n for n in new.names if n in kept] or (kept and list(new.names[: len(kept)]) != kept):
        found.append(f"the columns of {old.name} moved")
    if old.key != new.key:
        found.append(f"the key of {old.name} changed")
    return found
