"""PostgreSQL takes a release whole or not at all, keeps its keys, and takes it again without harm."""

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from newsledger.contract.load import load_contract
from newsledger.contract.sql import sql_name
from newsledger.export.postgres import DatabaseRefused, write_postgres
from newsledger.pipeline.export import export, opened
from newsledger.publish.load import release_facts
from tests.publish.cells import checksum
from tests.readers.conftest import KINDS, absent

try:
    from adbc_driver_postgresql import dbapi
except ImportError:
    absent("adbc-driver-postgresql")


def ask(url: str, query: str) -> list[tuple[Any, ...]]:
    with dbapi.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute(query)
        return pl.DataFrame(cursor.fetch_arrow()).rows()


def do(url: str, statement: str) -> None:
    with dbapi.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute(statement)
        connection.commit()


def test_the_cells_are_those_that_were_published(release: Path, expected: str, postgres: str) -> None:
    told = export(release, postgres, schema="cells")
    assert told.rows == sum(release_facts(release).counts.values())
    rows = ask(postgres, "SELECT * FROM cells.events ORDER BY event_date, country, location")
    assert checksum(rows, KINDS) == expected
    for name, count in release_facts(release).counts.items():
        assert ask(postgres, f'SELECT count(*) FROM cells."{sql_name(name)}"') == [(count,)]
    assert ask(postgres, "SELECT count(*) FROM cells.event_evidence") == [(14,)]


def test_keys_comments_and_licence_are_there(release: Path, postgres: str) -> None:
    export(release, postgres, schema="keys")
    with pytest.raises(dbapi.IntegrityError, match="foreign key"):
        do(postgres, "UPDATE keys.reports SET article_id = 'nowhere'")
    with pytest.raises(dbapi.IntegrityError, match="foreign key"):
        do(postgres, "UPDATE keys.events SET country = 'Atlantis'")
    comment = "SELECT col_description('keys.events'::regclass, 1)"
    assert ask(postgres, comment) == [(load_contract().tables["events"].columns[0].description,)]
    ((attribution,),) = ask(postgres, "SELECT value FROM keys.release WHERE key = 'attribution'")
    assert "GeoNames" in attribution


def test_loading_again_changes_nothing_and_keeps_what_others_built(release: Path, postgres: str) -> None:
    export(release, postgres, schema="again")
    do(postgres, "CREATE VIEW again.mine AS SELECT count(*) AS n FROM again.events")
    export(release, postgres, schema="again")
    assert ask(postgres, "SELECT n FROM again.mine") == [(6,)]
    assert ask(postgres, "SELECT count(*) FROM again.release") == [(7,)]


def test_a_failure_leaves_what_was_there(release: Path, postgres: str) -> None:
    export(release, postgres, schema="whole")
    source = opened(release)
    broken = dict(source.tables)
    broken["articles"] = broken["articles"].head(0)
    with pytest.raises(DatabaseRefused, match="foreign key"):
        write_postgres(broken, source.contract, source.about.stated, postgres, "whole")
    assert ask(postgres, "SELECT count(*) FROM whole.reports") == [(7,)]


def test_tables_of_an_older_contract_are_made_anew(release: Path, postgres: str) -> None:
    export(release, postgres, schema="older")
    do(postgres, "UPDATE older.release SET value = '0.0.1' WHERE key = 'schema'")
    do(postgres, "ALTER TABLE older.events ADD COLUMN gone TEXT")
    export(release, postgres, schema="older")
    asked = (
        "SELECT count(*) FROM information_schema.columns WHERE table_schema='older' AND table_name='events'"
    )
    assert ask(postgres, asked) == [(len(KINDS),)]


def test_tables_of_strangers_are_left_alone(release: Path, postgres: str) -> None:
    do(postgres, "CREATE SCHEMA theirs")
    do(postgres, "CREATE TABLE theirs.events (a int)")
    with pytest.raises(DatabaseRefused, match="not ours"):
        export(release, postgres, schema="theirs")
    assert ask(postgres, "SELECT count(*) FROM theirs.events") == [(0,)]


def test_the_schema_is_named_after_the_dataset(release: Path, postgres: str) -> None:
    assert export(release, postgres).place.endswith("schema sample")
    assert ask(postgres, "SELECT count(*) FROM sample.acled_events") == [(6,)]
