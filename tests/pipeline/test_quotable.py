"""Texts may be quoted only where the recipe says so, and only the texts that were coded."""

from dataclasses import replace

import polars as pl

from newsledger.pipeline.quotable import quotable
from newsledger.pipeline.tables import articles_frame
from newsledger.publish.recipe import load_recipe
from newsledger.reader import read_articles
from tests.conftest import REPOSITORY

RECIPE = load_recipe(REPOSITORY / "datasets" / "south-caucasus")


def test_a_recipe_without_quotes_gives_no_text() -> None:
    articles = articles_frame(read_articles(RECIPE.articles))
    assert quotable(replace(RECIPE, quotes=False), articles) == {}


def test_a_text_that_is_not_the_coded_one_is_not_quoted() -> None:
    articles = articles_frame(read_articles(RECIPE.articles))
    texts = quotable(replace(RECIPE, quotes=True), articles)
    assert sorted(texts) == sorted(articles["article_id"].to_list())
    first = articles["article_id"][0]
    other = articles.with_columns(
        sha256=pl.when(pl.col("article_id") == first).then(pl.lit("0" * 64)).otherwise(pl.col("sha256"))
    )
    assert sorted(quotable(replace(RECIPE, quotes=True), other)) == sorted(set(texts) - {first})
