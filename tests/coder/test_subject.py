"""Who does what a verb tells: the nearest fit mention, whom a clause describes, or the subject of the verb before."""

from functools import cache

import pytest

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


SUBJECTS = [
    ("Police fired at youths who threw stones in Bria.", "riot", ["youths"]),
    ("Those who shelled Bria fled.", "shell", []),
    ("The helicopters attacked Bria.", "attack", []),
    ("Rebels, including a general, attacked soldiers near Bria.", "attack", ["Rebels"]),
    ("Rebels attacked a patrol near Bria by throwing a grenade.", "grenade", ["Rebels"]),
    ("Gunmen fired on a sit-in of residents in Bria, killing four.", "kill", ["Gunmen"]),
    ("A bomb that targeted police killed nine people in Bria.", "kill", []),
]


@pytest.mark.parametrize(("text", "action", "expected"), SUBJECTS, ids=[t[:40] for t, *_ in SUBJECTS])
def test_subject(text: str, action: str, expected: list[str]) -> None:
    assert agents(text, action) == expected
