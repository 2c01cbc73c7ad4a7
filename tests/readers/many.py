"""A hundred thousand events for the page: the sample's rows, repeated over years and places."""

from collections.abc import Mapping

import polars as pl

KEY = "event_id_cnty"


def repeated(tables: Mapping[str, pl.DataFrame], count: int) -> dict[str, pl.DataFrame]:
    """Return tables with `count` events made from those of a release, each with its reports and evidence.

    Days and points are spread by fixed steps, so that the same call gives the same rows.
    """
    few = tables["events"].height
    numbers = pl.DataFrame({"n": pl.arange(0, -(-count // few), eager=True)})
    n = pl.col("n")
    point = {"latitude": (-3000, 6000, 7919), "longitude": (-9000, 18000, 104729)}
    events = (
        tables["events"]
        .join(numbers, how="cross")
        .with_columns(
            _key(KEY),
            (pl.col("event_date") + pl.duration(days=(n * 37) % 2500)).cast(pl.Date),
            *(
                (pl.col(c).cast(pl.Float64) + (low + (n * step) % high) / 1000).cast(
                    tables["events"][c].dtype
                )
                for c, (low, high, step) in point.items()
            ),
        )
        .drop("n")
        .head(count)
        .sort(KEY)
    )
    reports = (
        tables["reports"].join(numbers, how="cross").with_columns(_key(KEY), _key("report_id")).drop("n")
    )
    reports = reports.join(events.select(KEY), on=KEY, how="semi")
    evidence = tables["evidence"].join(numbers, how="cross").with_columns(_key("report_id")).drop("n")
    evidence = evidence.join(reports.select("report_id"), on="report_id", how="semi")
    return {**tables, "events": events, "reports": reports, "evidence": evidence}


def _key(column: str) -> pl.Expr:
    return pl.concat_str(pl.col(column), pl.lit("x"), pl.col("n").cast(pl.String)).alias(column)
