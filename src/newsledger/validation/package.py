"""Is this package whole and right? Releases of ours; packages of others are handed on to `foreign`."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import polars as pl

from newsledger.contract.load import Contract, load_contract, versions
from newsledger.validation.against import against_contract
from newsledger.validation.checks import run_checks
from newsledger.validation.checksums import check_hashes, check_index, check_sums
from newsledger.validation.descriptor_file import DescriptorFile, DescriptorUnreadable, read_descriptor
from newsledger.validation.dialect import CsvFile, read_dialect
from newsledger.validation.findings import Finding, Findings, plain
from newsledger.validation.foreign import check_foreign
from newsledger.validation.kinds import found
from newsledger.validation.lint import OURS, inside, is_file, lint, lint_schema, paths_of
from newsledger.validation.parquet_files import Undecodable, decodable, read_proven
from newsledger.validation.remains import check_torn, is_torn
from newsledger.validation.rows import check_columns, check_order, check_references, check_table
from newsledger.validation.sameness import content_hash, joint_hash
from newsledger.validation.second_opinion import frictionless_findings, frictionless_schema_findings
from newsledger.validation.typed import read_text, typed

DESCRIPTOR = "datapackage.json"
INDEX = "index.json"
LONGEST_TRUSTED = 65_536
"""Bytes of a line above which frictionless, which guesses at the dialect, gets a process of its own."""
Progress = Callable[[str, int, int], None]


def check_package(
    folder: Path, *, schema: str | None = None, index: Path | None = None, progress: Progress | None = None
) -> Findings:
    """Return what is wrong with the package in `folder`, a release of ours or a data package of anyone.

    `schema` names the contract's version (else the one the descriptor states), `index` the
    `releases/index.json` (else the one beside the folder, if there is one). `progress` is called with what is
    looked at, and how far it is. A release is right if its files are those of SHA256SUMS and of the index,
    its descriptors read strictly are those of the contract, every row of every table keeps the contract and
    the checks, CSV and Parquet are the same, and frictionless agrees.
    """
    findings = Findings()
    beside = index or folder.parent / INDEX
    if is_torn(folder):
        findings.extend(check_torn(folder, beside))
        return findings
    try:
        root = read_descriptor(folder / DESCRIPTOR, DESCRIPTOR)
    except DescriptorUnreadable as problem:
        findings.add(
            found("E150", problem.message, file=DESCRIPTOR, line=problem.line, column=problem.field or "")
        )
        return findings
    if OURS not in root.data:
        findings.extend(check_foreign(root, progress))
        return findings
    release = _Release(folder, root, progress)
    version = schema or release.stated("schema")
    if not isinstance(version, str) or version not in versions():
        message = f"the release has the schema {plain(version)}, known are {', '.join(versions())}"
        findings.add(
            found("E158", message, file=DESCRIPTOR, column="newsledger.schema", value=plain(version))
        )
        return findings
    if release.is_parquet_half():
        findings.extend(check_foreign(root, progress))
        findings.extend(against_contract(root, load_contract(version), "parquet"))
        return findings
    findings.extend(release.check(load_contract(version), beside))
    return findings


def check_descriptor(path: Path, progress: Progress | None = None) -> Findings:
    """Return what is wrong with a descriptor of any name: of a package, of one resource, or of a schema."""
    findings = Findings()
    try:
        file = read_descriptor(path)
    except DescriptorUnreadable as problem:
        findings.add(found("E150", problem.message, file=path.name, line=problem.line))
        return findings
    if "resources" in file.data:
        findings.extend(check_foreign(file, progress))
    elif not {"path", "data"} & set(file.data):
        findings.extend(lint_schema(file))
        findings.extend(frictionless_schema_findings(file))
    else:
        findings.extend(check_foreign(replace(file, data={"resources": [file.data]}), progress))
    return findings


class _Release:
    """A release of ours while it is being checked."""

    def __init__(self, folder: Path, root: DescriptorFile, progress: Progress | None) -> None:
        self.folder = folder
        self.root = root
        self.progress = progress
        self.frames: dict[str, pl.DataFrame] = {}
        self.csv: dict[str, CsvFile] = {}
        self.undecodable: Mapping[Path, str] = {}

    def stated(self, key: str) -> Any:
        """Return what the descriptor states under our own key."""
        ours = self.root.data[OURS]
        return ours.get(key) if isinstance(ours, dict) else None

    def is_parquet_half(self) -> bool:
        """Return whether somebody took the Parquet files out of a release, without what proves them equal."""
        paths = [path for resource in self.root.resources() for path in paths_of(resource)]
        return bool(paths) and all(path.endswith(".parquet") for path in paths)

    def tell(self, what: str, done: int, total: int) -> None:
        """Tell the progress."""
        if self.progress is not None:
            self.progress(what, done, total)

    def check(self, contract: Contract, index: Path) -> Findings:
        """Return all findings; the cheap and telling ones first."""
        findings = Findings()
        self.tell("checksums", 0, 1)
        findings.extend(check_sums(self.folder))
        if index.is_file():
            findings.extend(check_index(self.folder, index))
        findings.extend(lint(self.root, ours=True))
        findings.extend(check_hashes(self.root))
        other_schemas = list(against_contract(self.root, contract, "csv"))
        findings.extend(other_schemas)
        parquet = self._parquet(findings, contract)
        names = list(dict.fromkeys(n for n in self._names() if n in contract.tables))
        self._try_parquet(names, parquet)
        for number, name in enumerate(names):
            self.tell(f"table {name}", number, len(names))
            findings.extend(self._read_csv(name, contract))
            findings.extend(self._same_in_parquet(name, contract, parquet))
            if name in self.frames:
                rows = self.frames[name].height
                findings.looked_at(f"{name}: {rows} row{'' if rows == 1 else 's'}")
        findings.extend(self._stated(contract))
        findings.extend(self._rows(contract))
        trusted = not other_schemas and self._ordinary(names)
        known = {name: told.rows for name, told in self.csv.items()}
        findings.extend(frictionless_findings(self.root, self.progress, trusted=trusted, rows=known))
        return findings

    def _ordinary(self, names: list[str]) -> bool:
        """Return whether every CSV file is in our dialect, so that nothing in it can surprise frictionless."""
        return all(n in self.csv and self.csv[n].longest <= LONGEST_TRUSTED for n in names)

    def _names(self) -> list[str]:
        return [str(r.get("name")) for r in self.root.resources()]

    def _path(self, name: str, descriptor: DescriptorFile) -> Path | None:
        for resource in descriptor.resources():
            if resource.get("name") == name and paths_of(resource):
                file = inside(descriptor.folder, paths_of(resource)[0])
                return file if file is not None and is_file(file) else None
        return None

    def _try_parquet(self, names: list[str], descriptor: DescriptorFile | None) -> None:
        """Find out which Parquet files can be decoded, all in one process of its own."""
        self.tell("parquet", 0, 1)
        paths = [p for n in names if descriptor is not None and (p := self._path(n, descriptor)) is not None]
        self.undecodable = {path: why for path, why in decodable(paths).items() if why}

    def _label(self, path: Path) -> str:
        return path.relative_to(self.folder.resolve()).as_posix()

    def _parquet(self, findings: Findings, contract: Contract) -> DescriptorFile | None:
        """Return the Parquet descriptor, having checked it like the root one."""
        name = f"parquet/{DESCRIPTOR}"
        path = self.folder / "parquet" / DESCRIPTOR
        if not path.is_file():
            findings.add(found("E140", "the descriptor of the Parquet files is missing", file=name))
            return None
        try:
            descriptor = read_descriptor(path, name)
        except DescriptorUnreadable as problem:
            findings.add(found("E150", problem.message, file=name, line=problem.line))
            return None
        findings.extend(lint(descriptor, ours=True))
        findings.extend(check_hashes(descriptor, "parquet/"))
        findings.extend(against_contract(descriptor, contract, "parquet"))
        return descriptor

    def _read_csv(self, name: str, contract: Contract) -> Iterator[Finding]:
        path = self._path(name, self.root)
        if path is None:
            return
        label = self._label(path)
        told = read_dialect(path, label)
        yield from told.findings
        if not told.readable:
            return
        self.csv[name] = told
        table = contract.tables[name]
        frame, wrong = typed(read_text(told), table, label, told.line)
        yield from wrong
        if columns := check_columns(frame, table, file=label):
            yield from columns
        elif not wrong:
            self.frames[name] = frame

    def _same_in_parquet(
        self, name: str, contract: Contract, descriptor: DescriptorFile | None
    ) -> Iterator[Finding]:
        path = None if descriptor is None else self._path(name, descriptor)
        if path is None:
            return
        label, table = self._label(path), contract.tables[name]
        try:
            if path in self.undecodable:
                raise Undecodable(self.undecodable[path])
            frame = read_proven(path)
        except Undecodable as problem:
            yield found("E147", f"cannot be read: {plain(problem)}", file=label)
            return
        wrong = check_columns(frame, table, file=label)
        yield from (found("E147", f.message, file=label, column=f.column, rule=f.rule) for f in wrong)
        if wrong or name not in self.frames:
            return
        if content_hash(frame, table) != content_hash(self.frames[name], table):
            yield self._first_difference(name, frame, label)

    def _first_difference(self, name: str, frame: pl.DataFrame, label: str) -> Finding:
        ours = self.frames[name]
        if ours.height != frame.height:
            message = f"the CSV has {ours.height} rows, the Parquet file {frame.height}"
            return found("E146", message, file=label, rule="same content")
        for column in ours.columns:
            rows = (ours[column].ne_missing(frame[column])).arg_true()
            if len(rows):
                row = int(rows[0])
                told = self.csv[name]
                csv_cell = plain(ours[column][row]) or "empty"
                parquet_cell = plain(frame[column][row]) or "empty"
                message = f"is {csv_cell} in the CSV and {parquet_cell} in the Parquet file"
                return found(
                    "E146",
                    message,
                    file=told.name,
                    line=told.line(row),
                    column=column,
                    rule="same content",
                    count=len(rows),
                )
        return found("E146", "the rows are written differently", file=label, rule="same content")

    def _stated(self, contract: Contract) -> Iterator[Finding]:
        """Yield E152 where counts or content hashes are not what the descriptor states."""
        counts, hashes = _mapping(self.stated("counts")), _mapping(self.stated("content_hashes"))
        real = {name: content_hash(frame, contract.tables[name]) for name, frame in self.frames.items()}
        for name, frame in self.frames.items():
            if counts.get(name) != frame.height:
                message = f"{name} has {frame.height} rows, stated are {counts.get(name)}"
                yield found("E152", message, file=DESCRIPTOR, column=f"newsledger.counts.{name}")
            if hashes.get(name) != real[name]:
                message = f"the content of {name} is not what content_hashes states"
                yield found("E152", message, file=DESCRIPTOR, column=f"newsledger.content_hashes.{name}")
        if len(real) == len(self._names()) and self.stated("content_hash") != joint_hash(real):
            yield found(
                "E152", "is not the hash of the tables", file=DESCRIPTOR, column="newsledger.content_hash"
            )

    def _rows(self, contract: Contract) -> Iterator[Finding]:
        files = {name: told.name for name, told in self.csv.items()}
        self.tell("rows", 0, 1)
        for name, frame in self.frames.items():
            table = contract.tables[name]
            yield from check_table(frame, table, contract, file=files[name], line=self.csv[name].line)
            yield from check_order(frame, table, file=files[name])
        lines = {name: told.line for name, told in self.csv.items()}
        yield from check_references(self.frames, contract, files)
        yield from run_checks(self.frames, contract, files, lines=lines)


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
