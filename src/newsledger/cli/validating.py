"""`newsledger validate`: is it right?"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from newsledger.cli.console import progress_bar

FORMATS = ("text", "json", "junit", "github", "sarif")


def _format(name: str) -> str:
    if name not in FORMATS:
        raise typer.BadParameter(f"{name!r} is none of {', '.join(FORMATS)}")
    return name


def validate(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="PATH",
            help="A release folder, a datapackage.json, a table of events, an articles file, or a dataset.",
        ),
    ],
    schema: Annotated[
        str | None,
        typer.Option(
            "--schema",
            metavar="V",
            help="The contract's version; by default the one stated, else the newest.",
        ),
    ] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format", callback=_format, metavar="|".join(FORMATS), help="How to tell the findings."
        ),
    ] = "text",
) -> None:
    """Validate a release, a data package of anyone, a table of events, articles, or a dataset.

    Says for each finding the file, the line, the column, the value and the rule. Exit code 0 if there is no
    error (warnings are no errors), 1 if there is one.

    \b
    Examples:
      newsledger validate releases/2022.9.0
      newsledger validate events.csv
      newsledger validate sahel --format github        (in a workflow of GitHub)
      newsledger validate releases/2022.9.0 --format junit > report.xml
    """
    from newsledger.validation.formats import FORMATS as WRITERS
    from newsledger.validation.formats import print_rich
    from newsledger.validation.target import validate as run

    with progress_bar() as progress:
        findings = run(path, schema, progress)
    if form == "text" and sys.stdout.isatty():
        print_rich(findings, str(path))
    else:
        typer.echo(WRITERS[form](findings, str(path)), nl=False)
    if not findings.ok:
        raise typer.Exit(1)
