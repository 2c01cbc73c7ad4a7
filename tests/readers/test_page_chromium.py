"""The page in a browser: opened from a disk, with everything a reader does, and nothing that a source may do."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from newsledger.contract.load import load_contract
from newsledger.pipeline.publish import Wishes, publish
from newsledger.publish.difference import difference
from newsledger.publish.load import load_release, release_facts
from newsledger.publish.page.write import write_page
from newsledger.publish.recipe import load_recipe
from tests.conftest import REPOSITORY
from tests.readers.chromium import Browser, chromium
from tests.readers.many import repeated

pytestmark = pytest.mark.readers
DATASET = REPOSITORY / "datasets" / "south-caucasus"
MANY = 100_000
SECONDS = 5.0
HOSTILE = "</script><img src=x onerror=window.hacked=1>\u2028<b>'\"&amp;"
PAINTED = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a first release of the sample dataset, coded by the rules of today."""
    copy = tmp_path_factory.mktemp("chromium") / "dataset"
    shutil.copytree(DATASET, copy, ignore=shutil.ignore_patterns("releases"))
    return publish(copy, Wishes()).folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def page(browser: Browser, release: Path) -> Browser:
    """Return the browser with the page of the sample release opened anew."""
    browser.errors.clear()
    browser.requests.clear()
    browser.resize(1400, 1000)
    browser.colours("light")
    browser.open(release / "index.html")
    return browser


def rewritten(release: Path, folder: Path, tables: dict[str, pl.DataFrame]) -> Path:
    """Write the page of a release once more with other tables, and return it."""
    folder.mkdir()
    contract = load_contract()
    found = difference(None, tables, contract)
    write_page(folder, load_recipe(DATASET), release_facts(release), tables, found, contract)
    return folder / "index.html"


def count(page: Browser) -> int:
    """Return how many events the page says are chosen."""
    page.ask(PAINTED)
    said = str(page.ask("document.getElementById('count').textContent"))
    return int(said.split()[0].replace(",", ""))


