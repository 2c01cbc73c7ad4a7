"""Which companions does a release get, and who writes them? All of `contract.companions.COMPANIONS`."""

from collections.abc import Mapping
from pathlib import Path

import polars as pl

from newsledger.contract.load import Contract
from newsledger.publish.descriptor import Facts
from newsledger.publish.extras.about import about as about_release
from newsledger.publish.extras.croissant import croissant
from newsledger.publish.extras.datacite import datacite
from newsledger.publish.extras.files import POINTS, WORKBOOK, file_facts
from newsledger.publish.extras.geoparquet import write_geoparquet
from newsledger.publish.extras.gis import csvt, prj
from newsledger.publish.extras.load_sql import duckdb_script, sqlite_script
from newsledger.publish.extras.schema_org import schema_org
from newsledger.publish.extras.xlsx import write_xlsx
from newsledger.publish.index import as_json
from newsledger.publish.recipe import Recipe


def write_companions(
    recipe: Recipe, facts: Facts, tables: Mapping[str, pl.DataFrame], contract: Contract, folder: Path
) -> None:
    """Write all companions of a release into `folder`, which holds its tables as CSV and Parquet already.

    Metadata come last, since they state the checksums of the other files.
    """
    about, events = about_release(recipe, facts), tables["events"]
    write_geoparquet(events, folder / POINTS)
    write_xlsx(about, tables, contract, folder / WORKBOOK)
    files = file_facts(folder, tables)
    texts = {
        "data/events.csvt": csvt(contract.tables["events"]),
        "data/events.prj": prj(),
        "load.sql": duckdb_script(about, contract, tables),
        "load-sqlite.sql": sqlite_script(about, contract, tables),
        "schema-org.json": as_json(schema_org(about, events, contract, files)),
        "datacite.json": as_json(datacite(about, events)),
        "croissant.json": as_json(croissant(about, contract, tables, files)),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
