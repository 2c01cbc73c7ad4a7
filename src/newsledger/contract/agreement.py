"""Who checks what? For each kind of rule, which validator sees a break of it.

pandera judges the typed rows, frictionless the written CSV by the Table Schema, jsonschema a row as an object
of JSON. Where none of them can see a rule, a check of ours does. A test generates rows that keep and rows that
break each rule of the contract and holds every entry of this table against what the libraries really say; the
page docs/validators.md is made from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Seen:
    """Which validators see a break of one kind of rule, the code it is told by, and what to know of it."""

    rule: str
    pandera: bool
    frictionless: bool
    json_schema: bool
    code: str
    note: str = ""


COLUMN_RULES: Mapping[str, Seen] = MappingProxyType(
    {
        "required": Seen("a required cell is empty", True, True, True, "E110"),
        "terms": Seen("a value is outside of its closed list", True, True, True, "E110"),
        "pattern": Seen(
            "a value does not fit its pattern, or a list its closed list",
            True,
            True,
            True,
            "E110",
            "Each engine gets the pattern in a group, since frictionless and pandera anchor its first and last "
            "alternative only.",
        ),
        "max_length": Seen("a text is too long", True, True, True, "E110"),
        "minimum": Seen(
            "a number or date is too small",
            True,
            True,
            True,
            "E110",
            "JSON Schema orders numbers only, no dates.",
        ),
        "maximum": Seen(
            "a number or date is too large",
            True,
            True,
            True,
            "E110",
            "JSON Schema orders numbers only, no dates.",
        ),
        "unique": Seen(
            "a value of a unique column stands twice",
            True,
            True,
            False,
            "E113",
            "A row as JSON knows no other rows. frictionless sees `constraints.unique` and ignores `uniqueKeys`.",
        ),
        "finite": Seen(
            "a number is infinite or none",
            True,
            False,
            False,
            "E110",
            "frictionless reads nan and inf as numbers; JSON has neither. In a CSV they are E111 before that.",
        ),
        "decimals": Seen(
            "a number has more decimals than are published",
            True,
            False,
            False,
            "E110",
            "No schema language says it.",
        ),
        "one_line": Seen(
            "a text has line breaks, control characters, or a space at an end",
            True,
            False,
            False,
            "E110",
            "Neither schema language says it without a pattern that hides the real one.",
        ),
    }
)
"""By the kinds of `contract.rules.Constraint`, and `required`."""

TABLE_RULES: tuple[Seen, ...] = (
    Seen("a column is missing, unknown or moved", True, True, False, "E112", "A row as JSON has no order."),
    Seen("a cell is not of its type", True, True, True, "E111", "pandera sees it as the type of the column."),
    Seen(
        "a cell is of its type and not in the published form",
        False,
        False,
        False,
        "E111",
        "frictionless reads 2022-9-1 and 1e3, and cells with spaces around them.",
    ),
    Seen("a key stands twice", True, True, False, "E113"),
    Seen("a foreign key leads nowhere", False, True, False, "E114", "pandera looks at one table at a time."),
    Seen("nothing refers to a row", False, False, False, "V501 and others"),
    Seen("rows are in another order", False, False, False, "E116"),
    Seen("CSV and Parquet differ", False, False, False, "E146"),
    Seen(
        "a file is not what its checksum says",
        False,
        True,
        False,
        "E142",
        "frictionless never looks at the hash of a Parquet file; we look at every file.",
    ),
    Seen(
        "the bytes are no UTF-8",
        False,
        True,
        False,
        "E144",
        "frictionless only where the encoding is stated.",
    ),
    Seen("a row is longer or shorter than the header", False, True, False, "E144"),
    Seen("there is a byte order mark, CR LF, or a line break in a cell", False, False, False, "E144"),
    Seen(
        "a descriptor has a misspelt key",
        False,
        False,
        False,
        "E151",
        "The official profile lets it pass, too.",
    ),
    Seen("enum and categories disagree", False, False, False, "E153", "frictionless ignores categories."),
)
"""Rules about more than one column, and about files."""
