"""What old wire copy and papers abroad take for granted: kin, backers, surnames, namesakes, claims, standstills."""

import pytest
from tests.coder.told import Code

ROWS = {
    "kin of a soldier are meant, not he": (
        "Gunmen shot dead a sergeant's two brothers in Neiva, Colombia, on Monday.",
        ("Attack", "Civilians (Colombia)", "Colombia", 2),
    ),
    "whose troops they are": (
        "Rebels attacked the government's troops near Pasto, Colombia, on Monday, killing four soldiers.",
        ("Armed clash", "Military Forces of Colombia (2022-)", "Colombia", 4),
    ),
    "a backer with dots in its name fights nobody": (
        "Rebels attacked U.S.-backed government troops near Pasto, Colombia, on Monday, killing four soldiers.",
        ("Armed clash", "Military Forces of Colombia (2022-)", "Colombia", 4),
    ),
    "others were defused": (
        "A bomb went off outside a bank in Oruro, Bolivia, on Monday and three others were defused by police.",
        ("Remote explosive/landmine/IED", "", "Bolivia", 0),
    ),
    "a name that many towns bear": (
        "TEGUCIGALPA, Honduras -- A grenade thrown in the Miraflores neighborhood wounded two clerks on Monday.",
        ("Grenade", "Civilians (Honduras)", "Honduras", 0),
    ),
    "insurgents called ultras": (
        "Ultras ambushed an army patrol near Haflong in Assam on Monday, killing three jawans.",
        ("Armed clash", "Military Forces of India (2014-)", "India", 3),
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_the_first_row(name: str, code: Code) -> None:
    text, expected = ROWS[name]
    row = code(text).reports[0]
    victims = row.actor2 if row.actor2 != "Unidentified Armed Group (India)" else row.actor1
    assert (row.sub_event_type, victims, row.country, row.fatalities) == expected


def test_a_surname_in_capitals_is_no_place(code: Code) -> None:
    text = (
        "SAN SALVADOR, 3 MAY 89 (REUTER) -- [TEXT] GUNMEN KILLED JOSE LUIS GUERRERO TODAY. ONE OF THEM WAS SHOT DEAD BY"
        " GUERRERO'S DRIVER."
    )
    assert {r.country for r in code(text).reports} == {"El Salvador"}


def test_blame_goes_to_what_was_told_before(code: Code) -> None:
    text = (
        "A bomb killed two guards at a bank in Trujillo, Peru, on Monday. Police suspected the Maoist rebel group"
        " Shining Path. A second bomb went off at a market in Arequipa on Tuesday."
    )
    actors = {r.location: r.actor1 for r in code(text).reports}
    assert actors["Trujillo"] == "Sendero Luminoso: Shining Path"
    assert actors["Arequipa"] != actors["Trujillo"]


@pytest.mark.parametrize(
    "text",
    [
        "Train services were disrupted in Gaya on Monday after a landslide.",
        "Detectives tracked down members of an armed gang in Lima on Monday.",
        "Twelve years ago, a courier set out for Cuenca. A bomb in his bag killed two porters at the station.",
    ],
)
def test_no_row(text: str, code: Code) -> None:
    assert [r.sub_event_type for r in code(text).reports] == []


@pytest.mark.parametrize(
    "text",
    [
        "The abduction of a notary was carried out last night in Neiva, Colombia, by ELN guerrillas.",
        "Colombian gunmen shot a notary dead in Neiva on Monday. The murder was committed on Monday by ELN guerrillas.",
    ],
)
def test_who_carried_out_what_a_noun_names(text: str, code: Code) -> None:
    assert code(text).reports[0].actor1 == "ELN: National Liberation Army"
