"""Which commands are there? Puts them together; each lives in a module that imports what it needs when it
runs.
"""

from typing import Annotated

import typer

from newsledger.cli.failing import Commands

HELP = """News articles in, a citable, versioned, validated dataset of conflict events out.

\b
First steps:
  newsledger init sahel              make a dataset that publishes at once
  newsledger code sahel/articles     see what its articles give
  newsledger publish sahel           make a release of it

\b
Exit codes: 0 done, 1 the data are invalid or a gate held, 2 wrong use, 3 a fault of ours.
"""


def _version(asked: bool) -> None:
    if asked:
        from newsledger import __version__

        typer.echo(f"newsledger {__version__}")
        raise typer.Exit


# Plain help: rich would cost a third of the time that help takes, and say no more.
app = typer.Typer(
    cls=Commands, help=HELP, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False
)


@app.callback()
def newsledger(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    """Options before the command."""


def _add_commands() -> None:
    from newsledger.cli import (
        coding,
        comparing,
        doctor,
        explaining,
        exporting,
        places,
        publishing,
        rules,
        schema,
        scoring,
        starting,
        validating,
    )

    app.command("publish", short_help="From a recipe to a release: code, join, check, write.")(
        publishing.publish
    )
    app.command("code", short_help="Code articles: one row per event and article.")(coding.code)
    app.command("validate", short_help="Check a release, a package, a table or a dataset.")(
        validating.validate
    )
    app.command("diff", short_help="Compare two releases, or two tables of events.")(comparing.diff)
    app.command("explain", short_help="Why a row says what it says, and why others are none.")(
        explaining.explain
    )
    app.command("export", short_help="A release in another layout, or in a database.")(exporting.export)
    app.command("score", short_help="Compare coded reports with hand-coded rows.")(scoring.score)
    app.command("places", short_help="Look places up in the gazetteer.")(places.places)
    app.add_typer(schema.app, name="schema")
    app.add_typer(rules.app, name="rules")
    app.command("init", short_help="Make a dataset that publishes at once.")(starting.init)
    app.command("doctor", short_help="What is installed, and is it whole?")(doctor.doctor)


_add_commands()
