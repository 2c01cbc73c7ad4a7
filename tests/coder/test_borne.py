"""A name alone stands for whoever the story named so; claims, orders and walls leave the doers who they are."""

import pytest
from tests.coder.told import Code


def test_a_surname_is_the_victim_that_it_was_given_to(code: Code) -> None:
    told = "Peasant leader Ana Ruiz left her house in Puno, Peru, at dawn. On Monday Ruiz was gunned down."
    (report,) = code(told).reports
    assert (report.sub_event_type, report.actor2) == ("Attack", "Civilians (Peru)")


def test_a_name_that_nobody_bore_is_no_victim(code: Code) -> None:
    frames = code("Rain fell in Puno, Peru, at dawn. On Monday Ruiz was gunned down.").reports
    assert not frames


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed Judge Ana Ruiz and two clerks in Puno, Peru, on Monday.",
        "GUNMEN KILLED JUDGE ANA RUIZ, 45, AND TWO CLERKS IN PUNO, PERU, ON MONDAY.",
    ],
)
def test_those_behind_a_name_are_hit_with_its_bearer(code: Code, text: str) -> None:
    assert code(text).reports[0].fatalities == 3


def test_a_day_may_stand_between_a_murder_and_its_victim(code: Code) -> None:
    told = "The assassination last Friday of Ana Ruiz Paz in Puno, Peru, led to a curfew."
    assert ("Attack", "2024-06-07") in [(r.sub_event_type, str(r.event_date)) for r in code(told).reports]


def test_a_claim_makes_a_death_political(code: Code) -> None:
    told = "A trader died of gunshot wounds at his door in Puno, Peru, on Monday. His widow wept."
    claim = " The Tupac Amaru Revolutionary Movement claimed responsibility."
    assert [r.sub_event_type for r in code(told + claim).reports] == ["Attack"]


def test_an_aircraft_that_somebody_is_aboard_is_no_weapon(code: Code) -> None:
    (report,) = code("A senator was shot dead aboard a plane in Cali, Colombia, on Monday.").reports
    assert report.sub_event_type == "Attack"


def test_slogans_on_a_wall_are_no_protest(code: Code) -> None:
    assert not code("Slogans of the Shining Path were painted on a wall in Puno, Peru, on Monday.").reports


def test_who_is_made_to_get_out_burns_nothing(code: Code) -> None:
    told = "Shining Path rebels made the passengers get off and burned a bus in Puno, Peru, on Monday."
    assert all(r.actor1 == "Sendero Luminoso: Shining Path" for r in code(told).reports)


def test_many_are_not_the_one_who_acted_last(code: Code) -> None:
    told = "Deputy Ana Ruiz arrived at her house in Puno, Peru, on Monday. They shot a guard dead."
    assert all("Government" not in r.actor1 for r in code(told).reports)


def test_a_can_is_no_modal(code: Code) -> None:
    (report,) = code("A bomb hidden in a garbage can blew up in Puno, Peru, on Monday.").reports
    assert report.sub_event_type == "Remote explosive/landmine/IED"


def test_a_bomb_that_somebody_escaped_went_off(code: Code) -> None:
    (report,) = code("The senator escaped a dynamite attack in Puno, Peru, on Monday.").reports
    assert report.event_type == "Explosions/Remote violence"
