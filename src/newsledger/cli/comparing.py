"""`newsledger diff`: what differs?"""

from pathlib import Path
from typing import Annotated

import typer

from newsledger.cli.console import remark_damage, say
from newsledger.cli.streams import pour

FORMATS = ("text", "json", "markdown", "csv")


def _format(name: str) -> str:
    if name not in FORMATS:
        raise typer.BadParameter(f"{name!r} is none of {', '.join(FORMATS)}")
    return name


def diff(
    old: Annotated[
        Path,
        typer.Argument(metavar="OLD", help="A release folder or a dataset, or a CSV or Parquet of events."),
    ],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="What to compare it with.")],
    form: Annotated[
        str,
        typer.Option(
            "--format", callback=_format, metavar="|".join(FORMATS), help="How to tell the difference."
        ),
    ] = "text",
) -> None:
    """Compare two releases, or two tables of events: rows and cells added, removed and changed.

    Rows are known by event_id_cnty. Tables need not be ours: an ACLED-layout export will do. When a row was
    released is not compared. Text and Markdown show the first rows of each kind, JSON and CSV all of them.
    Differences are no error: the exit code is 0.

    \b
    Examples:
      newsledger diff releases/2022.9.0 releases/2022.10.0
      newsledger diff old.csv new.csv --format csv > changed.csv
    """
    from newsledger.pipeline import difference
    from newsledger.pipeline.released import damages

    for path in (old, new):
        remark_damage(damages(path))
    found = difference.compare(old, new)
    if form == "json":
        pour(difference.as_json(found) + "\n")
    elif form == "csv":
        pour(difference.as_csv(found))
    else:
        for line in difference.as_markdown(found) if form == "markdown" else difference.as_lines(found):
            say(line)
