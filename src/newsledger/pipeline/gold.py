"""What did people code by hand? Gold, as `validation/gold/README.md` describes it, and tables of reports as
text.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from newsledger.contract.load import load_contract
from newsledger.errors import DataInvalid, PathMissing
from newsledger.pipeline.scored_tables import (
    ARTICLE,
    Line,
    as_text,
    by_article,
    check_gold,
    check_reports,
    lines_of,
    read_table,
)
from newsledger.pipeline.stored import read_stored

LEFT_OUT = {"actor2": "", "fatalities": "0", "injuries": "", "claimant": ""}
"""What a key says that gold in YAML leaves out."""
Row = Mapping[str, str]


def read_gold(path: Path) -> dict[str, Sequence[Row]]:
    """Return the hand-coded rows by article, every cell as text; an article may have none.

    `path` is a YAML file, a CSV with columns of reports, or a folder of them. Raises PathMissing, and
    DataInvalid with the line where a file is malformed, has an unknown column or a value that no report could have,
    or codes an article a second time.
    """
    if not path.exists():
        raise PathMissing("there is no gold", file=path)
    files = sorted(p for p in path.iterdir() if p.suffix in (".yaml", ".csv")) if path.is_dir() else [path]
    found: dict[str, Sequence[Row]] = {}
    for file in files:
        rows = _yaml_gold(file) if file.suffix == ".yaml" else _table_gold(file)
        for article in sorted(set(found) & set(rows)):
            raise DataInvalid("is coded in two files", file=file, field=article)
        found |= rows
    return found


def read_reports(path: Path) -> Mapping[str, Sequence[Row]]:
    """Return coded reports by article, every cell as text and a missing one as the empty string.

    `path` is what `newsledger code` writes (.csv, .parquet, .jsonl or a folder), or a release. Raises PathMissing,
    UsageError for another kind of file, DataInvalid with the line where it is no sound table of reports.
    """
    if not path.exists():
        raise PathMissing("there are no reports", file=path)
    if path.is_dir():
        return by_article(lines_of(read_stored(path, load_contract()).tables.reports), path)
    rows = read_table(path)
    check_reports(rows, path)
    return by_article(rows, path)


def _table_gold(path: Path) -> Mapping[str, Sequence[Row]]:
    rows = read_table(path)
    check_gold(rows, path)
    return by_article(rows, path)


def _yaml_gold(path: Path) -> Mapping[str, Sequence[Row]]:
    from newsledger.validation.yaml_lines import YamlRefused, read_yaml_lines

    try:
        data, lines = read_yaml_lines(path)
    except YamlRefused as problem:
        raise DataInvalid(problem.message, file=path, line=problem.line) from None
    articles = data.get("articles") if isinstance(data, dict) else None
    if not isinstance(articles, dict):
        raise DataInvalid("has no articles", file=path, expected="articles: {ID: {why: …, events: […]}}")
    rows = [row for name, entry in articles.items() for row in _events(str(name), entry, path, lines)]
    check_gold(rows, path)
    return {str(name): [] for name in articles} | by_article(rows, path)


def _events(
    article: str, entry: Any, path: Path, lines: Mapping[tuple[str | int, ...], int]
) -> Iterator[Line]:
    events = entry.get("events") if isinstance(entry, dict) else None
    if not isinstance(events, list) or not all(isinstance(e, dict) for e in events):
        line = lines.get(("articles", article))
        raise DataInvalid(
            "has no list of events", file=path, line=line, field=article, expected="events: […]"
        )
    for place, event in enumerate(events):
        line = lines.get(("articles", article, "events", place))
        places: Sequence[Any] = event.get("location", "")
        for where in places if isinstance(places, list) else [places]:
            cells = {k: as_text(v) for k, v in event.items()}
            yield Line(LEFT_OUT | cells | {"location": as_text(where), ARTICLE: article}, line)
