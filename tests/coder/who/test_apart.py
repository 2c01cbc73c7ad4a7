"""Are a people, a militia that only the text names, and a country's own army told from others of their kind?"""

import pytest
from tests.coder.told import Code

ROWS = [
    (
        "Luo militiamen clashed with Ongata militiamen near Migori, Kenya, on Monday.",
        "Ongata Ethnic Militia (Kenya)",
    ),
    (
        "Ongata militiamen clashed with Wambe militiamen near Migori, Kenya, on Monday.",
        "Wambe Militia (Kenya)",
    ),
    (
        "Guji gunmen clashed with Gedeo gunmen near Dilla, Ethiopia, on Monday.",
        "Gedeo Ethnic Militia (Ethiopia)",
    ),
]


@pytest.mark.parametrize(("text", "foe"), ROWS)
def test_peoples_fight_peoples(code: Code, text: str, foe: str) -> None:
    assert [r.actor2 for r in code(text).reports] == [foe]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "Ugandan National Defence Forces retook Kasese from ADF fighters on Monday.",
            "Military Forces of Uganda (1986-)",
        ),
        (
            "National Defence Forces fighters clashed with rebels near Palmyra, Syria, on Monday.",
            "NDF: National Defense Forces (Syria)",
        ),
    ],
)
def test_an_army_called_like_a_militia_abroad_is_the_countrys_own(code: Code, text: str, actor: str) -> None:
    assert code(text).reports[0].actor1 == actor
