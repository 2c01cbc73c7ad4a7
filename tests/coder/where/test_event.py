"""The places of an event: from its clause, its sentence, the sentences before, the title, the dateline."""

from collections.abc import Callable

from newsledger.coder.where.context import PlaceContext
from newsledger.coder.where.event import EventPlace, event_places

Contexts = Callable[..., PlaceContext]


def places(found: PlaceContext, trigger: str, sentence: int = 0, side: str = "") -> list[EventPlace]:
    """Return the places of the event at the word `trigger`, in a clause that is cut at stops."""
    norm = found.sentences[sentence].words.norm
    at = norm.index(trigger)
    first = max((i + 1 for i in range(at) if norm[i] in {";", "while"}), default=0)
    last = next((i for i in range(at, len(norm)) if norm[i] in {";", "while", "."}), len(norm))
    return event_places(found, found.sentences, sentence, (at, at + 1), (first, last), side=side)


def names(rows: list[EventPlace]) -> list[str]:
    return [row.resolved.location for row in rows]


def test_the_clause_of_the_trigger(context: Contexts) -> None:
    found = context("Soldiers were killed near Goris while shells hit Kapan.")
    first, second = places(found, "killed"), places(found, "hit")
    assert (names(first), first[0].rule, first[0].resolved.geo_precision) == (["Goris"], "where.clause", 2)
    assert names(second) == ["Kapan"]


def test_a_list_gives_several_places(context: Contexts) -> None:
    assert names(places(context("Azerbaijan shelled Goris, Sotk and Jermuk overnight."), "shelled")) == [
        "Goris",
        "Sotk",
        "Jermuk",
    ]


def test_the_unit_around_a_place_is_no_second_place(context: Contexts) -> None:
    assert names(places(context("A man was killed in Goris, Syunik province."), "killed")) == ["Goris"]
    assert names(places(context("A man was killed in Bakhmut in the Donetsk region."), "killed")) == [
        "Bakhmut"
    ]


def test_an_origin_is_no_place_of_the_event(context: Contexts) -> None:
    assert names(places(context("A driver from Kapan was killed in Goris."), "killed")) == ["Goris"]
    assert places(context("A driver from Kapan was killed."), "killed") == []


def test_the_sentence_then_those_before(context: Contexts) -> None:
    found = context(
        "Crowds gathered in Kapan.", "Three men were killed.", "In Goris, it rained; two were hurt."
    )
    before, sentence = places(found, "killed", 1), places(found, "hurt", 2)
    assert (names(before), before[0].rule, before[0].sentence) == (["Kapan"], "where.previous", 0)
    assert (names(sentence), sentence[0].rule) == (["Goris"], "where.sentence")


def test_the_dateline(context: Contexts) -> None:
    found = context("Three men were killed.", dateline="GORIS, Armenia")
    rows = places(found, "killed")
    assert (names(rows), rows[0].rule, rows[0].sentence) == (["Goris"], "where.dateline", -1)


def test_the_capital_of_the_dateline_stands_for_its_country(context: Contexts) -> None:
    rows = places(context("Three men were killed.", dateline="YEREVAN"), "killed")
    assert [(r.resolved.location, r.resolved.geo_precision) for r in rows] == [("Yerevan", 3)]
    assert places(context("Ukrainian police said three men were killed.", dateline="YEREVAN"), "killed")
    foreign = context("In Ukraine three Ukrainian men were killed, Ukraine said.", dateline="YEREVAN")
    assert places(foreign, "killed") == []


def test_a_country_is_no_place(context: Contexts) -> None:
    found = context("Three men were killed in Armenia.")
    assert places(found, "killed") == []
    assert found.country() == "Armenia"


def test_a_border_is_the_place_where_nothing_nearer_is(context: Contexts) -> None:
    text = "Soldiers were killed on the Armenian-Azerbaijani border"
    assert names(places(context(text + " near Sotk."), "killed")) == ["Sotk"]
    rows = places(context(text + "."), "killed", side="Armenia")
    assert [(r.resolved.location, r.resolved.country) for r in rows] == [
        ("Armenia-Azerbaijan border area", "Armenia")
    ]


def test_police_of_a_town_stand_back(context: Contexts) -> None:
    found = context("Kapan police said a man was killed in Goris.", "Kapan police said a woman was killed.")
    assert names(places(found, "killed")) == ["Goris"]
    alone = context("Kapan police said a woman was killed.")
    rows = places(alone, "killed")
    assert (names(rows), rows[0].rule) == (["Kapan"], "where.article")


def test_where_the_wounded_were_taken_is_no_scene(context: Contexts) -> None:
    found = context("Two men were shot in Goris.", "One died and was taken to a hospital in Kapan.")
    assert names(places(found, "died", 1)) == ["Goris"]


def test_an_unnamed_town_is_the_one_named_soon_after(context: Contexts) -> None:
    found = context("Rebels seized a small town.", "It rained in Kapan.", "People in the town of Goris fled.")
    (row,) = places(found, "seized")
    assert (row.resolved.location, row.rule, row.sentence) == ("Goris", "where.named-later", 2)
    assert names(places(context("Rebels seized Kapan.", "People in the town of Goris fled."), "seized")) == [
        "Kapan"
    ]


