"""What is a column, a table, a term? The records that the YAML of `schema/<version>/` is read into."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

ColumnType = Literal["string", "integer", "number", "date", "datetime", "boolean"]
COLUMN_TYPES: tuple[str, ...] = get_args(ColumnType)
Bound = int | float | date
ROW_IS = "One row is "
"""How the description of a table begins that says what its rows are."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its type, its meaning, and every rule that a cell obeys.

    `terms` names a closed list. With `separator`, a cell holds several values joined by it, and each of them
    is held against the list. `pattern` matches the whole cell, without look-around, so that every
    regular-expression engine understands it alike. `decimals` is how many decimals a number is rounded to and
    written with. `hxl` is the column's hashtag in the Humanitarian Exchange Language, as `#date+occurred`.
    """

    name: str
    type: ColumnType
    title: str
    description: str
    missing: str
    example: str
    since: str
    unit: str = ""
    required: bool = False
    unique: bool = False
    minimum: Bound | None = None
    maximum: Bound | None = None
    pattern: str = ""
    max_length: int | None = None
    terms: str = ""
    separator: str = ""
    decimals: int | None = None
    hxl: str = ""


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns of this table whose values stand in columns of another table, or of the same by its name."""

    fields: tuple[str, ...]
    table: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a release: its columns in order, its primary key, and a total order of its rows."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    sort: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return the column names in order."""
        return tuple(c.name for c in self.columns)

    @property
    def row(self) -> str:
        """Return what one row of the table is, in a few words; the title of a table that does not say so."""
        first = self.description.split(". ")[0].removesuffix(".")
        return first.removeprefix(ROW_IS) if first.startswith(ROW_IS) else self.title

    def column(self, name: str) -> Column:
        """Return the column called `name`; KeyError if there is none."""
        for c in self.columns:
            if c.name == name:
                return c
        raise KeyError(f"table {self.name} has no column {name}")


@dataclass(frozen=True, slots=True)
class Term:
    """One value of a closed list, what it means, and what else the list says of it (rank, event_type, iso3
    …).
    """

    value: str
    meaning: str
    data: Mapping[str, object] = field(default_factory=dict)
