"""What a name means in its article, and how the place is published."""

from collections.abc import Callable

import pytest

from newsledger.coder.where.context import PlaceContext
from newsledger.coder.where.naming import ResolvedPlace

Contexts = Callable[..., PlaceContext]


def resolved(found: PlaceContext, name: str, sentence: int = 0) -> ResolvedPlace | None:
    mention = next(m for m in found.mentions[sentence] if m.name == name)
    return found.resolve(mention)


def test_size_decides_without_evidence(context: Contexts) -> None:
    place = resolved(context("A rally was held in Paris."), "Paris")
    assert place is not None
    assert (place.country, place.iso, place.admin1) == ("France", 250, "Ile-de-France")


@pytest.mark.parametrize(
    "text", ["A rally was held in Paris, Texas.", "A rally was held in Paris in Lamar County, Texas."]
)
def test_the_unit_named_beside_decides(text: str, context: Contexts) -> None:
    place = resolved(context(text), "Paris")
    assert place is not None
    assert (place.country, place.admin1) == ("United States", "Texas")
    assert (place.latitude, place.longitude, place.geo_precision) == (33.66, -95.56, 1)


def test_places_around_decide(context: Contexts) -> None:
    found = context("A rally was held in Paris.", "Lamar County deputies came, and so did others from Texas.")
    place = resolved(found, "Paris")
    assert place is not None
    assert place.country == "United States"


def test_the_recipe_and_the_dateline_decide(context: Contexts) -> None:
    for found in (
        context("Shots were heard in San Miguel.", coverage=["Mexico"]),
        context("Shots were heard in San Miguel.", dateline="Mexico"),
    ):
        place = resolved(found, "San Miguel")
        assert place is not None
        assert place.country == "Mexico"


def test_a_country_or_a_unit_of_that_name(context: Contexts) -> None:
    state = resolved(
        context("A man was shot in Georgia.", "Police in Atlanta, a big American city, spoke."), "Georgia"
    )
    nation = resolved(context("A man was shot in Georgia.", "Georgian police came from Tbilisi."), "Georgia")
    assert state is not None
    assert nation is not None
    assert (state.country, state.kind) == ("United States", "admin1")
    assert (nation.country, nation.is_country) == ("Georgia", True)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("Shells fell in Goris.", 1),
        ("Shells fell near Goris.", 2),
        ("Shells fell towards Goris.", 2),
        ("Shells fell 5 km west of Goris.", 2),
        ("Shells fell in the Goris district.", 2),
        ("Shells fell in Syunik province.", 3),
    ],
)
def test_precision(text: str, precision: int, context: Contexts) -> None:
    found = context(text)
    place = found.resolve(found.mentions[0][0])
    assert place is not None
    assert (place.admin1, place.geo_precision) == ("Syunik", precision)


def test_city_or_region(context: Contexts) -> None:
    city = resolved(context("Shells fell in Donetsk."), "Donetsk")
    region = resolved(context("Shells fell in Donetsk oblast."), "Donetsk")
    assert city is not None
    assert region is not None
    assert (city.kind, city.geo_precision) == ("settlement", 1)
    assert (region.kind, region.geo_precision, region.location) == ("admin1", 3, "Donetsk")


def test_spellings_give_one_name(context: Contexts) -> None:
    names = {
        place.location
        for place in (
            resolved(context(f"Shells fell in {n}, Azerbaijan."), n) for n in ("Kalbajar", "Kelbajar")
        )
        if place
    }
    assert names == {"Kalbajar"}


def test_the_side_of_a_border(context: Contexts) -> None:
    found = context("Fire was exchanged along the Armenian-Azerbaijani border.")
    mention = next(m for m in found.mentions[0] if m.kind == "border")
    for side in ("Armenia", "Azerbaijan"):
        place = found.resolve(mention, side)
        assert place is not None
        assert (place.location, place.country, place.geo_precision) == (
            "Armenia-Azerbaijan border area",
            side,
            3,
        )


def test_a_common_border_has_the_countries_of_the_article(context: Contexts) -> None:
    found = context("Armenia and Azerbaijan blamed each other.", "Fire was exchanged at the common border.")
    place = found.resolve(next(m for m in found.mentions[1] if m.kind == "border"))
    assert place is not None
    assert place.location == "Armenia-Azerbaijan border area"


def test_an_english_word_is_no_place(context: Contexts) -> None:
    found = context("Officials in Virginia met. Well, they talked.", "Well was calm, they said.")
    assert all(found.choose(m) is None for row in found.mentions for m in row if m.name == "Well")
    place = resolved(context("Officials met in Well, Virginia."), "Well")
    assert place is not None
    assert place.location == "Well"


def test_upper_case_names_need_the_article(context: Contexts) -> None:
    found = context("TALKS ENDED IN PEACE.", upper=True)
    assert all(found.resolve(m) is None for m in found.mentions[0])
    found = context("SHOTS WERE HEARD IN SAN MIGUEL.", "SALVADORAN TROOPS CAME.", upper=True)
    place = found.resolve(found.mentions[0][0])
    assert place is not None
    assert place.country == "El Salvador"
    assert not context("TROOPS CAME, AND A PLANE DROPPED BOMBS.", upper=True).mentions[0]


def test_without_spans_the_gazetteer_knows_countries(context: Contexts) -> None:
    place = resolved(context("Shots were heard in San Miguel, Mexico.", bare=True), "San Miguel")
    assert place is not None
    assert place.country == "Mexico"


def test_a_spelling_of_its_own_needs_the_country(context: Contexts) -> None:
    near = context("Shells fell in Bakhmoot.", "Ukrainian troops withdrew from Ukraine's east.")
    far = context("Shells fell in Bakhmoot.", "Mexican troops withdrew.")
    place = resolved(near, "Bakhmoot")
    assert place is not None
    assert place.location == "Bakhmut"
    assert all(far.resolve(m) is None for m in far.mentions[0])


def test_a_state_behind_a_comma_is_beyond_doubt(context: Contexts) -> None:
    found = context("A man was shot in Manchester, Ga., on Friday.", "American police spoke.")
    assert resolved(found, "Manchester") is None
    place = resolved(context("A man was shot in Manchester, Va., on Friday."), "Manchester")
    assert place is not None
    assert place.admin1 == "Virginia"


def test_a_surname_of_a_full_name_is_doubtful(context: Contexts) -> None:
    found = context("Vahe Sotk spoke.", "Again Sotk spoke.", "It rained in Sotk.")
    assert [m.common for row in found.mentions for m in row] == [True, True, False]


def test_the_dateline_speaks_for_its_country(context: Contexts) -> None:
    assert context("Ukrainian police spoke.", dateline="YEREVAN").country() == "Armenia"


def test_a_region_that_borders_a_country_is_no_border(context: Contexts) -> None:
    found = context("Shells fell in Syunik, which borders Azerbaijan.")
    assert not any(m.kind == "border" for m in found.mentions[0])
