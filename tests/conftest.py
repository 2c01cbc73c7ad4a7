"""What every test may use: where the development data lie, if they are there at all, and a published release."""

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from newsledger.publish.release import Published

REPOSITORY = Path(__file__).resolve().parent.parent


def dev_data_folder() -> Path:
    """Return where the development data lie or would lie; the one place that knows."""
    return Path(os.environ.get("NEWSLEDGER_DEV_DATA") or REPOSITORY.parent / "shared" / "dev-data")


@pytest.fixture(scope="session")
def dev_data() -> Path:
    """Return the folder of third-party development data; tests that need it are skipped where it is
    absent.
    """
    folder = dev_data_folder()
    if not folder.is_dir():
        pytest.skip("the development data are not here")
    return folder


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> "Published":
    """Return the first release of the sample."""
    from newsledger.publish.release import publish_release
    from tests.publish.datasets import recipe
    from tests.publish.sample import sample_frames

    folder = tmp_path_factory.mktemp("published")
    return publish_release(sample_frames(), recipe(folder / "dataset"), root=folder / "releases")


@pytest.fixture(scope="session")
def release(published: "Published") -> Path:
    """Return the folder of the first release of the sample; whoever changes it takes a `copy`."""
    return published.folder


@pytest.fixture
def copy(release: Path, tmp_path: Path) -> Path:
    """Return a copy of the release that may be damaged, in a root with its index and archive."""
    folder = tmp_path / "releases" / release.name
    shutil.copytree(release, folder)
    for name in ("index.json", f"{release.name}.zip"):
        shutil.copy(release.parent / name, folder.parent)
    return folder


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for the cache of one test."""
    place = tmp_path / "cache"
    monkeypatch.setenv("NEWSLEDGER_CACHE", str(place))
    return place
