"""`newsledger explain`: why does this row say what it says, and why did these sentences give none?"""

from pathlib import Path
from typing import Annotated

import typer

from newsledger.cli.coding import SCOPES, checked_scope
from newsledger.cli.console import Problems, remark_damage
from newsledger.cli.streams import speaking

ROOTS = ("releases", "build/releases")
"""Where a release is looked for if none is named."""


def _scope(scope: str | None) -> str | None:
    return None if scope is None else checked_scope(scope)


def explain(
    target: Annotated[
        str,
        typer.Argument(
            metavar="EVENT_OR_ARTICLE",
            help="The id of an event, a report or an article; or a sentence in quotation marks.",
        ),
    ],
    release: Annotated[
        Path | None,
        typer.Option(
            "--release", metavar="DIR", help="A release, or the folder of all releases for the latest one."
        ),
    ] = None,
    articles: Annotated[
        list[Path] | None,
        typer.Option(
            "--articles", metavar="FILE", help="Files or folders with the articles' texts; repeatable."
        ),
    ] = None,
    scope: Annotated[
        str | None,
        typer.Option(
            "--scope",
            callback=_scope,
            metavar="|".join(SCOPES),
            help="Of the coder; by default as in the release.",
        ),
    ] = None,
) -> None:
    """Explain a row, or an article.

    For an event: its row, its reports, on what they were joined, which near reports were left out, what
    changed between releases, and for every value the rule that read it, with the words where the articles
    are given. For an article: its sentences, the rules that fired and those outranked, and why the rest was
    not coded. A sentence is explained as if it were an article published on Friday 14 June 2024.

    \b
    Examples:
      newsledger explain ARM12 --release releases/2022.9.0 --articles articles/
      newsledger explain gazette-2022-09-14 --articles articles/
      newsledger explain "Rebels shelled the town of Goma on Monday, killing three civilians."
    """
    from newsledger.cli.explanation import console, show
    from newsledger.coder.examples import example_article
    from newsledger.pipeline.explain import explain as run
    from newsledger.pipeline.explain import explain_article, open_sources
    from newsledger.pipeline.released import damages

    if " " in target.strip() and not articles and release is None:
        sentence = explain_article(example_article(target.strip()), scope=scope)
        with speaking():
            show(sentence, console())
        return
    if release is None and not articles:
        release = next((Path(p) for p in ROOTS if (Path(p) / "index.json").is_file()), None)
    if release is not None:
        remark_damage(damages(release))
    explained = run(target, open_sources(release, articles or (), Problems()), scope)
    with speaking():
        show(explained, console())
