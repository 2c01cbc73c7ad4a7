"""Which lines of a text belong together."""

import pytest

from newsledger.coder.paragraphs import goes_on, paragraphs


@pytest.mark.parametrize(
    ("before", "line", "joined"),
    [
        ("Soldiers clashed with rebels near", "Saravena on Monday.", True),
        ("Soldiers clashed with rebels,", "Officials said.", True),
        ("Government soldiers clashed with", "rebels near Saravena.", True),
        ("Eleven villagers died in the raid on 9", "June near Marea.", True),
        ("Rebels attack post in Saravena", "Soldiers fled on Monday.", False),
        ("Soldiers clashed with rebels.", "they fled.", False),
        ("Read more in", "the news", False),
    ],
)
def test_a_line_goes_on_that_was_broken_off(before: str, line: str, joined: bool) -> None:
    assert goes_on(before, line) is joined


def test_lines_cut_at_any_width_are_one_paragraph() -> None:
    text = (
        "Gunmen killed four\nfarmers near the town of\nJos on Monday, the\npolice said.\n\nNobody was held."
    )
    assert [found[2].replace("\n", " ") for found in paragraphs(text)] == [
        "Gunmen killed four",
        "farmers near the town of Jos on Monday, the police said.",
        "Nobody was held.",
    ]
