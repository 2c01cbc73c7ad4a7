"""Five articles on three outbreaks of fighting, told differently, become one ledger."""

import random
from datetime import date

import polars as pl
from polars.testing import assert_frame_equal

from newsledger.contract.load import load_contract
from newsledger.ledger import Ledger
from tests.ledger.story import ARMENIA, AZERBAIJAN, SIX, Story, caucasus, events_of, together


def deaths(ledger: Ledger, first: str, last: str, country: str = "Armenia") -> tuple[int, int, int]:
    days = pl.col("event_date").is_between(date.fromisoformat(first), date.fromisoformat(last))
    rows = ledger.events.filter(days, pl.col("country") == country)
    low, n, high = (
        int(rows.get_column(c).sum()) for c in ("fatalities_low", "fatalities", "fatalities_high")
    )
    return low, n, high


def test_the_dead_of_each_outbreak_are_counted_once() -> None:
    ledger = caucasus().publish()
    assert deaths(ledger, "2022-09-12", "2022-09-14") == (49, 49, 52)
    assert deaths(ledger, "2022-08-01", "2022-08-31", "Azerbaijan") == (3, 3, 3)
    assert deaths(ledger, "2021-11-16", "2021-11-16") == (15, 15, 15)
    assert int(ledger.events.get_column("fatalities").sum()) == 67


def test_reports_are_joined_across_spellings_and_the_date_of_the_night() -> None:
    groups = together(caucasus().publish())
    assert ["d0#2", "d3#2", "d4#1"] in groups  # Goris
    assert ["d4#4", "d5#1"] in groups  # Kelbajar and Kalbajar
    assert ["d2#1", "d3#7", "d3#8"] in groups  # August, from day to month
    assert ["d0#1"] in groups  # the day after
    assert ["d1#1"] in groups  # the year before


def test_a_night_with_a_time_after_midnight_has_the_day_on_which_it_ended_at_all_its_places() -> None:
    events = caucasus().publish().events.filter(pl.col("location").is_in(SIX))
    assert events.get_column("event_date").to_list() == [date(2022, 9, 13)] * 6


def test_the_remainder_goes_to_the_first_place_of_the_account_and_the_note_says_so() -> None:
    events = caucasus().publish().events
    shares = dict(events.filter(pl.col("location").is_in(SIX)).select("location", "fatalities").iter_rows())
    assert shares == {"Vardenis": 9, "Goris": 8, "Sotk": 8, "Jermuk": 8, "Kapan": 8, "Ishkhanasar": 8}
    note = events.filter(pl.col("location") == "Vardenis").item(0, "notes")
    assert "49 fatalities reported" in note
    assert "over six places, divided evenly (9 counted here)" in note


def test_the_merged_row_takes_the_best_of_each_report() -> None:
    s = Story()
    s.article("early", "2022-09-13")
    s.report(geo_precision=2, actor2="", fatalities=2, confidence=0.5, assoc_actor_1="Wagner Group")
    s.article("late", "2022-09-14")
    s.report(
        sub_event_type="Armed clash",
        actor1=ARMENIA,
        actor2=AZERBAIJAN,
        fatalities=4,
        tags="local administrators",
    )
    row = s.publish().events.row(0, named=True)
    assert row["event_type"] == "Battles"
    assert {row["actor1"], row["actor2"]} == {ARMENIA, AZERBAIJAN}
    side = "1" if row["actor1"] == AZERBAIJAN else "2"
    assert row[f"assoc_actor_{side}"] == "Wagner Group"
    assert row["interaction"] == "State forces-External/Other forces"
    assert (row["geo_precision"], row["fatalities"], row["fatalities_high"]) == (1, 4, 4)
    assert row["source"] == "Paper of early; Paper of late"
    assert (row["n_reports"], row["n_sources"], row["confidence"]) == (2, 2, 0.8)
    assert row["tags"] == "local administrators"
    assert row["first_release"] == row["last_changed_release"] == "2022.9.0"
    assert row["timestamp"] == 1663632000


def test_a_protest_that_turned_violent_is_one_riot() -> None:
    s = Story()
    s.article("noon", "2022-09-13")
    s.report(
        sub_event_type="Protest with intervention",
        actor1="Protesters (Armenia)",
        actor2="",
        tags="crowd size=no report",
    )
    s.article("night", "2022-09-14")
    s.report(
        sub_event_type="Violent demonstration",
        actor1="Rioters (Armenia)",
        actor2="",
        tags="crowd size=about 300",
    )
    row = s.publish().events.row(0, named=True)
    assert (row["event_type"], row["actor1"], row["tags"]) == (
        "Riots",
        "Rioters (Armenia)",
        "crowd size=about 300",
    )


def test_a_denial_stands_and_claims_of_two_sides_are_a_report() -> None:
    for statuses, merged in (
        ((("claimed", "Armenia"), ("claimed", "Armenia")), "claimed"),
        ((("claimed", "Armenia"), ("claimed", "Azerbaijan")), "reported"),
        ((("claimed", "Armenia"), ("reported", "")), "reported"),
        ((("reported", ""), ("disputed", "Armenia")), "disputed"),
    ):
        s = Story()
        for i, (status, claimant) in enumerate(statuses):
            s.article(f"a{i}", "2022-09-13")
            s.report(status=status, claimant=claimant)
        assert s.publish().events.item(0, "status") == merged


def test_the_order_of_articles_and_reports_changes_nothing() -> None:
    told = caucasus().publish()
    for seed in range(5):
        s = caucasus()
        shuffle = random.Random(seed).shuffle
        shuffle(s.articles)
        shuffle(s.reports)
        shuffle(s.evidence)
        again = s.publish()
        for name in (
            "events",
            "event_actors",
            "event_sources",
            "reports",
            "changes",
            "deletions",
            "agreements",
        ):
            assert_frame_equal(getattr(told, name), getattr(again, name))


def test_the_frames_have_the_form_of_the_contract() -> None:
    ledger = caucasus().publish()
    for name in ("events", "event_actors", "event_sources", "reports", "changes", "deletions"):
        frame, table = getattr(ledger, name), load_contract().tables[name]
        assert tuple(frame.columns) == table.names
        required = [c.name for c in table.columns if c.required]
        assert frame.select(required).null_count().sum_horizontal().sum() == 0
    assert set(events_of(ledger).values()) == set(ledger.events.get_column("event_id_cnty"))


def test_no_reports_are_no_events() -> None:
    ledger = Story().publish()
    assert ledger.events.is_empty()
    assert tuple(ledger.events.columns) == load_contract().tables["events"].names
