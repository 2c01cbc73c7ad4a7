"""`newsledger export`: a release in another layout."""

from pathlib import Path
from typing import Annotated

import typer

from newsledger.cli.console import count, progress_bar, remark, say
from newsledger.cli.paths import out_path
from newsledger.cli.streams import DataStream

STREAM = "-"


def export(
    release: Annotated[
        Path,
        typer.Argument(
            metavar="RELEASE", help="A release folder; of a releases root or a dataset, the latest."
        ),
    ],
    to: Annotated[
        str,
        typer.Option(
            "--to", metavar="LAYOUT", help="ucdp, plover, geojson, hxl, xlsx, sqlite, duckdb or postgres://…"
        ),
    ],
    out: Annotated[
        str | None,
        typer.Option(
            "--out",
            metavar="FILE",
            help="The file to write, - for stdout; by default DATASET-VERSION.LAYOUT.",
        ),
    ] = None,
    schema: Annotated[
        str,
        typer.Option(
            "--schema", metavar="NAME", help="The schema of the database; by default the dataset's name."
        ),
    ] = "",
) -> None:
    """Write a release in another layout: files for other people's scripts, or a database.

    ucdp gives the deadly events of organised violence in the columns of UCDP GED; plover gives PLOVER categories
    and CAMEO codes by a documented crosswalk; hxl the CSV with hashtags in its second row. What a layout has no
    place for is left out and counted. A PostgreSQL database is loaded in one transaction; running it again
    replaces what it loaded. Licence and attribution travel along, in the file or in one beside it.

    \b
    Examples:
      newsledger export sahel/releases/2022.9.0 --to ucdp
      newsledger export sahel --to geojson --out - | jq '.features | length'
      newsledger export sahel --to sqlite --out sahel.sqlite
      newsledger export sahel --to postgres://me@localhost/conflict
    """
    from newsledger.pipeline import export as way

    with progress_bar() as progress:
        if progress is not None:
            progress(f"exporting to {to.partition(':')[0]}", 0, 1)  # an address may hold a password
        if out == STREAM:
            stream = DataStream()
            told = way.export_stream(release, to, stream)
            stream.flush()
        else:
            told = way.export(release, to, None if out is None else out_path(out), schema)
    if out != STREAM:
        say(f"{count(told.rows, 'row')} → {told.place}")
    for reason, number in told.left_out.items():
        remark(f"{count(number, 'event')} left out: {reason}")
    if told.beside is not None:
        remark(f"licence and attribution: {told.beside}")
