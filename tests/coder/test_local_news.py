"""What a local newspaper says of one crime: whom it counts, and on which of the days that it names it happened."""

from datetime import date

import pytest
from tests.coder.told import Code

# what stands between the deed and what is told far down
OTHER = (
    "The street was closed. Neighbors brought flowers. The mayor will speak. The block is quiet. Buses were rerouted."
    " Schools opened late. The church held a service. Shops reopened at noon. A vigil is planned."
)
# killed, injured (None: nothing said), story
TOLLS = [
    (1, 1, "A shooting in Reno on Sunday killed Omar Diaz and left his cousin in the hospital, police said."),
    (1, 2, "A gunman shot and killed a clerk in Reno on Sunday and sent two others to the hospital, police said."),
    (1, 2, "Amir Holt, 18, was shot to death in Tulsa on Sunday as he and two friends walked home. The friends were"
     " also shot."),
    (0, 2, "Two officers were shot in Tulsa on Sunday. The officers were rushed to a hospital."),
    (1, 2, "Two troopers were shot and wounded on Sunday by a motorist who died when they fired back."),
    (2, 1, "Two men were killed in Reno on Sunday. A third man who has not been named was hospitalized, police said."),
    (3, 0, "Three men were killed in a shooting in Tulsa on Sunday. Ross, Diaz and Ortiz were found"
     " wounded near a swing, police said."),
    (2, None, "A man shot and killed his wife in Tulsa on Sunday before turning the handgun on himself, police said."),
    (2, 1, "Officers in Tulsa found a man dead and two others with gunshot wounds on Sunday. The injured suspect was"
     " taken to a hospital, where he died."),
    (1, 3, "The shooting in Tulsa on Sunday killed Ana Brown and left her daughter, Brown's sister and a neighbor with"
     " gunshot wounds."),
    (0, 5, "Five people were wounded in a Tulsa club on Sunday. Four men were shot inside. A fifth man was"
     " shot outside."),
    (4, None, "Four people were shot dead in a Tulsa home on Sunday. The dead were two women and two boys."),
    (0, 2, "Two people were shot during a pickup basketball game in Tulsa on Sunday."),
    (0, 1, "A teen was shot in Tulsa on Sunday. Hours earlier, two men were shot to death a few blocks away."),
    (1, 1, "One dead in Tulsa on Sunday. A man was shot there; another man was flown to a hospital. Ross died later."),
    (1, 1, "A man was shot dead in Tulsa on Sunday. The suspect was shot and is being treated in a hospital."),
    (1, 4, "Omar Diaz died after a shooting in Tulsa on Sunday. One other man was taken to a hospital. Three others are"
     " recovering."),
    (2, 1, "One deputy was killed, and another was wounded, in a shootout in Tulsa on Sunday. The suspect was also"
     " killed."),
    (3, None, "Three people were found dead in Tulsa on Sunday after a man shot his two sons before killing himself."),
    (2, 1, "A man in Tulsa killed his wife and then himself on Sunday. Her son was wounded."),
    (2, None, "Ana Diaz, 30, was found dead in Tulsa on Sunday. Omar Ruiz, 41, died in a hospital."),
    (0, 5, "Gunfire wounded five people in Tulsa on Sunday, one of a number of shootings across the city."),
    (1, 1, "A girl of 7 was killed in Tulsa on Sunday. The girl was hit in the chest; her aunt was hit in the hand."),
    (2, 3, "Two people died and three were hurt in a shooting in Tulsa on Sunday. Of the other three victims, one man"
     " is in critical condition and a woman is in stable condition."),
    (1, None, "A burglar broke into a Tulsa home on Sunday. One of the suspects was shot dead. The suspect died."),
    (2, None, "A man shot his daughter dead in Tulsa on Sunday before turning the gun on himself. Leo Ruiz, 35, was"
     " found dead of a self-inflicted gunshot wound."),
    (3, 2, "A third person has died after a shooting in Tulsa on Sunday. Two of the victims remain in critical"
     " condition."),
    (1, 5, "Gunfire killed a man of 18 in Tulsa on Sunday and five other people ranging in age from 16 to 18 were"
     " wounded."),
    (1, 1, "A couple were found shot in their Tulsa home on Sunday. Leo Ruiz, 81, was dead in his chair."),
    (1, 1, "Two men were shot in Tulsa on Sunday. One died. The other victim, also 42, is in serious condition."),
    (3, 2, "Two women and a man were shot dead in Tulsa on Sunday before a guard fled. About two others were hurt."),
    (2, None, f"Two people were shot dead in a Tulsa bar on Sunday. {OTHER} Nineteen people were shot dead at a mall."),
    (6, None, "Six people were killed in a shooting at a Tulsa bar on Sunday, which began shortly after the doors had"
     " opened and in which a boy was killed at the gate."),
    (1, None, f"Omar Diaz, 24, was shot dead in Tulsa on Sunday. {OTHER} Leo Ruiz, 31, died there."),
    (2, None, "Omar Diaz, 24, was shot dead in Tulsa on Sunday. Leo Ruiz, 31, died at a hospital."),
]  # fmt: skip
CULPRITS = [
    (3, "Two women were killed in a shooting in Tulsa on Sunday. The gunman was shot dead by police."),
    (
        3,
        "A man opened fire at a mall in Tulsa on Sunday, killing two women. Officers shot and killed the gunman.",
    ),
    # who "are dead" may be he and his victims
    (
        2,
        "Two people are dead after a shooting in Tulsa on Sunday. The gunman was killed by police, officials said.",
    ),
    (
        1,
        "One man is dead after a shooting in Tulsa on Sunday. The suspect was killed by police, officials said.",
    ),
]
DAYS = [
    # a state of today, and the deed of last night
    ("2024-06-08", "One officer was dead Sunday after a shootout in Tulsa. A driver shot two officers late Saturday."),
    # another act's genitive
    ("2024-06-09", "A driver shot an officer in Tulsa on Sunday. The shooting followed the previous night's attack in"
     " Reno, in which two men were killed."),
    # a death in hospital after the day of the deed
    ("2024-06-11", "Two people were shot in a Tulsa park. It happened around noon on Tuesday. A woman died on"
     " Wednesday."),
    ("2024-06-07", "It's been one week since somebody shot and killed a boy in a Tulsa park."),
    ("2024-06-09", "On Monday a coroner gave out the names of two brothers found shot in a Tulsa flat early Sunday."),
    ("2023-07-04", "Gunfire killed two people at a Fourth of July cookout in Tulsa."),
    # a stamp beside a bar is the page's
    ("2024-06-09", "By A. Writer | June 13, 2024 at 6:02 PM\nTULSA — A man was shot dead in Tulsa on Sunday,"
     " police said."),
]  # fmt: skip


