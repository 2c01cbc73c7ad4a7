"""Killed at any moment, publishing leaves whole releases only, and the next run brings it to its end.

A run is killed just before one of its steps on the disk (some of those that write aside, and each that puts things
into place), or at some moment on the clock; what is drawn is drawn with a seed. The runs are forked from a process
that has imported everything, so that one takes a few seconds.
"""

import json
import random
import shutil
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic, sleep

import pytest

from newsledger.errors import ReleaseExists
from newsledger.publish.index import read_index
from newsledger.publish.place import RootInUseError
from newsledger.publish.version import is_version
from newsledger.validation.checksums import check_index, check_sums
from tests.killed import run
from tests.pipeline.telling import GAZETTE, SHELLS, WIRE, write_articles, write_dataset

ON_DISK, ON_CLOCK = 4, 3  # how many moments are drawn of each, beside all from the first rename on
PRELOADED = ["tests.killed"]


@dataclass(frozen=True)
class Undisturbed:
    """A dataset whose second release is due, and what a run that nobody disturbs makes of it."""

    dataset: Path
    steps: list[str]
    seconds: float
    files: dict[str, str]


@pytest.fixture(scope="module")
def server() -> ForkServerContext:
    context = get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    return context


@pytest.fixture(scope="module")
def undisturbed(server: ForkServerContext, tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    folder = tmp_path_factory.mktemp("kill")
    dataset = write_dataset(folder / "due", GAZETTE, SHELLS)
    finished(start(server, dataset))
    write_articles(dataset / "articles.jsonl", GAZETTE, WIRE, SHELLS)
    whole = shutil.copytree(dataset, folder / "whole")
    began = monotonic()
    state, steps = finished(start(server, whole))
    assert state == "published"
    return Undisturbed(dataset, steps, monotonic() - began, files(whole / "releases"))


def start(
    server: ForkServerContext, dataset: Path, deadly: int | None = None, name: str = "answer"
) -> BaseProcess:
    process = server.Process(target=run, args=(dataset, dataset / name, deadly), name=str(dataset / name))
    process.start()
    return process


def finished(process: BaseProcess) -> tuple[str, list[str]]:
    process.join(120)
    assert process.exitcode == 0
    told = json.loads(Path(process.name).read_text(encoding="utf-8"))
    return told["state"], told["steps"]


def files(root: Path) -> dict[str, str]:
    found = sorted(p for p in root.rglob("*") if p.is_file())
    return {p.relative_to(root).as_posix(): sha256(p.read_bytes()).hexdigest() for p in found}


def assert_whole(root: Path, before: dict[str, str]) -> None:
    """What has the name of a version is a whole release, and the index lists nothing that is not there."""
    for folder in (p for p in root.iterdir() if is_version(p.name)):
        assert list(check_sums(folder)) == []
    for entry in read_index(root)["releases"]:
        assert list(check_index(root / entry["version"], root / "index.json")) == []
    now = files(root)
    beside = ("index.json", "index.html")
    assert {n: h for n, h in before.items() if n not in beside}.items() <= now.items()


def moments(steps: list[str]) -> Iterator[int]:
    """Yield the steps before which a run is killed, counted from 1."""
    first = steps.index("os.rename") + 1
    yield from sorted(random.Random(20220913).sample(range(1, first), ON_DISK))
    yield from range(first, len(steps) + 1)


def survived(server: ForkServerContext, dataset: Path, undisturbed: Undisturbed) -> None:
    before = files(undisturbed.dataset / "releases")
    assert_whole(dataset / "releases", before)
    assert finished(start(server, dataset))[0] in ("published", "unchanged")
    assert files(dataset / "releases") == undisturbed.files


def test_a_run_that_is_killed_before_a_step_on_the_disk_leaves_whole_releases(
    server: ForkServerContext, undisturbed: Undisturbed, tmp_path: Path
) -> None:
    chosen = list(moments(undisturbed.steps))
    assert len(chosen) > ON_DISK
    for deadly in chosen:
        dataset = shutil.copytree(undisturbed.dataset, tmp_path / str(deadly))
        process = start(server, dataset, deadly)
        process.join(120)
        assert process.exitcode == -signal.SIGKILL
        survived(server, dataset, undisturbed)


def test_a_run_that_is_killed_at_any_time_leaves_whole_releases(
    server: ForkServerContext, undisturbed: Undisturbed, tmp_path: Path
) -> None:
    drawn = random.Random(19910925)
    for n in range(ON_CLOCK):
        dataset = shutil.copytree(undisturbed.dataset, tmp_path / str(n))
        process = start(server, dataset)
        sleep(drawn.uniform(0.1, 1) * undisturbed.seconds)
        process.kill()
        process.join(120)
        survived(server, dataset, undisturbed)


def test_two_runs_at_once_make_one_release(
    server: ForkServerContext, undisturbed: Undisturbed, tmp_path: Path
) -> None:
    dataset = shutil.copytree(undisturbed.dataset, tmp_path / "two")
    runs = [start(server, dataset, name=name) for name in ("one", "other")]
    states = {finished(p)[0] for p in runs}
    assert states & {"published", "unchanged"}
    assert states <= {"published", "unchanged", RootInUseError.code, ReleaseExists.code}
    survived(server, dataset, undisturbed)
