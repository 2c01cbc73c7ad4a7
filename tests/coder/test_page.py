"""Which lines of a page are the article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger.coder.page import PageReader
from newsledger.coder.paragraphs import ends_sentence, is_hard_wrapped

READER = PageReader.load()
BODY = "Gunmen raided a village near Gao on Monday, residents said."


def kinds(*lines: str, title: str = "") -> dict[str, str]:
    return {line.text: line.kind for line in READER.read("\n".join(lines), title).lines}


def test_a_text_of_one_line_is_body_even_without_a_stop() -> None:
    assert kinds("Gunmen raid village near Gao") == {"Gunmen raid village near Gao": "body"}


def test_the_first_line_without_a_stop_is_the_headline() -> None:
    assert kinds("Gunmen raid village near Gao", BODY)["Gunmen raid village near Gao"] == "headline"


def test_a_line_that_is_the_title_is_the_headline() -> None:
    found = kinds(BODY, "Village raided", BODY + " Two people died there.", BODY * 2, title="Village Raided")
    assert found["Village raided"] == "headline"


@pytest.mark.parametrize(
    "line",
    ["By Amadou Keita", "Share this article", "Subscribe to our newsletter", "5 min read", "* * *"],
)
def test_page_furniture_is_no_text(line: str) -> None:
    assert kinds("Village raided", BODY, line, BODY + " Two died.")[line] == "boilerplate"


@pytest.mark.parametrize("line", ["A burnt house in Gao (Photo: A. Keita)", "Photo: burnt houses in Gao"])
def test_captions_are_no_text(line: str) -> None:
    assert kinds("Village raided", BODY, line, BODY + " Two died.")[line] == "caption"


def test_headlines_at_the_end_of_the_page_are_a_list() -> None:
    others = ["Bomb kills ten in Kabul market", "Troops clash with rebels in Goma", "Ferry strike ends today"]
    found = kinds("Village raided", BODY, *others)
    assert {found[o] for o in others} == {"headline-list"}
    assert found[BODY] == "body"


def test_everything_behind_the_end_of_the_article_is_left_out() -> None:
    after = "Rebels shell a town in the north, killing four people."
    found = kinds("Village raided", BODY, "Related stories", after)
    assert found[after] == "headline-list"


def test_hard_wrapped_lines_are_joined() -> None:
    text = (
        "BOGOTA, 12 MAR 89 (EFE) -- [TEXT] REBELS ATTACKED THE POLICE POST OF A\n"
        "SMALL TOWN IN THE NORTH OF THE COUNTRY EARLY TODAY AND TWO POLICEMEN WERE\n"
        "WOUNDED, OFFICIAL SOURCES REPORTED."
    )
    assert is_hard_wrapped(text.split("\n"))
    page = READER.read(text)
    assert len(page.lines) == 1
    assert page.dateline is not None
    assert page.dateline.place == "BOGOTA"


@pytest.mark.parametrize(
    ("text", "ends"), [("He left.", True), ("“He left.”", True), ("He left", False), ("", False)]
)
def test_lines_that_end_as_sentences_do(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends


@given(st.lists(st.text(st.characters(exclude_characters="\n"), max_size=80), max_size=12).map("\n".join))
def test_lines_stand_in_the_text_where_they_say(text: str) -> None:
    at = 0
    for line in READER.read(text).lines:
        assert line.start >= at
        assert text[line.start : line.end].replace("\r", " ").replace("\n", " ") == line.text
        at = line.end


def test_lines_that_break_off_at_the_end_are_teasers() -> None:
    teasers = (
        "The governor of Benue has named six new heads of his…",
        "Striker puts his club on course for a win at…",
    )
    found = kinds("Gunmen raid village near Gao", "", BODY, "", teasers[0], "", teasers[1])
    assert [found[t] for t in teasers] == ["headline-list"] * 2
    assert kinds("Gunmen raid village near Gao", "", BODY, "", teasers[0])[teasers[0]] == "body"


def test_a_lead_printed_over_the_text_and_in_it_is_read_once() -> None:
    lines = READER.read("\n\n".join([BODY, BODY, "The raid near Gao went on for an hour."])).lines
    assert [line.kind for line in lines] == ["boilerplate", "body", "body"]


def test_teasers_of_other_stories_stand_twice_and_are_left_out() -> None:
    teasers = [
        "The museum in Sikasso has bought nine masks of the last century.",
        "A bakery in Ségou sells bread shaped like hats to tourists.",
    ]
    lines = READER.read("\n\n".join([t for t in teasers for _ in range(2)] + [BODY])).lines
    assert [line.kind for line in lines] == ["boilerplate"] * 4 + ["body"]


def test_a_lone_teaser_of_another_story_is_left_out() -> None:
    teaser = "The museum in Sikasso has bought nine masks from Elder Konaté."
    story = [BODY, "Ibrahim Touré saw them come from Ansongo with Moussa Diarra and Oumar Coulibaly."]
    assert kinds(teaser, "", teaser, "", *story)[teaser] == "boilerplate"
