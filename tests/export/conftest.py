"""A published release that the tests of exporting share."""

from pathlib import Path

import pytest

from newsledger.publish.release import publish_release
from tests.publish.datasets import recipe
from tests.publish.sample import sample_frames


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a release of the sample; it must not be changed."""
    folder = tmp_path_factory.mktemp("exported")
    return publish_release(sample_frames(), recipe(folder / "dataset"), root=folder / "releases").folder
