"""What stands beside an event in its story adds no row to it and changes none of its values."""

import pytest
from tests.coder.told import Code, only

ATTACK = "Gunmen killed four villagers near Gao on Monday."
SHELLING = "Rebels shelled the town of Ménaka on Monday, killing three civilians."
FIGHT = "Seven militants and two soldiers were killed on Monday in a battle near Gao, the Malian army said."
MARCH = "Hundreds of people marched in Bamako on Monday over power cuts."

# a story, and of its only row: type, country, place and dead
STORIES = {
    f"{ATTACK} The attackers fled before troops arrived.": ("Attack", "Mali", "Gao", 4),
    f"{ATTACK} The gunmen had fled by the time soldiers arrived.": ("Attack", "Mali", "Gao", 4),
    f"{ATTACK} The assailants arrived on motorcycles.": ("Attack", "Mali", "Gao", 4),
    f"{ATTACK} A similar incident in April left nine people dead.": ("Attack", "Mali", "Gao", 4),
    f"{ATTACK} The region borders Niger and Burkina Faso.": ("Attack", "Mali", "Gao", 4),
    f"{ATTACK} Neighbouring Niger and Burkina Faso face like insurgencies.": ("Attack", "Mali", "Gao", 4),
    f"{ATTACK} The road between Gao and Ansongo was closed.": ("Attack", "Mali", "Gao", 4),
    f"{ATTACK} Unrest in the region continues.": ("Attack", "Mali", "Gao", 4),
    f"{SHELLING} The incident comes days after the government and rebels held talks in Algiers.": (
        "Shelling",
        "Mali",
        "Ménaka",
        3,
    ),
    f"{MARCH} Police officers accompanied the march and did not intervene.": (
        "Peaceful",
        "Mali",
        "Bamako",
        0,
    ),
    f"{MARCH} The road between Gao and Ansongo was closed.": ("Peaceful", "Mali", "Bamako", 0),
    f"{FIGHT} Two soldiers were killed in the fighting, a witness said.": ("Armed clash", "Mali", "Gao", 9),
    "Rebels of the AFC entered Masisi on Monday. Last year, 300 people were killed in the region.": (
        "Non-state actor",
        "Democratic Republic of Congo",
        "Masisi",
        0,
    ),
    "Gunmen looted a clinic in Gao on Monday as unrest in the region continues.": (
        "Looting",
        "Mali",
        "Gao",
        0,
    ),
    "Militants beheaded two traders near Gao on Monday, a day after the government announced an offensive.": (
        "Attack",
        "Mali",
        "Gao",
        2,
    ),
    "On Monday a man of 39 was kidnapped by militiamen in Gao and released the same day.": (
        "Abduction",
        "Mali",
        "Gao",
        0,
    ),
}


@pytest.mark.parametrize("text", STORIES)
def test_what_stands_beside_an_event_is_none(code: Code, text: str) -> None:
    kind, country, place, dead = STORIES[text]
    report = only(code(text))
    assert report.sub_event_type.startswith(kind)
    assert (report.country, report.location, report.fatalities) == (country, place, dead)
    assert report.event_date.isoformat() == "2024-06-10"


def test_a_group_blamed_for_most_attacks_is_not_the_rebels_of_this_one(code: Code) -> None:
    text = f"{SHELLING} Militants linked to al-Qaeda are blamed for most attacks in the region."
    assert only(code(text)).actor1 == "Unidentified Armed Group (Mali)"


def test_some_of_the_marchers_who_were_detained_make_an_intervention(code: Code) -> None:
    assert only(code(f"{MARCH} Nine of them were detained.")).sub_event_type == "Protest with intervention"
    freed = code(f"{MARCH} Two suspects have been detained.").reports
    assert freed[0].sub_event_type == "Peaceful protest"


def test_a_place_told_later_replaces_the_town_that_it_is_near(code: Code) -> None:
    text = f"{ATTACK} The raid took place in the village of Bara, 20 km from Gao, the mayor said."
    assert only(code(text)).location.startswith("Bara")


def test_the_day_of_a_saying_never_replaces_the_day_told(code: Code) -> None:
    text = "Ruling party supporters attacked traders in Kumasi on Monday, police said on Friday."
    assert only(code(text)).event_date.isoformat() == "2024-06-10"
