"""`newsledger publish`: the whole way, from recipe to release."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsledger.cli.coding import Jobs
from newsledger.cli.console import Problems, count, progress_bar, remark, say
from newsledger.cli.paths import out_path

if TYPE_CHECKING:
    from newsledger.publish.release import Published


def publish(
    dataset: Annotated[
        Path, typer.Argument(metavar="DATASET", help="The dataset's folder, or its dataset.yaml.")
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            parser=out_path,
            metavar="ROOT",
            help="The folder of all releases; by default 'releases' in the dataset's folder.",
        ),
    ] = None,
    version: Annotated[
        str | None,
        typer.Option(
            "--version", metavar="V", help="The version, as 2022.9.1; by default the next of the month."
        ),
    ] = None,
    day: Annotated[
        datetime | None,
        typer.Option(
            "--date",
            metavar="D",
            formats=["%Y-%m-%d"],
            help="The release date, as 2022-09-20; by default the recipe's.",
        ),
    ] = None,
    change_class: Annotated[
        str | None,
        typer.Option(
            "--class",
            metavar="C",
            help="extension, correction or breaking; must not be below what really changed.",
        ),
    ] = None,
    allow: Annotated[
        list[str] | None,
        typer.Option(
            "--allow", metavar="GATE=REASON", help="Pass a gate that held, with the reason; repeatable."
        ),
    ] = None,
    reports: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="REPORTS_DIR",
            help="Take the reports stored in this folder or release; code nothing.",
        ),
    ] = None,
    jobs: Jobs = 1,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="RELEASE", help="Write the events as they stood in an older release, to --out."
        ),
    ] = None,
) -> None:
    """Publish a dataset: code its articles, join the reports into events, check everything, write a release.

    The release before is the latest below --out, else that of the dataset itself: events keep their ids, and
    every change is listed. Nothing is written before all checks have passed. If nothing changed, nothing is
    written.

    \b
    Examples:
      newsledger publish sahel
      newsledger publish sahel --out build/releases
      newsledger publish sahel --allow "rows-changed=two sources were withdrawn"
      newsledger publish sahel --from sahel/releases/2022.9.0 --out build/again
      newsledger publish sahel --as-of 2022.9.0 --out build/2022.9.0
    """
    if as_of is not None:
        idle = {
            "--version": version,
            "--date": day,
            "--class": change_class,
            "--allow": allow,
            "--from": reports,
            "--jobs": jobs > 1,
        }
        _as_of(dataset, as_of, out, [name for name, value in idle.items() if value])
        return
    from newsledger.pipeline.publish import Wishes
    from newsledger.pipeline.publish import publish as run

    wishes = Wishes(
        out=out,
        version=version,
        day=None if day is None else day.date(),
        change_class=change_class,
        allow=dict(map(_gate, allow or ())),
        reports=reports,
        jobs=jobs,
    )
    with progress_bar() as progress:
        done = run(dataset, wishes, progress=progress, on_problem=Problems())
    for line in summary(done):
        say(line)
    for finding in done.warnings:
        remark(f"warning {finding}")


def _gate(option: str) -> tuple[str, str]:
    gate, separator, reason = option.partition("=")
    if not separator or not reason.strip():
        raise typer.BadParameter(f"{option!r} is not of the form GATE=REASON", param_hint="--allow")
    return gate.strip(), reason.strip()


def _as_of(dataset: Path, release: str, out: Path | None, idle: list[str]) -> None:
    from newsledger.pipeline.as_of import write_as_of

    if idle:
        raise typer.BadParameter(f"{', '.join(idle)}: --as-of publishes nothing, so they would do nothing")
    if out is None:
        raise typer.BadParameter("--as-of needs --out, the folder to write events.csv and events.parquet to")
    rows, newest = write_as_of(dataset, release, out)
    say(f"The {count(rows, 'event')} of {release}, rebuilt from {newest}: {out}")


def summary(done: "Published") -> Iterator[str]:
    """Yield the lines that say what publishing did."""
    counts = done.counts
    if done.state == "unchanged":
        yield f"Nothing changed since {done.version}, so nothing was written."
    elif done.state == "copied":
        yield f"Nothing changed since {done.version}; that release was copied."
    else:
        yield f"Published {done.version} ({done.change_class})"
        yield f"  {', '.join(_changes(done))}"
    events = f"{count(counts['events'], 'event')} from {count(counts['reports'], 'report')}"
    uncoded = f"{count(counts['uncoded'], 'trigger')} not coded"
    yield f"  {events} in {count(counts['articles'], 'article')}; {uncoded}"
    for gate, reason in done.gates.items():
        yield f"  gate {gate} was passed: {reason}"
    yield f"  {done.folder}"


def _changes(done: "Published") -> Iterator[str]:
    found = done.difference
    if found.first:
        yield "the first release"
        return
    yield f"{count(len(found.added), 'event')} added"
    yield f"{len(found.removed):,} removed"
    yield f"{len(found.changed):,} changed"
