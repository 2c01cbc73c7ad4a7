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


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "A member of the opposition RENAMO was killed by police in Nampula on Monday.",
            {"Police Forces of Mozambique (1975-)", "Civilians (Mozambique)"},
        ),
        (
            "Police clashed with RENAMO fighters near Nampula on Monday.",
            {"Police Forces of Mozambique (1975-)", "RENAMO: Mozambican National Resistance"},
        ),
        (
            "Malian military police shot dead two traders in Gao on Monday.",
            {"Military Forces of Mali (2021-) Military Police", "Civilians (Mali)"},
        ),
        (
            "Bandits killed two foreign soldiers near Gao on Monday.",
            {"Unidentified Armed Group (Mali)", "Unidentified International Mission (Mali)"},
        ),
    ],
)
def test_whose_people_they_are(code: Code, text: str, actors: set[str]) -> None:
    report = code(text).reports[0]
    assert {report.actor1, report.actor2} == actors


def test_warriors_who_are_counted_dead_killed_nobody(code: Code) -> None:
    text = (
        "Jie warriors and Dodoth warriors fought near Kotido on Monday. 6 warriors killed (4 Jie, 2 Dodoth)."
    )
    assert [(r.sub_event_type, r.fatalities) for r in code(text).reports] == [("Armed clash", 6)]
