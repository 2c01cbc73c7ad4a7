"""How did the events stand in an older release? Rebuilt from the newest one, by undoing what `changes`
lists.
"""

from datetime import date
from pathlib import Path

import polars as pl

from newsledger.contract.column import Table
from newsledger.contract.dtypes import cast
from newsledger.contract.load import load_contract
from newsledger.errors import PackageInvalid, PathMissing, UsageError
from newsledger.ledger.changes import undo_changes
from newsledger.pipeline.put import new_folder
from newsledger.pipeline.writable import check_folder
from newsledger.publish.index import latest, read_index
from newsledger.publish.intact import check_intact, check_listed
from newsledger.publish.load import load_release, release_facts
from newsledger.publish.recipe import load_recipe
from newsledger.publish.version import parts
from newsledger.publish.write import write_csv, write_parquet
from newsledger.validation.sameness import content_hash


def write_as_of(dataset: Path, release: str, out: Path) -> tuple[int, str]:
    """Write the events of an older release to `out` as events.csv and events.parquet.

    `dataset` is a dataset's folder or a folder of releases. Returns the number of events, and the release
    they were rebuilt from. Raises as `events_as_of` and `writable.check_folder`.
    """
    root = dataset if (dataset / "index.json").is_file() else load_recipe(dataset).releases
    events, newest = events_as_of(root, release)
    table = _table(root, release)
    check_folder(out, {"events.csv": table.names}, ("events.parquet",))
    with new_folder(out) as folder:
        write_csv(events, table, folder / "events.csv")
        write_parquet(events, folder / "events.parquet")
    return events.height, newest


def events_as_of(root: Path, release: str) -> tuple[pl.DataFrame, str]:
    """Return the events of `release` and the version of the newest release, of which they were made.

    Raises PathMissing if there is no release, UsageError if `release` is none of them, ReleaseDamaged if the
    newest is not what was published, PackageInvalid if what comes out is not, where that can still be looked up.
    """
    folder = latest(root)
    if folder is None:
        raise PathMissing("there is no release", file=root)
    dates = {r["version"]: date.fromisoformat(r["date"]) for r in read_index(root)["releases"]}
    if release not in dates:
        raise UsageError(
            "no such release", field="--as-of", value=release, expected=", ".join(sorted(dates, key=parts))
        )
    check_listed(root)
    check_intact(folder)
    tables = load_release(folder)
    events = tables["events"]
    for later in sorted(dates, key=parts, reverse=True):
        if later == release:
            break
        earlier = {v: d for v, d in dates.items() if parts(v) < parts(later)}
        events = undo_changes(events, tables["changes"], later, earlier)
    events = cast(events, _table(root, release))
    _check(events, root / release)
    return events, folder.name


def _table(root: Path, release: str) -> Table:
    """Return the table events of the contract under which a release was published."""
    schema = next(str(r["schema"]) for r in read_index(root)["releases"] if r["version"] == release)
    return load_contract(schema).tables["events"]


def _check(events: pl.DataFrame, folder: Path) -> None:
    """Compare with what was published, if that release is still there."""
    if not (folder / "datapackage.json").is_file():
        return
    facts = release_facts(folder)
    if content_hash(events, load_contract(facts.schema).tables["events"]) != facts.table_hashes["events"]:
        raise PackageInvalid("the events rebuilt are not those that were published", file=folder)
