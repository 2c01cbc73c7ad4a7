"""Compose: a plain verb and its thing make an action of a crowd; the verb alone makes none."""

from functools import cache

import pytest

from newsledger.coder.engine import Coder
from newsledger.coder.examples import example_article


@cache
def coder() -> Coder:
    return Coder.load()


def actions(text: str) -> set[str]:
    """Return all actions that a sentence is read to tell."""
    return {a for f in coder().read(example_article(text)).story.frames for a in f.actions}


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Students flung a dozen paving stones at officers in Lyon on Monday.", "riot"),
        ("Officers were pelted with rotten eggs in Lyon on Monday.", "riot"),
        ("Pensioners sat down on the main bridge in Novi Sad on Monday.", "block"),
        ("Marchers pushed through a police cordon in Tirana on Monday.", "riot"),
        ("Demonstrators forced their way into the parliament in Tirana on Monday.", "break-in"),
    ],
)
def test_verb_and_thing_make_an_action(text: str, action: str) -> None:
    assert action in actions(text)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("The mayor flung open the doors of the museum in Lyon on Monday.", "riot"),
        ("Pensioners sat down on soft chairs in Novi Sad on Monday.", "block"),
        ("The striker pushed through in Tirana on Monday.", "riot"),
    ],
)
def test_verb_alone_makes_none(text: str, action: str) -> None:
    assert action not in actions(text)
