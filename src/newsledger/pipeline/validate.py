"""Is it right, whatever it is? Finds out what a path is and puts the checks for it together.

Articles are judged by the reader that will read them, so that what passes here is read there.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from newsledger.contract.load import load_contract
from newsledger.errors import ExtraMissing, NewsledgerError, UsageError
from newsledger.validation.archive import ArchiveRefused, unpacked
from newsledger.validation.checksums import check_archive
from newsledger.validation.contracts import check_contract, check_contracts
from newsledger.validation.documents import check_document
from newsledger.validation.events import check_events
from newsledger.validation.findings import EXAMPLES, Finding, Findings, Severity, plain
from newsledger.validation.form import check_form
from newsledger.validation.kinds import found
from newsledger.validation.package import check_descriptor, check_package
from newsledger.validation.releases import check_releases, release_folders
from newsledger.validation.target import INDEX, RECIPE, kind_of, whole

Progress = Callable[[str, int, int], None]
FORMS: Final = ("table",)
"""What `form` may be: a table is looked at for its form alone."""
NO_TABLES: Final = (".jsonl", ".ndjson", ".json", ".md", ".html", ".htm")
"""Endings of files that hold records or text, and no header that a table has."""


def validate(
    path: Path, schema: str | None = None, progress: Progress | None = None, *, form: str | None = None
) -> Findings:
    """Return what is wrong with what lies at `path`; what that may be is told by `target.kind_of`.

    `schema` names the contract's version, else the one stated, else the newest. With `form="table"` a table of
    anything is looked at for its form alone. Files are named as from where `path` is named.

    Raises PathMissing if there is nothing, UsageError if it is nothing that can be validated or `schema` or
    `form` is unknown, ExtraMissing for web pages without the package that reads them.
    """
    if schema is not None:
        load_contract(schema)
    if form not in (None, *FORMS):
        raise UsageError("unknown form", value=form, expected=" or ".join(FORMS))
    path = whole(path)
    kind = kind_of(path)
    folder = path if path.is_dir() else path.parent
    if form is not None:
        if kind not in ("table", "articles") or path.is_dir() or path.suffix.lower() in NO_TABLES:
            raise UsageError("is no table", file=path, expected="a CSV or Parquet file")
        return check_form(path)
    if kind == "package":
        return _named(check_package(folder, schema=schema, progress=progress), folder)
    if kind == "archive":
        return _named(check_archived(path, schema, progress), path)
    if kind == "descriptor":
        return _named(check_descriptor(path, progress), folder)
    if kind == "releases":
        return _named(_releases(folder, schema, progress), folder)
    if kind == "dataset":
        return _named(check_dataset(folder, schema, progress), folder)
    if kind in ("schema", "schemas"):
        return _named(check_contract(path) if kind == "schema" else check_contracts(path), folder)
    if kind == "articles":
        return check_articles([path], progress)
    return check_events(path, load_contract(schema))


def _named(findings: Findings, folder: Path) -> Findings:
    """Return findings about files of a folder with the files named as from here."""
    return findings if str(folder) == "." else findings.below(folder.as_posix())


def check_archived(path: Path, schema: str | None = None, progress: Progress | None = None) -> Findings:
    """Return what is wrong with the ZIP of a release or data package, and with the package that it holds.

    Where `index.json` lies beside it and lists it, it must be the archive that is listed there. It is unpacked
    into a folder that is gone afterwards.
    """
    findings = Findings()
    index = path.parent / INDEX
    if index.is_file():
        findings.extend(check_archive(path, index))
    with TemporaryDirectory(prefix="newsledger-") as aside:
        try:
            folder = unpacked(path, Path(aside))
        except ArchiveRefused as problem:
            findings.add(found(problem.code, str(problem)))
            return findings
        findings.extend(check_package(folder, schema=schema, index=index, progress=progress))
    return findings


def check_dataset(folder: Path, schema: str | None = None, progress: Progress | None = None) -> Findings:
    """Return what is wrong with a dataset: recipe, corrections, articles, and its releases."""
    findings = Findings()
    recipe = folder / RECIPE
    wrong = check_document(recipe, "dataset", schema)[1]
    findings.extend(_inside(wrong, folder))
    findings.looked_at(RECIPE)
    if not wrong:
        _contents(findings, folder, schema, progress)
    root = folder / "releases"
    if root.is_dir() and ((root / INDEX).is_file() or release_folders(root)):
        findings.extend(_releases(root, None, progress).below("releases"))
    return findings


def _contents(findings: Findings, folder: Path, schema: str | None, progress: Progress | None) -> None:
    """Add what is wrong with what a sound recipe names: corrections and articles."""
    from newsledger.publish.recipe import load_recipe

    try:
        recipe = load_recipe(folder)
    except NewsledgerError as problem:
        findings.extend(_inside([_finding(problem)], folder))
        return
    if recipe.corrections is not None and recipe.corrections.is_file():
        findings.extend(_inside(_corrections(recipe.corrections, schema), folder))
        findings.looked_at(recipe.corrections.name)
    judged = check_articles(recipe.articles, progress)
    findings.extend(_inside(judged, folder))
    for checked in judged.checked:
        findings.looked_at(checked)


def _corrections(path: Path, schema: str | None) -> list[Finding]:
    from newsledger.ledger.corrections import read_corrections
    from newsledger.validation.yaml_lines import read_yaml_lines

    data, wrong = check_document(path, "corrections", schema)
    if not wrong:
        try:
            read_corrections(data, str(path), read_yaml_lines(path)[1])
        except NewsledgerError as problem:
            return [_finding(problem, str(path))]
    return wrong


def _releases(root: Path, schema: str | None, progress: Progress | None) -> Findings:
    """Return what is wrong with releases, and what differs between two of them and is not accounted for."""
    from newsledger.pipeline.history import check_history

    findings = check_releases(root, schema, progress)
    if findings.ok:
        findings.extend(check_history(root))
    return findings


def _inside(findings: Iterable[Finding], folder: Path) -> list[Finding]:
    """Return findings with their files named from `folder`, where they lie in it."""
    return [replace(f, file=_from(f.file, folder)) for f in findings]


def _from(file: str, folder: Path) -> str:
    for base in (folder, folder.resolve()):
        if file and Path(file).is_relative_to(base):
            return Path(file).relative_to(base).as_posix()
    return file


def check_articles(paths: Sequence[Path], progress: Progress | None = None) -> Findings:
    """Return what the reader has to say of files or folders of articles, problems of a kind in one finding."""
    from newsledger.reader import iter_articles

    problems: list[NewsledgerError] = []
    count = 0
    try:
        for _ in iter_articles(paths, keep_going=True, on_problem=problems.append):
            count += 1
            if progress is not None and count % 100 == 0:
                progress("articles", count, 0)
    except ExtraMissing:
        raise
    except NewsledgerError as problem:
        if not problems or problem.exit_code != 1:
            problems.append(problem)
    findings = Findings(checked=[f"{count} article{'' if count == 1 else 's'}"])
    findings.extend(_grouped(problems))
    return findings


def _grouped(problems: Sequence[NewsledgerError]) -> list[Finding]:
    """Return one finding for problems of one kind in one field of one file, with the first of them."""
    groups: dict[tuple[str, str, str, str], list[Finding]] = {}
    for problem in problems:
        finding = _finding(problem)
        groups.setdefault((finding.code, finding.file, finding.column, problem.message), []).append(finding)
    merged = []
    for alike in groups.values():
        texts = [f"line {f.line}: {f.value or f.message}" if f.line else f.message for f in alike]
        merged.append(replace(alike[0], count=len(alike), examples=tuple(texts[:EXAMPLES])))
    return merged


def _finding(problem: NewsledgerError, file: str = "") -> Finding:
    """Return an error of the catalogue as a finding."""
    value = "" if problem.value is None else plain(problem.value)
    got = f", got '{value}'" if value else ""
    expected = f"; expected {problem.expected}" if problem.expected else ""
    severity: Severity = "error" if problem.exit_code else "warning"
    return Finding(
        problem.code,
        problem.title,
        f"{problem.message}{got}{expected}",
        severity=severity,
        file=file or problem.file or "",
        line=problem.line,
        column=problem.field or "",
        value=value,
        rule=problem.expected or "",
    )
