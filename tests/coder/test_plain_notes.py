"""Notes in the plainest words: who, what, how many, as analysts write them."""

import pytest
from tests.coder.told import Code, only

# a note, and of its only row: type, the beginnings of both actors, the dead
NOTES = {
    "On 5 May gunmen killed four farmers in Jos.": ("Attack", "Unidentified Armed Group", "Civilians", 4),
    "According to local sources, supporters of the losing candidate torched nine houses near Natore on Monday.": (
        "Mob violence",
        "Rioters",
        "",
        0,
    ),
    "The Islamic State claimed to have killed four soldiers near Gao on Monday.": (
        "Armed clash",
        "ISSP",
        "Military Forces of Mali",
        4,
    ),
    "The Islamic State said that its fighters carried out a suicide attack on a barracks in Gao on Monday.": (
        "Suicide bomb",
        "ISSP",
        "",
        1,
    ),
    "A group of around 30 gunmen carried out a suicide attack on a barracks in Gao on Monday.": (
        "Suicide bomb",
        "Unidentified Armed Group",
        "",
        1,
    ),
    "LRA rebels raided Maaji refugee settlement (Adjumani) on Monday and abducted 16 people.": (
        "Abduction",
        "LRA",
        "Civilians (Uganda)",
        0,
    ),
    "Pokot raiders attacked a Turkana kraal at Lokori on Monday and were met with gunfire by Turkana herders.": (
        "Armed clash",
        "Turkana Ethnic Militia",
        "Pokot Ethnic Militia",
        0,
    ),
    "An Antonov of the Sudanese army bombed El Fasher on Monday.": (
        "Air/drone strike",
        "Military Forces of Sudan",
        "",
        0,
    ),
    "Opposition parties were banned from holding any meeting in Sokodé by a decree of the prefect on Monday.": (
        "Other",
        "Government of Togo",
        "",
        0,
    ),
    "A commander of the Mai-Mai was captured without a fight by the army in Baraka on Monday.": (
        "Arrests",
        "Military Forces of the Democratic Republic of Congo",
        "Mayi Mayi",
        0,
    ),
    "On Monday rebels captured Xanadu Hills from Kenyan soldiers after a day of fighting.": (
        "Non-state actor",
        "Unidentified Armed Group",
        "Military Forces of Kenya",
        0,
    ),
    "Men who have not yet been identified shot a trader dead in Goma on Monday.": (
        "Attack",
        "Unidentified Armed Group",
        "Civilians",
        1,
    ),
    "Around 240 people, most of them women, set fire to a police station in Bamako on Monday.": (
        "Mob violence",
        "Rioters (Mali)",
        "Police Forces of Mali",
        0,
    ),
    "A pick-up carrying soldiers hit a mine near Gao on Monday.": (
        "Remote explosive",
        "Unidentified Armed Group",
        "",
        0,
    ),
    "Some 1,200 villagers fled their hamlets near Pie de Pató on Monday.": ("Other", "Civilians", "", 0),
}
FIGHT = "Soldiers clashed with rebels near Gao on Monday"
RAID = "Gunmen attacked a village near Gao on Monday"
TOLLS = {
    f"{RAID}, during which four people were killed.": 4,
    f"{RAID}. Four people were confirmed dead.": 4,
    f"{RAID}. Four people were killed. One of the nine wounded died later.": 5,
    "The attack cost four villagers their lives in Gao on Monday.": 4,
    f"{RAID}. It could have cost forty villagers their lives.": 0,
    f"{FIGHT}. Twelve fighters from both sides were killed.": 12,
}


@pytest.mark.parametrize("text", NOTES)
def test_a_note_says_who_did_what(code: Code, text: str) -> None:
    kind, one, other, dead = NOTES[text]
    report = only(code(text))
    assert report.sub_event_type.startswith(kind)
    assert report.actor1.startswith(one)
    assert report.actor2.startswith(other) if other else not report.actor2
    assert report.fatalities == dead


@pytest.mark.parametrize("text", TOLLS)
def test_a_note_says_how_many_died(code: Code, text: str) -> None:
    assert only(code(text)).fatalities == TOLLS[text]
