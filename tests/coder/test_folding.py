"""Which accounts only tell the harm of another, so that they are one row (coding-rules 1)?"""

import pytest
from tests.coder.told import Code, only

TOLD = [
    # text, killed, injured
    ("On Monday demonstrators pelted police with stones in Kisumu. Police shot dead a student.", 1, None),
    ("On Monday rioters overturned a van in Rasht. Security forces shot one of them dead.", 1, None),
    (
        "On Monday riot police fought running battles with students in Jakarta, and 30 people were hurt.",
        0,
        30,
    ),
]


@pytest.mark.parametrize(("text", "killed", "injured"), TOLD, ids=[text[:40] for text, *_ in TOLD])
def test_the_harm_told_right_behind_an_event_is_its_own(
    code: Code, text: str, killed: int, injured: int | None
) -> None:
    report = only(code(text))
    assert (report.fatalities, report.injuries) == (killed, injured)


def test_a_separate_incident_stays_apart(code: Code) -> None:
    text = (
        "On Monday demonstrators pelted police with stones in Kisumu. In a separate incident police shot dead a"
        " student in Homa Bay."
    )
    assert [r.fatalities for r in code(text).reports] == [0, 1]


def test_a_quiet_protest_kills_nobody(code: Code) -> None:
    text = "On Monday teachers marched peacefully in Kisumu. Gunmen shot dead a student in Kisumu."
    quiet = [r for r in code(text).reports if r.sub_event_type == "Peaceful protest"]
    assert [r.fatalities for r in quiet] == [0]
