"""Which releases are there? `releases/index.json`: every version with its date, class, files and content
hash.

An entry is worked out from the release folder and its archive alone, so that the index can be mended after a
run that was killed between the release and its entry.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newsledger.errors import PackageInvalid
from newsledger.publish.version import is_version, parts
from newsledger.validation.sameness import file_hash

INDEX = "index.json"
DESCRIPTOR = "datapackage.json"


def read_index(root: Path) -> dict[str, Any]:
    """Return the index of a releases root, an empty one if there is none; PackageInvalid if it is
    malformed.
    """
    path = root / INDEX
    if not path.is_file():
        return {"latest": None, "releases": []}
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as problem:
        raise PackageInvalid(f"is no JSON: {problem}", file=path) from None
    releases = loaded.get("releases") if isinstance(loaded, dict) else None
    if not isinstance(releases, list) or not all(
        isinstance(r, dict) and is_version(r.get("version", "")) for r in releases
    ):
        raise PackageInvalid(
            "is no index of releases", file=path, expected="latest, and releases with their versions"
        )
    return dict(loaded)


def taken(root: Path) -> list[str]:
    """Return the versions in the index of a releases root, oldest first."""
    return sorted((r["version"] for r in read_index(root)["releases"]), key=parts)


def latest(root: Path) -> Path | None:
    """Return the folder of the latest release of a releases root; None if it has none."""
    known = taken(root)
    return root / known[-1] if known else None


def entry(folder: Path, archive: Path) -> dict[str, Any]:
    """Return the index entry of a release folder: version, date, class, schema, counts, content hash, files,
    and the archive that holds all of them.
    """
    descriptor = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    ours: Mapping[str, Any] = descriptor["newsledger"]
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    packed = {"path": archive.name, "bytes": archive.stat().st_size, "sha256": file_hash(archive)}
    return {
        "version": descriptor["version"],
        "date": descriptor["created"][:10],
        "class": ours["class"],
        "previous": ours["previous"],
        "schema": ours["schema"],
        "content_hash": ours["content_hash"],
        "counts": ours["counts"],
        "archive": packed,
        "files": [
            {"path": p.relative_to(folder).as_posix(), "bytes": p.stat().st_size, "sha256": file_hash(p)}
            for p in files
        ],
    }


def with_entry(index: Mapping[str, Any], name: str, new: Mapping[str, Any]) -> dict[str, Any]:
    """Return an index with one more release, oldest first."""
    releases = [r for r in index["releases"] if r["version"] != new["version"]] + [new]
    releases.sort(key=lambda r: parts(r["version"]))
    return {"name": name, "latest": releases[-1]["version"], "releases": releases}


def write_index(root: Path, index: Mapping[str, Any]) -> None:
    """Replace the index of a releases root in one step, so that readers see the old or the new one, never
    half.
    """
    aside = root / f".tmp-{INDEX}"
    with aside.open("w", encoding="utf-8", newline="\n") as file:
        file.write(as_json(index))
        file.flush()
        os.fsync(file.fileno())
    aside.replace(root / INDEX)


def as_json(data: Mapping[str, Any]) -> str:
    """Return JSON as we publish it: two spaces, keys in the order given, accents as they are, a line feed at
    the end.
    """
    return json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
