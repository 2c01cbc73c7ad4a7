"""How do a million reports fit into memory? Only what the ledger asks for, and every text once."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any

import polars as pl

from newsledger.contract.records import Evidence, Report
from newsledger.ledger.facts import NIGHT, TOLLS, UNTOLD

UNASKED = frozenset({"notes", "rule", "disorder_type", "interaction"})
"""Columns of a report that the ledger does not look at: it copies them with the table, or works them out anew."""
ASKED = (*TOLLS, "weapons", "captured")


def lean_reports(frame: pl.DataFrame) -> list[Report]:
    """Return the rows of the table reports as records in which equal texts are one object.

    Texts that the ledger never asks for are left empty.
    """
    columns = [_column(frame, f.name, text=f.type in (str, "str")) for f in fields(Report)]
    build: Callable[..., Report] = Report
    return [build(*row) for row in zip(*columns, strict=True)]


def _column(frame: pl.DataFrame, name: str, *, text: bool) -> Sequence[Any]:
    if name in UNASKED:
        return [""] * frame.height
    values = frame.get_column(name)
    if text:
        values = values.fill_null("")
    known: dict[Any, Any] = {}
    same = known.setdefault
    return [same(v, v) for v in values.to_list()]


def lean_evidence(frame: pl.DataFrame) -> list[Evidence]:
    """Return those rows of the table evidence that the ledger asks for: days, tolls, weapons, captives."""
    asked = pl.col("rule").str.starts_with(NIGHT) | pl.col("rule").is_in(list(UNTOLD))
    days = (pl.col("field") == "event_date") & asked
    rows = frame.filter(days | pl.col("field").is_in(list(ASKED))).select(f.name for f in fields(Evidence))
    return [
        Evidence(report, field, value or "", part, start, end, rule)
        for report, field, value, part, start, end, rule in rows.iter_rows()
    ]
