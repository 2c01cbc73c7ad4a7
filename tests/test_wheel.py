"""Does a wheel hold the package, its content and nothing else, and does it work away from the checkout?"""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    out = tmp_path_factory.mktemp("wheel")
    line = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(REPOSITORY)]
    subprocess.run(line, check=True, capture_output=True, text=True)
    (found,) = out.glob("newsledger-*.whl")
    return found


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run newsledger from the wheel, installed into a folder of its own, in an empty folder, with no
    checkout near.
    """
    site = tmp_path_factory.mktemp("site")
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        str(site),
    ]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True)
    empty = tmp_path_factory.mktemp("away")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")} | {
        "PYTHONPATH": str(site)
    }

    def run(*arguments: str, code: str = "") -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-c", code] if code else [sys.executable, "-m", "newsledger", *arguments]
        return subprocess.run(line, cwd=empty, env=environment, capture_output=True, text=True, check=False)

    return run


def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_the_top_level_of_the_wheel_is_the_package_alone(wheel: Path) -> None:
    version = wheel.name.split("-")[1]
    assert {n.split("/")[0] for n in names(wheel)} == {"newsledger", f"newsledger-{version}.dist-info"}


def test_the_content_is_shipped_and_tests_and_datasets_are_not(wheel: Path) -> None:
    found = set(names(wheel))
    for folder, files in (("schema", "**/*.*"), ("coder", "**/*.*"), ("validation/checks", "*.yaml")):
        ours = {
            p.relative_to(REPOSITORY).as_posix() for p in (REPOSITORY / folder).glob(files) if p.is_file()
        }
        assert ours
        assert {f"newsledger/_content/{name}" for name in ours} <= found
    assert "newsledger/py.typed" in found
    assert "newsledger/pipeline/starter_files/dataset.yaml" in found
    strays = {"tests", "datasets", "benchmarks", "gold", "__pycache__"}
    assert not [n for n in found if strays & set(n.split("/"))]


def test_the_licences_travel_along(wheel: Path) -> None:
    licences = {Path(n).name for n in names(wheel) if "/licenses/" in n}
    assert {"LICENSE", "NOTICE"} <= licences


def test_it_runs_from_the_wheel_and_not_from_the_checkout(installed: Run) -> None:
    code = "import json, newsledger.content as c; print(json.dumps([c.__file__, str(c.root())]))"
    module, root = json.loads(installed(code=code).stdout)
    assert not module.startswith(str(REPOSITORY))
    assert Path(root) == Path(module).parent / "_content"


def test_it_codes_an_article_and_publishes_a_dataset_away_from_the_checkout(installed: Run) -> None:
    assert installed("doctor").returncode == 0
    begun = installed("init", "sahel")
    assert begun.returncode == 0, begun.stderr
    coded = installed("code", "sahel/articles")
    assert coded.returncode == 0, coded.stderr
    assert "Military Forces of Mali" in coded.stdout
    published = installed("publish", "sahel")
    assert published.returncode == 0, published.stderr
    assert published.stdout.startswith("Published 2024.5.0")
    checked = installed("validate", "sahel")
    assert checked.returncode == 0, checked.stdout
