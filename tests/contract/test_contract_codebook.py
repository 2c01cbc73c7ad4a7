"""The codebook is written from the contract, is up to date, and its sections can be cited."""

import re
import shutil
from pathlib import Path

import pytest

from newsledger.content import schema_folder
from newsledger.contract import codebook as pages
from newsledger.contract.codebook import codebook, coding_rules, coding_sections, outdated_message, write_docs
from newsledger.contract.load import load_contract, version_folder

CONTRACT = load_contract()


def test_the_codebook_is_up_to_date() -> None:
    stale = write_docs(check=True)
    assert not stale, outdated_message(stale)


def test_an_outdated_codebook_is_found_and_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = Path(shutil.copy(schema_folder() / "CODEBOOK.md", tmp_path / "CODEBOOK.md"))
    page.write_text(page.read_text(encoding="utf-8").replace("Fatalities", "Deaths", 1), encoding="utf-8")
    monkeypatch.setattr(pages, "schema_folder", lambda: tmp_path)
    assert write_docs(check=True) == [page]
    assert "newsledger schema docs --write" in outdated_message([page])
    assert write_docs(check=False) == [page]
    assert write_docs(check=True) == []
    page.unlink()
    assert write_docs(check=True) == [page]


def test_the_codebook_tells_every_column_and_term() -> None:
    text = codebook(CONTRACT)
    for table in CONTRACT.tables.values():
        for column in table.columns:
            if not table.name.startswith("terms/"):
                assert f"`{column.name}`" in text
                assert column.description in text
    for terms in CONTRACT.terms.values():
        for term in terms:
            assert f"| {term.value} | {term.meaning} |" in text


def test_links_within_the_codebook_lead_somewhere() -> None:
    text = codebook(CONTRACT)
    anchors = {h.lower() for h in re.findall(r"^##+ ([\w-]+)$", text, re.MULTILINE)}
    assert set(re.findall(r"\]\(#([\w-]+)\)", text)) <= anchors


def test_the_codebook_leads_to_the_coding_rules_where_they_lie() -> None:
    link = re.search(r"\[coding rules\]\(([^)]+)\)", codebook(CONTRACT))
    assert link is not None
    assert (schema_folder() / link[1]).read_text(encoding="utf-8") == coding_rules()
    assert "[coding rules](coding-rules.md)" in codebook(CONTRACT, "coding-rules.md")


def test_sections_of_the_coding_rules() -> None:
    assert coding_sections() == {*"12345678", "2.1", "2.2", "2.3", "2.4", "2.5"}


def test_every_citation_in_the_contract_resolves() -> None:
    cited = set()
    for path in sorted(version_folder().rglob("*.*")):
        cited |= set(re.findall(r"coding-rules (\d+(?:\.\d+)*)", path.read_text(encoding="utf-8")))
    for path in sorted(Path(pages.__file__).parent.rglob("*.py")):
        cited |= set(re.findall(r"coding-rules (\d+(?:\.\d+)*)", path.read_text(encoding="utf-8")))
    assert cited <= coding_sections()
    assert len(cited) >= 10


def test_the_types_told_in_the_coding_rules_are_the_closed_list_in_its_order() -> None:
    text = (version_folder() / "coding-rules.md").read_text(encoding="utf-8")
    table = text.split("## 2 Types")[1].split("### 2.1")[0]
    told = [
        cell for line in table.splitlines() if line.startswith("|") for cell in line.split("|")[2].split(",")
    ]
    values = [c.strip() for c in told if c.strip() and set(c) - set("-| ") and c.strip() != "sub_event_type"]
    assert values == list(CONTRACT.values("sub-event-type"))
