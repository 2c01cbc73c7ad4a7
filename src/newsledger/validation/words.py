"""What can a check ask? The registry of the words that validation/checks may use."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from newsledger.contract.column import Table
from newsledger.contract.load import Contract
from newsledger.errors import ContentInvalid

ROW = "__row__"
"""The name of the column that holds a row's 0-based place in its table."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a word of the vocabulary is asked: a table with its rows numbered, all tables, and the check's
    `using`.
    """

    frame: pl.DataFrame
    table: Table
    frames: Mapping[str, pl.DataFrame]
    contract: Contract
    using: Mapping[str, Any]

    def has(self, *columns: str) -> bool:
        """Return whether the table has all these columns."""
        return set(columns) <= set(self.frame.columns)

    def get(self, key: str, kind: type) -> Any:
        """Return an entry of `using`; ContentInvalid if it is absent or of another kind."""
        value = self.using.get(key)
        if not isinstance(value, kind):
            raise ContentInvalid("is missing or of the wrong kind", field=f"using.{key}", value=value)
        return value


@dataclass(frozen=True, slots=True)
class Failing:
    """The rows that fail (with `ROW` and whatever the message names), and the column to point at."""

    column: str
    rows: pl.DataFrame


Word = Callable[[Asked], Iterator[Failing]]


def words() -> Mapping[str, Word]:
    """Return the vocabulary: every word that a check may use, by name."""
    from newsledger.validation import across, borders, cells, swapped, within

    return {**within.WORDS, **across.WORDS, **cells.WORDS, **borders.WORDS, **swapped.WORDS}


def word(name: str) -> Word:
    """Return one word of the vocabulary; KeyError if there is none of that name."""
    return words()[name]
