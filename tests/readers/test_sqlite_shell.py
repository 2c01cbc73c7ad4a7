"""SQLite's shell makes a database by load-sqlite.sql, run as the README says."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from newsledger.contract.sql import sql_name
from newsledger.publish.load import release_facts
from tests.publish.cells import checksum
from tests.readers.conftest import KINDS, Tool


@pytest.fixture
def database(release: Path, tool: Tool, run: Callable[..., str], tmp_path: Path) -> sqlite3.Connection:
    assert "`sqlite3 events.sqlite < load-sqlite.sql`" in (release / "README.md").read_text("utf-8")
    with (release / "load-sqlite.sql").open("rb") as script:
        run(tool("sqlite3"), tmp_path / "events.sqlite", stdin=script, cwd=release)
    return sqlite3.connect(tmp_path / "events.sqlite")


def test_the_cells_are_those_that_were_published(
    release: Path, expected: str, database: sqlite3.Connection
) -> None:
    kinds = ["string" if kind == "date" else kind for kind in KINDS]
    assert checksum(database.execute("SELECT * FROM events").fetchall(), kinds) == expected
    for name, rows in release_facts(release).counts.items():
        assert database.execute(f'SELECT count(*) FROM "{sql_name(name)}"').fetchone() == (rows,)


def test_keys_views_and_licence_are_there(database: sqlite3.Connection) -> None:
    database.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        database.execute("UPDATE reports SET article_id = 'nowhere'")
    assert database.execute("SELECT sum(events) FROM events_by_month").fetchone() == (6,)
    assert "GeoNames" in dict(database.execute("SELECT * FROM release").fetchall())["attribution"]
    left = database.execute("SELECT count(*) FROM sqlite_master WHERE name LIKE 'import%'").fetchone()
    assert left == (0,)
