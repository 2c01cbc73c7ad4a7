"""`newsledger schema`: the contract and the pages that are made from it."""

from typing import Annotated

import typer

from newsledger.cli.console import remark, say

app = typer.Typer(help="The contract: its tables, and the codebook made from it.", no_args_is_help=True)

Write = Annotated[bool, typer.Option("--write", help="Bring the files up to date.")]
Check = Annotated[
    bool, typer.Option("--check", help="Only say which files are out of date; exit code 1 if any is.")
]


def one_of(write: bool, check: bool) -> None:
    """Refuse a command that is asked neither or both to write and to check."""
    if write == check:
        raise typer.BadParameter("give either --write or --check")


@app.command("docs", short_help="Write or check the codebook.")
def docs(write: Write = False, check: Check = False) -> None:
    """Write or check schema/CODEBOOK.md, which is made from the contract.

    \b
    Examples:
      newsledger schema docs --write
      newsledger schema docs --check      (in continuous integration)
    """
    one_of(write, check)
    from newsledger.contract.codebook import outdated_message, write_docs

    stale = write_docs(check)
    if check and stale:
        remark(outdated_message(stale))
        raise typer.Exit(1)
    for path in stale:
        say(f"wrote {path}")
    if not stale:
        say("up to date")


@app.command("list", short_help="List tables, or the columns of one.")
def tables(
    table: Annotated[
        str | None, typer.Argument(metavar="TABLE", help="A table, to list its columns.")
    ] = None,
) -> None:
    """List the tables of the contract, or the columns of one of them.

    \b
    Examples:
      newsledger schema list
      newsledger schema list events
    """
    from newsledger.contract.load import load_contract
    from newsledger.errors import UsageError

    contract = load_contract()
    if table is None:
        say(f"schema {contract.version}")
        for name, found in contract.tables.items():
            say(f"  {name}: {found.title}, {len(found.columns)} columns, key {', '.join(found.key)}")
        return
    if table not in contract.tables:
        raise UsageError("no such table", value=table, expected=", ".join(contract.tables))
    for column in contract.tables[table].columns:
        terms = f", one of terms/{column.terms}" if column.terms else ""
        required = ", required" if column.required else ""
        say(f"{column.name} ({column.type}{required}{terms}): {column.description}")
