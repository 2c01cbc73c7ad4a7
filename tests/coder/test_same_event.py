"""When do two tellings tell one event, and when are they two?"""

import pytest
from tests.coder.told import Read, shape

from newsledger.coder.parties import meets
from newsledger.coder.spans import Mention

APART = [
    # another day
    "Rebels attacked soldiers near Bria on Monday. Rebels attacked soldiers near Bria on Tuesday.",
    # another place
    "Rebels attacked soldiers in Bria on Monday. Rebels attacked soldiers in Bambari on Monday.",
    # other actors
    "Rebels of the M23 attacked soldiers in Goma on Monday. A mob lynched a thief in Goma on Monday.",
    # at a place that was named since
    "Gunmen killed ten people in Bria on Monday. The market in Obo was empty. Gunmen killed two guards on Monday.",
    # said to be another
    "Gunmen killed two herders near Bria on Monday. In a separate attack, gunmen killed a trader.",
    # another family
    "Rebels attacked soldiers in Bria on Monday. Students protested in Bria on Monday.",
]


@pytest.mark.parametrize("text", APART, ids=["day", "place", "actors", "since", "said", "family"])
def test_what_differs_stays_apart(read: Read, text: str) -> None:
    assert len(read(text).accounts) == 2


def test_who_died_in_a_quarter_stays_with_what_hit_the_city(read: Read) -> None:
    found = read("Army jets bombed Mekelle on Friday; two women were killed in Adi Haki.")
    assert [row[0] for row in shape(found)] == ["Air/drone strike"]


def mention(kind: str, country: str = "") -> Mention:
    return Mention(0, 1, kind, country)


def test_sides_meet_only_where_both_are_named() -> None:
    assert meets([mention("military")], [mention("military", "Mali")])
    assert not meets([], [mention("military")])
    assert not meets([mention("armed")], [mention("military")])


def test_as_many_dead_in_a_region_are_those_of_its_town(read: Read) -> None:
    text = (
        "An Israeli drone hit a crowd in Khan Younis on Monday, killing five people. "
        "The five dead were all found in the south of the Gaza Strip, where they were killed, medics said."
    )
    assert len(shape(read(text))) == 1


def test_the_latest_attack_may_be_that_of_the_lead(read: Read) -> None:
    lead = "Fear has gripped Isiolo county in Kenya after raiders shot dead two shepherds. It has seen many raids."
    latest = "In the latest attack, raiders shot dead the two near Merti on Monday."
    assert len(shape(read(f"{lead} {latest}"))) == 1
    other = "In the latest attack, raiders shot dead five traders near Merti on Monday."
    assert len(shape(read(f"{lead} {other}"))) == 2
