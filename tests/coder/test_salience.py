"""Which event of a story comes first?"""

import pytest
from tests.coder.told import Code

BOMB = "A bomb killed two soldiers near Gao on Monday."
RAID = "Gunmen kidnapped six nurses in Kaduna on Tuesday."
ORDERS = [
    ("the lead comes first", f"{BOMB} {RAID}", "", ["Gao", "Kaduna"]),
    ("the lead comes first, whatever the day", f"{RAID} {BOMB}", "", ["Kaduna", "Gao"]),
    (
        "what happened months before comes after the news",
        "The rebels killed nine soldiers near Gao on 3 January. The village mourned. It rained. The mayor came. "
        + RAID,
        "",
        ["Gao", "Kaduna"],
    ),
    (
        "an older event below the lead comes last",
        "It rained. The mayor came. The village mourned. On 3 June rebels killed nine soldiers near Gao. "
        + RAID,
        "",
        ["Kaduna", "Gao"],
    ),
    (
        "the event of the headline comes before one that only the text tells",
        "It rained. The mayor came. The village mourned. " + BOMB + " " + RAID,
        "Gunmen kidnap six nurses in Kaduna",
        ["Kaduna", "Gao"],
    ),
]


@pytest.mark.parametrize(("text", "title", "places"), [o[1:] for o in ORDERS], ids=[o[0] for o in ORDERS])
def test_order(code: Code, text: str, title: str, places: list[str]) -> None:
    coded = code(text, title=title)
    assert [r.location for r in coded.reports] == places
    assert [r.report_id for r in coded.reports] == ["a:1-1", "a:2-1"]


def test_nothing_has_no_order(code: Code) -> None:
    assert code("It rained.").reports == []
