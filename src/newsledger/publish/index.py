"""Which releases are there? `releases/index.json`: every version with its date, class, files and content
hash.

An entry is worked out from the release folder and its archive alone, so that the index can be mended after a
run that was killed between the release and its entry.
"""

import json
import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from newsledger.errors import PackageInvalid
from newsledger.publish.version import is_version, parts
from newsledger.validation.sameness import file_hash

INDEX = "index.json"
DESCRIPTOR = "datapackage.json"
ENTRY: Mapping[str, type] = {
    "version": str,
    "date": str,
    "class": str,
    "schema": str,
    "content_hash": str,
    "counts": dict,
    "files": list,
}
"""What every entry of an index has, and of which kind it is."""
FILE: Mapping[str, type] = {"path": str, "bytes": int, "sha256": str}


class IndexInvalid(PackageInvalid):
    """A releases/index.json that is none."""

    code, title = "E132", "The index of the releases is damaged"
    cause = "index.json in the folder of all releases was cut off or edited, or is a file of something else."
    mend = (
        "Put back the one that was published, or move it away: publishing writes it anew from the releases."
    )


def read_index(root: Path) -> dict[str, Any]:
    """Return the index of a releases root, an empty one if there is none; IndexInvalid if it is malformed."""
    path = root / INDEX
    if not path.exists():
        return {"latest": None, "releases": []}
    try:
        loaded: Any = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None
    except (ValueError, RecursionError) as problem:
        raise IndexInvalid(f"is no JSON: {problem}", file=path) from None
    releases = loaded.get("releases") if isinstance(loaded, dict) else None
    if not isinstance(releases, list):
        raise IndexInvalid(
            "is no index of releases", file=path, expected="latest, and releases with their versions"
        )
    for number, release in enumerate(releases):
        _check_entry(release, number, path)
    return dict(loaded)


def _check_entry(release: Any, number: int, path: Path) -> None:
    """Refuse an entry that lacks what publishing goes by."""
    given = release if isinstance(release, dict) else {}
    for key, kind in ENTRY.items():
        if not isinstance(given.get(key), kind):
            raise IndexInvalid("is missing or of the wrong kind", file=path, field=f"releases.{number}.{key}")
    if not is_version(given["version"]):
        field = f"releases.{number}.version"
        raise IndexInvalid(
            "is no version", file=path, field=field, value=given["version"], expected="such as 2022.9.0"
        )
    try:
        date.fromisoformat(given["date"])
    except ValueError:
        field = f"releases.{number}.date"
        raise IndexInvalid("is no date", file=path, field=field, value=given["date"]) from None
    for file in given["files"]:
        if not isinstance(file, dict) or not all(isinstance(file.get(k), t) for k, t in FILE.items()):
            raise IndexInvalid("are no files with their sizes", file=path, field=f"releases.{number}.files")


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
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    packed = {"path": archive.name, "bytes": archive.stat().st_size, "sha256": file_hash(archive)}
    return {
        **facts_of(descriptor),
        "archive": packed,
        "files": [
            {"path": p.relative_to(folder).as_posix(), "bytes": p.stat().st_size, "sha256": file_hash(p)}
            for p in files
        ],
    }


def facts_of(descriptor: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an index says of a release whose descriptor is given, apart from its files."""
    ours: Mapping[str, Any] = descriptor["newsledger"]
    return {
        "version": descriptor["version"],
        "date": descriptor["created"][:10],
        "class": ours["class"],
        "previous": ours["previous"],
        "schema": ours["schema"],
        "content_hash": ours["content_hash"],
        "counts": ours["counts"],
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
