"""`newsledger score`: how far do coded reports agree with hand-coded rows?"""

from pathlib import Path
from typing import Annotated

import typer

from newsledger.cli.console import count, say
from newsledger.errors import shown

LONGEST = 160
"""Characters of a cell that are shown."""


def score(
    reports: Annotated[
        Path, typer.Argument(metavar="REPORTS", help="What `newsledger code --out` wrote, or a release.")
    ],
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Hand-coded rows: YAML, CSV, or a folder of them.")
    ],
    errors: Annotated[
        bool, typer.Option("--errors", help="List every cell and every row that differs.")
    ] = False,
) -> None:
    """Score coded reports against hand-coded rows, column by column.

    Rows of an article are paired by what they share; each column's agreement is counted over the pairs. Then
    follows which sub-event type was taken for which. Differences are no error: the exit code is 0.

    \b
    Examples:
      newsledger score reports.csv validation/gold/south-caucasus.yaml
      newsledger score coded/ validation/gold --errors
    """
    from newsledger.pipeline.score import score as run

    found = run(reports, gold)
    rows, reported = count(found.gold, "hand-coded row"), count(found.ours, "report")
    say(f"{found.found} of {rows} found; {reported} on their articles")
    say()
    say(f"{'column':<20} {'agree':>7} {'rows':>7} {'share':>7}")
    for name, told in found.fields.items():
        say(f"{name:<20} {told.right:>7} {told.total:>7} {told.share:>7.3f}")
    say()
    say("sub-event types (by hand → coded)")
    for (wanted, given), times in found.confusion.items():
        say(f"{times:>5}  {_cell(wanted)} → {_cell(given)}{'' if wanted == given else '   ✗'}")
    if errors:
        _list_errors(found)


def _list_errors(found: "object") -> None:
    from newsledger.pipeline.score import Score

    assert isinstance(found, Score)
    say()
    say("differences")
    for name, told in found.fields.items():
        for article, wanted, given in told.misses:
            say(f"  {_cell(article)}  {name}: {_cell(wanted)} → {_cell(given)}")
    for pair in found.pairs:
        row, what = (pair.gold, "not found") if pair.ours is None else (pair.ours, "not in gold")
        if row is not None and (pair.gold is None or pair.ours is None):
            names = ("event_date", "sub_event_type", "location", "actor1")
            facts = ", ".join(shown(row.get(name, ""), LONGEST)[1:-1] for name in names)
            say(f"  {_cell(pair.article)}  {what}: {facts}")


def _cell(value: str) -> str:
    return shown(value, LONGEST)[1:-1] or "(empty)"
