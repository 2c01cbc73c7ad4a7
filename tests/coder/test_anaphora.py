"""Whom do "both sides", "its soldiers", "the enemy", "they" and "the militants" stand for?"""

import pytest
from tests.coder.told import Code, Read, only

from newsledger.coder import anaphora
from newsledger.coder.frames import Frame
from newsledger.coder.reading import Reading


def frame(reading: Reading, action: str, number: int = 0) -> Frame:
    return [f for f in reading.story.frames if action in f.actions][number]


def named(frame: Frame) -> tuple[list[str], list[str]]:
    """Return the parties in the roles of a frame, as country or entry."""
    return [m.country or m.entry or m.kind for m in frame.agents], [
        m.country or m.entry or m.kind for m in frame.targets
    ]


def test_both_sides_are_the_two_parties_of_the_story(read: Read) -> None:
    found = read("Armenia and Azerbaijan exchanged fire near Sotk on Monday. Both sides used artillery.")
    assert [m.country for m in anaphora.find_parties(found.story)] == ["Armenia", "Azerbaijan"]
    agents, targets = named(frame(found, "shell"))
    assert {*agents, *targets} >= {"Armenia", "Azerbaijan"}


def test_an_army_without_a_country_is_a_party_where_no_second_is_named(read: Read) -> None:
    found = read("Troops clashed with M23 rebels near Goma on Sunday. Both sides used artillery.")
    assert [m.kind for m in anaphora.find_parties(found.story)] == ["group", "military"]
    found = read("Troops of Mali clashed with troops of Niger. The army withdrew.")
    assert [m.country for m in anaphora.find_parties(found.story)] == ["Mali", "Niger"]


OWN = [
    ("Armenia said Azerbaijan killed three of its soldiers near Sotk.", "Armenia"),
    ("Azerbaijan said two of its soldiers were killed near Kalbajar.", "Azerbaijan"),
]


@pytest.mark.parametrize(("text", "country"), OWN, ids=[c for _, c in OWN])
def test_its_soldiers_are_those_of_the_subject(read: Read, text: str, country: str) -> None:
    assert named(frame(read(text), "kill"))[1] == [country]


def test_the_enemy_is_the_other_party(read: Read) -> None:
    found = read(
        "Armenian and Azerbaijani forces clashed near Sotk on Monday. Armenian forces shelled the enemy on Tuesday."
    )
    assert named(frame(found, "shell")) == (["Armenia"], ["Azerbaijan"])


def test_it_is_whoever_says_so(read: Read) -> None:
    found = read("Israel said it had struck Hezbollah positions near Tyre on Monday.")
    assert named(frame(found, "attack")) == (["Israel"], ["hezbollah"])


def test_they_are_those_who_acted_last(read: Read) -> None:
    found = read("Rebels of the M23 attacked Rutshuru on Friday. They killed three soldiers.")
    assert named(frame(found, "kill"))[0] == ["m23"]


def test_they_are_nobody_where_nobody_acted_nearby(read: Read) -> None:
    assert named(frame(read("It rained in Rutshuru. They killed three soldiers."), "kill"))[0] == []


def test_the_militants_are_the_one_group_that_was_named(read: Read) -> None:
    text = "Al-Shabaab took a village on Monday. On Tuesday the militants killed four soldiers near Jowhar."
    assert named(frame(read(text), "kill"))[0] == ["al-shabaab"]


@pytest.mark.parametrize(
    "text",
    [
        "Al-Shabaab took a village on Monday. On Tuesday gunmen killed four soldiers near Jowhar.",
        "Al-Shabaab and the Islamic State fought on Monday. On Tuesday the militants killed four soldiers.",
        "The gunmen killed four soldiers near Jowhar. Al-Shabaab took a village.",
    ],
    ids=["gunmen", "two groups", "gunmen named later"],
)
def test_militants_stay_unnamed_where_it_is_open_who_they_are(read: Read, text: str) -> None:
    assert named(frame(read(text), "kill"))[0] == ["armed"]


def test_a_surname_speaks_for_the_minister_it_was_introduced_with(read: Read) -> None:
    found = read(
        "Armenia's defence minister Suren Petrosyan visited Sotk. Petrosyan said Azerbaijani forces shelled it."
    )
    speaker = frame(found, "shell").speaker
    assert speaker is not None
    assert speaker.country == "Armenia"


