"""Is a release still as it was published? Whoever builds on one, or hands it on, asks here first.

What was edited afterwards would otherwise enter the next release's account of changes, and stay there for ever.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from newsledger.errors import ReleaseExists
from newsledger.publish.index import DESCRIPTOR, INDEX, IndexInvalid, facts_of, read_index
from newsledger.publish.load import release_facts
from newsledger.validation.checksums import check_index, check_sums
from newsledger.validation.findings import Finding, Findings
from newsledger.validation.kinds import found
from newsledger.validation.refused import ReleaseDamaged
from newsledger.validation.remains import release_around


def check_intact(folder: Path) -> None:
    """Raise ReleaseDamaged, with findings, if a release is not as it was published; see `damage`."""
    findings = damage(folder)
    if not findings.ok:
        raise ReleaseDamaged(findings)


def check_outside(path: Path) -> None:
    """Raise ReleaseExists if a path, at which something is to be written, lies in a published release."""
    if (around := release_around(path)) is not None:
        raise ReleaseExists("lies in a published release", file=path, expected=f"a place outside of {around}")


def check_listed(root: Path) -> None:
    """Raise ReleaseDamaged if an index tells of a release what that release, where it is there, does not.

    Versions, dates and classes are taken from the index without looking at the releases again.
    """
    findings = Findings()
    for entry in read_index(root)["releases"]:
        if (root / entry["version"] / DESCRIPTOR).is_file():
            findings.extend(_told_otherwise(root / entry["version"], entry))
    if not findings.ok:
        raise ReleaseDamaged(findings)


def damage(folder: Path) -> Findings:
    """Return what differs between a release's folder and what was published, with the files as named from here.

    The `index.json` beside it says what was published, with the checksum of every file; where it does not list
    the release, as after a download, its SHA256SUMS does. Raises PackageInvalid if the descriptor is none of a
    release.
    """
    real = folder.resolve()  # a link such as `latest`, or `.`, has neither the name nor the index beside it
    entry = _entry(real)
    findings = Findings()
    if entry is None and (real / DESCRIPTOR).is_file():
        release_facts(folder)  # a package of somebody else is no damaged release
    if not real.is_dir():
        findings.add(found("E140", "is in the index and not there"))
    else:
        findings.extend(check_sums(real) if entry is None else check_index(real, real.parent / INDEX))
        if not (real / DESCRIPTOR).is_file() and not any(f.file == DESCRIPTOR for f in findings):
            findings.add(found("E140", "is missing", file=DESCRIPTOR))
    moved = findings if str(folder) == "." else findings.below(folder.as_posix())
    if moved.ok and entry is not None:
        moved.extend(_told_otherwise(real, entry))
    return moved


def _entry(folder: Path) -> Mapping[str, Any] | None:
    try:
        releases = read_index(folder.parent)["releases"]
    except IndexInvalid:  # publishing refuses it; beside a download it may be a file of something else
        return None
    return next((r for r in releases if r["version"] == folder.name), None)


def _told_otherwise(folder: Path, entry: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield what the index says of a release and its descriptor does not, so that no edited date is built on."""
    release_facts(folder)  # refuses a descriptor that is none of a release
    index = (folder.parent / INDEX).as_posix()
    for key, stated in facts_of(json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))).items():
        if entry.get(key) != stated:
            message = f"is not what {DESCRIPTOR} of {folder.name} states"
            yield found("E148", message, file=index, column=f"releases.{key}", rule=DESCRIPTOR)
