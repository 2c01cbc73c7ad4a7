"""What the page quotes: only where it may, at most 25 words, and the right ones."""

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from newsledger.publish.page.quote import MOST_WORDS, quoted, quotes_of

TEXT = "Before it. Soldiers clashed near the bridge on Monday. After it."
START, END = TEXT.index("Soldiers"), TEXT.index(" After")


def test_a_short_passage_is_quoted_whole() -> None:
    quote = quoted(TEXT, START, END, [(START, START + 8)])
    assert quote is not None
    assert quote.text == "Soldiers clashed near the bridge on Monday."
    assert quote.text[slice(*quote.marks[0])] == "Soldiers"
    assert not quote.before
    assert not quote.after


def test_of_a_long_passage_the_words_with_the_evidence_are_quoted() -> None:
    words = [f"word{n}" for n in range(60)]
    text = " ".join(words)
    at = text.index("word40")
    quote = quoted(text, 0, len(text), [(at, at + 6)])
    assert quote is not None
    assert len(quote.text.split()) == MOST_WORDS
    assert quote.text[slice(*quote.marks[0])] == "word40"
    assert quote.before
    assert quote.after


def test_a_mark_over_most_of_the_passage_is_none() -> None:
    quote = quoted(TEXT, START, END, [(START, END)])
    assert quote is not None
    assert quote.marks == ()


def test_an_empty_passage_gives_no_quote() -> None:
    assert quoted("   ", 0, 3, []) is None


def test_only_articles_whose_text_is_given_are_quoted() -> None:
    reports = pl.DataFrame(
        {
            "report_id": ["a:1", "b:1", "a:2"],
            "article_id": ["a", "b", "a"],
            "quote_start": [START, 0, -1],
            "quote_end": [END, 5, -1],
        }
    )
    evidence = pl.DataFrame({"report_id": ["a:1"], "part": ["text"], "start": [START], "end": [START + 8]})
    quotes = quotes_of({"a": TEXT}, reports, evidence)
    assert list(quotes) == ["a:1"]
    assert quotes_of({}, reports, evidence) == {}


@given(
    st.text(st.sampled_from("ab \n🙂"), max_size=400),
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), max_size=8),
)
def test_a_quote_is_a_piece_of_the_text_and_never_too_long(text: str, spans: list[tuple[int, int]]) -> None:
    quote = quoted(text, 0, len(text), spans)
    if quote is None:
        assert not text.split()
        return
    assert quote.text in text
    assert len(quote.text.split()) <= MOST_WORDS
    last = 0
    for start, end in quote.marks:
        assert last <= start < end <= len(quote.text)
        last = end
