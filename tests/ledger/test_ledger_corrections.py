"""Corrections apply or stop the run; nothing is corrected by halves."""

from datetime import date
from typing import Any

import polars as pl
import pytest

from newsledger.contract.documents import document_schema
from newsledger.errors import CorrectionFailed
from newsledger.ledger import Correction, Ledger, read_corrections
from tests.ledger.story import Story, cell, events_of, published, together

REASON = "the ministry withdrew the figure"


def told() -> Story:
    s = Story()
    for name, place, dead in (("a", "Goris", 4), ("b", "Sotk", 2), ("c", "Jermuk", 0), ("d", "Goris", 4)):
        s.article(name, "2022-09-14")
        s.report(location=place, fatalities=dead)
    return s


def correction(do: str, **more: Any) -> Correction:
    return Correction(id="one", do=do, reason=REASON, date=date(2022, 9, 30), **more)


def test_a_cell_is_set_and_what_follows_from_it_too() -> None:
    c = correction("set", event="ARM1", field="fatalities", value=3, expect=4)
    ledger = told().publish(corrections=[c])
    assert [cell(ledger, "ARM1", f"fatalities{x}") for x in ("", "_low", "_high")] == [3, 3, 4]
    assert "3 fatalities reported" in str(cell(ledger, "ARM1", "notes"))


def test_what_follows_from_a_set_cell_differs_for_the_corrections_reason_but_only_in_its_own_release() -> (
    None
):
    first = told().publish("2022.9.0")
    c = correction("set", event="ARM1", field="fatalities", value=3, expect=4)
    second = told().publish("2022.9.1", "2022-09-25", published(first, "2022.9.0"), [c])
    assert reasons(second, "2022.9.1") == dict.fromkeys(("fatalities", "fatalities_low", "notes"), REASON)
    later = told()
    later.article("e", "2022-09-26")
    later.report(location="Goris", fatalities=4, sub_event_type="Armed clash")
    third = later.publish("2022.9.2", "2022-09-30", published(second, "2022.9.1"), [c])
    why = reasons(third, "2022.9.2")
    assert {"sub_event_type", "notes", "n_reports"} <= why.keys()
    assert set(why.values()) == {"a further article reports it"}


def reasons(ledger: Ledger, release: str) -> dict[str, str]:
    own = ledger.changes.filter(pl.col("release") == release, pl.col("event_id_cnty") == "ARM1")
    return dict(own.select("field", "reason").iter_rows())


