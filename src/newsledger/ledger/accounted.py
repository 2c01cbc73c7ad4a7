"""Why did an id leave, and why did a cell change?"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence, Set
from typing import Any

import polars as pl

from newsledger.contract.dtypes import polars_schema
from newsledger.contract.load import load_contract
from newsledger.ledger.corrections import Regrouped
from newsledger.ledger.diff import KEY
from newsledger.ledger.facts import Facts
from newsledger.ledger.identity import Identities
from newsledger.ledger.previous import Past, PastReport
from newsledger.ledger.set_cells import Done

FURTHER = "a further article reports it"
FEWER = "an article that reported it is gone"
OTHERS = "other articles report it"
REREAD = "its reports are read or reconciled otherwise"


def deletions_of(
    given: Identities,
    past: Past,
    known: Mapping[str, PastReport],
    grouped: Regrouped,
    present: Set[str],
    release: str,
) -> pl.DataFrame:
    """Return a row of the table deletions for each id that left.

    Reasons of the closed list deletion-reason: `duplicate` and `error` where a correction joined or dropped
    it, `merged` where further reports did, `retracted` where none of its articles is `present` any more, else
    `unsupported`.
    """
    reports: dict[str, list[str]] = defaultdict(list)
    for report, told in sorted(
        ((r, t) for r, t in known.items() if t.event in given.gone), key=lambda x: x[0]
    ):
        reports[told.event].append(report)
    told_by = past.told_by(given.gone) if given.gone else {}
    rows: list[dict[str, Any]] = []
    for old, into in given.gone.items():
        touched = grouped.joined if into else grouped.dropped
        by = next((touched[r] for r in reports[old] if r in touched), None)
        if into:
            reason = "duplicate" if by else "merged"
        elif by:
            reason = "error"
        else:
            reason = "unsupported" if told_by[old] & present else "retracted"
        rows.append({KEY: old, "reason": reason, "merged_into": into, "removed_in": release})
        rows[-1]["detail"] = by.reason if by else ""
    return pl.DataFrame(rows, schema=polars_schema(load_contract().tables["deletions"]))


def reasons_of(
    differing: Collection[tuple[str, str]],
    done: Done,
    moved: Mapping[str, str],
    deleted: pl.DataFrame,
    past: Past,
    reports: Mapping[str, Sequence[Facts]],
) -> pl.DataFrame:
    """Return why cells and rows differ: columns event_id_cnty, field, reason (see `changes_of`).

    `differing` are the cells, by event and column, that differ between both releases, `done` the corrections
    that set cells, `moved` the reason of the correction that moved reports from or to an event, `reports`
    those of each event now.
    """
    rows = [(event, field, c.reason) for (event, field), c in done.behind(differing).items()]
    for event, before in past.told_by(sorted({event for event, _ in differing})).items():
        if event not in moved:
            rows.append((event, KEY, _why(before, {f.report.article_id for f in reports[event]})))
    rows += [(event, KEY, reason) for event, reason in moved.items() if event in reports]
    left = deleted.select(KEY, "reason", "detail").iter_rows()
    rows += [(event, KEY, detail or reason) for event, reason, detail in left]
    return pl.DataFrame(
        rows, schema={KEY: pl.String(), "field": pl.String(), "reason": pl.String()}, orient="row"
    )


def moved_by(grouped: Regrouped, known: Mapping[str, PastReport], homes: Mapping[str, str]) -> dict[str, str]:
    """Return, for each event that a correction took reports from or gave them to since the last release, its
    reason.
    """
    found: dict[str, str] = {}
    for report, c in grouped.touched.items():
        before = known[report].event if report in known else ""
        now = homes.get(report, "")
        if before != now:
            found |= {event: c.reason for event in (before, now) if event}
    return found


def _why(before: Set[str], now: Set[str]) -> str:
    if before == now:
        return REREAD
    return FURTHER if before < now else FEWER if now < before else OTHERS
