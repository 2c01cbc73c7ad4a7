"""LibreOffice opens the workbook: typed cells, accents, and no formula that was a text."""

import csv
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from newsledger.contract.load import load_contract
from newsledger.publish.extras.about import about_folder
from newsledger.publish.extras.xlsx import write_xlsx
from newsledger.publish.load import load_release
from tests.readers.conftest import Tool

UTF8_COMMA = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"
"""Comma, quote, UTF-8, from the first line, the first sheet."""

NUMBERS = ("latitude", "longitude", "confidence")
"""Columns of decimals, which LibreOffice writes without the zeros at their end."""


@pytest.fixture
def as_csv(tool: Tool, run: Callable[..., str], tmp_path: Path) -> Callable[[Path], list[dict[str, str]]]:
    """Return what has LibreOffice turn a workbook's first sheet into CSV."""

    def convert(path: Path) -> list[dict[str, str]]:
        home = f"-env:UserInstallation=file://{tmp_path}/profile"
        words = ("--headless", "--norestore", "--convert-to", UTF8_COMMA, "--outdir", tmp_path / "out", path)
        run(tool("soffice"), home, *words, timeout=120)
        (made,) = (tmp_path / "out").glob("*.csv")
        with made.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return convert


def test_the_workbook_shows_the_cells_of_the_csv(
    release: Path, as_csv: Callable[[Path], list[dict[str, str]]]
) -> None:
    with (release / "data/events.csv").open(encoding="utf-8", newline="") as file:
        ours = list(csv.DictReader(file))
    seen = as_csv(release / "events.xlsx")
    for rows in (seen, ours):
        for row in rows:
            row |= {name: str(float(row[name])) for name in NUMBERS}
    assert seen == ours


def test_a_text_that_looks_like_a_formula_is_not_worked_out(
    release: Path, tmp_path: Path, as_csv: Callable[[Path], list[dict[str, str]]]
) -> None:
    tables = load_release(release)
    tables["events"] = tables["events"].with_columns(pl.lit("=1+1").alias("notes"))
    write_xlsx(about_folder(release), tables, load_contract(), tmp_path / "formula.xlsx")
    assert {row["notes"] for row in as_csv(tmp_path / "formula.xlsx")} == {"=1+1"}
