"""A relative clause between commas parts a subject from its verb and hides it not."""

import pytest
from tests.coder.told import Code, only

PARTED = [
    ("Gunmen, who came on motorcycles, killed four farmers near Gusau on Monday.", "Attack", "Nigeria"),
    (
        "Rebels, whom nobody had seen for weeks, ambushed an army patrol near Bria on Monday.",
        "Armed clash",
        "Central",
    ),
]


@pytest.mark.parametrize(("text", "sub_event_type", "land"), PARTED)
def test_the_subject_stands_before_the_clause(code: Code, text: str, sub_event_type: str, land: str) -> None:
    found = only(code(text))
    assert found.sub_event_type == sub_event_type
    assert found.actor1.startswith("Unidentified Armed Group")
    assert land in found.actor1


def test_those_of_whom_a_clause_tells_suffer_what_the_verb_says(code: Code) -> None:
    found = only(
        code("Seven villagers, who were fleeing clashes, were shot dead by rebels near Djugu on Monday.")
    )
    assert (found.fatalities, found.sub_event_type) == (7, "Attack")
