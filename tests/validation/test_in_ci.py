"""What is documented for continuous integration runs: the very commands of the workflow, the hooks and the page."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from typer.testing import CliRunner, Result

from newsledger.cli.app import app
from tests.publish.datasets import dataset
from tests.validation.damaging import EVENTS, text

REPOSITORY = Path(__file__).resolve().parents[2]
DOCS = REPOSITORY / "docs"
HOOKS = REPOSITORY / ".pre-commit-hooks.yaml"


def loaded(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def command(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


@pytest.fixture
def repository(copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of somebody, with releases and a dataset; the tests run in its root."""
    dataset(tmp_path / "sahel")
    record = {"id": "a", "text": "Shells fell.", "published": "2022-09-14", "source": "Gazette"}
    (tmp_path / "sahel" / "articles" / "a.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def steps(job: str = "validate") -> list[dict[str, Any]]:
    return list(loaded(DOCS / "examples" / "validate.yml")["jobs"][job]["steps"])


def in_shell(line: str, folder: Path, **more: str) -> "subprocess.CompletedProcess[str]":
    """Run a line of the workflow as GitHub does, with `newsledger` of this environment and the defaults of the
    workflow, unless there are `more`.
    """
    defaults = loaded(DOCS / "examples" / "validate.yml")["env"] | more
    environment = {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", **defaults}
    return subprocess.run(
        ["bash", "-e", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_the_workflow_annotates_what_is_wrong(repository: Path, copy: Path) -> None:
    lines = [s["run"] for s in steps() if "newsledger validate" in s.get("run", "")]
    assert len(lines) == 3
    text(copy / EVENTS, ",2022,", ",1822,")
    events = f"releases/{copy.name}/{EVENTS}"
    first = in_shell(lines[0], repository)
    assert first.returncode == 1
    assert f"::error file={events},line=2,title=V301 " in first.stdout
    assert [in_shell(line, repository, DATA=events).returncode for line in lines[1:]] == [1, 1]
    suite = ElementTree.parse(repository / "newsledger-junit.xml").getroot()
    assert int(suite.get("failures", "0")) > 0
    run = json.loads((repository / "newsledger.sarif").read_text(encoding="utf-8"))["runs"][0]
    uris = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]}
    assert uris == {events}
    uploaded = next(s for s in steps() if "upload-artifact" in s.get("uses", ""))["with"]["path"].split()
    assert all((repository / name).is_file() for name in uploaded)


def test_the_workflow_is_one_that_github_takes() -> None:
    workflow = loaded(DOCS / "examples" / "validate.yml")
    assert set(workflow) == {"name", True, "permissions", "env", "jobs"}  # `on` is a truth value in YAML 1.1
    for step in steps():
        assert set(step) <= {"name", "uses", "with", "run", "if"}
        assert ("uses" in step) != ("run" in step)
        assert re.fullmatch(r"[\w-]+/[\w-]+@v\d+", step.get("uses", "actions/checkout@v4"))


def hooks() -> list[dict[str, Any]]:
    shipped = loaded(HOOKS)
    local = loaded(DOCS / "examples" / "pre-commit-config.yaml")["repos"][0]["hooks"]
    return [*shipped, *local]


def different_hooks() -> list[dict[str, Any]]:
    """The hooks that run something else, or run it on other files, than one before them."""
    return list({(h["entry"], h["files"]): h for h in reversed(hooks())}.values())


def test_the_local_hook_is_one_of_those_that_are_shipped() -> None:
    keys = {"id", "name", "description", "entry", "language", "files", "require_serial"}
    assert all(set(hook) <= keys for hook in hooks())
    assert {h["id"] for h in different_hooks()} == {h["id"] for h in hooks()}
    assert len(different_hooks()) == len(hooks()) - 1


@pytest.mark.parametrize("hook", different_hooks(), ids=lambda h: str(h["id"]))
def test_a_hook_runs_on_the_files_that_it_names(repository: Path, copy: Path, hook: dict[str, Any]) -> None:
    """As pre-commit runs it: the entry, and then every changed file that the pattern finds."""
    files = [p.relative_to(repository).as_posix() for p in sorted(repository.rglob("*")) if p.is_file()]
    named = [f for f in files if re.search(hook["files"], f)]
    assert len(named) >= 2
    program, *arguments = hook["entry"].split()
    assert program == "newsledger"
    assert command(*arguments, *named).exit_code == 0
    text(copy / EVENTS, ",2022,", ",1822,")
    done = command(*arguments, *named)
    assert done.exit_code == 1
    assert f"releases/{copy.name}/data/events.csv:2" in done.output


@pytest.mark.skipif(shutil.which("pre-commit") is None, reason="pre-commit is not installed")
def test_pre_commit_takes_the_hooks() -> None:
    subprocess.run(["pre-commit", "validate-manifest", str(HOOKS)], check=True)
    config = DOCS / "examples" / "pre-commit-config.yaml"
    subprocess.run(["pre-commit", "validate-config", str(config)], check=True)


def test_every_command_of_the_page_runs(repository: Path, copy: Path) -> None:
    """The lines of the page, with the files that they name."""
    (repository / "exports").mkdir()
    shutil.copy(copy / EVENTS, repository / "events.csv")
    shutil.copy(copy / EVENTS, repository / "exports" / "acled.csv")
    shutil.copytree(repository / "sahel" / "articles", repository / "articles")
    shutil.copytree(REPOSITORY / "schema", repository / "schema")
    (repository / "table.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    page = (DOCS / "validate-in-ci.md").read_text(encoding="utf-8")
    block = page.split("```sh\n")[1].split("```")[0].replace("releases/2022.9.0", f"releases/{copy.name}")
    lines = [line.split("#")[0].split()[1:] for line in block.splitlines()]
    assert len(lines) == 9
    for arguments in lines:
        if arguments[1] == "datapackage.json":
            arguments = ["validate", f"releases/{copy.name}/datapackage.json"]
        done = command(*arguments)
        assert done.exit_code == 0, (arguments, done.output)


def test_findings_of_several_paths_are_told_together(repository: Path, copy: Path) -> None:
    shutil.copy(copy / EVENTS, repository / "one.csv")
    shutil.copy(copy / EVENTS, repository / "two.csv")
    text(repository / "two.csv", ",2022,", ",2021,")
    done = command("validate", "one.csv", "two.csv", "--format", "json")
    told = json.loads(done.output)
    assert (done.exit_code, told["what"], told["errors"]) == (1, "2 paths", 1)
    assert {f["file"] for f in told["findings"]} == {"two.csv"}
    assert command("validate", "one.csv", "nowhere").exit_code == 2
