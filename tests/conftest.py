"""What every test may use: where the development data lie, if they are there at all."""

import os
from pathlib import Path

import pytest

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
