"""What stood in the file, before anybody judged it?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from newsledger.errors import DataInvalid


@dataclass(frozen=True, slots=True)
class Raw:
    """One record as its file gives it: values by key, and where it stands.

    `line` is the line of a text file on which the record begins (1-based), or the row of a Parquet file.
    `lines` holds the lines of single keys where they differ from it. A null, and in CSV an empty cell, is
    absent from `values`.
    """

    values: Mapping[str, object]
    file: str
    line: int
    lines: Mapping[str, int] = field(default_factory=dict)


Found: TypeAlias = Raw | DataInvalid
"""A record, or the problem in its place: readers yield both, so that they can go on after a problem."""
