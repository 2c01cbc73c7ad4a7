"""What stands in one list with a plan, or is forbidden, is no event; what follows a deed is one."""

from functools import cache

import pytest
from tests.coder.told import Code

from newsledger.coder.engine import Coder
from newsledger.coder.examples import example_article


@cache
def coder() -> Coder:
    return Coder.load()


def scope_of(text: str, trigger: str) -> str:
    """Return the scope of the frame of a sentence whose trigger starts as given."""
    frames = coder().read(example_article(text)).story.frames
    return next(f.scope for f in frames if f.trigger.startswith(trigger))


PLANNED = [
    ("Rebels plan to burn buses, destroy bridges and attack towns around Cali on Monday.", "destroy"),
    ("Algeria banned several rallies in Oran on Monday.", "rallies"),
    ("Students will block the bridge in Oran on Monday, protesting against fees.", "protesting"),
]


@pytest.mark.parametrize(("text", "trigger"), PLANNED, ids=[t for _, t in PLANNED])
def test_what_goes_with_a_plan_or_a_ban_is_out_of_scope(text: str, trigger: str) -> None:
    assert scope_of(text, trigger) != ""


def test_a_list_of_deeds_stays() -> None:
    assert scope_of("Rebels burned buses, destroyed bridges and attacked Cali on Monday.", "destroyed") == ""


def test_a_list_is_out_of_scope_as_a_whole(code: Code) -> None:
    for text in (
        "No priest has ever been jailed, murdered or exiled in Gulu, Uganda.",
        "The army must end its bombing and its shelling of civilians in Gulu, Uganda.",
        "Rebels plan to burn cars, destroy shops and step up sabotage of pylons near Gulu, Uganda.",
    ):
        assert code(text).reports == [], text


def test_a_list_of_what_was_done_is_told(code: Code) -> None:
    text = "Two priests were jailed, murdered and buried by rebels near Gulu, Uganda, on Monday."
    assert "Attack" in [r.sub_event_type for r in code(text).reports]
