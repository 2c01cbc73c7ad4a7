"""Other layouts say what ours says, in their words, and leave out what they have no words for."""

import json
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from newsledger.contract.load import load_contract
from newsledger.errors import PathMissing, UsageError
from newsledger.export.plover import as_plover, crosswalk, sector
from newsledger.export.ucdp import as_ucdp, days, priogrid, type_of_violence, where_prec
from newsledger.pipeline.export import ENDINGS, export
from tests.publish.sample import sample_frames

CONTRACT = load_contract()
EVENTS = sample_frames()["events"]


class TestUcdp:
    def test_deadly_organised_violence_is_kept_and_the_rest_counted(self) -> None:
        made = as_ucdp(EVENTS)
        rows = {r["id"]: r for r in made.frame.iter_rows(named=True)}
        assert set(rows) == {"ARM1", "ARM2", "AZE1"}
        assert made.left_out == {"no organised violence": 2, "nobody died by any count": 1}
        assert (rows["ARM1"]["low"], rows["ARM1"]["best"], rows["ARM1"]["high"]) == (5, 5, 9)
        assert (rows["ARM1"]["type_of_violence"], rows["AZE1"]["type_of_violence"]) == (1, 3)
        assert (rows["AZE1"]["deaths_civilians"], rows["AZE1"]["deaths_unknown"]) == (1, 0)
        assert (rows["ARM1"]["deaths_civilians"], rows["ARM1"]["deaths_unknown"]) == (0, 5)
        assert rows["AZE1"]["side_b"] == "Civilians (Azerbaijan)"

    @pytest.mark.parametrize(
        ("inter1", "inter2", "kind"),
        [
            ("State forces", "Rebel group", 1),
            ("State forces", "External/Other forces", 1),
            ("Rebel group", "Identity militia", 2),
            ("Civilians", "Political militia", 3),
            ("State forces", "Protesters", 3),
            ("State forces", None, None),
            ("Rioters", "Civilians", None),
            ("Rioters", "State forces", None),
        ],
    )
    def test_the_type_follows_from_the_two_sides(
        self, inter1: str, inter2: str | None, kind: int | None
    ) -> None:
        assert type_of_violence(inter1, inter2) == kind

    def test_an_imprecise_date_becomes_an_interval(self) -> None:
        assert days(date(2022, 9, 14), 1) == (date(2022, 9, 14), date(2022, 9, 14))
        assert days(date(2022, 9, 14), 2) == (date(2022, 9, 11), date(2022, 9, 17))
        assert days(date(2024, 2, 15), 3) == (date(2024, 2, 1), date(2024, 2, 29))

    def test_an_area_is_as_precise_as_its_unit(self) -> None:
        assert [where_prec(1, None), where_prec(2, "Shirak"), where_prec(3, "Shirak"), where_prec(3, None)] == [
            1, 2, 4, 6,
        ]  # fmt: skip

    def test_grid_cells_count_from_the_south_west(self) -> None:
        assert priogrid(-90, -180) == 1
        assert priogrid(-89.6, -179.4) == 2
        assert priogrid(-89.4, -180) == 721
        assert priogrid(90, 180) == 360 * 720


