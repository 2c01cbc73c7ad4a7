"""How does a command speak? Results go to stdout, everything else to stderr; progress only to a terminal."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from newsledger.cli.streams import speaking
from newsledger.errors import NewsledgerError, printable

if TYPE_CHECKING:
    from newsledger.validation.findings import Finding

MOST_DAMAGE = 5
Progress = Callable[[str, int, int], None]


def say(line: str = "") -> None:
    """Print a line of the result; what cannot be seen in it is made visible, since it may come from a table."""
    with speaking():
        typer.echo(printable(line))


def remark(line: str) -> None:
    """Print a line that is not part of the result, as `say` does."""
    typer.echo(printable(line), err=True)


class Problems:
    """Tells what a reader had to say, and counts the records that were skipped."""

    def __init__(self) -> None:
        self.skipped = 0

    def __call__(self, problem: NewsledgerError) -> None:
        """Print one problem: a warning, or a record that was skipped."""
        if problem.exit_code:
            self.skipped += 1
            remark(f"skipped {problem.code}: {problem}")
        else:
            remark(f"warning {problem.code}: {problem}")

    def sum_up(self) -> None:
        """Say how many records were skipped, if any were."""
        if self.skipped:
            remark(f"{count(self.skipped, 'record')} skipped")


def remark_damage(findings: "Sequence[Finding]") -> None:
    """Warn of what is not as it was published in a release that is shown, the first findings of many."""
    for finding in findings[:MOST_DAMAGE]:
        remark(f"warning {finding}")
    if len(findings) > MOST_DAMAGE:
        remark(f"warning: and {len(findings) - MOST_DAMAGE} more; newsledger validate names all")


def count(number: int, thing: str, things: str = "") -> str:
    """Return a number with its noun, as `1 article` and `2 articles`."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


@contextmanager
def progress_bar() -> Iterator[Progress | None]:
    """Give what draws a progress bar on stderr, or None where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=None)

        def update(what: str, done: int, total: int) -> None:
            bar.update(task, description=what, completed=done, total=total if total > 1 else None)

        yield update
