"""Why does this row say what it says, and why did these sentences give none?"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from newsledger.contract.digest import text_sha256
from newsledger.contract.records import Article, Coded, Evidence, Report
from newsledger.errors import UsageError
from newsledger.ledger.facts import read_facts
from newsledger.ledger.reconcile import Link, reconcile
from newsledger.pipeline.publish import ArticleRow
from newsledger.pipeline.released import release_folder
from newsledger.pipeline.tables import records_of
from newsledger.publish.index import DESCRIPTOR
from newsledger.publish.load import load_release
from newsledger.reader import OnProblem, read_articles

if TYPE_CHECKING:
    from newsledger.coder.explain import ExplainedSentence

EVENT, REPORT, ARTICLE = "event_id_cnty", "report_id", "article_id"
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a report: where it was read, by which rule, and the words if the article is at hand."""

    field: str
    value: str
    rule: str
    part: str
    start: int
    end: int
    quote: str = ""


@dataclass(frozen=True, slots=True)
class ToldReport:
    """A report with the evidence behind each of its values."""

    row: Row
    published: date | None
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class ExplainedEvent:
    """An event: its row, its reports, on what they were joined, which near ones were left out, what
    changed.
    """

    row: Row
    reports: tuple[ToldReport, ...]
    joined: tuple[Link, ...]
    left_out: tuple[Link, ...]
    changes: tuple[Row, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExplainedArticle:
    """An article: its sentences as the coder read them, its reports, and what was not coded, with the
    reasons.
    """

    article: Article
    sentences: tuple["ExplainedSentence", ...]
    coded: Coded


@dataclass(frozen=True, slots=True)
class RecordedArticle:
    """An article whose text is not at hand: what the release says of it."""

    row: Row
    reports: tuple[ToldReport, ...]
    uncoded: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class GoneEvent:
    """An id that left the dataset: its row in deletions."""

    row: Row


Explained = ExplainedEvent | ExplainedArticle | RecordedArticle | GoneEvent


@dataclass(frozen=True, slots=True)
class Release:
    """A release with what its descriptor says of scope and countries."""

    folder: Path
    tables: Mapping[str, pl.DataFrame]
    scope: str = "political"
    countries: tuple[str, ...] = ()

    def rows(self, table: str, column: str, value: str) -> list[dict[str, Any]]:
        """Return the rows of a table in which `column` is `value`."""
        return self.tables[table].filter(pl.col(column) == value).to_dicts()


@dataclass(slots=True)
class Sources:
    """Where explanations are looked for: a release, articles with their texts, or both."""

    release: Release | None = None
    articles: Mapping[str, Article] = field(default_factory=dict)


def open_sources(
    release: Path | None, articles: Sequence[Path], on_problem: OnProblem | None = None
) -> Sources:
    """Return the release at `release` (its folder, or a releases root for the latest one) and the articles.

    `on_problem` is told what the reader warns of. Raises PathMissing if there is no release, and as the reader does.
    """
    found = {} if not articles else {a.id: a for a in read_articles(articles, on_problem=on_problem)}
    return Sources(None if release is None else open_release(release), found)


def open_release(path: Path) -> Release:
    """Return a release, of a releases root or a dataset the latest; PathMissing if there is none at `path`."""
    folder = release_folder(path)
    tables = load_release(folder)
    stated = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))["newsledger"]
    countries = stated.get("coverage", {}).get("countries", ())
    return Release(folder, tables, stated.get("scope", "political"), tuple(countries))


def explain(target: str, sources: Sources, scope: str | None = None) -> Explained:
    """Return the explanation of an event, a report or an article by its id; UsageError if nobody knows it.

    `scope` is that of the coder for articles, by default the release's.
    """
    release = sources.release
    if release is not None and (event := _event_of(target, release)):
        return explain_event(event, sources)
    if target in sources.articles:
        return explain_article(sources.articles[target], release, scope)
    if release is not None:
        if gone := release.rows("deletions", EVENT, target):
            return GoneEvent(gone[0])
        if row := release.rows("articles", ARTICLE, target):
            return _recorded(row[0], sources, release)
    where = [] if release is None else [f"in {release.folder}"]
    where += ["in the articles"] if sources.articles else []
    raise UsageError(
        f"is not {' nor '.join(where)}" if where else "nothing was given to look in",
        field="EVENT_OR_ARTICLE",
        value=target,
        expected="the id of an event, a report or an article, with --release DIR or --articles FILE",
    )


