"""May these articles come in? Files of articles held against article.schema.json, record by record."""

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import polars as pl

from newsledger.validation.dialect import read_dialect
from newsledger.validation.documents import check_data, validator
from newsledger.validation.findings import Finding, Findings, plain
from newsledger.validation.kinds import found
from newsledger.validation.typed import read_text
from newsledger.validation.yaml_lines import as_text

LONGEST_RECORD = 32_000_000
MOST = 1_000
"""How many findings are made at most; after that the file is wrong enough."""
Record = tuple[int, Mapping[str, Any]]


def check_articles(path: Path, version: str | None = None) -> Findings:
    """Return what is wrong with a JSONL, CSV or Parquet file of articles (E160, E161), with the line of each
    record.
    """
    findings = Findings()
    kind = path.suffix.lower()
    records: list[Record] = []
    reader = {".csv": _csv, ".parquet": _parquet}.get(kind, _jsonl)
    seen: dict[str, int] = {}
    judge = validator("article", version)

    def judged() -> Iterator[Finding]:
        for item in reader(path):
            if isinstance(item, Finding):
                yield item
                continue
            records.append((item[0], {}))
            yield from _judge(item, judge, str(path), seen)

    findings.extend(islice(judged(), MOST))
    if not records and findings.ok:
        findings.add(found("E161", "holds no article", file=str(path)))
    findings.looked_at(f"{path}: {len(records)} articles")
    return findings


def _judge(record: Record, judge: Any, file: str, seen: dict[str, int]) -> Iterator[Finding]:
    line, values = record
    given = {k: v for k, v in values.items() if v is not None}
    yield from check_data(given, judge, file, line=line)
    key = given.get("id")
    if isinstance(key, str):
        if key in seen:
            message = f"the id {plain(key)} stands twice, first on line {seen[key]}"
            yield found("E160", message, file=file, line=line, column="id", value=plain(key), rule="unique")
        seen.setdefault(key, line)


def _jsonl(path: Path) -> Iterator[Record | Finding]:
    with path.open("rb") as file:
        number = 0
        while line := file.readline(LONGEST_RECORD):
            number += 1
            if not line.strip():
                continue
            try:
                data = json.loads(line.decode("utf-8"))
            except UnicodeDecodeError:
                yield found("E161", "is not UTF-8", file=str(path), line=number)
                continue
            except (ValueError, RecursionError) as problem:
                what = (
                    problem.msg
                    if isinstance(problem, json.JSONDecodeError)
                    else "too deep, or an impossible number"
                )
                yield found("E161", f"is no JSON: {what}", file=str(path), line=number)
                continue
            if isinstance(data, dict):
                yield number, data
            else:
                yield found("E161", "is no JSON object", file=str(path), line=number)


def _csv(path: Path) -> Iterator[Record | Finding]:
    told = read_dialect(path, str(path), strict=False)
    yield from told.findings
    if told.readable:
        for row, values in enumerate(read_text(told).iter_rows(named=True)):
            yield told.line(row), values


def _parquet(path: Path) -> Iterator[Record | Finding]:
    try:
        frame = pl.read_parquet(path, glob=False, hive_partitioning=False)
    except (pl.exceptions.PolarsError, OSError) as problem:
        yield found("E161", f"cannot be read: {plain(str(problem).splitlines()[0])}", file=str(path))
        return
    for row, values in enumerate(frame.iter_rows(named=True), start=1):
        yield row, {k: as_text(v) for k, v in values.items()}
