"""Which checks hold across cells, rows and tables? Reads validation/checks/*.yaml and runs them.

A check is data: a code, a title, a message, a severity, the tables it looks at, the name of a word of the
vocabulary (`within.py`, `across.py`, `cells.py`) and what that word is asked. Nothing of a check is ever
executed as code.

    - code: V101
      title: Sub-event type and event type belong together
      table: [events, reports]
      check: follows
      using: {column: event_type, function: event_type, from: [sub_event_type]}
      message: "{sub_event_type} belongs to {expected}, not to {event_type}"
      because: coding-rules 2
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl

from newsledger.content import checks_folder
from newsledger.contract.column import Table
from newsledger.contract.load import Contract
from newsledger.contract.parse import read_yaml
from newsledger.errors import ContentInvalid
from newsledger.validation.findings import EXAMPLES, SEVERITIES, Finding, Severity, plain
from newsledger.validation.rows import Line, csv_line
from newsledger.validation.words import ROW, Asked, word, words

KEYS = frozenset({"code", "title", "table", "check", "using", "message", "severity", "because"})
EVERY_TABLE = "*"
_SLOT = re.compile(r"\{([a-z_][a-z0-9_]*)\}")
_CODE = re.compile(r"V[1-9][0-9]{2}")


@dataclass(frozen=True, slots=True)
class Check:
    """One plausibility check, as its YAML states it; `using` is what the word of the vocabulary is asked."""

    code: str
    title: str
    tables: tuple[str, ...]
    check: str
    using: Mapping[str, Any]
    message: str
    severity: Severity
    because: str


def load_checks() -> tuple[Check, ...]:
    """Return all checks of `validation/checks/*.yaml`, by code; ContentInvalid names file and entry."""
    return _read(checks_folder())


@cache
def _read(folder: Path) -> tuple[Check, ...]:
    found: dict[str, Check] = {}
    for path in sorted(folder.glob("*.yaml")):
        entries = read_yaml(path).get("checks")
        if not isinstance(entries, list) or not entries:
            raise ContentInvalid("holds no checks", file=path, expected="checks: a list of checks")
        for entry in entries:
            check = _parsed(entry, path)
            if check.code in found:
                raise ContentInvalid("the code stands twice", file=path, field=check.code)
            found[check.code] = check
    return tuple(found[code] for code in sorted(found))


def _parsed(entry: Any, path: Path) -> Check:
    if not isinstance(entry, dict):
        raise ContentInvalid("a check is no mapping", file=path, value=entry)
    where = str(entry.get("code"))
    for key in entry:
        if key not in KEYS:
            raise ContentInvalid(
                "unknown key", file=path, field=where, value=key, expected=", ".join(sorted(KEYS))
            )
    for key in ("title", "check", "message", "because"):
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            raise ContentInvalid(f"{key} is missing or no text", file=path, field=where, value=entry.get(key))
    if not _CODE.fullmatch(where):
        raise ContentInvalid("a code is V and three digits", file=path, field=where)
    if entry["check"] not in words():
        known = ", ".join(words())
        raise ContentInvalid("unknown check", file=path, field=where, value=entry["check"], expected=known)
    severity = entry.get("severity", "error")
    if severity not in SEVERITIES:
        raise ContentInvalid("unknown severity", file=path, field=where, value=severity)
    tables = entry.get("table")
    tables = [tables] if isinstance(tables, str) else tables
    using = entry.get("using") or {}
    if not tables or not isinstance(using, dict):
        raise ContentInvalid("table or using is malformed", file=path, field=where, value=using or tables)
    text = {k: entry[k].strip() for k in ("title", "check", "message", "because")}
    return Check(code=where, tables=tuple(tables), using=using, severity=severity, **text)


def run_checks(
    frames: Mapping[str, pl.DataFrame],
    contract: Contract,
    files: Mapping[str, str] | None = None,
    *,
    line: Line | None = csv_line,
    lines: Mapping[str, Line] | None = None,
    progress: Callable[[str], None] | None = None,
) -> list[Finding]:
    """Return what the checks find in `frames` (by table name, in the contract's types).

    A check whose columns or further tables are not there is not run, so that tables of other people can be
    checked too. `files` names the file of each table; `lines` gives, for a table, the line of a row.
    """
    findings: list[Finding] = []
    for check in load_checks():
        names = tuple(frames) if EVERY_TABLE in check.tables else check.tables
        for name in names:
            if name not in frames or name not in contract.tables:
                continue
            file = name if files is None else files.get(name, name)
            of_row = (lines or {}).get(name, line)
            findings.extend(_run(check, frames, contract.tables[name], contract, file, of_row))
        if progress is not None:
            progress(check.code)
    return findings


def _run(
    check: Check,
    frames: Mapping[str, pl.DataFrame],
    table: Table,
    contract: Contract,
    file: str,
    line: Line | None,
) -> Iterator[Finding]:
    frame = frames[table.name].with_row_index(ROW)
    for failing in word(check.check)(Asked(frame, table, frames, contract, check.using)):
        if failing.rows.is_empty():
            continue
        rows = failing.rows.sort(ROW)
        first = rows.row(0, named=True)
        value = first.get(failing.column)
        yield Finding(
            code=check.code,
            title=check.title,
            message=rendered(check.message, first | {"column": failing.column}),
            severity=check.severity,
            file=file,
            line=None if line is None else line(first[ROW]),
            column=failing.column,
            value=plain(value),
            rule=f"{check.check} ({check.because})",
            count=rows.height,
            examples=tuple(_example(r, table, line) for r in rows.head(EXAMPLES).iter_rows(named=True)),
        )


def rendered(message: str, values: Mapping[str, Any]) -> str:
    """Return a message with its `{slots}` filled; a slot that has no value is empty. Never a format
    string.
    """
    return _SLOT.sub(lambda slot: plain(values.get(slot.group(1))) or "(empty)", message)


def _example(row: Mapping[str, Any], table: Table, line: Line | None) -> str:
    key = " · ".join(plain(row[name]) for name in table.key if name in row)
    return key if line is None else f"line {line(row[ROW])}: {key}"
