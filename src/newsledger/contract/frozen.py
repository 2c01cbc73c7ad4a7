"""Is a published version of the contract still the same? `schema/frozen.yaml` holds the hashes of its files.

A version 0.x may change until it is listed there. From then on no byte of its folder changes; a new version
gets a folder of its own.
"""

import hashlib
from pathlib import Path

from newsledger.contract.parse import read_yaml
from newsledger.errors import ContentInvalid

LIST = "frozen.yaml"


def hashes(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file below `folder`, by its path from there with slashes, sorted."""
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def frozen_problems(schema: Path) -> list[str]:
    """Return how the versions listed in `schema/frozen.yaml` differ from their hashes: one line per file,
    sorted.

    ContentInvalid if the list is unreadable or malformed.
    """
    listed = read_yaml(schema / LIST).get("versions")
    if not isinstance(listed, dict):
        raise ContentInvalid("versions is no mapping", file=schema / LIST, value=listed)
    found: list[str] = []
    for version, expected in listed.items():
        if not isinstance(expected, dict) or not expected:
            raise ContentInvalid("a version lists no files", file=schema / LIST, field=str(version))
        actual = hashes(schema / str(version))
        for name in sorted({*expected, *actual}):
            if name not in actual:
                found.append(f"{version}/{name} is gone")
            elif name not in expected:
                found.append(f"{version}/{name} was added")
            elif actual[name] != expected[name]:
                found.append(f"{version}/{name} changed")
    return found
