"""May these rows be published? The pandera schema of a table.

pandera is imported inside the functions, since it takes longer to import than most commands take to run. The
schema is meant for an eager DataFrame and `lazy=True`: on a LazyFrame pandera checks names and types only.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from newsledger.contract.column import Column, Table
from newsledger.contract.load import Contract
from newsledger.contract.rules import Constraint, constraints, key_rule

if TYPE_CHECKING:
    import polars as pl


def pandera_schema(table: Table, contract: Contract) -> Any:
    """Return the `pandera.polars.DataFrameSchema` of `table`: columns in order, types, and every constraint.

    Each check's name begins with the code of `errors.RowsInvalid` and says table, column and rule, for
    example "E110 events.fatalities minimum 0".
    """
    from pandera.polars import Check, DataFrameSchema

    checks = []
    if len(table.key) > 1:
        checks.append(Check(_key_is_unique(table.key), name=key_rule(table), error=key_rule(table)))
    return DataFrameSchema(
        {c.name: _column(c, table, contract) for c in table.columns},
        name=table.name,
        checks=checks,
        strict=True,
        ordered=True,
        title=table.title,
        description=table.description,
    )


def _column(column: Column, table: Table, contract: Contract) -> Any:
    from pandera.polars import Check
    from pandera.polars import Column as PanderaColumn

    from newsledger.contract.dtypes import DTYPES

    return PanderaColumn(
        DTYPES[column.type],
        checks=[
            Check(_holds(rule), name=rule.name, error=rule.name)
            for rule in constraints(column, table, contract)
        ],
        nullable=not column.required,
        name=column.name,
        title=column.title,
        description=column.description,
    )


def _key_is_unique(key: tuple[str, ...]) -> Callable[[Any], "pl.LazyFrame"]:
    def check(data: Any) -> "pl.LazyFrame":
        import polars as pl

        return data.lazyframe.select(pl.struct(key).is_unique())  # type: ignore[no-any-return]

    return check


def _holds(rule: Constraint) -> Callable[[Any], "pl.LazyFrame"]:
    """Return the check of one constraint; null cells pass, since `nullable` alone decides on them."""

    def check(data: Any) -> "pl.LazyFrame":
        import polars as pl

        return data.lazyframe.select(_expression(pl.col(data.key), rule).fill_null(True))  # type: ignore[no-any-return]

    return check


def _expression(cell: "pl.Expr", rule: Constraint) -> "pl.Expr":
    value: Any = rule.value
    if rule.kind == "minimum":
        return cell.ge(value)
    if rule.kind == "maximum":
        return cell.le(value)
    if rule.kind == "terms":
        return cell.is_in(list(value))
    if rule.kind == "pattern":
        return cell.str.contains(f"^{value}$")
    if rule.kind == "max_length":
        return cell.str.len_chars().le(value)
    if rule.kind == "unique":
        return cell.is_null() | cell.is_unique()
    if rule.kind == "finite":
        return cell.is_finite()
    if rule.kind == "decimals":
        return ~cell.is_finite() | cell.eq(cell.round(value))
    assert rule.kind == "one_line"
    return (cell.str.strip_chars() == cell) & ~cell.str.contains(r"[\x00-\x1f\x7f\u{85}\u{2028}\u{2029}]")
