"""Words of every day count as actions only in the company of conflict."""

import pytest
from tests.coder.told import article

from newsledger.coder.engine import Coder

ALONE = [
    "The storm hit the coast near Beira on Monday.",
    "The spill was seen in the 2900 block of Mill Road in Gainesville.",
    "The bill was blocked in parliament in Nairobi on Monday.",
    "A truck struck a bridge in Leeds on Monday.",
    "He guessed that it weighed about 50 pounds in Ohio.",
    "The fever slaughtered cattle near Lusaka on Monday.",
    "Voters turned out early in Columbus on Tuesday.",
]
TOGETHER = [
    ("Rebels hit the army base near Beira on Monday.", "Armed clash"),
    ("Protesters blocked the highway near Nairobi on Monday.", "Peaceful protest"),
    ("Gunmen struck a village near Gao on Monday, killing four farmers.", "Attack"),
    ("Hundreds of miners marched in Oruro on Monday to demand better pay.", "Peaceful protest"),
]


@pytest.mark.parametrize("text", ALONE)
def test_alone_they_tell_nothing(coders: dict[str, Coder], text: str) -> None:
    assert coders["political"].code(article(text)).reports == []


@pytest.mark.parametrize(("text", "sub_event_type"), TOGETHER)
def test_in_company_they_tell_an_event(coders: dict[str, Coder], text: str, sub_event_type: str) -> None:
    found = coders["political"].code(article(text)).reports
    assert [r.sub_event_type for r in found[:1]] == [sub_event_type]


def test_what_is_weeded_is_accounted_for(coders: dict[str, Coder]) -> None:
    coded = coders["political"].code(article("A truck struck a bridge in Leeds on Monday."))
    assert [(u.trigger, u.reason) for u in coded.uncoded] == [("struck", "out-of-scope")]
