"""How long do many reports take to become a release, and the next release, and a difference between the two?

Synthetic reports (see `synthetic`) are reconciled, published as CSV and Parquet with every check, revised, published
again, and the two releases are compared. Each piece of work runs in a process of its own. `ledger` is the part that
makes events of reports; a release is everything from the reports to its folder, the second opinion of frictionless on
every row included, which alone takes about half of it.
"""

import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from math import log
from pathlib import Path

from benchmarks.measure import Cost, cost, growth
from benchmarks.synthetic import Synthetic, synthetic
from newsledger.ledger import Ledger
from newsledger.pipeline.difference import compare
from newsledger.pipeline.publish import LEDGER_TABLES, Inputs, reconciled
from newsledger.publish.recipe import Recipe, load_recipe
from newsledger.publish.release import publish_release, release_date, upcoming_version
from newsledger.publish.root import previous_release

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
ALLOWED = dict.fromkeys(("rows-changed", "ids-lost", "fatalities-changed"), "synthetic revisions")


def run(*, full: bool = False) -> dict[str, float]:
    """Measure all sizes, print them line by line, and return the figures of the largest, and their growth."""
    found: dict[int, dict[str, Cost]] = {}
    for size in FULL if full else SIZES:
        found[size] = measured(size)
        for what, it_cost in found[size].items():
            print(f"  {size:>9,} reports, {what:<14} {it_cost}", flush=True)
    small, large = min(found), max(found)
    for what, dear in found[large].items():
        print(f"  {what}: {growth(small, large, found[small][what].processor, dear.processor)}", flush=True)
    return _figures(found[large], found[small], large, small)


def measured(size: int) -> dict[str, Cost]:
    """Return what each piece of work costs for so many reports."""
    with tempfile.TemporaryDirectory() as folder:
        return {
            "ledger": cost(ledger, size),
            "first release": cost(published, folder, size, 0),
            "next release": cost(published, folder, size, 1),
            "difference": cost(compared, folder),
        }


def _figures(dear: Mapping[str, Cost], cheap: Mapping[str, Cost], large: int, small: int) -> dict[str, float]:
    per = {what: dear[what].processor / cheap[what].processor * small / large for what in dear}
    exponent = {what: 1 + log(per[what]) / log(large / small) for what in dear}
    return {
        "reports": float(large),
        "ledger, microseconds a report": dear["ledger"].processor / large * 1e6,
        "ledger, peak MB": dear["ledger"].megabytes,
        "ledger, growth against linear": per["ledger"],
        "ledger, exponent": exponent["ledger"],
        "next release, growth against linear": per["next release"],
        "next release, exponent": exponent["next release"],
        "next release, minutes for 1,000,000": dear["next release"].seconds / large * 1e6 / 60,
        "next release, peak MB": dear["next release"].megabytes,
        "difference, seconds": dear["difference"].seconds,
        "difference, peak MB": dear["difference"].megabytes,
    }


def ledger(size: int) -> int:
    """Make events of so many reports; return how many."""
    with tempfile.TemporaryDirectory() as folder:
        recipe = _recipe(Path(folder))
        return _ledger(synthetic(size), recipe, None, date(2025, 1, 31)).events.height


def published(folder: str, size: int, edition: int) -> str:
    """Publish an edition of so many reports as the next release of the dataset in `folder`; return its version."""
    recipe = _recipe(Path(folder))
    made, root = synthetic(size, edition=edition), recipe.releases
    previous = previous_release(root, recipe)
    day = release_date(recipe, made.articles, previous)
    rows = _ledger(made, recipe, previous, day)
    frames = {name: getattr(rows, name) for name in LEDGER_TABLES}
    frames |= {"evidence": made.tables.evidence, "uncoded": made.tables.uncoded, "articles": made.articles}
    return publish_release(frames, recipe, root=root, date=day, allow=ALLOWED).version


def compared(folder: str) -> str:
    """Compare the two releases of the dataset in `folder`; return the class of the difference."""
    first, second = sorted(p for p in load_recipe(Path(folder)).releases.iterdir() if p.is_dir())
    return compare(first, second).change_class


def _recipe(folder: Path) -> Recipe:
    (folder / "articles").mkdir(exist_ok=True)
    (folder / "dataset.yaml").write_text(RECIPE, encoding="utf-8")
    return load_recipe(folder)


def _ledger(made: Synthetic, recipe: Recipe, previous: Path | None, day: date) -> Ledger:
    version = upcoming_version(recipe.releases, recipe, day)
    return reconciled(Inputs(made.tables, made.articles, {}), recipe, previous, version, day)


TARGETS: Mapping[str, Callable[[float], bool]] = {
    "ledger, growth against linear": lambda found: found <= 1.3,
    "next release, growth against linear": lambda found: found <= 1.3,
    "next release, minutes for 1,000,000": lambda found: found <= 5,
    "next release, peak MB": lambda found: found <= 4000,
}
"""What is aimed at: no worse than n log n (for ten times the size 1.25 times as much a report), minutes, and memory."""
