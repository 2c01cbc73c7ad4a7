"""Do the terse notes of analysts give the row that they tell?"""

import pytest
from tests.coder.told import Code

ROWS = [
    # who stands behind "by" where a participle has no auxiliary
    (
        "May 3: a 19-yr-old girl gang-raped by army soldiers in Goma, Congo.",
        "actor1",
        "Military Forces of the Dem",
    ),
    ("May 3: a herder shot and injured by army soldiers in Gao, Mali.", "actor1", "Military Forces of Mali"),
    ("The port of Marib was hit by at least four Houthi rockets on Monday.", "actor1", "Houthi Movement"),
    # "them" are as many as were told of before
    ("Gunmen abducted four villagers in Katsina on Monday and killed them.", "fatalities", "4"),
    ("Residents of Kano caught two suspected robbers on Monday and lynched them.", "fatalities", "2"),
    # a place in a unit of another country is another place
    ("Rebels killed five soldiers in Iriba village, in West Darfur, on Monday.", "country", "Sudan"),
    ("A bomb killed two in Eastleigh, a poor suburb of Nairobi, on Monday.", "country", "Kenya"),
    ("A leader of the farmers' union (ASTRACAN) was shot dead in Pasto on Monday.", "country", "Colombia"),
    # one place, told by those around it
    ("Settlers burned a barn in Urif village, south of Nablus, on Monday.", "rows", "1"),
    ("Gunmen killed five men in a hamlet between Katsina and Funtua on Monday.", "rows", "1"),
    (
        "Five gunmen — two of them masked — shot a trader dead in Kano on Monday.",
        "actor1",
        "Unidentified Armed Group",
    ),
    (
        "Six officers—two in plain clothes—beat a reporter in Lagos on Monday.",
        "actor1",
        "Police Forces of Nigeria",
    ),
    # a day and the kilometres behind it
    ("A drone strike on 6 June 20 km north of Sabha killed four men.", "event_date", "2024-06-06"),
    # nobody but bands without a name
    ("Armed groups clashed in Sirte on Monday.", "actor2", "Unidentified Armed Group (Libya)"),
    # whom an attack on a force also hurt is one row with it
    ("Five traders were hurt when gunmen attacked an army patrol in Mosul on Monday.", "rows", "1"),
    ("Five traders were hurt when a suicide bomber hit an army patrol in Mosul on Monday.", "rows", "1"),
    (
        "A soldier was killed by gunmen in the Dora district of southern Baghdad on Monday.",
        "country",
        "Iraq",
    ),
    (
        "The leader of the peasant association of Pasto was shot dead on Monday.",
        "actor2",
        "Civilians (Colombia)",
    ),
]


@pytest.mark.parametrize(("text", "field", "want"), ROWS)
def test_a_note_gives_its_row(text: str, field: str, want: str, code: Code) -> None:
    reports = code(text).reports
    got = str(len(reports)) if field == "rows" else str(getattr(reports[0], field))
    assert got.startswith(want)
