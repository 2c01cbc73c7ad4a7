"""Which places does an event of a story get, and which names are no place of it?"""

import pytest
from tests.coder.told import Code, only, said

from newsledger.coder.engine import Coder
from newsledger.contract.records import Report


def where(report: Report) -> tuple[str, str, int]:
    return report.location, report.country, report.geo_precision


PLACES = [
    ("Rebels attacked soldiers in Bria on Monday.", ("Bria", "Central African Republic", 1)),
    ("Rebels attacked soldiers near Bria on Monday.", ("Bria", "Central African Republic", 2)),
    ("Rebels attacked soldiers in Haute-Kotto on Monday.", ("Bria", "Central African Republic", 3)),
    # a province of old only bears the name of a direction
    ("Rebels attacked soldiers in Mumias (Mumias, Western) in Kenya on Monday.", ("Mumias", "Kenya", 1)),
    # where somebody says something is not where it happened
    ("Officials in Paris said rebels attacked soldiers in Bria on Monday.", ("Bria", "Central African Republic", 1)),
    ("Rebels attacked soldiers in Bria on Monday, the minister told parliament in Bangui.",
     ("Bria", "Central African Republic", 1)),
    # and neither is the place of what is only recalled
    ("Rebels attacked soldiers in Bria on Monday. In 2015 rebels killed ten soldiers in Bambari.",
     ("Bria", "Central African Republic", 1)),
    # nor a place where talks are to be held
    ("Rebels attacked soldiers in Bria on Monday. The rebels called off the talks scheduled for next week in Nairobi.",
     ("Bria", "Central African Republic", 1)),
    ("LIMA (Example) - The talks with the rebels scheduled for next week in Caracas were called off. Gunmen shot dead"
     " two Peruvian judges on Monday.", ("Lima", "Peru", 3)),
    # the dateline where nothing else is said
    ("BRIA (Example) - Rebels attacked soldiers on Monday.", ("Bria", "Central African Republic", 1)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), PLACES, ids=[t[:56] for t, _ in PLACES])
def test_places(code: Code, text: str, wanted: tuple[str, str, int]) -> None:
    assert where(only(code(text))) == wanted


def test_along_a_border_the_side_that_is_attacked_counts(code: Code) -> None:
    text = "{one} forces shelled {two} positions along the Armenia-Azerbaijan border on Monday."
    for one, two, country in (
        ("Azerbaijani", "Armenian", "Armenia"),
        ("Armenian", "Azerbaijani", "Azerbaijan"),
    ):
        report = only(code(text.format(one=one, two=two)))
        assert where(report) == ("Armenia-Azerbaijan border area", country, 3)


def test_the_name_is_the_evidence_of_the_place(code: Code) -> None:
    coded = code("Officials in Paris said rebels attacked soldiers near Bria on Monday.")
    assert said(coded, only(coded), "location") == ["Bria"]


def test_a_place_of_the_dateline_lowers_confidence(code: Code) -> None:
    clause = only(code("Rebels attacked soldiers in Bria on Monday."))
    dateline = only(code("BRIA (Example) - Rebels attacked soldiers on Monday."))
    assert dateline.confidence < clause.confidence


def test_a_state_does_not_shell_its_own_land_because_of_a_place_told_before(code: Code) -> None:
    text = (
        "Azerbaijan shelled Armenian positions near Sotk on Monday, Armenia said. Azerbaijan said Armenian forces had"
        " shelled Azerbaijani positions."
    )
    rows = [(r.actor1, r.location) for r in code(text).reports]
    assert rows[0] == ("Military Forces of Azerbaijan (2003-)", "Sotk")
    assert ("Military Forces of Armenia (2018-)", "Sotk") not in rows


def test_the_country_of_a_story_is_told_without_any_event(coders: dict[str, Coder]) -> None:
    from tests.coder.told import article

    assert (
        coders["political"].read(article("The mayor of Maiduguri visited Kano and Lagos.")).where.country
        == "Nigeria"
    )


def test_a_village_in_a_unit_is_no_far_city_of_another_script(code: Code) -> None:
    coded = code("Gunmen killed five farmers in Kiri village in Kaura district of Kaduna State on Monday.")
    assert [r.country for r in coded.reports] == ["Nigeria"]


def test_the_town_is_the_one_that_was_named_as_such(code: Code) -> None:
    text = (
        "The army of Nigeria retook the town of Gwoza on Saturday. A general praised his men. An aide thanked them. "
        "The minister was pleased. Schools reopened. A bank did, too. Rebels had taken the town on Thursday."
    )
    assert {r.location for r in code(text).reports} == {"Gwoza"}


def test_arms_are_found_where_the_fight_was_and_not_where_the_story_was_written(code: Code) -> None:
    text = (
        "DAVAO CITY, Philippines - A rebel was killed in a clash with the army in Mati on Saturday. A general thanked "
        "his men. The mayor did, too. A bishop prayed. Nobody fled. Soldiers recovered a rifle at the encounter site."
    )
    assert {r.location for r in code(text).reports} == {"Mati"}


def test_a_direction_and_a_district_are_a_part_of_the_town_behind_them(code: Code) -> None:
    text = "Masked men threw a grenade into a barracks in the Western District of Multan on Friday."
    assert where(only(code(text)))[:2] == ("Multan", "Pakistan")


@pytest.mark.parametrize(
    "told", ["A spokesman said in New York that", "A brigade based in Camp Aguinaldo said that"]
)
def test_where_somebody_speaks_or_is_based_is_not_where_it_was(code: Code, told: str) -> None:
    text = f"Gunmen attacked villages in Bria on Sunday. {told} the gunmen had burned two villages."
    assert {r.location for r in code(text).reports} == {"Bria"}


def test_a_quarter_with_the_name_of_a_far_village_is_its_city(code: Code) -> None:
    told = (
        "Mortars struck the city of Hama on Friday, killing two grocers. A nurse said that three mortars had hit"
        " the neighbourhood of Salma and a mill."
    )
    assert {r.location for r in code(told).reports} == {"Hamah"}


def test_how_far_off_a_place_lies_may_stand_in_a_bracket(code: Code) -> None:
    told = "Two bombs went off in a market 130 kilometres (81 miles) south of the capital Kampala on Sunday."
    assert "Kampala" not in {r.location for r in code(told).reports}


def test_weather_takes_no_ground(code: Code) -> None:
    told = "Rebels attacked soldiers in the town of Bunia on Tuesday. Rain fell."
    assert only(code(told)).sub_event_type == "Armed clash"


def test_a_district_abroad_that_nothing_speaks_for_is_no_place(code: Code) -> None:
    told = (
        "Yemeni troops fought rebels in the town of Taiz on Monday. They captured the Kasai district from"
        " the rebels."
    )
    assert {r.country for r in code(told).reports} == {"Yemen"}


def test_on_the_border_of_two_units_is_one_place(code: Code) -> None:
    text = "Raiders killed a shepherd on the border of Isiolo and Marsabit counties in Kenya on Monday."
    assert only(code(text)).admin1 == "Isiolo"
