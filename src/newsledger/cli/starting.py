"""`newsledger init`: a dataset to begin with."""

from pathlib import Path
from typing import Annotated

import typer

from newsledger.cli.console import say


def init(
    dataset: Annotated[
        Path, typer.Argument(metavar="DATASET", help="The folder to make; its name is the dataset's.")
    ],
) -> None:
    """Make a dataset that publishes at once: a recipe with comments, two example articles, a place for
    corrections.

    \b
    Example:
      newsledger init sahel
      newsledger publish sahel
    """
    from newsledger.pipeline.starter import start_dataset

    for path in start_dataset(dataset):
        say(f"  {path}")
    say(f"Publish it with: newsledger publish {dataset}")
    say("Then put your own articles in the place of the examples, and edit the recipe.")
