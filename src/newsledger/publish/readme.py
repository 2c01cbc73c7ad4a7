"""What does somebody need to know who opens a release? Its README.md, written from the data."""

from collections.abc import Iterator, Mapping

import polars as pl

from newsledger.contract.companions import COMPANIONS, DOCUMENTS
from newsledger.publish.attribution import attributions
from newsledger.publish.citation import suggested
from newsledger.publish.counted import many
from newsledger.publish.descriptor import Facts, licence
from newsledger.publish.difference import Difference
from newsledger.publish.recipe import Recipe

PANDAS = (
    'pandas.read_csv("data/events.csv", keep_default_na=False, na_values=[""], '
    'dtype_backend="numpy_nullable", parse_dates=["event_date"])'
)
LOADING = f"""\
| tool | line, in the folder of the release |
|---|---|
| pandas | `{PANDAS}` |
| polars | `polars.read_parquet("parquet/events.parquet")` |
| R, readr | `readr::read_csv("data/events.csv", na = "", guess_max = Inf)` |
| R, data.table | `data.table::fread("data/events.csv", na.strings = "", encoding = "UTF-8")` |
| Stata | `import delimited using "data/events.csv", encoding("utf-8") bindquotes(strict) clear` |
| Excel, LibreOffice | open `events.xlsx` |
| DuckDB | `SELECT * FROM 'parquet/events.parquet';` |
| DuckDB, all tables | `duckdb events.duckdb < load.sql` |
| SQLite, all tables | `sqlite3 events.sqlite < load-sqlite.sql` |
| QGIS | drag `data/events.csv` into the map |
| GDAL | `ogr2ogr events.gpkg data/events.csv` |

The first 31 columns of `events` have the names and the order of an ACLED export, so scripts written for
one run. An empty cell is a missing value; pandas and R need the options above, since they take words
such as `NA` for missing too. `events.csvt` and `events.prj` tell QGIS and GDAL the types and the points;
keep them beside `events.csv`.

The tests of Newsledger run these lines on a release, but for three: the workbook is opened with
LibreOffice, not with Excel; QGIS stands on GDAL, whose line is run; and nothing runs the line for Stata.
`load.sql` is run by DuckDB's Python package, not by its shell."""  # noqa: S608

LIMITS = """\
- The events are what the articles report, not what happened: where no article of this dataset reports,
  there is no row.
- A program coded them by the rules of CODING-RULES.md. `evidence` gives the span and the rule behind each
  value, `uncoded` every passage that could have been an event and was not coded, with the reason.
- `fatalities` is the conservative count; `fatalities_low` and `fatalities_high` span the claims. 0 also
  stands for deaths that no source mentions.
- `time_precision` and `geo_precision` above 1 mean that date or coordinates stand for a wider period or
  area.
- The dataset is not affiliated with ACLED and holds none of its rows."""


def readme(
    recipe: Recipe,
    facts: Facts,
    tables: Mapping[str, pl.DataFrame],
    found: Difference,
    rows: Mapping[str, str],
) -> str:
    """Return the README.md of a release; `rows` says what a row of each table is."""
    events = tables["events"]
    parts = [
        f"# {recipe.title}, version {facts.version}",
        recipe.description,
        f"Released {facts.day.isoformat()} · {many(events.height, 'event')} from "
        f"{many(tables['articles'].height, 'article')}"
        f" · schema {facts.schema} · licence {licence(recipe)['name']}",
        "## What it covers",
        "\n".join(_coverage(recipe, events)),
        "![Map of the events](page/map.png)",
        "## What is in it",
        "\n".join(_inventory(facts, rows)),
        "\n".join(_companions()),
        "## Events by type and country",
        _counted(events, "event_type", "sub_event_type"),
        _counted(events, "country"),
        "## How to load it",
        LOADING,
        "## What changed since the last release",
        "\n".join(_changes(facts, found, tables)),
        "## Known limits",
        LIMITS,
        "## How to cite",
        suggested(recipe, facts),
        "Please give the version: values may be corrected in later ones. An event keeps its id for ever.",
        "## Licence and attribution",
        f"{licence(recipe).get('title', licence(recipe)['name'])}: see LICENSE. Places and coordinates come "
        "from the GeoNames gazetteer (https://www.geonames.org/), licensed under CC BY 4.0; names were "
        "chosen and points added. Keep these lines with what you make of the data:",
        "\n".join(f"- {line}" for line in attributions(recipe, facts)),
        "`sha256sum --check SHA256SUMS` verifies every file.",
    ]
    return "\n\n".join(parts) + "\n"


