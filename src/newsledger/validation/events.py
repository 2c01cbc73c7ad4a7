"""Is this table right? Events in our layout or as an ACLED-layout export, or another table of ours."""

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from newsledger.contract.column import Table
from newsledger.contract.load import Contract
from newsledger.errors import shown
from newsledger.validation.acled_form import (
    ACLED_COLUMNS,
    acled_names,
    in_our_form,
    is_acled_layout,
    layout_of,
)
from newsledger.validation.checks import run_checks
from newsledger.validation.dialect import read_dialect
from newsledger.validation.findings import Finding, Findings, plain
from newsledger.validation.kinds import found
from newsledger.validation.parquet_files import Undecodable, read_parquet
from newsledger.validation.rows import Line, check_columns, check_table
from newsledger.validation.typed import read_text, typed

SEPARATORS = (",", ";", "\t", "|")
SNIFFED = 65_536


def check_events(path: Path, contract: Contract) -> Findings:
    """Return what is wrong with the table at `path`, a `.csv`, `.tsv` or `.parquet` file.

    The layout is found by the columns: a table of ours, that of `newsledger code`, or an ACLED-layout export;
    else E170.
    """
    return _csv(path, contract) if path.suffix.lower() != ".parquet" else _parquet(path, contract)


def layout(columns: list[str], contract: Contract) -> Table | None:
    """Return the table of the contract whose layout these columns are, None if they are none."""
    events, reports = contract.tables["events"], contract.tables["reports"]
    for known in contract.tables.values():
        if set(columns) == set(known.names) and not known.name.startswith("terms/"):
            return known
    if set(columns) >= {"report_id", "article_id"}:
        if set(columns) == set(reports.names) - {"event_id_cnty"}:
            kept = tuple(c for c in reports.columns if c.name != "event_id_cnty")
            return Table(reports.name, reports.title, reports.description, kept, reports.key, reports.sort)
        return reports
    if is_acled_layout(columns, contract):
        return layout_of(columns, contract)
    return events if len(set(columns) & set(events.names)) > ACLED_COLUMNS // 2 else None


def delimiter_of(path: Path) -> str:
    """Return the separator that stands most often in the header of a CSV file; a comma where none does."""
    try:
        with path.open("rb") as file:
            header = file.read(SNIFFED).split(b"\n", 1)[0].decode("utf-8", errors="replace")
    except OSError:
        return SEPARATORS[0]
    return max(SEPARATORS, key=header.count)


def _csv(path: Path, contract: Contract) -> Findings:
    findings = Findings()
    told = read_dialect(path, str(path), delimiter=delimiter_of(path), strict=False)
    findings.extend(told.findings)
    if not told.readable:
        return findings
    text = read_text(told)
    table = layout(text.columns, contract)
    if table is None:
        findings.add(_unknown(text.columns, contract, told.name))
        return findings
    if is_acled_layout(text.columns, contract):
        findings.extend(_missing_columns(text.columns, contract, told.name))
        text = text.select(table.names)
        text, noted = in_our_form(text, contract, told.name)
        findings.extend(noted)
    frame, wrong = typed(text, table, told.name, told.line)
    findings.extend(wrong)
    findings.extend(_rows(frame, table, contract, told.name, told.line, wrong))
    findings.looked_at(f"{told.name}: {frame.height} rows")
    return findings


def _parquet(path: Path, contract: Contract) -> Findings:
    findings, name = Findings(), str(path)
    try:
        frame = read_parquet(path)
    except Undecodable as problem:
        findings.add(found("E147", f"cannot be read: {plain(problem)}", file=name))
        return findings
    table = layout(frame.columns, contract)
    if table is None:
        findings.add(_unknown(frame.columns, contract, name))
        return findings
    if is_acled_layout(frame.columns, contract):
        findings.extend(_missing_columns(frame.columns, contract, name))
        if wrong := list(_no_cells(frame, table, name)):
            findings.extend(wrong)
            return findings
        text = frame.select(_as_cells(frame[c.name], c.type) for c in table.columns)
        text, noted = in_our_form(text, contract, name)
        frame, wrong = typed(text, table, name, None)
        findings.extend([*noted, *wrong])
        findings.extend(_rows(frame, table, contract, name, None, wrong))
    else:
        findings.extend(_rows(frame, table, contract, name, None, []))
    findings.looked_at(f"{name}: {frame.height} rows")
    return findings


def _no_cells(frame: pl.DataFrame, table: Table, name: str) -> Iterator[Finding]:
    """Yield E147 for columns of lists, structs or bytes, which no cell of a table is."""
    for column in table.names:
        dtype = frame.schema[column]
        if dtype.is_nested() or dtype in (pl.Binary, pl.Object):
            message = f"is of type {dtype}, expected text, numbers or dates"
            yield found("E147", message, file=name, column=column, rule="type")


def _as_cells(series: pl.Series, kind: str) -> pl.Series:
    """Return a column of Parquet as the text that a CSV would have.

    Other programs store dates as times at midnight, and whole numbers as decimals where some are missing.
    """
    if kind == "date" and series.dtype.base_type() == pl.Datetime:
        series = series.dt.strftime("%Y-%m-%d")
    elif kind == "integer" and series.dtype.is_float() and (series.drop_nulls() % 1 == 0).all():
        series = series.cast(pl.Int64, strict=False)
    text = series.cast(pl.String, strict=False)
    return text.set(text == "", None)


def _rows(
    frame: pl.DataFrame,
    table: Table,
    contract: Contract,
    name: str,
    line: Line | None,
    unreadable: list[Finding],
) -> Iterator[Finding]:
    """Yield what pandera and the checks find; in columns with cells that could not be read (`unreadable`),
    which are null now, no cell is said to be empty.
    """
    if wrong := check_columns(frame, table, file=name):
        yield from wrong
        return
    said = {f.column for f in unreadable}
    for finding in check_table(frame, table, contract, file=name, line=line):
        if not (finding.rule == "required" and finding.column in said):
            yield finding
    yield from run_checks({table.name: frame}, contract, {table.name: name}, line=line)


def _missing_columns(columns: list[str], contract: Contract, file: str) -> Iterator[Finding]:
    for name in acled_names(contract):
        if name not in columns:
            message = f"the column {name} of an ACLED-layout export is missing"
            yield found(
                "E112", message, file=file, line=1, column=name, severity="warning", rule="ACLED layout"
            )
    for name in columns:
        if name not in acled_names(contract):
            message = f"the column {shown(name)} is not one of an ACLED-layout export; it was not looked at"
            yield found(
                "E112", message, file=file, line=1, column=plain(name), severity="info", rule="ACLED layout"
            )


def _unknown(columns: list[str], contract: Contract, file: str) -> Finding:
    missing = [n for n in acled_names(contract) if n not in columns]
    some = ", ".join(missing[:3])
    message = f"is no table of events: of the 31 columns {len(missing)} are missing, such as {some}"
    return found("E170", message, file=file, line=1, value=plain(", ".join(columns[:5])))
