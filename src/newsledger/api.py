"""What may a program do with newsledger? Four functions; `import newsledger` gives them by their names.

They do what the commands of the same names do, and raise the same errors (`newsledger.errors`).
"""

import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl

    from newsledger.pipeline.tables import CodedTables
    from newsledger.publish.release import Published
    from newsledger.validation.findings import Findings

PathLike = str | Path


def code(
    articles: PathLike | Iterable[PathLike] | Iterable[Mapping[str, Any]], *, scope: str = "political"
) -> "CodedTables":
    """Code articles and return `reports`, `evidence` and `uncoded` as polars frames in the contract's types.

    `articles` is a file or folder, several of them, or records with the keys id, text, published (a date or
    RFC 3339 time as text) and source. `scope` is `political` or `all-violence` (coding-rules 1). Reports of
    an article come in order of salience; no reconciliation takes place.

        >>> import newsledger
        >>> newsledger.code("articles.jsonl").reports  # doctest: +SKIP

    Raises PathMissing, UsageError, ArticleInvalid, ArticleUnreadable or NoArticles where the input is not right.
    """
    from newsledger.errors import UsageError
    from newsledger.pipeline.code import code_articles, load_coder
    from newsledger.pipeline.jobs import code_paths
    from newsledger.pipeline.tables import coded_tables
    from newsledger.reader.given import articles_given

    given = [articles] if isinstance(articles, str | Path) else list(articles)
    paths = [Path(item) for item in given if isinstance(item, str | Path)]
    records = [item for item in given if isinstance(item, Mapping)]
    if len(paths) + len(records) < len(given) or (paths and records):
        raise UsageError(
            "are neither paths nor records", field="articles", expected="all paths or all records"
        )
    if paths:
        return coded_tables(code_paths(paths, scope=scope))
    return coded_tables(code_articles(articles_given(records), load_coder(scope)))


def publish(
    dataset: PathLike,
    *,
    out: PathLike | None = None,
    version: str | None = None,
    date: datetime.date | None = None,
    change_class: str | None = None,
    allow: Mapping[str, str] | None = None,
    reports: PathLike | None = None,
) -> "Published":
    """Publish a dataset (its folder or dataset.yaml) and return what was done: version, folder, difference.

    The options are those of `newsledger publish`: `out` the releases root, `allow` maps a gate to the reason
    for passing it, `reports` a folder of stored reports to publish in place of coding.

    Raises RecipeInvalid, DataInvalid with all `findings`, or GateHeld; then nothing is written.
    """
    from newsledger.pipeline.publish import Wishes
    from newsledger.pipeline.publish import publish as way

    wishes = Wishes(
        out=None if out is None else Path(out),
        version=version,
        day=date,
        change_class=change_class,
        allow=allow,
        reports=None if reports is None else Path(reports),
    )
    return way(Path(dataset), wishes)


def validate(path: PathLike, *, schema: str | None = None) -> "Findings":
    """Return what is wrong with a release, a data package, a table of events, articles or a dataset.

    `.ok` says whether there is no error; iterate for the findings. `schema` is a version of the contract.
    Raises PathMissing or UsageError where there is nothing that can be validated.
    """
    from newsledger.pipeline.validate import validate as way

    return way(Path(path), schema)


def load_release(path: PathLike) -> "dict[str, pl.DataFrame]":
    """Return the tables of a release by name (`events`, `reports`, `terms/inter` …), in the contract's types.

    `path` is a release folder; of a releases root or a dataset folder, the latest release is loaded. Dates
    are dates, counts with gaps are whole numbers, an empty cell is null.

    Raises PathMissing where there is no release, PackageInvalid where a table cannot be read.
    """
    from newsledger.pipeline.released import release_folder
    from newsledger.publish.load import load_release as way

    return way(release_folder(Path(path)))
