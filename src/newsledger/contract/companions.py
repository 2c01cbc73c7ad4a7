"""Which files does a release hold beside its tables? The one list that publishing and validation go by."""

from collections.abc import Mapping
from types import MappingProxyType

DOCUMENTS: Mapping[str, str] = MappingProxyType(
    {
        "README.md": "what the release holds, how to load it, how to cite it",
        "CODEBOOK.md": "every table, column and closed list, for people",
        "CODING-RULES.md": "what a row means, and by which rules articles are coded",
        "CITATION.cff": "how to cite it, for programs",
        "LICENSE": "the licence, and what the sources of places ask for",
        "datapackage.json": "every CSV file and column, for programs (Data Package 2)",
        "parquet/datapackage.json": "every Parquet file and column, for programs",
        "SHA256SUMS": "the checksum of every other file",
    }
)
COMPANIONS: Mapping[str, str] = MappingProxyType(
    {
        "index.html": "the page of the release: map, timeline, table and evidence; open it in a browser",
        "codebook.html": "codebook and coding rules as a page that can be searched",
        "events.xlsx": "events, codebook, closed lists, actors and changes as a workbook",
        "gis/events.geo.parquet": "events as points (GeoParquet 1.1)",
        "data/events.csvt": "column types, so that QGIS and GDAL read events.csv as points",
        "data/events.prj": "the coordinate system of events.csv (WGS 84)",
        "load.sql": "makes a DuckDB database: `duckdb events.duckdb < load.sql`",
        "load-sqlite.sql": "makes an SQLite database: `sqlite3 events.sqlite < load-sqlite.sql`",
        "croissant.json": "Croissant metadata, for machine learning and dataset search",
        "schema-org.json": "schema.org metadata, for search engines",
        "datacite.json": "DataCite metadata, ready for whoever registers a DOI",
    }
)
"""Files that follow from the tables and say nothing new; each is rebuilt to the same bytes."""

PAGE = "page/"
"""The folder of the files that index.html shows."""


def archive_name(version: str) -> str:
    """Return the name of the archive of a release; it lies beside the release's folder."""
    return f"{version}.zip"
