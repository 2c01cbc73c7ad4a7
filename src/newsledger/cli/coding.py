"""`newsledger code`: what do these articles report?"""

from pathlib import Path
from typing import Annotated

import typer

from newsledger.cli.console import Problems, count, progress_bar, remark
from newsledger.cli.paths import out_path
from newsledger.cli.streams import DataStream

SCOPES = ("political", "all-violence")


Jobs = Annotated[
    int,
    typer.Option("--jobs", min=1, metavar="N", help="Code in N processes at once; the rows are the same."),
]


def checked_scope(scope: str) -> str:
    """Return a scope of the coder; a usage error for anything else."""
    if scope not in SCOPES:
        raise typer.BadParameter(f"{scope!r} is neither {' nor '.join(SCOPES)}")
    return scope


Scope = Annotated[
    str,
    typer.Option(
        "--scope",
        callback=checked_scope,
        metavar="|".join(SCOPES),
        help="What to code: 'political' leaves out plain crime, 'all-violence' takes in any violence.",
    ),
]


def code(
    articles: Annotated[list[Path], typer.Argument(metavar="ARTICLES", help="Files or folders of articles.")],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            parser=out_path,
            metavar="FILE|DIR",
            help="A .csv, .parquet or .jsonl file of reports, or a folder of reports, evidence and uncoded.",
        ),
    ] = None,
    scope: Scope = "political",
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Skip records that cannot be read, and say which.")
    ] = False,
    jobs: Jobs = 1,
) -> None:
    """Code articles: one row for each event that each article reports.

    Nothing is reconciled: two articles on one event give two rows. Articles are JSONL, CSV or Parquet with
    the columns id, text, published and source, or folders of .txt, .md or .html files with front matter.
    Without --out the rows go to the standard output as CSV.

    \b
    Examples:
      newsledger code articles.jsonl
      newsledger code articles/ --out reports.parquet
      newsledger code articles/ --out coded/          (reports, evidence and uncoded)
      newsledger code archive.jsonl --jobs 8 --out coded/
    """
    from newsledger.pipeline.code import provenance
    from newsledger.pipeline.jobs import code_paths
    from newsledger.pipeline.put import check_target, is_file_target, put_coded, put_stream
    from newsledger.pipeline.tables import coded_tables

    if out is not None:
        check_target(out, articles)
    problems = Problems()
    with progress_bar() as progress:
        coded = code_paths(
            articles, scope=scope, keep_going=keep_going, on_problem=problems, progress=progress, jobs=jobs
        )
    tables = coded_tables(coded)
    if out is None:
        stream = DataStream()
        put_stream(tables, stream)
        stream.flush()
    else:
        put_coded(tables, out, None if is_file_target(out) else provenance())
    problems.sum_up()
    if out is not None:
        told = f"{count(len(coded), 'article')}, {count(tables.reports.height, 'report')}"
        remark(f"{told}, {count(tables.uncoded.height, 'trigger')} not coded → {out}")
