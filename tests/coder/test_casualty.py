"""Which tolls of a story belong to which event?"""

import pytest
from tests.coder.told import Code

BASE = "Rebels attacked soldiers near Bria on Monday. "


def test_each_event_has_its_own_dead(code: Code) -> None:
    text = (
        "A bomb killed two soldiers near Gao on Monday. On Tuesday rebels attacked Kidal. Five people died there, and"
        " 11 were wounded."
    )
    found = {r.location: (r.fatalities, r.injuries) for r in code(text).reports}
    assert found == {"Gao": (2, None), "Kidal": (5, 11)}


def test_a_toll_too_far_from_any_event_belongs_to_none(code: Code) -> None:
    filler = "The mayor spoke of the harvest. " * 6
    report = code(BASE + filler + "A bus accident left 40 people dead.").reports[0]
    assert report.fatalities == 0


CRIMES = [
    # text, killed, injured
    (
        "Police are investigating a shooting that killed two men in Omaha on Monday. Shots were fired at a bar.",
        2,
        None,
    ),
    (
        "A man opened fire at a bar in Omaha on Monday. He is accused of killing two men and wounding five.",
        2,
        5,
    ),
    ("A man shot dead his neighbour in Omaha on Monday, then shot himself.", 2, None),
    ("Gunmen shot a 24-year-old man in Omaha on Monday. A 31-year-old woman was shot in the leg.", 0, 2),
    ("Gunmen shot two men in Omaha on Monday. Both were taken to a hospital, where one of them died.", 1, 1),
]


@pytest.mark.parametrize(("text", "killed", "injured"), CRIMES, ids=[text[:50] for text, *_ in CRIMES])
def test_a_crime_story_tells_its_event_through_the_case_too(
    code: Code, text: str, killed: int, injured: int | None
) -> None:
    report = code(text, scope="all-violence").reports[0]
    assert (report.fatalities, report.injuries or None) == (killed, injured)


def test_a_case_is_no_event_where_crime_is_not_coded(code: Code) -> None:
    text = "Rebels attacked soldiers near Bria on Monday. A court tried a man accused of killing two clerks."
    assert code(text).reports[0].fatalities == 0
