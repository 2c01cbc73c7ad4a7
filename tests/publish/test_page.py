"""The page of a release: what is written, that it is the same every time, and that no text of a source acts in it."""

import json
import re
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import polars as pl
import pytest

from newsledger.contract.load import load_contract
from newsledger.publish.difference import difference
from newsledger.publish.load import load_release, release_facts
from newsledger.publish.page import svg
from newsledger.publish.page.basemap import Box, box_of, detail
from newsledger.publish.page.png import SCALE, as_png
from newsledger.publish.page.releases import releases_page
from newsledger.publish.page.script import as_script
from newsledger.publish.page.write import write_page
from newsledger.publish.recipe import load_recipe
from newsledger.validation.package import check_package

HOSTILE = "</script><script>alert(1)</script>\u2028<img src=x onerror=alert(2)>\"'&"
LIMIT = 1_500_000


def data(folder: Path, name: str) -> Any:
    """Return the value that a script of the page hands over."""
    text = (folder / "page" / name).read_text(encoding="ascii")
    found = re.fullmatch(r"newsledger\.arrive\(\"[a-z]+\",\d+,(.*)\);\n", text, re.DOTALL)
    assert found, f"{name} is no call"
    return json.loads(found[1])


class Elements(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {key: value or "" for key, value in attrs}))

    def of(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.found if name == tag]


def again(release: Path, folder: Path, **changed: Any) -> Path:
    """Write the page of a release once more, elsewhere, with some tables or the recipe changed."""
    dataset = release.parent.parent / "dataset"
    contract = load_contract()
    tables = load_release(release) | changed.pop("tables", {})
    folder.mkdir()
    write_page(
        folder,
        changed.pop("recipe", None) or load_recipe(dataset),
        release_facts(release),
        tables,
        difference(None, tables, contract),
        contract,
        changed.pop("texts", None),
    )
    assert not changed
    return folder


def test_a_release_has_its_page_and_the_page_is_among_its_checksums(release: Path) -> None:
    sums = (release / "SHA256SUMS").read_text(encoding="utf-8")
    for name in ("index.html", "page/page.js", "page/events.js", "page/proof-0000.js", "page/map.svg"):
        assert (release / name).is_file()
        assert f"  {name}\n" in sums
    assert check_package(release).ok
    assert (release.parent / "index.html").is_file()


def test_the_same_release_has_the_same_page(release: Path, tmp_path: Path) -> None:
    one, two = again(release, tmp_path / "one"), again(release, tmp_path / "two")
    names = sorted(p.relative_to(one) for p in one.rglob("*") if p.is_file())
    assert names == sorted(p.relative_to(two) for p in two.rglob("*") if p.is_file())
    assert len(names) > 10
    for name in names:
        assert (one / name).read_bytes() == (two / name).read_bytes(), name


def test_what_does_not_grow_with_the_data_is_small(release: Path) -> None:
    files = [p for p in (release / "page").iterdir() if not p.name.startswith(("events", "notes", "proof"))]
    assert sum(p.stat().st_size for p in files) < LIMIT


def test_every_link_of_the_page_leads_to_a_file_of_the_release(release: Path) -> None:
    elements = Elements((release / "index.html").read_text(encoding="utf-8"))
    addresses = [a["href"] for tag in ("a", "link") for a in elements.of(tag)]
    addresses += [a["src"] for a in elements.of("script") + elements.of("img")]
    local = [a for a in addresses if not a.startswith(("#", "http"))]
    assert len(local) > 30
    for address in local:
        assert (release / address).is_file(), address


def test_nothing_runs_but_the_files_of_the_page(release: Path) -> None:
    for page in (release / "index.html", release.parent / "index.html"):
        text = page.read_text(encoding="utf-8")
        elements = Elements(text)
        policy = next(
            m["content"] for m in elements.of("meta") if m.get("http-equiv") == "Content-Security-Policy"
        )
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert all(script.get("src", "").startswith("page/") for script in elements.of("script"))
        assert not elements.of("style")
        for tag, attributes in elements.found:
            assert not [a for a in attributes if a.startswith("on") or a == "style"], (tag, attributes)


