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
    (1, 1, "A husband and father was killed in Tulsa on Sunday and his wife was wounded, police said."),
    (2, 1, "A deputy was killed in a gunfight in Tulsa on Sunday, and the gunman died hours later. A woman was"
     " shot in the hand."),
    (1, 1, "Two men stood on a porch in Tulsa on Sunday when somebody fired from a car. Ortiz was hit in the head and"
     " died. The other man was hit in the foot."),
    (1, 3, "Officer Diaz was struck in the shoulder in Tulsa on Sunday and fired back. The man died on the spot. Two"
     " customers were also hit."),
    (0, 3, "A baker was shot in the chest, a tailor in the arm and a girl in the leg in Tulsa on Sunday."),
    (2, 2, "Omar Diaz, 45, and his wife, Elena, 43, were killed in Tulsa on Sunday; their two sons were wounded."),
    (1, 3, "A shooting in Tulsa on Sunday killed a tourist. Also hit were his wife, in the elbow, and two waiters."),
    (2, 1, "A guard was shot dead in Tulsa on Sunday, as was a customer. A clerk was wounded."),
    (2, 1, "A gunfight in Tulsa on Sunday left a deputy and the man he had pulled over dead, and a second deputy"
     " wounded."),
    (3, 4, "Seven people were shot at a cookout in Tulsa on Sunday. Three died and the others are recovering."),
    (1, 1, "A boy was stabbed to death in Tulsa on Sunday. His brother was stabbed, too, but survived."),
    (3, None, "A gunman killed two clerks in Tulsa on Sunday and was himself shot dead by deputies."),
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
    (3, 2, "Two women and a boy were shot dead in Tulsa on Sunday before a guard fled. About two others were hurt."),
    (2, None, f"Two people were shot dead in a Tulsa bar on Sunday. {OTHER} Nineteen people were shot dead at a mall."),
    (6, None, "Six guests were killed in a shooting at a Tulsa bar on Sunday, which began shortly after the doors had"
     " opened and in which a boy was killed at the gate."),
    (1, None, f"Omar Diaz, 24, was shot dead in Tulsa on Sunday. {OTHER} Leo Ruiz, 31, died there."),
    (2, None, "Omar Diaz, 24, was shot dead in Tulsa on Sunday. Leo Ruiz, 31, died at a hospital."),
    # the shots in one sentence, those hit in the next
    (1, 1, "A man walked up to a parked car in Tulsa on Sunday and started shooting. The driver died. His passenger is"
     " hospitalized in serious condition."),
    (1, None, "Tulsa officers went to a shots-fired call on Sunday and found a woman unresponsive. She later died."),
    (0, 1, "A bullet came through a wall in Tulsa on Sunday and hit a girl in the foot."),
    (0, 2, "A stranger opened fire on a van in Tulsa on Sunday, striking two men."),
    (0, 5, "A man fired into a crowd outside a Tulsa arena on Sunday, injuring five."),
    (2, 1, "Tulsa police raised the number of dead in Sunday's shooting to two after a boy died. One other person is"
     " still being treated."),
    # far behind their people: wounds, and what came of them
    (1, None, "A cook was shot during a holdup in Tulsa on Sunday and did not survive."),
    (1, None, "A teen was shot in a Tulsa alley on Sunday. Medics could not revive him."),
    (0, 1, "Officers located a man in a Tulsa driveway on Sunday with a gunshot wound."),
    (0, 1, "A man in his 40s was lying in the 300 block of Elm Street in Tulsa at 9 p.m. Sunday, suffering from several"
     " gunshot wounds."),
    (0, 2, "Two cousins walked into a Tulsa hospital on Sunday suffering from gunshot wounds."),
    (0, 4, "A shooting in Tulsa on Sunday sent four men to Mercy Medical Center."),
    (0, 2, "Two women, both bystanders, were hit by stray bullets in Tulsa on Sunday."),
    (0, 4, "Two women and a boy were taken to a Tulsa hospital after a shooting on Sunday, and a fourth victim drove"
     " herself to a clinic."),
    (1, None, "A woman's body riddled with bullets was found in a Tulsa ditch on Sunday."),
    (1, None, "The victim of Sunday's fatal shooting in Tulsa was Ana Diaz, 30."),
    (1, None, "A cook of 40 became Tulsa's ninth homicide victim on Sunday when she was shot on her steps."),
    # who is somebody else than the dead
    (1, 1, "An officer was shot dead in Tulsa on Sunday. The suspect, who was wounded by return fire, is in custody."),
    (1, 1, "A man shot a boy in Tulsa on Sunday and was then shot dead by police."),
    (1, 1, "A woman was killed in Tulsa on Sunday and her son was shot in the back."),
    (1, 3, "Police killed the gunman after three people were shot at a Tulsa fair on Sunday."),
    (4, 2, "A man killed three people and wounded two in Tulsa on Sunday before a guard shot him dead."),
    (3, 1, "A gunman who killed three people in Tulsa on Sunday was himself wounded."),
    (1, 2, "Two deputies were shot in Tulsa on Sunday. Both are in stable condition. The gunman was killed."),
    (1, 2, "A triple shooting in Tulsa on Sunday left one man dead. The two surviving victims, a man and a woman, were"
     " taken to a hospital."),
    (1, None, "A driver who was shot during a carjacking in Tulsa on Sunday has died of his injuries."),
    # of the dead and hurt, some
    (1, 1, "A homeowner in Tulsa shot two intruders on Sunday, killing one and wounding the other."),
    (2, 6, "Two of the eight people shot at a birthday party in Tulsa on Sunday have died."),
    (2, None, "A man shot two boys in Tulsa on Sunday, killing both."),
    (0, 5, "All but one of the six people at the table were shot in a Tulsa bar on Sunday."),
    (1, 2, "Tulsa police initially said two people had died in Sunday's shooting, but later corrected that to one. Two"
     " others were wounded."),
    (2, None, "Two men shot each other to death in Tulsa on Sunday."),
    (3, None, "Leo Ruiz, 47, shot his wife and teenage daughter before killing himself in Tulsa on Sunday."),
]  # fmt: skip
# nobody did it to another, nobody was hit, or it was only feared
NONE = (
    "A hunter accidentally shot himself in Tulsa on Sunday, police said.",
    "A toddler was killed in Tulsa on Sunday when a gun went off accidentally.",
    "Someone fired shots into a house in Tulsa on Sunday. Nobody inside was hit.",
)
CULPRITS = [
    (3, "Two women were killed in a shooting in Tulsa on Sunday. The gunman was shot dead by police."),
    (
        3,
        "A man opened fire at a mall in Tulsa on Sunday, killing two women. Officers shot and killed the gunman.",
    ),
    # who "are dead" may be he and his victims
    (
        2,
        "Two guests are dead after a shooting in Tulsa on Sunday. The gunman was killed by police, officials said.",
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
    # only a description of what the weekday dates
    # the slow death of one who was hit days before, wherever that is told
    ("2024-06-08", "A second man has died after gunfire tore through a party in Tulsa. Omar Diaz was taken off life"
     " support on Tuesday. Two others were struck in the barrage, which police said erupted late Saturday."),
    ("2024-06-05", "The toll of a shooting in Tulsa rose to three on Thursday when a woman died at Mercy Health. Four"
     " people had been shot on June 5, police said."),
    ("2024-06-03", "A man was arrested in Tulsa on Tuesday in June 3 shooting of a grocer."),
    # what befell another before
    ("2024-06-09", "Two people were killed when gunmen opened fire in Tulsa on mourners of a man who was himself shot"
     " two weeks ago. Officers were called at 4 p.m. Sunday."),
    ("2024-06-08", "A man was shot dead in an overnight shooting Saturday in Tulsa."),
    # a stamp beside a bar is the page's
    ("2024-06-09", "By A. Writer | June 13, 2024 at 6:02 PM\nTULSA — A man was shot dead in Tulsa on Sunday,"
     " police said."),
]  # fmt: skip


@pytest.mark.parametrize(("killed", "injured", "text"), TOLLS, ids=[t[-60:] for *_, t in TOLLS])
def test_everybody_is_counted_once(code: Code, killed: int, injured: int | None, text: str) -> None:
    report = code(text, scope="all-violence").reports[0]
    assert (report.fatalities, report.injuries or None) == (killed, injured or None)


@pytest.mark.parametrize("text", NONE)
def test_what_nobody_did_to_another_is_no_row(code: Code, text: str) -> None:
    assert not code(text, scope="all-violence").reports


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


@pytest.mark.parametrize(
    ("town", "text"),
    [
        ("Mesquite", "A man was shot dead in Mesquite Thursday."),
        ("Philadelphia", "Two men were shot in the Germantown section of Philadelphia on Sunday."),
        (
            "Jersey City",
            "JERSEY CITY — A shooting in the city's Greenville section left a man dead on Sunday.",
        ),
    ],
)
def test_a_town_that_is_a_word_or_has_parts(code: Code, town: str, text: str) -> None:
    assert code(text, scope="all-violence").reports[0].location == town


def test_where_the_dead_are_examined_is_no_scene(code: Code) -> None:
    text = (
        "Dayton police say a man shot dead a baker on Tuesday. His body is in the hands of the medical examiner"
        " in Columbus."
    )
    assert [r.location for r in code(text, scope="all-violence").reports] == ["Dayton"]


def test_none_of_the_victims_denies_what_follows_and_not_what_they_suffered(code: Code) -> None:
    told = code("None of the five soldiers killed in Gao on Monday was an officer.")
    assert [r.fatalities for r in told.reports] == [5]
    assert not code("None of the guards was killed in Gao on Monday.").reports
