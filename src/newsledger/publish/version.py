"""What is the next version called, and how grave is the change? Calendar versions and change classes.

A version is `YYYY.M.PATCH`: the month of the release date, and a number that counts the releases of that
month from 0. How grave a release is, is computed from the difference with the last one (design: extension,
correction, breaking).
"""

import re
from collections.abc import Iterable
from datetime import date

from newsledger.errors import ReleaseExists, UsageError

CLASSES = ("unchanged", "extension", "correction", "breaking")
"""The classes of a release, from the mildest to the gravest (terms/change-class)."""
_VERSION = re.compile(r"([0-9]{4})\.([1-9]|1[0-2])\.(0|[1-9][0-9]{0,5})")


def parts(version: str) -> tuple[int, int, int]:
    """Return year, month and number of a version, by which versions are ordered; UsageError if it is none."""
    found = _VERSION.fullmatch(version)
    if found is None:
        raise UsageError(
            "is no version", field="version", value=version, expected="YYYY.M.PATCH such as 2022.9.0"
        )
    return int(found[1]), int(found[2]), int(found[3])


def is_version(text: str) -> bool:
    """Return whether a text is a version."""
    return _VERSION.fullmatch(text) is not None


def next_version(day: date, taken: Iterable[str]) -> str:
    """Return the version of a release of `day`, later than every version that is `taken`.

    A release dated before the last one gets the next number of the last one's month, so that versions never
    run backwards.
    """
    known = sorted(parts(v) for v in taken)
    year, month = (day.year, day.month)
    if known:
        year, month = max((year, month), known[-1][:2])
    numbers = [p for y, m, p in known if (y, m) == (year, month)]
    return f"{year}.{month}.{max(numbers) + 1 if numbers else 0}"


def checked_version(version: str, taken: Iterable[str]) -> str:
    """Return `version` if it may be published next; ReleaseExists if it is taken, UsageError if it is not
    later.
    """
    known = list(taken)
    wanted = parts(version)
    if version in known:
        raise ReleaseExists("is published already", field="version", value=version)
    if known and wanted < max(parts(v) for v in known):
        latest = max(known, key=parts)
        raise UsageError(
            "is older than the last release", field="version", value=version, expected=f"after {latest}"
        )
    return version


def checked_class(declared: str | None, computed: str) -> str:
    """Return the class of a release: the declared one if it is at least as grave as the computed one.

    UsageError if it is unknown or milder than the difference with the last release proves.
    """
    if declared is None:
        return computed
    if declared not in CLASSES[1:]:
        raise UsageError("unknown class", field="class", value=declared, expected=" or ".join(CLASSES[1:]))
    if CLASSES.index(declared) < CLASSES.index(computed):
        raise UsageError(
            "the difference with the last release is graver", field="class", value=declared, expected=computed
        )
    return declared
