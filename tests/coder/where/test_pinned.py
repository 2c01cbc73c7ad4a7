"""A town keeps the state that the story once names behind it, and a state without such a town knows no namesake."""

import pytest
from tests.coder.told import Code


@pytest.mark.parametrize(
    ("title", "text", "wanted"),
    [
        (
            "Baker killed in Springfield",
            "SPRINGFIELD, Mass. — A gunman shot dead a baker in Springfield on Monday.",
            ("Springfield", "Massachusetts", 1),
        ),
        (
            "",
            "A gunman killed two women in Springfield on Monday. Springfield, Ill., has seen worse.",
            ("Springfield", "Illinois", 1),
        ),
        ("", "A man was shot dead in Antioch, Tenn., on Monday.", ("Nashville", "Tennessee", 3)),
        ("", "A man was shot dead in Antioch, Tennessee, on Monday.", ("Nashville", "Tennessee", 3)),
        ("", "ANTIOCH, Tenn. — A man was shot dead in Antioch on Monday.", ("Nashville", "Tennessee", 3)),
        ("", "A man was shot dead in Antioch, Ill., on Monday.", ("Antioch", "Illinois", 1)),
        ("", "A man was shot dead in Antioch on Monday.", ("Antioch", "California", 1)),
        ("", "A man was shot dead in East St. Louis on Monday.", ("East Saint Louis", "Illinois", 1)),
        ("", "A man was shot dead in St. Louis on Monday.", ("St. Louis", "Missouri", 1)),
        ("", "FELTON, Minn. — A girl of ten was shot dead on Monday.", ("Saint Paul", "Minnesota", 3)),
        ("", "ZURKVILLE, Ga. — A girl of ten was shot dead on Monday.", ("Atlanta", "Georgia", 3)),
        ("", "ZURKVILLE, Wash. — A girl of ten was shot dead on Monday.", ("Olympia", "Washington", 3)),
        # a list of a great city and states says nothing of where the city lies
        (
            "",
            "Gunmen killed three people in Chicago, Texas and Florida on Monday.",
            ("Chicago", "Illinois", 1),
        ),
    ],
)
def test_the_state_named_behind_a_town_is_its_state(
    code: Code, title: str, text: str, wanted: tuple[str, str, int]
) -> None:
    report = code(text, title=title, scope="all-violence").reports[0]
    assert (report.location, report.admin1, report.geo_precision) == wanted
