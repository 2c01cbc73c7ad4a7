"""How does a release come about? Build, prove, then rename into place; nothing appears before everything has
passed.

Order of work (design): cast and sort → pandera → cross-row checks → write aside → re-read and compare content
→ difference, gates and class → documents, descriptors, checksums → strict lint and frictionless → rename into
place.
"""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from newsledger.contract.companions import archive_name
from newsledger.contract.load import Contract, load_contract
from newsledger.errors import RowsInvalid
from newsledger.publish.accounted import check_accounted
from newsledger.publish.descriptor import Facts, csv_descriptor, parquet_descriptor
from newsledger.publish.difference import Difference, difference
from newsledger.publish.documents import SUMS, checksums, documents
from newsledger.publish.extras.archive import write_archive
from newsledger.publish.extras.companions import write_companions
from newsledger.publish.gates import check_gates, pass_gates
from newsledger.publish.index import (
    DESCRIPTOR,
    as_json,
    entry,
    read_index,
    taken,
    with_entry,
    write_index,
)
from newsledger.publish.load import load_release, release_facts
from newsledger.publish.page.releases import write_releases_page
from newsledger.publish.page.write import write_page
from newsledger.publish.place import held_root, mend, new_aside
from newsledger.publish.recipe import Recipe
from newsledger.publish.root import check_free, check_root, previous_release
from newsledger.publish.tables import release_tables
from newsledger.publish.version import checked_class, checked_version, next_version
from newsledger.publish.write import csv_path, parquet_path, write_csv, write_parquet
from newsledger.validation.checks import run_checks
from newsledger.validation.findings import Finding, Findings
from newsledger.validation.package import check_package
from newsledger.validation.refused import PackageRefused, TablesRefused
from newsledger.validation.rows import check_references, check_table
from newsledger.validation.sameness import content_hash, joint_hash

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did: the release and its folder, or that nothing changed.

    `state` is `published`; `unchanged` where the last release has the same content, so that nothing was
    written; or `copied` where that release lies in another root and was put into this one as it is.
    """

    version: str
    folder: Path
    counts: Mapping[str, int]
    change_class: str
    state: str
    difference: Difference
    gates: Mapping[str, str]
    warnings: tuple[Finding, ...] = ()

    @property
    def nothing_changed(self) -> bool:
        """Return whether the content is that of the last release."""
        return self.state != "published"


def release_date(recipe: Recipe, articles: pl.DataFrame, previous: Path | None = None) -> date:
    """Return the date of the next release: the recipe's, else the latest `published`, never before the last
    release's.

    Raises RowsInvalid if there is neither a date in the recipe nor an article.
    """
    day = recipe.release_date
    if day is None:
        newest = articles["published"].max() if articles.height else None
        if not isinstance(newest, date):
            raise RowsInvalid(
                "no article gives a release date", field="release_date", expected="a date in the recipe"
            )
        day = newest
    last = None if previous is None else release_facts(previous).day
    return day if last is None or last < day else last


def upcoming_version(root: Path, recipe: Recipe, day: date, version: str | None = None) -> str:
    """Return the version of the next release on `day`, or `version` if it may be the next one.

    Versions of `root` and, where it has none, of the dataset's own releases are taken. Raises as
    `checked_version`.
    """
    known = taken(root) or taken(recipe.releases)
    return next_version(day, known) if version is None else checked_version(version, known)


def publish_release(
    frames: Mapping[str, pl.DataFrame],
    recipe: Recipe,
    *,
    root: Path,
    version: str | None = None,
    date: date | None = None,
    change_class: str | None = None,
    allow: Mapping[str, str] | None = None,
    provenance: Mapping[str, Any] | None = None,
    texts: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Published:
    """Publish the tables of a dataset as a release under `root`, the folder of releases, and return what was
    done.

    `frames` are those of `tables.release_tables`; their first_release, last_changed_release, timestamp and
    changes were made for `version` and `date` (see `upcoming_version`, `release_date`). `change_class`
    declares a class at least as grave as the computed one, `allow` maps gates to reasons, `provenance` is
    recorded as it is (coder, gazetteer with hash …); `texts` are those of articles by id, of which the page
    may quote where the recipe says so; `progress` is called with what is done and how far it is.

    Raises RowsInvalid or PackageInvalid (their `findings` say all, see validation.refused) or GateHeld where
    something does not hold, ReleaseDamaged if the release before is not what was published, ReleaseExists or
    UsageError for a version, class or folder that cannot be; then nothing is left behind.
    """
    contract = load_contract(recipe.schema)
    check_root(root, recipe)
    with held_root(root):
        mend(root, recipe.name)
        previous = previous_release(root, recipe)
        day = date or release_date(recipe, frames["articles"], previous)
        building = _Building(contract, recipe, root, progress or _silent, texts or {})
        tables = building.tables(frames)
        old, found = building.compared(tables, previous)
        if previous is not None and found.same:
            return building.unchanged(previous, found)
        wanted = upcoming_version(root, recipe, day, version)
        check_free(root, wanted)
        if old is not None:
            _refuse(Findings(list(check_accounted(old, tables, wanted))), TablesRefused)
        gates = pass_gates(check_gates(old, tables, found, recipe, contract), allow or {})
        del old  # a whole release, which nobody needs while the next one is written and read back
        hashes = {name: content_hash(frame, contract.tables[name]) for name, frame in tables.items()}
        facts = Facts(
            version=wanted,
            day=day,
            change_class=checked_class(change_class, found.change_class),
            previous=None if previous is None else release_facts(previous).version,
            schema=contract.version,
            content_hash=joint_hash(hashes),
            table_hashes=hashes,
            counts={name: frame.height for name, frame in tables.items()},
            gates=gates,
            provenance=provenance or {},
        )
        return building.written(tables, found, facts)


def _silent(what: str, done: int, total: int) -> None:
    """Tell nobody."""


class _Building:
    """A release while it is being built."""

    def __init__(
        self,
        contract: Contract,
        recipe: Recipe,
        root: Path,
        progress: Progress,
        texts: Mapping[str, str],
    ) -> None:
        self.contract = contract
        self.recipe = recipe
        self.root = root
        self.tell = progress
        self.texts = texts
        self.warnings: list[Finding] = []

    def tables(self, frames: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
        """Return the release's tables, every one of which keeps the contract and the checks; RowsInvalid if
        not.
        """
        self.tell("tables", 0, 1)
        tables = release_tables(frames, self.contract)
        files = {name: csv_path(name) for name in tables}
        findings = Findings()
        for number, (name, frame) in enumerate(tables.items()):
            self.tell(f"rows of {name}", number, len(tables))
            findings.extend(check_table(frame, self.contract.tables[name], self.contract, file=files[name]))
        findings.extend(check_references(tables, self.contract, files))
        if findings.ok:
            self.tell("checks", 0, 1)
            findings.extend(run_checks(tables, self.contract, files))
        _refuse(findings, TablesRefused)
        self.warnings = findings.warnings
        return tables

    def compared(
        self, tables: Mapping[str, pl.DataFrame], previous: Path | None
    ) -> tuple[dict[str, pl.DataFrame] | None, Difference]:
        """Return the tables of the release before and the difference."""
        if previous is None:
            return None, difference(None, tables, self.contract)
        self.tell("difference", 0, 1)
        facts = release_facts(previous)
        old = load_release(previous)
        return old, difference(old, tables, self.contract, load_contract(facts.schema))

    def unchanged(self, previous: Path, found: Difference) -> Published:
        """Return that nothing changed; a release of another root is copied into this one, byte for byte."""
        facts = release_facts(previous)
        folder = self.root / facts.version
        state = "unchanged"
        if previous.parent.resolve() != self.root.resolve():
            state = "copied"
            check_free(self.root, facts.version)
            with new_aside(self.root, facts.version) as aside:
                shutil.copytree(previous, aside, dirs_exist_ok=True)
                _refuse(check_package(aside, progress=self.tell), PackageRefused)
                self._into_place(aside, facts.version)
        return Published(
            facts.version,
            folder,
            facts.counts,
            facts.change_class,
            state,
            found,
            facts.gates,
            tuple(self.warnings),
        )

    def written(self, tables: Mapping[str, pl.DataFrame], found: Difference, facts: Facts) -> Published:
        """Write the release aside, prove it, and rename it into place."""
        with new_aside(self.root, facts.version) as aside:
            self._write_tables(tables, aside)
            self._write_documents(tables, found, facts, aside)
            self.tell("package", 0, 1)
            findings = check_package(aside, progress=self.tell)
            _refuse(findings, PackageRefused)
            self._into_place(aside, facts.version)
        return Published(
            version=facts.version,
            folder=self.root / facts.version,
            counts=facts.counts,
            change_class=facts.change_class,
            state="published",
            difference=found,
            gates=facts.gates,
            warnings=tuple(self.warnings),
        )

    def _write_tables(self, tables: Mapping[str, pl.DataFrame], aside: Path) -> None:
        """Write CSV and Parquet. `check_package` reads both back and holds their content against the hashes that
        were taken of the tables.
        """
        for number, (name, frame) in enumerate(tables.items()):
            self.tell(f"writing {name}", number, len(tables))
            write_csv(frame, self.contract.tables[name], aside / csv_path(name))
            write_parquet(frame, aside / parquet_path(name))

    def _write_documents(
        self, tables: Mapping[str, pl.DataFrame], found: Difference, facts: Facts, aside: Path
    ) -> None:
        sources = tables["sources"]["name"].to_list()
        texts = documents(self.recipe, facts, tables, found, self.contract)
        root = csv_descriptor(self.recipe, facts, self.contract, aside, sources)
        parquet = parquet_descriptor(self.recipe, facts, self.contract, aside, sources)
        texts[DESCRIPTOR] = as_json(root)
        texts[f"parquet/{DESCRIPTOR}"] = as_json(parquet)
        for name, text in texts.items():
            (aside / name).write_text(text, encoding="utf-8", newline="\n")
        self.tell("companions", 0, 1)
        write_companions(self.recipe, facts, tables, self.contract, aside)
        self.tell("page", 0, 1)
        write_page(aside, self.recipe, facts, tables, found, self.contract, self.texts)
        (aside / SUMS).write_text(checksums(aside), encoding="utf-8", newline="\n")

    def _into_place(self, aside: Path, version: str) -> None:
        """Rename finished folder and archive into place, then replace page and index; each is one step.

        The folder comes first, since only it proves to be ours, and the index last: what it does not list yet is
        mended by the next run, an archive that is not there among it.
        """
        self.tell("archive", 0, 1)
        packed = aside.parent / archive_name(version)
        write_archive(aside, packed, f"{self.recipe.name}-{version}")
        new = entry(aside, packed)
        aside.rename(self.root / version)
        packed.replace(self.root / packed.name)
        index = with_entry(read_index(self.root), self.recipe.name, new)
        write_releases_page(self.root, index["releases"])
        write_index(self.root, index)


def _refuse(findings: Findings, error: type[TablesRefused] | type[PackageRefused]) -> None:
    """Raise `error` with all findings if any of them is an error."""
    if not findings.ok:
        raise error(findings)
