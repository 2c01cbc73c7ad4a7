"""Croissant's own library loads the metadata without a word, and reads the tables by it."""

from pathlib import Path

import polars as pl
import pytest

from newsledger.publish.load import release_facts
from tests.readers.conftest import absent

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
try:
    import mlcroissant
except ImportError:
    absent("mlcroissant")


def test_no_issue_is_found(release: Path, caplog: pytest.LogCaptureFixture) -> None:
    loaded = mlcroissant.Dataset(str(release / "croissant.json"))
    assert not loaded.metadata.issues.errors
    assert not loaded.metadata.issues.warnings
    assert not [r for r in caplog.records if r.levelname == "WARNING"]


@pytest.mark.parametrize("table", ["events", "reports", "terms_inter"])
def test_tables_are_read(release: Path, table: str) -> None:
    rows = list(mlcroissant.Dataset(str(release / "croissant.json")).records(table))
    assert len(rows) == release_facts(release).counts[table.replace("terms_", "terms/")]
    if table == "events":
        events = pl.read_parquet(release / "parquet/events.parquet")
        assert [r["events/fatalities"] for r in rows] == events["fatalities"].to_list()
        assert [r["events/location"].decode() for r in rows] == events["location"].to_list()


def test_a_changed_file_is_noticed(release: Path, tmp_path: Path) -> None:
    import shutil

    copy = tmp_path / "release"
    shutil.copytree(release, copy)
    path = copy / "data/events.csv"
    path.write_bytes(path.read_bytes().replace(b"Jermuk", b"Sermuk"))
    with pytest.raises(Exception, match=r"Download\(data/events.csv\)"):
        list(mlcroissant.Dataset(str(copy / "croissant.json")).records("events"))
