"""Who takes part in what a noun names?"""

import pytest
from tests.coder.told import Code, only, types


@pytest.mark.parametrize(
    "text",
    [
        "Thousands took part in the march in Santiago on Friday.",
        "More than one million people took part peacefully in Santiago on Friday in the largest march for years.",
    ],
)
def test_those_who_take_part_march_whatever_stands_between(code: Code, text: str) -> None:
    assert only(code(text)).sub_event_type == "Peaceful protest"


def test_who_takes_part_in_a_feast_does_not_protest(code: Code) -> None:
    assert types(code, "Thousands of people took part on Friday in a carnival march in Santiago.") == []
