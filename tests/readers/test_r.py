"""R at home: readr and data.table see the same cells, and a script for ACLED exports maps them."""

import re
from collections.abc import Callable
from pathlib import Path

import polars as pl

from tests.readers.conftest import KINDS, Tool


def line(release: Path, name: str) -> str:
    found = re.search(
        rf"^\| {re.escape(name)} \| `(.+)` \|$", (release / "README.md").read_text("utf-8"), re.M
    )
    assert found
    return found[1]


def cells(release: Path) -> list[str]:
    """Return the rows as the R script writes them: numbers with gaps of decimals have four."""
    frame = pl.read_parquet(release / "parquet/events.parquet")
    columns = []
    for name, kind in zip(frame.columns, KINDS, strict=True):
        column = frame[name]
        if kind == "number":
            columns.append([f"{c:.4f}" for c in column])
        else:
            columns.append(["∅" if c is None else str(c) for c in column])
    return ["\x1f".join(row) for row in zip(*columns, strict=True)]


def test_readr_and_data_table_see_the_same_cells(
    release: Path, tool: Tool, run: Callable[..., str], tmp_path: Path
) -> None:
    script = Path(__file__).with_name("read_events.R")
    lines = [line(release, "R, readr"), line(release, "R, data.table")]
    env = {"LC_ALL": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(tmp_path)}
    said = run(tool("Rscript"), "--vanilla", script, *lines, tmp_path, cwd=release, env=env)
    rows = (tmp_path / "cells.txt").read_text("utf-8").splitlines()
    assert rows == cells(release) * 2
    assert re.search(r"Geghark'unik'\s+3", said)
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")
