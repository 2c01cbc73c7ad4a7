"""Readers at home: each opens a release with the line of its README and sees the same cells."""

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars as pl
import pyarrow.csv
import pyarrow.parquet
import pytest

from newsledger.contract.load import load_contract
from tests.publish.cells import checksum

EVENTS = load_contract().tables["events"]
KINDS = [c.type for c in EVENTS.columns]


@pytest.fixture(scope="module")
def expected(release: Path) -> str:
    """The checksum of the cells that were published."""
    return checksum(pl.read_parquet(release / "parquet/events.parquet").iter_rows(), KINDS)


def line(release: Path, tool: str) -> str:
    """Return the line that the README gives for a tool."""
    found = re.search(
        rf"^\| {re.escape(tool)} \| `(.+)` \|$", (release / "README.md").read_text("utf-8"), re.M
    )
    assert found, tool
    return found[1]


def pandas_rows(frame: Any) -> list[list[Any]]:
    rows = frame.astype(object).where(frame.notna(), None).itertuples(index=False, name=None)
    return [[c.to_pydatetime() if hasattr(c, "to_pydatetime") else c for c in row] for row in rows]


def python(cells: Sequence[Any], kinds: Sequence[str]) -> list[Any]:
    """Return cells whose columns are wholly empty, and so have no type of their own, as missing ones."""
    return [
        None if c is None else float(c) if k == "number" else c for c, k in zip(cells, kinds, strict=True)
    ]


class TestEveryReaderSeesTheSameCells:
    def test_pandas_with_the_line_of_the_readme(
        self, release: Path, expected: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(release)
        frame = eval(line(release, "pandas"), {"pandas": pandas})
        assert str(frame.dtypes["fatalities"]) == "Int64"
        assert str(frame.dtypes["injuries"]) == "Int64", "a count with gaps stays a whole number"
        assert str(frame.dtypes["event_date"]).startswith("datetime64")
        assert frame["injuries"].isna().sum() == 5
        assert checksum(pandas_rows(frame), KINDS) == expected

    def test_pandas_reads_the_parquet(self, release: Path, expected: str) -> None:
        frame = pandas.read_parquet(release / "parquet/events.parquet", dtype_backend="numpy_nullable")
        assert checksum(pandas_rows(frame), KINDS) == expected

    def test_polars_with_the_line_of_the_readme(
        self, release: Path, expected: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(release)
        frame = eval(line(release, "polars"), {"polars": pl})
        assert frame.schema["event_date"] == pl.Date
        assert checksum(frame.iter_rows(), KINDS) == expected

    def test_polars_reads_the_csv_without_options(self, release: Path, expected: str) -> None:
        frame = pl.read_csv(release / "data/events.csv", try_parse_dates=True, infer_schema_length=None)
        assert checksum((python(r, KINDS) for r in frame.iter_rows()), KINDS) == expected

    def test_duckdb_with_the_line_of_the_readme(
        self, release: Path, expected: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(release)
        with duckdb.connect() as database:
            rows = database.execute(line(release, "DuckDB")).fetchall()
        assert checksum(rows, KINDS) == expected

    def test_duckdb_reads_the_csv_without_options(self, release: Path, expected: str) -> None:
        with duckdb.connect() as database:
            rows = database.execute(
                "SELECT * FROM read_csv(?)", [str(release / "data/events.csv")]
            ).fetchall()
        assert checksum((python(r, KINDS) for r in rows), KINDS) == expected

    def test_pyarrow_reads_csv_and_parquet(self, release: Path, expected: str) -> None:
        parquet = pyarrow.parquet.read_table(release / "parquet/events.parquet")
        assert checksum((list(r.values()) for r in parquet.to_pylist()), KINDS) == expected
        options = pyarrow.csv.ConvertOptions(strings_can_be_null=True, null_values=[""])
        table = pyarrow.csv.read_csv(release / "data/events.csv", convert_options=options)
        assert str(table.schema.field("event_date").type) == "date32[day]"
        assert checksum((python(list(r.values()), KINDS) for r in table.to_pylist()), KINDS) == expected

    def test_accents_and_gaps_are_there_at_all(self, release: Path) -> None:
        frame = pl.read_parquet(release / "parquet/events.parquet")
        assert "Şəki" in frame["location"].to_list()
        assert frame["injuries"].null_count() == 5
        assert frame["actor2"].null_count() == 2


class TestScriptsWrittenForAcledRun:
    def test_filter_sum_and_map(self, release: Path, tmp_path: Path) -> None:
        """The script sees ours as it sees an export: same numbers from our file and from its first 31 columns."""
        ours = release / "data/events.csv"
        export = tmp_path / "export.csv"
        pl.read_csv(ours, infer_schema_length=None).select(EVENTS.names[:31]).write_csv(export)
        told = [self.run(path, tmp_path / f"{path.stem}.svg") for path in (ours, export)]
        assert told[0] == told[1] == "admin1,fatalities\nGeghark'unik',3\n"
        pictures = [(tmp_path / f"{path.stem}.svg").read_text() for path in (ours, export)]
        assert pictures[0] == pictures[1]
        assert pictures[0].count("<circle") == 1
        assert 'cx="225.8600" cy="49.8000"' in pictures[0]

    @staticmethod
    def run(path: Path, picture: Path) -> str:
        script = Path(__file__).with_name("acled_script.py")
        call = [sys.executable, str(script), str(path), "Battles", "2022", str(picture)]
        return subprocess.run(call, check=True, capture_output=True, text=True).stdout
