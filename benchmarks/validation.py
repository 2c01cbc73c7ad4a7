"""How long does the full validation of a release take, against reading it, and against frictionless alone?

Synthetic events (see `synthetic`), one report each, are published; then the release is read by polars, judged by
`frictionless` as its own command does, and validated in full by `newsledger validate`, which includes frictionless on
every row. The table of events alone is measured as well: what we add to reading it, and what frictionless takes.
"""

import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import polars as pl

from benchmarks.measure import Cost, cost
from benchmarks.synthetic import synthetic
from newsledger.contract.dtypes import cast, polars_schema
from newsledger.contract.load import load_contract
from newsledger.publish.recipe import load_recipe
from newsledger.publish.release import publish_release
from newsledger.validation.findings import Findings

SIZES = (10_000, 50_000)
FULL = (100_000, 1_000_000)
VERSION = "2025.1.0"
DAY = date(2025, 1, 31)
RECIPE = """
name: synthetic
title: Events that never happened
description: Synthetic events, to measure how long validation takes.
schema: 0.1.0
licence: {name: CC0-1.0}
contributors: [{title: Newsledger}]
articles: articles
coverage: {from: 2010-01-01}
"""
TARGETS: dict[str, Callable[[float], bool]] = {
    "events alone: times faster than frictionless": lambda x: x >= 2,
    "full: share of frictionless": lambda x: x <= 0.9,
    "full: growth against linear": lambda x: x <= 1.3,
}


def run(*, full: bool = False) -> dict[str, float]:
    """Measure all sizes, print them line by line, and return the figures of the largest."""
    found: dict[int, dict[str, Cost]] = {}
    for size in FULL if full else SIZES:
        with tempfile.TemporaryDirectory() as folder:
            release = Path(cost(_published, size, folder).result)
            work = (events_read, events_validated, events_by_frictionless, read, in_full, by_frictionless)
            found[size] = {w.__name__: _told(size, w, str(release)) for w in work}
        for stage, seconds in found[size]["in_full"].result.items():
            print(f"  {'':>9}          {stage:<26} {seconds:7.1f} s", flush=True)
    return _figures(found[max(found)], found[min(found)], max(found), min(found))


def _told(size: int, work: Callable[[str], Any], release: str) -> Cost:
    measured = cost(work, release)
    print(f"  {size:>9,} events, {work.__name__:<24} {measured}", flush=True)
    return measured


def _figures(dear: dict[str, Cost], cheap: dict[str, Cost], large: int, small: int) -> dict[str, float]:
    full, stages = dear["in_full"], dear["in_full"].result
    return {
        "events": float(large),
        "full: seconds": full.seconds,
        "full: peak MB": full.megabytes,
        "full: times reading it": full.processor / dear["read"].processor,
        "full: times frictionless alone": full.processor / dear["by_frictionless"].processor,
        "full: share of frictionless": stages["frictionless"] / full.seconds,
        "full: growth against linear": full.processor / cheap["in_full"].processor * small / large,
        "events alone: times reading them": dear["events_validated"].processor
        / dear["events_read"].processor,
        "events alone: times faster than frictionless": (
            dear["events_by_frictionless"].processor / dear["events_validated"].processor
        ),
    }


def read(release: str) -> int:
    """Read every CSV file of a release with polars, in the contract's types; return the number of rows."""
    return sum(
        pl.read_csv(p, schema=_types(p, Path(release))).height
        for p in (Path(release) / "data").rglob("*.csv")
    )


def _types(path: Path, release: Path) -> dict[str, Any]:
    name = path.relative_to(release / "data").with_suffix("").as_posix()
    return dict(polars_schema(load_contract().tables[name]))


def by_frictionless(release: str) -> bool:
    """Judge a release by frictionless alone, as `frictionless validate datapackage.json` does."""
    from frictionless import Package

    return bool(Package(f"{release}/datapackage.json").validate().valid)


def in_full(release: str) -> dict[str, float]:
    """Validate a release in full; return the seconds of each stage, for which the progress stands."""
    from newsledger.validation.package import check_package

    seconds: dict[str, float] = {}
    begun, stage = time.perf_counter(), "checksums"

    def tell(what: str, _done: int, _total: int) -> None:
        nonlocal begun, stage
        now = time.perf_counter()
        seconds[stage] = seconds.get(stage, 0.0) + now - begun
        begun, stage = now, what.split()[0]

    findings = check_package(Path(release), progress=tell)
    tell("end", 0, 0)
    assert findings.ok, findings.errors[:3]
    return seconds


def events_read(release: str) -> int:
    """Read the table of events with polars."""
    path = Path(release) / "data" / "events.csv"
    return pl.read_csv(path, schema=_types(path, Path(release))).height


def events_validated(release: str) -> int:
    """Validate the table of events alone: dialect, types, contract, checks."""
    from newsledger.validation.events import check_events

    findings = check_events(Path(release) / "data" / "events.csv", load_contract())
    assert findings.ok, findings.errors[:3]
    return len(findings)


def events_by_frictionless(release: str) -> bool:
    """Judge the table of events alone by frictionless."""
    from frictionless import Package

    resource = Package(f"{release}/datapackage.json").get_resource("events")
    resource.schema.foreign_keys = []
    return bool(resource.validate().valid)


def _published(size: int, folder: str) -> str:
    """Publish so many events and return the folder of the release; the validation is measured afterwards."""
    root = Path(folder)
    (root / "articles").mkdir()
    (root / "dataset.yaml").write_text(RECIPE, encoding="utf-8")
    recipe = load_recipe(root / "dataset.yaml")
    with patch("newsledger.publish.release.check_package", lambda *_, **__: Findings()):
        made = publish_release(frames(size), recipe, root=root / "releases", version=VERSION, date=DAY)
    return str(made.folder)


def frames(size: int) -> dict[str, pl.DataFrame]:
    """Return the tables of a release of `size` events, each told by one report of the synthetic ones."""
    told, contract = synthetic(size), load_contract()
    ids = pl.format("ARM{}", pl.int_range(1, size + 1))
    reports = told.tables.reports.with_columns(ids.alias("event_id_cnty"))
    events = reports.with_columns(
        year=pl.col("event_date").dt.year(),
        source_scale=pl.lit("National"),
        timestamp=pl.lit(1_738_281_600),
        n_reports=pl.lit(1),
        n_sources=pl.lit(1),
        first_release=pl.lit(VERSION),
        last_changed_release=pl.lit(VERSION),
        notes=pl.format(
            "On {} {} {}, something happened in {}. {} fatalities reported.",
            pl.col("event_date").dt.day(),
            pl.col("event_date").dt.strftime("%B"),
            pl.col("event_date").dt.year(),
            "location",
            "fatalities",
        ),
    )
    main = [
        events.filter(pl.col(f"actor{side}").is_not_null()).select(
            "event_id_cnty",
            pl.lit(side).alias("side"),
            pl.lit("main").alias("role"),
            pl.col(f"actor{side}").alias("actor"),
            pl.col(f"inter{side}").alias("inter"),
        )
        for side in (1, 2)
    ]
    found = {
        "events": events,
        "event_actors": pl.concat(main),
        "event_sources": events.select("event_id_cnty", "source"),
        "reports": reports,
        "evidence": told.tables.evidence,
        "uncoded": told.tables.uncoded,
        "articles": told.articles,
        **{n: pl.DataFrame(schema=polars_schema(contract.tables[n])) for n in ("changes", "deletions")},
    }
    return {name: cast(frame, contract.tables[name]) for name, frame in found.items()}
