"""Do cells fit the patterns of a stranger's schema? Held against them by an engine that never backtracks.

Python's engine, which frictionless uses, takes exponential time over patterns such as `(a+)+b`. The engine of
polars takes linear time, and knows neither look-around nor references back; such patterns are not checked,
which is said.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

BATCH: Final = 4_000
EXAMPLES: Final = 5
KIND: Final = "constraint-error"


class LinearPatterns:
    """The patterns of one table while its rows go by."""

    def __init__(self, patterns: Mapping[str, str]) -> None:
        self._patterns = dict(patterns)
        self._waiting: dict[str, list[tuple[int, str]]] = {field: [] for field in patterns}
        self._failed: dict[str, list[tuple[int, str]]] = {field: [] for field in patterns}
        self._counts: dict[str, int] = dict.fromkeys(patterns, 0)
        self._unknown: dict[str, str] = {}

    def look(self, number: int, row: Mapping[str, Any]) -> None:
        """Take note of the text cells of a row; `number` is its line."""
        for field, waiting in self._waiting.items():
            cell = row.get(field)
            if isinstance(cell, str):
                waiting.append((number, cell))
                if len(waiting) >= BATCH:
                    self._judge(field)

    def _judge(self, field: str) -> None:
        import polars as pl

        waiting, self._waiting[field] = self._waiting[field], []
        if field in self._unknown:
            return
        cells = pl.Series([cell for _, cell in waiting], dtype=pl.String)
        try:
            # \\A and \\z are the ends of the cell, whatever lines it has; a pattern means the whole cell.
            fits = cells.str.contains(f"\\A(?:{self._patterns[field]})\\z")
        except pl.exceptions.PolarsError as problem:
            self._unknown[field] = str(problem).splitlines()[-1][:200]
            return
        failed = (~fits).arg_true().to_list()
        self._counts[field] += len(failed)
        self._failed[field] += [waiting[n] for n in failed[:EXAMPLES]]

    def findings(self) -> Iterator[dict[str, Any]]:
        """Yield what was found in all rows, in the form of `frictionless_run`."""
        for field, pattern in self._patterns.items():
            self._judge(field)
            if field in self._unknown:
                yield {"unchecked": pattern, "field": field}
            elif failed := self._failed[field]:
                notes = [
                    [n, f'"{cell}" does not fit the pattern "{pattern}"'] for n, cell in failed[:EXAMPLES]
                ]
                yield {
                    "kind": KIND,
                    "field": field,
                    "title": "Constraint Error",
                    "note": notes[0][1],
                    "cell": failed[0][1],
                    "count": self._counts[field],
                    "cut_off": False,
                    "examples": notes,
                }
