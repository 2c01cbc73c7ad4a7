"""Furniture that is glued into a paragraph is told from its text."""

from tests.coder.told import Code

from newsledger.coder.page import PageReader

STORY = "Rebels shelled Bria on Monday. " + "The raid lasted an hour and hit many shops of the town. " * 6
READER = PageReader.load()


def kinds(text: str) -> list[tuple[str, str]]:
    """Return the kind and the last word of each part of a text."""
    return [(line.kind, line.text.split()[-1]) for line in READER.read(text).lines]


def test_a_sentence_that_only_its_credit_follows_is_a_caption() -> None:
    caption = "Men carry a boy out of a house in Bria June 3 2024. (Example and Agencies) "
    assert kinds(STORY + caption + "The mayor said that the shelling had gone on for two hours.") == [
        ("body", "town."),
        ("caption", "Agencies)"),
        ("body", "hours."),
    ]


def test_a_bracket_that_is_no_credit_stays_in_the_text() -> None:
    told = "The front seized the town. (The army denies this) The mayor said that it had fallen before."
    assert kinds(STORY + told) == [("body", "before.")]


def test_a_credit_at_the_end_makes_no_caption() -> None:
    assert kinds(STORY + "Two men died there. (With Reuters and AFP)") == [("body", "AFP)")]


def test_the_headlines_of_other_stories_are_cut_off(code: Code) -> None:
    text = f"{STORY}Source EX Related News Ten killed in Goma as rebels shell Bunia"
    assert kinds(text) == [("body", "town."), ("headline-list", "Bunia")]
    assert {r.location for r in code(text).reports} == {"Bria"}


def test_offsets_stay_those_of_the_text(code: Code) -> None:
    text = STORY + "Men carry a boy in Bria. (AFP) Rebels killed nine traders in Bambari on Tuesday, he said."
    coded = code(text)
    assert any(text[r.quote_start :].startswith("Rebels killed nine") for r in coded.reports)
