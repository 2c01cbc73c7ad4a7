"""Do the tables that follow from others hold what they say?"""

import polars as pl

from newsledger.publish.tables import sources_of


def test_sources_that_share_an_article_are_rows_of_their_own() -> None:
    """An article may be printed by two outlets; their joined names are no third source."""
    articles = pl.DataFrame(
        {
            "article_id": ["a-2", "a-1"],
            "source": ["Morning Paper; Evening Paper", "Evening Paper"],
            "source_scale": ["Regional", "National"],
        }
    )
    cited = pl.DataFrame({"source": ["Evening Paper", "Village Gazette"]})
    assert sources_of(articles, cited).rows() == [
        ("Evening Paper", "National"),
        ("Morning Paper", "Regional"),
        ("Village Gazette", "Other"),
    ]
