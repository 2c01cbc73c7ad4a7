"""A release as a database: every row, every key, the licence; and a file that was there is replaced whole."""

import sqlite3
from pathlib import Path

import duckdb
import polars as pl
import pytest

from newsledger.contract.load import load_contract
from newsledger.contract.sql import sql_name
from newsledger.pipeline.export import export
from newsledger.publish.load import release_facts
from tests.publish.cells import checksum

KINDS = [c.type for c in load_contract().tables["events"].columns]
TEXT_DATES = ["string" if kind == "date" else kind for kind in KINDS]


def expected(release: Path) -> str:
    return checksum(pl.read_parquet(release / "parquet/events.parquet").iter_rows(), KINDS)


@pytest.fixture
def sqlite(release: Path, tmp_path: Path) -> sqlite3.Connection:
    export(release, "sqlite", tmp_path / "e.sqlite")
    return sqlite3.connect(tmp_path / "e.sqlite")


def test_sqlite_has_the_same_cells(release: Path, sqlite: sqlite3.Connection) -> None:
    rows = sqlite.execute('SELECT * FROM "events"').fetchall()
    assert checksum(rows, TEXT_DATES) == expected(release)


def test_sqlite_has_every_row_of_every_table(release: Path, sqlite: sqlite3.Connection) -> None:
    for name, rows in release_facts(release).counts.items():
        assert sqlite.execute(f'SELECT count(*) FROM "{sql_name(name)}"').fetchone() == (rows,)
    assert sqlite.execute("PRAGMA foreign_key_check").fetchall() == []
    assert len(sqlite.execute("PRAGMA foreign_key_list(reports)").fetchall()) > 2


def test_sqlite_refuses_what_breaks_a_key_or_a_type(sqlite: sqlite3.Connection) -> None:
    sqlite.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        sqlite.execute("UPDATE reports SET article_id = 'nowhere'")
    with pytest.raises(sqlite3.IntegrityError, match="INTEGER"):
        sqlite.execute("UPDATE events SET fatalities = 'many'")


def test_sqlite_views_answer_and_the_licence_travels(sqlite: sqlite3.Connection) -> None:
    assert sqlite.execute("SELECT sum(fatalities) FROM fatalities_by_admin1").fetchone() == (9,)
    assert sqlite.execute("SELECT DISTINCT month FROM events_by_month").fetchall() == [("2022-09",)]
    stated = dict(sqlite.execute("SELECT * FROM release").fetchall())
    assert "GeoNames" in stated["attribution"]


def test_duckdb_has_the_same_cells(release: Path, tmp_path: Path) -> None:
    export(release, "duckdb", tmp_path / "e.duckdb")
    with duckdb.connect(str(tmp_path / "e.duckdb"), read_only=True) as database:
        rows = database.execute("SELECT * FROM events ORDER BY event_date, country, location").fetchall()
        assert checksum(rows, KINDS) == expected(release)
        assert database.execute("SELECT count(*) FROM event_evidence").fetchone() == (14,)


def test_a_file_that_is_there_is_replaced(release: Path, tmp_path: Path) -> None:
    path = tmp_path / "e.sqlite"
    path.write_text("something else")
    export(release, "sqlite", path)
    with sqlite3.connect(path) as database:
        assert database.execute("SELECT count(*) FROM events").fetchone() == (6,)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["e.sqlite"]
