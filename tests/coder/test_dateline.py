"""Place, date and agency before the first sentence of a story."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.coder.told import Code, only

from newsledger.coder.dateline import find_dateline
from newsledger.coder.page import PageReader

AGENCIES = PageReader.load().agencies


@pytest.mark.parametrize(
    ("text", "place", "date", "story"),
    [
        ("BAMAKO (Reuters) - Gunmen raided a village.", "BAMAKO", "", "Gunmen raided"),
        ("KABUL, Aug. 3 (AP) — A bomb went off.", "KABUL", "Aug. 3", "A bomb"),
        ("BOGOTA, 12 MAR 89 (EFE) -- [TEXT] Rebels attacked.", "BOGOTA", "12 MAR 89", "Rebels"),
        ("MANILA, Philippines (AP) -- Troops fired.", "MANILA, Philippines", "", "Troops"),
        ("GOMA – Rebels entered the town.", "GOMA", "", "Rebels entered"),
        ("Juba, 4 May 2021 - Two men died.", "Juba", "4 May 2021", "Two men"),
    ],
)
def test_datelines_are_read(text: str, place: str, date: str, story: str) -> None:
    found = find_dateline(text, 0, AGENCIES)
    assert found is not None
    assert (found.place, found.date) == (place, date)
    assert text[found.end :].startswith(story)
    assert text[found.place_start : found.place_start + len(place)] == place
    assert text[found.date_start : found.date_start + len(date)] == date


@pytest.mark.parametrize(
    "text",
    [
        "Rebels - armed with rifles - entered the town.",
        "Two men died in Juba on Monday.",
        "He said: nobody died.",
        "",
        "- ",
        "The long road from the capital to the old border town - a day by bus - was closed on 4 May.",
    ],
)
def test_a_sentence_with_a_dash_is_no_dateline(text: str) -> None:
    assert find_dateline(text, 0, AGENCIES) is None


def test_offsets_count_from_the_paragraph() -> None:
    found = find_dateline("GOMA (AFP) - Two died.", 50, AGENCIES)
    assert found is not None
    assert (found.start, found.place_start, found.end) == (50, 50, 63)


@given(st.text(max_size=200), st.integers(0, 50))
def test_any_text_gives_offsets_inside_it(text: str, offset: int) -> None:
    found = find_dateline(text, offset, AGENCIES)
    if found is not None:
        assert offset <= found.place_start <= found.end <= offset + len(text)
        assert offset <= found.date_start <= found.end


def test_a_dateline_with_its_state_speaks_for_that_country(code: Code) -> None:
    told = "Rebels shot a mayor dead in Hamilton on Thursday."
    report = only(code(f"HAMILTON, Ohio (AP) — {told}"))
    assert (report.country, report.admin1) == ("United States", "Ohio")
    assert only(code(f"HAMILTON, Canada — {told}")).country == "Canada"
