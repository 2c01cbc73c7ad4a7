"""Do words that point back take the weapon that the sentence before named?"""

import pytest
from tests.coder.told import Code, Read

OPENING = "Villagers in Sagaing saw two helicopters circle over the school on Monday."


@pytest.mark.parametrize(
    "told", ["Suddenly they started shooting.", "They then fired at the roof, wounding four pupils."]
)
def test_a_pronoun_takes_the_aircraft(read: Read, told: str) -> None:
    frames = [f for f in read(f"{OPENING} {told}").story.frames if f.sentence.index == 1]
    assert any("air" in f.weapons for f in frames)


def test_a_pronoun_may_be_fighters_named_before(read: Read) -> None:
    text = "Soldiers waited for two helicopters in Sagaing on Monday. They started shooting."
    frames = [f for f in read(text).story.frames if f.sentence.index == 1]
    assert frames
    assert not any("air" in f.weapons for f in frames)


def test_an_actor_needs_no_aircraft(read: Read) -> None:
    frames = [
        f for f in read(f"{OPENING} Militiamen fired at the roof.").story.frames if f.sentence.index == 1
    ]
    assert not any("air" in f.weapons for f in frames)


def test_the_attack_that_took_place_was_one_with_gas(code: Code) -> None:
    text = (
        "Inspectors said on Monday that sarin was very likely used in 2023 in the north of Syria. "
        "The attack took place in Saraqeb on 3 June 2024."
    )
    assert [r.sub_event_type for r in code(text).reports] == ["Chemical weapon"]


def test_another_strike_was_by_those_who_struck_before(code: Code) -> None:
    text = (
        "An Israeli drone hit a kiosk in Rafah on Monday, killing four people. "
        "Another strike on a bakery in Khan Younis wounded nine."
    )
    rows = [(r.sub_event_type, r.location, r.actor1, r.fatalities, r.injuries) for r in code(text).reports]
    army = "Military Forces of Israel (2022-)"
    assert rows == [
        ("Air/drone strike", "Rafah", army, 4, None),
        ("Air/drone strike", "Khan Yunis", army, 0, 9),
    ]


def test_another_attack_behind_no_strike_has_no_weapon(read: Read) -> None:
    text = "Gunmen killed four people in Bria on Monday. Another attack in Obo wounded nine."
    assert not any(f.weapons for f in read(text).story.frames if f.sentence.index == 1)


def test_the_explosive_that_was_thrown_is_the_grenade(code: Code) -> None:
    text = (
        "Two men on a motorcycle lobbed a hand grenade at an office in Quetta, Pakistan, on Monday. They sped off after"
        " throwing the explosive. It went off near the gate, wounding five people."
    )
    assert [(r.sub_event_type, r.injuries) for r in code(text).reports] == [("Grenade", 5)]