def test_what_troops_move_into_is_the_scene(context: Contexts) -> None:
    assert names(places(context("Government troops moved into Goris overnight."), "moved")) == ["Goris"]


def test_a_quarter_is_its_city(context: Contexts) -> None:
    found = context("A man was killed in the Malatia neighborhood.", "Police in Yerevan, Armenia, spoke.")
    rows = places(found, "killed")
    assert names(rows) == ["Yerevan"]
    assert "quarter" in rows[0].reason


def test_a_title_is_read_by_its_parts(context: Contexts) -> None:
    found = context("Man shot dead - Kapan News", "Two men were hurt in Goris.")
    found.sentences[0].part = "title"
    assert names(places(found, "shot", 0)) == ["Goris"]


def test_a_site_of_a_small_town_is_no_scene(context: Contexts) -> None:
    found = context("A man was killed at Sotk Memorial Hospital.", "It was in Goris.")
    assert names(places(found, "killed")) == ["Goris"]
    assert names(places(context("A man was killed at Kherson Memorial Hospital."), "killed")) == ["Kherson"]


def test_a_county_gives_way_to_its_town(context: Contexts) -> None:
    found = context("Police in Paris, Texas, spoke.", "Three men were killed in Lamar County.")
    (row,) = places(found, "killed", 1)
    assert (row.resolved.location, row.resolved.admin1, row.rule) == ("Paris", "Texas", "where.previous")
    assert row.reason == "Paris, named in Lamar County"


def test_a_state_gives_way_to_the_town_of_the_dateline_only(context: Contexts) -> None:
    other = context("Police in Paris, Texas, spoke.", "It rained.", "Three men were killed in Texas.")
    assert names(places(other, "killed", 2)) == ["Texas"]
    dated = context("Three men were killed in Texas.", dateline="PARIS, Texas")
    assert names(places(dated, "killed")) == ["Paris"]


def test_police_are_the_last_resort(context: Contexts) -> None:
    found = context("Three men were killed, according to the Kapan Police Department.", "It rained.")
    for row in found.mentions:
        for mention in row:
            mention.actor = True  # what is said is no scene
    assert names(places(found, "killed")) == ["Kapan"]


def test_an_unknown_quarter_is_no_namesake_in_another_state(context: Contexts) -> None:
    found = context(
        "A man was shot in Dunmore on Monday.",
        "Lincoln police said so.",
        "The Lincoln mayor spoke in Lincoln.",
    )
    assert names(places(found, "shot")) == ["Lincoln"]
    named = context(
        "A man was shot in Dunmore, Virginia.", "Lincoln police said so.", "It rained in Lincoln."
    )
    assert names(places(named, "shot")) == ["Dunmore"]


def test_a_dateline_further_down(context: Contexts) -> None:
    found = context("Advertisement", "GORIS, Armenia (AP) — Three men were killed.")
    (row,) = places(found, "killed", 1)
    assert (row.resolved.location, found.dateline is not None) == ("Goris", True)


def test_the_place_told_next_is_the_events(context: Contexts) -> None:
    found = context(
        "Gunmen on their way to Yerevan killed nine people on Tuesday.",
        "The killing took place in the town of Kapan.",
    )
    assert names(places(found, "killed")) == ["Kapan"]


def test_what_somebody_governs_is_no_scene(context: Contexts) -> None:
    found = context("Ten farmers from Goris were killed on Friday, the governor of Syunik province said.")
    assert names(places(found, "killed")) == ["Goris"]


def test_the_town_of_police_told_before_counts(context: Contexts) -> None:
    found = context(
        "Kapan police said a man was held.", "He shot two people.", "They were taken to a clinic in Goris."
    )
    assert names(places(found, "shot", 1)) == ["Kapan"]


def test_a_state_gives_way_to_the_only_town_that_is_told(context: Contexts) -> None:
    told = context("Three men were killed in Texas.", "It rained.", "They were in a bar in Paris, Texas.")
    (row,) = places(told, "killed")
    assert (row.resolved.location, row.rule) == ("Paris", "where.article")


def test_a_village_of_its_own_name_stands_before_its_district(context: Contexts) -> None:
    found = context("Three men were killed at Zeram village of Lamar County on Monday.")
    (row,) = places(found, "killed")
    assert (row.resolved.admin2, row.rule) == ("Lamar", "where.clause")


def test_a_namesake_abroad_is_no_quarter_of_the_town_behind_it(context: Contexts) -> None:
    """ "Manassas, Paris" is a quarter that no gazetteer has, "Donetsk, Baku" two cities of a headline."""
    alone = context("A grenade hurt five people in Manassas, Paris, on Friday.")
    assert names(places(alone, "hurt")) == ["Paris"]
    both = context("Bombings hurt thirty people in Donetsk, Baku on Friday.")
    assert names(places(both, "hurt")) == ["Donetsk", "Baku"]
    three = context("Bombs hurt thirty people in Manassas, Paris and Kherson on Friday.")
    assert names(places(three, "hurt")) == ["Manassas", "Paris", "Kherson"]
    quarter = context("Shells hurt five people in the Manassas quarter of Kherson on Friday.")
    assert names(places(quarter, "hurt")) == ["Kherson"]
