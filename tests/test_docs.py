"""Do the documents say what is so? Commands, error codes and citations are checked against the program."""

import importlib
import pkgutil
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command
from typer.testing import CliRunner

import newsledger
from newsledger.cli.app import app
from newsledger.content import coder_folder, schema_folder
from newsledger.errors import NewsledgerError, catalogue
from newsledger.pipeline.jobs import code_paths

REPOSITORY = Path(__file__).resolve().parent.parent
DOCUMENTS = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "coder/README.md",
    "validation/gold/README.md",
    *sorted(p.relative_to(REPOSITORY).as_posix() for p in (REPOSITORY / "docs").glob("*.md")),
)
TEXT = {".md", ".py", ".yaml", ".json", ".toml", ".txt", ".cfg", ".csv", ".jsonl", ".cff", ".sh", ""}
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
CITED = re.compile(r"coding-rules (\d(?:\.\d)?)")
# written in parts, so that this file does not hold what it forbids
ELSEWHERE = tuple(
    "".join(parts) for parts in (("/wo", "rk/"), ("/ho", "me/"), ("/Us", "ers/"), ("../sh", "ared/"))
)
MEASURED_ON = "dev" + "-data"
KNOWS_IT = {
    "tests/conftest.py"
}  # says where the development data may lie, for the tests that skip without them


