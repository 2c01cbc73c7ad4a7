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
TEXTS = ("field", "value", "part", "rule")
HISTORY = ("release", "field", "old", "new", "kind", "reason")


class _Strings:
    """The texts of one file, each once, known by their number; `first` are numbered already."""

    def __init__(self, first: list[str]) -> None:
        self.values = list(first)
        self._numbers = {text: number for number, text in enumerate(self.values)}

    def number(self, value: str | None) -> int:
        """Return the number of a text, a new one if it is new; the empty text stands for a missing one."""
        text = value or ""
        if text not in self._numbers:
            self._numbers[text] = len(self.values)
            self.values.append(text)
        return self._numbers[text]


def proof_files(tables: Mapping[str, pl.DataFrame], quotes: Mapping[str, Quote]) -> Iterator[dict[str, Any]]:
    """Yield the proofs of the events in pieces of EVENTS_PER_FILE, in the order of the events.

    A piece is `{strings, events, evidence}`. An event is `[reports, history]`; a report `[report_id,
    article_id, source, published, url, rule, status, claimant, fatalities, confidence, quote or null, first,
    count]`, where `first` and `count` say which rows of `evidence`, columns by name, are its own; a quote
    `[before, text, after, [[start, end] …]]`; a change `[release, field, old, new, kind, reason]`. Texts are
    numbers into `strings`.
    """
    order = tables["events"].select(KEY).with_row_index("row")
    reports = _rows(_reported(tables).join(order, on=KEY).sort("row", "report_id"))
    evidence = tables["evidence"].join(
        tables["reports"].select("report_id", KEY).join(order, on=KEY), on="report_id", maintain_order="left"
    )
    values = _rows(evidence.sort("row", "report_id", maintain_order=True))
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
    texts, evidence = ([], {}) if values is None else _columns(values)
    places = {} if values is None else _places(values)
    strings = _Strings(texts)
    told: defaultdict[int, list[Any]] = defaultdict(list)
    if reports is not None:
        for one in reports.iter_rows(named=True):
            told[one["row"]].append(_report(one, places.get(one["report_id"], (0, 0)), quotes, strings))
    changed: defaultdict[int, list[list[int]]] = defaultdict(list)
    if history is not None:
        for row, *cells in history.select("row", *HISTORY).iter_rows():
            changed[row].append([strings.number(cell) for cell in cells])
    events = [[told[row], changed[row]] for row in rows]
    return {"events": events, "evidence": evidence, "strings": strings.values}


def _columns(values: pl.DataFrame) -> tuple[list[str], dict[str, list[int]]]:
    """Return the texts of some rows of evidence, each once, and the rows as columns of numbers."""
    columns = [values[name].cast(pl.String).fill_null("") for name in TEXTS]
    every = pl.concat([column.alias("text") for column in columns])
    numbers = every.rank("dense").cast(pl.Int64) - 1
    found = {name: numbers.slice(n * values.height, values.height) for n, name in enumerate(TEXTS)}
    packed = found | {"start": values["start"], "end": values["end"]}
    return every.unique().sort().to_list(), {name: column.to_list() for name, column in packed.items()}


def _places(values: pl.DataFrame) -> dict[str, tuple[int, int]]:
    """Return where the evidence of each report stands among the rows: the first one, and how many."""
    runs = values.with_row_index("first").group_by("report_id").agg(pl.col("first").min(), pl.len())
    return {report: (first, count) for report, first, count in runs.iter_rows()}


def _report(
    one: Mapping[str, Any], place: tuple[int, int], quotes: Mapping[str, Quote], strings: _Strings
) -> list[Any]:
    quote = quotes.get(one["report_id"])
    before = ("report_id", "article_id", "source", "published", "url", "rule", "status", "claimant")
    return [
        *(strings.number(one[name]) for name in before),
        one["fatalities"],
        round(one["confidence"] * 1000),
        None if quote is None else [quote.before, quote.text, quote.after, [list(m) for m in quote.marks]],
        *place,
    ]
