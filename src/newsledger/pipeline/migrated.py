"""How does a file of an old version of the contract become one of a later version?"""

from pathlib import Path

import polars as pl

from newsledger.contract.load import load_contract, versions
from newsledger.contract.migration import migrate
from newsledger.errors import PathMissing, RowsInvalid, UsageError
from newsledger.pipeline.put import aside
from newsledger.publish.write import write_csv, write_parquet
from newsledger.validation.dialect import read_dialect
from newsledger.validation.findings import Findings
from newsledger.validation.parquet_files import Undecodable, read_parquet
from newsledger.validation.refused import TablesRefused
from newsledger.validation.rows import check_table
from newsledger.validation.typed import read_text

KINDS = (".csv", ".parquet")


def migrate_file(source: Path, out: Path, table: str, old: str, new: str | None = None) -> int:
    """Write the rows of `source`, a CSV or Parquet file of the version `old`, to `out` as those of `new`, the
    newest if None, and return how many there are.

    Raises PathMissing, UsageError for an unknown table, version or kind of file, ContentInvalid where no
    migration leads there, and RowsInvalid where the rows do not keep the old or the new version; then
    nothing is written.
    """
    if out.suffix not in KINDS:
        raise UsageError("cannot be written by its ending", file=out, expected=" or ".join(KINDS))
    if not out.absolute().parent.is_dir():
        raise PathMissing("the folder to write into is not there", file=out.parent)
    wanted = new or versions()[-1]
    frame = migrate(_read(source), table, old, wanted)
    contract = load_contract(wanted)
    findings = Findings(check_table(frame, contract.tables[table], contract, file=str(source)))
    if not findings.ok:
        raise TablesRefused(findings)
    with aside(out) as path:
        if out.suffix == ".csv":
            write_csv(frame, contract.tables[table], path)
        else:
            write_parquet(frame, path)
    return frame.height


def _read(path: Path) -> pl.DataFrame:
    if not path.is_file():
        raise PathMissing("there is no such file", file=path)
    if path.suffix == ".parquet":
        try:
            return read_parquet(path)
        except Undecodable as problem:
            raise RowsInvalid(f"cannot be read: {problem}", file=path) from None
    if path.suffix != ".csv":
        raise UsageError("is no table", file=path, expected="a CSV or Parquet file")
    told = read_dialect(path, str(path), strict=False)
    if not told.readable:
        raise RowsInvalid(told.findings[0].message, file=path, line=told.findings[0].line)
    return read_text(told)
