"""How does a table look to the tools of the Data Package world? Table Schema, version 2.

Both `enum` and `categories`, both `primaryKey` and `uniqueKeys` are written: readers of version 1,
frictionless among them, know only the first of each pair.
"""

from typing import Any

from newsledger.contract.column import Column, Table
from newsledger.contract.load import Contract
from newsledger.contract.rules import allowed, constraints, plain

PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
NAMES = {"max_length": "maxLength", "minimum": "minimum", "maximum": "maximum", "pattern": "pattern"}


def table_schema(table: Table, contract: Contract) -> dict[str, Any]:
    """Return the Table Schema (Data Package 2.0) of `table`, ready to be put into a descriptor."""
    schema: dict[str, Any] = {
        "$schema": PROFILE,
        "fields": [_field(c, table, contract) for c in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        "uniqueKeys": _unique_keys(table),
    }
    if table.foreign_keys:
        schema["foreignKeys"] = [
            {"fields": list(k.fields), "reference": {"resource": k.table, "fields": list(k.references)}}
            for k in table.foreign_keys
        ]
    return schema


def _unique_keys(table: Table) -> list[list[str]]:
    others = [[c.name] for c in table.columns if c.unique and (c.name,) != table.key]
    return [list(table.key), *others]


def _field(column: Column, table: Table, contract: Contract) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "title": column.title,
        "description": described(column),
        "example": column.example,
    }
    if column.unit:
        found["unit"] = column.unit
    if column.hxl:
        found["hxl"] = column.hxl
    rules: dict[str, Any] = {"required": True} if column.required else {}
    for rule in constraints(column, table, contract):
        if rule.kind == "terms":
            rules["enum"] = list(allowed(column, contract))
            found["categories"] = [
                {"value": value, "label": term.meaning}
                for value, term in zip(rules["enum"], contract.terms[column.terms], strict=True)
            ]
        elif rule.kind == "unique":
            rules["unique"] = True
        elif rule.kind in NAMES:
            rules[NAMES[rule.kind]] = plain(rule.value)
    if rules:
        found["constraints"] = rules
    return found


def described(column: Column) -> str:
    """Return the column's description with what an empty cell means, where a cell may be empty."""
    return column.description if column.required else f"{column.description} Empty: {column.missing}"