def _coverage(recipe: Recipe, events: pl.DataFrame) -> Iterator[str]:
    until = recipe.coverage_to.isoformat() if recipe.coverage_to else "the release date"
    yield f"- Dates covered: {recipe.coverage_from.isoformat()} to {until}."
    if events.height:
        first, last = events.select(a=pl.col("event_date").min(), b=pl.col("event_date").max()).row(0)
        yield f"- Dates with events: {first} to {last}; {many(int(events['fatalities'].sum()), 'death')}."
    yield f"- Countries: {', '.join(recipe.countries) if recipe.countries else 'all'}."
    scopes = {
        "political": "political violence, demonstrations and strategic developments",
        "all-violence": "any violence between people, and demonstrations",
    }
    yield f"- Scope: {scopes[recipe.scope]}."


def _inventory(facts: Facts, rows: Mapping[str, str]) -> Iterator[str]:
    yield "| table | one row is | rows | files |"
    yield "|---|---|--:|---|"
    lists = [name for name in facts.counts if name.startswith("terms/")]
    for name, count in facts.counts.items():
        if name in lists:
            continue
        files = f"[CSV](data/{name}.csv) [Parquet](parquet/{name}.parquet)"
        yield f"| {name} | {rows[name]} | {count:,} | {files} |"
    terms = sum(facts.counts[name] for name in lists)
    what = f"{len(lists)} closed lists: the values used, with their meaning"
    yield f"| terms/… | {what} | {terms:,} | [CSV](data/terms) [Parquet](parquet/terms) |"
    yield ""
    yield (
        "`datapackage.json` describes every column for programs, CODEBOOK.md for people; `codebook.html` is "
        "the same as a page that can be searched."
    )


def _companions() -> Iterator[str]:
    yield "| file | what |"
    yield "|---|---|"
    yield from (f"| [{name}]({name}) | {what} |" for name, what in {**DOCUMENTS, **COMPANIONS}.items())


def _counted(events: pl.DataFrame, *by: str) -> str:
    rows = events.group_by(by).agg(pl.len(), pl.col("fatalities").sum()).sort(by)
    lines = [
        f"| {' | '.join(b.replace('_', ' ') for b in by)} | events | fatalities |",
        f"|{'---|' * len(by)}--:|--:|",
    ]
    lines += [
        f"| {' | '.join(str(c) for c in r[: len(by)])} | {r[-2]:,} | {r[-1]:,} |" for r in rows.iter_rows()
    ]
    return "\n".join(lines)


def _changes(facts: Facts, found: Difference, tables: Mapping[str, pl.DataFrame]) -> Iterator[str]:
    if facts.previous is None:
        yield "This is the first release."
    else:
        cells = sum(found.cells.values())
        yield f"Against {facts.previous} this release is {_article(facts.change_class)} {facts.change_class}:"
        came = many(len(found.added), "event")
        yield f"- {came} added, {len(found.removed)} removed, {len(found.changed)} changed"
        if cells:
            fields = ", ".join(f"{column} ({count})" for column, count in sorted(found.cells.items()))
            yield f"- {many(cells, 'cell')} changed: {fields}"
        for reason in found.breaks:
            yield f"- {reason}"
        gone = tables["deletions"].filter(pl.col("removed_in") == facts.version)
        for row in gone.head(20).iter_rows(named=True):
            into = f", now part of {row['merged_into']}" if row["merged_into"] else ""
            yield f"- {row['event_id_cnty']} left: {row['reason']}{into}"
        yield "- `changes` holds every cell with its old and new value and the reason."
        yield "- `deletions` holds every id that ever left."
    for gate, reason in facts.gates.items():
        yield f"- The gate {gate} was passed: {reason}"


def _article(word: str) -> str:
    return "an" if word[:1] in "aeiou" else "a"
