"""Where a sentence ends, and where one statement gives way to the next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger.coder.page import Line, PageReader
from newsledger.coder.sentence import LONGEST, clause_marks, sentences
from newsledger.coder.words import split_words

ABBREVIATIONS = PageReader.load().abbreviations


def split(text: str) -> list[str]:
    found = sentences([Line(0, len(text), "body", text)], ABBREVIATIONS, 0)
    return [text[s.start : s.end] for s in found]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Gen. Okello fled. Two died.", ["Gen. Okello fled.", "Two died."]),
        ("The U.S. base was hit. Nobody died.", ["The U.S. base was hit.", "Nobody died."]),
        ("J. Banda spoke. He left.", ["J. Banda spoke.", "He left."]),
        ("About 3.5 tons burned. It rained.", ["About 3.5 tons burned.", "It rained."]),
        ('"We won." They cheered.', ['"We won."', "They cheered."]),
        ("Who fired? Nobody knows!", ["Who fired?", "Nobody knows!"]),
        ("See example.org for more.", ["See example.org for more."]),
        ("No stop at the end", ["No stop at the end"]),
        ("They fled at 6 p.m. on Monday.", ["They fled at 6 p.m. on Monday."]),
    ],
)
def test_sentences_end_at_stops_and_not_at_abbreviations(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_a_line_is_never_joined_with_the_next() -> None:
    text = "Clashes in Goma\nTwo died."
    lines = [Line(0, 15, "headline", text[:15]), Line(16, 25, "body", text[16:])]
    found = sentences(lines, ABBREVIATIONS, 0)
    assert [(s.line, s.kind) for s in found] == [(0, "headline"), (1, "body")]


def test_the_story_begins_behind_its_dateline() -> None:
    text = "GOMA (AFP) - Two died."
    (found,) = sentences([Line(0, len(text), "body", text)], ABBREVIATIONS, 13)
    assert text[found.start : found.end] == "Two died."


def test_a_stretch_without_stops_is_cut() -> None:
    text = "word " * (3 * LONGEST)
    found = sentences([Line(0, len(text), "body", text)], ABBREVIATIONS, 0)
    assert max(len(s.words) for s in found) <= LONGEST
    assert sum(len(s.words) for s in found) == 3 * LONGEST


def test_clause_marks_tell_hard_and_soft_boundaries() -> None:
    words = split_words("Rebels fled, and troops entered; nobody died")
    marked = dict(zip(words.norm, clause_marks(words), strict=True))
    assert (marked[";"], marked["and"], marked[","], marked["troops"]) == (2, 1, 1, 0)


@given(st.text(max_size=400))
def test_sentences_hold_every_word_once_and_in_order(text: str) -> None:
    found = sentences([Line(0, len(text), "body", text)], ABBREVIATIONS, 0)
    assert "".join(t for s in found for t in s.words.text) == "".join(split_words(text).text)
    assert [s.index for s in found] == list(range(len(found)))
