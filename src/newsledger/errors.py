"""The catalogue of errors: one class per cause, with a code, a title, how it comes about and how to mend it.

The error page of the documentation is generated from these classes. A message names, as far as they are known, the
file, the line or record, the field, the value, and what was expected.
"""

from pathlib import Path
from typing import ClassVar

SHOWN = 80
LONGEST_PATH = 300
"""Characters of a path that are shown; its middle goes first."""


def printable(text: str) -> str:
    """Return `text` with every character that cannot be seen (control characters, line ends, marks that turn the
    direction of writing) as `\\x1b`, so that it stays on its line and cannot write to a terminal.
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)


def shown(value: object, most: int = SHOWN) -> str:
    """Return `value` as one printable line of at most `most` characters in quotes, so that hostile input cannot
    flood or garble a terminal.
    """
    text = printable(str(value)[: most + 1])
    return f"'{text[:most]}…'" if len(text) > most else f"'{text}'"


class NewsledgerError(Exception):
    """The base of all errors that a user can cause and mend."""

    code: ClassVar[str] = "E000"
    title: ClassVar[str] = "Error"
    cause: ClassVar[str] = ""
    mend: ClassVar[str] = ""
    exit_code: ClassVar[int] = 2

    def __init__(
        self,
        message: str,
        *,
        file: Path | str | None = None,
        line: int | None = None,
        field: str | None = None,
        value: object = None,
        expected: str | None = None,
    ) -> None:
        self.message = message
        self.file = None if file is None else str(file)
        self.line = line
        self.field = field
        self.value = value
        self.expected = expected
        super().__init__(str(self))

    def __str__(self) -> str:
        place = self.file or ""
        if len(place) > LONGEST_PATH:
            place = f"{place[: LONGEST_PATH // 2]}…{place[-LONGEST_PATH // 2 :]}"
        if self.line is not None:
            place = f"{place}:{self.line}" if place else f"record {self.line}"
        field = f"{shown(self.field)[1:-1]}: " if self.field else ""
        parts = [f"{place}: " if place else "", field, self.message]
        if self.value is not None:
            parts.append(f", got {shown(self.value)}")
        if self.expected:
            parts.append(f"; expected {self.expected}")
        return printable("".join(parts))  # a file's name or a message may hold what somebody else wrote


class DataInvalid(NewsledgerError):
    """The data are wrong; the command is right."""

    code, title, exit_code = "E100", "The data are invalid", 1
    cause = "A file was read, and what it says breaks the contract."
    mend = "Correct the value that the message names."


class ArticleUnreadable(DataInvalid):
    """A record of an articles file cannot be read at all."""

    code, title = "E101", "An article cannot be read"
    cause = "A line is not JSON, a file is not UTF-8, front matter does not close, or a file is too large."
    mend = "Correct the record that the message names, or go on without it: --keep-going."


class ArticleInvalid(DataInvalid):
    """A record of an articles file was read and breaks article.schema.json."""

    code, title = "E102", "An article breaks its schema"
    cause = (
        "A required field is missing or null, a date is impossible, an id stands twice, or an id, source or address "
        "could not be a cell of a release: it starts like a formula, or holds what cannot be seen."
    )
    mend = "Give every article id, text, published and source; dates as 2022-09-13 or RFC 3339 times."


class NoArticles(DataInvalid):
    """A file or folder holds no article."""

    code, title = "E103", "No articles found"
    cause = "The file is empty, or the folder has no .txt, .md or .html file."
    mend = "Name a JSONL, CSV or Parquet file, or a folder of text files."


class RowsInvalid(DataInvalid):
    """Rows of a table break the contract."""

    code, title = "E110", "Rows break the contract"
    cause = "A value is outside its closed list or range, a key stands twice, or a required value is missing."
    mend = "See the findings: each names table, line, column, value and rule."


class CorrectionFailed(DataInvalid):
    """A correction of a dataset does not fit the facts."""

    code, title = "E120", "A correction does not apply"
    cause = "Its event is gone, its `expect` no longer holds, or nothing uses it."
    mend = "Look at the event with `newsledger explain`, then change or remove the correction."


class GateHeld(DataInvalid):
    """A release gate stopped publishing."""

    code, title = "E130", "A gate held the release back"
    cause = "The new release differs from the last one more than the recipe allows."
    mend = "Look at the difference; if it is right, pass the gate by --allow GATE=REASON, which is recorded."


class PackageInvalid(DataInvalid):
    """A data package does not pass its checks."""

    code, title = "E140", "The package does not pass its checks"
    cause = "A descriptor, checksum or file disagrees with the contract or with another file."
    mend = "Publish again; never edit a release by hand."


class UsageError(NewsledgerError):
    """The command or its options are wrong."""

    code, title = "E200", "Wrong use"
    cause = "An option's value or a combination of options makes no sense."
    mend = "See --help of the command."


class PathMissing(UsageError):
    """A named path does not exist or is of the wrong kind."""

    code, title = "E201", "No such path"
    cause = "The file or folder named does not exist."
    mend = "Check the path."


class SystemRefused(UsageError):
    """The operating system does not let us read, make or write something."""

    code, title = "E202", "The system refused"
    cause = "The disk is full or read-only, a right is missing, a name is too long, or something stands in the way."
    mend = "Make room, get the right, or name another place; what was there before is unchanged."


class RecipeInvalid(UsageError):
    """A dataset's recipe or corrections file is wrong."""

    code, title = "E210", "The recipe is invalid"
    cause = "dataset.yaml or corrections.yaml breaks its schema, or names a file that is not there."
    mend = "Correct the key that the message names."


class ContentInvalid(UsageError):
    """A file of schema/, coder/ or validation/checks is malformed."""

    code, title = "E220", "Malformed content"
    cause = "A rule, lexicon entry, check or table of the contract breaks its format."
    mend = "Correct the entry; the message names file, line or entry, and what was expected."


class ReleaseExists(UsageError):
    """A published version would have to change."""

    code, title = "E230", "A published version never changes"
    cause = "The version asked for is in the index already, or a file would be written into a release."
    mend = "Publish under a later version, and write other files elsewhere."


class InTheWay(UsageError):
    """Something that is not ours has the name of what would be written."""

    code, title = "E232", "Something stands in the way"
    cause = "A file or folder that is no earlier result of ours has the name of one that would be written."
    mend = "Move it away, or write to another place."


class ExtraMissing(UsageError):
    """An optional dependency is needed and not installed."""

    code, title = "E240", "An optional package is not installed"
    cause = "The feature needs a package that is not part of the plain installation."
    mend = "Install it as the message says."


def catalogue() -> list[type[NewsledgerError]]:
    """Return every error class, by code."""
    found: list[type[NewsledgerError]] = []
    queue: list[type[NewsledgerError]] = [NewsledgerError]
    while queue:
        for sub in queue.pop().__subclasses__():
            found.append(sub)
            queue.append(sub)
    return sorted(found, key=lambda e: e.code)
