"""Who acts together, and who is only named beside?"""

import pytest
from tests.coder.told import Code

ROWS = [
    ("FACA soldiers and Wagner mercenaries looted shops in Bouar on Monday.", "actor2", "Civilians"),
    (
        "FACA soldiers and Wagner mercenaries looted shops in Bouar on Monday.",
        "assoc_actor_1",
        "Wagner Group",
    ),
    ("Malian and Russian soldiers arrested 40 herders in Gao on Monday.", "actor2", "Civilians (Mali)"),
    (
        "Youths pelted police with petrol bombs in Derry on Monday at a rally against the Northern Ireland Bill.",
        "actor2",
        "Police Forces of the United Kingdom",
    ),
    ("A mass grave was found near Prijedor on Monday.", "actor1", "Civilians (Bosnia and Herzegovina)"),
    (
        "Soldiers arrested nine Palestinians, including a Hamas lawmaker, in Hebron on Monday.",
        "actor2",
        "Civilians",
    ),
    (
        "Fighters linked to JAD carried out a suicide bombing at a church in Manado on Monday.",
        "actor1",
        "JAD",
    ),
]


@pytest.mark.parametrize(("text", "field", "want"), ROWS)
def test_sides(code: Code, text: str, field: str, want: str) -> None:
    assert str(getattr(code(text).reports[0], field)).startswith(want)


def test_talks_that_were_held_have_two_parties(code: Code) -> None:
    (report,) = code(
        "Talks were held in Doha on Monday between the government of Chad and FACT rebels."
    ).reports
    assert report.actor2 == "FACT: Front for Change and Concord in Chad"
