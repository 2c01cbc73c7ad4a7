"""Namesakes: groups of one name are told apart by the land; whose people the words around a name make."""

import pytest
from tests.coder.told import Code, only

SOMALI, SYRIAN = "Military Forces of Somalia (2022-)", "SNA: Syrian National Army"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("On 4 June 2024, the SNA clashed with Al Shabaab near Jowhar (Somalia).", SOMALI),
        ("On 4 June 2024, the SNA clashed with gunmen near Afrin (Syria).", SYRIAN),
        (
            "On 4 June 2024, Farmers of the Delta (CODECO) fighters killed a trader in Bunia (Ituri).",
            "CODECO: Cooperative for Development of Congo",
        ),
        (
            "On 4 June 2024, a Jaish al-Adl female bomber blew herself up beside police in Zahedan (Iran).",
            "Jaish al Adl",
        ),
        (
            "On 4 June 2024, the prison guards of the ELN shot a captive in Tibu (Colombia).",
            "ELN: National Liberation Army",
        ),
        (
            "On 4 June 2024, Ukrainian soldiers beat back a Russian push near Kupiansk (Ukraine).",
            "Military Forces of Russia (1999-)",
        ),
        (
            "On 4 June 2024, gunmen shot at an Israeli checkpoint near Jenin (Palestine).",
            "Military Forces of Israel (2022-)",
        ),
        ("The Taliban killed two policemen in Quetta on Monday.", "TTP: Tehreek-i-Taliban Pakistan"),
        (
            "The Taliban killed two demonstrators in Kandahar on Monday.",
            "Military Forces of Afghanistan (2021-)",
        ),
        (
            "The Afghan Taliban shelled a post near Chaman on Monday.",
            "Military Forces of Afghanistan (2021-)",
        ),
        (
            "On 4 June 2024, militants fired mortars from a hill at an army post near Wana (Pakistan).",
            "Military Forces of Pakistan (2024-)",
        ),
    ],
)
def test_an_actor_is_the_one_that_the_words_around_its_name_mean(code: Code, text: str, actor: str) -> None:
    report = only(code(text))
    assert actor in {report.actor1, report.actor2}


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Gunmen killed two women, a child and an old man near Bosso on Monday.", 4),
        ("Gunmen killed two women, a mother and her daughter, near Bosso on Monday.", 2),
        ("Rebels clashed with soldiers near Bria on Monday. Fatalities coded as 10.", 10),
    ],
)
def test_lists_and_coded_tolls_are_added_up(code: Code, text: str, dead: int) -> None:
    assert only(code(text)).fatalities == dead


def test_what_is_left_lies_where_it_was_left(code: Code) -> None:
    assert only(code("The army withdrew from Tikrit on Monday.")).location == "Tikrit"


@pytest.mark.parametrize(
    ("day", "sub_event_type"),
    [
        ("10 June 2024", "Government regains territory"),
        ("10 June 2020", "Non-state actor overtakes territory"),
    ],
)
def test_a_group_that_governs_retakes_what_it_takes_from_rebels(
    code: Code, day: str, sub_event_type: str
) -> None:
    text = f"On {day}, the Taliban seized Paryan district from fighters in Panjshir (Afghanistan)."
    assert only(code(text)).sub_event_type == sub_event_type


def test_a_group_that_governs_arrests_and_one_that_does_not_abducts(code: Code) -> None:
    assert only(code("The Taliban arrested two teachers in Kabul on Monday.")).sub_event_type == "Arrests"
    taken = only(code("Al Shabaab arrested two teachers in Jilib on Monday."))
    assert taken.sub_event_type == "Abduction/forced disappearance"


def test_an_army_by_its_own_name_is_abroad_elsewhere(code: Code) -> None:
    report = only(code("The Rwanda Defence Force captured the town of Bunagana on Monday."))
    assert (report.sub_event_type, report.country) == (
        "Non-state actor overtakes territory",
        "Democratic Republic of Congo",
    )
