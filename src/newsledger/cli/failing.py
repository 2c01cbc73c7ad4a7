"""What does a user see when something goes wrong? One message, how to mend it, and the exit code of the
contract.
"""

import os
import sys
import traceback
from typing import Any

import typer
from typer.core import TyperGroup

from newsledger.errors import NewsledgerError

FAULT = 3
INTERRUPTED = 130
PIPE_CLOSED = 141
"""As shells report a process that ended by SIGPIPE."""
DEBUG = "NEWSLEDGER_DEBUG"
MOST = 20
"""Findings that are shown of an error that has many."""


class Commands(TyperGroup):
    """The commands, with every way to fail turned into a message and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command of a context; raises typer.Exit with the exit code, and typer's own errors of
        usage.
        """
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except (typer.Exit, typer.Abort, typer.TyperException):
            raise
        except NewsledgerError as error:
            told(error)
            raise typer.Exit(error.exit_code) from None
        except KeyboardInterrupt:
            typer.echo("interrupted; what was there before is unchanged", err=True)
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            silence()
            raise typer.Exit(PIPE_CLOSED) from None
        except Exception as error:
            fault(error)
            raise typer.Exit(FAULT) from None
        return result


def told(error: NewsledgerError) -> None:
    """Print an error of the catalogue to stderr: its code, its message, and how to mend it.

    An error that carries findings (validation.refused) is told by them, one a line.
    """
    findings = getattr(error, "findings", None)
    if findings is None:
        typer.echo(f"error {error.code}: {error}", err=True)
    else:
        typer.echo(f"error {error.code}: {error.title}", err=True)
        for finding in findings.errors[:MOST]:
            typer.echo(f"  {finding}", err=True)
        if len(findings.errors) > MOST:
            typer.echo(f"  and {len(findings.errors) - MOST} more", err=True)
    if error.mend:
        typer.echo(f"mend: {error.mend}", err=True)


def fault(error: Exception) -> None:
    """Print that we are to blame; with NEWSLEDGER_DEBUG=1 also where it happened."""
    first = (str(error).splitlines() or [""])[0][:200]
    typer.echo(f"error: a fault of ours, not of your data: {type(error).__name__}: {first}", err=True)
    if os.environ.get(DEBUG) == "1":
        traceback.print_exception(error)
    else:
        typer.echo(f"Please report it, with what {DEBUG}=1 prints when you run the command again.", err=True)


def silence() -> None:
    """Let nothing more be written to stdout, whose reader went away."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
    os.close(devnull)
