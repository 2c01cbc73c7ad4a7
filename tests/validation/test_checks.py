"""Every check of validation/checks finds what it is there for, and nothing in a clean release."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from newsledger.contract.codebook import coding_sections
from newsledger.contract.load import load_contract
from newsledger.errors import ContentInvalid
from newsledger.publish.tables import release_tables
from newsledger.validation.checks import _read, load_checks, rendered, run_checks
from tests.publish.sample import sample_frames

Frames = dict[str, pl.DataFrame]
KEYS = {"reports": "report_id", "actors": "name", "sources": "name"}


def put(table: str, key: str, **cells: Any) -> Callable[[Frames], Frames]:
    """Return a change of the cells of the row of a table with the key."""

    def change(frames: Frames) -> Frames:
        frame, name = frames[table], KEYS.get(table, "event_id_cnty")
        of_row = pl.col(name) == key
        new = [
            pl.when(of_row).then(pl.lit(v, dtype=frame.schema[c])).otherwise(pl.col(c)).alias(c)
            for c, v in cells.items()
        ]
        return frames | {table: frame.with_columns(new)}

    return change


def drop(table: str, column: str, value: str) -> Callable[[Frames], Frames]:
    return lambda frames: frames | {table: frames[table].filter(pl.col(column) != value)}


def deleted(frames: Frames) -> Frames:
    row = {
        "event_id_cnty": "ARM1",
        "reason": "error",
        "merged_into": None,
        "removed_in": "2022.9.0",
        "detail": None,
    }
    return frames | {"deletions": pl.DataFrame([row], schema=frames["deletions"].schema)}


CIVILIANS = "Civilians (Armenia)"
VIOLATIONS: Mapping[str, Callable[[Frames], Frames]] = {
    "V101": put("events", "ARM2", event_type="Riots"),
    "V102": put("reports", "gazette-1#2", disorder_type="Demonstrations"),
    "V103": put("events", "AZE1", civilian_targeting=None),
    "V104": put("events", "ARM3", sub_event_type="Excessive force against protesters"),
    "V105": put("events", "ARM3", civilian_targeting="Civilian targeting"),
    "V106": put("events", "ARM2", civilian_targeting="Civilian targeting"),
    "V107": put("events", "ARM3", fatalities=1),
    "V108": put("events", "ARM3", tags=None),
    "V201": put("events", "ARM2", interaction="State forces only"),
    "V202": put("events", "ARM2", assoc_actor_2=f"Students (Armenia); {CIVILIANS}"),
    "V203": put("events", "AZE1", actor2="Students (Azerbaijan)"),
    "V204": put("events", "ARM2", actor2=None),
    "V205": put("events", "AZE2", inter2="State forces"),
    "V206": put("events", "ARM2", inter2=None),
    "V207": put("events", "ARM1", inter1="Civilians"),
    "V208": put("events", "ARM3", inter1="Political militia"),
    "V209": put("events", "ARM2", event_type="Riots"),
    "V210": put("events", "ARM3", inter1="Civilians"),
    "V211": put("events", "ARM2", inter1="Rebel group"),
    "V212": put("events", "ARM2", inter2="Rebel group"),
    "V213": put("events", "ARM2", actor2="Military Forces of Azerbaijan (2003-)"),
    "V301": put("events", "ARM2", year=2021),
    "V302": put("reports", "gazette-1#2", event_date=date(2022, 9, 16)),
    "V303": put("events", "ARM2", latitude=0.0, longitude=0.0),
    "V304": put("events", "ARM2", region="Europe"),
    "V305": put("events", "ARM2", iso=31),
    "V306": put("events", "ARM2", location="Jermuk", admin1="Vayots Dzor"),
    "V321": put("events", "ARM2", latitude=41.7, longitude=44.8),
    "V322": put("events", "ARM3", admin1="Syunik"),
    "V307": put("events", "ARM2", latitude=45.86, longitude=40.2),
    "V308": put("events", "ARM2", timestamp=1_600_000_000),
    "V401": put("events", "ARM2", fatalities_high=1),
    "V402": put("events", "ARM2", location="Sisian"),
    "V404": put("events", "ARM1", n_reports=1),
    "V405": put("events", "ARM1", n_sources=1),
    "V411": put("events", "ARM2", source="Northern Wire"),
    "V412": put("events", "ARM2", actor1="Military Forces of Georgia (2012-)"),
    "V413": put("events", "ARM2", actor2="Military Forces of Georgia (2012-)"),
    "V414": put("events", "ARM3", assoc_actor_1="Students (Armenia)"),
    "V415": put("events", "ARM2", assoc_actor_2="Government of Armenia (2018-)"),
    "V403": put(
        "events", "AZE2", event_type="Violence against civilians", location="Şəki", admin1="Shaki City",
        actor2="Civilians (Azerbaijan)",
    ),
    "V501": drop("reports", "event_id_cnty", "ARM2"),
    "V502": drop("event_sources", "event_id_cnty", "ARM2"),
    "V503": drop("event_actors", "event_id_cnty", "ARM2"),
    "V504": put("actors", "Students (Armenia)", name="Farmers (Armenia)"),
    "V505": put("sources", "Northern Wire", name="Southern Wire"),
    "V506": drop("evidence", "report_id", "gazette-1#2"),
    "V507": deleted,
    "V508": drop("actors", "name", "Students (Armenia)"),
    "V601": put("events", "ARM2", admin2="@SUM(A1)"),
    "V602": put("events", "ARM2", admin2="N/A"),
    "V603": put("events", "ARM2", admin2="Geghark\ufffdunik"),
    "V604": put("events", "ARM2", admin2="Sotk\u202e"),
    "V605": put("events", "ARM2", admin2="Ge\u0301gard"),
    "V606": put("events", "ARM2", admin2="New  Sotk"),
    "V607": put("events", "ARM2", tags="a;b"),
}  # fmt: skip


@pytest.fixture(scope="module")
def tables() -> Frames:
    return release_tables(sample_frames(), load_contract("0.1.0"))


def test_a_clean_release_passes_every_check(tables: Frames) -> None:
    assert [str(f) for f in run_checks(tables, load_contract("0.1.0"))] == []


def test_every_check_has_a_violation_here() -> None:
    assert {c.code for c in load_checks()} == set(VIOLATIONS)


@pytest.mark.parametrize("code", sorted(VIOLATIONS))
def test_a_violation_is_found_by_its_check(tables: Frames, code: str) -> None:
    findings = [
        f for f in run_checks(VIOLATIONS[code](dict(tables)), load_contract("0.1.0")) if f.code == code
    ]
    assert findings
    for finding in findings:
        assert "{" not in finding.message
        assert finding.line is not None
        assert finding.line >= 2


def test_every_check_cites_a_section_that_is_there() -> None:
    sections = coding_sections("0.1.0")
    for check in load_checks():
        prefix, _, section = check.because.partition(" ")
        assert prefix == "coding-rules"
        assert section in sections, f"{check.code} cites {check.because}"


def test_numbers_and_provinces_are_no_formulas_and_no_missing_words(tables: Frames) -> None:
    changed = put("events", "ARM2", admin2="-33.9", admin3="Nan")(dict(tables))
    assert not {"V601", "V602"} & {f.code for f in run_checks(changed, load_contract("0.1.0"))}


def test_an_imprecise_date_may_lie_after_the_article(tables: Frames) -> None:
    late = put("reports", "gazette-1#2", event_date=date(2022, 9, 18), time_precision=2)(dict(tables))
    assert "V302" not in {f.code for f in run_checks(late, load_contract("0.1.0"))}


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{code: V1, title: t, table: events, check: year_of, message: m, because: b}", "three digits"),
        ("{code: V101, title: t, table: events, check: eval, message: m, because: b}", "unknown check"),
        ("{code: V101, title: t, table: events, check: year_of, mesage: m, because: b}", "unknown key"),
        ("{code: V101, title: t, table: events, check: year_of, message: m}", "because is missing"),
        (
            "{code: V101, title: t, table: events, check: year_of, message: m, because: b, severity: bad}",
            "severity",
        ),
    ],
)
def test_a_malformed_check_is_refused_with_its_file(tmp_path: Path, entry: str, message: str) -> None:
    (tmp_path / "x.yaml").write_text(f"checks:\n  - {entry}\n", encoding="utf-8")
    with pytest.raises(ContentInvalid, match=message) as caught:
        _read(tmp_path)
    assert caught.value.file == str(tmp_path / "x.yaml")


def test_a_message_is_no_format_string() -> None:
    assert rendered("{a} {a.__class__} {0} {b}", {"a": "{b}", "b": 1}) == "{b} {a.__class__} {0} 1"
