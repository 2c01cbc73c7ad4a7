"""Whom an attack hit that came while they did something else."""

import pytest
from tests.coder.told import Code, only

CAUGHT = [
    (
        "Soldiers were patrolling near Gao, Mali, when gunmen opened fire on Monday, killing two.",
        "Armed clash",
        "Military",
    ),
    (
        "Police were searching a house in Gao, Mali, on Monday when militants opened fire.",
        "Armed clash",
        "Police",
    ),
    (
        "Police were searching a house in Gao, Mali, on Monday when a bomb went off, killing two.",
        "Remote explosive/landmine/IED",
        "Police",
    ),
    ("Worshippers had gathered in Gao, Mali, on Monday when gunmen opened fire.", "Attack", "Civilians"),
]


@pytest.mark.parametrize(("text", "wanted", "target"), CAUGHT)
def test_who_was_doing_something_is_hit(code: Code, text: str, wanted: str, target: str) -> None:
    report = only(code(text))
    assert (report.sub_event_type, report.actor1) == (wanted, "Unidentified Armed Group (Mali)")
    assert report.actor2.startswith(target)


def test_who_was_hurt_when_others_fought_is_no_side(code: Code) -> None:
    text = "A nurse was wounded in Gao, Mali, on Monday when gunmen attacked soldiers."
    assert {r.actor2.split(" (")[0] for r in code(text).reports} <= {"Military Forces of Mali", "Civilians"}
    assert any(r.actor2.startswith("Military") for r in code(text).reports)
