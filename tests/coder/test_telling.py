"""Which frames tell an act, under which rule, and why the others tell none."""

import pytest
from tests.coder.told import Code, Read, only, reasons

from newsledger.coder.telling import is_heading, named_here


def test_each_frame_that_a_rule_codes_has_its_decision_and_places(read: Read) -> None:
    reading = read("Gunmen killed five farmers in Kano on Monday. The governor visited the village.")
    killed = next(n for n, f in enumerate(reading.story.frames) if f.trigger == "killed")
    assert reading.decisions[killed].sub_event_type == "Attack"
    assert named_here(reading.places[killed])


def test_the_heading_of_a_note_decides_what_its_sentence_is(code: Code) -> None:
    report = only(code("Looting: On 10 June 2024, armed men stole cattle from herders in Rumbek."))
    assert report.sub_event_type == "Looting/property destruction"


def test_only_what_opens_a_sentence_before_a_colon_is_a_heading(read: Read) -> None:
    frames = read(
        "Looting: armed men stole cattle in Rumbek. The looting went on: shops were burned."
    ).story.frames
    assert [f.trigger for f in frames if is_heading(f)] == ["Looting"]
    assert len(frames) > 1


def test_an_act_that_is_spoken_of_and_never_told_is_a_topic(code: Code) -> None:
    coded = code("The minister condemned the attack on the village.")
    assert not coded.reports
    assert reasons(coded)["attack"] == "topic-only"


@pytest.mark.parametrize(
    ("scope", "rows"),
    [("political", 0), ("all-violence", 1)],
)
def test_plain_crime_is_told_in_one_scope_only(code: Code, scope: str, rows: int) -> None:
    coded = code(
        "A man shot his neighbour in Dayton, Ohio, in a quarrel over a fence on Monday.", scope=scope
    )
    assert len(coded.reports) == rows
