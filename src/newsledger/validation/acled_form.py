"""Is this an ACLED-layout export, and how do its cells look in our form?

Exports write dates as `16 May 2025`, older files have numeric kinds of actors and `Civilians targeted`
(coding-rules 7). Readers accept these forms; we publish others, so that each is noted once per column.
"""

from collections.abc import Iterator
from dataclasses import replace

import polars as pl

from newsledger.contract.column import Table
from newsledger.contract.load import Contract
from newsledger.validation.findings import Finding, plain
from newsledger.validation.kinds import found

ACLED_COLUMNS = 31
"""How many columns an export has: the first ones of our table events, in the same order."""
REQUIRED = ("event_id_cnty", "event_date", "event_type", "sub_event_type")
OPTIONAL_THERE = (
    "iso",
    "region",
    "source",
    "source_scale",
    "notes",
    "timestamp",
    "interaction",
    "disorder_type",
)
_LONG_DATE = r"^[0-9]{1,2} [A-Z][a-z]+ [0-9]{4}$"
_CODES = ("inter1", "inter2")


def acled_names(contract: Contract) -> tuple[str, ...]:
    """Return the 31 column names of an export."""
    return contract.tables["events"].names[:ACLED_COLUMNS]


def is_acled_layout(columns: list[str], contract: Contract) -> bool:
    """Return whether a table is an export: no column of ours beyond the 31, and enough of the 31 to read an
    event.
    """
    return set(REQUIRED) <= set(columns) and not set(columns) & set(
        contract.tables["events"].names[ACLED_COLUMNS:]
    )


def layout_of(columns: list[str], contract: Contract) -> Table:
    """Return the table events with only the columns that an export has; what only we require may be empty
    there.
    """
    events = contract.tables["events"]
    known = [c for c in events.columns[:ACLED_COLUMNS] if c.name in columns]
    known.sort(key=lambda c: columns.index(c.name))
    free = [replace(c, required=c.required and c.name not in OPTIONAL_THERE, max_length=None) for c in known]
    # source_scale, region and the like grow with every edition of the codebook; ids follow their own pattern
    free = [replace(c, terms="") if c.name in ("source_scale", "region", "country") else c for c in free]
    free = [replace(c, pattern="") if c.name == "event_id_cnty" else c for c in free]
    free = [replace(c, decimals=None) for c in free]
    return Table(events.name, events.title, events.description, tuple(free), events.key, events.key)


def in_our_form(text: pl.DataFrame, contract: Contract, file: str) -> tuple[pl.DataFrame, list[Finding]]:
    """Return the text cells of an export in the forms that we publish, and E171 for each column that had
    others.
    """
    frame = text
    for name in ("event_date",):
        if name in text.columns:
            cells = pl.col(name)
            day = cells.str.to_date("%d %B %Y", strict=False).dt.strftime("%Y-%m-%d")
            frame = frame.with_columns(
                pl.when(cells.str.contains(_LONG_DATE)).then(pl.coalesce(day, cells)).otherwise(cells)
            )
    codes = {str(t.data["code"]): t.value for t in contract.terms["inter"]} | {"0": None}
    for name in _CODES:
        if name in text.columns:
            frame = frame.with_columns(pl.col(name).replace(codes))
    if "interaction" in text.columns:
        frame = frame.with_columns(pl.col("interaction").replace(_interactions(contract)))
    if "civilian_targeting" in text.columns:
        also = {str(t.data["also"]): t.value for t in contract.terms["civilian-targeting"]}
        frame = frame.with_columns(pl.col("civilian_targeting").replace(also))
    return frame, list(_noted(text, frame, file))


def _interactions(contract: Contract) -> dict[str, str]:
    """Return the number of each pair of kinds, as older files write it (`12`, `37`, `10`), with its name."""
    from newsledger.contract.coding import interaction

    kinds = {str(t.data["code"]): t.value for t in contract.terms["inter"]}
    pairs = {f"{a}{b}": interaction(kinds[a], kinds[b]) for a in kinds for b in kinds}
    return pairs | {f"{a}0": interaction(kinds[a], "") for a in kinds}


def _noted(text: pl.DataFrame, frame: pl.DataFrame, file: str) -> Iterator[Finding]:
    for name in text.columns:
        rows = text[name].ne_missing(frame[name]).arg_true()
        if len(rows):
            old, new = text[name][int(rows[0])], frame[name][int(rows[0])]
            message = f"{plain(old)} is read as {plain(new) or 'empty'}"
            yield found(
                "E171",
                message,
                file=file,
                column=name,
                value=plain(old),
                count=len(rows),
                rule="ACLED layout",
            )
