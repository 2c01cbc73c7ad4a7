"""What does the page say in words? Title, what changed, downloads and citation, as HTML with every text escaped."""

import re
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import quote as in_address

import polars as pl

from newsledger.contract.companions import COMPANIONS, DOCUMENTS
from newsledger.publish.citation import suggested
from newsledger.publish.counted import many
from newsledger.publish.descriptor import Facts, licence
from newsledger.publish.difference import KEY, Difference
from newsledger.publish.documents import SUMS
from newsledger.publish.page.svg import visible
from newsledger.publish.recipe import Recipe
from newsledger.publish.tables import TERMS

ASSETS = Path(__file__).parent / "assets"
PAGE = "page"
PICTURES = {
    f"{PAGE}/{name}.{form}": f"the {name} as a picture"
    for name in ("map", "timeline")
    for form in ("svg", "png")
}
CODE = re.compile(r"`([^`]+)`")
SHOWN = 2_000
"""So many changes stand on the page; the table `changes` holds all of them."""


def told(text: object) -> str:
    """Return a text for a page: escaped, without control characters."""
    return escape(visible(str(text)))


def code_spans(text: str) -> str:
    """Return a text of the contract for a page: escaped, with what stands in backticks as code."""
    return CODE.sub(r"<code>\1</code>", told(text))


def web_address(text: str) -> str:
    """Return `text` if it is an address of the web, which may stand in a link; else nothing."""
    return text if text.startswith(("https://", "http://")) else ""


def index_page(
    recipe: Recipe,
    facts: Facts,
    tables: Mapping[str, pl.DataFrame],
    found: Difference,
    rows: Mapping[str, str],
    folder: Path,
) -> str:
    """Return index.html of a release whose other files are in `folder`; `rows` says what a row of each table
    is.
    """
    ours = licence(recipe)
    name = told(ours.get("title", ours["name"]))
    address = told(web_address(ours.get("path", "")))
    return Template((ASSETS / "index.html").read_text(encoding="utf-8")).substitute(
        title=told(recipe.title),
        version=told(facts.version),
        day=facts.day.isoformat(),
        short=told(recipe.description[:160]),
        description=told(recipe.description),
        changed="\n".join(_changed(facts, found, tables)),
        tables="\n".join(_tables([n for n in facts.counts if not n.startswith(TERMS)], facts, rows, folder)),
        lists="\n".join(_lists(facts, rows, folder)),
        others="\n".join(_others(facts, folder)),
        citation=told(suggested(recipe, facts)),
        licence=f'<a href="{address}" rel="noopener noreferrer">{name}</a>' if address else name,
        schema=told(facts.schema),
        content=told(facts.content_hash),
    )


def _changed(facts: Facts, found: Difference, tables: Mapping[str, pl.DataFrame]) -> Iterator[str]:
    if facts.previous is None:
        yield "<p>This is the first release.</p>"
    else:
        cells = sum(found.cells.values())
        yield (
            f"<p>Against {told(facts.previous)} this release is classed <strong>{told(facts.change_class)}"
            f"</strong>: {many(len(found.added), 'event')} added, {len(found.removed):,} removed, "
            f"{len(found.changed):,} changed in {many(cells, 'cell')}.</p>"
        )
        yield from _listed(found.breaks)
        gone = tables["deletions"].filter(pl.col("removed_in") == facts.version)
        yield from _listed([_left(row) for row in gone.head(SHOWN).iter_rows(named=True)])
        rows = _of_interest(tables["changes"], facts.version).height
        if rows:
            less = "" if rows <= SHOWN else f", the first {SHOWN:,} of {rows:,}"
            heads = "".join(
                f'<th scope="col">{h}</th>' for h in ("Event", "Field", "Before", "Now", "Reason")
            )
            yield (
                f"<details><summary>Every change{less}</summary>"
                '<div class="wide" tabindex="0" role="region" aria-label="Changes"><table><thead>'
                f'<tr>{heads}</tr></thead><tbody id="changes"></tbody></table></div></details>'
            )
        yield (
            '<p><a href="data/changes.csv">changes.csv</a> holds every change of every release, '
            '<a href="data/deletions.csv">deletions.csv</a> every id that ever left.</p>'
        )
    yield from _listed([f"The gate {gate} was passed: {reason}" for gate, reason in facts.gates.items()])


