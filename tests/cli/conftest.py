"""How the tests run a command: in this process, with a coder that reads plain fields."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from newsledger.cli.app import app
from tests.pipeline.telling import GAZETTE, SHELLS, WIRE, TellingCoder, write_articles, write_dataset

Command = Callable[..., Result]


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run a command of the command line and return its result; no rule is needed, since the articles tell."""
    monkeypatch.setattr("newsledger.pipeline.code.load_coder", lambda *_: TellingCoder())
    monkeypatch.setattr("newsledger.pipeline.jobs.load_coder", lambda *_: TellingCoder())
    runner = CliRunner()

    def run(*arguments: object) -> Result:
        return runner.invoke(app, [str(a) for a in arguments], prog_name="newsledger")

    return run


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "articles.jsonl", GAZETTE, WIRE, SHELLS)


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    return write_dataset(tmp_path / "dataset", GAZETTE, WIRE)
