"""Why does a row say what it says? The reports, evidence and history of each event, in files of a few hundred
events that the page loads when a reader asks.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import polars as pl

from newsledger.publish.page.quote import Quote

EVENTS_PER_FILE = 250
KEY = "event_id_cnty"
REPORT = ("report_id", "article_id", "rule", "status", "claimant", "fatalities", "confidence")
HISTORY = ("release", "field", "old", "new", "kind", "reason")


class _Strings:
    """The texts of one file, each once, known by their number."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self._numbers: dict[str, int] = {}

    def number(self, value: str | None) -> int:
        """Return the number of a text, a new one if it is new; the empty text stands for a missing one."""
        text = value or ""
        if text not in self._numbers:
            self._numbers[text] = len(self.values)
            self.values.append(text)
        return self._numbers[text]


def proof_files(tables: Mapping[str, pl.DataFrame], quotes: Mapping[str, Quote]) -> Iterator[dict[str, Any]]:
    """Yield the proofs of the events in pieces of EVENTS_PER_FILE, in the order of the events.

    A piece is `{strings, events}`. An event is `[reports, history]`; a report `[report_id, article_id, source,
    published, url, rule, status, claimant, fatalities, confidence, quote or null, [[field, value, part,
    start, end, rule] …]]`; a quote `[before, text, after, [[start, end] …]]`; a change `[release, field, old,
    new, kind, reason]`. Texts are numbers into `strings`.
    """
    order = tables["events"].select(KEY).with_row_index("row")
    reports = _rows(_reported(tables).join(order, on=KEY).sort("row", "report_id"))
    evidence = tables["evidence"].join(
        tables["reports"].select("report_id", KEY).join(order, on=KEY), on="report_id", maintain_order="left"
    )
    values = _rows(evidence)
    whole = (pl.col("kind") == "changed") | (pl.col("field") == KEY)  # an event that came is one change here
    history = _rows(tables["changes"].filter(whole).join(order, on=KEY, maintain_order="left"))
    for number in range((order.height + EVENTS_PER_FILE - 1) // EVENTS_PER_FILE):
        first = number * EVENTS_PER_FILE
        rows = range(first, min(first + EVENTS_PER_FILE, order.height))
        yield _file(rows, reports.get(number), values.get(number), history.get(number), quotes)


def _reported(tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    articles = tables["articles"].select("article_id", "source", pl.col("published").cast(pl.String), "url")
    return tables["reports"].select(KEY, *REPORT).join(articles, on="article_id", how="left")


def _rows(frame: pl.DataFrame) -> dict[int, pl.DataFrame]:
    """Return the rows of each file, by its number; they keep their order."""
    with_file = frame.with_columns((pl.col("row") // EVENTS_PER_FILE).alias("file"))
    parts = with_file.partition_by("file", as_dict=True, maintain_order=True)
    return {int(key[0]): part for key, part in parts.items()}


def _file(
    rows: range,
    reports: pl.DataFrame | None,
    values: pl.DataFrame | None,
    history: pl.DataFrame | None,
    quotes: Mapping[str, Quote],
) -> dict[str, Any]:
    strings = _Strings()
    of_report: defaultdict[str, list[list[int]]] = defaultdict(list)
    if values is not None:
        columns = ("report_id", "field", "value", "part", "start", "end", "rule")
        for report, field, value, part, start, end, rule in values.select(columns).iter_rows():
            texts = [strings.number(text) for text in (field, value, part)]
            of_report[report].append([*texts, start, end, strings.number(rule)])
    told: defaultdict[int, list[Any]] = defaultdict(list)
    if reports is not None:
        for one in reports.iter_rows(named=True):
            told[one["row"]].append(_report(one, of_report[one["report_id"]], quotes, strings))
    changed: defaultdict[int, list[list[int]]] = defaultdict(list)
    if history is not None:
        for row, *cells in history.select("row", *HISTORY).iter_rows():
            changed[row].append([strings.number(cell) for cell in cells])
    return {"events": [[told[row], changed[row]] for row in rows], "strings": strings.values}


def _report(
    one: Mapping[str, Any], values: list[list[int]], quotes: Mapping[str, Quote], strings: _Strings
) -> list[Any]:
    quote = quotes.get(one["report_id"])
    before = ("report_id", "article_id", "source", "published", "url", "rule", "status", "claimant")
    return [
        *(strings.number(one[name]) for name in before),
        one["fatalities"],
        round(one["confidence"] * 1000),
        None if quote is None else [quote.before, quote.text, quote.after, [list(m) for m in quote.marks]],
        values,
    ]
