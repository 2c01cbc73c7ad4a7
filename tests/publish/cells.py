"""One checksum of the cells of a table, whatever read it: types, nulls, accents and numbers must all be right."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any


def plain(cell: Any, kind: str) -> str:
    """Return a cell as text in one form; AssertionError where its Python type is not that of its column."""
    if cell is None:
        return "∅"
    if kind == "integer":
        assert isinstance(cell, int), cell
        return str(cell)
    if kind == "number":
        assert isinstance(cell, float), cell
        return f"{cell:.4f}"
    if kind == "date":
        assert isinstance(cell, date), cell
        return (cell.date() if isinstance(cell, datetime) else cell).isoformat()
    assert isinstance(cell, str), cell
    return cell


def checksum(rows: Iterable[Sequence[Any]], kinds: Sequence[str]) -> str:
    """Return the SHA-256 of rows whose columns are of `kinds` (the contract's types)."""
    digest = hashlib.sha256()
    for row in rows:
        cells = [plain(c, k) for c, k in zip(row, kinds, strict=True)]
        digest.update(("\x1f".join(cells) + "\x1e").encode())
    return digest.hexdigest()
