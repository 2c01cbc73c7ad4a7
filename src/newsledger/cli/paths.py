"""Which path does an option name? Read so that an empty one is not taken for the current folder."""

from pathlib import Path

import typer


def out_path(text: str) -> Path:
    """Return the path that an option such as --out names; a usage error for an empty one.

    An empty path comes from a variable of a script that is not set, and nobody means this folder by it.
    """
    if not text.strip():
        raise typer.BadParameter("the path is empty; the current folder is '.'")
    return Path(text)
