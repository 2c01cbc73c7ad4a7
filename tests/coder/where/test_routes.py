"""Do journeys, roads and the units that open a sentence place an event as they should?"""

import pytest
from tests.coder.told import Code, only


@pytest.mark.parametrize(
    ("text", "location", "precision"),
    [
        ("Gunmen killed two traders on the Kaduna-Zaria road near Udawa on Monday.", "Udawa", 2),
        ("Gunmen ambushed an army convoy on the Kaduna-Zaria road in Nigeria on Monday.", "Kaduna", 2),
        (
            "A convoy coming from Zaria to Kano was attacked by gunmen in Birnin Gwari on Monday.",
            "Birnin Gwari",
            1,
        ),
        (
            "A bomb hit a bus in Birnin Gwari on Monday; the driver was travelling to Kano in Kano state.",
            "Birnin Gwari",
            1,
        ),
    ],
)
def test_the_road_and_the_way_stand_back(code: Code, text: str, location: str, precision: int) -> None:
    report = code(text).reports[0]
    assert (report.location, report.geo_precision) == (location, precision)


def test_slain_men_come_from_elsewhere(code: Code) -> None:
    report = only(
        code("Gunmen shot dead two policemen in Jamrud on Monday. The slain policemen belonged to Peshawar.")
    )
    assert report.location == "Jamrud"


def test_people_flee_to_another_country_than_the_scene(code: Code) -> None:
    report = code(
        "Turkana herders fled to Uganda on Monday after raiders stole cattle near Lokichoggio."
    ).reports[0]
    assert report.country == "Kenya"


def test_a_headlines_district_is_no_second_place(code: Code) -> None:
    coded = code(
        "A cadre died when the BNP clashed with the Awami League "
        "in Mirsarai upazila of Chattogram on Monday.",
        title="Cadre dead, 20 hurt in BNP-Awami League clash in Chattogram",
    )
    assert [r.location for r in coded.reports] == ["Mirsarai"]
