"""A published release that the tests of publishing share; whoever changes it takes a copy."""

from pathlib import Path

import pytest

from newsledger.publish.release import Published, publish_release
from tests.publish.datasets import recipe
from tests.publish.sample import sample_frames


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Return the first release of the sample."""
    folder = tmp_path_factory.mktemp("published")
    return publish_release(sample_frames(), recipe(folder / "dataset"), root=folder / "releases")


@pytest.fixture(scope="session")
def release(published: Published) -> Path:
    """Return the folder of the first release of the sample; it must not be changed."""
    return published.folder
