"""Cells that keep a column's rules, and cells that break just one of them, as hypothesis makes them."""

import math
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from newsledger.contract.column import Column, Table
from newsledger.contract.load import Contract
from newsledger.contract.rules import Constraint, allowed, constraints

Cell = Any
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2099, 12, 31)
LETTERS = st.characters(categories=("Lu", "Ll", "Lo", "Nd", "Po"), exclude_characters="\u2028\u2029\x85")
MAKING = settings(
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def made(cells: st.SearchStrategy[Cell], count: int) -> list[Cell]:
    """Return cells that hypothesis makes, the same every time: `count`, or all if there are fewer."""
    found: dict[Any, Cell] = {}

    @settings(MAKING, max_examples=count)
    @given(cells)
    def collect(cell: Cell) -> None:
        found.setdefault(repr(cell), cell)

    collect()
    return list(found.values())


def is_one_line(text: str) -> bool:
    return bool(text) and text == text.strip() and not re.search(r"[\x00-\x1f\x7f\x85\u2028\u2029]", text)


def lines() -> st.SearchStrategy[str]:
    """Text of one trimmed line, quotes and commas included."""
    words = st.text(LETTERS, min_size=1, max_size=6)
    return st.lists(words, min_size=1, max_size=3).map(" ".join).filter(is_one_line)


def fitting(pattern: str) -> st.SearchStrategy[str]:
    return st.from_regex(re.compile(f"(?:{pattern})", re.ASCII), fullmatch=True).filter(is_one_line)


def good_cells(column: Column, contract: Contract) -> st.SearchStrategy[Cell]:
    """Cells that keep every rule of a column; empty ones too where it may be empty."""
    cells = _filled(column, contract)
    return cells if column.required else st.none() | cells


def _filled(column: Column, contract: Contract) -> st.SearchStrategy[Cell]:
    if column.terms:
        values = st.sampled_from(allowed(column, contract))
        if not column.separator:
            return values
        several = st.lists(values, min_size=1, max_size=3, unique=True)
        return several.map(lambda found: column.separator.join(str(v) for v in found))
    if column.type == "string":
        cells = fitting(column.pattern) if column.pattern else lines()
        longest = column.max_length
        return cells if longest is None else cells.filter(lambda c: len(c) <= longest)
    if column.type == "boolean":
        return st.booleans()
    low: Any = column.minimum
    high: Any = column.maximum
    if column.type == "date":
        return st.dates(low or FIRST_DAY, high or LAST_DAY)
    if column.type == "datetime":
        days = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))
        return days.map(lambda moment: moment.replace(microsecond=0))
    if column.type == "integer":
        return st.integers(-(10**9) if low is None else low, 10**9 if high is None else high)
    least, most = -(10.0**6) if low is None else float(low), 10.0**6 if high is None else float(high)
    return st.floats(least, most, allow_nan=False).map(lambda x: round(x, column.decimals or 6) + 0.0)


def bad_cells(column: Column, table: Table, contract: Contract, rule: Constraint) -> st.SearchStrategy[Cell]:
    """Cells that break one rule of a column and, as far as that is possible, no other."""
    value: Any = rule.value
    others = [r for r in constraints(column, table, contract) if r != rule]
    if rule.kind == "terms" and column.type == "integer":
        others = []  # its bounds, if it has any, are those of the list
        cells: st.SearchStrategy[Cell] = st.integers(-99, 99).filter(lambda c: c not in value)
    elif rule.kind in ("terms", "pattern"):
        wanted = re.compile("|".join(map(re.escape, value)) if rule.kind == "terms" else value, re.ASCII)
        cells = lines().filter(lambda c: wanted.fullmatch(c) is None)
    elif rule.kind == "max_length":
        cells = st.builds(lambda letter, n: letter * (value + n), st.sampled_from("abyz"), st.integers(1, 9))
    elif rule.kind in ("minimum", "maximum"):
        step = -1 if rule.kind == "minimum" else 1
        far: Any = timedelta(days=1) if isinstance(value, date) else 1
        cells = st.integers(1, 400).map(lambda n: value + step * n * far)
        if column.type == "number":
            cells = cells.map(float)
    elif rule.kind == "finite":
        cells = st.sampled_from([float("nan"), float("inf"), float("-inf")])
    elif rule.kind == "decimals":
        finer = 10.0 ** -(value + 1)
        cells = _filled(column, contract).map(lambda c: c - 3 * finer if c > 0 else c + 3 * finer)
    else:
        assert rule.kind == "one_line"
        broken = st.sampled_from(["{}\n{}", " {}{}", "{}{} ", "{}\t{}", "{}\u2028{}", "{}\x7f{}"])
        cells = st.builds(lambda form, a, b: form.format(a, b), broken, lines(), lines())
    return cells.filter(lambda c: all(keeps(c, other) for other in others))


def keeps(cell: Cell, rule: Constraint) -> bool:
    """Say whether a cell keeps a rule, written plainly.

    Text that is no single line or too long keeps no pattern and no closed list either, and no number is both
    infinite and in its range; such rules are let through.
    """
    value: Any = rule.value
    if rule.kind == "one_line":
        return is_one_line(cell)
    if rule.kind == "max_length":
        return len(cell) <= int(value)
    if rule.kind in ("minimum", "maximum"):
        infinite = isinstance(cell, float) and not math.isfinite(cell)
        return infinite or bool(cell >= value if rule.kind == "minimum" else cell <= value)
    return True
