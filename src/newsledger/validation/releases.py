"""Are all releases of a root right, and does its index list just them?"""

import json
from dataclasses import replace
from pathlib import Path

from newsledger.contract.companions import archive_name
from newsledger.validation.checksums import check_archive
from newsledger.validation.findings import Findings, plain
from newsledger.validation.kinds import found
from newsledger.validation.package import DESCRIPTOR, INDEX, Progress, check_package
from newsledger.validation.remains import is_torn


def release_folders(root: Path) -> list[Path]:
    """Return the folders of a root that hold a release, or what is left of one, by name."""
    return sorted(p for p in root.iterdir() if _is_release(p) and not p.name.startswith("."))


def _is_release(folder: Path) -> bool:
    return (folder / DESCRIPTOR).is_file() or is_torn(folder)


def check_releases(root: Path, schema: str | None = None, progress: Progress | None = None) -> Findings:
    """Return what is wrong with every release of a releases root, and where its index does not list them.

    Each release is held against its own version of the contract, unless `schema` names one.
    """
    findings = Findings()
    folders = release_folders(root)
    for folder in folders:
        inner = check_package(folder, schema=schema, progress=progress)
        checked = [f"{folder.name}/{c}" for c in inner.checked]
        findings.extend(replace(inner.below(folder.name), checked=checked))
    listed = _listed(root / INDEX)
    if listed is None:
        findings.add(found("E148", "is no index of releases", file=INDEX))
        return findings
    for name in sorted(listed - {f.name for f in folders}):
        findings.add(found("E148", f"the release {plain(name)} is in the index and not there", file=INDEX))
    for name in sorted({f.name for f in folders} - listed):
        findings.add(found("E148", f"the release {plain(name)} is not in the index", file=INDEX))
    for folder in folders:
        packed = archive_name(folder.name)
        findings.extend(check_archive(root / packed, root / INDEX, packed))
    return findings


def _listed(index: Path) -> set[str] | None:
    try:
        return {str(r["version"]) for r in json.loads(index.read_text(encoding="utf-8"))["releases"]}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
