"""The weapons and the objects of a trigger: in its clause, in the hands of those who act, and no names."""

from functools import cache

from newsledger.coder.engine import Coder
from newsledger.coder.examples import example_article
from newsledger.coder.frames import Frame
from newsledger.coder.knowledge import Knowledge
from newsledger.coder.story import read_story


@cache
def knowledge() -> Knowledge:
    return Coder.load().knowledge


def frame(text: str) -> Frame:
    """Return the frame of a sentence that tells of an attack."""
    return next(f for f in read_story(example_article(text), knowledge()).frames if "attack" in f.actions)


def test_weapons_and_objects_stand_in_the_clause() -> None:
    found = frame("Rebels attacked a police post with mortars near Bria.")
    assert "artillery" in found.weapons
    assert "military-site" in found.objects


def test_a_weapon_only_carried_is_not_the_means() -> None:
    found = frame("Men armed with rifles and rocket-propelled grenades attacked a police post near Bria.")
    assert "grenade" not in found.weapons
    assert "artillery" not in found.weapons


def test_a_gas_that_the_trigger_names_is_a_weapon_of_what_follows() -> None:
    found = read_story(
        example_article(
            "Army helicopters dropped barrel bombs containing chlorine on Sarmin, injuring nine people."
        ),
        knowledge(),
    ).frames
    assert "chemical" in next(f for f in found if "wound" in f.actions).weapons


def test_what_others_send_is_not_the_means() -> None:
    alone = frame("Rebels attacked a police post near Bria with helicopters.")
    assert "air" in alone.weapons
    joined = frame("Rebels attacked a police post near Bria and the army deployed helicopters.")
    assert "air" not in joined.weapons
