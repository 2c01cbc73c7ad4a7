"""Readers that are no Python packages: R, GDAL, LibreOffice, SQLite's shell, PostgreSQL.

`make test-readers` runs these tests. NEWSLEDGER_READERS=required makes a missing reader a failure; otherwise its tests
are skipped.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import polars as pl
import pytest

from newsledger.contract.load import load_contract
from newsledger.publish.release import publish_release
from tests.publish.cells import checksum
from tests.publish.datasets import recipe
from tests.publish.sample import sample_frames

KINDS = [c.type for c in load_contract().tables["events"].columns]
Tool = Callable[[str], str]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder needs a reader."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.readers)


def absent(name: str) -> None:
    """Skip the test that needs a reader, or fail where every reader has to be there."""
    if os.environ.get("NEWSLEDGER_READERS") == "required":
        pytest.fail(f"{name} is not installed")
    pytest.skip(f"{name} is not installed", allow_module_level=True)


@pytest.fixture(scope="session")
def tool() -> Tool:
    """Return the path of a program; see `absent`."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None:
            absent(name)
        return str(path)

    return find


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a release of the sample; it must not be changed."""
    folder = tmp_path_factory.mktemp("read")
    return publish_release(sample_frames(), recipe(folder / "dataset"), root=folder / "releases").folder


@pytest.fixture(scope="session")
def expected(release: Path) -> str:
    """Return the checksum of the cells that were published."""
    return checksum(pl.read_parquet(release / "parquet/events.parquet").iter_rows(), KINDS)


@pytest.fixture(scope="session")
def run() -> Callable[..., str]:
    """Return what runs a program and gives its output; its messages are shown where it fails."""

    def call(*words: object, **options: object) -> str:
        done = subprocess.run([str(w) for w in words], capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload]
        assert done.returncode == 0, done.stderr + done.stdout
        return str(done.stdout)

    return call


@pytest.fixture(scope="session")
def postgres(tool: Tool, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a PostgreSQL server of this run alone and return its address; it listens on no network port."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not programs:
        absent("postgresql")
    folder = Path(tempfile_folder())
    initdb, control = programs[-1] / "initdb", programs[-1] / "pg_ctl"
    user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    if user:
        shutil.chown(folder, "postgres")

    def server(*words: object) -> None:
        subprocess.run([*user, *map(str, words)], check=True, capture_output=True, cwd=folder)

    data = folder / "data"
    server(initdb, "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8")
    options = f"-k {folder} -c listen_addresses='' -c fsync=off"
    server(control, "-D", data, "-o", options, "-l", folder / "log", "-w", "start")
    try:
        yield f"postgresql://postgres@/postgres?host={folder}"
    finally:
        server(control, "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def tempfile_folder() -> str:
    """Return a new folder with a short path, since a socket's path has at most 107 characters."""
    import tempfile

    return tempfile.mkdtemp(prefix="nl-pg-", dir="/tmp")
