"""Which releases has a dataset? `releases/index.html`, the page over all of them, written from index.json."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Template
from typing import Any

from newsledger.publish.counted import many
from newsledger.publish.index import DESCRIPTOR, read_index
from newsledger.publish.page.codebook_page import NAME as CODEBOOK_PAGE
from newsledger.publish.page.told import ASSETS, PAGE, size, told

INDEX_PAGE = "index.html"
OURS = b'<a href="index.json">index.json</a> says the same for programs'
"""What every page of releases has said, whichever version wrote it: by this it is known as ours."""
LARGEST = 32 * 1024 * 1024
"""Bytes; a page of ten thousand releases is smaller."""


def write_releases_page(root: Path, releases: list[Mapping[str, Any]] | None = None) -> None:
    """Replace the page of a releases root in one step, by `releases` or else its index; one without a release
    gets none.
    """
    releases = read_index(root)["releases"] if releases is None else releases
    if not releases:
        return
    aside = root / f".tmp-{INDEX_PAGE}"
    aside.write_text(releases_page(root, releases), encoding="utf-8", newline="\n")
    aside.replace(root / INDEX_PAGE)


def is_releases_page(path: Path) -> bool:
    """Return whether a file is a page that `write_releases_page` wrote; links and folders are none."""
    if path.is_symlink() or not path.is_file() or path.stat().st_size > LARGEST:
        return False
    return OURS in path.read_bytes()


def releases_page(root: Path, releases: list[Mapping[str, Any]]) -> str:
    """Return the page over `releases`, the entries of index.json, oldest first."""
    last = releases[-1]
    data = json.loads((root / last["version"] / DESCRIPTOR).read_text(encoding="utf-8"))
    files = {f["path"] for f in last["files"]}
    version = told(last["version"])
    styled = f"{PAGE}/page.css" in files
    return Template((ASSETS / "releases.html").read_text(encoding="utf-8")).substitute(
        title=told(data.get("title", last["version"])),
        description=told(data.get("description", "")),
        count=many(len(releases), "release"),
        style=f'<link rel="stylesheet" href="{version}/{PAGE}/page.css">' if styled else "",
        latest="\n".join(_latest(version, files)),
        rows="\n".join(_row(entry) for entry in reversed(releases)),
    )


def _latest(version: str, files: set[str]) -> Iterator[str]:
    """Yield what to show of the latest release: its page and its pictures, where it has them."""
    if INDEX_PAGE in files:
        yield f'<p class="notice"><a href="{version}/index.html">Explore version {version}, the latest</a></p>'
    for picture, words in (("map", "Map of the events"), ("timeline", "Events over time")):
        if f"{PAGE}/{picture}.svg" in files:
            yield f'<p><img src="{version}/{PAGE}/{picture}.svg" alt="{words}, version {version}"></p>'


def _row(entry: Mapping[str, Any]) -> str:
    version, files = told(entry["version"]), {f["path"] for f in entry["files"]}
    name = f'<a href="{version}/index.html">{version}</a>' if INDEX_PAGE in files else version
    named = (
        "README.md",
        CODEBOOK_PAGE,
        DESCRIPTOR,
        "data/events.csv",
        "parquet/events.parquet",
        "data/changes.csv",
    )
    archive = entry.get("archive", {}).get("path", "")
    links = f'<a href="{told(archive)}">{told(archive)}</a> ' if archive else ""
    links += " ".join(
        f'<a href="{version}/{told(f)}">{told(f.split("/")[-1])}</a>' for f in named if f in files
    )
    counts = entry["counts"]
    cells = (
        told(entry["date"]),
        told(entry["class"]),
        *(f"{counts.get(t, 0):,}" for t in ("events", "articles")),
    )
    whole = size(sum(f["bytes"] for f in entry["files"]))
    row = "".join(f"<td>{cell}</td>" for cell in (*cells, told(entry["schema"]), whole, links))
    return f'<tr><th scope="row">{name}</th>{row}</tr>'
