"""`newsledger places`: which places bear this name, and which places do articles name?"""

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsledger.cli.console import Problems, count, remark, say
from newsledger.cli.streams import pour

if TYPE_CHECKING:
    from newsledger.coder.places.gazetteer import Gazetteer
    from newsledger.coder.where.listing import Candidate

COLUMNS = ("article_id", "start", "end", "name", "country", "latitude", "longitude")


def places(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="NAME", help="Names of places, in any spelling.")
    ] = None,
    country: Annotated[
        str | None, typer.Option("--country", metavar="COUNTRY", help="Only places of this country.")
    ] = None,
    articles: Annotated[
        list[Path] | None,
        typer.Option("--articles", metavar="FILE", help="List the places that these articles name."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE.csv", help="Where the list goes, else to stdout.")
    ] = None,
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Skip records that cannot be read, and say which.")
    ] = False,
) -> None:
    """Look places up in the gazetteer: what a name may stand for, the likeliest first, and why.

    An article's own context (its country, other places, distances) decides between several. With --articles it
    lists every place that the articles name, by character offsets; a country, province or district is listed at its
    middle there, while rows of events put it at its seat. Without a name it says which gazetteer is in use.

    \b
    Examples:
      newsledger places Goma
      newsledger places Tripoli --country Lebanon
      newsledger places --articles articles.jsonl --out places.csv
      newsledger places
    """
    from newsledger.coder.places.gazetteer import Gazetteer
    from newsledger.errors import UsageError

    if articles:
        if names or country is not None:
            raise UsageError("names and --country go with no articles", field="--articles")
        list_places(articles, out, keep_going)
        return
    if out is not None:
        raise UsageError("there is nothing to write", field="--out", expected="--articles with it")
    if keep_going:
        raise UsageError("there are no records to skip", field="--keep-going", expected="--articles with it")
    if country is not None and not names:
        raise UsageError(
            "there is nothing to look up", field="--country", value=country, expected="a NAME with it"
        )
    with Gazetteer.open() as gazetteer:
        if not names:
            say(f"gazetteer {gazetteer.version()}")
            say(gazetteer.attribution())
        nation = None if country is None else country_called(country, gazetteer)
        for name in names or ():
            show(name, nation, gazetteer)


def country_called(name: str, gazetteer: "Gazetteer") -> str:
    """Return the name of a country in terms/country; UsageError for an unknown one."""
    from newsledger.errors import UsageError

    known = gazetteer.country(name)
    if known is None:
        raise UsageError("unknown country", field="--country", value=name, expected="as Mali or MLI")
    return known.name


def show(name: str, country: str | None, gazetteer: "Gazetteer") -> None:
    """Print the candidates of one name, the winner first, each with what speaks for it."""
    from newsledger.coder.where.listing import candidates

    found = candidates(name, country, gazetteer)
    if not found:
        remark(f"{name}: no such place{f' in {country}' if country else ''} in the gazetteer")
    for candidate in found:
        say(told(candidate))


def told(candidate: "Candidate") -> str:
    """Return one candidate in a line."""
    place = candidate.place
    units = (place.admin2 if place.kind != "admin2" else "", place.admin1 if place.kind != "admin1" else "")
    where = ", ".join(p for p in (place.name, *units, place.country) if p)
    return (
        f"{where}: {place.kind} at {place.latitude:.4f}, {place.longitude:.4f}, "
        f"geo_precision {place.precision}; {candidate.reason}"
    )


def list_places(paths: list[Path], out: Path | None, keep_going: bool) -> None:
    """Write every place that the articles name as CSV; a file is written only once it is whole."""
    from newsledger.coder.knowledge import Knowledge
    from newsledger.coder.where.listing import places_of_articles
    from newsledger.errors import PathMissing, UsageError
    from newsledger.pipeline.put import aside
    from newsledger.pipeline.writable import check_apart, check_file
    from newsledger.reader import read_articles

    if out is not None and out.suffix != ".csv":
        raise UsageError("not a CSV file", field="--out", value=out, expected="a name that ends in .csv")
    if out is not None and not out.parent.is_dir():
        raise PathMissing("no such folder", file=out.parent)
    if out is not None:
        check_apart(out, paths)
        check_file(out)
    problems = Problems()
    found = read_articles(paths, keep_going=keep_going, on_problem=problems)
    knowledge = Knowledge.load()
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    rows = 0
    for row in places_of_articles(found, knowledge.gazetteer, knowledge, knowledge.pages):
        writer.writerow([getattr(row, column) for column in COLUMNS])
        rows += 1
    if out is None:
        pour(text.getvalue())
    else:
        with aside(out) as path:
            path.write_text(text.getvalue(), encoding="utf-8", newline="")
    problems.sum_up()
    if out is not None:
        remark(f"{count(len(found), 'article')}, {count(rows, 'place')} → {out}")