def test_every_table_and_its_rows_are_named(release: Path) -> None:
    text = (release / "index.html").read_text(encoding="utf-8")
    for name, rows in release_facts(release).counts.items():
        assert f'<th scope="row">{name}</th>' in text
        assert f"data/{name}.csv" in text
        assert f'<td class="n">{rows:,}</td>' in text


def test_what_the_contract_marks_as_code_is_code(release: Path) -> None:
    for name in ("index.html", "codebook.html"):
        page = (release / name).read_text("utf-8")
        assert "<code>newsledger code</code>" in page, name
        assert "`" not in page, name


def test_the_columns_hold_what_events_hold(release: Path) -> None:
    events = load_release(release)["events"]
    packed = data(release, "events.js")
    assert packed["ids"] == events["event_id_cnty"].to_list()
    for name in ("actor1", "country", "location", "sub_event_type"):
        column = packed["texts"][name]
        said = [column["values"][code] for code in column["codes"]]
        assert said == events[name].cast(pl.String).fill_null("").to_list()
    assert [lat / 10_000 for lat in packed["lat"]] == pytest.approx(
        events["latitude"].cast(pl.Float64).to_list()
    )
    assert packed["numbers"]["injuries"] == events["injuries"].to_list()
    assert data(release, "notes-0000.js") == events["notes"].to_list()


def test_an_event_has_its_reports_and_their_evidence(release: Path) -> None:
    tables = load_release(release)
    proof = data(release, "proof-0000.js")
    strings = proof["strings"]
    for row, key in enumerate(tables["events"]["event_id_cnty"]):
        reports, _ = proof["events"][row]
        of_event = tables["reports"].filter(pl.col("event_id_cnty") == key)
        assert [strings[r[0]] for r in reports] == sorted(of_event["report_id"].to_list())
        for report in reports:
            known = tables["evidence"].filter(pl.col("report_id") == strings[report[0]])
            first, many = report[-2:]
            columns = {name: values[first : first + many] for name, values in proof["evidence"].items()}
            read = zip(*(columns[c] for c in ("field", "value", "start", "end", "rule")), strict=True)
            said = [(strings[f], strings[v], s, e, strings[by]) for f, v, s, e, by in read]
            assert said == known.select("field", "value", "start", "end", "rule").rows()


def test_hostile_texts_stay_texts(release: Path, tmp_path: Path) -> None:
    tables = load_release(release)
    name = pl.lit(HOSTILE)
    events = tables["events"].with_columns(location=name, actor1=name, notes=name)
    articles = tables["articles"].with_columns(source=name, url=pl.lit("javascript:alert(3)"))
    folder = again(release, tmp_path / "page", tables={"events": events, "articles": articles})
    for script in [*sorted((folder / "page").glob("*-0000.js")), folder / "page" / "events.js"]:
        text = script.read_text(encoding="ascii")
        assert "<" not in text
        assert "\u2028" not in text
    assert HOSTILE in data(folder, "events.js")["texts"]["location"]["values"]
    for picture in ("map.svg", "timeline.svg"):
        tree = ElementTree.fromstring((folder / "page" / picture).read_text(encoding="utf-8"))
        kinds = {element.tag.split("}")[1] for element in tree.iter()}
        assert kinds <= {"svg", "title", "rect", "g", "path", "circle", "text", "line"}


def test_a_hostile_recipe_writes_no_markup(release: Path, tmp_path: Path) -> None:
    from dataclasses import replace

    recipe = load_recipe(release.parent.parent / "dataset")
    hostile = replace(
        recipe, title=HOSTILE, description=HOSTILE, licence={"name": HOSTILE, "path": "javascript:alert(1)"}
    )
    folder = again(release, tmp_path / "page", recipe=hostile)
    elements = Elements((folder / "index.html").read_text(encoding="utf-8"))
    assert all(script.get("src", "").startswith("page/") for script in elements.of("script"))
    assert not elements.of("img")
    assert not [a for a in elements.of("a") if a["href"].startswith("javascript")]


