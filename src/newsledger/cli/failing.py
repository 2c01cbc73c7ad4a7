"""What does a user see when something goes wrong? One message, how to mend it, and the exit code of the
contract.
"""

import os
import sys
import traceback
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup

from newsledger.cli.console import remark
from newsledger.cli.streams import ready, silence, speaking
from newsledger.errors import NewsledgerError, SystemRefused
from newsledger.writing import refused

FAULT = 3
INTERRUPTED = 130
PIPE_CLOSED = 141
"""As shells report a process that ended by SIGPIPE."""
DEBUG = "NEWSLEDGER_DEBUG"
MOST = 20
"""Findings that are shown of an error that has many."""
OURS = Path(__file__).parents[1]
"""Where the program lies: a file that is missing there is a fault of ours."""


class Commands(TyperGroup):
    """The commands, with every way to fail turned into a message and an exit code."""

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Run the command of the process and end with its exit code; help and completion go through here too."""
        try:
            ready()
            with speaking():  # help is written before a command is invoked
                return super().main(*arguments, **options)
        except NewsledgerError as error:
            told(error)
            sys.exit(error.exit_code)
        except OSError as error:
            sys.exit(told_of_system(error))

    def invoke(self, ctx: Any) -> Any:
        """Run the command of a context; raises typer.Exit with the exit code, and typer's own errors of
        usage.
        """
        try:
            result = super().invoke(ctx)
            with speaking():
                sys.stdout.flush()
        except (typer.Exit, typer.Abort, typer.TyperException):
            raise
        except NewsledgerError as error:
            told(error)
            raise typer.Exit(error.exit_code) from None
        except KeyboardInterrupt:
            remark("interrupted; what was there before is unchanged")
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            silence()
            raise typer.Exit(PIPE_CLOSED) from None
        except OSError as error:
            raise typer.Exit(told_of_system(error)) from None
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
        remark(f"error {error.code}: {error}")
    else:
        remark(f"error {error.code}: {error.title}")
        for finding in findings.errors[:MOST]:
            remark(f"  {finding}")
        if len(findings.errors) > MOST:
            remark(f"  and {len(findings.errors) - MOST} more")
    if error.mend:
        remark(f"mend: {error.mend}")


def told_of_system(error: OSError) -> int:
    """Print what the system refused, or that we are to blame, and return the exit code."""
    inside = isinstance(error.filename, str) and Path(error.filename).absolute().is_relative_to(OURS)
    refusal = None if inside else refused(error, _without_folder())
    if refusal is None:
        fault(error)
        return FAULT
    told(refusal)
    return SystemRefused.exit_code


def _without_folder() -> str | None:
    """Return what to call the file of an error if the folder we work in is gone, of which the system gives no name."""
    try:
        Path.cwd()
    except OSError:
        return "the current folder"
    return None


def fault(error: Exception) -> None:
    """Print that we are to blame; with NEWSLEDGER_DEBUG=1 also where it happened."""
    first = (str(error).splitlines() or [""])[0][:200]
    remark(f"error: a fault of ours, not of your data: {type(error).__name__}: {first}")
    if os.environ.get(DEBUG) == "1":
        traceback.print_exception(error)
    else:
        remark(f"Please report it, with what {DEBUG}=1 prints when you run the command again.")
