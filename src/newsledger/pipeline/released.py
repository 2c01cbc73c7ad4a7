"""Which release is meant? A release folder, a releases root or a dataset folder, by its path."""

from pathlib import Path

from newsledger.errors import PathMissing
from newsledger.publish.index import DESCRIPTOR, latest
from newsledger.publish.intact import check_intact, damage
from newsledger.publish.recipe import RECIPE
from newsledger.validation.findings import Finding
from newsledger.validation.remains import is_torn


def release_folder(path: Path) -> Path:
    """Return the folder of the release at `path`: itself, or the latest one of a releases root or a dataset.

    Raises PathMissing if there is none, ReleaseDamaged if it has lost its descriptor.
    """
    if (path / DESCRIPTOR).is_file() or is_torn(path):
        return _with_descriptor(path)
    root = path / "releases" if (path / RECIPE).is_file() else path
    found = latest(root) if root.is_dir() else None
    if found is None:
        expected = f"a folder with {DESCRIPTOR}, a releases root, or a dataset with releases"
        raise PathMissing("is no release", file=path, expected=expected)
    return _with_descriptor(found)


def _with_descriptor(folder: Path) -> Path:
    if not (folder / DESCRIPTOR).is_file():
        check_intact(folder)
    return folder


def intact_release(path: Path) -> Path:
    """Return the folder of the release at `path`, for whoever hands on what it says.

    Raises as `release_folder`, and ReleaseDamaged if it is not what was published.
    """
    folder = release_folder(path)
    check_intact(folder)
    return folder


def damages(path: Path) -> list[Finding]:
    """Return what is not as it was published in the release at `path`; nothing if there is no release.

    For whoever looks at a release, damaged or not: to see what was edited is a reason to look.
    """
    try:
        return damage(release_folder(path)).errors if path.is_dir() else []
    except PathMissing:
        return []
