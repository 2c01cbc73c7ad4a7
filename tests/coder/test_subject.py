"""Who does what a verb tells: the nearest fit mention, whom a clause describes, or the subject of the verb before."""

from functools import cache

import pytest

from newsledger.coder import pronouns
from newsledger.coder.engine import Coder
from newsledger.coder.examples import example_article
from newsledger.coder.knowledge import Knowledge
from newsledger.coder.story import read_story


@cache
def knowledge() -> Knowledge:
    return Coder.load().knowledge


def agents(text: str, action: str) -> list[str]:
    """Return the agents of the first frame of an action, as written."""
    found = next(f for f in read_story(example_article(text), knowledge()).frames if action in f.actions)
    return [found.sentence.text_of(m.first, m.last) for m in found.agents]


def targets(text: str, action: str) -> list[str]:
    """Return the targets of the first frame of an action, as written, with pronouns resolved."""
    story = read_story(example_article(text), knowledge())
    pronouns.resolve(story)
    found = next(f for f in story.frames if action in f.actions)
    return [found.sentence.text_of(m.first, m.last) for m in found.targets]


SUBJECTS = [
    ("Police fired at youths who threw stones in Bria.", "riot", ["youths"]),
    ("Those who shelled Bria fled.", "shell", []),
    ("Youths demanding the departure of the troops stoned patrols in Bria.", "riot", ["Youths"]),
    ("The rebels swept aside the volunteers and captured the town of Bria.", "seize-territory", ["rebels"]),
    ("The raid, which cost two lives, was carried out by rebels in Bria.", "attack", ["rebels"]),
    ("The helicopters attacked Bria.", "attack", []),
    ("Rebels, including a general, attacked soldiers near Bria.", "attack", ["Rebels"]),
    ("Rebels attacked a patrol near Bria by throwing a grenade.", "grenade", ["Rebels"]),
    ("Gunmen fired on a sit-in of residents in Bria, killing four.", "kill", ["Gunmen"]),
    ("A bomb that targeted police killed nine people in Bria.", "kill", []),
    ("Bandits made a man watch as they raped a woman near Bria.", "rape", ["Bandits"]),
    ("Gunmen left four people dead in Bria.", "death", ["Gunmen"]),
    ("Nine traders met their death at the hands of rebels in Bria.", "death", ["rebels"]),
    ("A clerk told police that she stabbed a burglar in Bria.", "assault", ["clerk"]),
]
TARGETS = [
    (
        "Nine weavers, who were caught in fighting of rebels, were shot dead by soldiers in Bria.",
        "kill",
        ["weavers"],
    ),
    ("A midwife told the police that she had been raped by a soldier in Bria.", "rape", ["midwife"]),
    ("When police reached Bria, gunmen opened fire on them.", "attack", ["police"]),
    ("Police held as many as forty activists in Bria.", "hold", ["activists"]),
    ("Rebels overran a camp near Bria on Monday, with at least 20 soldiers killed.", "kill", ["soldiers"]),
]


@pytest.mark.parametrize(("text", "action", "expected"), SUBJECTS, ids=[t[:40] for t, *_ in SUBJECTS])
def test_subject(text: str, action: str, expected: list[str]) -> None:
    assert agents(text, action) == expected


@pytest.mark.parametrize(("text", "action", "expected"), TARGETS, ids=[t[:40] for t, *_ in TARGETS])
def test_target(text: str, action: str, expected: list[str]) -> None:
    assert targets(text, action) == expected


def test_who_stands_before_who_acts_whatever_is_told_of_him() -> None:
    assert agents("Police in Lund seek a man of about 40 who shot a farmer on Monday.", "shoot") == ["man"]


def test_who_did_it_may_stand_behind_an_aside() -> None:
    text = "A tailor was burned alive in the shed where he slept, near Kasur, by hundreds of villagers."
    assert agents(text, "kill") == ["villagers"]


def test_two_sides_may_be_told_apart_by_their_names() -> None:
    text = "A clash between Oguta and Izombe youths in Imo State on Monday left four people injured."
    assert targets(text, "clash")


def test_whom_armed_people_lead_off_they_may_then_kill() -> None:
    text = "The militants separated Christian workers from the others and executed six of them near Bria."
    assert agents(text, "kill") == ["militants"]
