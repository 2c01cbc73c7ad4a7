"""Is every difference with the last release in the table changes, and nothing else?

Whoever follows a dataset reads `changes` instead of comparing releases, so that it must be the whole truth.
"""

from collections.abc import Iterator, Mapping

import polars as pl

from newsledger.publish.difference import BOOKKEEPING, KEY
from newsledger.publish.write import csv_path
from newsledger.validation.findings import EXAMPLES, Finding, plain
from newsledger.validation.kinds import found

CELL = (KEY, "field")


def check_accounted(
    old: Mapping[str, pl.DataFrame], new: Mapping[str, pl.DataFrame], version: str
) -> Iterator[Finding]:
    """Yield E117 for rows and cells of events that differ and are not in changes, or the other way round.

    `version` is the new release. Rows that came or left stand in changes under the field event_id_cnty. A
    column that the contract has gained was empty before.
    """
    before, after = old["events"], new["events"]
    gained = [c for c in after.columns if c not in before.columns]
    before = before.with_columns(pl.lit(None, dtype=after.schema[c]).alias(c) for c in gained)
    told = new["changes"].filter(pl.col("release") == version)
    came = after.join(before, on=KEY, how="anti").select(KEY)
    left = before.join(after, on=KEY, how="anti").select(KEY)
    whole = told.filter(pl.col("field") == KEY)
    yield from _both_ways(came, whole.filter(pl.col("kind") == "added").select(KEY), "added", (KEY,))
    yield from _both_ways(left, whole.filter(pl.col("kind") == "removed").select(KEY), "removed", (KEY,))
    cells = _cells(before, after)
    yield from _both_ways(cells, told.filter(pl.col("kind") == "changed").select(CELL), "changed", CELL)
    yield from _lost_history(old["changes"], new["changes"])


def _cells(before: pl.DataFrame, after: pl.DataFrame) -> pl.DataFrame:
    columns = [c for c in after.columns if c in before.columns and c != KEY and c not in BOOKKEEPING]
    both = before.select(KEY, *columns).join(after.select(KEY, *columns), on=KEY, how="inner", suffix=" new")
    parts = [
        both.filter(pl.col(c).ne_missing(pl.col(f"{c} new"))).select(KEY, pl.lit(c).alias("field"))
        for c in columns
    ]
    return pl.concat(parts)


def _both_ways(real: pl.DataFrame, told: pl.DataFrame, kind: str, key: tuple[str, ...]) -> Iterator[Finding]:
    for rows, message in (
        (real.join(told, on=key, how="anti"), f"was {kind} and is not in changes"),
        (told.join(real, on=key, how="anti"), f"is in changes as {kind} and was not"),
    ):
        if rows.is_empty():
            continue
        names = [" · ".join(plain(cell) for cell in row) for row in rows.sort(key).head(EXAMPLES).iter_rows()]
        yield found(
            "E117",
            f"{names[0]} {message}",
            file=csv_path("changes"),
            value=names[0],
            count=rows.height,
            examples=tuple(names),
            rule="every change is accounted for",
        )


def _lost_history(old: pl.DataFrame, new: pl.DataFrame) -> Iterator[Finding]:
    """The changes of earlier releases stay as they are."""
    lost = old.join(new, on=old.columns, how="anti", nulls_equal=True)
    if lost.height:
        message = f"{lost.height} rows of earlier releases are gone from changes or differ"
        yield found("E117", message, file=csv_path("changes"), count=lost.height, rule="changes only grow")