class TestPlover:
    def test_every_sub_event_type_has_its_entry(self) -> None:
        assert set(crosswalk()) == set(CONTRACT.values("sub-event-type"))
        for name, entry in crosswalk().items():
            assert entry["because"], name
            assert bool(entry["plover"]) == bool(entry["cameo"]) == bool(entry["fit"]), name
            assert entry["fit"] in ("same", "wider", "narrower", "")

    def test_source_and_target_are_those_who_act_and_suffer(self) -> None:
        rows = {r["id"]: r for r in as_plover(EVENTS).frame.iter_rows(named=True)}
        assert (rows["ARM2"]["event_type"], rows["ARM2"]["cameo"]) == ("ASSAULT", "193")
        assert rows["ARM2"]["source"] == "Military Forces of Azerbaijan (2003-)"
        assert rows["ARM3"]["event_mode"] == "demo"
        assert rows["AZE1"]["target_sector"] == "CVL"
        assert rows["ARM1"]["magnitude_dead"] == 5

    def test_those_who_use_force_on_protesters_are_the_source(self) -> None:
        event = EVENTS.filter(pl.col("event_id_cnty") == "ARM3").with_columns(
            sub_event_type=pl.lit("Excessive force against protesters"),
            actor2=pl.lit("Police Forces of Armenia (2018-)"),
            inter2=pl.lit("State forces"),
        )
        (row,) = as_plover(event).frame.iter_rows(named=True)
        assert (row["source"], row["source_sector"]) == ("Police Forces of Armenia (2018-)", "COP")
        assert row["target"] == "Protesters (Armenia)"

    def test_other_has_no_category_and_is_counted(self) -> None:
        made = as_plover(EVENTS.with_columns(sub_event_type=pl.lit("Other")))
        assert made.frame.is_empty()
        assert made.left_out == {"no category of PLOVER": 6}

    def test_every_kind_of_actor_has_a_sector(self) -> None:
        assert all(sector("Somebody", kind) for kind in CONTRACT.values("inter"))


class TestFiles:
    def test_geojson_has_every_event_and_its_licence(self, release: Path, tmp_path: Path) -> None:
        export(release, "geojson", tmp_path / "e.geojson")
        data = json.loads((tmp_path / "e.geojson").read_text("utf-8"))
        assert "GeoNames" in data["attribution"]
        assert "CC-BY-4.0" in data["licence"]
        points = {f["id"]: f for f in data["features"]}
        assert len(points) == 6
        assert points["AZE1"]["geometry"] == {"type": "Point", "coordinates": [47.1706, 41.1919]}
        assert points["AZE1"]["properties"]["location"] == "Şəki"
        assert points["ARM1"]["properties"]["injuries"] is None

    def test_geojson_of_no_events_is_a_collection(self) -> None:
        from newsledger.export.geojson import as_geojson

        assert json.loads("".join(as_geojson(EVENTS.head(0), {})))["features"] == []

    def test_hxl_is_the_csv_with_one_more_row(self, release: Path, tmp_path: Path) -> None:
        told = export(release, "hxl", tmp_path / "e.csv")
        lines = (tmp_path / "e.csv").read_bytes().splitlines(keepends=True)
        assert b"".join([lines[0], *lines[2:]]) == (release / "data/events.csv").read_bytes()
        tags = lines[1].decode().strip().split(",")
        assert tags[:2] == ["#event+id", "#date+occurred"]
        assert all(t.startswith("#") for t in tags)
        assert told.beside is not None
        assert "GeoNames" in told.beside.read_text("utf-8")

    def test_the_workbook_is_that_of_the_release(self, release: Path, tmp_path: Path) -> None:
        export(release, "xlsx", tmp_path / "e.xlsx")
        assert (tmp_path / "e.xlsx").read_bytes() == (release / "events.xlsx").read_bytes()

    @pytest.mark.parametrize("layout", ["ucdp", "plover", "geojson", "hxl", "sqlite", "xlsx"])
    def test_the_same_release_gives_the_same_bytes(self, release: Path, tmp_path: Path, layout: str) -> None:
        for name in ("a", "b"):
            export(release, layout, tmp_path / name)
        assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()

    def test_the_file_is_named_after_dataset_and_version(
        self, release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert export(release.parent, "geojson").place == "sample-2022.9.0.geojson"
        assert (tmp_path / "sample-2022.9.0.geojson").is_file()

    def test_what_cannot_be_is_refused(self, release: Path, tmp_path: Path) -> None:
        with pytest.raises(UsageError, match="unknown layout"):
            export(release, "spss", tmp_path / "x")
        with pytest.raises(PathMissing, match="no release"):
            export(tmp_path, "ucdp", tmp_path / "x")
        with pytest.raises(PathMissing, match="folder to write into"):
            export(release, "ucdp", tmp_path / "no" / "x")
        with pytest.raises(UsageError, match="is a folder"):
            export(release, "ucdp", tmp_path)
        assert set(ENDINGS) == {"ucdp", "plover", "geojson", "hxl", "xlsx", "sqlite", "duckdb"}
