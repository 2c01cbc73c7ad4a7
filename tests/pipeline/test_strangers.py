"""Are the names found that act in articles and that no lexicon knows?"""

from datetime import date

import pytest

from newsledger.coder.engine import Coder
from newsledger.contract.records import Article
from newsledger.pipeline.strangers import strangers


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder.load()


def article(text: str) -> Article:
    return Article("a", text, date(2024, 5, 16), "Gazette", language="en")


def test_an_unknown_group_is_counted_and_places_days_and_known_actors_are_not(coder: Coder) -> None:
    text = (
        "On Tuesday fighters of the Zorvak Liberation Column attacked soldiers near Gao in Mali. "
        "The Malian army said the Zorvak Liberation Column killed four soldiers in Gao and Kidal."
    )
    assert strangers([article(text)], coder) == [("Zorvak Liberation Column", 2)]


def test_names_in_sentences_without_a_trigger_do_not_count(coder: Coder) -> None:
    assert (
        strangers([article("The opera house thanked Zorvak Melindor for the lovely evening.")], coder) == []
    )
