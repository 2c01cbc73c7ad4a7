"""`newsledger export`: what it writes, says, and refuses."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.fixture
def release(command: Command, dataset: Path, tmp_path: Path) -> Path:
    assert command("publish", dataset, "--out", tmp_path / "r").exit_code == 0
    return tmp_path / "r"


def test_a_layout_is_written_and_told(command: Command, release: Path, tmp_path: Path) -> None:
    done = command("export", release, "--to", "hxl", "--out", tmp_path / "e.csv")
    assert done.exit_code == 0
    assert f"→ {tmp_path / 'e.csv'}" in done.stdout
    assert f"licence and attribution: {tmp_path / 'e.csv.license'}" in done.stderr
    assert (tmp_path / "e.csv").read_text("utf-8").splitlines()[1].startswith("#event+id")


def test_stdout_holds_the_layout_alone(command: Command, release: Path) -> None:
    done = command("export", release, "--to", "geojson", "--out", "-")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["type"] == "FeatureCollection"


def test_events_that_are_left_out_are_counted(command: Command, release: Path, tmp_path: Path) -> None:
    done = command("export", release, "--to", "ucdp", "--out", tmp_path / "e.csv")
    rows = len((tmp_path / "e.csv").read_text("utf-8").splitlines()) - 1
    assert done.stdout.startswith(f"{rows} row")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--to", "spss"), "unknown layout"),
        (("--to", "sqlite", "--out", "-"), "cannot be written to a stream"),
        (("--to", "postgres://nobody:secret@127.0.0.1:1/x"), "E241"),
    ],
)
def test_wrong_use_is_refused(command: Command, release: Path, arguments: tuple[str, ...], said: str) -> None:
    pytest.importorskip("adbc_driver_postgresql") if "postgres" in arguments[1] else None
    done = command("export", release, *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert "secret" not in done.stderr
