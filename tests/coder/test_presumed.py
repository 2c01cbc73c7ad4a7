"""Is an act that a sentence takes for granted an event where it is told with its day or its toll, and only there?"""

import pytest
from tests.coder.told import Code


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Detectives are looking into Monday's raid on a chapel in Kafanchan.", "Attack"),
        ("Detectives are looking into the raid on a chapel in Kafanchan.", ""),
        ("Police in Kafanchan were on Monday investigating a raid on a chapel.", "Attack"),
        ("The army blamed rebels for an ambush that killed four drivers near Sake.", "Attack"),
        ("The army blamed rebels for the ambush near Sake.", ""),
        ("A radical group has claimed responsibility for Monday's ambush near Sake.", ""),
        ("The bishop deplored an ambush near Sake in which four drivers died.", "Attack"),
        ("Police are looking into the gunmen who killed four drivers near Sake.", "Attack"),
        ("A court in Bunia heard the survivors of an ambush on a bus on Monday.", ""),
        (
            "Hundreds marched in Bunia on Tuesday in response to an ambush on a bus on Monday.",
            "Peaceful protest",
        ),
    ],
)
def test_a_word_that_takes_an_act_for_granted_leaves_it_told(text: str, told: str, code: Code) -> None:
    assert [r.sub_event_type for r in code(text).reports] == ([told] if told else [])


@pytest.mark.parametrize(
    "text",
    [
        "An air strike on the port of Hodeidah could follow, diplomats said.",
        "A clash between herders and soldiers in Mopti did not occur on Monday, an officer said.",
        "The embassy in Bamako warned on Monday of a bomb attack.",
        "Rebels came close to overrunning the town of Sake on Monday.",
        "Gunmen were prevented from storming a chapel in Kafanchan on Monday.",
        "A raid on the camp would be a mistake, the governor said in Maiduguri on Monday.",
    ],
)
def test_what_may_only_come_about_is_no_event(text: str, code: Code) -> None:
    assert code(text).reports == []


def test_what_an_attack_may_bring_about_leaves_it_told(code: Code) -> None:
    reports = code("A bomb attack on a market in Maiduguri on Monday could delay the vote.").reports
    assert [r.sub_event_type for r in reports] == ["Remote explosive/landmine/IED"]


def test_people_caught_in_an_attack_are_not_arrested(code: Code) -> None:
    reports = code("Three nurses were caught in a bomb attack in Maiduguri on Monday.").reports
    assert [r.sub_event_type for r in reports] == ["Remote explosive/landmine/IED"]


def test_who_comes_close_to_people_may_do_them_harm(code: Code) -> None:
    reports = code("Gunmen came close to a priest in Kafanchan on Monday and shot him dead.").reports
    assert [r.sub_event_type for r in reports] == ["Attack"]


def test_an_opening_that_has_its_own_day_is_told(code: Code) -> None:
    reports = code(
        "Hours after gunmen had killed six villagers in Boga on Monday, the minister arrived."
    ).reports
    assert [(r.sub_event_type, r.fatalities) for r in reports] == [("Attack", 6)]


def test_who_looks_into_an_attack_did_not_make_it(code: Code) -> None:
    reports = code(
        "Police in Bunia are investigating a grenade attack on a bar that hurt six people."
    ).reports
    assert [(r.sub_event_type, r.inter1) for r in reports] == [("Grenade", "Political militia")]


def test_those_among_the_dead_killed_nobody(code: Code) -> None:
    reports = code(
        "Seven fishermen were among those killed when the navy shelled a boat off Mannar on Monday."
    ).reports
    assert [(r.sub_event_type, r.inter1) for r in reports] == [
        ("Shelling/artillery/missile attack", "State forces")
    ]


def test_a_quarrel_that_ends_in_a_clash_is_told(code: Code) -> None:
    reports = code(
        "A dispute over a well degenerated into a clash between two clans near Hobyo on Monday."
    ).reports
    assert [r.sub_event_type for r in reports] == ["Armed clash"]
