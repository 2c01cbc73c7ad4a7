"""Gates hold a release back, pass with a reason, and the reason is recorded."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from newsledger.contract.load import load_contract
from newsledger.errors import GateHeld, UsageError
from newsledger.publish.accounted import check_accounted
from newsledger.publish.difference import Difference, difference
from newsledger.publish.gates import check_gates, pass_gates
from newsledger.publish.release import Published, publish_release
from newsledger.publish.tables import release_tables
from tests.publish.datasets import recipe
from tests.publish.sample import VERSION, changes_between, event_rows, sample_frames

NEXT = "2022.9.1"


def with_deletions(events: list[dict[str, Any]], gone: tuple[str, ...]) -> dict[str, pl.DataFrame]:
    """Return the frames of `events`, with rows in deletions for the ids that are `gone`."""
    frames = sample_frames(events)
    rest: dict[str, Any] = {"reason": "error", "removed_in": NEXT, "merged_into": None, "detail": None}
    rows = [{"event_id_cnty": key} | rest for key in gone]
    frames["deletions"] = pl.DataFrame(rows, schema=frames["deletions"].schema)
    frames["changes"] = changes_between(sample_frames()["events"], frames["events"], NEXT)
    return frames


def judged(
    tmp_path: Path,
    events: list[dict[str, Any]],
    gone: tuple[str, ...] = (),
    allow: Mapping[str, str] | None = None,
) -> tuple[Difference, dict[str, str]]:
    """Return how `events` differ from the six, and the gates that were passed."""
    contract = load_contract("0.1.0")
    old = release_tables(sample_frames(), contract)
    new = release_tables(with_deletions(events, gone), contract)
    found = difference(old, new, contract, contract)
    return found, pass_gates(check_gates(old, new, found, recipe(tmp_path), contract), allow or {})


def second(
    tmp_path: Path, events: list[dict[str, Any]], gone: tuple[str, ...] = (), **options: Any
) -> Published:
    """Publish the six events, then `events`."""
    ours = recipe(tmp_path / "d")
    publish_release(sample_frames(), ours, root=tmp_path / "r")
    return publish_release(with_deletions(events, gone), ours, root=tmp_path / "r", **options)


def rows(**changes: Any) -> list[dict[str, Any]]:
    """Return the six events, the first of them changed."""
    events = event_rows()
    events[0] |= changes
    return events


def test_an_id_that_left_without_a_deletion_holds(tmp_path: Path) -> None:
    with pytest.raises(GateHeld, match="unaccounted: AZE3 left"):
        second(tmp_path, event_rows()[:5])
    assert sorted(p.name for p in (tmp_path / "r").iterdir()) == sorted(
        [VERSION, f"{VERSION}.zip", "index.html", "index.json"]
    )


def test_many_ids_hold_even_with_deletions(tmp_path: Path) -> None:
    with pytest.raises(GateHeld, match=r"ids-lost: 1 of 6 \(17%, allowed 5%\): AZE3") as caught:
        judged(tmp_path, event_rows()[:5], gone=("AZE3",))
    assert "unaccounted" not in str(caught.value)
    assert "category-vanished" in str(caught.value)


def test_a_gate_passes_with_a_reason_that_is_recorded(tmp_path: Path) -> None:
    allow = {"ids-lost": "a test", "category-vanished": "the only agreement was coded wrongly"}
    done = second(tmp_path, event_rows()[:5], gone=("AZE3",), allow=allow)
    assert (done.version, done.change_class) == (NEXT, "correction")
    descriptor = json.loads((done.folder / "datapackage.json").read_text(encoding="utf-8"))
    recorded = {g["gate"]: g["reason"] for g in descriptor["newsledger"]["gates"]}
    assert recorded == allow
    assert descriptor["newsledger"]["previous"] == VERSION
    readme = (done.folder / "README.md").read_text(encoding="utf-8")
    assert "The gate ids-lost was passed: a test" in readme
    assert "AZE3 left: error" in readme
    index = json.loads((tmp_path / "r" / "index.json").read_text(encoding="utf-8"))
    assert index["latest"] == NEXT
    assert [r["version"] for r in index["releases"]] == [VERSION, NEXT]


def test_an_unaccounted_id_makes_the_release_breaking(tmp_path: Path) -> None:
    reason = "a test of the gates"
    allow = dict.fromkeys(("unaccounted", "ids-lost", "category-vanished"), reason)
    assert judged(tmp_path, event_rows()[:5], allow=allow)[0].change_class == "breaking"


def test_many_changed_rows_hold(tmp_path: Path) -> None:
    events = [e | {"injuries": 7} for e in event_rows()]
    with pytest.raises(GateHeld, match=r"rows-changed: 6 of 6 \(100%, allowed 20%\)"):
        judged(tmp_path, events)


def test_fatalities_that_jump_hold(tmp_path: Path) -> None:
    events = event_rows()
    events[0] |= {
        "fatalities": 9,
        "fatalities_low": 5,
        "notes": events[0]["notes"].replace("5 fatalities", "9 fatalities"),
    }
    with pytest.raises(GateHeld, match=r"fatalities-changed: 9 became 13"):
        judged(tmp_path, events)


def test_a_column_that_falls_empty_holds(tmp_path: Path) -> None:
    events = [e | {"injuries": None} for e in event_rows()]
    with pytest.raises(GateHeld, match="empty-column-year: injuries is empty in 2022"):
        judged(tmp_path, events)


def test_a_corrected_cell_is_a_correction(tmp_path: Path) -> None:
    found, passed = judged(tmp_path, rows(fatalities_high=12), allow={"coverage": "just in case"})
    assert found.change_class == "correction"
    assert found.cells == {"fatalities_high": 1}
    assert found.changed == ("ARM1",)
    assert passed == {}, "a gate that did not hold is not recorded"


def grown(release: str) -> dict[str, pl.DataFrame]:
    """Return the frames of the six events, as they follow on the first five."""
    frames = sample_frames()
    five = sample_frames(event_rows()[:5])["events"]
    return frames | {"changes": changes_between(five, frames["events"], release)}


def test_added_rows_are_an_extension(tmp_path: Path) -> None:
    ours = recipe(tmp_path / "d")
    publish_release(sample_frames(event_rows()[:5]), ours, root=tmp_path / "r")
    done = publish_release(grown(NEXT), ours, root=tmp_path / "r")
    assert (done.version, done.change_class, done.difference.added) == (NEXT, "extension", ("AZE3",))


def test_a_change_that_is_not_in_changes_is_refused(tmp_path: Path) -> None:
    old = sample_frames()
    new = with_deletions(rows(fatalities_high=12), ())
    assert list(check_accounted(old, new, NEXT)) == []
    silent = new | {"changes": new["changes"].clear()}
    assert [f.message for f in check_accounted(old, silent, NEXT)] == [
        "ARM1 · fatalities_high was changed and is not in changes"
    ]
    invented = old | {"changes": new["changes"]}
    assert [f.message for f in check_accounted(old, invented, NEXT)] == [
        "ARM1 · fatalities_high is in changes as changed and was not"
    ]
    assert [f.rule for f in check_accounted(new, old, "2022.9.2")][-1] == "changes only grow"


def test_a_milder_class_is_refused_and_a_graver_one_taken(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="graver"):
        second(tmp_path / "a", rows(fatalities_high=12), change_class="extension")
    assert (
        second(tmp_path / "b", rows(fatalities_high=12), change_class="breaking").change_class == "breaking"
    )


@pytest.mark.parametrize(
    ("assertion", "message"),
    [
        ("that: all are there, events: {min: 7}", "all are there: events are 6, expected at least 7"),
        (
            "that: dead, where: {country: Armenia}, fatalities: {min: 1, max: 7}",
            "fatalities are 8, expected 1 to 7",
        ),
        (
            "that: quiet, where: {event_type: [Riots, Battles]}, from: 2022-09-01, events: {max: 0}",
            "quiet: events are 1",
        ),
    ],
)
def test_assertions_of_the_recipe_hold(tmp_path: Path, assertion: str, message: str) -> None:
    ours = recipe(tmp_path / "d", f"assertions:\n  - {{{assertion}}}\n")
    with pytest.raises(GateHeld, match=message):
        publish_release(sample_frames(), ours, root=tmp_path / "r")
    assert not (tmp_path / "r").exists()


def test_assertions_that_are_met_let_pass(tmp_path: Path) -> None:
    more = "assertions:\n  - {that: all, events: {min: 6, max: 6}, fatalities: {min: 9, max: 9}}\n"
    assert (
        publish_release(sample_frames(), recipe(tmp_path / "d", more), root=tmp_path / "r").version == VERSION
    )


@pytest.mark.parametrize(
    ("coverage", "message"),
    [
        ("coverage: {from: 2022-09-14}", "2 events lie outside of the dates covered: 2022-09-13"),
        ("coverage: {from: 2021-01-01, to: 2022-09-17}", "3 events lie outside"),
        (
            "coverage: {countries: [Armenia], from: 2021-01-01}",
            "3 events lie in Azerbaijan, which is not covered",
        ),
    ],
)
def test_events_outside_of_the_coverage_hold(tmp_path: Path, coverage: str, message: str) -> None:
    with pytest.raises(GateHeld, match=message):
        publish_release(sample_frames(), recipe(tmp_path / "d", coverage=coverage), root=tmp_path / "r")


def test_an_unknown_gate_and_an_empty_reason_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="unknown gate"):
        judged(tmp_path / "a", rows(injuries=3), allow={"ids-lots": "x"})
    with pytest.raises(UsageError, match="reason"):
        judged(tmp_path / "b", rows(injuries=3), allow={"ids-lost": " "})


def test_the_date_decides_on_the_version(tmp_path: Path) -> None:
    ours = recipe(tmp_path / "d")
    publish_release(sample_frames(event_rows()[:5]), ours, root=tmp_path / "r")
    later = publish_release(grown("2022.11.0"), ours, root=tmp_path / "r", date=date(2022, 11, 3))
    assert later.version == "2022.11.0"
