"""When did it happen? The timeline of a release as a picture, for papers and README files."""

from collections.abc import Iterator
from datetime import date

import polars as pl

from newsledger.publish.page.palette import colour
from newsledger.publish.page.svg import FAINT, LINE, number, picture, text

WIDTH, HEIGHT = 900, 240
LEFT, TOP, BOTTOM = 48, 16, 60
STEPS = (("1d", 70), ("1w", 70), ("1mo", 130), ("3mo", 130), ("1y", 400))
"""Lengths of a bar and the most bars of each; the first that fits is taken."""
NAMES = {"1d": "day", "1w": "week", "1mo": "month", "3mo": "quarter", "1y": "year"}


def timeline_picture(events: pl.DataFrame, title: str) -> str:
    """Return the number of events per day, week, month, quarter or year as SVG, stacked by type."""
    if events.is_empty():
        return picture(WIDTH, HEIGHT, title, [text(LEFT, HEIGHT / 2, "There are no events.", fill=FAINT)])
    days = events.select("event_date", pl.col("event_type").cast(pl.String))
    step, bars = _bars(days)
    counts = days.group_by(pl.col("event_date").dt.truncate(step).alias("bar"), "event_type").len()
    tall = counts.group_by("bar").agg(pl.col("len").sum())["len"].max()
    assert isinstance(tall, int)
    kinds = sorted(days["event_type"].unique().to_list())
    parts = [*_axis(tall, NAMES[step]), *_stacks(counts, bars, kinds, tall), *_dates(bars), *_legend(kinds)]
    return picture(WIDTH, HEIGHT, title, parts)


def _bars(days: pl.DataFrame) -> tuple[str, list[date]]:
    """Return the length of a bar and the first day of every bar, the empty ones too."""
    for step, most in STEPS:
        first, last = days.select(
            a=pl.col("event_date").min().dt.truncate(step), b=pl.col("event_date").max().dt.truncate(step)
        ).row(0)
        bars = pl.date_range(first, last, step, eager=True).to_list()
        if len(bars) <= most:
            break
    return step, bars


def _stacks(counts: pl.DataFrame, bars: list[date], kinds: list[str], tall: int) -> Iterator[str]:
    width = (WIDTH - LEFT - 10) / max(len(bars), 12)
    per_event = (HEIGHT - TOP - BOTTOM) / tall
    found = {(day, kind): n for day, kind, n in counts.iter_rows()}
    for index, day in enumerate(bars):
        base = float(HEIGHT - BOTTOM)
        for kind in kinds:
            high = found.get((day, kind), 0) * per_event
            if high:
                base -= high
                yield (
                    f'<rect x="{number(LEFT + index * width)}" y="{number(base)}" '
                    f'width="{number(max(width - 1, 0.5))}" height="{number(high)}" fill="{colour(kind)}"/>'
                )


def _axis(tall: int, unit: str) -> Iterator[str]:
    for value in sorted({0, tall // 2, tall}):
        y = HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / tall
        ends = f'x1="{LEFT}" x2="{WIDTH - 10}" y1="{number(y)}" y2="{number(y)}"'
        yield f'<line {ends} stroke="{LINE}" stroke-width="0.6"/>'
        yield text(LEFT - 6, y + 4, f"{value:,}", size=11, anchor="end", fill=FAINT)
    yield text(LEFT, 11, f"events per {unit}", size=11, fill=FAINT)


def _dates(bars: list[date]) -> Iterator[str]:
    width = (WIDTH - LEFT - 10) / max(len(bars), 12)
    apart = max(1, -(-90 // int(max(width, 1))))
    for index in range(0, len(bars), apart):
        yield text(LEFT + index * width, HEIGHT - BOTTOM + 16, bars[index].isoformat(), size=11, fill=FAINT)


def _legend(kinds: list[str]) -> Iterator[str]:
    x = float(LEFT)
    for kind in kinds:
        yield f'<circle cx="{number(x + 5)}" cy="{HEIGHT - 18}" r="5" fill="{colour(kind)}"/>'
        yield text(x + 15, HEIGHT - 14, kind)
        x += 26 + 6.4 * len(kind)
