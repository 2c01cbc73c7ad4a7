"""How long do many reports take to become a release, and the next release, and a difference between the two?

Synthetic reports (see `synthetic`) are reconciled, published as CSV and Parquet with every check, revised, published
again, and the two releases are compared. Each size runs in a process of its own. `ledger` is the part that makes events
of reports; `published` is everything from the reports to the release folder, the second opinion of frictionless on
every row included, which alone takes about half of it.
"""

import shutil
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.measure import Cost, cost, growth
from benchmarks.synthetic import Synthetic, synthetic
from newsledger.ledger import Ledger
from newsledger.pipeline.difference import compare
from newsledger.pipeline.publish import LEDGER_TABLES, Inputs, reconciled
from newsledger.publish.recipe import Recipe, load_recipe
from newsledger.publish.release import previous_release, publish_release, release_date, upcoming_version

SIZES = (10_000, 30_000, 100_000)
FULL = (100_000, 300_000, 1_000_000)
RECIPE = """
name: synthetic
title: Events that never happened
description: Synthetic reports, to measure how long publishing takes.
schema: 0.1.0
licence: {name: CC0-1.0}
contributors: [{title: Newsledger}]
articles: articles
coverage: {from: 2010-01-01}
"""
ALLOWED = {"rows-changed": "synthetic revisions", "ids-lost": "synthetic revisions"}


def run(*, full: bool = False) -> dict[str, float]:
    """Measure all sizes, print them line by line, and return the figures of the largest, and their growth."""
    found: dict[int, dict[str, Cost]] = {}
    for size in FULL if full else SIZES:
        found[size] = {"ledger": cost(ledger, size), "published": cost(published, size)}
        for what, measured in found[size].items():
            print(f"  {size:>9,} reports, {what:<10} {measured}", flush=True)
        for stage, seconds in found[size]["published"].result.items():
            print(f"  {'':>9}          {stage:<24} {seconds:7.1f} s", flush=True)
    small, large = min(found), max(found)
    for what in ("ledger", "published"):
        cheap, dear = found[small][what], found[large][what]
        print(f"  {what}: {growth(small, large, cheap.processor, dear.processor)}", flush=True)
    return _figures(found[large], found[small], large, small)


def _figures(dear: Mapping[str, Cost], cheap: Mapping[str, Cost], large: int, small: int) -> dict[str, float]:
    per = {what: dear[what].processor / cheap[what].processor * small / large for what in dear}
    return {
        "reports": float(large),
        "ledger, microseconds a report": dear["ledger"].processor / large * 1e6,
        "ledger, growth against linear": per["ledger"],
        "published, growth against linear": per["published"],
        "published, minutes for 1,000,000": dear["published"].seconds / large * 1e6 / 60,
        "published, peak MB": dear["published"].megabytes,
        "difference, seconds": dear["published"].result["difference"],
    }


def ledger(size: int) -> int:
    """Make events of so many reports; return how many."""
    with tempfile.TemporaryDirectory() as folder:
        recipe = _recipe(Path(folder))
        return _ledger(synthetic(size), recipe, None, date(2025, 1, 31)).events.height


def published(size: int) -> dict[str, float]:
    """Publish so many reports, publish them revised, and compare; return the seconds of each."""
    seconds: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        recipe = _recipe(Path(folder))
        root = recipe.releases
        for edition, name in enumerate(("first release", "second release")):
            seconds[name] = _timed(partial(_publish, recipe, size, edition))
        first, second = sorted(p for p in root.iterdir() if p.is_dir())
        seconds["difference"] = _timed(lambda: compare(first, second))
        shutil.rmtree(root)
    return seconds


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _recipe(folder: Path) -> Recipe:
    (folder / "articles").mkdir()
    (folder / "dataset.yaml").write_text(RECIPE, encoding="utf-8")
    return load_recipe(folder)


def _ledger(made: Synthetic, recipe: Recipe, previous: Path | None, day: date) -> Ledger:
    version = upcoming_version(recipe.releases, recipe, day)
    return reconciled(Inputs(made.tables, made.articles, {}), recipe, previous, version, day)


def _publish(recipe: Recipe, size: int, edition: int) -> None:
    made = synthetic(size, edition=edition)
    root = recipe.releases
    previous = previous_release(root, recipe)
    day = release_date(recipe, made.articles, previous)
    rows = _ledger(made, recipe, previous, day)
    frames = {name: getattr(rows, name) for name in LEDGER_TABLES}
    frames |= {"evidence": made.tables.evidence, "uncoded": made.tables.uncoded, "articles": made.articles}
    publish_release(frames, recipe, root=root, date=day, allow=ALLOWED)


TARGETS: Mapping[str, Callable[[float], bool]] = {
    "ledger, growth against linear": lambda found: found <= 1.3,
    "published, growth against linear": lambda found: found <= 1.3,
    "published, minutes for 1,000,000": lambda found: found <= 5,
    "published, peak MB": lambda found: found <= 4000,
}
"""What is aimed at: no worse than n log n (for ten times the size 1.25 times as much a report), minutes, and memory."""
