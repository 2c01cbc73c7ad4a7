"""Words that are written in two ways are one to the lexicon."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.coder.told import article

from newsledger.coder.engine import Coder
from newsledger.coder.lexicon import read_yaml
from newsledger.coder.spelling import SPELLING, Spelling
from newsledger.content import coder_folder
from newsledger.errors import ContentInvalid

FILE = coder_folder() / "lexicon" / SPELLING


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    return Spelling.read(read_yaml(FILE), FILE)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("burnt", "burned"),
        ("burned", "burnt"),
        ("neutralised", "neutralized"),
        ("mobilization", "mobilisation"),
        ("paralyzed", "paralysed"),
        ("organizers", "organisers"),
        ("tyres", "tires"),
        ("raised", None),
        ("exercises", None),
        ("surprise", None),
        ("seized", None),
        ("soldiers", None),
    ],
)
def test_the_other_spelling(spelling: Spelling, word: str, other: str | None) -> None:
    assert spelling.other(word) == other


@given(st.text("abcdeilmnorstyz", min_size=1, max_size=12))
def test_the_other_of_the_other_is_the_word(word: str) -> None:
    spelling = Spelling.read(read_yaml(FILE), FILE)
    other = spelling.other(word)
    assert other is None or spelling.other(other) == word


def test_a_phrase_is_written_in_every_way(spelling: Spelling) -> None:
    assert set(spelling.others(("burned", "the", "community", "centre"))) == {
        ("burnt", "the", "community", "centre"),
        ("burned", "the", "community", "center"),
        ("burnt", "the", "community", "center"),
    }


@pytest.mark.parametrize(
    "text", ["Militants burnt a temple near Gao on Monday.", "Militants burned a temple near Gao on Monday."]
)
def test_both_spellings_give_the_same_row(coders: dict[str, Coder], text: str) -> None:
    (report,) = coders["political"].code(article(text)).reports
    assert report.sub_event_type == "Looting/property destruction"


@pytest.mark.parametrize(
    "data",
    [{}, {"pairs": [["one"]]}, {"pairs": [[1, 2]]}, {"pairs": [["a", "b"], ["b", "c"]]}, {"pairs": "no"}],
)
def test_malformed_pairs_are_told(data: object) -> None:
    with pytest.raises(ContentInvalid, match="pairs"):
        Spelling.read(data, Path("spelling.yaml"))
