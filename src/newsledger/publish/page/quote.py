"""What may be quoted? At most 25 words of the passage behind a report, where the recipe allows quotes at all."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

MOST_WORDS = 25
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of an article: its words, the spans in them that values were read from, and whether the
    sentence goes on before or after it.
    """

    text: str
    marks: tuple[tuple[int, int], ...]
    before: bool
    after: bool


def quotes_of(texts: Mapping[str, str], reports: pl.DataFrame, evidence: pl.DataFrame) -> dict[str, Quote]:
    """Return the quote of each report whose article is in `texts` (article id → text), by report id."""
    if not texts:
        return {}
    spans: dict[str, list[tuple[int, int]]] = {}
    read = evidence.filter(pl.col("part") == "text").select("report_id", "start", "end")
    for report, start, end in read.iter_rows():
        spans.setdefault(report, []).append((start, end))
    columns = ("report_id", "article_id", "quote_start", "quote_end")
    found = {}
    for report, article, start, end in reports.select(columns).iter_rows():
        if article in texts and start >= 0:
            quote = quoted(texts[article], start, end, spans.get(report, ()))
            if quote is not None:
                found[report] = quote
    return found


def quoted(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> Quote | None:
    """Return the quote of `text[start:end]`, None if there is no word in it.

    Of a longer passage it is the 25 words that hold most of `spans`, the first of equals. Offsets count code
    points in `text`; those of the marks count in the quote.
    """
    words = [m.span() for m in _WORD.finditer(text, start, end)]
    if not words:
        return None
    first = max(_windows(len(words)), key=lambda n: (_held(words[n : n + MOST_WORDS], spans), -n))
    window = words[first : first + MOST_WORDS]
    opening, closing = window[0][0], window[-1][1]
    most = (closing - opening) / 2  # a span of most of the passage marks nothing in it
    inside = sorted(
        {(a - opening, b - opening) for a, b in spans if opening <= a < b <= closing and b - a <= most}
    )
    return Quote(
        text=text[opening:closing],
        marks=tuple(_apart(inside)),
        before=first > 0,
        after=first + len(window) < len(words),
    )


def _windows(words: int) -> range:
    return range(max(1, words - MOST_WORDS + 1))


def _held(window: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int]]) -> int:
    return sum(window[0][0] <= a and b <= window[-1][1] for a, b in spans)


def _apart(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return sorted spans with those that overlap joined, so that marks never nest."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