def _left(row: Mapping[str, object]) -> str:
    into = f", now part of {row['merged_into']}" if row["merged_into"] else ""
    return f"{row['event_id_cnty']} left: {row['reason']}{into}"


def _listed(lines: list[str] | tuple[str, ...]) -> Iterator[str]:
    if lines:
        yield "<ul>" + "".join(f"<li>{told(line)}</li>" for line in lines) + "</ul>"


def changes_shown(facts: Facts, tables: Mapping[str, pl.DataFrame]) -> list[list[str]]:
    """Return the changes of this release as `[event, field, old, new, kind, reason]`, at most SHOWN."""
    columns = ("event_id_cnty", "field", "old", "new", "kind", "reason")
    rows = _of_interest(tables["changes"], facts.version).head(SHOWN).select(columns)
    return [["" if cell is None else str(cell) for cell in row] for row in rows.iter_rows()]


def _of_interest(changes: pl.DataFrame, version: str) -> pl.DataFrame:
    """Return the changes of one release: every changed cell, and one row for an event that came or left."""
    whole = (pl.col("kind") == "changed") | (pl.col("field") == KEY)
    return changes.filter((pl.col("release") == version) & whole)


def _tables(names: list[str], facts: Facts, rows: Mapping[str, str], folder: Path) -> Iterator[str]:
    for name in names:
        files = (("CSV", f"data/{name}.csv"), ("Parquet", f"parquet/{name}.parquet"))
        links = " ".join(_file(folder, path, kind) for kind, path in files if (folder / path).is_file())
        yield (
            f'<tr><th scope="row">{told(name)}</th><td>{code_spans(rows.get(name, ""))}</td>'
            f'<td class="n">{facts.counts[name]:,}</td><td>{links}</td></tr>'
        )


def _others(facts: Facts, folder: Path) -> Iterator[str]:
    """Yield every file of the release that is no table and no part of the page, with what it is for."""
    tables = {path for name in facts.counts for path in (f"data/{name}.csv", f"parquet/{name}.parquet")}
    known = {**COMPANIONS, **DOCUMENTS, **PICTURES}
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()} - tables
    there = {name for name in there if not name.startswith(f"{PAGE}/")} | set(PICTURES)
    order = {name: number for number, name in enumerate(known)}
    for name in sorted(there, key=lambda name: (order.get(name, len(order)), name)):
        meaning = f": {code_spans(known[name])}" if name in known else ""
        yield f"<li>{_file(folder, name, name)}{meaning}</li>"
    yield f'<li><a href="{SUMS}">{SUMS}</a>: {told(DOCUMENTS[SUMS])}</li>'


def _lists(facts: Facts, rows: Mapping[str, str], folder: Path) -> Iterator[str]:
    """Yield the closed lists, which few look for, as a table that opens."""
    names = [name for name in facts.counts if name.startswith(TERMS)]
    if names:
        yield f"<details><summary>{len(names)} closed lists: the values used, with their meaning</summary>"
        yield '<div class="wide" tabindex="0" role="region" aria-label="Closed lists"><table><tbody>'
        yield from _tables(names, facts, rows, folder)
        yield "</tbody></table></div></details>"


def _file(folder: Path, path: str, words: str) -> str:
    return f'<a href="{told(in_address(path))}">{told(words)}</a> ({size((folder / path).stat().st_size)})'


def size(count: int) -> str:
    """Return a number of bytes for people: 900 B, 12 kB, 3.4 MB."""
    if count < 1000:
        return f"{count} B"
    return f"{count / 1000:,.0f} kB" if count < 1_000_000 else f"{count / 1_000_000:,.1f} MB"
