"""The whole way: recipe → articles → reports → events → release."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from newsledger.contract.load import load_contract
from newsledger.errors import RecipeInvalid, RowsInvalid, UsageError
from newsledger.ledger.corrections import Correction, read_corrections
from newsledger.ledger.lean import lean_evidence, lean_reports
from newsledger.ledger.ledger import Ledger, build_ledger
from newsledger.ledger.previous import PreviousRelease
from newsledger.pipeline.code import Codes, Progress, code_articles, provenance
from newsledger.pipeline.covered import covered
from newsledger.pipeline.jobs import code_in_jobs
from newsledger.pipeline.quotable import quotable
from newsledger.pipeline.stored import read_stored
from newsledger.pipeline.tables import CodedTables, articles_frame, coded_tables
from newsledger.publish.load import load_release, release_facts
from newsledger.publish.place import held_root, mend
from newsledger.publish.recipe import Recipe, load_recipe
from newsledger.publish.release import (
    Published,
    publish_release,
    release_date,
    upcoming_version,
)
from newsledger.publish.root import check_root, previous_release
from newsledger.reader import OnProblem, read_articles
from newsledger.validation.documents import check_document
from newsledger.validation.yaml_lines import read_yaml_lines


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the caller of `publish` wants apart from the recipe; each is an option of `newsledger publish`."""

    out: Path | None = None
    version: str | None = None
    day: date | None = None
    change_class: str | None = None
    allow: Mapping[str, str] | None = None
    reports: Path | None = None
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What the ledger needs to know of an article, read from the table articles."""

    id: str
    source: str
    published: date


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a release is made of: the covered reports, the articles, and what coded them."""

    tables: CodedTables
    articles: pl.DataFrame
    provenance: Mapping[str, Any]


def publish(
    dataset: Path,
    wishes: Wishes | None = None,
    *,
    progress: Progress | None = None,
    coder: Codes | None = None,
    on_problem: OnProblem | None = None,
) -> Published:
    """Publish the dataset whose recipe is at `dataset` (its folder or dataset.yaml) and return what was done.

    With `wishes.reports` the reports stored there are published and nothing is coded. `on_problem` is told what
    the reader of the articles warns of. Raises the errors of recipe, reader, coder, ledger and publisher,
    ReleaseDamaged if the release before is not what was published, OtherDataset or InTheWay if the folder of
    releases is not the dataset's; nothing is left behind then.
    """
    wishes = wishes or Wishes()
    recipe = load_recipe(dataset)
    root = wishes.out or recipe.releases
    check_root(root, recipe)
    previous_release(root, recipe)  # coding takes long; what stops the run is to be known before
    inputs = gather(
        recipe, wishes.reports, jobs=wishes.jobs, progress=progress, coder=coder, on_problem=on_problem
    )
    with held_root(root):
        mend(root, recipe.name)  # so that ids are taken from the release that a killed run had just finished
    previous = previous_release(root, recipe)
    day = wishes.day or release_date(recipe, inputs.articles, previous)
    version = upcoming_version(root, recipe, day, wishes.version)
    if progress is not None:
        progress("joining reports into events", 0, 1)
    ledger = reconciled(inputs, recipe, previous, version, day)
    _check_day(day, ledger.events, recipe, asked=wishes.day is not None)
    return publish_release(
        _frames(ledger, inputs),
        recipe,
        root=root,
        version=version,
        date=day,
        change_class=wishes.change_class,
        allow=wishes.allow,
        provenance=inputs.provenance,
        texts=quotable(recipe, inputs.articles),
        progress=progress,
    )


def _frames(ledger: Ledger, inputs: Inputs) -> dict[str, pl.DataFrame]:
    """Return the tables of a release that `publish_release` takes."""
    coded = {"evidence": inputs.tables.evidence, "uncoded": inputs.tables.uncoded}
    return {n: getattr(ledger, n) for n in LEDGER_TABLES} | coded | {"articles": inputs.articles}


