"""`newsledger validate`: is it right?"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from newsledger.cli.console import progress_bar
from newsledger.cli.streams import pour

FORMATS = ("text", "json", "junit", "github", "sarif")
FORMS = ("table",)


def _format(name: str) -> str:
    if name not in FORMATS:
        raise typer.BadParameter(f"{name!r} is none of {', '.join(FORMATS)}")
    return name


def _form(name: str | None) -> str | None:
    if name not in (None, *FORMS):
        raise typer.BadParameter(f"{name!r} is none of {', '.join(FORMS)}")
    return name


def validate(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH...",
            help="A release or its ZIP, a datapackage.json, a table of events, articles, a dataset, or a schema.",
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
    taken_as: Annotated[
        str | None,
        typer.Option(
            "--as",
            callback=_form,
            metavar="table",
            help="Take a CSV or Parquet file for a table of anything and look at its form alone.",
        ),
    ] = None,
) -> None:
    """Validate a release, a data package of anyone, a table of events, articles, a dataset, or a schema.

    Says for each finding the file, the line, the column, the value and the rule. Exit code 0 if there is no
    error (warnings are no errors), 1 if there is one, 2 if a path is missing or nothing that can be validated.

    \b
    Examples:
      newsledger validate releases/2022.9.0
      newsledger validate releases/2022.9.0.zip
      newsledger validate events.csv
      newsledger validate sahel --format github        (in a workflow of GitHub)
      newsledger validate releases/2022.9.0 --format junit > report.xml
      newsledger validate table.csv --as table         (a table of anything)
    """
    from newsledger.pipeline.validate import validate as run
    from newsledger.validation.findings import Findings
    from newsledger.validation.formats import FORMATS as WRITERS
    from newsledger.validation.formats import print_rich
    from newsledger.validation.target import whole

    findings = Findings()
    with progress_bar() as progress:
        for path in dict.fromkeys(whole(p) for p in paths):
            findings.extend(run(path, schema, progress, form=taken_as))
    what = str(paths[0]) if len(paths) == 1 else f"{len(paths)} paths"
    if form == "text" and sys.stdout.isatty():
        print_rich(findings, what)
    else:
        # neither the terminal's encoding nor an odd file name may end the command
        pour(WRITERS[form](findings, what))
    if not findings.ok:
        raise typer.Exit(1)
