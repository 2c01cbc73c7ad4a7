"""load.sql makes a DuckDB database of a release, with keys that hold and views that answer."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from newsledger.contract.load import load_contract
from newsledger.contract.sql import DIALECTS, create_tables, load_order, references, sql_name
from newsledger.publish.load import release_facts

CONTRACT = load_contract()


@pytest.fixture(scope="module")
def database(release: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """The database that load.sql makes, run in the folder of the release as the README says."""
    path = tmp_path_factory.mktemp("duckdb") / "events.duckdb"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(release)
        made = duckdb.connect(str(path))
        made.execute((release / "load.sql").read_text("utf-8"))
    yield made
    made.close()


def test_every_table_is_there_with_its_rows(release: Path, database: duckdb.DuckDBPyConnection) -> None:
    for name, rows in release_facts(release).counts.items():
        found = database.execute(f'SELECT count(*) FROM "{sql_name(name)}"').fetchone()
        assert found == (rows,), name


def test_a_report_of_an_unknown_article_is_refused(database: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(duckdb.ConstraintException, match="foreign key"):
        database.execute("UPDATE reports SET article_id = 'nowhere' WHERE report_id = 'wire-1#1'")


def test_a_value_outside_its_closed_list_is_refused(database: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(duckdb.ConstraintException, match="foreign key"):
        database.execute("INSERT INTO event_actors VALUES ('ARM1', 1, 'bystander', 'Nobody', NULL)")


def test_views_answer(database: duckdb.DuckDBPyConnection) -> None:
    assert database.execute("SELECT sum(fatalities) FROM fatalities_by_admin1").fetchone() == (9,)
    assert database.execute("SELECT DISTINCT month FROM events_by_month").fetchall() == [("2022-09",)]
    told = database.execute("SELECT * FROM acled_events LIMIT 1").description
    assert [column[0] for column in told] == list(CONTRACT.tables["events"].names[:31])
    evidence = database.execute(
        "SELECT count(DISTINCT event_id_cnty), count(*) FROM event_evidence"
    ).fetchone()
    assert evidence == (6, 14)


def test_columns_say_what_they_mean_and_the_licence_travels(database: duckdb.DuckDBPyConnection) -> None:
    asked = "SELECT comment FROM duckdb_columns() WHERE table_name = 'events' AND column_name = 'fatalities'"
    assert database.execute(asked).fetchone() == (CONTRACT.tables["events"].column("fatalities").description,)
    stated = dict(database.execute("SELECT * FROM release").fetchall())
    assert "GeoNames" in stated["attribution"]
    assert "CC-BY-4.0" in stated["licence"]
    assert stated["version"] == "2022.9.0"


@pytest.mark.parametrize("dialect", DIALECTS)
def test_tables_come_after_those_they_refer_to(dialect: str) -> None:
    order = load_order(CONTRACT, CONTRACT.tables)
    assert sorted(order) == sorted(CONTRACT.tables)
    for number, name in enumerate(order):
        assert {other for _, other, _ in references(CONTRACT.tables[name], CONTRACT)} <= set(order[:number])
    assert len(create_tables(CONTRACT, order, dialect)) == len(order)  # type: ignore[arg-type]