def _event_of(target: str, release: Release) -> str:
    if release.rows("events", EVENT, target):
        return target
    reports = release.rows("reports", REPORT, target)
    return str(reports[0][EVENT] or "") if reports else ""


def explain_event(event: str, sources: Sources) -> ExplainedEvent:
    """Return the explanation of an event that the release has."""
    release = sources.release
    assert release is not None
    reports = release.rows("reports", EVENT, event)
    remarks: list[str] = []
    told = tuple(_told(r, sources, release, remarks) for r in reports)
    ids = {r[REPORT] for r in reports}
    links = [k for k in _links(release) if ids & {k.first, k.second}]
    return ExplainedEvent(
        row=release.rows("events", EVENT, event)[0],
        reports=told,
        joined=tuple(k for k in links if k.joined and {k.first, k.second} <= ids),
        left_out=tuple(k for k in links if not k.joined and not {k.first, k.second} <= ids),
        changes=tuple(release.rows("changes", EVENT, event)),
        remarks=tuple(dict.fromkeys(remarks)),
    )


def _links(release: Release) -> list[Link]:
    """Compare the release's reports again: what was joined and what nearly was is no table of a release."""
    articles = [
        ArticleRow(*row)
        for row in release.tables["articles"].select(ARTICLE, "source", "published").iter_rows()
    ]
    reports = records_of(release.tables["reports"], Report)
    evidence = records_of(release.tables["evidence"], Evidence)
    return reconcile(read_facts(reports, evidence, articles), release.scope).links


def _told(row: Row, sources: Sources, release: Release, remarks: list[str]) -> ToldReport:
    recorded = release.rows("articles", ARTICLE, row[ARTICLE])
    article = sources.articles.get(row[ARTICLE])
    if article is not None and recorded and recorded[0]["sha256"] != text_sha256(article.text):
        remarks.append(
            f"The text of {article.id} is not the one that was coded, so nothing is quoted from it."
        )
        article = None
    values = [_value(e, article) for e in release.rows("evidence", REPORT, row[REPORT])]
    columns = list(row)
    values.sort(key=lambda v: (_column(v.field, columns), v.field, v.start))
    return ToldReport(row, recorded[0]["published"] if recorded else None, tuple(values))


def _column(field: str, columns: Sequence[str]) -> int:
    """Return the number of the column that a field of evidence belongs to: its own, or the one it begins
    with.
    """
    if field in columns:
        return columns.index(field)
    return max(
        (n for n, c in enumerate(columns) if field.startswith(c)), key=lambda n: len(columns[n]), default=-1
    )


def _value(e: Mapping[str, Any], article: Article | None) -> Value:
    quote = ""
    if article is not None and e["start"] >= 0:
        quote = (article.title if e["part"] == "title" else article.text)[e["start"] : e["end"]]
    return Value(e["field"], e["value"] or "", e["rule"], e["part"], e["start"], e["end"], quote)


def explain_article(
    article: Article, release: Release | None = None, scope: str | None = None
) -> ExplainedArticle:
    """Return the explanation of an article whose text is at hand, coded as the release's dataset codes it."""
    from newsledger.coder.engine import Coder
    from newsledger.coder.explain import explain as explain_sentences

    wanted = scope or (release.scope if release else "political")
    coder = Coder.load(wanted, release.countries if release else ())
    return ExplainedArticle(article, tuple(explain_sentences(coder, article)), coder.code(article))


def _recorded(row: Row, sources: Sources, release: Release) -> RecordedArticle:
    reports = release.rows("reports", ARTICLE, row[ARTICLE])
    return RecordedArticle(
        row,
        tuple(_told(r, sources, release, []) for r in reports),
        tuple(release.rows("uncoded", ARTICLE, row[ARTICLE])),
    )
