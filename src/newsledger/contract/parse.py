"""How is the contract written? Reads one YAML file of `schema/<version>/` into a `Table` or a list of
`Term`s.

Strict: an unknown key, a missing title or a wrong type is an error that names the file and the entry, because
a typo such as `minumum` would otherwise drop a rule without a word.
"""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast

import yaml

from newsledger.contract.column import COLUMN_TYPES, Column, ForeignKey, Table, Term
from newsledger.errors import ContentInvalid
from newsledger.kept import parsed

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
TABLE_KEYS = frozenset({"name", "title", "description", "key", "sort", "foreign_keys", "columns"})
TERMS_KEYS = frozenset({"name", "title", "description", "since", "columns", "terms", "rows"})
TEXT_KEYS = ("name", "type", "title", "description", "missing", "example", "since")
OTHER_KEYS: Mapping[str, tuple[type, ...]] = {
    "unit": (str,),
    "required": (bool,),
    "unique": (bool,),
    "minimum": (int, float, date),
    "maximum": (int, float, date),
    "pattern": (str,),
    "max_length": (int,),
    "terms": (str,),
    "separator": (str,),
    "decimals": (int,),
    "hxl": (str,),
}
SAME_AS = "same_as"


def read_yaml(path: Path) -> Mapping[str, Any]:
    """Return the mapping in a YAML file; ContentInvalid if it is unreadable, no YAML, or no mapping."""
    try:
        loaded = parsed(path, lambda data: yaml.load(data.decode("utf-8"), Loader=LOADER))  # noqa: S506 - safe, see LOADER
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as problem:
        raise ContentInvalid(f"cannot be read: {' '.join(str(problem).split())}", file=path) from None
    if not isinstance(loaded, dict):
        raise ContentInvalid("is no mapping", file=path, expected="keys such as name and title")
    return loaded


def _only(entry: Mapping[str, Any], allowed: frozenset[str] | set[str], path: Path, where: str) -> None:
    for key in entry:
        if key not in allowed:
            raise ContentInvalid(
                "unknown key", file=path, field=where, value=key, expected=", ".join(sorted(allowed))
            )


