"""Tolls told by wounds, hospitals, names, charges and the like (coding-rules 5)."""

import pytest
from tests.coder.told import Code

from newsledger.coder.howmany import find_tolls
from newsledger.coder.spans import Sentence
from newsledger.coder.words import split_words


def brief(text: str) -> str:
    tolls = find_tolls(Sentence(split_words(text), 0, 0))
    return ", ".join(f"{t.kind} {t.count}" for t in tolls)


TOLD = [
    # wounds and hospitals
    ("A driver took a bullet in the shoulder.", "injured 1"),
    ("Four clerks got out with burns.", "injured 4"),
    ("Three tailors came back wounded.", "injured 3"),
    ("A nurse was pistol-whipped.", "injured 1"),
    ("A deputy and his driver were both hit.", "injured 2"),
    # lists, and who is joined to them
    ("Eleven people were treated for breathing trouble.", "injured 11"),
    ("Two dead, nine in hospital.", "killed 2, injured 9"),
    ("A man died; eight others needed treatment.", "killed 1, injured 8"),
    ("Two stewards and a goalkeeper were killed.", "killed 3"),
    ("Fifteen constables and the driver were blown up.", "killed 16"),
    ("The farmer and both his sons were killed.", "killed 3"),
    ("The mayor was killed with three others in an ambush.", "killed 4"),
    ("Raiders beheaded 15 boys, together with five elders.", "killed 20"),
    ("Nine villagers, of whom four were minors, died.", "killed 9"),
    ("Nine villagers, most of whom were herders, were killed.", "killed 9"),
    ("Eight customers died, several of one family, and ten were injured.", "killed 8, injured 10"),
    ("Gunmen shot at a trader in the market on Monday, who died of his wounds.", "killed 1"),
    ("They dragged out the priest, Omar Diaz, whom they shot dead.", "killed 1"),
    ("He shot his wife and her father to death.", "killed 2"),
    ("A cousin of the pupils was killed.", "killed 1"),
    ("Sisters Ana and Elena Silva were shot and killed.", "killed 2"),
    ("Raiders killed three traders and wounded as many.", "killed 3, injured 3"),
    ("Troops killed 12 M23 rebels.", "killed 12"),
    ("The crash killed both coach Tom Reed, 55, and player Ian Cole.", "killed 2"),
    ("Both coach Tom Reed, 55, and player Ian Cole, 17, were killed.", "killed 2"),
    ("A driver and mother of three, was killed.", "killed 1"),
    ("The twin girls were killed.", "killed 2"),
    ("The gunmen opened fire, fatally striking two guards.", "killed 2"),
    ("His girlfriend and her mother-in-law were stabbed.", "injured 2"),
    ("One person on each side was wounded.", "injured 2"),
    ("Ana Silva was shot dead, as was her coworker, Omar Diaz, 35.", "killed 2"),
    ("Killed were Ana Lund, 66; her son Peter, 39; and a family friend, Jim Voss, 70.", "killed 3"),
    ("Injured were Salinas' nephew and a customer.", "injured 2"),
    ("Two policemen, Omar Saqr and Bilal Nasser, were killed.", "killed 2"),
    ("Two girls, 13 and 14, and a 44-year-old cook were struck by bullets.", "injured 3"),
    ("Eight people, the youngest 13 and the oldest 54, were wounded.", "injured 8"),
    ("Soldiers killed eight guerrillas, five men and three women.", "killed 8"),
    ("Their driver was wounded, as was a cook.", "injured 2"),
    ("A shooting left an uncle of one pupil and a parking attendant wounded.", "injured 2"),
    ("The blast injured seven people, her husband and a policeman among them.", "injured 7"),
    ("Nine people on board a passenger boat were killed.", "killed 9"),
    ("A nine-year veteran was killed.", "killed 1"),
    ("A mine left over from years of war killed a shepherd.", "killed 1"),
    ("The blast has now claimed a third life.", "killed 1"),
    ("A would-be robber was shot and killed.", "killed 1"),
    ("Omar Diaz, 47, a barber and football coach, was fatally shot.", "killed 1"),
    ("Medics found two nurses suffering bullet wounds to their arms.", "injured 2"),
    ("Medics found three tailors and a 16-year-old suffering from gunshot wounds.", "injured 4"),
    ("A driver walked into a clinic with a gunshot wound.", "injured 1"),
    ("Another vendor drove herself to a hospital.", "injured 1"),
    ("Two porters remain in hospital.", "injured 2"),
    ("Two more girls are fighting for their lives.", "injured 2"),
    ("All three are listed in fair condition.", "injured 3"),
    ("A cook is in extremely critical condition.", "injured 1"),
    ("Jonas Petri had been shot in his car.", "injured 1"),
    ("Three tailors, ages 19 to 50, are expected to recover.", "injured 3"),
    ("Two cooks were treated and released.", "injured 2"),
    ("A nurse was flown by rescue helicopter to a hospital.", "injured 1"),
    ("Three other guests were also hit.", "injured 3"),
    ("The nurse was shot and is expected to survive.", "injured 1"),
    ("A clerk has life-threatening injuries.", "injured 1"),
    ("Ortiz's 9-year-old son was grazed.", "injured 1"),
    ("A thief fired at Ortiz, who was shot in the hand.", "injured 1"),
    ("A woman with them was left in critical condition.", "injured 1"),
    ("The other three, two women and a man, were shot in the leg.", "injured 3"),
    (
        "The shot hit the boy in the shoulder, a spokeswoman for the town's police told reporters.",
        "injured 1",
    ),
    # names, joined verbs
    ("Another cook was hurt and Ana Silva was killed.", "injured 1, killed 1"),
    ("Leo Ruiz, 16, was killed Friday outside East High School in Gary, Ind.", "killed 1"),
    ("The prosecutor spoke of the death of Jonas Petri.", "killed 1"),
    ("Neighbours found Jonas Petri dead in the yard.", "killed 1"),
    ("A clerk was taken to a hospital, but died an hour later.", "killed 1"),
    ("A guard was shot, killed on the bridge.", "killed 1"),
    ("Rescuers found four deceased.", "killed 4"),
    ("Boy shot by 3-year-old cousin dies", "killed 1"),
    # lists
    ("Thirteen guards and all five raiders died.", "killed 18"),
    ("Militiamen killed a deacon, his wife, who was ill, and two of their guests.", "killed 4"),
    ("Forty persons, all but three of them recruits, were killed.", "killed 40"),
    ("Three of the five, a nurse, a boy and a girl, were taken to hospital.", "injured 3"),
    ("Mother, two sons shot dead", "killed 3"),
    ("The blast killed a widow and two of her three sons and injured the third.", "killed 3, injured 1"),
    ("The strike killed a girl and her parents.", "killed 3"),
    # numbers that move, sides
    ("A count of 12 dead was raised to 30 at noon.", "killed 30"),
    ("The fighting left nine dead on the Zaghawa side and four on the Masalit side.", "killed 9, killed 4"),
    ("A couple of shells fell, and another sapper succumbed to his wounds.", "killed 1"),
    ("A monk accused of killing two novices was found dead.", "killed 2, killed 1"),
    ("The teacher visiting her cousin is in hospital.", "injured 1"),
    ("The baker's nephew, Ilir Hoxha, 21, was wounded.", "injured 1"),
    ("Police: mother, three sons killed", "killed 4"),
    ("The number of wounded rose to 14.", "injured 14"),
    # charges and names of crimes
    ("They face three counts of murder, one count of attempted murder.", "killed 3, injured 1"),
    ("Police spoke of a triple homicide.", "killed 3"),
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text[:50] for text, _ in TOLD])
def test_a_toll_is_read(text: str, expected: str) -> None:
    assert brief(text) == expected


