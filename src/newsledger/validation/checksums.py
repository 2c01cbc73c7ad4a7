"""Is every file the one that was published? SHA256SUMS, the hashes of the descriptors, and
releases/index.json.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from newsledger.validation.descriptor_file import DescriptorFile
from newsledger.validation.findings import Finding, plain
from newsledger.validation.kinds import found
from newsledger.validation.lint import MOST_RESOURCES, inside, is_file, paths_of
from newsledger.validation.sameness import file_hash

SUMS = "SHA256SUMS"
LARGEST_SUMS = 16 * 1024 * 1024
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_ALGORITHMS = frozenset({"md5", "sha1", "sha256", "sha512"})
_NO_INDEX = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)


def check_sums(folder: Path) -> Iterator[Finding]:
    """Yield what differs between a release folder and its SHA256SUMS: missing, extra and changed files."""
    path = folder / SUMS
    if not path.is_file():
        yield found("E140", f"{SUMS} is missing", file=SUMS)
        return
    if path.stat().st_size > LARGEST_SUMS:
        yield found("E143", f"is larger than {LARGEST_SUMS} bytes", file=SUMS)
        return
    stated: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
        match = _LINE.fullmatch(line)
        if match is None or not _plain_path(match[2]):
            yield found("E143", "is no line of checksums: digest, two spaces, file", file=SUMS, line=number)
        elif match[2] in stated:
            yield found("E143", f"{plain(match[2])} stands twice", file=SUMS, line=number)
        else:
            stated[match[2]] = match[1]
    there = set(_files(folder)) - {SUMS}
    for name in sorted(set(stated) - there):
        yield found("E140", f"is in {SUMS} and not there", file=plain(name))
    for name in sorted(there - set(stated)):
        yield found("E141", f"is not in {SUMS}", file=plain(name))
    for name in sorted(there & set(stated)):
        if (folder / name).is_symlink():
            yield found("E155", "is a symbolic link", file=plain(name))
        elif not (folder / name).is_file():
            yield found("E141", "is no regular file", file=plain(name))
        elif (real := file_hash(folder / name)) != stated[name]:
            yield found(
                "E142",
                f"has the checksum {real[:12]}…, stated is {stated[name][:12]}…",
                file=plain(name),
                rule=SUMS,
            )


def _files(folder: Path) -> dict[str, Path]:
    """Return everything in a folder that is no folder, by its path from there; links are not followed."""
    every = (p for p in sorted(folder.rglob("*")) if p.is_symlink() or not p.is_dir())
    return {p.relative_to(folder).as_posix(): p for p in every}


def _plain_path(name: str) -> bool:
    return not name.startswith("/") and not {"", ".", ".."} & set(name.split("/")) and "\\" not in name


def check_hashes(descriptor: DescriptorFile, prefix: str = "") -> Iterator[Finding]:
    """Yield E142 where `hash` or `bytes` of a resource are not those of its file; every format, Parquet
    included.

    `prefix` is the descriptor's folder as findings name it. Network resources and missing files are not
    looked at.
    """
    for resource in descriptor.resources()[:MOST_RESOURCES]:
        if len(paths_of(resource)) != 1:
            continue
        path = paths_of(resource)[0]
        file = inside(descriptor.folder, path)
        if "://" in path or file is None or not is_file(file):
            continue
        size, name = resource.get("bytes"), plain(f"{prefix}{path}")
        if isinstance(size, int) and size != file.stat().st_size:
            yield found(
                "E142", f"has {file.stat().st_size} bytes, stated are {size}", file=name, rule="bytes"
            )
        yield from _hash(resource.get("hash"), file, name, descriptor.name)


def _hash(stated: Any, file: Path, name: str, origin: str) -> Iterator[Finding]:
    if not isinstance(stated, str):
        return
    algorithm, _, digest = stated.rpartition(":")
    algorithm = algorithm or "md5"
    if algorithm not in _ALGORITHMS:
        yield found("E152", f"the checksum of {name} is of the unknown kind {plain(algorithm)}", file=origin)
        return
    with file.open("rb") as opened:
        real = hashlib.file_digest(opened, algorithm).hexdigest()
    if real != digest.lower():
        message = f"has the checksum {real[:12]}…, {origin} states {plain(digest[:12])}…"
        yield found("E142", message, file=name, rule="hash")


def check_index(folder: Path, index: Path) -> Iterator[Finding]:
    """Yield E148 where a release folder differs from its entry in `releases/index.json`; nothing if it has
    none.
    """
    try:
        entry = _entry(index, folder.name)
        if entry is None:
            return
        stated: Mapping[str, Any] = {str(f["path"]): dict(f) for f in entry.get("files", [])}
    except _NO_INDEX:
        yield found("E148", "is no index of releases", file=index.name)
        return
    there = {name: path for name, path in _files(folder).items() if path.is_file()}
    for name in sorted(set(stated) ^ set(there)):
        message = "is in the index and not there" if name in stated else "is not in the index"
        yield found("E148", message, file=plain(name), rule=index.name)
    for name in sorted(set(stated) & set(there)):
        size = there[name].stat().st_size
        if size != stated[name].get("bytes"):
            message = f"has {size} bytes, the index states {stated[name].get('bytes')}"
            yield found("E148", message, file=plain(name), rule=index.name)
        elif file_hash(there[name]) != stated[name].get("sha256"):
            yield found(
                "E148", "is not the file whose checksum the index states", file=plain(name), rule=index.name
            )


def check_archive(path: Path, index: Path, name: str = "") -> Iterator[Finding]:
    """Yield E148 where the archive of a release is not the one that `releases/index.json` states.

    The archive of a release is named by its version; nothing is said if the index has no such release or
    states no archive of it. `name` is what findings call the archive.
    """
    try:
        entry = _entry(index, path.stem)
        stated = None if entry is None else entry.get("archive")
        if stated is None:
            return
        size, digest = stated["bytes"], stated["sha256"]
    except _NO_INDEX:
        yield found("E148", "the index beside it is no index of releases", file=name)
        return
    if not is_file(path):
        yield found("E148", "is in the index and not there", file=name, rule=index.name)
    elif path.stat().st_size != size:
        message = f"has {path.stat().st_size} bytes, the index states {plain(size)}"
        yield found("E148", message, file=name, rule=index.name)
    elif file_hash(path) != digest:
        message = "is not the file whose checksum the index states"
        yield found("E148", message, file=name, rule=index.name)


def _entry(index: Path, version: str) -> dict[str, Any] | None:
    """Return the entry of a release in an index; one of the errors in `_NO_INDEX` if it is none."""
    releases = json.loads(index.read_text(encoding="utf-8"))["releases"]
    return next((r for r in releases if r["version"] == version), None)
