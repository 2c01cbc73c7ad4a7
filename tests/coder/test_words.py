"""Tokens and their offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger.coder.words import HYPHENS, norm, phrase, split_words


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("the U.S. said at 6 p.m. that", ["the", "u.s.", "said", "at", "6", "p.m.", "that"]),
        ("2,000 at 18:00 on the 3rd", ["2,000", "at", "18:00", "on", "the", "3rd"]),
        ("Armenian-Azerbaijani border", ["armenian", "azerbaijani", "border"]),
        ("Mali’s army didn’t fire", ["mali", "'s", "army", "didn't", "fire"]),
        ("Sana'a", ["sana'a"]),
        ("dead – or “captured”", ["dead", "—", "or", "captured"]),
        ('he said: "They fled at dawn"', ["he", "said", ":", '"', "they", "fled", "at", "dawn", '"']),
        ('the "National Army"', ["the", '"', "national", "army", '"']),
        ("GAO (AFP) -- Rebels", ["gao", "(", "afp", ")", "—", "rebels"]),
        ("Bogotá, Çanakkale", ["bogota", ",", "canakkale"]),
        ("and then...", ["and", "then", "."]),
    ],
)
def test_tokens_are_normalised(text: str, tokens: list[str]) -> None:
    assert split_words(text).norm == tokens


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Fighters of IS fled.", "isis"),
        ("THE TOWN IS CALM", "is"),
        ("THE SUM UP TO NOW, IS HIGH.", "is"),
        ("The US, IS and Iran.", "isis"),
        ("The town is calm.", "is"),
    ],
)
def test_a_name_in_capitals_is_no_verb(text: str, word: str) -> None:
    assert word in split_words(text).norm
    assert {"is", "isis"} & set(split_words(text).norm) == {word}


def test_a_hyphen_glues_and_a_dash_does_not() -> None:
    assert split_words("shoot-out").glued == [False, True]
    assert split_words("troops - rebels").norm == ["troops", "—", "rebels"]


def test_offsets_count_from_where_the_text_begins() -> None:
    words = split_words("Rebels fled.", 100)
    assert (words.start[1], words.end[1]) == (107, 111)


def test_a_slice_keeps_offsets() -> None:
    words = split_words("Rebels fled the town.").slice(1, 3)
    assert (words.text, words.start, len(words)) == (["fled", "the"], [7, 12], 2)


def test_names_begin_with_a_capital() -> None:
    words = split_words("near Mopti")
    assert [words.is_name(i) for i in range(2)] == [False, True]


def test_a_phrase_meets_text_however_it_is_written() -> None:
    assert phrase("Naïve coup d’état") == phrase("naive coup d'etat")


@given(st.text(), st.integers(0, 1000))
def test_every_token_stands_where_its_offsets_say(text: str, offset: int) -> None:
    words = split_words(text, offset)
    at = offset
    for token, start, end in zip(words.text, words.start, words.end, strict=True):
        assert start >= at
        written = text[start - offset : end - offset]
        assert written == token or (token == "—" and written in HYPHENS)
        assert token
        at = end


@given(st.text())
def test_nothing_but_space_and_hyphens_is_left_out(text: str) -> None:
    kept = "".join(split_words(text).text)
    left = [c for c in text if not c.isspace()]
    dashes = {*HYPHENS, "—"}
    assert [c for c in kept if c not in dashes] == [c for c in left if c not in dashes]


@given(st.text(st.characters(categories=("L", "N"))))
def test_norm_is_stable(token: str) -> None:
    assert norm(norm(token)) == norm(token)


@pytest.mark.parametrize("mark", ["\u0301", "\u20d0", "\u05b0", "\u064b", "\ufe0f", "\u0e31"])
def test_an_accent_that_stands_alone_is_a_token_and_no_empty_one(mark: str) -> None:
    """The empty string ends a phrase in the lexicon's tree, and no token may be it."""
    assert all(split_words(f"Gunmen killed {mark} four").norm)
