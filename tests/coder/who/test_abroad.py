"""Where do the forces of a state fight abroad, and what does that say of a place?"""

from datetime import date
from pathlib import Path

import pytest
from tests.coder.told import Code, only

from newsledger import errors
from newsledger.coder.who.abroad import Abroad, last_day, read_abroad
from newsledger.coder.who.naming import Actors

COUNTRIES = frozenset({"Mali", "France", "Chad"})


def read(text: str) -> Abroad:
    return read_abroad({"basis": "press", "states": {"France": text}}, Path("abroad.yaml"), COUNTRIES)


def test_fronts_have_first_and_last_days() -> None:
    abroad = read("Mali 2013-01-11/2022-08; Chad 1983")
    assert abroad.fronts(["France"], date(2013, 1, 10)) == {"Chad"}
    assert abroad.fronts(["France"], date(2022, 8, 31)) == {"Chad", "Mali"}
    assert abroad.fronts(["France"], date(2022, 9, 1)) == {"Chad"}
    assert abroad.fronts(["Mali"], date(2020, 1, 1)) == frozenset()


@pytest.mark.parametrize(
    ("text", "day"), [("2014", (2014, 12, 31)), ("2024-02", (2024, 2, 29)), ("2021-06-29", (2021, 6, 29))]
)
def test_a_span_ends_with_its_year_month_or_day(text: str, day: tuple[int, int, int]) -> None:
    assert last_day(text) == date(*day)


@pytest.mark.parametrize(
    "text", ["Mali", "Mali soon", "Nowhere 2013", "Mali 2013/2012", "Mali 2013-13", "France 2013", ""]
)
def test_a_malformed_front_is_refused_with_its_state(text: str) -> None:
    with pytest.raises(errors.ContentInvalid, match="no known country or no span"):
        read(text)


def test_the_shipped_fronts_are_read(actors: Actors) -> None:
    abroad = actors.catalogue.abroad
    assert "Ukraine" in abroad.fronts(["Russia"], date(2023, 5, 1))
    assert "Ukraine" not in abroad.fronts(["Russia"], date(2010, 5, 1))


PLACES = [
    ("Russian troops shelled Orikhiv on Monday.", "Orikhiv", "Ukraine"),
    ("Turkish forces shelled Ain Issa on Monday.", "Ain Issa", "Syria"),
    ("Israel bombed Khiam on Monday.", "Khiam", "Lebanon"),
    ("Azerbaijani forces shelled Movses on Monday.", "Movses", "Armenia"),
    ("LRA fighters looted Obo on Monday.", "Obo", "Central African Republic"),
    # a place that no list knows, where the army fights in one country alone or the enemy is known to be met
    ("Kenyan troops attacked an insurgents' base in Fafadunka on Monday.", "", "Somalia"),
    ("Russian troops shelled Xyzhivka on Monday.", "", "Ukraine"),
    ("Ukrainian troops fought Russian forces near Xyzhivka on Monday.", "", "Ukraine"),
    # what else the text names still counts
    ("Russian troops shelled a position in Gao, Mali, on Monday.", "Gao", "Mali"),
]


@pytest.mark.parametrize(("text", "location", "country"), PLACES, ids=[t[:40] for t, *_ in PLACES])
def test_an_army_abroad_is_where_it_fights(code: Code, text: str, location: str, country: str) -> None:
    report = only(code(text))
    assert (report.location, report.country) == (location, country)


def test_forces_of_two_states_are_two_sides(code: Code) -> None:
    text = "Azerbaijani forces moved into Lachin on Monday, and Russian peacekeepers handed over their posts."
    report = only(code(text))
    assert report.actor1.startswith("Military Forces of Azerbaijan")
    assert report.actor2.startswith("Military Forces of Russia")


def test_those_who_hand_over_their_posts_are_the_other_side(code: Code) -> None:
    text = (
        "In May, Azerbaijani strikes killed two soldiers of the Artsakh army. Azerbaijani forces moved into Lachin"
        " later that month, and the Russian peacekeepers handed over their posts."
    )
    report = next(r for r in code(text).reports if r.sub_event_type == "Non-violent transfer of territory")
    assert report.actor2.startswith("Military Forces of Russia")
