"""Who is a side, who says it, who is meant: the same event beside words that mislead."""

from datetime import date

import pytest
from tests.coder.told import Code, only, types

SIDES = [
    ("Nine constables died in Garissa on Monday when their car drove over a bomb. Al Shabaab claimed it.",
     "Al Shabaab", "Police Forces of Kenya"),
    ("A bomb killed two in Derry on Monday. Police linked it to the New IRA.", "NIRA", "Civilians (United Kingdom)"),
    ("Four rangers were killed by a buried bomb in Pattani on Monday, insurgents suspected.",
     "Malay Muslim Separatists", "Military Forces of Thailand"),
    ("Forty villagers were killed near Medea on Monday; the GIA is blamed.", "GIA", "Civilians (Algeria)"),
    ("A farmer was killed near Mykolaiv on Monday by a mine that the Russian military had laid.",
     "Military Forces of Russia", "Civilians (Ukraine)"),
    ("Rockets landed on the Turkmen town of Taza Khurmatu in Kirkuk on Monday, killing a girl.",
     "Unidentified Armed Group (Iraq)", "Civilians (Iraq)"),
    ("A bomber of the Islamic State blew himself up among worshippers in Kunduz on Friday. The UN spoke of over 40"
     " killed.", "ISKP", "Civilians (Afghanistan)"),
    ("American soldiers in Iraq killed two men near Mosul on Monday.",
     "Military Forces of the United States", "Civilians (Iraq)"),
    ("Kenyan police in Haiti killed two men in Port-au-Prince on Monday.",
     "Police Forces of Kenya", "Civilians (Haiti)"),
    ("M23 rebels captured Nyamilima in eastern Congo on Sunday, before a ceasefire brokered by Angola was to begin.",
     "M23: March 23 Movement", "Military Forces of the Democratic Republic of Congo"),
    ("Farmers and nomadic herders fought each other with guns near Mouraye, Chad, on Monday. Soldiers had been sent"
     " to stand between them.", "Unidentified Communal Militia (Chad)", "Unidentified Communal Militia (Chad)"),
    ("Unidentified militants killed a grocer in Srinagar on Monday. Lashkar-e-Taiba denied it.",
     "Unidentified Armed Group (India)", "Civilians (India)"),
    ("The army said it had recaptured Monguno from Boko Haram; a resident said troops now held the town.",
     "Military Forces of Nigeria", "Boko Haram"),
    ("He had been seized on Monday at his farm in Morales, Guatemala, by some 15 armed men.",
     "Unidentified Armed Group (Guatemala)", "Civilians (Guatemala)"),
    ("Militiamen robbed the market in Bunia on Sunday.",
     "Unidentified Armed Group (Democratic Republic of Congo)", "Civilians (Democratic Republic of Congo)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "one", "two"), SIDES, ids=[t[:40] for t, *_ in SIDES])
def test_the_two_sides(code: Code, text: str, one: str, two: str) -> None:
    report = code(text).reports[0]
    assert report.actor1.startswith(one)
    assert report.actor2.startswith(two)


TOLLS = [
    ("Six soldiers were killed in a clash near Borongan on Monday, the military said. The rebels claimed to have killed"
     " 15 soldiers.", 6, None),
    ("Four soldiers were killed near Bria on Monday, the army said. An army spokesman later said nine soldiers had"
     " been killed.", 9, None),
    ("Two elderly men who could not keep up were shot dead by bandits in Gusau on Monday.", 2, None),
    ("A wanted rebel commander was killed by soldiers near Bria on Monday.", 1, None),
    ("Soldiers shot at least six farmers in Bria on Monday.", 0, 6),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dead", "hurt"), TOLLS, ids=[t[:40] for t, *_ in TOLLS])
def test_tolls(code: Code, text: str, dead: int, hurt: int | None) -> None:
    report = only(code(text))
    assert (report.fatalities, report.injuries) == (dead, hurt)


@pytest.mark.parametrize(
    "text",
    [
        "Coca growers protested on Monday that agents had taken chickens from huts in Chapare, Bolivia.",
        "A rebel attack on Bunagana is feared.",
        "The rebels' attack on Bunagana never came.",
        "A tyre exploded on a bus in Bria on Monday, and a girl was hurt.",
        "Rangers found the carcasses of three rhinos shot with a rifle near Skukuza on Monday.",
    ],
)
def test_no_event_of_a_conflict(code: Code, text: str) -> None:
    assert types(code, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The attack by rebels on Bunagana on Monday caused panic.",
        "The attack that rebels launched on Monday against Bunagana caused panic.",
        "Rebels launched an attack on Bunagana on Monday.",
    ],
)
def test_an_attack_on_a_bare_town_is_told_by_its_noun_too(code: Code, text: str) -> None:
    report = only(code(text))
    assert (report.sub_event_type, report.location) == ("Attack", "Bunagana")


def test_what_people_protest_against_is_no_event_of_the_day(code: Code) -> None:
    assert types(code, "Residents of Kaduna blocked a road on Monday to protest against kidnappings.") == [
        "Peaceful protest"
    ]


def test_captivity_is_no_second_abduction(code: Code) -> None:
    text = (
        "After 19 days in captivity a rancher embraced his family today. He had been kidnapped on 26 May in Morales,"
        " Guatemala, by rebels."
    )
    assert str(only(code(text)).event_date) == "2024-05-26"


def test_new_york_is_the_city_unless_its_state_is_told_of(code: Code) -> None:
    assert only(code("Protesters marched in New York on Monday.")).location == "New York"
    assert only(code("Protesters marched in New York state on Monday.")).location == "Albany"


def test_a_dateline_with_a_hamlet_of_a_famous_name_lies_in_its_unit(code: Code) -> None:
    report = only(code("SANTO DOMINGO, Cauca (Example) - Gunmen killed two farmers on Monday."))
    assert report.country == "Colombia"


@pytest.mark.parametrize(
    ("place", "day", "name"),
    [
        ("Mocha, Yemen", date(2016, 6, 14), "Operation Restoring Hope"),
        ("Raqqa, Syria", date(2017, 6, 14), "Global Coalition Against Daesh"),
        ("Helmand, Afghanistan", date(2010, 6, 14), "Unidentified International Mission (Afghanistan)"),
    ],
)
def test_whose_coalition_it_is(code: Code, place: str, day: date, name: str) -> None:
    told = f"Coalition planes bombed a market in {place}, on Monday, killing nine traders."
    assert code(told, published=day).reports[0].actor1 == name
