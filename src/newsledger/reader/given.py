"""Which articles are given in memory? The same door as for files, for records that a program holds."""

from collections.abc import Iterable, Mapping
from typing import Any

from newsledger.contract.documents import document_schema
from newsledger.contract.records import Article
from newsledger.errors import ArticleInvalid, NoArticles
from newsledger.reader.door import Door
from newsledger.reader.found import Raw

NAME = "records"


def articles_given(records: Iterable[Mapping[str, Any]]) -> list[Article]:
    """Return the articles of records with the keys of article.schema.json; a None is absent.

    Raises ArticleInvalid or ArticleUnreadable, with the record's number, where one breaks its schema or an id
    stands twice, NoArticles if there is none.
    """
    door = Door(document_schema("article"))
    found: dict[str, Article] = {}
    for number, record in enumerate(records, start=1):
        values = {key: value for key, value in record.items() if value is not None}
        article = door.article(Raw(values, NAME, number))
        if article.id in found:
            raise ArticleInvalid(
                "stands a second time",
                file=NAME,
                line=number,
                field="id",
                value=article.id,
                expected="its own id",
            )
        found[article.id] = article
    if not found:
        raise NoArticles("there is no record")
    return list(found.values())
