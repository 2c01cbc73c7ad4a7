"""The documentation tells the truth: the tutorial's commands run and print what it shows, and links lead somewhere."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

DOCS = REPOSITORY / "docs"
BLOCK = re.compile(r"(?:<!-- file: (?P<file>\S+) -->\n)?```(?P<kind>\w+)\n(?P<text>.*?)```", re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def shell(commands: str, folder: Path) -> str:
    """Return what commands print, in a shell that stops at the first that fails."""
    env = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "200",
    }
    done = subprocess.run(
        ["bash", "-e", "-c", commands],
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, f"{commands}\n{done.stdout}"
    return done.stdout


def steps(page: Path) -> Iterator[tuple[str, str, str]]:
    """Yield each block of a page: its kind, the file it is for, if any, and its text."""
    for block in BLOCK.finditer(page.read_text(encoding="utf-8")):
        yield block["kind"], block["file"] or "", block["text"]


def test_the_tutorial_runs_and_prints_what_it_shows(tmp_path: Path) -> None:
    printed, ran, compared = "", 0, 0
    for kind, file, text in steps(DOCS / "tutorial.md"):
        if file:
            (tmp_path / file).write_text(text, encoding="utf-8")
        elif kind == "sh":
            printed = shell(text, tmp_path)
            ran += 1
        elif kind == "text":
            lines = printed.splitlines()
            for line in text.splitlines():
                assert line in lines, f"{line}\nis not in\n{printed}"
                compared += 1
    assert ran >= 7
    assert compared >= 12
    release = tmp_path / "sahel" / "releases" / "2024.5.1"
    assert (release / "index.html").is_file()
    assert "MLI1,injuries,6,7,changed" in (release / "data" / "changes.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if not link.startswith("http"):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


@pytest.mark.parametrize("page", ["add-actors-and-places.md", "coding-decisions.md"])
def test_sentences_that_pages_explain_can_be_explained(page: str, tmp_path: Path) -> None:
    commands = [
        line
        for kind, _, text in steps(DOCS / page)
        if kind == "sh"
        for line in text.splitlines()
        if line.startswith(("newsledger explain", "newsledger places"))
    ]
    assert commands
    for command in commands:
        assert shell(command, tmp_path).strip()


def test_the_correction_that_the_pages_show_keeps_its_schema(tmp_path: Path) -> None:
    from newsledger.validation.documents import check_document

    text = next(text for kind, _, text in steps(DOCS / "correct-an-event.md") if kind == "yaml")
    (tmp_path / "corrections.yaml").write_text(text, encoding="utf-8")
    document, findings = check_document(tmp_path / "corrections.yaml", "corrections")
    assert findings == []
    assert len(document) == 1
