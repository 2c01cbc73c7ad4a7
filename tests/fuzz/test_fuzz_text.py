"""Whatever a text holds, its page, its times and its numbers are read, in time that grows with its length."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger.coder.howmany.numbers import find_numbers
from newsledger.coder.page import PageReader
from newsledger.coder.when.expressions import find_times
from newsledger.coder.words import split_words
from tests.fuzz.effort import examples

SOME = examples(120)
READER = PageReader.load()
PIECES = st.sampled_from(
    [
        *(
            "\n",
            "\n\n",
            "\t",
            " ",
            "Photo:",
            "READ MORE",
            "By John Doe",
            "(Reuters) -",
            "NIAMEY,",
            "©",
            "...",
            "—",
        ),
        *(
            "https://example.org/x",
            "<b>",
            "&amp;",
            "AFP",
            "Share this",
            "“",
            "\u202e",
            "é",
            "𐐀",
            "\u2028",
            "1.",
        ),
        *(
            "Monday",
            "31 February",
            "on the 99th",
            "2022-13-45",
            "last",
            "week",
            "two days",
            "ago",
            "September",
            "'s",
        ),
        *(
            "three",
            "and",
            "a half",
            "1,000,000",
            "1.5",
            "hundred",
            "dozens",
            "of",
            "-40",
            "0",
            "½",
            "٣",
            "no",
            "p.m.",
        ),
        *(
            "between",
            "5",
            "to",
            "least",
            "at",
            "more than",
            "99999999999999999999",
            "first",
            "12:61",
            "1/2/22",
            "mid-",
        ),
    ]
)
HEAPS = st.lists(PIECES, max_size=60).map(" ".join) | st.text(max_size=200)


@SOME
@given(HEAPS, HEAPS)
def test_the_page_of_any_text(text: str, title: str) -> None:
    page = READER.read(text, title)
    last = 0
    for line in page.lines:
        assert last <= line.start < line.end <= len(text)
        assert line.text == text[line.start : line.end]
        last = line.end
    if page.dateline is not None:
        assert 0 <= page.dateline.start < page.dateline.end <= len(text)


@SOME
@given(HEAPS)
def test_times_and_numbers_of_any_text(text: str) -> None:
    words = split_words(text)
    spans = [(t.first, t.last) for t in find_times(words)] + [(n.first, n.last) for n in find_numbers(words)]
    assert all(0 <= first < last <= len(words) for first, last in spans)


UNITS = (
    "a",
    " ",
    "\n",
    "“",
    "1,",
    "1 ",
    "of the ",
    "Photo: x\n",
    "Monday and ",
    "3 September ",
    "((",
    "- ",
    "\u202e",
    "9",
)


def seconds(text: str) -> float:
    start = time.perf_counter()
    READER.read(text, text[:200])
    for line in text.split("\n"):
        words = split_words(line)
        find_numbers(words, find_times(words))
    return time.perf_counter() - start


@pytest.mark.parametrize("unit", UNITS)
def test_long_monotonous_text_takes_time_in_proportion(unit: str) -> None:
    """Four times the text may take at most sixteen times as long, plus what a busy machine adds."""
    size = 4_000 // len(unit)
    short = min(seconds(unit * size) for _ in range(2))
    assert seconds(unit * 4 * size) < 16 * short + 2.0
