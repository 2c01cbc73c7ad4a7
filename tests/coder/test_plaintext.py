"""Characters that nobody sees change no row, and evidence points into the text as it was given."""

import html
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.coder.told import Code, only, said

from newsledger.coder.plaintext import plain

TEXT = "Gunmen killed four farmers near Culiacán on Monday, the governor's office said."
ODD = st.sampled_from(
    ["\u00ad", "\u200b", "\ufeff", "\u00a0", "e\u0301", "\u0301", "&amp;", "&#39;", "&nope;", "\u2011"]
)
PIECES = st.lists(st.one_of(ODD, st.text(max_size=6)), max_size=30).map("".join)


@pytest.mark.parametrize(
    ("given_as", "read_as"),
    [
        ("kil\u00adled", "killed"),
        ("a\u00a0town", "a town"),
        ("Me\u0301naka", "Ménaka"),
        ("the mayor&#39;s car", "the mayor's car"),
        ("Tom &amp; Ana", "Tom & Ana"),
        ("R&D; and &nope;", "R&D; and &nope;"),
        ("\ufeffGunmen", "Gunmen"),
        ("a U.S.\u2011backed force", "a U.S.-backed force"),
        ("NDF\u0301IKS", "NDFIKS"),
        ("b\u0301 and e\u0301", "b and é"),
        ("plain text", "plain text"),
    ],
)
def test_a_text_is_read_as_it_is_seen(given_as: str, read_as: str) -> None:
    assert plain(given_as).text == read_as


@given(PIECES)
def test_every_character_keeps_its_offset(text: str) -> None:
    found = plain(text)
    offsets = [found.offset(i) for i in range(len(found.text) + 1)]
    assert offsets == sorted(offsets)
    assert all(0 <= at <= len(text) for at in offsets)
    assert found.at is None or offsets[-1] == len(text)
    kept = [(i, c) for i, c in enumerate(found.text) if c.isascii() and c.isalnum() and "&" not in text]
    assert all(text[found.offset(i)] == c for i, c in kept)


@pytest.mark.parametrize(
    "text",
    [
        unicodedata.normalize("NFD", TEXT),
        TEXT.replace("killed", "kil\u00adled").replace("governor", "gover\u00adnor"),
        TEXT.replace(" near ", "\u00a0near\u00a0").replace(" on ", "\u202fon "),
        TEXT.replace("farmers", "farmers\u200b"),
        "\ufeff" + TEXT,
        html.escape(TEXT),
    ],
)
def test_what_nobody_sees_changes_no_row(code: Code, text: str) -> None:
    report, plainly = only(code(text)), only(code(TEXT))
    fields = ("sub_event_type", "event_date", "actor1", "actor2", "location", "country", "fatalities")
    assert [getattr(report, f) for f in fields] == [getattr(plainly, f) for f in fields]
    words = said(code(text), report, "fatalities")
    assert [plain(w).text for w in words] == said(code(TEXT), plainly, "fatalities")


def test_a_title_is_read_as_it_is_seen(code: Code) -> None:
    coded = code("The dead were farmers.", title="Gunmen kil\u00adled four people near Gao on Monday")
    assert only(coded).fatalities == 4
    assert all(0 <= e.start < e.end <= len(coded.article.title) for e in coded.evidence if e.part == "title")
