"""What changes bytes and not content is let through: other Parquet, other quotes, other JSON, other prose."""

import csv
import io
import json
import random
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from newsledger.validation.package import check_package
from tests.validation.damaging import EVENTS, PARQUET, resealed, text

Change = Callable[[Path], object]


def parquet(folder: Path, table: str, **how: Any) -> None:
    path = folder / "parquet" / f"{table}.parquet"
    pl.read_parquet(path).write_parquet(path, **how)


def quoted(folder: Path, table: str, quoting: Any) -> None:
    path = folder / "data" / f"{table}.csv"
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, quoting=quoting, lineterminator="\n").writerows(rows)


def one_cell_quoted(folder: Path, number: int) -> None:
    """Put quotes around one cell that needs none, another one for each number."""
    lines = (folder / EVENTS).read_text(encoding="utf-8").split("\n")
    row = 1 + number % 6
    cells = next(csv.reader([lines[row]]))
    plain = [n for n, cell in enumerate(cells) if cell and "," not in cell and '"' not in cell]
    chosen = plain[(7 * number) % len(plain)]
    written = io.StringIO()
    csv.writer(written, lineterminator="").writerow(cells)
    fields = [f'"{c}"' if n == chosen or "," in c or '"' in c else c for n, c in enumerate(cells)]
    lines[row] = ",".join(fields)
    assert lines[row] != written.getvalue()
    (folder / EVENTS).write_text("\n".join(lines), encoding="utf-8", newline="")


def rewritten(folder: Path, name: str, **how: Any) -> None:
    path = folder / name
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")), **how), encoding="utf-8")


def shuffled(folder: Path, seed: int) -> None:
    """Write the keys of the descriptor in another order, at every level."""
    chance = random.Random(seed)

    def mixed(value: Any) -> Any:
        if isinstance(value, dict):
            keys = list(value)
            chance.shuffle(keys)
            return {key: mixed(value[key]) for key in keys}
        return [mixed(v) for v in value] if isinstance(value, list) else value

    path = folder / "datapackage.json"
    path.write_text(json.dumps(mixed(json.loads(path.read_text(encoding="utf-8")))), encoding="utf-8")


def words(folder: Path) -> None:
    path = folder / "datapackage.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    data |= {"title": "Another title", "keywords": ["other"], "homepage": "https://example.org/"}
    path.write_text(json.dumps(data), encoding="utf-8")


WRITTEN: tuple[dict[str, Any], ...] = (
    *({"compression": c} for c in ("snappy", "gzip", "lz4", "brotli", "uncompressed")),
    *({"row_group_size": n} for n in (1, 2, 3)),
    *({"compression": "zstd", "compression_level": n} for n in (1, 19)),
    *({"statistics": False}, {"data_page_size": 128}, {"compression": "lz4", "row_group_size": 1}),
)
ELSEWHERE: tuple[dict[str, Change], ...] = (
    {
        "datapackage.json": partial(rewritten, name="datapackage.json"),
        "parquet/datapackage.json": partial(rewritten, name="parquet/datapackage.json"),
        "README.md": lambda f: text(f / "README.md", "six", "6"),
    },
    {
        "datapackage.json": partial(shuffled, seed=1),
        "parquet/datapackage.json": partial(rewritten, name="parquet/datapackage.json", indent=1),
        "LICENSE": lambda f: (f / "LICENSE").write_bytes((f / "LICENSE").read_bytes() + b"\n"),
    },
    {
        "datapackage.json": words,
        "CODEBOOK.md": lambda f: (f / "CODEBOOK.md").write_text("# Codebook\n", encoding="utf-8"),
    },
)


def variants(folder: Path, number: int) -> dict[str, Change]:
    """Return changes of one round, each of a file of its own: all Parquet, some CSV, descriptors and prose."""
    found: dict[str, Change] = dict(ELSEWHERE[number])
    tables = [
        p.relative_to(folder / "data").with_suffix("").as_posix() for p in sorted(folder.rglob("*.csv"))
    ]
    for place, table in enumerate(tables):
        how = WRITTEN[(5 * number + place) % len(WRITTEN)]
        found[f"parquet/{table}.parquet"] = partial(parquet, table=table, **how)
        if table != "events":
            quoting = (csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC)[(number + place) % 2]
            found[f"data/{table}.csv"] = partial(quoted, table=table, quoting=quoting)
    found[EVENTS] = partial(one_cell_quoted, number=number)
    return found


@pytest.mark.parametrize("number", range(len(ELSEWHERE)))
def test_harmless_variants_are_let_through(copy: Path, number: int) -> None:
    """More than forty files at once, more than 120 in all; whichever is refused is named by what is found."""
    before = {p.relative_to(copy).as_posix(): p.read_bytes() for p in copy.rglob("*") if p.is_file()}
    changes = variants(copy, number)
    for change in changes.values():
        change(copy)
    changed = {name for name, content in before.items() if (copy / name).read_bytes() != content}
    assert len(changed & set(changes)) > 40
    resealed(copy)
    assert [str(f) for f in check_package(copy).errors] == []


def test_the_order_of_equal_rows_is_no_content(copy: Path) -> None:
    """Rows in another order than the contract's are told of as a warning, in CSV and Parquet alike."""
    frame = pl.read_parquet(copy / PARQUET)
    frame.reverse().write_parquet(copy / PARQUET)
    lines = (copy / EVENTS).read_text(encoding="utf-8").splitlines(keepends=True)
    (copy / EVENTS).write_text("".join([lines[0], *reversed(lines[1:])]), encoding="utf-8", newline="")
    resealed(copy)
    findings = check_package(copy)
    assert {f.code for f in findings if f.file == EVENTS} == {"E116"}
    assert {f.column for f in findings.errors} == {
        "newsledger.content_hash",
        "newsledger.content_hashes.events",
    }