def _check_day(day: date, events: pl.DataFrame, recipe: Recipe, *, asked: bool) -> None:
    """Refuse a release date before an event, of `--date` if it was `asked` for, else of the recipe."""
    last = events["event_date"].max()
    if not isinstance(last, date) or last <= day or not (asked or recipe.release_date):
        return
    message, expected = "is before the last event", f"{last} or later"
    if asked:
        raise UsageError(message, field="--date", value=day, expected=expected)
    key = "release_date"
    line = read_yaml_lines(recipe.file)[1].get((key,))
    raise RecipeInvalid(message, file=recipe.file, line=line, field=key, value=day, expected=expected)


LEDGER_TABLES = ("events", "event_actors", "event_sources", "reports", "changes", "deletions")


def gather(
    recipe: Recipe,
    stored: Path | None = None,
    *,
    jobs: int = 1,
    progress: Progress | None = None,
    coder: Codes | None = None,
    on_problem: OnProblem | None = None,
) -> Inputs:
    """Return the reports of a dataset, coded from its articles in `jobs` processes or read from `stored`, and its
    articles.

    The articles are those of `stored` where it has them, as a release does, else those of the recipe. Raises
    RowsInvalid if a stored report is about an article that is not there.
    """
    contract = load_contract(recipe.schema)
    if stored is None:
        articles = read_articles(recipe.articles, on_problem=on_problem)
        if coder is None:
            scope, countries = recipe.scope, recipe.countries
            coded = code_in_jobs(articles, jobs, scope=scope, countries=countries, progress=progress)
        else:
            coded = code_articles(articles, coder, progress)
        tables = coded_tables(coded, contract)
        return Inputs(covered(tables, recipe), articles_frame(articles), provenance())
    found = read_stored(stored, contract)
    frame = found.articles
    if frame is None:
        frame = articles_frame(read_articles(recipe.articles, on_problem=on_problem))
    _check_articles(found.tables, frame, stored)
    return Inputs(covered(found.tables, recipe), frame, found.provenance)


def _check_articles(tables: CodedTables, articles: pl.DataFrame, stored: Path) -> None:
    for name in ("reports", "uncoded"):
        strange = getattr(tables, name).join(articles, on="article_id", how="anti")["article_id"]
        if len(strange):
            raise RowsInvalid(
                f"{name} tell of an article that the dataset does not have",
                file=stored,
                field="article_id",
                value=strange[0],
                expected="an article of the recipe",
            )


def reconciled(inputs: Inputs, recipe: Recipe, previous: Path | None, version: str, day: date) -> Ledger:
    """Return the events that the reports tell of, after the recipe's corrections and with the ids of
    `previous`.
    """
    rows = inputs.articles.select("article_id", "source", "published").iter_rows()
    return build_ledger(
        lean_reports(inputs.tables.reports),
        lean_evidence(inputs.tables.evidence),
        [ArticleRow(*row) for row in rows],
        table=inputs.tables.reports,
        told=False,
        previous=_previous(previous),
        corrections=corrections_of(recipe),
        release=version,
        release_date=day,
        scope=recipe.scope,
    )


def _previous(folder: Path | None) -> PreviousRelease | None:
    if folder is None:
        return None
    tables = load_release(folder)
    return PreviousRelease(
        version=release_facts(folder).version,
        events=tables["events"],
        reports=tables["reports"],
        changes=tables["changes"],
        deletions=tables["deletions"],
    )


def corrections_of(recipe: Recipe) -> tuple[Correction, ...]:
    """Return the corrections of a dataset; RecipeInvalid with the line where the file breaks its schema."""
    if recipe.corrections is None:
        return ()
    document, findings = check_document(recipe.corrections, "corrections", recipe.schema)
    for finding in findings:
        raise RecipeInvalid(
            finding.message, file=recipe.corrections, line=finding.line, field=finding.column or None
        )
    _, lines = read_yaml_lines(recipe.corrections)
    return read_corrections(document, str(recipe.corrections), lines)
