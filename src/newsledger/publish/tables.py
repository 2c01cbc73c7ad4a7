"""Which tables does a release consist of? Puts frames into the contract's form and adds what follows from
them.
"""

from collections.abc import Iterator, Mapping

import polars as pl

from newsledger.contract.cell_text import LIST
from newsledger.contract.column import Table
from newsledger.contract.dtypes import cast
from newsledger.contract.load import Contract
from newsledger.errors import RowsInvalid

ORDER = (
    "events",
    "event_actors",
    "event_sources",
    "reports",
    "evidence",
    "uncoded",
    "articles",
    "actors",
    "sources",
    "changes",
    "deletions",
)
"""The tables of a release in the order of its descriptor; the closed lists follow."""
DERIVED = frozenset({"actors", "sources"})
TERMS = "terms/"
_STATE = r"^(?:Military Forces|Police Forces|Government) of (?:the )?(.+?) \([0-9]{4}-(?:[0-9]{4})?\)"


def release_tables(frames: Mapping[str, pl.DataFrame], contract: Contract) -> dict[str, pl.DataFrame]:
    """Return all tables of a release in the contract's columns, types and order.

    `frames` holds events, event_actors, event_sources, reports, evidence, uncoded, articles, changes and
    deletions; actors and sources are worked out from them, and of each closed list the values that this
    release uses. Raises RowsInvalid if a table is absent, unknown, or does not fit its types.
    """
    for name in frames:
        if name not in contract.tables:
            raise RowsInvalid("the contract has no such table", value=name, expected=", ".join(ORDER))
    given = {}
    for name in ORDER:
        if name in DERIVED:
            continue
        if name not in frames:
            raise RowsInvalid("the table is missing", value=name)
        given[name] = cast(frames[name], contract.tables[name])
    given["actors"] = cast(actors_of(given["events"], given["event_actors"]), contract.tables["actors"])
    given["sources"] = cast(sources_of(given["articles"], given["event_sources"]), contract.tables["sources"])
    tables = {name: given[name] for name in ORDER}
    return tables | dict(_closed_lists(tables, contract))


def actors_of(events: pl.DataFrame, event_actors: pl.DataFrame) -> pl.DataFrame:
    """Return the table actors: name, inter, and the first and last day on which an event has the actor in
    that kind.

    A main actor has the kind of its event. An associated one has the kind that its name says (a crowd, the
    civilians, the forces of a state, which are External/Other forces abroad), else that of its side's main
    actor, whose members or allies it names (coding-rules 3).
    """
    days = events.select("event_id_cnty", "event_date", "country")
    main = event_actors.filter(pl.col("role") == "main").select(
        "event_id_cnty", "side", pl.col("inter").alias("main_inter")
    )
    rows = event_actors.join(days, on="event_id_cnty", how="left", maintain_order="left").join(
        main.unique(["event_id_cnty", "side"], keep="first", maintain_order=True),
        on=["event_id_cnty", "side"],
        how="left",
        maintain_order="left",
    )
    actor = pl.col("actor")
    at_home = actor.str.extract(_STATE, 1) == pl.col("country")
    said = (
        pl.when(actor.str.starts_with("Civilians ("))
        .then(pl.lit("Civilians"))
        .when(actor.str.starts_with("Protesters ("))
        .then(pl.lit("Protesters"))
        .when(actor.str.starts_with("Rioters ("))
        .then(pl.lit("Rioters"))
        .when(at_home)
        .then(pl.lit("State forces"))
        .when(~at_home)
        .then(pl.lit("External/Other forces"))
    )
    kind = pl.coalesce("inter", said, "main_inter")
    return (
        rows.select(name=actor, inter=kind, day="event_date")
        .group_by("name", "inter", maintain_order=True)
        .agg(pl.col("day").min().alias("from"), pl.col("day").max().alias("to"))
    )


def sources_of(articles: pl.DataFrame, event_sources: pl.DataFrame) -> pl.DataFrame:
    """Return the table sources: every source that an article or an event cites, with its reach.

    The reach is that of the first article (by id) whose source it is, alone or among several; else Other.
    """
    own = articles.sort("article_id").select(name="source", source_scale="source_scale")
    parts = own.with_columns(pl.col("name").str.split(LIST)).explode("name")
    cited = event_sources.select(name="source", source_scale=pl.lit("Other"))
    return pl.concat([parts, cited]).unique("name", keep="first", maintain_order=True)


def _closed_lists(
    tables: Mapping[str, pl.DataFrame], contract: Contract
) -> Iterator[tuple[str, pl.DataFrame]]:
    """Yield, for every closed list that the tables use, the terms that they use."""
    for name in sorted(contract.terms):
        used: set[str] = set()
        for table, frame in tables.items():
            for column in contract.tables[table].columns:
                if column.terms == name:
                    used |= _values(frame, column.name, column.separator)
        rows = [
            {"value": t.value, "meaning": t.meaning} | dict(t.data)
            for t in contract.terms[name]
            if t.value in used
        ]
        if rows:
            table_of = contract.tables[TERMS + name]
            yield TERMS + name, cast(_frame(rows, table_of), table_of)


def _values(frame: pl.DataFrame, column: str, separator: str) -> set[str]:
    cells = frame[column].drop_nulls().cast(pl.String)
    return set((cells.str.split(separator).explode() if separator else cells).unique().to_list())


def _frame(rows: list[dict[str, object]], table: Table) -> pl.DataFrame:
    columns = {name: [row.get(name) for row in rows] for name in table.names}
    return pl.DataFrame({name: pl.Series(name, values, strict=True) for name, values in columns.items()})
