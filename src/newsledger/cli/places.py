"""`newsledger places`: which places bear this name?"""

from typing import Annotated

import typer

from newsledger.cli.console import remark, say


def places(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="NAME", help="Names of places, in any spelling.")
    ] = None,
    country: Annotated[
        str | None, typer.Option("--country", metavar="COUNTRY", help="Only places of this country.")
    ] = None,
) -> None:
    """Look places up in the gazetteer: what a name may stand for, the likeliest first.

    An article's own context (its country, other places, distances) decides between several. Without a name it
    says which gazetteer is in use.

    \b
    Examples:
      newsledger places Goma
      newsledger places Tripoli --country Lebanon
      newsledger places
    """
    from newsledger.coder.places.gazetteer import Gazetteer
    from newsledger.errors import UsageError

    with Gazetteer.open() as gazetteer:
        if country is not None:
            known = gazetteer.country(country)
            if known is None:
                raise UsageError(
                    "unknown country", field="--country", value=country, expected="as Mali or MLI"
                )
            country = known.name
        if not names:
            say(f"gazetteer {gazetteer.version()}")
            say(gazetteer.attribution())
        for name in names or ():
            found = gazetteer.find(name, country)
            if not found:
                remark(f"{name}: no such place{f' in {country}' if country else ''} in the gazetteer")
            for place in found:
                where = ", ".join(p for p in (place.name, place.admin2, place.admin1, place.country) if p)
                people = f", {place.population:,} people" if place.population else ""
                say(
                    f"{where}: {place.kind} at {place.latitude:.4f}, {place.longitude:.4f}{people}, "
                    f"geo_precision {place.precision}"
                )
