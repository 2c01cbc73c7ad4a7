"""The codebook in a browser: opened from a disk and searched, by mouse and by keyboard, at a desk and on a phone."""

import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from newsledger.contract.codebook import coding_sections, data_tables
from newsledger.contract.load import load_contract
from tests.readers.chromium import Browser, chromium

pytestmark = pytest.mark.readers
CONTRACT = load_contract()
SHOWN = "[...document.querySelectorAll('.entry')].filter(e => e.checkVisibility())"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def book(browser: Browser, release: Path) -> Browser:
    """Return the browser with the codebook opened anew."""
    browser.resize(1300, 900)
    browser.colours("light")
    browser.open(release / "codebook.html")
    browser.errors.clear()
    return browser


def search(book: Browser, words: str, kind: str = "") -> list[str]:
    """Write into the search field as a reader does, and return the ids of what is shown then."""
    book.ask(
        f"(() => {{ const f = document.getElementById('search'); f.text.value = {words!r}; f.kind.value = {kind!r};"
        " f.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )
    return list(book.ask(f"{SHOWN}.map(e => e.id || e.firstElementChild.textContent)"))


def test_everything_is_there_before_a_search(book: Browser) -> None:
    known = sum(len(t.columns) for t in data_tables(CONTRACT)) + sum(map(len, CONTRACT.terms.values()))
    everything = known + len(coding_sections())
    assert book.ask(f"{SHOWN}.length") == everything
    assert book.ask("document.getElementById('count').textContent") == f"{everything:,} entries"


def test_a_search_shows_what_has_all_the_words_and_marks_them(book: Browser) -> None:
    found = search(book, "conservative DEATHS")
    assert "events.fatalities" in found
    assert len(found) < 10
    texts = book.ask(f"{SHOWN}.map(e => e.textContent.toLowerCase())")
    assert all("conservative" in text and "deaths" in text for text in texts)
    assert book.ask("CSS.highlights.get('found').size") >= 2 * len(found)
    assert book.ask("document.getElementById('count').textContent").startswith(f"{len(found)} of ")
    assert "events.year" in search(book, "events year")  # the table's name counts for its columns
    assert "Mob violence" in search(book, "mob violence", "lists")
    assert search(book, "mob violence", "rules")[0].startswith("rules.")
    assert search(book, "côte d'ivoire", "lists") == search(book, "cote d'ivoire", "lists") != []
    assert search(book, "no such words here") == []
    assert book.ask("document.getElementById('none').checkVisibility()") is True
    assert book.ask("[...document.querySelectorAll('.text h3')].some(h => h.checkVisibility())") is False
    assert book.errors == []


def test_it_is_usable_by_keyboard(book: Browser) -> None:
    book.key("/", 191, "/")
    assert book.ask("document.activeElement.name") == "text"
    for letter in "toll":
        book.key(letter, ord(letter.upper()), letter)
    assert book.ask("document.activeElement.value") == "toll"
    assert 0 < book.ask(f"{SHOWN}.length") < 100
    assert book.ask("location.hash") == "#search=toll"
    book.key("Escape", 27)
    assert book.ask("document.activeElement.value") == ""
    assert book.ask(f"{SHOWN}.length") > 300
    assert book.ask("document.getElementById('count').getAttribute('role')") == "status"


def test_an_address_is_a_search_or_a_place(book: Browser, release: Path) -> None:
    book.open(release / "codebook.html", "#search=grenade")
    assert "Grenade" in book.ask(f"{SHOWN}.map(e => e.firstElementChild.textContent)")
    assert book.ask("document.getElementById('search').text.value") == "grenade"
    book.ask("location.hash = '#events.iso'")  # a link in what is found leads to what is hidden
    book.until("document.getElementById('events.iso').checkVisibility()")
    assert book.ask("document.getElementById('search').text.value") == ""
    top = book.ask("document.getElementById('events.iso').getBoundingClientRect().top")
    bar = book.ask("document.getElementById('search').getBoundingClientRect().bottom")
    assert bar <= top < 900


def test_it_asks_for_its_own_files_only(browser: Browser, release: Path) -> None:
    browser.errors.clear()
    browser.requests.clear()
    browser.open(release / "codebook.html")
    asked = [a for a in browser.requests if not a.startswith(("data:", "about:"))]
    assert len(asked) == 5
    assert all(address.startswith(release.resolve().as_uri()) for address in asked)
    assert browser.errors == []


def test_it_reads_as_a_document_where_no_script_runs(browser: Browser, release: Path) -> None:
    browser.send("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.send("Page.navigate", url=(release / "codebook.html").resolve().as_uri())
        for _ in range(100):  # a page without scripts cannot wait by itself
            if browser.ask(
                "document.readyState === 'complete' && document.querySelector('#events') !== null"
            ):
                break
            time.sleep(0.1)
        assert browser.ask(f"{SHOWN}.length") > 300
        assert browser.ask("document.getElementById('search').checkVisibility()") is False
    finally:
        browser.send("Emulation.setScriptExecutionDisabled", value=False)


def test_headings_and_names_guide_a_screen_reader(book: Browser) -> None:
    assert book.ask("document.querySelectorAll('h1').length") == 1
    levels = book.ask("[...document.querySelectorAll('h1, h2, h3, h4')].map(h => Number(h.tagName[1]))")
    assert all(after <= before + 1 for before, after in pairwise(levels))
    nameless = (
        "[...document.querySelectorAll('button, input, select, nav, [role=region], form')]"
        ".filter(e => !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length)).length"
    )
    assert book.ask(nameless) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_nothing_sticks_out(book: Browser, scheme: str) -> None:
    book.resize(390, 844, phone=True)
    book.colours(scheme)
    book.ask("delete document.documentElement.dataset.ready; location.reload()")
    book.until("document.documentElement.dataset.ready === 'yes'")
    assert book.ask("document.documentElement.scrollWidth") <= 390
    assert book.ask("[...document.querySelectorAll('.contents details')].every(d => !d.open)") is True
    ground = book.ask("getComputedStyle(document.body).backgroundColor")
    assert ground == ("rgb(255, 255, 255)" if scheme == "light" else "rgb(20, 24, 29)")


def test_the_page_of_the_release_leads_here_and_back(book: Browser, release: Path) -> None:
    index = (release / "index.html").read_text(encoding="utf-8")
    assert '<a href="codebook.html">Codebook</a>' in index
    assert book.ask("[...document.querySelectorAll('a')].some(a => a.href.endsWith('/index.html'))") is True
