"""Numbers that count people or things (coding-rules 5)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.coder.howmany import find_numbers
from newsledger.coder.words import split_words

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number: int, link: str) -> str:
    """Write 0-9999 in words, with or without "and"."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    rest = number % size
    head = f"{spelled(number // size, link)} {name}"
    if not rest:
        return head
    return f"{head}{link if rest < 100 else ' '}{spelled(rest, link)}"


@settings(max_examples=400, deadline=None)
@given(st.integers(1, 9999), st.sampled_from([" and ", " "]))
def test_number_words_come_back(number: int, link: str) -> None:
    words = split_words(f"the fire killed {spelled(number, link)} goats")
    (found,) = find_numbers(words)
    assert (found.value, found.low, found.high, found.exact) == (number, number, number, True)
    assert words.norm[found.last] == "goats"


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 10**9))
def test_figures_come_back(number: int) -> None:
    for text in (f"{number:,}", str(number)):
        found = find_numbers(split_words(f"they saw {text} people"))
        assert [n.value for n in found] == [number]


@pytest.mark.parametrize(
    ("text", "value", "low", "high"),
    [
        ("a dozen men", 12, 12, 12),
        ("half a dozen men", 6, 6, 6),
        ("two dozen men", 24, 24, 24),
        ("dozens of men", 12, 12, 12),
        ("scores of men", 20, 20, 20),
        ("tens of men", 10, 10, 10),
        ("hundreds of men", 100, 100, 100),
        ("several men", 3, 3, 3),
        ("a few men", 3, 3, 3),
        ("many men", 3, 3, 3),
        ("a couple of men", 2, 2, 2),
        ("several hundred men", 300, 300, 300),
        ("tens of thousands of men", 10000, 10000, 10000),
        ("6.5 thousand men", 6500, 6500, 6500),
        ("3 lakh men", 300000, 300000, 300000),
        ("at least 40 men", 40, 40, None),
        ("more than 50 men", 50, 50, None),
        ("no fewer than six men", 6, 6, None),
        ("over a dozen men", 12, 12, None),
        ("up to 30 men", 30, 1, 30),
        ("as many as 12 men", 12, 1, 12),
        ("between 10 and 20 men", 10, 10, 20),
        ("10 to 15 men", 10, 10, 15),
        ("10-15 men", 10, 10, 15),
        ("10–15 men", 10, 10, 15),
        ("three or four men", 3, 3, 4),
        ("some 300 men", 300, 300, 300),
        ("about 20 men", 20, 20, 20),
        ("20+ men", 20, 20, None),
        ("one man", 1, 1, 1),
        ("a man", 1, 1, 1),
        ("an armed policeman", 1, 1, 1),
        ("a 40-year-old farmer", 1, 1, 1),
        ("both men", 2, 2, 2),
        ("no one", 0, 0, 0),
        ("none of the men", 0, 0, 0),
        ("THREE HUNDRED AND TWELVE MEN", 312, 312, 312),
    ],
)
def test_reads(text: str, value: int, low: int, high: int | None) -> None:
    (found,) = find_numbers(split_words(f"he saw {text} there"))
    assert (found.value, found.low, found.high) == (value, low, high)


@pytest.mark.parametrize(
    "text",
    [
        "in 2020",
        "the 2020 war",
        "aged 30",
        "a 5.56 mm rifle",
        "at 18:00",
        "$500",
        "20 percent of them",
        "50 km away",
        "an AK-47",
        "flight MH17",
        "on 3 August",
        "Route 5",
        "Sara Nkosi, 23, was",
        "the third man",
        "a house",
        "call 555-123-4567",
        "a 2,000-strong force",
        "both sides",
        "three days ago",
        "for six weeks",
        "No. 5",
    ],
)
def test_leaves_out(text: str) -> None:
    assert find_numbers(split_words(f"he heard {text}")) == []


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80))
def test_never_fails(text: str) -> None:
    words = split_words(text)
    last = 0
    for number in find_numbers(words):
        assert last <= number.first < number.last <= len(words)
        last = number.last
        assert number.low <= number.value
        assert number.high is None or number.value <= number.high
