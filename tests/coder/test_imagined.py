"""Does a sentence only ask, or tell of what is made up, played or practised?"""

import pytest
from tests.coder.told import Code, reasons

UNREAL = [
    ("Did gunmen shoot a priest in Jos on Monday?", "Did"),
    ("Have rebels taken the town of Sake?", "Have"),
    ("Had rebels attacked the base near Jos, many would have fled.", "Had"),
    ("The law forbids attacking a base near Jos.", "forbids"),
    ("The treaty obliges the army to withdraw from Jos.", "obliges"),
    ("In the novel, gunmen shoot a priest in Jos.", "In the novel"),
    ("Rebels attacked a base near Bria in a simulation on Monday.", "in a simulation"),
    ("The film, shot in Fez, follows two soldiers who are ambushed in the hills.", "film"),
    ("Her second novel opens with the massacre of a village.", "novel opens with"),
    (
        "Marines stormed a beach near Pohang on Tuesday in an amphibious exercise.",
        "amphibious exercise",
    ),
]


@pytest.mark.parametrize(("text", "words"), UNREAL)
def test_what_is_asked_or_made_up_is_no_event(text: str, words: str, code: Code) -> None:
    coded = code(text)
    assert not coded.reports
    assert set(reasons(coded).values()) == {"hypothetical"}
    assert {u.detail for u in coded.uncoded} == {words}


def test_a_question_that_takes_the_event_for_granted_leaves_it(code: Code) -> None:
    (report,) = code("Why did soldiers shoot a priest dead in Jos on Monday?").reports
    assert report.sub_event_type == "Attack"


def test_the_sentence_behind_a_question_is_told(code: Code) -> None:
    (report,) = code("Did gunmen act alone? They shot a priest dead in Jos on Monday.").reports
    assert report.fatalities == 1
