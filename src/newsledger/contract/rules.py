"""What does a cell obey? The constraints of a column in one form, so that every exported schema says the
same.
"""

import re
from dataclasses import dataclass
from datetime import date

from newsledger.contract.column import Bound, Column, Table
from newsledger.contract.load import Contract

RULE_CODE = "E110"


@dataclass(frozen=True, slots=True)
class Constraint:
    """One constraint of one column: its kind, its value, and the name that findings carry.

    `kind` is one of terms, pattern, max_length, minimum, maximum, unique, finite, decimals, one_line; required is not
    among them, since every schema language has it as a property of its own.
    """

    kind: str
    value: tuple[str | int, ...] | str | Bound | None
    name: str


def constraints(column: Column, table: Table, contract: Contract) -> tuple[Constraint, ...]:
    """Return every constraint of `column`, in a fixed order."""

    def named(kind: str, value: tuple[str | int, ...] | str | Bound | None, shown: object) -> Constraint:
        return Constraint(kind, value, f"{RULE_CODE} {table.name}.{column.name} {kind} {shown}".rstrip())

    found: list[Constraint] = []
    if column.terms and column.separator:
        found.append(named("pattern", list_pattern(column, contract), f"terms/{column.terms}"))
    elif column.terms:
        found.append(named("terms", allowed(column, contract), column.terms))
    if column.pattern:
        found.append(named("pattern", whole(column.pattern), column.pattern))
    for kind in ("max_length", "minimum", "maximum"):
        bound = getattr(column, kind)
        if bound is not None:
            found.append(named(kind, bound, bound))
    if column.unique or table.key == (column.name,):
        found.append(named("unique", None, ""))
    if column.type == "number":
        found.append(named("finite", None, ""))
        if column.decimals is not None:
            found.append(named("decimals", column.decimals, column.decimals))
    if column.type == "string":
        found.append(named("one_line", None, ""))
    return tuple(found)


def key_rule(table: Table) -> str:
    """Return the name that findings about a repeated composite key of `table` carry."""
    return f"{RULE_CODE} {table.name} key {', '.join(table.key)}"


def allowed(column: Column, contract: Contract) -> tuple[str | int, ...]:
    """Return the values of the column's closed list, as integers where the column holds integers."""
    values = contract.values(column.terms)
    return tuple(int(v) for v in values) if column.type == "integer" else values


def whole(pattern: str) -> str:
    """Return `pattern` in a group, so that anchors put around it hold for all of its alternatives."""
    return f"(?:{pattern})"


def list_pattern(column: Column, contract: Contract) -> str:
    """Return the pattern of a cell that joins values of a closed list by the column's separator."""
    # re.escape would also escape the space and the hyphen, which JSON Schema's dialect (u flag) refuses
    one = "|".join(re.sub(r"([.^$*+?()\[\]{}|\\/])", r"\\\1", v) for v in contract.values(column.terms))
    return f"(?:(?:{one})(?:{column.separator}(?:{one}))*)"


def plain(value: object) -> object:
    """Return a bound in the form that JSON has for it: dates as ISO text."""
    return value.isoformat() if isinstance(value, date) else value


def typed_example(column: Column) -> str | int | float | bool:
    """Return the column's example in the type that its cells have in JSON."""
    if column.type == "integer":
        return int(column.example)
    if column.type == "number":
        return float(column.example)
    if column.type == "boolean":
        return column.example == "true"
    return column.example
