"""What do the articles of these files report? Coded in one process or in several: the same rows in the same order."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from newsledger.contract.records import Article, Coded
from newsledger.errors import NewsledgerError, SystemRefused
from newsledger.pipeline.code import Codes, Progress, code_articles, load_coder

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

SHARE = 8
"""Articles handed to a process at a time: few, so that none waits long for the last; one by one would cost more."""


def code_paths(
    paths: Sequence[Path],
    *,
    scope: str = "political",
    keep_going: bool = False,
    on_problem: Callable[[NewsledgerError], None] | None = None,
    progress: Progress | None = None,
    jobs: int = 1,
) -> list[Coded]:
    """Read articles and code them: what `newsledger code` does.

    All articles are read before the first is coded, so that a bad record stops the run before any work is
    done. Raises as `reader.iter_articles` and `code_in_jobs`.
    """
    from newsledger.reader import read_articles

    articles = read_articles(paths, keep_going=keep_going, on_problem=on_problem)
    return list(code_in_jobs(articles, jobs, scope=scope, progress=progress))


def code_in_jobs(
    articles: Sequence[Article],
    jobs: int,
    *,
    scope: str = "political",
    countries: tuple[str, ...] = (),
    progress: Progress | None = None,
) -> Iterator[Coded]:
    """Yield what a coder says of each article, in their order, `jobs` processes sharing the work.

    An article is coded from itself alone, so that the rows are those of one process. Where there is no more than one
    share, this process does all, as another would take longer to start. Raises as `load_coder`, and SystemRefused if
    a process was ended from outside.
    """
    jobs = min(jobs, -(-len(articles) // SHARE))
    if jobs <= 1:
        yield from code_articles(articles, load_coder(scope, countries), progress)
        return
    from concurrent.futures.process import BrokenProcessPool

    pool = _pool(jobs)
    try:
        parts = (articles[i : i + SHARE] for i in range(0, len(articles), SHARE))
        shares = [pool.submit(_code_share, scope, countries, part) for part in parts]
        for done, (article, coded) in enumerate(zip(articles, _results(shares), strict=True), start=1):
            coded.article = article  # what came back is a copy of its text
            yield coded
            if progress is not None:
                progress("coding", done, len(articles))
    except BrokenProcessPool:
        raise SystemRefused(
            "a process that codes was ended from outside", field="--jobs", value=jobs
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(jobs: int) -> "ProcessPoolExecutor":
    """Return processes of their own start, as a copy of this one would share its open gazetteer; an interrupt is for
    this one alone.
    """
    import multiprocessing
    import signal
    from concurrent.futures import ProcessPoolExecutor

    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, spawn, signal.signal, (signal.SIGINT, signal.SIG_IGN))


def _results(shares: Sequence["Future[list[Coded]]"]) -> Iterator[Coded]:
    for share in shares:
        yield from share.result()


def _code_share(scope: str, countries: tuple[str, ...], articles: Sequence[Article]) -> list[Coded]:
    return list(code_articles(articles, _coder_of(scope, countries)))


@cache
def _coder_of(scope: str, countries: tuple[str, ...]) -> Codes:
    """Return the coder of a process that codes share after share."""
    return load_coder(scope, countries)
