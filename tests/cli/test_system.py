"""Is what the system refuses told with path and reason, with exit code 2, and nothing left behind?"""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command

resource = pytest.importorskip("resource", reason="limits are those of Unix")
LONG = "x" * 300


def program(*arguments: object, **more: Any) -> "subprocess.CompletedProcess[str]":
    """Run the program in a process of its own."""
    line = [sys.executable, "-m", "newsledger", *map(str, arguments)]
    return subprocess.run(line, stderr=subprocess.PIPE, text=True, check=False, **more)


def at_most(size: int) -> Callable[[], None]:
    """Return what forbids a process files above a size, as a full disk would."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("name", ["a-file", "dangling", "a-file/below", LONG])
def test_a_folder_that_cannot_be_made(command: Command, dataset: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "a-file").write_text("stays")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere" / "at-all")
    for arguments in (("publish", dataset, "--out", tmp_path / name), ("init", tmp_path / name / "new")):
        done = command(*arguments)
        assert done.exit_code == 2, done.stderr
        first = done.stderr.splitlines()[0]
        assert first.startswith("error E202: ")
        assert name[:100] in first
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a-file", "dangling", "dataset"]
    assert (tmp_path / "a-file").read_text() == "stays"


def test_folders_made_on_the_way_to_one_that_cannot_be_are_removed(
    command: Command, dataset: Path, tmp_path: Path
) -> None:
    assert command("publish", dataset, "--out", tmp_path / "new" / LONG).exit_code == 2
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("to", ["ucdp", "geojson", "xlsx", "sqlite", "duckdb"])
def test_an_export_that_finds_no_room(release: Path, tmp_path: Path, to: str) -> None:
    out = tmp_path / f"out.{to}"
    done = program("export", release, "--to", to, "--out", out, preexec_fn=at_most(100))
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith(f"error E202: {out}: the file would become larger than is allowed\nmend: ")
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["coded.csv", "coded.parquet", "coded"])
def test_coded_reports_that_find_no_room(articles: Path, tmp_path: Path, name: str) -> None:
    limit = {"NEWSLEDGER_CACHE": ""}
    out = tmp_path / name
    done = program("code", articles, "--out", out, preexec_fn=at_most(10), env=os.environ | limit)
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith(f"error E202: {out}: ")
    assert [p.name for p in tmp_path.iterdir()] == ["articles.jsonl"]


def test_a_release_that_finds_no_room(dataset: Path, tmp_path: Path) -> None:
    text = "Gunmen ambushed an army patrol near Gao in northern Mali on Tuesday, killing four soldiers."
    (dataset / "articles.jsonl").write_text(
        f'{{"id": "a", "published": "2024-05-16", "source": "Wire", "text": "{text}"}}\n'
    )
    done = program("publish", dataset, preexec_fn=at_most(2_000), env=os.environ | {"NEWSLEDGER_CACHE": ""})
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith(f"error E202: {dataset / 'releases'}: ")
    assert sorted(p.name for p in dataset.iterdir()) == ["articles.jsonl", "dataset.yaml"]


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """A device on which there is never room, as /dev/full."""
    path = tmp_path / "full"
    try:
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 7))
        path.open("wb", buffering=0).close()
    except (OSError, AttributeError):
        path = Path("/dev/full")
        if not path.exists():
            pytest.skip("there is no such device")
    return path


@pytest.mark.parametrize(
    "arguments", [["--help"], ["doctor"], ["schema", "list"], ["explain", "Rebels shelled Goma on Monday."]]
)
def test_an_output_that_takes_nothing(full: Path, arguments: list[str]) -> None:
    with full.open("wb") as nowhere:
        done = program(*arguments, stdout=nowhere)
    assert done.returncode == 2
    assert done.stderr.startswith(
        "error E202: the standard output: there is no room left on the disk\nmend: "
    )
    assert "Traceback" not in done.stderr


def test_rows_to_an_output_that_takes_nothing(full: Path, articles: Path) -> None:
    with full.open("wb") as nowhere:
        done = program("code", articles, stdout=nowhere)
    assert done.returncode == 2
    assert done.stderr.startswith("error E202: the standard output: there is no room left on the disk\n")


@pytest.mark.parametrize("arguments", [["doctor"], ["--version"], ["code", "none.jsonl"]])
def test_a_closed_output_is_told_before_anything_is_done(arguments: list[str]) -> None:
    done = program(*arguments, preexec_fn=lambda: os.close(1))
    assert done.returncode == 2
    assert done.stderr.startswith(
        "error E202: the standard output: is closed; expected a terminal, a pipe or a file"
    )


def test_a_closed_stderr_ends_nothing(articles: Path) -> None:
    closed: Any = lambda: os.close(2)  # noqa: E731
    done = program("code", articles, stdout=subprocess.PIPE, preexec_fn=closed)
    assert done.returncode == 0
    assert done.stdout.startswith("report_id,")


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    here = Path.cwd()
    os.chdir(tmp_path / "gone")
    try:
        (tmp_path / "gone").rmdir()
        done = program("init", "x", env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))})
    finally:
        os.chdir(here)
    assert done.returncode == 2
    assert done.stderr.startswith("error E202: the current folder: ")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_words_come_through_in_any_encoding_and_data_in_utf_8(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.csv").write_text("event_id_cnty,x\nMLI1,a\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("event_id_cnty,x\nMLI1,Гао–Мали\n", encoding="utf-8")
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    for form, said in (("text", "MLI1 x: a "), ("csv", "MLI1,changed,x,a,Гао–Мали"), ("json", "Гао–Мали")):
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "newsledger",
                "diff",
                tmp_path / "a.csv",
                tmp_path / "b.csv",
                "--format",
                form,
            ],
            capture_output=True,
            env=environment,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        assert said.encode() in done.stdout


def test_an_explanation_comes_through_in_any_encoding() -> None:
    done = program(
        "explain",
        "Rebels shelled Goma on Monday.",
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 0, done.stderr
    assert "\\u201cshelled\\u201d" in done.stdout
