"""The pure functions of the codebook."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger.contract import coding
from newsledger.contract.load import load_contract

CONTRACT = load_contract()
INTERS = CONTRACT.values("inter")
TYPES = [(str(t.data["event_type"]), t.value) for t in CONTRACT.terms["sub-event-type"]]


def test_the_order_of_types_is_that_of_coding_rules_2() -> None:
    ordered = [s for _, s in sorted(TYPES, key=lambda t: coding.type_rank(*t))]
    assert ordered[:9] == [
        *("Government regains territory", "Non-state actor overtakes territory", "Armed clash"),
        *("Excessive force against protesters", "Protest with intervention", "Peaceful protest"),
        *("Violent demonstration", "Mob violence", "Chemical weapon"),
    ]
    assert ordered.index("Grenade") < ordered.index("Sexual violence") < ordered.index("Agreement")


def test_types_that_do_not_belong_together_are_refused() -> None:
    with pytest.raises(ValueError, match="'Armed clash' is no sub-event type of 'Riots'"):
        coding.type_rank("Riots", "Armed clash")
    with pytest.raises(ValueError, match="no value of the closed list sub-event-type"):
        coding.disorder_type("Air strike")


@pytest.mark.parametrize(
    ("sub_event_type", "event_type", "disorder"),
    [
        ("Armed clash", "Battles", "Political violence"),
        ("Excessive force against protesters", "Protests", "Political violence; Demonstrations"),
        ("Violent demonstration", "Riots", "Demonstrations"),
        ("Mob violence", "Riots", "Political violence"),
        ("Other", "Strategic developments", "Strategic developments"),
    ],
)
def test_type_and_disorder_of_a_sub_type(sub_event_type: str, event_type: str, disorder: str) -> None:
    assert coding.event_type_of(sub_event_type) == event_type
    assert coding.disorder_type(sub_event_type) == disorder


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("Rebel group", "State forces", "State forces-Rebel group"),
        ("External/Other forces", "State forces", "State forces-External/Other forces"),
        ("Civilians", "External/Other forces", "External/Other forces-Civilians"),
        ("Civilians", "State forces", "State forces-Civilians"),
        ("Rioters", "Rioters", "Rioters-Rioters"),
        ("Protesters", "", "Protesters only"),
        ("", "Rebel group", "Rebel group only"),
    ],
)
def test_interaction(one: str, other: str, joined: str) -> None:
    assert coding.interaction(one, other) == coding.interaction(other, one) == joined


def test_the_closed_list_of_interactions_is_what_the_function_can_give() -> None:
    pairs = itertools.combinations_with_replacement(INTERS, 2)
    given_by_function = {coding.interaction(a, b) for a, b in pairs} | {
        coding.interaction(a, "") for a in INTERS
    }
    assert given_by_function == set(CONTRACT.values("interaction"))
    assert len(CONTRACT.values("interaction")) == 44


def test_no_actor_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one actor"):
        coding.interaction("", "")
    with pytest.raises(ValueError, match="'Soldiers' is no value"):
        coding.interaction("Soldiers", "")


@pytest.mark.parametrize(
    ("event_type", "sub", "inter2", "main", "expected"),
    [
        ("Violence against civilians", "Attack", "Civilians", False, "Civilian targeting"),
        ("Protests", "Excessive force against protesters", "", False, "Civilian targeting"),
        ("Protests", "Peaceful protest", "Civilians", True, ""),
        ("Battles", "Armed clash", "State forces", True, ""),
        ("Explosions/Remote violence", "Grenade", "Civilians", False, "Civilian targeting"),
        ("Explosions/Remote violence", "Grenade", "State forces", False, ""),
        ("Explosions/Remote violence", "Grenade", "", True, "Civilian targeting"),
        ("Riots", "Mob violence", "Civilians", False, "Civilian targeting"),
        ("Riots", "Mob violence", "Rioters", False, ""),
        ("Strategic developments", "Looting/property destruction", "Civilians", False, ""),
    ],
)
def test_civilian_targeting(event_type: str, sub: str, inter2: str, main: bool, expected: str) -> None:
    assert coding.civilian_targeting(event_type, sub, "Political militia", inter2, main) == expected
    assert expected in ("", *CONTRACT.values("civilian-targeting"))


def test_countries() -> None:
    assert (coding.region_of("Armenia"), coding.iso_of("Armenia"), coding.iso3_of("Armenia")) == (
        "Caucasus and Central Asia",
        51,
        "ARM",
    )
    assert [c.value for c in coding.countries()][:2] == ["Afghanistan", "Aland Islands"]
    with pytest.raises(ValueError, match="'Ruritania' is no value of the closed list country"):
        coding.region_of("Ruritania")


def test_confidence_is_the_worked_example_of_coding_rules_8() -> None:
    assert coding.confidence(["trigger-noun", "date-publication", "place-elsewhere"]) == 0.646
    assert coding.confidence([]) == 1.0
    with pytest.raises(ValueError, match="confidence-factor"):
        coding.confidence(["guess"])


@given(st.lists(st.sampled_from(CONTRACT.values("confidence-factor"))))
def test_confidence_ignores_order_and_repetition(marks: list[str]) -> None:
    once = coding.confidence(sorted(set(marks), reverse=True))
    assert coding.confidence(marks) == coding.confidence(marks[::-1]) == once
    assert 0 < once <= 1