def text_of(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


def tracked() -> list[str]:
    """The files of the repository, new ones too, without those that git ignores."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("there is no git checkout to list the files of")
    return sorted(n for n in done.stdout.decode().split("\0") if n and (REPOSITORY / n).is_file())


def commands_in(text: str) -> list[list[str]]:
    """The `newsledger …` commands of a document, in code spans or at the start of a line of a code block."""
    spans = re.findall(r"`newsledger ([^`]+)`", text)
    lines = [
        m
        for block in re.findall(r"```sh\n(.*?)```", text, re.S)
        for m in re.findall(r"^newsledger (.+)$", block, re.M)
    ]
    return [line.split("#")[0].split() for line in (*spans, *lines)]


def command_line() -> Any:
    return get_command(app)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_of_a_document_is_a_command(document: str) -> None:
    root = command_line()
    found = commands_in(text_of(document))
    for words in found:
        if words[0].startswith("-"):
            continue
        assert words[0] in root.commands, f"{document} names newsledger {words[0]}"
        command = root.commands[words[0]]
        deeper = getattr(command, "commands", {})
        if deeper and len(words) > 1 and words[1].islower() and words[1].isalpha():
            assert words[1] in deeper, f"{document} names newsledger {words[0]} {words[1]}"
            command = deeper[words[1]]
        known = {option for p in command.params for option in p.opts} | {"--help"}
        for option in (w.split("=")[0].strip("[]") for w in words if w.strip("[").startswith("--")):
            assert option in known, f"{document}: newsledger {' '.join(words)}"
    if document == "README.md":
        assert len(found) > 10


def test_every_command_stands_in_the_table_of_the_readme_and_answers_help() -> None:
    section = text_of("README.md").split("\n## Commands\n")[1].split("\n## ")[0]
    named = set(re.findall(r"^\| `newsledger ([a-z]+)", section, re.M))
    assert named == set(command_line().commands)
    runner = CliRunner()
    for name in sorted(named):
        done = runner.invoke(app, [name, "--help"])
        assert done.exit_code == 0, f"newsledger {name} --help: {done.output}"
        assert "Usage" in done.output


def import_everything() -> None:
    """Import all modules, so that the catalogue is whole; not those whose extra is not installed."""
    for module in pkgutil.walk_packages(newsledger.__path__, "newsledger."):
        if module.name.endswith("__main__"):
            continue
        try:
            importlib.import_module(module.name)
        except ModuleNotFoundError as absent:
            if (absent.name or "").startswith("newsledger"):
                raise


def test_the_readme_lists_every_error_as_its_class_says() -> None:
    import_everything()
    ours = [e for e in catalogue() if e.__module__.startswith("newsledger.") and e is not NewsledgerError]
    codes = [e.code for e in ours]
    assert len(codes) == len(set(codes)), (
        f"two errors have one code: {sorted(c for c in codes if codes.count(c) > 1)}"
    )
    assert all(e.title and e.cause and e.mend for e in ours)
    rows = ["| code | exit | error | how to mend it |", "|---|--:|---|---|"]
    rows += [f"| {e.code} | {e.exit_code} | {e.title} | {e.mend} |".replace("<", "&lt;") for e in ours]
    shown = text_of("README.md").split("<!-- errors -->\n")[1].split("<!-- end of errors -->")[0].strip()
    assert shown == "\n".join(rows), "the table of errors is out of date; it should be:\n" + "\n".join(rows)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_to_files(document: str) -> None:
    folder = (REPOSITORY / document).parent
    for target in LINK.findall(text_of(document)):
        assert (folder / target).exists(), f"{document} links to {target}"


def test_no_file_names_a_place_outside_the_repository() -> None:
    files = [n for n in tracked() if Path(n).suffix in TEXT and not n.endswith(".sqlite")]
    assert len(files) > 50
    found = []
    for name in files:
        try:
            text = text_of(name)
        except UnicodeDecodeError:
            continue
        found += [f"{name}: {place}" for place in ELSEWHERE if place in text]
        if MEASURED_ON in text and name not in KNOWS_IT:
            found.append(f"{name}: {MEASURED_ON}")
    assert not found, "\n".join(found)


def test_citations_of_the_coding_rules_resolve() -> None:
    newest = sorted(p for p in schema_folder().iterdir() if p.is_dir())[-1]
    headings = set(
        re.findall(r"^#{2,3} (\d(?:\.\d)?) ", (newest / "coding-rules.md").read_text("utf-8"), re.M)
    )
    assert "2.1" in headings
    for document in DOCUMENTS:
        cited = set(CITED.findall(text_of(document)))
        assert cited <= headings, f"{document} cites {sorted(cited - headings)}"


def test_the_example_rule_of_the_coder_page_is_a_rule(tmp_path: Path) -> None:
    from newsledger.coder.rules import read_rules

    blocks = re.findall(r"```yaml\n(.*?)```", text_of("coder/README.md"), re.S)
    rules = [b for b in blocks if "because: coding-rules" in b]
    assert rules
    for block in rules:
        file = tmp_path / "example.yaml"
        file.write_text(block, encoding="utf-8")
        for rule in read_rules(file):
            assert rule.matches
            assert rule.misses
            assert rule.actions


def test_the_coder_page_names_every_lexicon_file() -> None:
    page = text_of("coder/README.md")
    folder = coder_folder() / "lexicon"
    kinds = {
        document["kind"]
        for path in sorted(folder.rglob("*.yaml"))
        if isinstance(document := yaml.safe_load(path.read_text("utf-8")), dict) and "kind" in document
    }
    missing = sorted(k for k in kinds if f"`{k}`" not in page)
    assert not missing, f"kinds of lexicon entry that coder/README.md does not tell of: {missing}"


def test_the_article_of_the_readme_gives_the_row_it_shows(tmp_path: Path) -> None:
    readme = text_of("README.md")
    article = tmp_path / "gao-patrol.md"
    article.write_text(readme.split("```markdown\n")[1].split("```")[0], encoding="utf-8")
    (coded,) = code_paths([article])
    (report,) = coded.reports
    table = readme.split("<!-- row: gao-patrol -->\n")[1].split("<!-- end of row -->")[0]
    shown = [line.strip("| ").split(" | ") for line in table.strip().split("\n")[2:]]
    assert len(shown) > 5
    for columns, values in shown:
        names = columns.split(", ")
        told = [values] if len(names) == 1 else values.split(", ")
        assert [str(getattr(report, name)) for name in names] == told
