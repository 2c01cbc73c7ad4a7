"""Which rows does a condition of a check mean? A small language of data, turned into polars expressions.

A condition maps columns to what must hold of them, all at once: a value (`Battles`), one of several values
(`[Battles, Riots]`), or a mapping with one of the tests below. An empty cell meets `empty: true` and no other
test, except that `not` and `not_starts` are met by an empty cell too.

    empty: true | false      not: VALUE or list      has: TEXT (in the cell)
    starts, not_starts: TEXT or list (any, or none, of the values of a list cell)
    at_least, at_most: NUMBER
"""

from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any

import polars as pl

from newsledger.errors import ContentInvalid


def _values(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list) else [value]


def _starts(cell: pl.Expr, starts: Any) -> pl.Expr:
    """Any value of a cell, split at "; ", starts so."""
    parts = cell.str.split("; ")
    tests = [pl.element().str.starts_with(s) for s in _values(starts)]
    return parts.list.eval(reduce(lambda a, b: a | b, tests)).list.any()


_TESTS: Mapping[str, Callable[[pl.Expr, Any], pl.Expr]] = {
    "empty": lambda cell, yes: cell.is_null() if yes else cell.is_not_null(),
    "not": lambda cell, values: ~cell.is_in(_values(values)).fill_null(value=False),
    "starts": lambda cell, starts: _starts(cell, starts).fill_null(value=False),
    "not_starts": lambda cell, starts: ~_starts(cell, starts).fill_null(value=False),
    "has": lambda cell, part: cell.str.contains(part, literal=True).fill_null(value=False),
    "at_least": lambda cell, least: (cell >= least).fill_null(value=False),
    "at_most": lambda cell, most: (cell <= most).fill_null(value=False),
}


def met(column: str, wanted: Any) -> pl.Expr:
    """Return an expression that is True where `column` is as wanted, else False; ContentInvalid for unknown
    tests.
    """
    cell = pl.col(column)
    if not isinstance(wanted, dict):
        return cell.is_in(_values(wanted)).fill_null(value=False)
    if not wanted or (unknown := set(wanted) - set(_TESTS)):
        raise ContentInvalid("unknown test", field=column, value=unknown, expected=", ".join(_TESTS))
    return reduce(lambda a, b: a & b, [_TESTS[name](cell, value) for name, value in wanted.items()])


def all_met(condition: Mapping[str, Any]) -> pl.Expr:
    """Return an expression that is True where every column of the condition is as wanted; True for an empty
    one.
    """
    return reduce(lambda a, b: a & b, [met(c, w) for c, w in condition.items()], pl.lit(value=True))
