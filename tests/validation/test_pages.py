"""The pages made from the catalogues are up to date, and what they show is what the program says."""

import functools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from newsledger.cli.app import app
from newsledger.cli.pages import every_error, pages, write_pages
from newsledger.content import schema_folder
from newsledger.contract.codebook import outdated_message
from newsledger.contract.load import load_contract
from newsledger.pipeline import code
from newsledger.validation.checks import load_checks
from newsledger.validation.error_page import EXAMPLES, Example, read_examples
from newsledger.validation.kinds import KINDS

DOCS = schema_folder().parent / "docs"
SHOWN = {e.code: e for e in read_examples(DOCS / EXAMPLES)}
WITHOUT = {
    "E100": "stands for the others",
    "E104": "is told as E161 or E210",
    "E115": "is told by findings",
    "E149": "is told by findings",
    "E150": "is told as a finding",
    "E231": "takes two runs at once",
    "E240": "depends on what is installed",
    "E241": "depends on what is installed",
    "W100": "stands for the others",
    "W101": "is a warning",
    "W102": "is a warning",
}


@pytest.fixture(scope="module")
def one_coder() -> Iterator[None]:
    """Load the coder once for all examples that publish."""
    once = functools.cache(code.load_coder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(code, "load_coder", once)
        patch.setattr("newsledger.pipeline.jobs.load_coder", once)
        yield


def test_the_pages_are_up_to_date() -> None:
    stale = write_pages(check=True)
    assert not stale, outdated_message(stale)


def test_every_error_that_can_be_shown_has_an_example() -> None:
    codes = {e.code for e in every_error()}
    assert {*SHOWN} | {*WITHOUT} == codes
    assert not {*SHOWN} & {*WITHOUT}


@pytest.mark.usefixtures("one_coder")
@pytest.mark.parametrize("name", sorted(SHOWN))
def test_an_error_is_told_as_the_page_shows(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The files are written after all commands but the last, or before where there is but one."""
    monkeypatch.chdir(tmp_path)
    example: Example = SHOWN[name]
    runner = CliRunner()
    *before, last = [line.split()[1:] for line in example.run]
    for arguments in before:
        done = runner.invoke(app, arguments)
        assert done.exit_code == 0, done.output
    for file, text in example.files.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    done = runner.invoke(app, last)
    assert done.exit_code == next(e.exit_code for e in every_error() if e.code == name)
    said = done.stderr.replace(f"{tmp_path}/", "").replace(f"{tmp_path.resolve()}/", "")
    assert f"error {name}: {example.says}" in said


def test_the_page_of_errors_tells_every_code() -> None:
    text = dict(pages(DOCS))["errors.md"]
    headings = set(re.findall(r"^### ([EVW][0-9]{3}) ", text, re.MULTILINE))
    assert headings == {e.code for e in every_error()} | {*KINDS} | {c.code for c in load_checks()}
    assert all(kind.example in text and kind.mend in text for kind in KINDS.values())


def test_the_page_of_validators_tells_every_check_and_kind_of_rule() -> None:
    text = dict(pages(DOCS))["validators.md"]
    assert all(f"| {check.code} | {check.severity} | {check.title} |" in text for check in load_checks())
    assert f"of the {len(load_contract().tables)} tables" in text


def test_a_page_that_was_edited_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "schema").mkdir()
    (tmp_path / "docs" / "examples").mkdir(parents=True)
    (tmp_path / "docs" / EXAMPLES).write_text((DOCS / EXAMPLES).read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr("newsledger.cli.pages.schema_folder", lambda: tmp_path / "schema")
    monkeypatch.setattr("newsledger.cli.pages.write_docs", lambda _check: [])
    made = [tmp_path / "docs" / "errors.md", tmp_path / "docs" / "validators.md"]
    assert write_pages(check=True) == made
    assert write_pages(check=False) == made
    assert write_pages(check=True) == []
    made[0].write_text("edited\n", encoding="utf-8")
    assert write_pages(check=True) == made[:1]


def test_links_of_the_pages_lead_to_files() -> None:
    for page in sorted(DOCS.glob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
