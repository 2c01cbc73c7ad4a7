"""Who is actor1 and actor2, and who stands beside them?"""

import pytest
from tests.coder.told import Code, only

from newsledger.contract.records import Report


def sides(report: Report) -> tuple[str, str, str, str]:
    return report.actor1, report.inter1, report.actor2, report.inter2


ROWS = [
    # battles: a missing side is the counterpart of the one that is known
    (
        "Gunmen ambushed a police patrol in Quetta on Monday.",
        ("Unidentified Armed Group (Pakistan)", "Political militia",
         "Police Forces of Pakistan (2024-)", "State forces"),
    ),
    (
        "Rebels clashed with the army near Bria on Monday.",
        (
            "Unidentified Armed Group (Central African Republic)",
            "Political militia",
            "Military Forces of the Central African Republic (2016-)",
            "State forces",
        ),
    ),
    # the forces of a state abroad are external
    (
        "Kenyan soldiers clashed with Al-Shabaab near Kismayo on Monday.",
        ("Military Forces of Kenya (2022-)", "External/Other forces", "Al Shabaab", "Rebel group"),
    ),
    # a civilian victim is always actor2
    (
        "Three farmers were killed by gunmen in Bria on Monday.",
        ("Unidentified Armed Group (Central African Republic)", "Political militia",
         "Civilians (Central African Republic)", "Civilians"),
    ),
    # one-sided remote violence
    (
        "A bomb went off outside an empty bank in Huancayo on Monday.",
        ("Unidentified Armed Group (Peru)", "Political militia", "", ""),
    ),
    # protesters alone, and met by a force
    ("Teachers protested in Accra on Monday.", ("Protesters (Ghana)", "Protesters", "", "")),
    (
        "Police used tear gas to disperse protesters in Accra on Monday.",
        ("Protesters (Ghana)", "Protesters", "Police Forces of Ghana (2017-)", "State forces"),
    ),
    # arrests are the police's
    (
        "Police arrested 45 members of Boko Haram in Maiduguri on Thursday.",
        (
            "Police Forces of Nigeria (2023-)",
            "State forces",
            "Boko Haram - Jamatu Ahli is-Sunnah lid-Dawatai wal-Jihad",
            "Rebel group",
        ),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), ROWS, ids=[t[:48] for t, _ in ROWS])
def test_sides(code: Code, text: str, wanted: tuple[str, str, str, str]) -> None:
    report = only(code(text))
    got = sides(report)
    if "2017-" in wanted[2]:  # the years are the actor table's; only the name is meant here
        assert got[2].startswith("Police Forces of Ghana (")
        got = (*got[:2], wanted[2], got[3])
    assert got == wanted


def test_civilians_beside_a_military_target_are_associated(code: Code) -> None:
    report = only(code("A bomb killed three soldiers and two traders near Gao on Monday."))
    assert report.actor2 == "Military Forces of Mali (2021-)"
    assert report.assoc_actor_2 == "Civilians (Mali)"
    assert report.civilian_targeting == ""


def test_civilians_alone_are_the_target(code: Code) -> None:
    report = only(code("A bomb killed two traders at a market in Gao on Monday."))
    assert (report.actor2, report.civilian_targeting) == ("Civilians (Mali)", "Civilian targeting")


def test_who_the_victims_are_stands_beside_them(code: Code) -> None:
    report = only(code("Gunmen killed three journalists in Bria on Monday."))
    assert report.assoc_actor_2 == "Journalists (Central African Republic)"


def test_the_regime_is_that_of_the_day(code: Code) -> None:
    text = "Soldiers clashed with rebels in Gao on 3 June {year}."
    from datetime import date

    names = [only(code(text.format(year=y), published=date(y, 6, 5))).actor1 for y in (2015, 2024)]
    assert names == ["Military Forces of Mali (2013-2020)", "Military Forces of Mali (2021-)"]


def test_a_further_actor_of_a_side_is_associated(code: Code) -> None:
    report = only(code("Malian soldiers and Wagner mercenaries clashed with rebels near Kidal on Monday."))
    both = {
        report.actor1,
        *report.assoc_actor_1.split("; "),
        report.actor2,
        *report.assoc_actor_2.split("; "),
    }
    assert "Military Forces of Mali (2021-)" in both
    assert any("Wagner" in name for name in both)


def test_two_crowds_that_meet_are_rioters_on_both_sides(code: Code) -> None:
    report = only(code("Supporters of two rival parties clashed with sticks and stones in Dhaka on Monday."))
    assert (report.sub_event_type, report.inter1) == ("Mob violence", "Rioters")
