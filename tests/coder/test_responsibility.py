"""Whose was the act, where the sentence that tells it names nobody, or names the wrong one?"""

import pytest
from tests.coder.told import Code


def actors(code: Code, text: str) -> set[tuple[str, str]]:
    return {(r.actor1, r.actor2) for r in code(text).reports}


def first(code: Code, text: str) -> str:
    """Return actor1 of the first report of a story, without years."""
    return code(text).reports[0].actor1.split(" (2")[0]


BLAST = "A bomb wrecked a pylon near Arauca, Colombia, on Monday. "
SHOT = "A judge was shot dead on Monday in Medellin, Colombia. "
ELN = "ELN: National Liberation Army"
LAID_ON = [
    (BLAST + "The governor blamed the attack on the National Liberation Army.", ELN),
    (BLAST + "The army attributed the bombing to ELN guerrillas.", ELN),
    (BLAST + "The army said that ELN guerrillas had placed the charge.", ELN),
    (BLAST + "The bombing was staged, the army said, by the National Liberation Army.", ELN),
    (BLAST + "The ELN is suspected of being behind it.", ELN),
    (BLAST + "The government accused the ELN of carrying out the attack.", ELN),
    (BLAST + "Leaflets found at the scene were signed by the ELN.", ELN),
    (SHOT + "Police linked the murder to the Medellin Cartel.", "Medellin Cartel"),
    (SHOT + "Investigators said the gunmen belonged to the Medellin Cartel.", "Medellin Cartel"),
    (SHOT + "The killers were paid by the Medellin Cartel, a witness said.", "Medellin Cartel"),
    (
        SHOT + "A caller who said he spoke for the Extraditables took credit for the deed.",
        "The Extraditables",
    ),
    (BLAST + "The ELN left leaflets at the scene.", ELN),
    (BLAST + "The band was made up of some forty members of the ELN.", ELN),
    (SHOT + "Neighbours said that the killers belonged to the army.", "Military Forces of Colombia"),
    (SHOT + "A group calling itself the Grey Falcons said that it had shot him.", "Grey Falcons"),
    (SHOT + "The Grey Falcons Brigade has claimed responsibility for the murder.", "Grey Falcons Brigade"),
    (SHOT + 'The hitherto unknown "Cell of the South" claimed responsibility.', "Cell of the South"),
    (
        SHOT + "A senator called Juan Paz Soldan said that it was a crime.",
        "Unidentified Armed Group (Colombia)",
    ),
    (SHOT + "No Falcons Brigade claimed responsibility.", "Unidentified Armed Group (Colombia)"),
    (BLAST + "The army said the ELN was to blame.", ELN),
    (BLAST + "Villagers said the men claimed to be members of the ELN.", ELN),
    (BLAST + "The driver said that the strangers had introduced themselves as commandos of the ELN.", ELN),
    (BLAST + "The assailants were members of the ELN, according to the army.", ELN),
    (BLAST + "The army charged that the ELN committed the crime.", ELN),
    ("A judge was shot dead in Arauca, Colombia, on Monday by men identified as members of the ELN.", ELN),
    (
        "A judge was shot dead in Arauca, Colombia, on Monday by armed men, presumably members of the ELN.",
        ELN,
    ),
    (SHOT + "Newspapers blamed it on the drug mafia.", "Unidentified Gang (Colombia)"),
]


@pytest.mark.parametrize(("text", "name"), LAID_ON)
def test_an_act_is_of_those_whom_it_is_laid_on(code: Code, text: str, name: str) -> None:
    assert first(code, text) == name


NOT_LAID_ON = [
    BLAST + "The men had introduced themselves as soldiers.",
    BLAST + "The governor did not say whether the ELN was behind it.",
    BLAST + "The ELN was blamed for several similar attacks in past years.",
    BLAST + "No group, neither the ELN nor any other, has claimed responsibility.",
    BLAST + "The ELN is responsible for security in the villages nearby, residents said.",
]


@pytest.mark.parametrize("text", NOT_LAID_ON)
def test_doubt_denial_and_habit_lay_nothing_on_anybody(code: Code, text: str) -> None:
    assert first(code, text) == "Unidentified Armed Group (Colombia)"


