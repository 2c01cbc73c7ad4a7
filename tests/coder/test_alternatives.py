"""Alternatives in lexicon phrases."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger.coder.alternatives import spelt_out, whole
from newsledger.errors import ContentInvalid

HERE = Path("lexicon.yaml")
WORD = st.text("abcdefgh", min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("open fire on", ["open fire on"]),
        ("(lay|plant) mines", ["lay mines", "plant mines"]),
        ("fire at (a|the) (gas|petrol) station", ["fire at a gas station", "fire at a petrol station",
                                                  "fire at the gas station", "fire at the petrol station"]),
        ("(the|) army", ["the army", "army"]),
        ("set ... (ablaze|on fire)", ["set ... ablaze", "set ... on fire"]),
        ("(seize arms|\n  find mines) in", ["seize arms in", "find mines in"]),
        ("CPN (Maoist)", ["CPN (Maoist)"]),
    ],
)  # fmt: skip
def test_a_phrase_with_alternatives_stands_for_each_of_them(text: str, phrases: list[str]) -> None:
    assert spelt_out(text, HERE) == phrases


@pytest.mark.parametrize("text", ["(one|other", "one|other", "((one|two)|three)", "(one|two) or three)|"])
def test_alternatives_without_their_brackets_are_refused_by_file_and_phrase(text: str) -> None:
    with pytest.raises(ContentInvalid) as told:
        spelt_out(text, HERE)
    assert str(HERE) in str(told.value)
    assert text in str(told.value)


@given(st.lists(st.lists(WORD, min_size=1, max_size=4, unique=True), min_size=1, max_size=4))
def test_there_are_as_many_phrases_as_ways_to_choose(slots: list[list[str]]) -> None:
    text = " ".join(slot[0] if len(slot) == 1 else f"({'|'.join(slot)})" for slot in slots)
    ways = spelt_out(text, HERE)
    count = 1
    for slot in slots:
        count *= len(slot)
    assert len(ways) == len(set(ways)) == count
    assert all(word in slot for way in ways for word, slot in zip(way.split(), slots, strict=True))


def test_of_a_record_only_the_phrases_are_spelt_out() -> None:
    record = {"id": "a|b", "tags": ["(x|y)"], "words": ["(x|y)"]}
    assert whole(record, HERE) == {"id": "a|b", "tags": ["(x|y)"], "words": ["x", "y"]}
