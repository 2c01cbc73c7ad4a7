"""What is done again and again, or to people at large, is told of no day."""

from functools import cache

import pytest
from tests.coder.told import Code

from newsledger.coder.engine import Coder
from newsledger.coder.examples import example_article
from newsledger.coder.frames import Frame
from newsledger.coder.ingeneral import habitual, in_general, of_a_war, of_reasons, of_record


@cache
def coder() -> Coder:
    return Coder.load()


def frame_of(text: str, trigger: str) -> Frame:
    """Return the frame of a sentence whose trigger starts as given."""
    frames = coder().read(example_article(text)).story.frames
    return next(f for f in frames if f.trigger.startswith(trigger))


GENERAL = [
    ("The two clans have often clashed near Bria.", "clashed", True),
    ("The two clans clashed near Bria.", "clashed", False),
    ("Civilians are murdered in Bria.", "murdered", True),
    ("Four civilians were murdered in Bria.", "murdered", False),
    ("Rebels have tortured civilians in Bria.", "tortured", True),
    ("Rebels have tortured two civilians in Bria.", "tortured", False),
]


@pytest.mark.parametrize(("text", "trigger", "general"), GENERAL, ids=[t for t, *_ in GENERAL])
def test_what_is_done_in_general(text: str, trigger: str, general: bool) -> None:
    assert in_general(frame_of(text, trigger)) is general


def test_a_war_kills_until_now() -> None:
    assert of_a_war(frame_of("The conflict has killed 900 people in Bria.", "killed"))
    assert not of_a_war(frame_of("The blast has killed nine people in Bria.", "killed"))


def test_a_habit_is_told_in_the_present() -> None:
    assert habitual(frame_of("The gangs who raid villages near Bria are armed.", "raid"))
    assert not habitual(frame_of("The gangs who raided villages near Bria are armed.", "raid"))


RECORDS = [
    (
        "The rebels, a group that has carried out several bombings in the east, named a chief.",
        "bombings",
        True,
    ),
    ("The rebels, a group that carried out bombings in Bria on Monday, named a chief.", "bombings", False),
    ("ADF, which has pledged allegiance to the Islamic State, lost a camp.", "pledged", True),
    ("On Monday ADF pledged allegiance to the Islamic State.", "pledged", False),
]


@pytest.mark.parametrize(("text", "trigger", "known"), RECORDS, ids=[t for t, *_ in RECORDS])
def test_what_a_group_is_known_for_is_no_event(text: str, trigger: str, known: bool) -> None:
    assert of_record(frame_of(text, trigger)) is known


def test_what_a_war_cost_as_a_result_is_no_event_of_a_day() -> None:
    text = "Some 900 villagers were killed as a result of the conflict, the mission said."
    assert of_a_war(frame_of(text, "killed"))
    assert not of_a_war(frame_of("Nine workers were killed as a result of the blast.", "killed"))


def test_who_holds_a_place_that_is_spoken_of_took_it_before() -> None:
    text = "A barge left the quay of Bata, which is under the control of rebels."
    assert habitual(frame_of(text, "is under"))
    assert not habitual(frame_of("The quay of Bata is under the control of rebels.", "is under"))


def test_what_is_done_repeatedly_is_no_event() -> None:
    text = "They spoke for teachers who are repeatedly being threatened and beaten by a gang."
    assert frame_of(text, "beaten").scope == "background"


def test_what_a_place_suffers_regularly_is_no_event(code: Code) -> None:
    raid = "Rebels killed a trader near Bunia on Tuesday. "
    assert len(code(raid + "The valley is routinely shelled in army air raids.").reports) == 1
    assert len(code(raid + "The town of Mahagi was shelled in army air raids.").reports) == 2


@pytest.mark.parametrize(
    "who",
    [
        "The front, which has fought the Congolese army for years, said on Friday that it had gained ground.",
        "The police freed two of the guerrillas fighting the army.",
    ],
)
def test_against_whom_somebody_fights_is_told_of_no_day(who: str, code: Code) -> None:
    coded = code(f"Rebels killed a trader near Bunia on Tuesday. {who}")
    assert "Armed clash" not in {r.sub_event_type for r in coded.reports}


def test_who_fought_on_a_day_did(code: Code) -> None:
    coded = code("The rebels, who had fought the army near Goma on Monday, left on Tuesday.")
    assert ("Armed clash", 10) in {(r.sub_event_type, r.event_date.day) for r in coded.reports}


def test_what_strikes_do_not_do_is_no_strike(code: Code) -> None:
    coded = code("Soldiers shelled Bunia on Monday. Asked why air raids do not reach the palace, he smiled.")
    assert {r.sub_event_type for r in coded.reports} == {"Shelling/artillery/missile attack"}


REASONS = [
    (
        "The governor is hated because of the assassinations carried out by his guards.",
        "assassinations",
        True,
    ),
    ("The governor is hated because of the two assassinations in Bria.", "assassinations", False),
    ("The road was shut because of the attacks on Monday in Bria.", "attacks", False),
    ("The road was shut because of the attack on a bus in Bria.", "attack", False),
    ("The governor is hated; of the assassinations nobody spoke.", "assassinations", False),
]


@pytest.mark.parametrize(("text", "trigger", "wanted"), REASONS)
def test_a_plural_that_is_only_a_reason_is_told_of_no_day(text: str, trigger: str, wanted: bool) -> None:
    assert of_reasons(frame_of(text, trigger)) is wanted
