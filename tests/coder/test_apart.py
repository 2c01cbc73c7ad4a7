"""Do unnamed men keep apart from a group that a story names only in another event?"""

from tests.coder.told import Code


def test_the_group_of_another_day_is_not_theirs(code: Code) -> None:
    coded = code(
        "Four militants were killed by troops in Shopian on Monday.\n\n"
        "Five Hizbul Mujahideen militants were killed by troops in Kulgam on Sunday."
    )
    names = {(r.location, r.actor2) for r in coded.reports}
    assert ("Shopian", "Unidentified Armed Group (India)") in names
    assert ("Kulgam", "HM: Hizb-ul-Mujahideen") in names


def test_men_of_unknown_affiliation_stay_unnamed(code: Code) -> None:
    told = "Militants shot dead a trader in Sopore on Monday. {} Hizbul Mujahideen is active in the district."
    unknown = code(told.format("No group has claimed responsibility.")).reports[0]
    assert unknown.actor1 == "Unidentified Armed Group (India)"
    assert code(told.format("Shops were shut.")).reports[0].actor1 == "HM: Hizb-ul-Mujahideen"


def test_the_rebels_of_a_headline_are_those_of_its_day(code: Code) -> None:
    told = (
        "Rebel mortar fire on Omdurman killed two tailors on Wednesday, a nurse said. The ferry stood still. Schools"
        " stayed shut. On Monday a bomb killed five cooks at a depot in the city. The Islamic State group fought the"
        " army there on Monday."
    )
    coded = code(told, title="Rebel mortars kill two tailors in Omdurman")
    actors = {r.event_date.day: r.actor1 for r in coded.reports}
    assert "Islamic State" not in actors[12]
    assert "Islamic State" in actors[10]
