"""Which pairs of reports are one event, and which are not."""

import pytest

from newsledger.ledger.actor import compare_actors, read_actor
from newsledger.ledger.facts import fold
from newsledger.ledger.spelling import alike
from tests.ledger.story import ARMENIA, ARTSAKH, AZERBAIJAN, Story, together

GUNMEN = "Unidentified Armed Group (Armenia)"
VILLAGERS = "Civilians (Armenia)"
SHOT = {"sub_event_type": "Attack", "actor1": GUNMEN, "actor2": VILLAGERS}


def joined(
    first: dict[str, object], second: dict[str, object], scope: str = "political", days: int = 0
) -> bool:
    s = Story()
    s.article("a", "2022-09-14")
    s.report(**first)
    s.article("b", f"2022-09-{14 + days}")
    s.report(**second)
    return len(together(s.publish(scope=scope))) == 1


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({}, {}, True),
        ({}, {"sub_event_type": "Armed clash"}, True),
        ({}, {"actor1": ARMENIA, "actor2": AZERBAIJAN}, True),
        ({}, {"event_date": "2022-09-14"}, False),
        ({}, {"location": "Goris"}, False),
        ({}, {"actor2": ARTSAKH}, False),
        ({}, {"actor2": ""}, True),
        ({}, {"sub_event_type": "Agreement"}, False),
        ({"sub_event_type": "Arrests"}, {"sub_event_type": "Agreement"}, True),
        ({"night": "began"}, {"event_date": "2022-09-14"}, True),
        ({"night": "ended"}, {"event_date": "2022-09-14"}, False),
        ({"night": "began"}, {"event_date": "2022-09-14", "night": "ended"}, True),
        ({"night": "began"}, {"event_date": "2022-09-14", "night": "began"}, False),
        ({"night": "began"}, {"night": "ended"}, True),
        ({}, {"event_date": "2022-09-15", "time_precision": 2}, True),
        ({}, {"event_date": "2022-09-18", "time_precision": 2}, False),
        ({}, {"event_date": "2022-09-16", "time_precision": 3}, True),
        ({}, {"event_date": "2022-08-16", "time_precision": 3}, False),
        ({}, {"location": "Jermuk", "latitude": 39.9, "longitude": 45.7, "geo_precision": 2}, True),
        ({"location": "Kalbajar"}, {"location": "Kelbajar"}, True),
        ({"location": "Ljubimovka"}, {"location": "Peschanoe", "latitude": 40.04, "longitude": 45.04}, False),
        (SHOT, {**SHOT, "actor1": "Some Liberation Army"}, True),
        (SHOT, {**SHOT, "actor1": ARMENIA}, False),
        (SHOT, {**SHOT, "actor1": "Unidentified Armed Group (Georgia)"}, False),
        ({**SHOT, "actor1": "One Army"}, {**SHOT, "actor1": "Other Army"}, False),
        ({}, {"actor2": "Police Forces of Armenia (2018-)"}, True),
        (
            {},
            {"actor2": "Police Forces of Armenia (2018-)", "night": "began", "event_date": "2022-09-12"},
            False,
        ),
        ({}, {"actor2": "Military Forces of Armenia (2018-) Border Guards"}, True),
    ],
)
def test_the_pair_the_day_and_the_place_decide(
    first: dict[str, object], second: dict[str, object], expected: bool
) -> None:
    assert joined(first, second) is expected
    assert joined(second, first) is expected


