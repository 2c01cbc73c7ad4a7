"""May a dataset be published into this folder? Whose releases it holds, and what of others stands in the way."""

import os
from pathlib import Path

from newsledger.contract.companions import archive_name
from newsledger.errors import InTheWay, PackageInvalid, UsageError
from newsledger.publish.index import DESCRIPTOR, latest, read_index
from newsledger.publish.intact import check_intact, check_listed, check_outside
from newsledger.publish.load import release_facts, release_name
from newsledger.publish.page.releases import INDEX_PAGE, is_releases_page
from newsledger.publish.recipe import Recipe


class OtherDataset(UsageError):
    """A folder of releases belongs to another dataset."""

    code, title = "E233", "The folder holds the releases of another dataset"
    cause = "One folder of releases is for one dataset: the next release would take over ids and account of the last."
    mend = "Publish into a folder of its own, by --out; or correct the name in the recipe."


def check_root(root: Path, recipe: Recipe) -> None:
    """Refuse a folder of releases that the dataset must not be published into; one that is not there is fine.

    Raises ReleaseExists inside of a published release, UsageError among the dataset's articles, OtherDataset,
    InTheWay if its index.html is not ours, and IndexInvalid.
    """
    check_outside(root)
    for articles in recipe.articles:
        if Path(os.path.realpath(root)).is_relative_to(articles):
            raise UsageError(
                "lies among the dataset's articles, so that the next run would read releases as articles",
                file=root,
                expected="a folder that holds none",
            )
    check_name(root, recipe)
    page = root / INDEX_PAGE
    if (page.exists() or page.is_symlink()) and not is_releases_page(page):
        raise InTheWay("is not the page of the releases, which would be written there", file=page)


def check_name(root: Path, recipe: Recipe) -> None:
    """Raise OtherDataset if the index of a releases root, or its latest release, is of another dataset."""
    names = [read_index(root).get("name", recipe.name)]
    folder = latest(root)
    if folder is not None and (folder / DESCRIPTOR).is_file():
        names.append(release_name(folder))
    for name in names:
        if name != recipe.name:
            expected = f"'{recipe.name}', the name in {recipe.file}"
            raise _other("holds the releases of another dataset", root, name, expected)


def check_free(root: Path, version: str) -> None:
    """Raise InTheWay if something has the name of a release that is not published yet, or of its archive."""
    for name in (version, archive_name(version)):
        path = root / name
        if path.exists() or path.is_symlink():
            raise InTheWay(f"stands where the release {version} would be written", file=path)


def previous_release(root: Path, recipe: Recipe) -> Path | None:
    """Return the folder of the release before: the latest of `root`, else of the dataset's own releases, else None.

    The next release is built on it, so that it must be of the same dataset and still be what was published.
    Raises OtherDataset, ReleaseDamaged, IndexInvalid.
    """
    found = latest(root) or latest(recipe.releases)
    if found is not None:
        check_name(found.parent, recipe)
        check_listed(found.parent)
        check_intact(found)
    return found


def check_unlisted(folder: Path, recipe_name: str) -> None:
    """Refuse a folder with the name of a version that the index lacks, unless it is a whole release of the dataset.

    Raises ReleaseDamaged, OtherDataset, or PackageInvalid if it is no release, or one of another version.
    """
    stated = release_facts(folder).version
    if stated != folder.name:
        raise PackageInvalid(
            "lies among the releases and is not the release that its name says",
            file=folder,
            field="version",
            value=stated,
            expected=folder.name,
        )
    check_intact(folder)
    name = release_name(folder)
    if name != recipe_name:
        raise _other("is a release of another dataset", folder, name, f"'{recipe_name}'")


def _other(message: str, place: Path, name: object, expected: str) -> OtherDataset:
    return OtherDataset(message, file=place, field="name", value=name, expected=expected)
