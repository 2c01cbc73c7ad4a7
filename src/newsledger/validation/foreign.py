"""Is a data package of somebody else right? The strict lint, checksums, the dialect, and frictionless.

What is our convention and not theirs (LF, no byte order mark, a stated checksum) is a warning here.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from newsledger.validation.checksums import check_hashes
from newsledger.validation.descriptor_file import DescriptorFile
from newsledger.validation.dialect import read_dialect
from newsledger.validation.findings import Finding, plain
from newsledger.validation.foreign_parquet import PARQUET, check_parquet
from newsledger.validation.kinds import found
from newsledger.validation.lint import MOST_RESOURCES, TABULAR, inside, is_file, lint, paths_of, remote
from newsledger.validation.second_opinion import frictionless_findings

Progress = Callable[[str, int, int], None]
UTF_8 = frozenset({"utf-8", "utf8", "utf-8-sig"})
TOLD_BY_FRICTIONLESS = frozenset({"every row as long as the header", "no empty rows", "header", ""})


def check_foreign(root: DescriptorFile, progress: Progress | None = None) -> Iterator[Finding]:
    """Yield what is wrong with a data package that is not ours: the strict lint, checksums, the dialect of its
    CSV files, and what frictionless says of their rows and of those of its Parquet files.
    """
    yield from lint(root, ours=False)
    if len(root.resources()) > MOST_RESOURCES:
        return  # the lint says so; none of them is read
    yield from check_hashes(root)
    for resource in root.resources():
        if "data" in resource or remote(resource):
            continue
        for path in paths_of(resource):
            if path.lower().endswith(TABULAR):
                yield from _dialect(root, resource, path)
            elif not path.lower().endswith(PARQUET):
                message = f"{plain(path)} is neither CSV nor Parquet; only its checksum was looked at"
                place = f"resources.{plain(resource.get('name'))}"
                yield found("E159", message, file=root.name, column=place)
    yield from check_parquet(root, progress)
    yield from frictionless_findings(root, progress)


def _dialect(root: DescriptorFile, resource: Mapping[str, Any], path: str) -> Iterator[Finding]:
    """Yield as warnings what in a CSV file is not in our dialect and frictionless does not say."""
    file = inside(root.folder, path)
    dialect = resource.get("dialect")
    stated = dialect if isinstance(dialect, dict) else {}
    encoding = resource.get("encoding", "utf-8")
    delimiter = stated.get("delimiter", "\t" if path.lower().endswith((".tsv", ".tab")) else ",")
    usual = stated.get("quoteChar", '"') == '"' and isinstance(delimiter, str) and len(delimiter) == 1
    if file is None or not is_file(file) or not usual or str(encoding).lower() not in UTF_8:
        return
    if delimiter in '"\r\n':
        return
    for finding in read_dialect(file, plain(path), delimiter=delimiter).findings:
        if finding.rule not in TOLD_BY_FRICTIONLESS:
            severity: Any = "error" if finding.rule == "no NUL bytes" else "warning"
            yield replace(finding, severity=severity)
