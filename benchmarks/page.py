"""How long do a page and a workbook of 100,000 events take to write, and the page to open and to use in Chromium?

The sample dataset is published, and its events are repeated over years and places. Without Chromium only the writing is
measured.
"""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.readers.chromium import chromium
from tests.readers.many import repeated

from newsledger.contract.load import load_contract
from newsledger.pipeline.publish import Wishes, publish
from newsledger.publish.difference import difference
from newsledger.publish.extras.about import about_folder
from newsledger.publish.extras.xlsx import write_xlsx
from newsledger.publish.load import load_release, release_facts
from newsledger.publish.page.write import write_page
from newsledger.publish.recipe import load_recipe

DATASET = Path(__file__).resolve().parent.parent / "datasets" / "south-caucasus"
MANY = 100_000
PAINTED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"
TARGETS: dict[str, Callable[[float], bool]] = {
    "page opens, s": lambda x: x < 5,
    "a filter answers, s": lambda x: x < 1,
    "a text is found in all notes, s": lambda x: x < 5,
    "the evidence of an event shows, s": lambda x: x < 1,
}


def run() -> dict[str, float]:
    """Return the seconds of every step, and the megabytes of the page."""
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        index = _written(folder, found)
        if shutil.which("chromium"):
            _used(index, found)
    return found


@contextmanager
def _timed(
    what: str, found: dict[str, float], clock: Callable[[], float] = time.perf_counter
) -> Iterator[None]:
    began = clock()
    yield
    found[what] = clock() - began


def _written(folder: Path, found: dict[str, float]) -> Path:
    """Write page and workbook of many events, and return the page's index.html."""
    copy, contract = folder / "dataset", load_contract()
    shutil.copytree(DATASET, copy, ignore=shutil.ignore_patterns("releases"))
    release = publish(copy, Wishes()).folder
    tables = repeated(load_release(release), MANY)
    page = folder / "page"
    page.mkdir()
    changed = difference(None, tables, contract)
    with _timed("page is written, s of processor", found, time.process_time):
        write_page(page, load_recipe(copy), release_facts(release), tables, changed, contract)
    with _timed("workbook is written, s of processor", found, time.process_time):
        write_xlsx(about_folder(release), tables, contract, folder / "events.xlsx")
    found["page, MB"] = sum(p.stat().st_size for p in page.rglob("*") if p.is_file()) / 1e6
    found["workbook, MB"] = (folder / "events.xlsx").stat().st_size / 1e6
    return page / "index.html"


def _used(index: Path, found: dict[str, float]) -> None:
    """Open the page in Chromium and do what readers do."""
    wish = "(() => {{ const f = document.getElementById('filters'); f.{} = {!r}; return newsledger.page.read(); }})()"
    with chromium() as browser:
        with _timed("page opens, s", found):
            browser.open(index)
            browser.ask(PAINTED)
        with _timed("a filter answers, s", found):
            browser.ask(wish.format("country.value", "Armenia"))
            browser.ask(PAINTED)
        with _timed("a text is found in all notes, s", found):
            browser.ask(wish.format("text.value", "clashed with"))
            browser.ask(PAINTED)
        with _timed("the evidence of an event shows, s", found):
            browser.ask("newsledger.page.grid.pick(Math.floor(newsledger.page.grid.rows.length / 2))")
            browser.until("document.querySelector('.report')")
        if browser.errors:
            raise RuntimeError(f"the page says: {browser.errors}")
