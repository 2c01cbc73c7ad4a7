"""All places of articles, and the candidates of one name."""

from datetime import date

import pytest

from newsledger.coder.page import PageReader
from newsledger.coder.places.gazetteer import Gazetteer
from newsledger.coder.spans import Entry
from newsledger.coder.trie import Trie
from newsledger.coder.where.listing import candidates, places_of_articles
from newsledger.contract.records import Article


@pytest.fixture(scope="module")
def trie() -> Trie:
    found = Trie()
    found.add(("armenia",), Entry("country", "Armenia", "word", frozenset({"name"})))
    return found


def test_every_place_of_the_text(gazetteer: Gazetteer, trie: Trie) -> None:
    text = "Shells fell in Goris, Armenia.\n\nMr Lincoln went home to Kapan."
    article = Article("a1", text, date(2022, 9, 13), "Somebody")
    rows = list(places_of_articles([article], gazetteer, trie, PageReader.load()))
    assert [(text[r.start : r.end], r.name, r.country) for r in rows] == [
        ("Goris", "Goris", "Armenia"),
        ("Armenia", "Armenia", "Armenia"),
        ("Kapan", "Kapan", "Armenia"),
    ]
    assert (rows[0].latitude, rows[0].longitude) == (39.51, 46.34)


def test_candidates_say_why(gazetteer: Gazetteer) -> None:
    found = candidates("Paris", None, gazetteer)
    assert [(c.rank, c.place.country) for c in found] == [(1, "France"), (2, "United States")]
    assert "2138551 people" in found[0].reason
    assert [c.place.country for c in candidates("Paris", "United States", gazetteer)] == ["United States"]
    assert candidates("Nowhere", None, gazetteer) == []


def test_a_quarter_falls_back_to_its_city(gazetteer: Gazetteer) -> None:
    assert [c.place.name for c in candidates("Kapan - Baghaburj", None, gazetteer)] == ["Kapan"]


def test_units_are_listed_at_their_middle_and_continents_at_theirs(gazetteer: Gazetteer, trie: Trie) -> None:
    text = "It rained in Georgia, Texas and the Middle East, said the Old Kapan Club of Kapan."
    article = Article("a1", text, date(2022, 9, 13), "Somebody")
    rows = {
        text[r.start : r.end]: r for r in places_of_articles([article], gazetteer, trie, PageReader.load())
    }
    assert (rows["Texas"].latitude, rows["Texas"].longitude) == (31.5, -99.4)
    assert (rows["Middle East"].country, rows["Middle East"].latitude) == ("", 29.0)
    assert [text[r.start : r.end] for r in places_of_articles([article], gazetteer, trie)].count("Kapan") == 2


def test_a_town_larger_than_a_province_of_its_name_is_meant() -> None:
    with Gazetteer.open() as shipped:
        assert candidates("Gaza", None, shipped)[0].place.country == "Palestine"
        assert candidates("Tripoli", "Lebanon", shipped)[0].place.admin1 == "North Lebanon"
