"""Taken for: who people in a role are by what they do."""

import pytest
from tests.coder.told import Code, only


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "M23 fighters killed two herders near Kiwanja on Monday.",
            ("M23: March 23 Movement", "Civilians (Democratic Republic of Congo)"),
        ),
        (
            "A teacher was shot dead by two motorcyclists in Tumaco on Monday.",
            ("Unidentified Armed Group (Colombia)", "Civilians (Colombia)"),
        ),
    ],
)
def test_people_are_taken_for_what_they_do(code: Code, text: str, actors: tuple[str, str]) -> None:
    report = only(code(text))
    assert {report.actor1, report.actor2} == set(actors)


def test_fighters_who_are_put_to_death_are_prisoners(code: Code) -> None:
    report = only(code("Militiamen beheaded five guerrillas in Goma on Monday."))
    assert (report.sub_event_type, report.inter2) == ("Attack", "Civilians")
    assert only(code("Militiamen killed five guerrillas in Goma on Monday.")).sub_event_type == "Armed clash"
