"""`newsledger schema`: the contract, its versions, and the pages that are made from it."""

from pathlib import Path
from typing import Annotated

import typer

from newsledger.cli.console import count, remark, say

app = typer.Typer(
    help="The contract: its tables, its versions, and the pages made from it.\n\n"
    "\b\nExample:\n  newsledger schema list events",
    no_args_is_help=True,
)

Write = Annotated[bool, typer.Option("--write", help="Bring the files up to date.")]
Check = Annotated[
    bool, typer.Option("--check", help="Only say which files are out of date; exit code 1 if any is.")
]


def one_of(write: bool, check: bool) -> None:
    """Refuse a command that is asked neither or both to write and to check."""
    if write == check:
        raise typer.BadParameter("give either --write or --check")


@app.command("docs", short_help="Write or check the codebook and the pages on errors and validators.")
def docs(write: Write = False, check: Check = False) -> None:
    """Write or check what is made from the contract and the program: schema/CODEBOOK.md, docs/errors.md and
    docs/validators.md.

    \b
    Examples:
      newsledger schema docs --write
      newsledger schema docs --check      (in continuous integration)
    """
    one_of(write, check)
    from newsledger.cli.pages import write_pages
    from newsledger.contract.codebook import outdated_message

    stale = write_pages(check)
    if check and stale:
        remark(outdated_message(stale))
        raise typer.Exit(1)
    for path in stale:
        say(f"wrote {path}")
    if not stale:
        say("up to date")


@app.command("diff", short_help="What differs between two versions of the contract, and how grave it is.")
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A version, or a folder that holds one.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="A version, or a folder that holds one.")],
) -> None:
    """Tell what differs between two versions of the contract: each difference as MAJOR, MINOR or PATCH.

    MAJOR is what can break a script or change what a value means, MINOR what only allows more, PATCH words.
    Exit code 1 if the number of the new version says less than its differences demand.

    \b
    Examples:
      newsledger schema diff 0.1.0 0.2.0
      newsledger schema diff 0.1.0 drafts/next
    """
    from newsledger.contract.comparison import enough, gravest, schema_differences
    from newsledger.contract.load import contract_folder

    before, after = contract_folder(old), contract_folder(new)
    found = schema_differences(before, after)
    for difference in found:
        say(str(difference))
    grade = gravest(found)
    say(f"{before.name} to {after.name}: {grade or 'nothing differs'}")
    if not enough(before.name, after.name, grade):
        remark(f"{after.name} is no number for what is {grade}")
        raise typer.Exit(1)


@app.command("migrate", short_help="Bring a table of an old version of the contract into a later one.")
def migrate(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV or Parquet file of the old version.")],
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The CSV or Parquet file to write.")],
    old: Annotated[str, typer.Option("--from", metavar="V", help="The version that FILE keeps.")],
    new: Annotated[
        str | None, typer.Option("--to", metavar="V", help="The version to reach; by default the newest.")
    ] = None,
    table: Annotated[str, typer.Option("--table", metavar="NAME", help="Which table it is.")] = "events",
) -> None:
    """Write a table of an old version of the contract in the columns of a later one, by schema/migrations.

    What is written keeps the later version; if it cannot, nothing is written.

    \b
    Examples:
      newsledger schema migrate old/events.csv events.csv --from 0.1.0
      newsledger schema migrate old/reports.parquet reports.parquet --table reports --from 0.1.0 --to 0.2.0
    """
    from newsledger.pipeline.migrated import migrate_file

    rows = migrate_file(source, out, table, old, new)
    say(f"wrote {out}: {count(rows, 'row')}")


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