def fill(page: Browser, field: str, value: str) -> None:
    """Write into a field of the filters as a reader does, and wait until the rows have followed."""
    page.ask(
        f"(() => {{ const form = document.getElementById('filters'); form['{field}'].value = {value!r}; "
        "form.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )
    time.sleep(0.3)


def test_it_opens_from_a_disk_and_asks_for_its_own_files_only(page: Browser, release: Path) -> None:
    assert count(page) == load_release(release)["events"].height
    page.ask("newsledger.page.open(0)")
    page.until("document.querySelector('.report')")
    assert page.errors == []
    ours = release.resolve().as_uri()
    asked = [address for address in page.requests if not address.startswith(("data:", "about:"))]
    assert len(asked) >= 8
    assert [address for address in asked if not address.startswith(ours)] == []


def test_the_filters_agree_with_the_data(page: Browser, release: Path) -> None:
    events = load_release(release)["events"].with_columns(
        pl.col("event_type", "country", "actor1", "location").cast(pl.String)
    )
    fill(page, "country", "Armenia")
    assert count(page) == events.filter(pl.col("country") == "Armenia").height
    fill(page, "country", "")
    fill(page, "from", "2022-09-01")
    fill(page, "to", "2022-09-13")
    days = pl.col("event_date").is_between(pl.date(2022, 9, 1), pl.date(2022, 9, 13))
    assert count(page) == events.filter(days).height
    fill(page, "from", "")
    fill(page, "to", "")
    place = events["location"][0]
    fill(page, "text", place.upper())
    said = pl.concat_str("location", "notes", "source", separator=" ").str.to_lowercase()
    assert count(page) >= events.filter(pl.col("location") == place).height
    assert count(page) <= events.filter(said.str.contains(place.lower(), literal=True)).height
    fill(page, "text", "")
    kind = events["event_type"][0]
    page.ask(f"[...document.querySelectorAll('[name=type]')].find(b => b.value === {kind!r}).click()")
    time.sleep(0.3)
    assert count(page) == events.filter(pl.col("event_type") == kind).height
    fill(page, "actor", "no such actor")
    assert count(page) == 0
    assert page.ask("document.getElementById('none').hidden") is False
    assert page.errors == []


def test_an_address_with_filters_and_an_event_opens_them(browser: Browser, release: Path) -> None:
    key = load_release(release)["events"]["event_id_cnty"][1]
    browser.open(release / "index.html", f"#country=Armenia&event={key}")
    browser.until("document.querySelector('.report')")
    assert browser.ask("document.getElementById('filters').country.value") == "Armenia"
    assert str(browser.ask("document.querySelector('#panel h2').textContent")).startswith(f"{key} ·")


def test_the_panel_shows_rule_source_and_quote(page: Browser, release: Path) -> None:
    tables = load_release(release)
    key = tables["events"]["event_id_cnty"][0]
    page.ask("newsledger.page.open(0)")
    page.until("document.querySelector('.report')")
    text = str(page.ask("document.getElementById('panel').textContent"))
    for report in tables["reports"].filter(pl.col("event_id_cnty") == key).iter_rows(named=True):
        assert report["rule"] in text
        assert report["source"] in text
    assert tables["events"]["notes"][0] in text
    quote = str(page.ask("document.querySelector('blockquote').textContent"))
    assert 0 < len(quote.strip("… ").split()) <= 25
    assert page.ask("document.querySelectorAll('blockquote mark').length") > 0


def test_it_is_usable_by_keyboard(page: Browser) -> None:
    page.ask("newsledger.page.grid.focus()")
    page.key("ArrowDown", 40)
    page.key("ArrowDown", 40)
    assert page.ask("document.activeElement.getAttribute('aria-rowindex')") == "4"
    page.key("Enter", 13)
    page.until("document.querySelector('.report')")
    assert page.ask("document.activeElement.tagName") == "H2"
    page.key("Escape", 27)
    assert page.ask("document.getElementById('detail').hidden") is True
    assert page.ask("document.activeElement.getAttribute('role')") == "row"
    page.ask("document.getElementById('map').focus()")
    before = page.ask("newsledger.page.map.view.scale")
    page.key("+", 187, "+")
    assert page.ask("newsledger.page.map.view.scale") > before


def test_everything_has_a_name_for_a_screen_reader(page: Browser) -> None:
    page.ask("newsledger.page.open(0)")
    page.until("document.querySelector('.report')")
    nameless = (
        "[...document.querySelectorAll('button, input, select, canvas, img, [role=region], [role=grid]')]"
        ".filter(e => !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length || e.alt)).length"
    )
    assert page.ask(nameless) == 0
    assert page.ask("document.querySelectorAll('h1').length") == 1
    assert page.ask("document.getElementById('grid').getAttribute('aria-rowcount')") == str(count(page) + 1)
    rows = "[...document.querySelectorAll('[data-rows] [role=row]')]"
    assert page.ask(f"{rows}.every(r => r.querySelectorAll('[role=gridcell]').length === 6)") is True
    assert page.ask(f"{rows}.filter(r => r.tabIndex === 0).length") == 1


def test_the_map_and_the_timeline_choose_events(page: Browser) -> None:
    everything = count(page)
    x, y = page.ask(
        "(() => { const m = newsledger.page.map, r = m.canvas.getBoundingClientRect(), c = m.circles[0];"
        " return [r.left + c.px, r.top + c.py]; })()"
    )
    page.drag((x, y))
    time.sleep(0.3)
    chosen = page.ask("!document.getElementById('detail').hidden || newsledger.page.wish.box !== null")
    assert chosen is True
    page.ask("document.getElementById('filters').reset()")
    time.sleep(0.3)
    assert count(page) == everything
    left, right, middle = page.ask(
        "(() => { const t = newsledger.page.timeline, r = t.canvas.getBoundingClientRect();"
        " return [r.left + t.x(0) + 1, r.left + t.x(0) + 3, r.top + 100]; })()"
    )
    page.drag((left, middle), (right, middle))
    time.sleep(0.3)
    assert 0 < count(page) < everything
    assert page.ask("document.getElementById('filters').from.value") != ""
    assert page.errors == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(page: Browser, scheme: str) -> None:
    page.colours(scheme)
    contrast = """((words, ground) => {
      const style = getComputedStyle(document.documentElement);
      const light = (name) => {
        const hex = style.getPropertyValue(name).trim();
        const [r, g, b] = [1, 3, 5].map((n) => parseInt(hex.slice(n, n + 2), 16) / 255)
          .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const [a, b] = [light(words), light(ground)];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    })"""
    for words in ("--ink", "--faint", "--link"):
        for ground in ("--ground", "--panel", "--chosen"):
            assert page.ask(f"{contrast}('{words}', '{ground}')") >= 4.5, (words, ground)


def test_on_a_phone_nothing_sticks_out(page: Browser) -> None:
    page.resize(390, 844, phone=True)
    page.ask(PAINTED)
    assert page.ask("document.documentElement.scrollWidth") <= 390
    page.ask("newsledger.page.open(0)")
    page.until("document.querySelector('.report')")
    assert page.ask("document.documentElement.scrollWidth") <= 390
    assert page.ask("document.getElementById('detail').getBoundingClientRect().height") == 844


def test_what_a_source_says_never_runs(browser: Browser, release: Path, tmp_path: Path) -> None:
    tables = load_release(release)
    bad = pl.lit(HOSTILE)
    tables["events"] = tables["events"].with_columns(location=bad, actor1=bad, notes=bad, source=bad)
    tables["articles"] = tables["articles"].with_columns(source=bad, url=pl.lit("javascript:window.hacked=2"))
    tables["evidence"] = tables["evidence"].with_columns(value=bad)
    index = rewritten(release, tmp_path / "hostile", tables)
    browser.errors.clear()
    browser.open(index)
    browser.ask("newsledger.page.open(0)")
    browser.until("document.querySelector('.report')")
    browser.ask("document.querySelector('.report details').open = true")
    assert "onerror=window.hacked" in str(browser.ask("document.getElementById('panel').textContent"))
    assert browser.ask("window.hacked === undefined") is True
    assert (
        browser.ask(
            "document.querySelectorAll('#panel img, #panel script, #panel a[href^=javascript]').length"
        )
        == 0
    )
    assert browser.errors == []
    browser.ask("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=window.hacked=3>')")
    browser.ask(PAINTED)
    assert browser.ask("window.hacked === undefined") is True  # the policy holds where escaping would not
    assert browser.errors


def test_a_release_without_events_says_so(browser: Browser, release: Path, tmp_path: Path) -> None:
    tables = load_release(release)
    for name in ("events", "reports", "evidence"):
        tables[name] = tables[name].clear()
    browser.errors.clear()
    browser.open(rewritten(release, tmp_path / "empty", tables))
    assert count(browser) == 0
    assert browser.errors == []


def test_a_hundred_thousand_events_open_in_five_seconds(
    browser: Browser, release: Path, tmp_path: Path
) -> None:
    index = rewritten(release, tmp_path / "many", repeated(load_release(release), MANY))
    browser.errors.clear()
    began = time.perf_counter()
    browser.open(index)
    browser.ask(PAINTED)
    opened = time.perf_counter() - began
    assert count(browser) == MANY
    assert opened < SECONDS, f"{opened:.1f} s"
    began = time.perf_counter()
    fill(browser, "country", "Armenia")
    assert 0 < count(browser) < MANY
    assert time.perf_counter() - began < 2.0
    assert browser.ask("document.querySelectorAll('[data-rows] [role=row]').length") < 60
    middle = browser.ask("Math.floor(newsledger.page.grid.rows.length / 2)")
    browser.ask(f"newsledger.page.grid.move({middle})")
    browser.ask(f"newsledger.page.grid.pick({middle})")
    browser.until("document.querySelector('.report')")
    assert browser.errors == []
