"""Which polars type has a column, and how does a frame get into the contract's form?"""

import polars as pl

from newsledger.contract.column import Column, Table
from newsledger.contract.load import Contract
from newsledger.errors import RowsInvalid

DTYPES: dict[str, pl.DataType] = {
    "string": pl.String(),
    "integer": pl.Int64(),
    "number": pl.Float64(),
    "date": pl.Date(),
    "datetime": pl.Datetime("us", "UTC"),
    "boolean": pl.Boolean(),
}


def polars_schema(table: Table) -> dict[str, pl.DataType]:
    """Return the polars type of each column of `table`, in the contract's order."""
    return {c.name: DTYPES[c.type] for c in table.columns}


def cast(frame: pl.DataFrame, table: Table) -> pl.DataFrame:
    """Return `frame` with exactly the table's columns, in its order and types, sorted by `table.sort`.

    Empty strings become null, numbers are rounded to the contract's decimals, a column that may be empty and
    is absent is added, a column the table doesn't know is left out. Raises RowsInvalid if a required column
    is absent or a value doesn't fit its type.
    """
    absent = [c.name for c in table.columns if c.required and c.name not in frame.columns]
    if absent:
        raise RowsInvalid("required columns are absent", field=table.name, value=", ".join(absent))
    whole = pl.DataFrame([_in_form(frame, c, table.name) for c in table.columns])
    if not table.sort:
        return whole
    order = whole.select(pl.arg_sort_by(*table.sort, nulls_last=False, maintain_order=True)).to_series()
    return whole if order.is_sorted() else whole[order]  # large tables are sorted, and sorting copies them


def _in_form(frame: pl.DataFrame, column: Column, table: str) -> pl.Series:
    dtype = DTYPES[column.type]
    if column.name not in frame.columns:
        return pl.Series(column.name, [None] * frame.height, dtype=dtype)
    series = frame.get_column(column.name)
    if series.dtype == pl.String and (series == "").any():
        series = series.set(series == "", None)
    try:
        series = _converted(series, dtype)
    except pl.exceptions.PolarsError as problem:
        raise RowsInvalid(
            f"does not fit its type: {str(problem).splitlines()[0]}",
            field=f"{table}.{column.name}",
            expected=column.type,
        ) from None
    if column.decimals is not None:
        series = series.round(column.decimals)
        series = series.set(
            series == 0, 0.0
        )  # -0.0 would be written so; adding 0.0 is optimised away by polars
    return series


def _converted(series: pl.Series, dtype: pl.DataType) -> pl.Series:
    if series.dtype == pl.String and dtype == pl.Date():
        return series.str.to_date("%Y-%m-%d", strict=True)
    if series.dtype == pl.String and dtype == pl.Datetime("us", "UTC"):
        return series.str.to_datetime("%Y-%m-%dT%H:%M:%SZ", time_unit="us", strict=True).dt.replace_time_zone(
            "UTC"
        )
    if series.dtype == pl.String and dtype == pl.Boolean():
        return series.replace_strict({"true": True, "false": False}, return_dtype=pl.Boolean())
    if series.dtype.is_float() and dtype == pl.Int64() and not series.is_null().all():
        whole = series.drop_nulls()
        if not (whole == whole.round(0)).all():
            raise pl.exceptions.InvalidOperationError(
                "a number with decimals stands where an integer is expected"
            )
    return series.cast(dtype, strict=True)


def terms_frame(name: str, contract: Contract) -> pl.DataFrame:
    """Return the rows of the table `terms/<name>`: a closed list as it is published; KeyError if unknown."""
    table = contract.tables[f"terms/{name}"]
    rows = [{"value": t.value, "meaning": t.meaning, **t.data} for t in contract.terms[name]]
    return cast(pl.DataFrame(rows, infer_schema_length=None), table)