UNTOLD = [
    "We are killing one another, the abbot said.",
    "Officers went to the hospital where shots had been heard.",
    "Several bullets struck the chest of drawers.",
    "A boy was found unharmed and taken to a hospital as a precaution.",
    "Two nuns narrowly escaped being struck by gunfire.",
    "One of them might have had an arm wound.",
    "He was charged with injury to a child.",
    "The stranger had three gunshot wounds.",
    "Other homicides troubled the town.",
    "Two vans were found in the 300 block of a lane and hit.",
    "A porter was hit by a car.",
    "Two bankers were hit with charges.",
]


@pytest.mark.parametrize("text", UNTOLD)
def test_no_toll_is_read(text: str) -> None:
    assert brief(text) == ""


def test_what_stands_twice_word_for_word_counts_once() -> None:
    caption = "Two monks were killed in a raid on a convent in the hills."
    assert brief(f"{caption[:-1]} {caption}") == "killed 2"


def test_the_dead_of_the_road_are_of_no_event() -> None:
    tolls = find_tolls(Sentence(split_words("Two men were killed in a car crash."), 0, 0))
    assert [t.aggregate for t in tolls] == [True]


def test_a_count_since_a_day_is_of_no_event() -> None:
    text = "Two lads died, bringing to nine the number of people killed since Monday."
    tolls = find_tolls(Sentence(split_words(text), 0, 0))
    assert [(t.count, t.aggregate) for t in tolls] == [(2, False), (9, True)]


def test_ages_that_share_their_years_are_no_count() -> None:
    assert brief("Police seek the killer in the slayings of 12- and 15-year-olds.") == ""


def test_those_taken_to_hospital_are_others_than_several_dead(code: Code) -> None:
    told = "A bomb killed {} people in Baqouba, Iraq, on Tuesday. Nine people were taken to a hospital."
    assert [code(told.format(n)).reports[0].injuries for n in ("six", "two")] == [9, 7]


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("Eleven people, the youngest an 11-year-old, were wounded before dawn.", "injured 11"),
        ("Nine men, three women and two children, a boy and a girl both 8, were hit.", "injured 14"),
        ("Five people, three of them children, were discovered shot to death in a house.", "killed 5"),
        ("No one else in the line, where there were about 10 people, was hurt.", "injured 0"),
        ("A man in a house near 36th Street North and Peoria Avenue was shot to death.", "killed 1"),
        (
            "Two worshippers at a church in Wells and the man who attacked them were shot to death.",
            "killed 3",
        ),
    ],
)
def test_who_stands_between_people_and_their_verb(text: str, tolls: str) -> None:
    assert brief(text) == tolls
