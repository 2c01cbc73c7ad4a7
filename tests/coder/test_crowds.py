"""How large was the crowd?"""

import pytest
from tests.coder.told import Code, only

SIZES = [
    ("About 2,000 teachers marched in Accra on Monday.", "2000"),
    ("Hundreds of students protested in Accra on Monday.", "hundreds"),
    ("Dozens of protesters gathered in Accra on Monday.", "dozens"),
    ("Tens of thousands of people marched in Accra on Monday.", "tens of thousands"),
    ("Several thousand people marched in Accra on Monday.", "several thousand"),
    ("Students protested in Accra on Monday.", "no report"),
]


@pytest.mark.parametrize(("text", "size"), SIZES, ids=[s for _, s in SIZES])
def test_the_size_of_a_crowd(code: Code, text: str, size: str) -> None:
    assert only(code(text)).tags == f"crowd size={size}"


def test_only_demonstrations_have_a_crowd(code: Code) -> None:
    assert only(code("Hundreds of rebels attacked soldiers in Bria on Monday.")).tags == ""


def test_a_crowd_that_a_pronoun_stands_for_is_told_where_it_is_named(code: Code) -> None:
    """The mention behind "they" must not be sought in the words of another, shorter sentence."""
    text = "In the old town of Accra hundreds of students and teachers protested on Monday. They marched."
    assert only(code(text)).tags == "crowd size=hundreds"


def test_captives_who_are_marched_off_are_no_demonstration(code: Code) -> None:
    text = "Gunmen seized nine men in Gao, Mali, on Monday. The captives were marched toward a forest."
    assert [r.sub_event_type for r in code(text).reports] == ["Abduction/forced disappearance"]
