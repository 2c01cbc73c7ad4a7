"""A noun of violence names its victim by the word before or behind a name, and nobody is the agent of his own death."""

import pytest
from tests.coder.told import Code

NOBODY = "Unidentified Armed Group (Peru)"


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Senator Ana Ruiz Paz's murder in Puno, Peru, on Monday led to a curfew.", "Civilians (Peru)"),
        ("A judge's kidnapping in Puno, Peru, on Monday led to a curfew.", "Civilians (Peru)"),
        (
            "The murder of Ana Ruiz Paz, a senator, in Puno, Peru, on Monday led to a curfew.",
            "Civilians (Peru)",
        ),
        ("The assassination of Ana Ruiz Paz in Puno, Peru, on Monday led to a curfew.", "Civilians (Peru)"),
        (
            "The bombing of the Turkish consulate in Puno, Peru, on Monday hurt two people.",
            "Civilians (Peru)",
        ),
    ],
)
def test_the_victim_is_hit_by_nobody_known(code: Code, text: str, sides: str) -> None:
    report = code(text).reports[0]
    assert (report.actor1, report.actor2) == (NOBODY, sides)


def test_who_owns_a_killing_of_others_did_it(code: Code) -> None:
    report = code("The army's killing of a farmer in Puno, Peru, on Monday led to a curfew.").reports[0]
    assert report.actor1.startswith("Military Forces of Peru")
    assert report.actor2 == "Civilians (Peru)"
