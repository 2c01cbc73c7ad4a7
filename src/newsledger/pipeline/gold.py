"""What did people code by hand? Gold, as `validation/gold/README.md` describes it, and tables of reports as
text.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl

from newsledger.contract.load import load_contract
from newsledger.contract.records import REPORT_COLUMNS
from newsledger.errors import DataInvalid, PathMissing, UsageError
from newsledger.pipeline.stored import read_stored

ARTICLE = "article_id"
NIGHT = "night"
"""Not a column: says in gold that the day before and the day after agree as well (coding-rules 4)."""
LEFT_OUT = {"actor2": "", "fatalities": "0", "injuries": "", "claimant": ""}
"""What a key says that gold in YAML leaves out."""
Row = Mapping[str, str]


def read_gold(path: Path) -> dict[str, list[Row]]:
    """Return the hand-coded rows by article, every cell as text; an article may have none.

    `path` is a YAML file, a CSV with columns of reports, or a folder of them. Raises PathMissing, and
    DataInvalid where a file is malformed, has unknown columns, or codes an article a second time.
    """
    if not path.exists():
        raise PathMissing("there is no gold", file=path)
    files = sorted(p for p in path.iterdir() if p.suffix in (".yaml", ".csv")) if path.is_dir() else [path]
    found: dict[str, list[Row]] = {}
    for file in files:
        rows = _yaml_gold(file) if file.suffix == ".yaml" else _by_article(read_table(file), file)
        for article in sorted(set(found) & set(rows)):
            raise DataInvalid("is coded in two files", file=file, field=article)
        found |= rows
    return found


def read_reports(path: Path) -> dict[str, list[Row]]:
    """Return coded reports by article, every cell as text and a missing one as the empty string.

    `path` is what `newsledger code` writes (.csv, .parquet, .jsonl or a folder), or a release.
    """
    if not path.exists():
        raise PathMissing("there are no reports", file=path)
    if path.is_dir():
        return _by_article(_texts(read_stored(path, load_contract()).tables.reports), path)
    return _by_article(read_table(path), path)


def read_table(path: Path) -> list[Row]:
    """Return the rows of a CSV, Parquet or JSONL file as text; UsageError for another kind, DataInvalid if
    unreadable.
    """
    readers = {
        ".csv": lambda: pl.read_csv(path, infer_schema=False),
        ".parquet": lambda: pl.read_parquet(path, glob=False),
        ".jsonl": lambda: pl.read_ndjson(path, infer_schema_length=None),
    }
    if path.suffix.lower() not in readers:
        raise UsageError("is no table of reports", file=path, expected=", ".join(readers))
    try:
        return _texts(readers[path.suffix.lower()]())
    except (pl.exceptions.PolarsError, OSError) as problem:
        raise DataInvalid(f"cannot be read: {str(problem).splitlines()[0]}", file=path) from None


def _texts(frame: pl.DataFrame) -> list[Row]:
    return [{k: as_text(v) for k, v in row.items()} for row in frame.iter_rows(named=True)]


def as_text(value: Any) -> str:
    """Return a cell as text, the same whether it came from CSV, Parquet or YAML."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _by_article(rows: Iterable[Row], path: Path) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        if not row.get(ARTICLE):
            raise DataInvalid(
                "a row names no article", file=path, field=ARTICLE, expected=f"a column {ARTICLE}"
            )
        found.setdefault(row[ARTICLE], []).append(row)
    return found


def _yaml_gold(path: Path) -> dict[str, list[Row]]:
    from newsledger.validation.yaml_lines import YamlRefused, read_yaml_lines

    try:
        data, _ = read_yaml_lines(path)
    except YamlRefused as problem:
        raise DataInvalid(problem.message, file=path, line=problem.line) from None
    articles = data.get("articles") if isinstance(data, dict) else None
    if not isinstance(articles, dict):
        raise DataInvalid("has no articles", file=path, expected="articles: {ID: {why: …, events: […]}}")
    return {str(name): list(_events(name, entry, path)) for name, entry in articles.items()}


def _events(article: str, entry: Any, path: Path) -> Iterator[Row]:
    events = entry.get("events") if isinstance(entry, dict) else None
    if not isinstance(events, list) or not all(isinstance(e, dict) for e in events):
        raise DataInvalid("has no list of events", file=path, field=article, expected="events: […]")
    for event in events:
        for name in event:
            if name not in REPORT_COLUMNS and name != NIGHT:
                raise DataInvalid("is no column of reports", file=path, field=article, value=name)
        places: Sequence[Any] = event.get("location", "")
        for place in places if isinstance(places, list) else [places]:
            yield (
                LEFT_OUT
                | {k: as_text(v) for k, v in event.items()}
                | {"location": as_text(place), ARTICLE: article}
            )
