"""Does a time that only describes somebody stay with the description?"""

from collections.abc import Callable

import pytest
from tests.coder.told import Code, Read

from newsledger.coder.frames import Frame
from newsledger.coder.when import TimeExpression, find_times
from newsledger.coder.whosetime import in_closed_relative, in_later_relative, only_explains

Told = Callable[[str, str], tuple[Frame, TimeExpression]]


@pytest.fixture
def told(read: Read) -> Told:
    """Return the frame of a trigger in a sentence, and the first time that stands in it."""

    def run(text: str, trigger: str) -> tuple[Frame, TimeExpression]:
        frames = read(text).story.frames
        frame = next(f for f in frames if f.trigger.startswith(trigger))
        return frame, find_times(frame.sentence.words)[0]

    return run


def test_a_time_ends_a_clause_on_somebody_before_the_act(told: Told) -> None:
    text = "Soldiers who had mutinied in 2019, men of the guard, shelled the port of Bata."
    assert in_closed_relative(*told(text, "shelled"))


def test_a_time_of_the_act_itself_ends_no_such_clause(told: Told) -> None:
    assert not in_closed_relative(*told("On Monday, soldiers shelled the port of Bata.", "shelled"))


@pytest.mark.parametrize(
    "text",
    [
        "Police fired tear gas at marchers in a city that has seen unrest for three weeks.",
        "Police fired tear gas at marchers in Sfax, a sign of anger among those who rose last year.",
    ],
)
def test_a_time_behind_the_act_may_only_explain(told: Told, text: str) -> None:
    assert only_explains(*told(text, "fired"))


def test_a_time_of_the_act_explains_nothing(told: Told) -> None:
    assert not only_explains(*told("Police fired tear gas at marchers in Sfax last week.", "fired"))


RELATIVE = [
    ("Troops retook the town of Menaka, where rebels took six nuns in April.", "retook", True),
    ("Troops freed a priest who was kidnapped by rebels near Gao in April.", "freed", True),
    ("Troops retook a bridge which the rebels had seized in April.", "retook", True),
    ("Rebels attacked the town of Gwoza, which lies in the hills, in April.", "attacked", False),
    ("In April troops retook the town of Menaka, where rebels took six nuns.", "retook", False),
]


@pytest.mark.parametrize(("text", "trigger", "wanted"), RELATIVE)
def test_a_time_is_of_the_verb_in_a_clause_behind(read: Read, text: str, trigger: str, wanted: bool) -> None:
    frames = read(text).story.frames
    frame = next(f for f in frames if f.trigger.startswith(trigger))
    assert in_later_relative(frame, find_times(frame.sentence.words)[0], frames) is wanted


def test_an_act_has_no_day_of_a_clause_behind_it(code: Code) -> None:
    text = (
        "The army of Mali said Sunday it had retaken the town of Menaka, where rebels took six nuns in April."
    )
    assert code(text).reports[0].event_date.isoformat() == "2024-06-09"
