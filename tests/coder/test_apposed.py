"""A participle behind a comma, and a clause with "who", tell of those right before them, whatever governs those."""

import pytest
from tests.coder.told import Code


@pytest.mark.parametrize(
    "text",
    [
        "The minister wept at the grave of the mayor, murdered two days ago by gunmen near Lamitan, Philippines.",
        "The minister wept at the grave of Mayor Ana Ruiz, murdered on Friday by gunmen near Lamitan, Philippines.",
        "He succeeded the mayor, shot dead on Friday by gunmen near Lamitan, Philippines.",
        "He succeeded Mayor Ana Ruiz, who was shot dead on Friday by gunmen near Lamitan, Philippines.",
    ],
)
def test_the_victim_stands_before_the_comma(code: Code, text: str) -> None:
    report = code(text).reports[0]
    assert (report.sub_event_type, report.actor1) == ("Attack", "Unidentified Armed Group (Philippines)")
    assert report.actor2 == "Civilians (Philippines)"


def test_an_officer_so_told_of_is_fought(code: Code) -> None:
    text = "The minister spoke at the grave of Colonel Reyes, ambushed on Friday by rebels near Lamitan, Philippines."
    assert code(text).reports[0].actor2.startswith("Military Forces of the Philippines")


def test_an_active_verb_keeps_its_subject(code: Code) -> None:
    text = "Rebels entered Lamitan, Philippines, on Friday, killed two farmers and burned a bus."
    assert code(text).reports[0].actor2 == "Civilians (Philippines)"