@pytest.mark.parametrize(("killed", "injured", "text"), TOLLS, ids=[t[-60:] for *_, t in TOLLS])
def test_everybody_is_counted_once(code: Code, killed: int, injured: int | None, text: str) -> None:
    report = code(text, scope="all-violence").reports[0]
    assert (report.fatalities, report.injuries or None) == (killed, injured or None)


@pytest.mark.parametrize(("killed", "text"), CULPRITS)
def test_who_killed_and_was_killed_is_counted(code: Code, killed: int, text: str) -> None:
    assert code(text, scope="all-violence").reports[0].fatalities == killed


@pytest.mark.parametrize(("day", "text"), DAYS, ids=[t[-60:] for _, t in DAYS])
def test_the_day_is_that_of_the_deed(code: Code, day: str, text: str) -> None:
    published = date(2023, 7, 6) if "July" in text else date(2024, 6, 14)
    assert str(code(text, scope="all-violence", published=published).reports[0].event_date) == day


def test_a_newspapers_name_is_no_day(code: Code) -> None:
    text = "A boy was shot dead in Tulsa Thursday. USA Today counts such deaths."
    assert str(code(text, scope="all-violence").reports[0].event_date) == "2024-06-13"


def test_a_purpose_silences_no_deed(code: Code) -> None:
    text = "A gunman who climbed a wall to avoid being seen opened fire at a fair in Tulsa on Sunday, killing three."
    assert [(r.fatalities, r.injuries) for r in code(text, scope="all-violence").reports] == [(3, None)]


def test_a_state_gives_way_to_the_town_told_next(code: Code) -> None:
    text = "Texas toddler killed by a gun. A boy was shot dead on Sunday in a home in Waco. He had visited Tyler."
    assert code(text, scope="all-violence").reports[0].location == "Waco"
    text = "Two men were shot dead in Texas on Sunday. Gunmen ran into a bar in Waco. They were from El Paso in Texas."
    assert code(text, scope="all-violence").reports[0].location == "Waco"
