"""What is coded of a short report that counts dead or wounded, but has no word for the deed?"""

import pytest
from tests.coder.told import Code, only, types

CAME_BY = [
    (
        "He pulled the pins of two grenades in the council hall at Vinnytsia on Monday. Nine people were wounded.",
        "Grenade",
    ),
    (
        "The ground under a police car at Mandera was one landmine on Monday. Four constables died.",
        "Remote explosive/landmine/IED",
    ),
    (
        "Men of the GIA came to the hamlet near Medea on Monday with axes and went from door to door. Forty died.",
        "Attack",
    ),
]


@pytest.mark.parametrize(("text", "kind"), CAME_BY, ids=[k for _, k in CAME_BY])
def test_the_dead_are_those_of_the_weapon_or_the_armed_people_named_near(
    code: Code, text: str, kind: str
) -> None:
    assert only(code(text)).sub_event_type == kind


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were hurt in an accident at Vinnytsia on Monday. Gunmen had passed there.",
        "The trial of men of the GIA began in Medea on Monday. Forty people had died.",
        "Nine people were wounded in Vinnytsia on Monday.",
    ],
)
def test_nobody_is_killed_where_the_report_speaks_of_chance_or_a_court_or_names_nothing(
    code: Code, text: str
) -> None:
    assert types(code, text) == []


def test_in_a_longer_story_the_dead_may_be_those_of_anything(code: Code) -> None:
    told = "He pulled the pins of two grenades in the hall at Vinnytsia on Monday. Nine people were wounded."
    more = (
        " The mayor spoke of the harvest. The road is long. The sun shone. Trams ran late. Shops were full."
    )
    assert types(code, told + more) == []