def test_a_type_and_a_date_carry_their_columns_along() -> None:
    kind = correction(
        "set",
        reports=("a#1",),
        field="sub_event_type",
        value="Armed clash",
        expect="Shelling/artillery/missile attack",
    )
    day = Correction(
        "two",
        "set",
        REASON,
        date(2022, 9, 30),
        event="ARM1",
        field="event_date",
        value="2021-12-31",
        expect="2022-09-13",
    )
    ledger = told().publish(corrections=[kind, day])
    assert cell(ledger, "ARM1", "event_type") == "Battles"
    assert cell(ledger, "ARM1", "year") == 2021
    assert str(cell(ledger, "ARM1", "notes")).startswith(
        "On 31 December 2021, Military Forces of Azerbaijan clashed"
    )


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"event": "ARM1", "field": "fatalities", "value": 3, "expect": 9}, "no longer holds"),
        ({"event": "ARM1", "field": "fatalities", "value": 4, "expect": 4}, "says so already"),
        ({"event": "ARM99", "field": "fatalities", "value": 3, "expect": 4}, "not there"),
        ({"reports": ("x#1",), "field": "fatalities", "value": 3, "expect": 4}, "not there"),
        ({"reports": ("a#1", "b#1"), "field": "fatalities", "value": 3, "expect": 4}, "several events"),
        ({"event": "ARM1", "field": "fatalities", "value": -3, "expect": 4}, "range"),
        ({"event": "ARM1", "field": "fatalities", "value": "some", "expect": 4}, "another type"),
        ({"event": "ARM1", "field": "fatalities", "value": None, "expect": 4}, "cannot empty"),
        ({"event": "ARM1", "field": "deaths", "value": 3, "expect": 4}, "unknown column"),
        (
            {"event": "ARM1", "field": "event_type", "value": "Riots", "expect": "x"},
            "follows from sub_event_type",
        ),
        ({"event": "ARM1", "field": "status", "value": "true", "expect": "reported"}, "unknown value"),
    ],
)
def test_a_set_that_does_not_fit_names_the_correction(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(CorrectionFailed, match=message) as failure:
        told().publish(corrections=[correction("set", **wrong)])
    assert "corrections.yaml: one: " in str(failure.value)


@pytest.mark.parametrize(
    ("do", "wrong", "message"),
    [
        ("drop", {"event": "ARM99"}, "not there"),
        ("drop", {"reports": ("x#1",)}, "not there"),
        ("join", {"reports": ("a#1", "d#1")}, "one event already"),
        ("split", {"event": "ARM1", "reports": ("b#1",)}, "not in its event"),
        ("split", {"event": "ARM1", "reports": ("a#1", "d#1")}, "without a report"),
    ],
)
def test_a_regrouping_that_changes_nothing_stops_the_run(
    do: str, wrong: dict[str, Any], message: str
) -> None:
    with pytest.raises(CorrectionFailed, match=message):
        told().publish(corrections=[correction(do, **wrong)])


def test_a_retired_correction_is_not_applied() -> None:
    c = correction("set", event="ARM99", field="fatalities", value=3, expect=4, status="retired")
    assert told().publish(corrections=[c]).events.equals(told().publish().events)


def test_a_drop_leaves_the_other_ids_alone_and_is_remembered() -> None:
    first = told().publish()
    gone = events_of(first)["b#1"]
    drop = correction("drop", event=gone)
    second = told().publish("2022.9.1", "2022-09-25", published(first, "2022.9.0"), [drop])
    assert events_of(second)["b#1"] is None
    assert second.deletions.row(0) == (gone, "error", None, "2022.9.1", REASON)
    third = told().publish("2022.9.2", "2022-09-26", published(second, "2022.9.1"), [drop])
    assert third.events.equals(second.events)
    assert third.deletions.equals(second.deletions)
    fresh = told().publish(corrections=[correction("drop", reports=("a#1", "d#1"))])
    assert {k: v for k, v in events_of(fresh).items() if v} == {
        k: v for k, v in events_of(first).items() if k in ("b#1", "c#1")
    }


def test_a_join_holds_over_releases() -> None:
    first = told().publish()
    join = correction("join", reports=("a#1", "b#1"))
    second = told().publish("2022.9.1", "2022-09-25", published(first, "2022.9.0"), [join])
    old, lost = events_of(first)["a#1"], events_of(first)["b#1"]
    assert events_of(second)["b#1"] == events_of(second)["a#1"] == events_of(second)["d#1"] == old
    assert second.deletions.row(0) == (lost, "duplicate", old, "2022.9.1", REASON)
    third = told().publish("2022.9.2", "2022-09-26", published(second, "2022.9.1"), [join])
    assert third.events.equals(second.events)


def test_a_split_holds_over_releases() -> None:
    first = told().publish()
    event = events_of(first)["a#1"]
    split = correction("split", event=event, reports=("d#1",))
    second = told().publish("2022.9.1", "2022-09-25", published(first, "2022.9.0"), [split])
    assert together(second) == [["a#1"], ["b#1"], ["c#1"], ["d#1"]]
    assert events_of(second)["a#1"] == event
    third = told().publish("2022.9.2", "2022-09-26", published(second, "2022.9.1"), [split])
    assert events_of(third) == events_of(second)
    assert third.change_class == "unchanged"


def test_a_changed_cell_has_the_correction_as_its_reason() -> None:
    first = told().publish()
    c = correction("set", event="ARM1", field="admin2", value="Goris", expect=None)
    second = told().publish("2022.9.1", "2022-09-25", published(first, "2022.9.0"), [c])
    assert second.changes.select("field", "old", "new", "kind", "reason").rows() == [
        ("admin2", None, "Goris", "changed", REASON)
    ]


def test_corrections_are_read_from_a_document_of_the_contract() -> None:
    entry = {"id": "one", "do": "set", "event": "ARM1", "field": "fatalities", "value": 3, "expect": 4}
    entry |= {"reason": REASON, "date": "2022-09-30"}
    assert set(entry) <= set(document_schema("corrections")["items"]["properties"])
    (read,) = read_corrections([entry])
    assert (read.event, read.value, read.date, read.active) == ("ARM1", 3, date(2022, 9, 30), True)
    with pytest.raises(CorrectionFailed, match="two corrections"):
        read_corrections([entry, entry])