def test_a_script_is_ascii_and_gives_back_its_value() -> None:
    text = as_script("notes", 3, {"a": HOSTILE})
    assert text.isascii()
    assert "<" not in text
    assert json.loads(text.removeprefix('newsledger.arrive("notes",3,').removesuffix(");\n")) == {
        "a": HOSTILE
    }


def test_the_changes_of_a_release_stand_on_its_page(release: Path, tmp_path: Path) -> None:
    facts = release_facts(release)
    change = {
        "release": facts.version,
        "event_id_cnty": "ARM1",
        "field": "fatalities",
        "old": "5",
        "new": "6",
        "kind": "changed",
        "reason": "correction",
    }
    changes = load_release(release)["changes"]
    row = pl.DataFrame([change | {"release": "2020.1.0"}, change]).cast(changes.schema)
    folder = again(release, tmp_path / "page", tables={"changes": row})
    assert data(folder, "changes.js") == [["ARM1", "fatalities", "5", "6", "changed", "correction"]]
    proof = data(folder, "proof-0000.js")
    history = proof["events"][0][1]
    assert [[proof["strings"][n] for n in line][:4] for line in history] == [
        ["2020.1.0", "fatalities", "5", "6"],
        [facts.version, "fatalities", "5", "6"],
    ]


def test_the_page_over_all_releases_names_every_one(release: Path) -> None:
    index = json.loads((release.parent / "index.json").read_text(encoding="utf-8"))["releases"]
    older = index[0] | {"version": "2021.1.0", "files": []}
    text = releases_page(release.parent, [older, index[0]])
    assert text.index(index[0]["version"]) < text.index("2021.1.0")
    assert f'href="{release.name}/index.html"' in text
    assert 'href="2021.1.0/index.html"' not in text  # it has no page
    for address in re.findall(r'(?:href|src)="([^"]+)"', text):
        assert (release.parent / address).is_file(), address


def test_the_base_map_knows_where_it_is(release: Path) -> None:
    box = box_of(load_release(release)["events"])
    assert box is not None
    names = {country.name for country in detail(box)}
    assert {"Armenia", "Azerbaijan"} <= names
    assert "France" not in names
    for country in detail(box):
        for polygon in country.polygons:
            assert all(box.west <= x <= box.east and box.south <= y <= box.north for x, y in polygon[0])
    assert detail(Box(-180, -60, 180, 80)) == ()


def test_the_pictures_are_there_as_png_too(release: Path) -> None:
    for name in ("map", "timeline"):
        data = (release / "page" / f"{name}.png").read_bytes()
        drawn = ElementTree.fromstring((release / "page" / f"{name}.svg").read_text(encoding="utf-8"))
        assert data.startswith(b"\x89PNG\r\n")
        size = [int.from_bytes(data[at : at + 4]) for at in (16, 20)]
        assert size == [round(float(drawn.attrib[side]) * SCALE) for side in ("width", "height")]


def test_a_picture_is_drawn_the_same_on_every_machine() -> None:
    """Words, a curve, a halo and half-transparent colour, without any font or library of the machine."""
    words = svg.text(10, 20, "Şəki, Geghark'unik', Côte d'Ivoire")
    circle = '<circle cx="60" cy="34" r="9" fill="#d55e00" fill-opacity="0.75" stroke="#ffffff"/>'
    halo = f'<g paint-order="stroke" stroke="#ffffff" stroke-width="3">{words}</g>'
    drawn = as_png(svg.picture(220, 50, "A test", [circle, halo]))
    assert drawn != as_png(svg.picture(220, 50, "A test", [circle]))
    assert sha256(drawn).hexdigest() == "51f3e17cbd8a7dce0deb1b063a87c02f4c7724efae6c24931109b810aacd4d81"


def test_a_release_without_events_has_a_page(release: Path, tmp_path: Path) -> None:
    none = {
        name: load_release(release)[name].clear() for name in ("events", "reports", "evidence", "changes")
    }
    folder = again(release, tmp_path / "page", tables=none)
    assert data(folder, "events.js")["ids"] == []
    assert "There are no events." in (folder / "page" / "timeline.svg").read_text(encoding="utf-8")
