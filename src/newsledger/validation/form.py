"""Is this a table at all, whatever it is about? Looks at the form of a CSV or Parquet file alone."""

from pathlib import Path

from newsledger.validation.dialect import read_dialect
from newsledger.validation.events import delimiter_of
from newsledger.validation.findings import Findings, plain
from newsledger.validation.kinds import found
from newsledger.validation.parquet_files import Undecodable, read_parquet


def check_form(path: Path) -> Findings:
    """Return what keeps the file at `path` from being read as a table by everybody (E144, E147).

    UTF-8, one header without empty or repeated names, rows as long as it, no NUL bytes. A byte order mark, CR
    LF and line breaks in cells are accepted.
    """
    findings = Findings()
    if path.suffix.lower() == ".parquet":
        try:
            rows = read_parquet(path).height
        except Undecodable as problem:
            findings.add(found("E147", f"cannot be read: {plain(problem)}", file=str(path)))
            return findings
    else:
        told = read_dialect(path, str(path), delimiter=delimiter_of(path), strict=False)
        findings.extend(told.findings)
        rows = told.rows
    findings.looked_at(f"{path}: {rows} rows")
    return findings