CLAIMED = [
    (
        "A bomb killed three soldiers near Gao on Monday. Boko Haram claimed responsibility for the bombing.",
        "Boko Haram",
    ),
    (
        "A bomb killed three soldiers near Gao on Monday. Al-Shabaab said it was behind the attack.",
        "Al Shabaab",
    ),
    (
        "A bomb killed three soldiers near Gao on Monday. No group, not even Al-Shabaab, claimed responsibility.",
        "Unidentified",
    ),
    (
        "Rebels of the M23 killed three soldiers near Goma. Al-Shabaab claimed responsibility for a blast.",
        "M23",
    ),
]


@pytest.mark.parametrize(("text", "actor"), CLAIMED, ids=[a for _, a in CLAIMED])
def test_who_claims_an_act_did_it_unless_another_is_named(code: Code, text: str, actor: str) -> None:
    assert code(text).reports[0].actor1.startswith(actor)


def test_whom_a_pronoun_stands_for_points_at_the_pronoun(read: Read) -> None:
    found = read("Rebels of the M23 attacked Rutshuru on Friday. They killed three soldiers.")
    (mention,) = frame(found, "kill").agents
    assert found.story.sentences[mention.sentence].text_of(mention.first, mention.last) == "They"


def test_the_men_are_the_armed_people_who_acted_last(code: Code) -> None:
    coded = code("Bandits came into Gusau on Monday. The men shot two soldiers dead.")
    clash = next(r for r in coded.reports if r.sub_event_type == "Armed clash")
    assert clash.fatalities == 2
    assert "Military Forces" in clash.actor2 + clash.actor1


def test_the_men_are_not_those_who_took_them(read: Read) -> None:
    found = read("Soldiers arrested four men in Gusau on Monday. The men had killed two farmers.")
    assert named(frame(found, "kill"))[0] in ([], ["civilians"])


def test_our_soldiers_are_the_officers_own(code: Code) -> None:
    text = (
        "The M23 said it had hit a patrol in Bria on Monday. "
        '"A bomber rode into one of our patrols," a general of the army said. "Three of our soldiers died."'
    )
    assert {r.actor1 for r in code(text).reports} == {"M23: March 23 Movement"}
    assert all("Military Forces" in r.actor2 for r in code(text).reports)


def test_our_soldiers_are_the_rebels_where_only_they_speak(read: Read) -> None:
    found = read("The M23 attacked a post in Bria on Monday. Two of our soldiers were killed.")
    assert named(frame(found, "kill"))[1] == ["m23"]


def test_our_guerrillas_are_those_of_the_group_and_no_state(read: Read) -> None:
    told = "The ELN greets its people. The army of Colombia shelled Mitu. Our guerrilla fighters attacked a post."
    assert named(frame(read(told), "attack")) == (["eln"], [])
    alone = frame(read("The army shelled Mitu. Our guerrilla fighters attacked a post in Leticia."), "attack")
    assert [m.kind for m in alone.agents] == ["armed"]


ARMY = "Military Forces of Mali (2021-)"


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "Boko Haram said two of its members were killed by soldiers near Bama, Nigeria, on Monday.",
            (
                "Military Forces of Nigeria (2023-)",
                "Boko Haram - Jamatu Ahli is-Sunnah lid-Dawatai wal-Jihad",
            ),
        ),
        (
            "The army said its men killed two rebels near Gao, Mali, on Monday.",
            (ARMY, "Unidentified Armed Group (Mali)"),
        ),
        (
            "The rebels said their cadres had blown up an army truck with a mine near Gao, Mali, on Monday.",
            ("Unidentified Armed Group (Mali)", ARMY),
        ),
    ],
)
def test_fighters_of_those_who_speak(code: Code, text: str, actors: tuple[str, str]) -> None:
    report = only(code(text))
    assert (report.actor1, report.actor2) == actors


def test_police_are_police(code: Code) -> None:
    report = only(
        code("Police said two of their men were wounded in a shootout with rebels in Gao, Mali, on Monday.")
    )
    assert report.actor2 == "Police Forces of Mali (2021-)"


def test_the_members_of_a_council_are_no_police(code: Code) -> None:
    text = "Police held protesters in Minsk, and the council of the opposition said three of its members were abducted."
    assert "Police" not in "".join(r.actor2 for r in code(text).reports if r.event_type != "Protests")
