"""The contract as it lies in schema/: complete, consistent, and strict about its own files."""

import re
import shutil
from pathlib import Path

import pytest

from newsledger.content import schema_folder
from newsledger.contract.column import Column, Table
from newsledger.contract.dtypes import DTYPES, polars_schema, terms_frame
from newsledger.contract.load import load_contract, read_contract, versions
from newsledger.contract.records import REPORT_COLUMNS, Evidence, Uncoded
from newsledger.contract.rowschema import pandera_schema
from newsledger.contract.rules import typed_example
from newsledger.errors import ContentInvalid, UsageError

CONTRACT = load_contract()
EXPORT = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 "
    "assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region "
    "country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale "
    "notes fatalities tags timestamp"
)
OURS = (
    "fatalities_low fatalities_high injuries status n_reports n_sources confidence first_release "
    "last_changed_release"
)
EVENTS = f"{EXPORT} {OURS}".split()
KEYS = {
    "events": ("event_id_cnty",),
    "event_actors": ("event_id_cnty", "side", "actor"),
    "event_sources": ("event_id_cnty", "source"),
    "reports": ("report_id",),
    "evidence": ("report_id", "field", "start"),
    "articles": ("article_id",),
    "sources": ("name",),
    "changes": ("release", "event_id_cnty", "field"),
    "deletions": ("event_id_cnty",),
}
COLUMNS = [(t, c) for t in CONTRACT.tables.values() for c in t.columns]


def test_events_start_with_the_31_columns_of_an_export_then_ours() -> None:
    assert list(CONTRACT.tables["events"].names) == EVENTS
    assert len(EXPORT.split()) == 31


def test_reports_are_the_record_and_the_event() -> None:
    assert CONTRACT.tables["reports"].names == (*REPORT_COLUMNS, "event_id_cnty")


def test_evidence_and_uncoded_are_their_records() -> None:
    assert CONTRACT.tables["evidence"].names == tuple(Evidence.__dataclass_fields__)
    assert CONTRACT.tables["uncoded"].names == tuple(Uncoded.__dataclass_fields__)


def test_keys() -> None:
    assert {name: CONTRACT.tables[name].key for name in KEYS} == KEYS


def test_every_closed_list_is_a_table() -> None:
    assert {n.removeprefix("terms/") for n in CONTRACT.tables if n.startswith("terms/")} == set(
        CONTRACT.terms
    )


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda x: x.name)
def test_every_column_says_what_it_is(table: Table, column: Column) -> None:
    for text in (column.title, column.description, column.missing, column.example, column.since):
        assert text == text.strip() != ""
    assert re.fullmatch(r"[a-z][a-z0-9_]{0,31}", column.name)
    assert column.description.endswith(".")
    assert column.missing.endswith(".")
    assert column.required == column.missing.startswith("Never empty")
    assert column.since in versions()
    assert typed_example(column) is not None
    assert column.type in DTYPES
    if column.type in ("integer", "number") and column.name.startswith(
        ("fatalities", "injuries", "latitude")
    ):
        assert column.unit


@pytest.mark.parametrize("name", sorted(CONTRACT.terms))
def test_closed_list_is_unique_and_keeps_its_own_contract(name: str) -> None:
    values = CONTRACT.values(name)
    assert len(values) == len(set(values)) == len({v.casefold() for v in values})
    frame = terms_frame(name, CONTRACT)
    pandera_schema(CONTRACT.tables[f"terms/{name}"], CONTRACT).validate(frame, lazy=True)
    assert frame.height == len(values)


def test_25_sub_event_types_in_six_types() -> None:
    terms = CONTRACT.terms["sub-event-type"]
    counts = [sum(t.data["event_type"] == e for t in terms) for e in CONTRACT.values("event-type")]
    assert counts == [3, 3, 2, 6, 3, 8]
    ranks = [(t.data["event_type"], t.data["rank"]) for t in terms]
    assert len(ranks) == len(set(ranks))


def test_countries_have_codes_regions_and_names_in_use() -> None:
    by_name = {t.value: t.data for t in CONTRACT.terms["country"]}
    assert len(by_name) == 250
    wanted = {
        "Democratic Republic of Congo",
        "Ivory Coast",
        "Turkey",
        "Palestine",
        "Myanmar",
        "Kosovo",
        "Taiwan",
    }
    assert wanted <= set(by_name)
    assert by_name["Armenia"] == {"iso": 51, "iso3": "ARM", "region": "Caucasus and Central Asia"}
    assert by_name["Sudan"]["region"] == "Northern Africa"
    assert {t["region"] for t in by_name.values()} == set(CONTRACT.values("region"))
    assert [n for n, t in by_name.items() if t["iso"] == 0] == ["Kosovo"]


def test_polars_types() -> None:
    schema = polars_schema(CONTRACT.tables["events"])
    assert list(schema) == EVENTS
    assert schema["event_date"] == DTYPES["date"]
    assert schema["latitude"] == DTYPES["number"]
    assert schema["iso"] == DTYPES["integer"]


def test_an_unknown_version_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match=re.escape(versions()[-1])):
        load_contract("9.9.9")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(schema_folder() / CONTRACT.version, tmp_path / CONTRACT.version))


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("events.yaml", "minimum: 1900\n", "minumum: 1900\n", "year: unknown key, got 'minumum'"),
        ("events.yaml", "type: date\n", "type: day\n", "event_date: unknown type, got 'day'"),
        ("events.yaml", "missing: Never empty.\n", "missing: ''\n", "missing is missing or no text"),
        ("events.yaml", "required: true\n", "required: 1\n", "required has the wrong type"),
        (
            "events.yaml",
            "terms: inter\n",
            "terms: iter\n",
            "inter1: names an unknown closed list, got 'iter'",
        ),
        (
            "events.yaml",
            "name: year\n",
            "name: event_date\n",
            "a column has no name of its own, got 'event_date'",
        ),
        ("events.yaml", "key: [event_id_cnty]", "key: [id]", "key: key is no list of columns"),
        ("events.yaml", "key: [event_id_cnty]", "key: [actor2]", "actor2: a column of the key may be empty"),
        ("events.yaml", "location, event_id_cnty]", "location]", "ties are possible"),
        ("events.yaml", "name: events", "name: event", "the table is not called as its file"),
        ("events.yaml", "name: events", "name: [events", "cannot be read"),
        (
            "reports.yaml",
            "same_as: events}",
            "same_as: nowhere}",
            "same_as names no full column, got 'nowhere'",
        ),
        ("terms/status.yaml", "value: disputed", "value: claimed", "the value stands twice, got 'claimed'"),
        ("terms/status.yaml", "meaning: One side", "sense: One side", "disputed: unknown key, got 'sense'"),
        ("terms/country.yaml", ", ARM, ", ", ", "a row has the wrong length"),
    ],
)
def test_malformed_content_names_file_and_entry(
    copy: Path, file: str, old: str, new: str, message: str
) -> None:
    text = (copy / file).read_text(encoding="utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentInvalid) as caught:
        read_contract(copy)
    assert message in str(caught.value)
    assert Path(str(caught.value.file)).name == Path(file).name
