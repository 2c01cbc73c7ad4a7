"""Capitals that are told by the word: whose, and when the word means something else."""

from collections.abc import Callable

import pytest

from newsledger.coder.where.context import PlaceContext

Contexts = Callable[..., PlaceContext]


def told(found: PlaceContext, sentence: int = 0) -> list[str]:
    """Return the capitals that a sentence tells by the word."""
    return [
        m.name
        for m in found.mentions[sentence]
        if found.sentences[sentence].words.norm[m.last - 1] == "capital"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded in the Ukrainian capital on Monday.",
        "A bomb exploded in Ukraine's capital on Monday.",
        "A bomb exploded in Ukraine's besieged capital on Monday.",
        "A bomb exploded in the capital of Ukraine on Monday.",
        "A bomb exploded in the capital on Monday, the Ukrainian police said.",
    ],
)
def test_the_capital_of_the_country_named(context: Contexts, text: str) -> None:
    found = context(text)
    assert told(found) == ["Kyiv"]
    mention = next(m for m in found.mentions[0] if m.name == "Kyiv")
    place = found.resolve(mention)
    assert mention.cue == "at"
    assert place is not None
    assert (place.location, place.country, place.geo_precision) == ("Kyiv", "Ukraine", 1)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded in the Ukrainian capital, Kyiv, on Monday.",
        "A bomb exploded in Kyiv, the Ukrainian capital, on Monday.",
        "He faces capital punishment in Ukraine.",
        "Money left the Ukrainian capital market on Monday.",
        "A bomb exploded in the capital on Monday.",
        "A bomb exploded in the provincial capital, Ukrainian officials said.",
        "A bomb exploded in Lviv, the provincial capital of the Ukrainian west.",
    ],
)
def test_the_word_is_none_where_the_town_is_named_or_money_meant(context: Contexts, text: str) -> None:
    assert told(context(text)) == []


def test_the_capital_of_the_article(context: Contexts) -> None:
    found = context("Ukrainian officials spoke of an attack.", "Two people died in the capital.")
    assert told(found, 1) == ["Kyiv"]
