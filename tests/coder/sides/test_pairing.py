"""Which two sides does an account have, by the kind of its event?"""

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
        "Police used tear gas to disperse marchers in Accra on Monday.",
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
]  # fmt: skip  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), ROWS, ids=[t[:48] for t, _ in ROWS])
def test_sides(code: Code, text: str, wanted: tuple[str, str, str, str]) -> None:
    report = only(code(text))
    got = sides(report)
    if "2017-" in wanted[2]:  # the years are the actor table's; only the name is meant here
        assert got[2].startswith("Police Forces of Ghana (")
        got = (*got[:2], wanted[2], got[3])
    assert got == wanted
