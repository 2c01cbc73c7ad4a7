"""Which release is meant? A release folder, a releases root or a dataset folder, by its path."""

from pathlib import Path

from newsledger.errors import PathMissing
from newsledger.publish.index import DESCRIPTOR, latest
from newsledger.publish.recipe import RECIPE


def release_folder(path: Path) -> Path:
    """Return the folder of the release at `path`: itself, or the latest one of a releases root or a dataset.

    PathMissing if there is none.
    """
    if (path / DESCRIPTOR).is_file():
        return path
    root = path / "releases" if (path / RECIPE).is_file() else path
    found = latest(root) if root.is_dir() else None
    if found is None:
        expected = f"a folder with {DESCRIPTOR}, a releases root, or a dataset with releases"
        raise PathMissing("is no release", file=path, expected=expected)
    return found