def _text(entry: Mapping[str, Any], key: str, path: Path, where: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value.strip():
        raise ContentInvalid(
            f"{key} is missing or no text", file=path, field=where, value=value, expected="text"
        )
    return " ".join(value.split())


def _names(entry: Mapping[str, Any], key: str, path: Path, known: tuple[str, ...]) -> tuple[str, ...]:
    value = entry.get(key)
    if not isinstance(value, list) or not value or any(v not in known for v in value):
        raise ContentInvalid(f"{key} is no list of columns", file=path, field=key, value=value)
    return tuple(value)


def parse_column(entry: Mapping[str, Any], path: Path) -> Column:
    """Return the column that a YAML entry describes; ContentInvalid names file and column."""
    where = str(entry.get("name"))
    _only(entry, {*TEXT_KEYS, *OTHER_KEYS}, path, where)
    texts = {key: _text(entry, key, path, where) for key in TEXT_KEYS}
    if texts["type"] not in COLUMN_TYPES:
        raise ContentInvalid(
            "unknown type", file=path, field=where, value=texts["type"], expected=", ".join(COLUMN_TYPES)
        )
    others: dict[str, Any] = {}
    for key, kinds in OTHER_KEYS.items():
        value = entry.get(key)
        if value is None:
            continue
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            raise ContentInvalid(f"{key} has the wrong type", file=path, field=where, value=value)
        if isinstance(value, datetime):
            raise ContentInvalid(f"{key} is a time", file=path, field=where, value=value, expected="a date")
        others[key] = value
    return Column(**cast(Any, texts), **others)


def _resolved(entry: Any, columns_of: Mapping[str, Mapping[str, Any]], path: Path) -> Mapping[str, Any]:
    """Return the entry with what `same_as: TABLE` borrows from the column of the same name of that table."""
    if not isinstance(entry, dict):
        raise ContentInvalid("a column is no mapping", file=path, value=entry)
    if SAME_AS not in entry:
        return entry
    table = entry[SAME_AS]
    lent = columns_of.get(table, {}).get(entry.get("name", ""))
    if lent is None or SAME_AS in lent:
        raise ContentInvalid(
            "same_as names no full column",
            file=path,
            field=str(entry.get("name")),
            value=table,
            expected="a table",
        )
    return {**lent, **{k: v for k, v in entry.items() if k != SAME_AS}}


def raw_columns(data: Mapping[str, Any], path: Path) -> Mapping[str, Any]:
    """Return a table file's column entries by name, for `same_as` of other tables; ContentInvalid on a
    repeated name.
    """
    found: dict[str, Any] = {}
    entries = data.get("columns")
    if not isinstance(entries, list) or not entries:
        raise ContentInvalid("columns are missing", file=path, expected="a list of columns")
    for entry in entries:
        name = entry.get("name") if isinstance(entry, dict) else None
        if not isinstance(name, str) or name in found:
            raise ContentInvalid("a column has no name of its own", file=path, value=name)
        if SAME_AS not in entry:
            parse_column(entry, path)  # so that an error names this file, not the first one that borrows
        found[name] = entry
    return found


def parse_table(data: Mapping[str, Any], path: Path, columns_of: Mapping[str, Mapping[str, Any]]) -> Table:
    """Return the table that a YAML file describes.

    `columns_of` holds the raw column entries of every table, for `same_as`. ContentInvalid names file and
    entry.
    """
    _only(data, TABLE_KEYS, path, "table")
    name = _text(data, "name", path, "table")
    if name != path.stem:
        raise ContentInvalid("the table is not called as its file", file=path, value=name, expected=path.stem)
    columns = tuple(parse_column(_resolved(e, columns_of, path), path) for e in data["columns"])
    known = tuple(c.name for c in columns)
    keys: list[ForeignKey] = []
    for entry in data.get("foreign_keys") or []:
        _only(entry, frozenset({"fields", "table", "references"}), path, "foreign_keys")
        other = _text(entry, "table", path, "foreign_keys")
        theirs = tuple(columns_of.get(other, {}))
        keys.append(
            ForeignKey(_names(entry, "fields", path, known), other, _names(entry, "references", path, theirs))
        )
    return Table(
        name=name,
        title=_text(data, "title", path, "table"),
        description=_text(data, "description", path, "table"),
        columns=columns,
        key=_names(data, "key", path, known),
        sort=_names(data, "sort", path, known),
        foreign_keys=tuple(keys),
    )


def parse_terms(data: Mapping[str, Any], path: Path) -> tuple[Term, ...]:
    """Return the terms of a closed list, in the order of the file.

    `terms` is a list of mappings (value, meaning, further columns); `rows` is the short form for long lists,
    one list per row in the order value, meaning, further columns. ContentInvalid names file and value.
    """
    extra = tuple(str(c["name"]) for c in data.get("columns") or ())
    names = ("value", "meaning", *extra)
    entries: list[Mapping[str, Any]] = []
    for row in data.get("rows") or ():
        if not isinstance(row, list) or len(row) != len(names):
            raise ContentInvalid(
                "a row has the wrong length", file=path, value=row, expected=", ".join(names)
            )
        entries.append(dict(zip(names, row, strict=True)))
    entries.extend(data.get("terms") or ())
    found: dict[str, Term] = {}
    for entry in entries:
        where = str(entry.get("value"))
        _only(entry, set(names), path, where)
        value = _text(entry, "value", path, where)
        if value in found:
            raise ContentInvalid("the value stands twice", file=path, value=value)
        found[value] = Term(
            value, _text(entry, "meaning", path, where), {k: entry[k] for k in extra if k in entry}
        )
    if not found:
        raise ContentInvalid("the list is empty", file=path, expected="terms or rows")
    return tuple(found.values())


def terms_table(data: Mapping[str, Any], path: Path) -> Table:
    """Return the table `terms/<list>` that publishes a closed list: value, meaning, then the list's own
    columns.
    """
    _only(data, TERMS_KEYS, path, "terms")
    name, since = _text(data, "name", path, "terms"), _text(data, "since", path, "terms")
    if name != path.stem:
        raise ContentInvalid("the list is not called as its file", file=path, value=name, expected=path.stem)
    first = next(iter(data.get("terms") or ()), None) or dict(
        zip(("value", "meaning"), data["rows"][0], strict=False)
    )
    common = {"type": "string", "required": True, "missing": "Never empty.", "since": since}
    title = _text(data, "title", path, "terms")
    columns = [
        parse_column(
            {"name": "value", "title": title, "description": f"A value of the closed list: {title.lower()}."}
            | common
            | {"example": first["value"], "unique": True},
            path,
        ),
        parse_column(
            {"name": "meaning", "title": "Meaning", "description": "What the value means."}
            | common
            | {"example": first["meaning"]},
            path,
        ),
    ]
    columns += [parse_column({"since": since} | entry, path) for entry in data.get("columns") or ()]
    description = _text(data, "description", path, "terms")
    return Table(f"terms/{name}", title, description, tuple(columns), key=("value",), sort=("value",))
