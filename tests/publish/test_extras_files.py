"""What lies beside the tables: workbook, points, metadata, archive; each says only what the recipe says."""

import json
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pyarrow.parquet
import pytest
import shapely

from newsledger.contract.companions import COMPANIONS, DOCUMENTS
from newsledger.contract.load import load_contract
from newsledger.publish.extras.about import about
from newsledger.publish.extras.archive import write_archive
from newsledger.publish.extras.datacite import datacite
from newsledger.publish.extras.gis import csvt
from newsledger.publish.extras.schema_org import schema_org
from newsledger.publish.extras.xlsx import write_xlsx
from newsledger.publish.load import load_release, release_facts
from newsledger.publish.place import held_root, mend
from newsledger.publish.release import publish_release
from newsledger.validation.sameness import file_hash
from tests.publish.datasets import recipe
from tests.publish.sample import event_rows, sample_frames

CONTRACT = load_contract()
EVENTS = CONTRACT.tables["events"]


def loaded(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_every_companion_is_there_and_told_in_the_readme(release: Path) -> None:
    text = (release / "README.md").read_text("utf-8")
    for name in [*DOCUMENTS, *COMPANIONS]:
        assert (release / name).is_file(), name
        assert f"[{name}]({name})" in text


class TestWorkbook:
    def test_sheets_types_and_frozen_header(self, release: Path) -> None:
        book = openpyxl.load_workbook(release / "events.xlsx")
        assert book.sheetnames == [
            "events", "codebook", "lists", "actors", "sources", "changes", "deletions", "about",
        ]  # fmt: skip
        page = book["events"]
        assert page.freeze_panes == "B2"
        assert page.auto_filter.ref == "A1:AN7"
        head = {cell.value: number for number, cell in enumerate(page[1])}
        assert tuple(head) == EVENTS.names
        row = page[2]
        assert row[head["event_date"]].value == datetime(2022, 9, 13)
        assert row[head["fatalities"]].value == 5
        assert row[head["latitude"]].number_format == "0.0000"
        assert row[head["injuries"]].value is None
        assert {r[0].value for r in page.iter_rows(min_row=2)} == {e["event_id_cnty"] for e in event_rows()}

    def test_codebook_and_licence_are_inside(self, release: Path) -> None:
        book = openpyxl.load_workbook(release / "events.xlsx")
        described = {
            r[1] for r in book["codebook"].iter_rows(min_row=2, values_only=True) if r[0] == "events"
        }
        assert described == set(EVENTS.names)
        said = " ".join(str(r[1]) for r in book["about"].iter_rows(min_row=2, values_only=True))
        assert "GeoNames" in said
        assert "CC-BY-4.0" in said
        assert "(version 2022.9.0) [Data set]" in said

    def test_its_dates_are_those_of_the_release(self, release: Path) -> None:
        told = openpyxl.load_workbook(release / "events.xlsx").properties
        assert told.created == told.modified == datetime(2022, 9, 20)
        assert told.creator == "The sample makers"

    @pytest.mark.parametrize(
        "cell", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", '=HYPERLINK("http://x","y")', "\t=1"]
    )
    def test_a_text_that_looks_like_a_formula_stays_a_text(
        self, release: Path, tmp_path: Path, cell: str
    ) -> None:
        tables = load_release(release)
        tables["events"] = tables["events"].with_columns(pl.lit(cell).alias("notes"))
        told = about(recipe(tmp_path / "d"), release_facts(release))
        write_xlsx(told, tables, CONTRACT, tmp_path / "x.xlsx")
        column = EVENTS.names.index("notes") + 1
        found = openpyxl.load_workbook(tmp_path / "x.xlsx")["events"].cell(2, column)
        assert (found.value, found.data_type, found.quotePrefix) == (cell, "s", True)
        with zipfile.ZipFile(tmp_path / "x.xlsx") as parts:
            assert b"<f>" not in b"".join(parts.read(n) for n in parts.namelist() if "sheet" in n)

    def test_the_changes_are_those_a_reader_looks_for(
        self, release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A row that came is one line, not one for each of its cells; the newest stay where they are too many."""
        told, tables = about(recipe(tmp_path / "d"), release_facts(release)), load_release(release)
        came = [
            ("2022.9.0", "ARM1", field, None, "x", "added", None)
            for field in ("event_id_cnty", "notes", "iso")
        ]
        cells = [("2022.9.1", "ARM1", "fatalities", str(n), str(n + 1), "changed", None) for n in range(3)]
        tables["changes"] = pl.DataFrame([*came, *cells], schema=tables["changes"].schema, orient="row")
        for most, old in ((5, [None, "0", "1", "2"]), (2, ["1", "2"])):
            monkeypatch.setattr("newsledger.publish.extras.xlsx.MOST_CHANGES", most)
            write_xlsx(told, tables, CONTRACT, tmp_path / "x.xlsx")
            book = openpyxl.load_workbook(tmp_path / "x.xlsx")
            assert [row[3] for row in book["changes"].iter_rows(min_row=2, values_only=True)] == old
            said = dict(book["about"].iter_rows(min_row=2, values_only=True))["changes"]
            assert ("the newest 2 of 4" in said) is (most == 2)

    def test_a_text_that_is_too_long_for_a_cell_is_cut(self, release: Path, tmp_path: Path) -> None:
        tables = load_release(release)
        tables["events"] = tables["events"].with_columns(pl.lit("ə" * 40_000).alias("notes"))
        write_xlsx(
            about(recipe(tmp_path / "d"), release_facts(release)), tables, CONTRACT, tmp_path / "x.xlsx"
        )
        found = (
            openpyxl.load_workbook(tmp_path / "x.xlsx")["events"]
            .cell(2, EVENTS.names.index("notes") + 1)
            .value
        )
        assert found == "ə" * 32_766 + "…"


class TestPoints:
    def test_geoparquet_has_the_points_of_the_events(self, release: Path) -> None:
        table = pyarrow.parquet.read_table(release / "gis/events.geo.parquet")
        told = pyarrow.parquet.read_metadata(release / "gis/events.geo.parquet").metadata
        geo = json.loads(told[b"geo"])
        assert geo["version"] == "1.1.0"
        assert geo["columns"]["geometry"]["geometry_types"] == ["Point"]
        points = shapely.from_wkb(table.column("geometry").to_pylist())
        events = pl.read_parquet(release / "parquet/events.parquet")
        assert [(p.x, p.y) for p in points] == list(events.select("longitude", "latitude").iter_rows())
        box = geo["columns"]["geometry"]["bbox"]
        assert box == [min(p.x for p in points), min(p.y for p in points), max(p.x for p in points),
                       max(p.y for p in points)]  # fmt: skip
        assert table.column_names == [*EVENTS.names, "geometry"]

    def test_the_type_line_names_every_column_once(self, release: Path) -> None:
        types = dict(zip(EVENTS.names, csvt(EVENTS).strip().split(","), strict=True))
        assert types["longitude"] == '"CoordX"'
        assert types["latitude"] == '"CoordY"'
        assert types["event_date"] == '"Date"'
        assert (release / "data/events.csvt").read_text() == csvt(EVENTS)


class TestMetadata:
    def test_nothing_is_made_up(self, release: Path) -> None:
        """A recipe without DOI, publisher and address gives metadata without them."""
        for name in ("schema-org.json", "datacite.json", "croissant.json"):
            text = (release / name).read_text("utf-8")
            assert "doi.org/10" not in text
            assert "example.org" not in text
        cite = loaded(release / "datacite.json")
        assert cite["identifiers"] == []
        assert cite["publisher"] == {"name": ":unav"}
        assert cite["creators"] == [{"name": "The sample makers"}]
        assert {"identifier", "url", "publisher"}.isdisjoint(loaded(release / "schema-org.json"))

    def test_what_the_recipe_gives_is_passed_on(self, release: Path, tmp_path: Path) -> None:
        ours = replace(
            recipe(tmp_path / "d", "citation: {doi: 10.1234/abc, publisher: Sample Press}\n"),
            contributors=({"title": "Ana Doe", "givenName": "Ana", "familyName": "Doe"},),
            homepage="https://sample.test/",
        )
        told = about(ours, release_facts(release))
        events = pl.read_parquet(release / "parquet/events.parquet")
        cite = datacite(told, events)
        assert cite["identifiers"] == [{"identifierType": "DOI", "identifier": "10.1234/abc"}]
        assert cite["publisher"] == {"name": "Sample Press"}
        assert cite["creators"][0]["name"] == "Doe, Ana"
        page = schema_org(told, events, CONTRACT, {})
        assert page["identifier"] == "https://doi.org/10.1234/abc"
        assert page["url"] == "https://sample.test/"
        assert page["creator"][0]["@type"] == "Person"

    @pytest.mark.parametrize("name", ["schema-org.json", "croissant.json"])
    def test_files_are_named_with_their_checksums(self, release: Path, name: str) -> None:
        files = loaded(release / name)["distribution"]
        assert {"data/events.csv", "parquet/events.parquet", "events.xlsx"} <= {f["name"] for f in files}
        for file in files:
            assert file["sha256"] == file_hash(release / file["contentUrl"])

    def test_croissant_knows_every_column(self, release: Path) -> None:
        records = {r["name"]: r for r in loaded(release / "croissant.json")["recordSet"]}
        fields = {f["name"].split("/")[1]: f for f in records["events"]["field"]}
        assert tuple(fields) == EVENTS.names
        assert fields["fatalities"]["dataType"] == "sc:Integer"
        keys = {f["name"]: f.get("references") for f in records["reports"]["field"]}
        assert keys["reports/article_id"] == {"field": {"@id": "articles/article_id"}}

    def test_the_descriptor_has_hashtags_and_units(self, release: Path) -> None:
        resource = loaded(release / "datapackage.json")["resources"][0]
        fields = {f["name"]: f for f in resource["schema"]["fields"]}
        assert fields["fatalities"]["hxl"] == "#affected+killed"
        assert fields["fatalities"]["unit"] == "persons"
        assert all("hxl" in f for f in fields.values())
        assert len({f["hxl"] for f in fields.values()}) == len(fields)


class TestArchive:
    def test_it_holds_the_release_byte_for_byte(self, release: Path) -> None:
        with zipfile.ZipFile(release.parent / "2022.9.0.zip") as archive:
            inside = {n.removeprefix("sample-2022.9.0/"): archive.read(n) for n in archive.namelist()}
            assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        there = {p.relative_to(release).as_posix(): p.read_bytes() for p in release.rglob("*") if p.is_file()}
        assert inside == there

    def test_the_index_states_it(self, release: Path) -> None:
        (entry,) = loaded(release.parent / "index.json")["releases"]
        archive = release.parent / "2022.9.0.zip"
        assert entry["archive"] == {
            "path": "2022.9.0.zip", "bytes": archive.stat().st_size, "sha256": file_hash(archive),
        }  # fmt: skip

    def test_the_same_release_gives_the_same_bytes(self, release: Path, tmp_path: Path) -> None:
        write_archive(release, tmp_path / "again.zip", "sample-2022.9.0")
        assert (tmp_path / "again.zip").read_bytes() == (release.parent / "2022.9.0.zip").read_bytes()

    def test_a_killed_run_is_mended_with_its_archive(self, tmp_path: Path) -> None:
        root = tmp_path / "releases"
        publish_release(sample_frames(), recipe(tmp_path / "d"), root=root)
        index, packed = (root / "index.json").read_bytes(), (root / "2022.9.0.zip").read_bytes()
        (root / "index.json").unlink()
        (root / "2022.9.0.zip").unlink()
        with held_root(root):
            mend(root, "sample")
        assert (root / "2022.9.0.zip").read_bytes() == packed
        assert (root / "index.json").read_bytes() == index
