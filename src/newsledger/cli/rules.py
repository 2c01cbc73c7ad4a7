"""`newsledger rules`: the coding rules, their examples and their words."""

from pathlib import Path
from typing import Annotated

import typer

from newsledger.cli.console import Problems, count, remark, say
from newsledger.cli.schema import Check, Write, one_of

app = typer.Typer(
    help="The coding rules: what they say, and whether they hold.\n\n"
    "\b\nExample:\n  newsledger rules list --type Battles",
    no_args_is_help=True,
)


@app.command("list", short_help="List the rules.")
def listed(
    kind: Annotated[
        str | None,
        typer.Option("--type", metavar="TYPE", help="Only rules of this event type or sub-event type."),
    ] = None,
) -> None:
    """List the rules: rank, id, what they code and why; the highest rank decides first.

    \b
    Examples:
      newsledger rules list
      newsledger rules list --type Riots
    """
    from newsledger.coder.rules import Rules
    from newsledger.errors import UsageError

    rules = [r for r in Rules.load().all if kind is None or kind in (r.event_type, r.sub_event_type)]
    if not rules:
        raise UsageError(
            "no rule codes this type", field="--type", value=kind, expected="as Riots or 'Mob violence'"
        )
    for rule in rules:
        say(f"{rule.rank:>4}  {rule.id}  {rule.event_type} / {rule.sub_event_type}  ({rule.because})")


@app.command("test", short_help="Code every rule's examples.")
def test() -> None:
    """Code every rule's examples: its matches must be coded by it as they say, its misses must not be.

    Each condition of a rule must decide one of its file's matches. Examples count as published on Friday 14 June
    2024. Exit code 1 if one fails.

    \b
    Example:
      newsledger rules test
    """
    from newsledger.coder.engine import Coder
    from newsledger.coder.examples import check_rules

    coder = Coder.load()
    rules = coder.knowledge.rules
    failed = check_rules(coder, rules)
    for problem in failed:
        say(str(problem))
    examples = sum(len(r.matches) + len(r.misses) for r in rules.all)
    say(f"{count(len(rules.all), 'rule')}, {count(examples, 'example')}, {len(failed)} failed")
    if failed:
        raise typer.Exit(1)


@app.command("docs", short_help="Write or check the page of all rules.")
def docs(write: Write = False, check: Check = False) -> None:
    """Write or check coder/RULES.md, the page of all rules.

    \b
    Examples:
      newsledger rules docs --write
      newsledger rules docs --check      (in continuous integration)
    """
    one_of(write, check)
    from newsledger.coder.rules import Rules
    from newsledger.content import coder_folder
    from newsledger.pipeline.rule_book import PAGE, page

    _generated(coder_folder() / PAGE, page(Rules.load()), write, "newsledger rules docs --write")


def _generated(path: Path, text: str, write: bool, command: str) -> None:
    from newsledger.pipeline.generated import bring_up_to_date

    if bring_up_to_date(path, text, write=write):
        say("up to date")
    elif write:
        say(f"wrote {path}")
    else:
        remark(f"out of date: {path}; run `{command}`")
        raise typer.Exit(1)


@app.command("unused", short_help="List what is never used.")
def unused() -> None:
    """List what is never used: triggers no rule asks for, rules whose triggers no lexicon has or without
    examples, and words that no example shows.

    \b
    Example:
      newsledger rules unused
    """
    from newsledger.coder.engine import Coder
    from newsledger.coder.examples import unused as unshown
    from newsledger.pipeline.rule_book import unused as find_unused

    coder = Coder.load()
    rules = coder.knowledge.rules
    found = find_unused(rules)
    for what, names in (
        ("triggers that no rule asks for", found.triggers),
        ("rules whose triggers no lexicon has", found.rules),
        ("rules without matches or misses", found.without_examples),
        ("words that no example shows", tuple(f"{u.id} ({u.kind})" for u in unshown(coder, rules))),
    ):
        say(f"{what}: {', '.join(names) or 'none'}")


@app.command("inflect", short_help="Write or check the forms of all verbs and nouns.")
def inflect(write: Write = False, check: Check = False) -> None:
    """Write or check coder/lexicon/inflections.json, the forms of every verb and noun of rules and lexicon.

    Needs lemminflect: pip install 'newsledger[lexicon]'.

    \b
    Examples:
      newsledger rules inflect --write      (after a verb or noun was added)
      newsledger rules inflect --check
    """
    one_of(write, check)
    from newsledger.coder.inflect import as_text, generate
    from newsledger.coder.lexicon import INFLECTIONS
    from newsledger.content import coder_folder

    path = coder_folder() / "lexicon" / INFLECTIONS
    _generated(path, as_text(generate()), write, "newsledger rules inflect --write")


@app.command("actors", short_help="List names that act and that no lexicon knows.")
def actors(
    unknown: Annotated[
        list[Path],
        typer.Option("--unknown", metavar="ARTICLES", help="Files or folders of articles; repeatable."),
    ],
    least: Annotated[
        int, typer.Option("--least", min=1, metavar="N", help="Only names that stand N times or more.")
    ] = 1,
) -> None:
    """List names that act in articles and that no lexicon knows, with how often: what coder/lexicon/who may
    lack.

    \b
    Example:
      newsledger rules actors --unknown sahel/articles --least 3
    """
    from newsledger.coder.engine import Coder
    from newsledger.pipeline.strangers import strangers
    from newsledger.reader import read_articles

    articles = read_articles(unknown, on_problem=Problems())
    for name, times in strangers(articles, Coder.load()):
        if times >= least:
            say(f"{times:>5}  {' '.join(name.split())}")
