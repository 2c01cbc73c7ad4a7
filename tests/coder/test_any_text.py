"""Whatever the text, the coder answers, and every offset points at the words that it names."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from newsledger import content
from newsledger.coder.engine import Coder
from newsledger.coder.rules import read_rules
from newsledger.coder.words import split_words
from newsledger.contract.missing import MISSING_WORDS
from newsledger.contract.records import Article, Coded

CODER = Coder.load(scope="all-violence")
VOCABULARY = """
rebels soldiers Mali Gao police protesters gunmen killed three attacked shelled in on near by of and , ; .
the not 3 August 2022 overnight a grenade was were said that bombing clashes between village “ ” - — ( ) would
40 dozens 's Azerbaijan Kapan captured injured Photo: women U.S. p.m. 31 February 0 99999999 riot march no to
"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n", "\n\n"])
STORIES = st.lists(WORDS, max_size=60).map(" ".join)


def code(text: str, title: str = "") -> Coded:
    return CODER.code(Article("a", text, date(2024, 6, 14), "Example", title, language="en"))


def check(coded: Coded) -> None:
    """Assert that all offsets lie inside the article's text or title, on the words they stand for."""
    parts = {"text": coded.article.text, "title": coded.article.title}
    reports = {r.report_id for r in coded.reports}
    for evidence in coded.evidence:
        assert evidence.report_id in reports
        if evidence.part in parts:
            assert 0 <= evidence.start < evidence.end <= len(parts[evidence.part])
        else:
            assert (evidence.start, evidence.end) == (-1, -1)
    for row in coded.uncoded:
        if row.part in parts:
            said = parts[row.part][row.start : row.end]
            assert split_words(said).text == split_words(row.trigger).text
    for report in coded.reports:
        assert report.fatalities_low <= report.fatalities <= report.fatalities_high
        assert 0 <= report.confidence <= 1
        assert report.quote_start <= report.quote_end


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300), st.text(max_size=40))
def test_any_text_is_coded(text: str, title: str) -> None:
    check(code(text, title))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STORIES, STORIES)
@example("Rebels killed 3 soldiers in Gao on 31 February.", "")
@example("(", "killed")
@example("On 2022-13-45 rebels killed ten in Gao. On the 31st they fled.", "")
def test_any_heap_of_the_language_of_conflict_is_coded(text: str, title: str) -> None:
    coded = code(text, title)
    check(coded)
    again = code(text, title)
    assert (coded.reports, coded.evidence, coded.uncoded) == (again.reports, again.evidence, again.uncoded)


SMALL = frozenset(
    "at in on of by and or who that which after before with for from to , ( “ his their".split()
)
FOLDER = content.coder_folder() / "rules"


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.yaml")), ids=lambda p: p.stem)
def test_a_sentence_that_breaks_off_behind_a_small_word_is_coded(path: Path) -> None:
    for shown in [e for rule in read_rules(path) for e in (*rule.matches, *rule.misses)]:
        words = shown.text.split()
        for end in [n for n, word in enumerate(words, 1) if word in SMALL or word.endswith(",")][-3:]:
            check(code(" ".join(words[:end])))
            check(code(" ".join(words[end - 1 :])))


@pytest.mark.parametrize("words", ["None of them were hurt", "None of the guards was killed"])
def test_no_cell_says_a_word_for_a_missing_value(words: str) -> None:
    coded = code(f"Rebels shelled a camp near Gao. {words}.")
    details = {row.detail for row in coded.uncoded}
    assert "“None”" in details
    assert details.isdisjoint(MISSING_WORDS)


def test_a_death_that_breaks_off_is_coded() -> None:
    check(code("It happened on Friday in Gao. An elderly man died at"))
    check(code("Rebels shot dead Omar Diaz,"))


def test_the_values_of_a_report_are_written_where_they_were_read() -> None:
    text = "NIAMEY - The governor said that gunmen killed four farmers near Tillabéri on Monday."
    coded = code(text)
    check(coded)
    where = {e.field: text[e.start : e.end] for e in coded.evidence if e.part == "text"}
    assert where["location"] == "Tillabéri"
    assert "four" in where["fatalities"]
    assert "Monday" in where["event_date"]
