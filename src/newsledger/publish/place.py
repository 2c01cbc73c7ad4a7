"""How do two runs, or a killed one, leave a releases root whole? A lock, a folder aside, and mending."""

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsledger.contract.companions import archive_name
from newsledger.errors import InTheWay, UsageError
from newsledger.publish.extras.archive import is_archive_of, write_archive
from newsledger.publish.index import DESCRIPTOR, entry, read_index, taken, with_entry, write_index
from newsledger.publish.page.releases import write_releases_page
from newsledger.publish.root import check_unlisted
from newsledger.publish.version import is_version
from newsledger.writing import writing

ASIDE = ".tmp-"
"""How folders and files begin that are not finished; whoever holds the lock may delete them."""
UNFINISHED = re.compile(rf"{re.escape(ASIDE)}(index\.json|index\.html|[0-9]+\.[0-9]+\.[0-9]+(\.zip|-.+))")
"""Their whole names, since other programs, too, call what they have not finished `.tmp-…`."""


class RootInUseError(UsageError):
    """Another run publishes into the same releases root."""

    code, title = "E231", "Another run is publishing"
    cause = "A second run works in the same releases root, and two at once would spoil the index."
    mend = "Wait for it to end, then run again."


@contextmanager
def held_root(root: Path) -> Iterator[None]:
    """Hold a releases root, creating it, for one run; RootInUseError if another run holds it.

    The lock is on the folder itself and ends with the process, so a killed run leaves none. A root that was
    created and stays empty is removed again. Raises SystemRefused with `root` where it cannot be made or written to.
    """
    with writing(root):
        created = [p for p in (root, *root.parents) if not p.exists()]
        try:
            root.mkdir(parents=True, exist_ok=True)
            with _locked(root):
                yield
        finally:
            for folder in created:
                if os.path.isdir(folder) and not any(folder.iterdir()):  # is_dir would refuse a name too long
                    folder.rmdir()


@contextmanager
def _locked(root: Path) -> Iterator[None]:
    if sys.platform == "win32":
        import msvcrt

        path = root / f"{ASIDE}lock"
        handle = os.open(path, os.O_RDWR | os.O_CREAT)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            os.close(handle)
            raise RootInUseError("another run is publishing here", file=root) from None
        try:
            yield
        finally:
            os.close(handle)
            path.unlink(missing_ok=True)
    else:
        import fcntl

        handle = os.open(root, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(handle)
            raise RootInUseError("another run is publishing here", file=root) from None
        try:
            yield
        finally:
            os.close(handle)


def mend(root: Path, name: str) -> None:
    """Put right what a killed run left: delete what is unfinished, and index a whole release that the index
    lacks.

    A folder gets its version's name by one rename, after all checks, so that it is whole; one that somebody
    put there is refused unless it is a whole release of the dataset `name` (see `check_unlisted`), and so is
    an archive that is not of the release, by InTheWay.
    """
    for path in sorted(p for p in root.iterdir() if UNFINISHED.fullmatch(p.name)):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    known = set(taken(root))
    for folder in sorted(root.iterdir()):
        if is_version(folder.name) and folder.name not in known and (folder / DESCRIPTOR).is_file():
            check_unlisted(folder, name)
            packed = _archived(root, folder, f"{name}-{folder.name}")
            index = with_entry(read_index(root), name, entry(folder, packed))
            write_releases_page(root, index["releases"])
            write_index(root, index)


def _archived(root: Path, folder: Path, name: str) -> Path:
    """Return the archive of a release, written if it is not there; one that is there stays as it is."""
    packed = root / archive_name(folder.name)
    if packed.exists() or packed.is_symlink():
        if not is_archive_of(packed, folder, name):
            raise InTheWay(f"is not the archive of the release {folder.name}", file=packed)
        return packed
    aside = root / f"{ASIDE}{packed.name}"
    write_archive(folder, aside, name)
    aside.replace(packed)
    return packed


@contextmanager
def new_aside(root: Path, version: str) -> Iterator[Path]:
    """Give a folder in `root` to build a release in; what is still there at the end is deleted."""
    holder = Path(tempfile.mkdtemp(prefix=f"{ASIDE}{version}-", dir=root))
    folder = holder / version
    folder.mkdir()
    try:
        with writing(
            root
        ):  # here too: what is written is still there, so that a full disk is seen to be full
            yield folder
    finally:
        shutil.rmtree(holder, ignore_errors=True)
