"""The headline that a text begins with once more, with its date and agency, is the head of the page."""

from newsledger.coder.repeated import behind_title

TITLE = "Ten killed in clashes near Sotk"
AGENCIES = {"afp"}


def test_a_headline_said_again_ends_where_the_story_begins() -> None:
    text = f"Sunday 15 Feb 2015 {TITLE} AFP At least ten soldiers were killed on Saturday."
    head = behind_title(text, 100, TITLE, AGENCIES)
    assert head is not None
    assert (head.date, head.agency) == ("15 Feb 2015", "AFP")
    assert text[head.end - 100 :].startswith("At least ten")


def test_a_short_title_or_one_that_goes_on_is_no_head() -> None:
    assert behind_title("Sotk is burning, officials said on Monday.", 0, "Sotk is burning", AGENCIES) is None
    assert behind_title(f"{TITLE} and Goris on Monday, the ministry said.", 0, TITLE, AGENCIES) is None
    assert behind_title("Nothing of it is here.", 0, TITLE, AGENCIES) is None
