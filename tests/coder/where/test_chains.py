"""Units in brackets behind a place say where it lies, as analysts' notes write them."""

from collections.abc import Callable

import pytest

from newsledger.coder.where.context import PlaceContext
from newsledger.coder.where.event import event_places

Contexts = Callable[..., PlaceContext]


def places(context: Contexts, text: str) -> list[tuple[str, str, str, int]]:
    """Return the places of an event whose trigger is the first word of a sentence of its own."""
    made = context(text)
    sentence = made.sentences[0]
    found = event_places(made, made.sentences, 0, (0, 1), (0, len(sentence.words)))
    return [
        (p.resolved.location, p.resolved.admin1, p.resolved.country, p.resolved.geo_precision) for p in found
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Clashes were reported in Paris (Lamar, Texas).", ("Paris", "Texas", "United States", 1)),
        (
            "Clashes were reported in Paris town (Lamar county, Texas state).",
            ("Paris", "Texas", "United States", 1),
        ),
        ("Clashes were reported near Bakhmut (Donetsk oblast).", ("Bakhmut", "Donetsk", "Ukraine", 2)),
        ("Clashes were reported in San Miguel (San Miguel).", ("San Miguel", "San Miguel", "El Salvador", 1)),
        ("Clashes were reported in Paris (Texas, United States).", ("Paris", "Texas", "United States", 1)),
    ],
)
def test_the_units_in_brackets_decide(text: str, found: tuple[str, str, str, int], context: Contexts) -> None:
    assert places(context, text) == [found]


def test_a_namesake_outside_the_unit_is_not_the_place(context: Contexts) -> None:
    assert places(context, "Clashes were reported in Lincoln (Syunik).") == [
        ("Syunik", "Syunik", "Armenia", 3)
    ]


def test_an_unknown_village_is_put_at_the_seat_of_its_smallest_unit(context: Contexts) -> None:
    found = places(context, "Clashes were reported in Qarvend village (Lamar county, Texas).")
    assert found == [("Lamar", "Texas", "United States", 2)]


def test_what_is_coded_to_a_place_is_put_there(context: Contexts) -> None:
    found = places(context, "Clashes were reported in Goris area (coded to Kapan) (Syunik province).")
    assert found == [("Kapan", "Syunik", "Armenia", 1)]


def test_a_distance_in_brackets_is_no_unit(context: Contexts) -> None:
    mentions = context("Clashes were reported in Goris (70 km south of Yerevan).").mentions[0]
    assert [m.chain for m in mentions] == [(), ()]


def test_a_sentence_in_brackets_is_no_unit(context: Contexts) -> None:
    mentions = context("Clashes were reported in Goris (the army of Armenia confirmed them).").mentions[0]
    assert mentions[0].chain == ()


def test_the_place_that_people_left(context: Contexts) -> None:
    assert places(context, "Withdrew from Goris, they said.") == [("Goris", "Syunik", "Armenia", 1)]


def test_a_village_before_the_unit_with_brackets(context: Contexts) -> None:
    found = places(context, "Clashes were reported in Manchester, Lincoln county (Virginia).")
    assert ("Manchester", "Virginia", "United States", 1) in found


def test_residents_act_where_they_live_and_a_driver_does_not(context: Contexts) -> None:
    made = context("Residents of Goris blocked a road.")
    assert [p.resolved.location for p in event_places(made, made.sentences, 0, (3, 4), (0, 7))] == ["Goris"]
    made = context("A driver from Goris was killed.")
    assert event_places(made, made.sentences, 0, (5, 6), (0, 7)) == []
