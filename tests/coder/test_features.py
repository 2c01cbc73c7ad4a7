"""What do the conditions of rules see of a frame?"""

import pytest
from tests.coder.told import Read

from newsledger.coder.features import features
from newsledger.coder.surroundings import contexts

AT_WAR = frozenset({"Armenia", "Azerbaijan"})  # along a border


def seen(read: Read, text: str, trigger: str, key: str) -> frozenset[str]:
    """Return the features of a frame as conditions see them."""
    reading = read(text)
    number, frame = next((n, f) for n, f in enumerate(reading.story.frames) if f.trigger == trigger)
    return features(frame, frozenset, lambda: contexts(reading.story.frames, number), "", AT_WAR)[key]


def test_activists_are_protesters_only_where_they_demonstrate(read: Read) -> None:
    calm = seen(read, "Police arrested nine activists in Dhaka on Thursday.", "arrested", "target")
    assert "off-street" in calm
    assert "protesters" not in calm
    street = seen(
        read, "Police arrested nine activists at a rally in Dhaka on Thursday.", "arrested", "target"
    )
    assert "protesters" in street
    assert "off-street" not in street
    named = seen(read, "Police arrested nine demonstrators in Dhaka on Thursday.", "arrested", "target")
    assert "protesters" in named


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Police detained 45 people in Istanbul on Monday.", True),
        ("Police detained dozens of people in Istanbul on Monday.", True),
        ("Police detained two people in Istanbul on Monday.", False),
    ],
)
def test_mass_is_a_matter_of_number(read: Read, text: str, many: bool) -> None:
    assert ("mass" in seen(read, text, "detained", "target")) is many


def test_folk_are_people_of_a_place_or_trade_in_numbers(read: Read) -> None:
    assert "folk" in seen(read, "Villagers burned a bus near Kisii on Monday.", "burned", "agent")
    assert "folk" not in seen(read, "Two men burned a bus near Kisii on Monday.", "burned", "agent")
    assert "folk" not in seen(read, "Gunmen burned a bus near Kisii on Monday.", "burned", "agent")


def test_identities_stand_for_themselves(read: Read) -> None:
    assert "journalists" in seen(
        read, "Police arrested a journalist in Yangon on Sunday.", "arrested", "target"
    )


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("Turkish forces hit a depot near Kirkuk on Monday.", True),
        ("Azerbaijani forces hit a post near Goris on Monday.", False),  # they shell over the border
        ("Turkish forces attacked a depot near Kirkuk on Monday.", False),
    ],
)
def test_to_strike_is_to_attack_from_far_off(read: Read, text: str, struck: bool) -> None:
    trigger = "hit" if "hit" in text else "attacked"
    assert ("strike-at" in seen(read, text, trigger, "action")) is struck
