"""Is a version of the contract sound? The folder `schema/<version>/`, before anything is held against it."""

import json
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from newsledger.contract.codebook import HEADING, RULES
from newsledger.contract.column import Table
from newsledger.contract.documents import SUFFIX
from newsledger.contract.dtypes import cast
from newsledger.contract.frozen import LIST, frozen_problems
from newsledger.contract.load import Contract, read_contract
from newsledger.contract.migration import FOLDER as MIGRATIONS
from newsledger.contract.migration import read_migration
from newsledger.errors import ContentInvalid, NewsledgerError, RowsInvalid
from newsledger.validation.findings import Finding, Findings, plain
from newsledger.validation.kinds import found
from newsledger.validation.rows import check_table
from newsledger.validation.target import is_contract
from newsledger.validation.yaml_lines import YamlRefused, read_yaml_lines


def check_contracts(root: Path) -> Findings:
    """Return what is wrong with the versions of the contract in a folder, one listed as frozen that changed
    among them.
    """
    findings = Findings()
    for folder in sorted(p for p in root.iterdir() if is_contract(p)):
        inner = check_contract(folder)
        findings.extend(inner.below(folder.name))
        findings.looked_at(f"schema {folder.name}")
    if (root / LIST).is_file():
        try:
            problems = frozen_problems(root)
        except ContentInvalid as problem:
            problems = [problem.message]
        findings.extend(found("E163", message, file=LIST, rule="frozen") for message in problems)
    for path in sorted((root / MIGRATIONS).glob("*.yaml")):
        try:
            read_yaml_lines(path)
            read_migration(path)
        except NewsledgerError as problem:
            findings.add(_told(problem, f"{MIGRATIONS}/{path.name}"))
    return findings


def check_contract(folder: Path) -> Findings:
    """Return what is wrong with one version of the contract: its YAML, its documents, its rules, and the
    examples of its columns, which must keep it.
    """
    findings = Findings()
    findings.extend(_yaml(folder))
    findings.extend(_documents(folder))
    findings.extend(_rules(folder))
    if not findings.ok:
        return findings
    try:
        contract = read_contract(folder)
    except NewsledgerError as problem:
        findings.add(_told(problem, _name(problem, folder)))
        return findings
    except (TypeError, KeyError, AttributeError, ValueError) as problem:
        message = f"an entry has a form that no table has: {plain(problem)}"
        findings.add(found("E163", message, file=folder.name))
        return findings
    for table in contract.tables.values():
        findings.extend(_example(table, contract))
    findings.looked_at(f"{len(contract.tables)} tables, {len(contract.terms)} closed lists")
    return findings


def _yaml(folder: Path) -> Iterator[Finding]:
    """Read every file in the careful way first, since a deep one can end the process of the other reader."""
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).as_posix()
        try:
            read_yaml_lines(path)
        except YamlRefused as problem:
            yield found("E161", problem.message, file=name, line=problem.line, column=problem.field or "")


def _documents(folder: Path) -> Iterator[Finding]:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import SchemaError

    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, RecursionError) as problem:
            yield found("E161", f"is no JSON: {plain(problem)}", file=path.name)
        except SchemaError as problem:
            place = ".".join(str(p) for p in problem.absolute_path)
            yield found("E163", f"is no JSON Schema: {plain(problem.message)}", file=path.name, column=place)


def _rules(folder: Path) -> Iterator[Finding]:
    try:
        numbers = HEADING.findall((folder / RULES).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        yield found("E163", "is not there, or is not UTF-8", file=RULES)
        return
    for number in sorted({n for n in numbers if numbers.count(n) > 1}):
        yield found("E163", f"the section number {number} stands twice", file=RULES)


def _example(table: Table, contract: Contract) -> Iterator[Finding]:
    """Yield E163 for a column whose example breaks its own rules."""
    file = f"{table.name}.yaml"
    try:
        frame = cast(pl.DataFrame([{c.name: c.example for c in table.columns}]), table)
    except RowsInvalid as problem:
        yield found("E163", f"an example is not of its type: {problem.message}", file=file)
        return
    for finding in check_table(frame, table, contract):
        yield found("E163", f"the example {finding.message}", file=file, column=finding.column)


def _told(problem: NewsledgerError, name: str) -> Finding:
    got = "" if problem.value is None else f", got '{plain(problem.value)}'"
    return found("E163", f"{problem.message}{got}", file=name, line=problem.line, column=plain(problem.field))


def _name(problem: NewsledgerError, folder: Path) -> str:
    file = Path(problem.file) if problem.file else folder
    return file.relative_to(folder).as_posix() if file.is_relative_to(folder) else file.name