@pytest.mark.parametrize(
    ("first", "second", "days", "expected"),
    [
        ({"fatalities": 1, "injuries": 2}, {"fatalities": 1, "injuries": 2}, 0, True),
        (
            {"fatalities": 1, "injuries": 2},
            {"fatalities": 1, "injuries": 2, "event_date": "2022-09-14"},
            0,
            True,
        ),
        (
            {"fatalities": 1, "injuries": 2},
            {"fatalities": 1, "injuries": 2, "event_date": "2022-09-15"},
            1,
            True,
        ),
        (
            {"fatalities": 1, "injuries": 2},
            {"fatalities": 1, "injuries": 2, "event_date": "2022-09-21"},
            8,
            False,
        ),
        ({"fatalities": 1}, {"fatalities": 1, "event_date": "2022-09-15"}, 1, False),
        ({"fatalities": 3, "injuries": 5}, {"fatalities": 4, "injuries": 4}, 1, True),
        ({"fatalities": 4, "injuries": 5}, {"fatalities": 3, "injuries": 4}, 1, True),
        ({"fatalities": 2}, {"fatalities": 0, "injuries": 2}, 1, True),
        ({"fatalities": 1, "injuries": 4}, {"fatalities": 3, "injuries": 2}, 1, True),
        ({"fatalities": 1, "injuries": 2}, {"fatalities": 2, "injuries": 2}, 1, True),
        ({"fatalities": 3, "injuries": 5}, {"fatalities": 1, "injuries": 2}, 1, False),
        ({"fatalities": 3, "injuries": 5}, {}, 1, True),
    ],
)
def test_under_all_violence_day_and_toll_carry_the_identity(
    first: dict[str, object], second: dict[str, object], days: int, expected: bool
) -> None:
    assert joined({**SHOT, **first}, {**SHOT, **second}, "all-violence", days) is expected


LATE = {"event_date": "2022-09-19", "guessed": True}
LATER = {"event_date": "2022-10-20", "guessed": True}
NAMESAKE = {"latitude": 40.9, "longitude": 44.1, "admin1": "Lori"}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({"fatalities": 1}, {"fatalities": 1, **LATE}, True),
        ({"fatalities": 1}, {"fatalities": 1, **LATE, "guessed": False}, False),
        ({"fatalities": 1}, {"fatalities": 2, **LATE}, False),
        ({"fatalities": 1, "event_date": "2022-09-20"}, {"fatalities": 1, **LATE}, True),
        ({"fatalities": 1, "event_date": "2022-09-22"}, {"fatalities": 1, **LATE}, False),
        ({"fatalities": 2, "injuries": 3}, {"fatalities": 2, "injuries": 3, **LATER}, True),
        (
            {"fatalities": 2, "injuries": 3},
            {"fatalities": 2, "injuries": 3, **LATER, "guessed": False},
            False,
        ),
        ({"fatalities": 2}, {"fatalities": 2, **LATER}, False),
        ({"fatalities": 4}, {"fatalities": 4, **NAMESAKE}, True),
        ({"fatalities": 2}, {"fatalities": 2, **NAMESAKE}, False),
        ({"fatalities": 4}, {"fatalities": 4, **NAMESAKE, "location": "Stepanavan"}, False),
        ({"fatalities": 4}, {"fatalities": 4, **NAMESAKE, "event_date": "2022-09-16"}, False),
        ({"fatalities": 4, "location": "Goris"}, {"fatalities": 4, "location": "Kapan"}, True),
        ({"fatalities": 2, "location": "Goris"}, {"fatalities": 2, "location": "Kapan"}, False),
        (
            {"fatalities": 1, "night": "began"},
            {"fatalities": 1, "night": "ended", "event_date": "2022-09-15"},
            True,
        ),
    ],
)
def test_under_all_violence_a_number_of_victims_stands_for_a_day_or_place_that_is_not_told_or_misread(
    first: dict[str, object], second: dict[str, object], expected: bool
) -> None:
    assert joined({**SHOT, **first}, {**SHOT, **second}, "all-violence", 9) is expected
    if first.items() != second.items():
        assert not joined({**SHOT, **first}, {**SHOT, **second}, "political", 9)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({"actor1": "Police Forces of Armenia (2018-)"}, {}, True),
        ({"actor1": "Unidentified Armed Group"}, {}, True),
        ({"actor1": "Protesters (Armenia)", "sub_event_type": "Peaceful protest"}, {}, False),
        ({"actor1": "Green Army"}, {"actor1": "Blue Army"}, False),
        ({"actor1": "Police Forces of Armenia (2018-)"}, {"event_date": "2022-09-16"}, False),
    ],
)
def test_under_all_violence_who_shot_may_be_told_wrongly_but_not_if_groups_are_named(
    first: dict[str, object], second: dict[str, object], expected: bool
) -> None:
    told = {"fatalities": 1, "injuries": 2}
    assert joined({**SHOT, **told, **first}, {**SHOT, **told, **second}, "all-violence") is expected
    assert not joined(
        {**SHOT, **told, **first}, {**SHOT, **told, **second, "location": "Kapan"}, "all-violence"
    )


