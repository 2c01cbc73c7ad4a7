"""GDAL, and so QGIS, sees typed points in events.csv, and in what is exported."""

import json
from collections.abc import Callable
from pathlib import Path

from newsledger.pipeline.export import export
from tests.readers.conftest import Tool


def layer(told: str) -> str:
    return told.partition("Layer name")[2]


def test_the_csv_opens_as_typed_points(release: Path, tool: Tool, run: Callable[..., str]) -> None:
    told = layer(run(tool("ogrinfo"), "-so", release / "data/events.csv", "events"))
    assert "Geometry: Point" in told
    assert "Feature Count: 6" in told
    assert 'ID["EPSG",4326]' in told or 'GEOGCRS["WGS 84"' in told
    assert "event_date: Date" in told
    assert "fatalities: Integer" in told
    assert "injuries: Integer" in told
    assert "latitude: Real" in told


def test_the_line_of_the_readme_makes_a_geopackage(
    release: Path, tool: Tool, run: Callable[..., str], tmp_path: Path
) -> None:
    assert "`ogr2ogr events.gpkg data/events.csv`" in (release / "README.md").read_text("utf-8")
    run(tool("ogr2ogr"), tmp_path / "events.gpkg", "data/events.csv", cwd=release)
    run(tool("ogr2ogr"), "-f", "GeoJSON", tmp_path / "back.geojson", tmp_path / "events.gpkg")
    points = {
        f["properties"]["event_id_cnty"]: f
        for f in json.loads((tmp_path / "back.geojson").read_text("utf-8"))["features"]
    }
    assert points["AZE1"]["geometry"]["coordinates"] == [47.1706, 41.1919]
    assert points["AZE1"]["properties"]["location"] == "Şəki"
    assert points["AZE1"]["properties"]["event_date"] == "2022-09-18"
    assert points["AZE2"]["properties"]["injuries"] == 2
    assert points["AZE1"]["properties"]["injuries"] is None


def test_exported_geojson_opens(release: Path, tool: Tool, run: Callable[..., str], tmp_path: Path) -> None:
    export(release, "geojson", tmp_path / "e.geojson")
    told = layer(run(tool("ogrinfo"), "-so", "-al", tmp_path / "e.geojson"))
    assert "Geometry: Point" in told
    assert "Feature Count: 6" in told
    assert "fatalities: Integer" in told
