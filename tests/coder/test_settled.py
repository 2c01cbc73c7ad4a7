"""Settled: roles corrected by what their trigger means."""

import pytest
from tests.coder.told import Code, only


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "Four Malian soldiers were wounded when their truck ran over a mine near Hombori on Monday.",
            ("Unidentified Armed Group (Mali)", "Military Forces of Mali (2021-)"),
        ),
        (
            "Colombian soldiers defused an IED planted by the ELN near Tibu on Monday.",
            ("Military Forces of Colombia (2022-)", "ELN: National Liberation Army"),
        ),
        (
            "Soldiers repelled an attack by Boko Haram near Dikwa on Monday.",
            (
                "Military Forces of Nigeria (2023-)",
                "Boko Haram - Jamatu Ahli is-Sunnah lid-Dawatai wal-Jihad",
            ),
        ),
    ],
)
def test_roles_follow_the_meaning_of_the_trigger(code: Code, text: str, actors: tuple[str, str]) -> None:
    report = only(code(text))
    assert {report.actor1, report.actor2} == set(actors)


def test_fighters_of_a_group_that_is_a_country_s_are_of_the_group(code: Code) -> None:
    text = "Gunmen from Somalia's outlawed Islamist group al-Shabaab killed four men in Mandera on Monday."
    assert only(code(text)).actor1 == "Al Shabaab"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Israeli jets bombed a plant near Homs on Monday that made sarin.", "Air/drone strike"),
        ("Helicopters bombed Homs with sarin on Monday.", "Chemical weapon"),
    ],
)
def test_gas_is_a_weapon_of_those_who_use_it(text: str, kind: str, code: Code) -> None:
    assert only(code(text)).sub_event_type == kind


def test_who_lies_dead_on_a_road_does_not_block_it(code: Code) -> None:
    assert not code("A body was found lying on a road in Niamey on Monday.").reports
    assert only(code("Farmers lay down on a road in Niamey on Monday, blocking it.")).event_type == "Protests"


def test_who_looks_on_from_a_roadside_holds_no_protest(code: Code) -> None:
    assert not code('"We stood across the road from them in Kano," the mayor said on Monday.').reports


def test_what_is_ended_is_not_killed(code: Code) -> None:
    assert not code("Norway eliminated most tariffs on goods from Togo on Monday.").reports


def test_a_town_that_sits_on_a_road_does_not_block_it(code: Code) -> None:
    assert not code("Dosso sits on the highway to Benin.").reports


def test_a_town_that_was_long_in_the_hands_of_rebels_is_taken_once(code: Code) -> None:
    report = only(
        code("After five weeks in rebel hands the town of Ber in Mali was retaken by the army on Monday.")
    )
    assert (report.sub_event_type, report.actor1) == (
        "Government regains territory",
        "Military Forces of Mali (2021-)",
    )


def test_a_noun_behind_a_preposition_is_no_verb_in_s(code: Code) -> None:
    assert not code("The authorities moved 400 villagers in Sittwe to camps on buses on Monday.").reports


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Soldiers were taking water and rations to a post near Gao, Mali, on Monday.", []),
        (
            "Bandits took food and blankets from a store in Gao, Mali, on Monday.",
            ["Looting/property destruction"],
        ),
        (
            "Rebels took three villages to the south of Gao, Mali, on Monday.",
            ["Non-state actor overtakes territory"],
        ),
    ],
)
def test_what_is_taken_somewhere_is_not_robbed(code: Code, text: str, types: list[str]) -> None:
    assert [r.sub_event_type for r in code(text).reports] == types


def test_a_count_of_the_dead_that_has_risen(code: Code) -> None:
    text = "The number of Malian soldiers who died when rebels stormed a camp at Gao on Monday has climbed to 16."
    assert only(code(text)).fatalities == 16


@pytest.mark.parametrize("verb", ["claimed", "has claimed", "took", "cost"])
def test_lives_are_claimed(code: Code, verb: str) -> None:
    assert only(code(f"The raid {verb} the lives of 11 farmers near Gao, Mali, on Monday.")).fatalities == 11


@pytest.mark.parametrize(
    ("many", "dead"), [("Dozens of", 12), ("Not fewer than seven", 7), ("Two dozen", 24)]
)
def test_bodies_are_counted(code: Code, many: str, dead: int) -> None:
    text = f"{many} bodies were found after gunmen attacked a village near Gao, Mali, on Monday."
    assert only(code(text)).fatalities == dead


def test_a_drone_of_rebels_is_shot_down_and_not_they(code: Code) -> None:
    report = only(code("The army shot down a rebel drone near Gao, Mali, on Monday."))
    assert (report.sub_event_type, report.actor2) == (
        "Disrupted weapons use",
        "Unidentified Armed Group (Mali)",
    )
