"""Is this table of events right? Events in our layout or as an ACLED-layout export, CSV or Parquet."""

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
from newsledger.validation.rows import Line, check_columns, check_table
from newsledger.validation.typed import typed

SEPARATORS = (",", ";", "\t")
SNIFFED = 65_536


def check_events(path: Path, contract: Contract) -> Findings:
    """Return what is wrong with the table of events, or of reports, at `path`, a `.csv` or `.parquet` file.

    The layout is found by the columns: ours, that of `newsledger code`, or an ACLED-layout export; else E170.
    """
    return _csv(path, contract) if path.suffix.lower() != ".parquet" else _parquet(path, contract)


def layout(columns: list[str], contract: Contract) -> Table | None:
    """Return the table of the contract whose layout these columns are, None if they are none."""
    events, reports = contract.tables["events"], contract.tables["reports"]
    if set(columns) >= {"report_id", "article_id"}:
        if set(columns) == set(reports.names) - {"event_id_cnty"}:
            kept = tuple(c for c in reports.columns if c.name != "event_id_cnty")
            return Table(reports.name, reports.title, reports.description, kept, reports.key, reports.sort)
        return reports
    if is_acled_layout(columns, contract):
        return layout_of(columns, contract)
    return events if len(set(columns) & set(events.names)) > ACLED_COLUMNS // 2 else None


def _delimiter(path: Path) -> str:
    with path.open("rb") as file:
        header = file.read(SNIFFED).split(b"\n", 1)[0].decode("utf-8", errors="replace")
    return max(SEPARATORS, key=header.count)


def _csv(path: Path, contract: Contract) -> Findings:
    findings = Findings()
    told = read_dialect(path, str(path), delimiter=_delimiter(path), strict=False)
    findings.extend(told.findings)
    if not told.readable:
        return findings
    text = pl.read_csv(
        path, separator=told.delimiter, infer_schema=False, encoding="utf8", raise_if_empty=False
    ).with_columns(pl.all().replace("", None))
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
    findings.extend(_rows(frame, table, contract, told.name, told.line, bool(wrong)))
    findings.looked_at(f"{told.name}: {frame.height} rows")
    return findings


def _parquet(path: Path, contract: Contract) -> Findings:
    findings, name = Findings(), str(path)
    try:
        frame = pl.read_parquet(path, glob=False, hive_partitioning=False)
    except (pl.exceptions.PolarsError, OSError) as problem:
        findings.add(found("E147", f"cannot be read: {plain(str(problem).splitlines()[0])}", file=name))
        return findings
    table = layout(frame.columns, contract)
    if table is None:
        findings.add(_unknown(frame.columns, contract, name))
        return findings
    if is_acled_layout(frame.columns, contract):
        findings.extend(_missing_columns(frame.columns, contract, name))
        text = frame.select(pl.col(table.names).cast(pl.String).replace("", None))
        text, noted = in_our_form(text, contract, name)
        frame, wrong = typed(text, table, name, None)
        findings.extend([*noted, *wrong])
        findings.extend(_rows(frame, table, contract, name, None, bool(wrong)))
    else:
        findings.extend(_rows(frame, table, contract, name, None, broken=False))
    findings.looked_at(f"{name}: {frame.height} rows")
    return findings


def _rows(
    frame: pl.DataFrame, table: Table, contract: Contract, name: str, line: Line | None, broken: bool
) -> Iterator[Finding]:
    """Yield what pandera and the checks find; cells that could not be read are not said to be empty as
    well.
    """
    if wrong := check_columns(frame, table, file=name):
        yield from wrong
        return
    for finding in check_table(frame, table, contract, file=name, line=line):
        if not (broken and finding.rule == "required" and not _empty_at_all(finding)):
            yield finding
    yield from run_checks({table.name: frame}, contract, {table.name: name}, line=line)


def _empty_at_all(finding: Finding) -> bool:
    return finding.column not in ("event_date", "year", "fatalities", "latitude", "longitude")


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
