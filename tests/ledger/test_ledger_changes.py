"""Every id and cell accounted for: changes and deletions carry one release into the next, and back."""

from copy import deepcopy
from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from newsledger.contract.load import load_contract
from newsledger.errors import RowsInvalid
from newsledger.ledger import Ledger, apply_changes, change_class, diff, undo_changes
from newsledger.ledger.diff import as_text
from tests.ledger.story import PLACES, Story, caucasus, published, shifted

Edit = tuple[str, int, int]
edits = st.lists(
    st.tuples(
        st.sampled_from(["toll", "day", "place", "remove", "retract", "add", "again"]),
        st.integers(0, 99),
        st.integers(0, 99),
    ),
    min_size=1,
    max_size=5,
)


def edited(story: Story, edits: list[Edit], generation: int) -> Story:
    s = deepcopy(story)
    for n, (what, which, value) in enumerate(edits):
        if not s.reports:
            break
        r = s.reports[which % len(s.reports)]
        if what == "toll":
            r.fatalities = r.fatalities_low = r.fatalities_high = value
        elif what == "day" and r.time_precision == 1:
            r.event_date = shifted(r.event_date, value % 5 - 2)
        elif what == "place":
            r.location = sorted(PLACES)[value % len(PLACES)]
            r.country, r.latitude, r.longitude, r.admin1 = PLACES[r.location]
        elif what == "remove":
            s.reports.remove(r)
        elif what == "retract":
            s = s.without(r.article_id)
        else:
            s.article(f"new{generation}-{n}", "2022-09-20")
            place = r.location if what == "again" else sorted(PLACES)[value % len(PLACES)]
            s.report(location=place, event_date=str(r.event_date), fatalities=value)
    return s


def accounted_for(before: Ledger, after: Ledger, release: str) -> None:
    old, new = (set(x.events.get_column("event_id_cnty")) for x in (before, after))
    gone, gone_before = (set(x.deletions.get_column("event_id_cnty")) for x in (after, before))
    assert old - new == gone - gone_before
    assert not new & gone
    assert gone_before <= gone
    own = after.deletions.filter(pl.col("removed_in") == release)
    assert set(own.get_column("event_id_cnty")) == old - new
    assert set(own.get_column("merged_into").drop_nulls()) <= new
    assert set(after.deletions.get_column("merged_into").drop_nulls()) <= new | gone


@settings(max_examples=60, deadline=None)
@given(one=edits, two=edits)
def test_ids_live_or_stand_in_deletions_and_changes_carry_each_release_into_the_next(
    one: list[Edit], two: list[Edit]
) -> None:
    story = caucasus()
    first = story.publish("2022.9.0", "2022-09-20")
    story = edited(story, one, 1)
    second = story.publish("2022.9.1", "2022-09-25", published(first, "2022.9.0"))
    accounted_for(first, second, "2022.9.1")
    story = edited(story, two, 2)
    third = story.publish("2022.9.2", "2022-09-30", published(second, "2022.9.1"))
    accounted_for(second, third, "2022.9.2")
    assert_frame_equal(
        apply_changes(first.events, second.changes, "2022.9.1", date(2022, 9, 25)), second.events
    )
    assert_frame_equal(
        apply_changes(second.events, third.changes, "2022.9.2", date(2022, 9, 30)), third.events
    )
    dates = {"2022.9.0": date(2022, 9, 20), "2022.9.1": date(2022, 9, 25)}
    back = undo_changes(third.events, third.changes, "2022.9.2", dates)
    assert_frame_equal(back, second.events)
    assert_frame_equal(
        undo_changes(back, third.changes, "2022.9.1", {"2022.9.0": date(2022, 9, 20)}), first.events
    )
    assert (third.events.get_column("fatalities_low") <= third.events.get_column("fatalities")).all()
    assert (third.events.get_column("fatalities") <= third.events.get_column("fatalities_high")).all()


def test_a_difference_names_rows_and_cells_by_key_and_column() -> None:
    old = pl.DataFrame(
        {
            "event_id_cnty": ["A1", "A2", "A3"],
            "n": [1, 2, None],
            "latitude": [1.0, 2.5, 3.0],
            "gone": [1, 1, 1],
        }
    )
    new = pl.DataFrame(
        {
            "event_id_cnty": ["A4", "A3", "A2"],
            "n": [9, 3, 2],
            "latitude": [1.0, 3.0, -2.25],
            "come": [1, 1, 1],
        }
    )
    found = diff(old, new, load_contract().tables["events"])
    assert found.added.get_column("event_id_cnty").to_list() == ["A4"]
    assert found.removed.get_column("event_id_cnty").to_list() == ["A1"]
    assert found.changed.rows() == [("A2", "latitude", "2.5000", "-2.2500"), ("A3", "n", None, "3")]
    assert (found.columns_added, found.columns_removed) == (("come",), ("gone",))
    assert not found.empty
    assert diff(old, old).empty


def test_a_difference_holds_for_bare_text_too() -> None:
    old = pl.DataFrame({"event_id_cnty": ["A1"], "n": ["1"]})
    new = pl.DataFrame({"event_id_cnty": ["A1"], "n": [2]})
    assert diff(old, new).changed.rows() == [("A1", "n", "1", "2")]


def test_a_difference_needs_a_unique_key() -> None:
    frame = pl.DataFrame({"event_id_cnty": ["A1", "A1"]})
    with pytest.raises(RowsInvalid, match="not unique"):
        diff(frame, frame)
    with pytest.raises(RowsInvalid, match="absent"):
        diff(frame.rename({"event_id_cnty": "id"}), frame)


def test_cells_are_written_as_in_the_csv() -> None:
    table = load_contract().tables["events"]
    assert as_text(pl.Series("latitude", [39.5, -0.00004, -12.34567, None]), table).to_list() == [
        "39.5000",
        "0.0000",
        "-12.3457",
        None,
    ]
    assert as_text(pl.Series("event_date", [date(2022, 9, 1)]), table).to_list() == ["2022-09-01"]
    assert as_text(pl.Series("confidence", [1.0]), table).to_list() == ["1.000"]


def test_the_class_of_a_release_follows_from_its_changes() -> None:
    def kinds(*names: str) -> pl.DataFrame:
        return pl.DataFrame({"kind": list(names)}, schema={"kind": pl.String()})

    assert change_class(kinds()) == "unchanged"
    assert change_class(kinds("added")) == "extension"
    assert change_class(kinds("added", "changed")) == "correction"
    assert change_class(kinds("removed")) == "correction"
    assert change_class(kinds("added"), columns_removed=True) == "breaking"
    assert change_class(kinds(), ids_lost=True) == "breaking"
    assert change_class(kinds(), broken=True) == "breaking"
    assert {"unchanged", "extension", "correction", "breaking"} == set(load_contract().values("change-class"))
