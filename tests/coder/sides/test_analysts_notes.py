"""Who are the two sides in notes as analysts write them: short names, services, allies, those who left?"""

from datetime import date

import pytest
from tests.coder.told import Code, only

REBEL, MILITIA, STATE, ABROAD = "Rebel group", "Political militia", "State forces", "External/Other forces"


@pytest.mark.parametrize(
    ("text", "actor", "inter"),
    [
        (
            "On 4 May 2015, IS shelled Sarrin (Aleppo). Two civilians were killed.",
            "Islamic State (Syria)",
            REBEL,
        ),
        (
            "On 4 May 2016, anti-balaka fighters attacked gunmen in Bria (Haute-Kotto).",
            "Anti-Balaka",
            "Identity militia",
        ),
        (
            "On 4 May 2016, SAPS officers exchanged fire with gunmen in Durban (KwaZulu-Natal).",
            "Police Forces of South Africa (1994-2024)",
            STATE,
        ),
        (
            "On 4 May 2010, the Joint Task Force clashed with gunmen in Concepcion (Paraguay).",
            "Military Forces of Paraguay",
            STATE,
        ),
        ("On 4 May 2012, Mungiki followers hacked a driver to death in Nyeri (Kenya).", "Mungiki", MILITIA),
        (
            "On 4 May 2014, Murle youths attacked Dinka villagers in Bor (Jonglei), killing four.",
            "Murle Ethnic Militia (South Sudan)",
            "Identity militia",
        ),
        (
            "On 4 May 2012, chlorine was dropped from government helicopters on Saraqib (Idleb). Six residents died.",
            "Military Forces of Syria",
            STATE,
        ),
        (
            "On 4 May 2013, an IS suicide bomber hit a church in Alexandria. Nine worshippers and the bomber died.",
            "Islamic State (Egypt)",
            REBEL,
        ),
    ],
)
def test_a_short_name_or_a_description_tells_who_acted(code: Code, text: str, actor: str, inter: str) -> None:
    report = only(code(text, published=date(int(text[9:13]), 5, 8)))
    found = {report.actor1: report.inter1, report.actor2: report.inter2}
    assert [i for name, i in found.items() if name.startswith(actor)] == [inter]


def test_the_lands_own_forces_come_before_their_allies(code: Code) -> None:
    text = (
        "On 4 May 2015, soldiers of Chad and the Nigerian military recaptured Gwoza (Borno) from Boko Haram."
    )
    report = only(code(text, published=date(2015, 5, 8)))
    assert report.actor1 == "Military Forces of Nigeria (2010-2015)"
    assert report.assoc_actor_1.startswith("Military Forces of Chad")


def test_those_who_left_a_place_are_the_other_side_of_its_transfer(code: Code) -> None:
    text = "On 4 May 2013, MNLA rebels took over Menaka (Menaka) once Ansar Dine had left the town without a fight."
    report = only(code(text, published=date(2013, 5, 8)))
    assert (report.actor1.partition(":")[0], report.actor2) == ("MNLA", "Ansar Dine")


def test_forces_of_two_states_are_two_sides(code: Code) -> None:
    text = "On 4 May 2019, a US drone strike killed an IRGC commander near Abu Kamal (Deir ez-Zor)."
    report = only(code(text, published=date(2019, 5, 8)))
    assert report.inter1 == report.inter2 == ABROAD


def test_a_bomber_listed_with_the_dead_is_counted_once(code: Code) -> None:
    text = "On 4 May 2008, a suicide bomber blew himself up in Colombo. {}."
    for dead in (
        "Three constables were killed besides the bomber",
        "The bomber and three constables were killed",
    ):
        assert only(code(text.format(dead), published=date(2008, 5, 8))).fatalities == 4


def test_members_of_an_armed_group_may_protest(code: Code) -> None:
    text = "On 4 May 2016, members of the JVP staged a protest in Galle (Southern)."
    report = only(code(text, published=date(2016, 5, 8)))
    assert (report.actor1, report.assoc_actor_1[:3]) == ("Protesters (Sri Lanka)", "JVP")


def test_inmates_who_take_guards_hostage_are_rioters_against_them(code: Code) -> None:
    text = "On 4 May 2019, inmates took three guards hostage in the prison of Latacunga (Cotopaxi)."
    report = only(code(text, published=date(2019, 5, 8)))
    assert report.actor1 == "Rioters (Ecuador)"
    assert report.actor2.endswith("Prison Guards")
