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
    ("Gunmen shot a 24-year-old man in Omaha on Monday. A 31-year-old woman was shot in the foot.", 0, 2),
    ("Gunmen shot two men in Omaha on Monday. Both were taken to a hospital, where one of them died.", 1, 1),
]


@pytest.mark.parametrize(("text", "killed", "injured"), CRIMES, ids=[text[:50] for text, *_ in CRIMES])
def test_a_crime_story_tells_its_event_through_the_case_too(
    code: Code, text: str, killed: int, injured: int | None
) -> None:
    report = code(text, scope="all-violence").reports[0]
    assert (report.fatalities, report.injuries or None) == (killed, injured)


@pytest.mark.parametrize(
    "lost",
    [
        "The army lost two men, while the rebels lost eight.",
        "The army lost two men and the rebels eight.",
        "The army lost two soldiers, and the rebels eight fighters.",
        "The rebels lost eight and the army two.",
    ],
)
def test_both_sides_lost_people(code: Code, lost: str) -> None:
    assert code(f"The army and rebels clashed near Gao on Monday. {lost}").reports[0].fatalities == 10


@pytest.mark.parametrize("also", ["and the rebels abducted eight.", "and the rebels two trucks.", "in all."])
def test_what_else_happened_is_no_loss(code: Code, also: str) -> None:
    text = f"The army and rebels clashed near Gao on Monday. The army lost two men {also}"
    assert code(text).reports[0].fatalities == 2


def test_a_case_is_no_event_where_crime_is_not_coded(code: Code) -> None:
    text = "Rebels attacked soldiers near Bria on Monday. A court tried a man accused of killing two clerks."
    assert code(text).reports[0].fatalities == 0


SIDES = [
    # text, killed
    (
        "JNIM fighters ambushed a patrol near Dori on Monday. Four soldiers died there; the army, for its part,"
        " said it had neutralised six assailants.",
        10,
    ),
    (
        "Rebels attacked a police post in Bria on Monday, killing five people: two policemen, two traders and a child."
        " One assailant was shot dead.",
        6,
    ),
    (
        "Four Ukrainian soldiers were killed in clashes near Avdiivka on Monday. The staff put enemy losses at seven"
        " dead.",
        11,
    ),
    (
        "Azerbaijan said three of its guards had been killed by Armenian fire near Lachin on Monday; Armenia"
        " reported two dead on its side.",
        5,
    ),
    (
        "Troops stormed Bayda in Syria on Monday. Activists gave the names of 60 dead; a rights group said at least 40"
        " had been killed.",
        40,
    ),
]


@pytest.mark.parametrize(("text", "killed"), SIDES, ids=[text[:50] for text, _ in SIDES])
def test_the_dead_of_each_side_add_and_rival_counts_do_not(code: Code, text: str, killed: int) -> None:
    assert code(text).reports[0].fatalities == killed


def test_a_crime_story_that_turns_to_another_crime_counts_it_no_more(code: Code) -> None:
    text = (
        "Gunmen shot and killed two men at a bar in Omaha on Monday. Police found no weapon. In a separate incident, a"
        " woman was shot and wounded in Gretna."
    )
    report = code(text, scope="all-violence").reports[0]
    assert (report.fatalities, report.injuries or 0) == (2, 0)


def test_whose_death_is_mourned_is_no_toll_of_an_attack(code: Code) -> None:
    text = "Rebels attacked soldiers near Bria on Monday, wounding two. They wanted to avenge the death of Jonas Petri."
    assert code(text).reports[0].fatalities == 0


def test_another_who_died_is_besides_the_injured_of_the_sentence_before(code: Code) -> None:
    text = (
        "A shooting in Omaha on Monday left one dead and two injured. Two people were taken to a hospital. Another"
        " person died, the mayor said."
    )
    report = code(text, scope="all-violence").reports[0]
    assert (report.fatalities, report.injuries) == (1, 2)


def test_a_link_to_another_story_counts_nobody_beside_the_story_itself(code: Code) -> None:
    text = (
        "A gunman shot and wounded three men at a bar in Omaha on Monday, police said.\n\nDeputies: nine men shot in"
        " Gretna last year\n\nThe gunman fled in a grey van, the bar's owner said."
    )
    report = code(text, scope="all-violence").reports[0]
    assert (report.fatalities, report.injuries) == (0, 3)


def test_the_text_tells_the_dead_of_an_event_in_the_headline(code: Code) -> None:
    text = "Gunmen attack convoy in Bria, Central African Republic\n\nTwo guards were killed on Monday."
    assert [r.fatalities for r in code(text).reports] == [2]
