"""Are armed bodies that no list names called as the text spells them, and short forms as a text explains them?"""

import pytest
from tests.coder.told import Code, only


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Fighters of the Zalwan Hills Liberation Tigers (ZHLT) ambushed a convoy near Bhamo on Monday.",
            "ZHLT: Zalwan Hills Liberation Tigers",
        ),
        (
            "The Zalwan Revolutionary Front attacked an army post in Bhamo on Monday.",
            "Zalwan Revolutionary Front",
        ),
        (
            "Rebels of the National Liberation Front of Zalwan attacked an army post in Bhamo on Monday.",
            "National Liberation Front of Zalwan",
        ),
    ],
)
def test_a_body_that_no_list_holds_keeps_its_name(code: Code, text: str, name: str) -> None:
    report = only(code(text))
    assert (report.actor1, report.inter1) == (name, "Rebel group")


def test_a_short_form_means_what_the_story_says(code: Code) -> None:
    known = code(
        "The Hizb ul Mujahideen (HM) is active in Kashmir. HM gunmen shot dead a trader in Sopore on Monday."
    )
    assert only(known).actor1 == "HM: Hizb-ul-Mujahideen"
    other = code(
        "The Senior Superintendent of Police (SSP) spoke. SSP Khan said gunmen killed a trader in Quetta on Monday."
    )
    assert only(other).actor1 == "Unidentified Armed Group (Pakistan)"


def test_a_listed_name_stays_itself(code: Code) -> None:
    report = only(code("National Liberation Army rebels killed three soldiers in Arauca on Monday."))
    assert report.actor1 == "ELN: National Liberation Army"


def test_whose_make_a_thing_is_tells_nothing_of_who_is_hit(code: Code) -> None:
    report = only(code("Militants lobbed a Chinese made grenade at a clerk's house in Imphal on Monday."))
    assert "China" not in report.actor1 + report.actor2


def test_men_and_parts_of_a_group_are_its_own(code: Code) -> None:
    report = only(
        code(
            "A councillor was abducted in Toribio on Monday by men of the Lara column of the FARC dissidents."
        )
    )
    assert report.actor1 == "FARC Dissident"


def test_two_peoples_named_together_are_two_militias(code: Code) -> None:
    report = only(
        code("Hausa and Zalwa militiamen clashed in Roseires, Sudan, on Monday, leaving nine dead.")
    )
    assert {report.actor1, report.actor2} == {"Hausa Ethnic Militia (Sudan)", "Zalwa Ethnic Militia (Sudan)"}


def test_what_a_thing_was_meant_for_does_not_set_it_off(code: Code) -> None:
    report = only(
        code("A bomb targeting an army patrol went off near Goma on Monday, wounding two soldiers.")
    )
    assert report.actor1 == "Unidentified Armed Group (Democratic Republic of Congo)"
    assert report.actor2.startswith("Military Forces of the Democratic Republic of Congo")


def test_an_unidentified_armed_group_is_called_so_where_gangs_are_usual(code: Code) -> None:
    usual = only(code("Gunmen killed a teacher in Culiacan, Mexico, on Monday."))
    assert usual.actor1 == "Unidentified Gang (Mexico)"
    told = only(code("An unidentified armed group killed a teacher in Culiacan, Mexico, on Monday."))
    assert told.actor1 == "Unidentified Armed Group (Mexico)"


def test_herders_who_flee_are_civilians(code: Code) -> None:
    report = only(
        code("Fulani herders fled a settlement in Bokkos, Nigeria, on Monday after gunmen opened fire.")
    )
    assert report.actor1 == "Unidentified Armed Group (Nigeria)"
    assert report.inter2 == "Civilians"
