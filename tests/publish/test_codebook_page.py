"""The codebook as a page: everything of the contract stands in it, has an address, and no text acts in it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from newsledger.contract.codebook import coding_sections, data_tables
from newsledger.contract.load import load_contract
from newsledger.publish.load import release_facts
from newsledger.publish.page.codebook_page import codebook_page
from newsledger.publish.recipe import load_recipe
from tests.publish.test_page import HOSTILE, Elements

CONTRACT = load_contract()


@pytest.fixture(scope="module")
def text(release: Path) -> str:
    return (release / "codebook.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def elements(text: str) -> Elements:
    return Elements(text)


def test_every_column_section_and_list_has_an_address_of_its_own(elements: Elements) -> None:
    ids = [a["id"] for _, a in elements.found if "id" in a]
    assert len(ids) == len(set(ids))
    columns = {f"{table.name}.{column.name}" for table in data_tables(CONTRACT) for column in table.columns}
    assert len(columns) > 100
    wanted = columns | {f"list.{n}" for n in CONTRACT.terms} | {f"rules.{n}" for n in coding_sections()}
    assert wanted <= set(ids)


def test_every_value_of_every_list_can_be_found(text: str, elements: Elements) -> None:
    entries = [a for _, a in elements.found if "entry" in a.get("class", "").split()]
    values = sum(len(terms) for terms in CONTRACT.terms.values())
    columns = sum(len(table.columns) for table in data_tables(CONTRACT))
    assert len(entries) == values + columns + len(coding_sections())
    assert '<th scope="row">Armed clash</th>' in text


def test_a_column_says_what_the_contract_says(text: str) -> None:
    column = CONTRACT.tables["events"].column("fatalities")
    found = re.search(r'<article class="entry" id="events.fatalities">(.*?)</article>', text, re.DOTALL)
    assert found
    for said in ("conservative count", column.unit, column.hxl, f"at most {column.maximum}", column.missing):
        assert str(said) in found[1]
    assert '<a href="#rules.5">coding-rules 5</a>' in found[1]


def test_links_lead_to_places_of_the_page_and_files_of_the_release(release: Path, elements: Elements) -> None:
    ids = {a["id"] for _, a in elements.found if "id" in a}
    addresses = [a["href"] for tag in ("a", "link") for a in elements.of(tag)]
    addresses += [a["src"] for a in elements.of("script")]
    assert len(addresses) > 200
    for address in addresses:
        file, _, place = address.partition("#")
        assert not file or (release / file).is_file(), address
        assert file or place in ids, address


def test_the_rows_of_this_release_are_told(release: Path, text: str) -> None:
    for name, rows in release_facts(release).counts.items():
        assert f'{rows:,} row{"" if rows == 1 else "s"} in this release: <a href="data/{name}.csv">' in text


def test_nothing_runs_but_the_files_of_the_page(elements: Elements) -> None:
    (policy,) = [
        m["content"] for m in elements.of("meta") if m.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert "unsafe" not in policy
    assert all(script["src"].startswith("page/") for script in elements.of("script"))
    assert not elements.of("style")
    for tag, attributes in elements.found:
        assert not [a for a in attributes if a.startswith("on") or a == "style"], (tag, attributes)


def test_a_hostile_title_writes_no_markup(release: Path) -> None:
    recipe = replace(load_recipe(release.parent.parent / "dataset"), title=HOSTILE)
    hostile = Elements(codebook_page(recipe, release_facts(release), CONTRACT, release))
    assert not hostile.of("img")
    assert all(script.get("src", "").startswith("page/") for script in hostile.of("script"))


def test_the_codebook_as_text_leads_to_the_rules_beside_it(release: Path) -> None:
    for name in ("CODEBOOK.md", "README.md"):
        page = (release / name).read_text(encoding="utf-8")
        targets = [t for t in re.findall(r"\]\(([^)#]+)\)", page) if "://" not in t]
        assert targets
        for target in targets:
            assert (release / target).exists(), f"{name} links to {target}"
    assert "# Coding rules" in (release / "CODING-RULES.md").read_text(encoding="utf-8")
