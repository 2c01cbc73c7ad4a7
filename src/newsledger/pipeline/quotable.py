"""Which texts may a release quote? Those of the recipe's articles, where the recipe says so."""

import polars as pl

from newsledger.contract.digest import text_sha256
from newsledger.errors import NewsledgerError
from newsledger.publish.recipe import Recipe
from newsledger.reader import read_articles


def quotable(recipe: Recipe, articles: pl.DataFrame) -> dict[str, str]:
    """Return the texts of `articles`, the table, by article id; none where the recipe has `quotes: false`.

    A text counts only if its checksum is the one in the table: offsets into another text would quote the wrong
    words. Raises as `read_articles`.
    """
    if not recipe.quotes:
        return {}
    known = dict(articles.select("article_id", "sha256").iter_rows())
    texts = {a.id: a.text for a in read_articles(recipe.articles, on_problem=_told_before)}
    return {key: text for key, text in texts.items() if known.get(key) == text_sha256(text)}


def _told_before(problem: NewsledgerError) -> None:
    """Say nothing: what the reader warns of was told when the articles were read to be coded."""
