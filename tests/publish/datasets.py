"""A dataset's folder on disk, for tests that need a recipe."""

from pathlib import Path

from newsledger.publish.recipe import Recipe, load_recipe

RECIPE = """\
name: sample
title: A sample of six events
description: Six invented events, to see what a release looks like.
schema: 0.1.0
coverage: {countries: [Armenia, Azerbaijan], from: 2021-01-01}
articles: articles
licence: {name: CC-BY-4.0}
contributors:
  - {title: The sample makers, roles: [creator]}
keywords: [sample]
"""


def dataset(folder: Path, more: str = "", **replaced: str) -> Path:
    """Write a dataset's folder and return it; `more` is appended, `replaced` swaps whole lines by their
    key.
    """
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    lines = [replaced.get(line.split(":", 1)[0], line) for line in RECIPE.splitlines()]
    (folder / "dataset.yaml").write_text("\n".join(lines) + "\n" + more, encoding="utf-8")
    return folder


def recipe(folder: Path, more: str = "", **replaced: str) -> Recipe:
    """Return the recipe of a dataset written into `folder`."""
    return load_recipe(dataset(folder, more, **replaced))
