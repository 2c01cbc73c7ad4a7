"""Which reports does a dataset take in? The others go to `uncoded` with the reason, so that nothing is lost
silently.

A report needs a named place (coding-rules 4) and lies within the dates and countries that the recipe covers
(coding-rules 1). What is left out takes its evidence along.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import polars as pl

from newsledger.contract.load import Contract, load_contract
from newsledger.contract.records import Evidence, Report, Uncoded
from newsledger.pipeline.tables import CodedTables, coded_table, frame_of, records_of
from newsledger.publish.recipe import Recipe

NO_PLACE, OUTSIDE = "no-place", "out-of-window"
TRIGGERS = ("event_type", "sub_event_type")
LONGEST = 500
"""Characters that the column detail of uncoded may have."""


def covered(tables: CodedTables, recipe: Recipe) -> CodedTables:
    """Return the tables with only the reports that the recipe covers; the others stand in uncoded."""
    contract = load_contract(recipe.schema)
    reasons = tables.reports.select(_reason(recipe).alias("reason"))["reason"]
    out = tables.reports.filter(reasons.is_not_null())
    if out.is_empty():
        return tables
    spans = _triggers(tables.evidence.join(out.select("report_id"), on="report_id", how="semi"))
    rows = [
        _uncoded(report, spans.get(report.report_id), reason, recipe)
        for report, reason in zip(records_of(out, Report), reasons.drop_nulls(), strict=True)
    ]
    return CodedTables(
        reports=tables.reports.filter(reasons.is_null()),
        evidence=tables.evidence.join(out.select("report_id"), on="report_id", how="anti"),
        uncoded=_joined(tables.uncoded, rows, contract),
    )


def _reason(recipe: Recipe) -> pl.Expr:
    """Return the reason for which a report is left out, null where it is covered."""
    day = pl.col("event_date")
    outside = day < recipe.coverage_from
    if recipe.coverage_to is not None:
        outside = outside | (day > recipe.coverage_to)
    if recipe.countries:
        outside = outside | ~pl.col("country").is_in(list(recipe.countries)).fill_null(value=False)
    placeless = pl.col("location").is_null()
    return pl.when(placeless).then(pl.lit(NO_PLACE)).when(outside).then(pl.lit(OUTSIDE))


def _triggers(evidence: pl.DataFrame) -> Mapping[str, Evidence]:
    """Return, for each report, the evidence of its type, whose span is that of the trigger."""
    found = records_of(evidence.filter(pl.col("field").is_in(TRIGGERS)), Evidence)
    return {e.report_id: e for e in sorted(found, key=lambda e: e.field)}


def _uncoded(report: Report, trigger: Evidence | None, reason: str, recipe: Recipe) -> Uncoded:
    where = ", ".join(p for p in (report.location, report.country) if p) or "no place"
    detail = f"{report.rule}: {report.event_date}, {where}"
    if reason == OUTSIDE:
        detail += f"; the dataset covers {_coverage(recipe)}"
    return Uncoded(
        article_id=report.article_id,
        part=trigger.part if trigger else "text",
        start=trigger.start if trigger else report.quote_start,
        end=trigger.end if trigger else report.quote_end,
        trigger=report.sub_event_type,
        reason=reason,
        detail=detail[:LONGEST],
    )


def _coverage(recipe: Recipe) -> str:
    until = f" to {recipe.coverage_to}" if recipe.coverage_to else ""
    countries = f" in {', '.join(recipe.countries)}" if recipe.countries else ""
    return f"{recipe.coverage_from}{until or ' on'}{countries}"


def _joined(before: pl.DataFrame, rows: Iterable[Uncoded], contract: Contract) -> pl.DataFrame:
    """Add rows to uncoded, one for each trigger: reports that one trigger gave for several places share
    theirs.
    """
    by_key: dict[tuple[str, str, int, str], Uncoded] = {}
    for row in rows:
        key = (row.article_id, row.part, row.start, row.trigger)
        known = by_key.get(key)
        if known is not None:
            row = replace(known, detail=f"{known.detail}; {row.detail}"[:LONGEST])
        by_key[key] = row
    table = coded_table("uncoded", contract)
    more = frame_of(list(by_key.values()), table)
    keys = ["article_id", "part", "start", "trigger"]
    return pl.concat([before, more]).unique(keys, keep="first", maintain_order=True)
