"""How does a release get its page? Writes index.html and the folder `page` beside it, the same bytes every time.

index.html             words, and the places where the scripts put theirs
page/page.css page.js theme.js start.js
codebook.html          the codebook and the coding rules, to be searched
page/codebook.css codebook.js
page/about.js          what the scripts must know of the release
page/events.js         the events as columns
page/notes-NNNN.js     their notes, loaded for the text filter and the panel
page/proof-NNNN.js     reports, evidence, quotes and history of 250 events each
page/changes.js        what changed since the last release
page/basemap.js        Natural Earth
page/map.svg map.png   the map as a picture; the same for timeline
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl

from newsledger.contract.load import Contract
from newsledger.publish.descriptor import Facts
from newsledger.publish.difference import Difference
from newsledger.publish.page.basemap import box_of, packed_detail, world
from newsledger.publish.page.codebook_page import NAME as CODEBOOK_PAGE
from newsledger.publish.page.codebook_page import codebook_page
from newsledger.publish.page.map_picture import map_picture
from newsledger.publish.page.packed import NOTES_PER_FILE, note_files, packed_events
from newsledger.publish.page.palette import COLOURS
from newsledger.publish.page.png import as_png
from newsledger.publish.page.proofs import EVENTS_PER_FILE, proof_files
from newsledger.publish.page.quote import quotes_of
from newsledger.publish.page.script import write_script
from newsledger.publish.page.time_picture import timeline_picture
from newsledger.publish.page.told import ASSETS, PAGE, changes_shown, index_page
from newsledger.publish.recipe import Recipe

SCRIPTS = ("store", "map", "timeline", "table", "proof")
"""The parts of page.js, in the order in which they need each other."""


def write_page(
    folder: Path,
    recipe: Recipe,
    facts: Facts,
    tables: Mapping[str, pl.DataFrame],
    found: Difference,
    contract: Contract,
    texts: Mapping[str, str] | None = None,
) -> None:
    """Write the page of the release in `folder`, whose other files are there already.

    `texts` are the texts of articles by id; passages of them are quoted only where the recipe says so.
    """
    rows = {name: contract.tables[name].row for name in facts.counts}
    page = folder / PAGE
    page.mkdir()
    notes = _numbered(page, "notes", note_files(tables["events"]))
    quotes = quotes_of(texts or {}, tables["reports"], tables["evidence"]) if recipe.quotes else {}
    _numbered(page, "proof", proof_files(tables, quotes))
    about = {
        "version": facts.version,
        "colours": COLOURS,
        "noteFiles": notes,
        "notesPerFile": NOTES_PER_FILE,
        "proofsPerFile": EVENTS_PER_FILE,
    }
    write_script(page, "about.js", "about", 0, about)
    write_script(page, "events.js", "events", 0, packed_events(tables["events"]))
    write_script(page, "changes.js", "changes", 0, changes_shown(facts, tables))
    write_script(page, "basemap.js", "basemap", 0, _basemap(tables["events"]))
    title = f"{recipe.title}, version {facts.version}"
    _write_picture(page, "map", map_picture(tables["events"], f"Map of the events: {title}"))
    _write_picture(page, "timeline", timeline_picture(tables["events"], f"Events over time: {title}"))
    _write_assets(page)
    _write(folder / CODEBOOK_PAGE, codebook_page(recipe, facts, contract, folder))
    _write(folder / "index.html", index_page(recipe, facts, tables, found, rows, folder))


def _numbered(page: Path, kind: str, pieces: Any) -> int:
    """Write pieces of data as files with numbers, and return how many there were."""
    count = 0
    for number, piece in enumerate(pieces):
        write_script(page, f"{kind}-{number:04}.js", kind, number, piece)
        count += 1
    return count


def _basemap(events: pl.DataFrame) -> dict[str, Any]:
    box = box_of(events)
    fine = None if box is None else packed_detail(box.wider(0.5, 1.5))
    return {"world": world(), "detail": fine if fine and fine["countries"] else None}


def _write_assets(page: Path) -> None:
    parts = [(ASSETS / "script" / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS]
    _write(page / "page.js", "\n".join(parts))
    for name in ("theme", "start", "codebook"):
        _write(page / f"{name}.js", (ASSETS / "script" / f"{name}.js").read_text(encoding="utf-8"))
    for name in ("page.css", "codebook.css"):
        _write(page / name, (ASSETS / name).read_text(encoding="utf-8"))


def _write_picture(page: Path, name: str, picture: str) -> None:
    _write(page / f"{name}.svg", picture)
    (page / f"{name}.png").write_bytes(as_png(picture))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
