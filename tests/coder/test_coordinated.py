"""Two coordinated statements with an act and a place each are read as two; one statement stays one."""

import pytest
from tests.coder.told import article

from newsledger.coder.engine import Coder

TWO = [
    "Gunmen shot dead two clerks in Gao on Monday and a roadside bomb wounded three soldiers in Bamako.",
    "Rebels shelled a post near Kidal, while soldiers arrested six students in Bamako on Monday.",
    "Rebels shelled Kidal on Monday, killing a nurse; gunmen abducted two traders near Gao.",
]
ONE = [
    "Gunmen shot dead two clerks in Gao on Monday, and three people were killed.",
    "Gunmen shot dead two clerks in Gao and wounded a third in Bamako on Monday.",
    "Three men were killed and a nurse hurt in Gao when soldiers raided a shop in Bamako on Monday.",
    'The mayor said: "Gunmen shot two men in Gao, and soldiers shot another in Bamako."',
    "Police deny that gunmen shot two clerks in Gao, and that soldiers shot another in Bamako.",
]


@pytest.mark.parametrize("text", TWO)
def test_two_statements_are_two_sentences(coders: dict[str, Coder], text: str) -> None:
    reading, _ = coders["political"].understand(article(text))
    first, second = reading.story.sentences
    assert not first.goes_on
    assert second.goes_on
    assert text[first.start : first.end] + text[first.end : second.start] + text[second.start :] == text


@pytest.mark.parametrize("text", ONE)
def test_one_statement_stays_one(coders: dict[str, Coder], text: str) -> None:
    reading, _ = coders["political"].understand(article(text))
    assert not any(s.goes_on for s in reading.story.sentences)


def test_each_statement_has_its_own_row(coders: dict[str, Coder]) -> None:
    rows = [
        (r.sub_event_type, r.location, r.fatalities, r.injuries)
        for r in coders["political"].code(article(TWO[0])).reports
    ]
    assert rows == [("Attack", "Gao", 2, None), ("Remote explosive/landmine/IED", "Bamako", 0, 3)]


def test_the_day_that_ends_the_second_is_that_of_the_first(coders: dict[str, Coder]) -> None:
    days = {str(r.event_date) for r in coders["political"].code(article(TWO[1])).reports}
    assert days == {"2024-06-10"}