def test_a_bare_plural_is_no_toll_to_compare() -> None:
    s = Story()
    s.article("a", "2022-09-13")
    s.report(**SHOT, fatalities=3, rough=True)
    s.article("b", "2022-09-14")
    s.report(**SHOT, fatalities=1, injuries=4)
    assert together(s.publish(scope="all-violence")) == [["a#1", "b#1"]]


def test_a_vague_report_never_pulls_two_precise_ones_together() -> None:
    s = Story()
    for name, day in (("a", "2022-09-05"), ("b", "2022-09-06")):
        s.article(name, "2022-09-30")
        s.report(event_date=day)
    s.article("c", "2022-09-30")
    s.report(event_date="2022-09-16", time_precision=3)
    ledger = s.publish()
    assert together(ledger) == [["a#1"], ["b#1"], ["c#1"]]
    told = ledger.agreements.filter(~ledger.agreements.get_column("joined")).get_column("why").to_list()
    assert "it could be one of several precise events" in told


def test_a_vague_report_joins_the_event_with_its_very_toll() -> None:
    s = Story()
    for name, day, dead in (("a", "2022-09-05", 4), ("b", "2022-09-06", 7)):
        s.article(name, "2022-09-30")
        s.report(event_date=day, fatalities=dead)
    s.article("c", "2022-09-30")
    s.report(event_date="2022-09-16", time_precision=3, fatalities=7)
    assert together(s.publish()) == [["a#1"], ["b#1", "c#1"]]


def test_a_report_cannot_tell_of_what_happens_after_it() -> None:
    s = Story()
    s.article("early", "2022-09-10")
    s.report(event_date="2022-09-16", time_precision=3)
    s.article("late", "2022-09-20")
    s.report(event_date="2022-09-13")
    assert together(s.publish()) == [["early#1"], ["late#1"]]


def test_one_sided_reports_never_pull_two_pairs_together() -> None:
    s = Story()
    for name, target in (("a", ARMENIA), ("b", ARTSAKH), ("c", "")):
        s.article(name, "2022-09-14")
        s.report(actor2=target)
    assert sorted(map(len, together(s.publish()))) == [1, 2]


def test_one_article_tells_its_own_events_apart_but_not_identical_ones() -> None:
    s = Story()
    s.article("a", "2022-09-14")
    s.report(sub_event_type="Armed clash", actor1=ARMENIA, actor2=AZERBAIJAN)
    s.report(sub_event_type="Air/drone strike")
    s.report(actor2="")
    s.article("b", "2022-09-14")
    s.report()
    groups = together(s.publish())
    assert ["a#1", "a#2", "b#1"] in groups
    assert ["a#3"] in groups


def test_the_reasons_for_joining_and_for_not_joining_are_told() -> None:
    s = Story()
    s.article("a", "2022-09-14")
    s.report(night="began")
    s.article("b", "2022-09-14")
    s.report(event_date="2022-09-14")
    s.article("c", "2022-09-16")
    s.report(event_date="2022-09-15")
    links = {
        (a, b): (j, w)
        for a, b, j, w in s.publish()
        .agreements.select("report_id", "other_report_id", "joined", "why")
        .iter_rows()
    }
    assert links["a#1", "b#1"][0]
    assert "one night, dated by its evening or its morning" in links["a#1", "b#1"][1]
    assert links["b#1", "c#1"] == (False, "other days")


def test_years_and_units_are_no_part_of_an_actors_identity() -> None:
    old, new = (
        read_actor("Military Forces of Iraq (2003-2014)", "State forces"),
        read_actor("Military Forces of Iraq (2014-)", "State forces"),
    )
    assert compare_actors(old, new, "iraq").word == "exact"
    police = read_actor("Police Forces of Iraq (2014-) Swat", "State forces")
    assert (police.state, police.unit) == ("iraq", "swat")
    assert compare_actors(new, police, "iraq").word == "strained"


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [
        ("Kalbajar", "Kelbajar", True),
        ("Dashkasan", "Dashkesan", True),
        ("Goražde", "Gorazde", True),
        ("Ağdam", "Agdam", True),
        ("Sotk", "Goris", False),
        ("Ur", "Us", False),
        ("Vardenis", "Vardenik", True),
    ],
)
def test_spellings(x: str, y: str, expected: bool) -> None:
    assert alike(fold(x), fold(y)) is expected