def test_those_who_release_people_had_abducted_them(code: Code) -> None:
    text = "Two engineers were kidnapped on Sunday in Arauca, Colombia. They were seized at work."
    assert first(code, text) == "Unidentified Armed Group (Colombia)"
    text += " The engineers were released on Monday by the National Liberation Army."
    assert first(code, text) == ELN
    text = (
        "Two engineers were kidnapped on Sunday in Arauca, Colombia. They were released on Monday by police."
    )
    assert first(code, text) == "Unidentified Armed Group (Colombia)"


def test_a_military_abroad_that_announces_an_air_strike_flew_it(code: Code) -> None:
    (one,) = actors(
        code,
        "The Turkish military said on Monday that two PKK members were killed in an air strike near Sinjar, Iraq.",
    )
    assert one == ("Military Forces of Turkey (2002-)", "PKK: Kurdistan Workers Party")
    text = "The Ukrainian military said on Monday that two pensioners were killed in an air strike on Kharkiv, Ukraine."
    assert first(code, text) == "Unidentified Armed Group (Ukraine)"


SAYING = [
    "The police said a car bomb exploded on Monday in Cartagena, Colombia, slightly injuring two people.",
    "Police reported that a mine went off on Monday in Cartagena, Colombia, wounding two people.",
    "The army announced that a bomb exploded on Monday in Cartagena, Colombia, killing two people.",
]


@pytest.mark.parametrize("text", SAYING)
def test_who_tells_of_a_blast_did_not_set_it_off(code: Code, text: str) -> None:
    assert first(code, text) == "Unidentified Armed Group (Colombia)"


GUISES = [
    "Men wearing army uniforms killed six farmers near Zamfara, Nigeria, on Monday.",
    "Gunmen dressed as soldiers killed six farmers near Zamfara, Nigeria, on Monday.",
    "Six farmers were killed near Zamfara, Nigeria, on Monday by attackers posing as policemen.",
    "Gunmen in stolen army vehicles killed six farmers near Zamfara, Nigeria, on Monday.",
]


@pytest.mark.parametrize("text", GUISES)
def test_who_is_dressed_up_as_a_soldier_is_none(code: Code, text: str) -> None:
    assert first(code, text) == "Unidentified Armed Group (Nigeria)"


def test_an_official_is_not_who_attacks(code: Code) -> None:
    text = (
        "Three soldiers were killed on Monday in an ambush on the vehicle of the mayor near Hangu, Pakistan."
    )
    assert first(code, text) == "Unidentified Armed Group (Pakistan)"


def test_the_rebels_of_a_story_are_the_one_group_that_it_names(code: Code) -> None:
    text = (
        "Kenyan soldiers killed 13 fighters on Monday near Ras Kamboni, Somalia. Al-Shabaab, which is allied to"
        " al-Qaeda, has fought the government for years."
    )
    assert actors(code, text) == {("Military Forces of Kenya (2022-)", "Al Shabaab")}


def test_rivals_fight_among_themselves(code: Code) -> None:
    text = "One fighter was killed and several injured in clashes between rival militias in Zawiya, Libya, on Monday."
    assert actors(code, text) == {("Unidentified Armed Group (Libya)", "Unidentified Armed Group (Libya)")}


def test_all_who_died_of_a_strike_were_hit_by_it(code: Code) -> None:
    text = (
        "One Hezbollah fighter was killed and four civilians were hurt on Monday in an Israeli airstrike on the town of"
        " Aita al-Shaab in Lebanon."
    )
    (report,) = code(text).reports
    assert report.sub_event_type == "Air/drone strike"
    assert (report.actor1, report.actor2) == ("Military Forces of Israel (2022-)", "Hezbollah")
    assert report.assoc_actor_2 == "Civilians (Lebanon)"


def test_a_name_stands_before_what_is_only_said_of_it(code: Code) -> None:
    text = "The ADF, an affiliate of the Islamic State, killed six villagers near Beni, DR Congo, on Monday."
    assert first(code, text) == "ADF: Allied Democratic Forces"
