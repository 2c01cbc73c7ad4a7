"""Is an article read as text, title and furniture, in its own language, with times that are no triggers?"""

from datetime import date
from pathlib import Path

import pytest
from tests.coder.told import Code, article, only

from newsledger.coder.engine import Coder
from newsledger.coder.story import Story, first_of_each, is_english, read_story
from newsledger.contract.records import Article

PAGE = """Army says rebels killed

Rebels attacked soldiers near Bria on 3 May. They fled.

File photo: soldiers march in Bangui

Share this on social media
"""


@pytest.fixture(scope="module")
def story(coders: dict[str, Coder]) -> Story:
    return read_story(article(PAGE, published=date(2024, 5, 5)), coders["political"].knowledge)


def test_sentences_are_numbered_in_the_order_of_the_text(story: Story) -> None:
    assert [s.index for s in story.sentences] == list(range(len(story.sentences)))
    texts = [PAGE[s.start : s.end] for s in story.sentences]
    assert texts == ["Army says rebels killed", "Rebels attacked soldiers near Bria on 3 May.", "They fled."]


def test_mentions_know_their_sentence(story: Story) -> None:
    named = {
        (m.sentence, story.sentences[m.sentence].text_of(m.first, m.last))
        for s in story.sentences
        for m in s.mentions
    }
    assert {(1, "Rebels"), (1, "soldiers")} <= named


def test_furniture_gives_no_sentence_but_an_uncoded_row_for_each_trigger(story: Story) -> None:
    assert [(u.trigger, u.reason) for u in story.uncoded] == [("march", "caption")]
    (row,) = story.uncoded
    assert PAGE[row.start : row.end] == "march"


def test_a_title_is_read_once(coders: dict[str, Coder]) -> None:
    knowledge = coders["political"].knowledge
    title = "Rebels attack soldiers near Bria"
    apart = read_story(article("Nobody was hurt.", title=title), knowledge)
    assert [(s.part, s.kind) for s in apart.sentences] == [("title", "headline"), ("text", "body")]
    repeated = read_story(article(f"{title}\n\nNobody was hurt.", title=title), knowledge)
    assert [(s.part, s.kind) for s in repeated.sentences] == [("text", "headline"), ("text", "body")]


def test_upper_case_is_noticed(coders: dict[str, Coder]) -> None:
    knowledge = coders["political"].knowledge
    assert read_story(article("REBELS ATTACKED BRIA, THE BBC SAID."), knowledge).upper
    assert not read_story(article("Rebels attacked Bria, the BBC said."), knowledge).upper


def test_a_trigger_of_several_entries_stands_once(coders: dict[str, Coder]) -> None:
    (sentence,) = read_story(article("Rebels captured the town."), coders["political"].knowledge).sentences
    assert [sentence.text_of(s.first, s.last) for s in first_of_each(sentence)] == ["captured"]


FRENCH = (
    "Au moins dix soldats ont été tués dans une attaque menée par des hommes armés près de la frontière, "
)
ENGLISH = (
    "At least ten soldiers were killed in an attack by armed men near the border, the army said on Monday "
)
LANGUAGES = [
    (ENGLISH * 3, "", True),
    (FRENCH * 3, "", False),
    (FRENCH, "en", True),
    (ENGLISH, "fr", False),
    ("", "", True),
    ("Attack in Gao", "", True),
    ("Нападение на колонну в Гао", "", False),
    ("42 — 17", "", True),
]


@pytest.mark.parametrize(("text", "language", "english"), LANGUAGES, ids=range(len(LANGUAGES)))
def test_english_is_told_by_the_record_or_by_its_small_words(text: str, language: str, english: bool) -> None:
    assert is_english(Article("a", text, date(2024, 1, 1), "x", language=language)) is english


def test_the_stories_of_these_tests_have_names() -> None:
    folder = Path(__file__).parent / "fixtures" / "stories"
    assert len(list(folder.glob("*.yaml"))) >= 4


WRECKS = [
    ("A lorry plunged into a gorge near Goma on Monday. All six soldiers on board were killed.", 0),
    ("Rebels shot down a helicopter near Goma on Monday. All six soldiers on board were killed.", 1),
    ("A lorry plunged into a gorge near Goma on Monday. Rebels killed six soldiers in Sake on Monday.", 1),
]


@pytest.mark.parametrize(("text", "reports"), WRECKS, ids=range(len(WRECKS)))
def test_who_dies_in_a_wreck_is_nobody_s_victim(text: str, reports: int, code: Code) -> None:
    assert len(code(text).reports) == reports


def test_a_year_in_the_name_of_a_group_is_no_time(code: Code) -> None:
    report = only(
        code(
            "Fighters of the 1920 Revolution Brigades killed two soldiers in Baghdad on 4 March 2008.",
            published=date(2008, 3, 6),
        )
    )
    assert (report.actor1, report.event_date) == ("1920 Revolution Brigades", date(2008, 3, 4))
