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
    from newsledger.cli import coding, comparing, doctor, explaining, places, publishing, rules, schema
    from newsledger.cli import scoring, starting, validating

    app.command("publish")(publishing.publish)
    app.command("code")(coding.code)
    app.command("validate")(validating.validate)
    app.command("diff")(comparing.diff)
    app.command("explain")(explaining.explain)
    app.command("score")(scoring.score)
    app.command("places")(places.places)
    app.add_typer(schema.app, name="schema")
    app.add_typer(rules.app, name="rules")
    app.command("init")(starting.init)
    app.command("doctor")(doctor.doctor)


_add_commands()
