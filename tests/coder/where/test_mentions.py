"""Names in sentences: what is found, with which cue, and what is left alone."""

from collections.abc import Callable

import pytest

from newsledger.coder.places.gazetteer import Gazetteer
from newsledger.coder.spans import Mention, Sentence
from newsledger.coder.where.context import PlaceContext
from newsledger.coder.where.cues import shipped_cues
from newsledger.coder.where.mentions import find_places
from newsledger.coder.where.people import surnames
from newsledger.coder.where.runs import capitals

Sentences = Callable[..., list[Sentence]]
Contexts = Callable[..., PlaceContext]


@pytest.mark.parametrize(
    ("text", "name", "cue"),
    [
        ("Shells fell in Goris on Monday.", "Goris", "at"),
        ("Shells fell near Goris on Monday.", "Goris", "near"),
        ("Shells fell on the outskirts of Goris on Monday.", "Goris", "near"),
        ("Troops fired in the direction of Jermuk.", "Jermuk", "direction"),
        ("Troops moved towards the town of Jermuk.", "Jermuk", "direction"),
        ("A drone fell 20 km north of Kapan.", "Kapan", "distance"),
        ("A drone fell a few miles from Kapan.", "Kapan", "distance"),
        ("A driver from Kapan was hurt.", "Kapan", "from"),
        ("A Kapan-based firm was raided.", "Kapan", "from"),
        ("Guns were heard in the north-eastern Armenian border town of Sotk.", "Sotk", "at"),
        ("Guns were heard in Ukraine's Kherson region.", "Kherson", "at"),
        ("Guns were heard in Aghvani village, Kapan.", "Kapan", "at"),
        ("Troops moved into Kapan.", "Kapan", "at"),
        ("The wounded were moved to a clinic in Kapan.", "Kapan", "from"),
        ("The mayor of Kapan spoke.", "Kapan", "of"),
        ("Kapan was calm.", "Kapan", "none"),
    ],
)
def test_cue(text: str, name: str, cue: str, gazetteer: Gazetteer, make: Sentences) -> None:
    found = {m.name: m.cue for m in find_places(make(text)[0], gazetteer, upper=False)}
    assert found[name] == cue


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Fire hit Donetsk oblast.", "admin1"),
        ("Fire hit the city of Donetsk.", "town"),
        ("Fire hit the Lachin district.", "admin2"),
        ("Fire hit the Goris area.", "area"),
        ("Fire hit Donetsk.", ""),
    ],
)
def test_kind(text: str, kind: str, gazetteer: Gazetteer, make: Sentences) -> None:
    assert find_places(make(text)[0], gazetteer, upper=False)[0].kind == kind


def test_a_list_shares_group_and_cue(gazetteer: Gazetteer, make: Sentences) -> None:
    found = find_places(
        make("Shells fell near Goris, Kapan and Jermuk, said Baku.")[0], gazetteer, upper=False
    )
    assert [(m.name, m.cue) for m in found[:3]] == [("Goris", "near"), ("Kapan", "near"), ("Jermuk", "near")]
    assert len({m.group for m in found[:3]}) == 1
    assert found[3].group != found[0].group


def test_a_plural_behind_a_list_says_what_all_of_it_is(gazetteer: Gazetteer, make: Sentences) -> None:
    found = find_places(make("Shells fell in Kherson and Donetsk regions.")[0], gazetteer, upper=False)
    assert [(m.name, m.kind) for m in found] == [("Kherson", "admin1"), ("Donetsk", "admin1")]


def test_a_noun_that_makes_the_name(gazetteer: Gazetteer, make: Sentences) -> None:
    found = find_places(make("Convoys use the Lachin corridor daily.")[0], gazetteer, upper=False)
    assert [m.candidates[0].kind for m in found] == ["corridor"]


@pytest.mark.parametrize(
    "text",
    [
        "Mr Lincoln left early.",
        "Abraham Lincoln left early.",
        "Lincoln said he would leave.",
        "Lincoln, 34, was hurt.",
        "J. Lincoln was hurt.",
        "He plays for Manchester United.",
        "It stands at 12 Lincoln Street.",
        "Paris Hilton came.",
        "Paris Lindqvist came.",
    ],
)
def test_no_place(text: str, gazetteer: Gazetteer, make: Sentences) -> None:
    assert find_places(make(text)[0], gazetteer, upper=False) == []


def test_an_institution_names_its_place(gazetteer: Gazetteer, make: Sentences) -> None:
    found = find_places(make("The Kapan Chess Club met.", bare=True)[0], gazetteer, upper=False)
    assert [m.name for m in found] == ["Kapan"]


def test_a_surname_of_the_article(gazetteer: Gazetteer, make: Sentences) -> None:
    story = make("Officer Kapan arrived.", "Later Kapan left.", "He died in Kapan.")
    people = surnames(story, [capitals(s.words) for s in story], shipped_cues())
    assert people == {"kapan"}
    assert [len(find_places(s, gazetteer, upper=False, people=people)) for s in story] == [0, 0, 1]


def test_a_state_as_actor(gazetteer: Gazetteer, make: Sentences) -> None:
    story = make("Baku denied the report.", "Police in Baku fired.")
    story[0].mentions = [Mention(0, 1, "state", "Azerbaijan")]
    story[1].mentions = [Mention(2, 3, "state", "Azerbaijan")]
    assert find_places(story[0], gazetteer, upper=False)[0].actor
    assert not find_places(story[1], gazetteer, upper=False)[0].actor


def test_a_group_is_no_place(gazetteer: Gazetteer, make: Sentences) -> None:
    sentence = make("The Kapan Brigade attacked Goris.")[0]
    sentence.mentions = [Mention(0, 3, "group", entry="Kapan Brigade")]
    assert [m.name for m in find_places(sentence, gazetteer, upper=False)] == ["Goris"]


def test_a_shortened_state(gazetteer: Gazetteer, make: Sentences) -> None:
    for text in ("A man was shot in Manassas, Va., on Friday.", "A man was shot in Manassas, VA on Friday."):
        town, state = find_places(make(text)[0], gazetteer, upper=False)
        assert (town.name, town.within, state.name) == ("Manassas", "Virginia", "Virginia")


def test_a_border(gazetteer: Gazetteer, make: Sentences) -> None:
    for text in (
        "Fire was exchanged along the Armenian-Azerbaijani border.",
        "Fire was exchanged on the border between Armenia and Azerbaijan.",
        "Fire was exchanged at the frontier of Azerbaijan with Armenia.",
    ):
        found = [m for m in find_places(make(text)[0], gazetteer, upper=False) if m.kind == "border"]
        assert [set(m.countries) for m in found] == [{"Armenia", "Azerbaijan"}]
        assert {p.country for p in found[0].candidates} == {"Armenia", "Azerbaijan"}
    assert all(
        m.kind != "border"
        for m in find_places(make("Armenian border guards came to Goris.")[0], gazetteer, upper=False)
    )


def test_upper_case_copy(gazetteer: Gazetteer, make: Sentences) -> None:
    sentence = make(
        "GUERRILLAS ATTACKED A POST IN THE CITY OF SAN MIGUEL, SAN SALVADOR AND TALKED OF PEACE."
    )[0]
    found = find_places(sentence, gazetteer, upper=True)
    assert [m.name for m in found] == ["SAN MIGUEL", "SAN SALVADOR"]
    assert found[0].weak
    assert find_places(make("SAN MIGUEL IS CALM.")[0], gazetteer, upper=True) == []


def test_offsets_are_those_of_the_text(gazetteer: Gazetteer, make: Sentences) -> None:
    text = "Shells fell in Kapan and San Miguel."
    sentence = make(text)[0]
    for mention in find_places(sentence, gazetteer, upper=False):
        start, end = sentence.words.start[mention.first], sentence.words.end[mention.last - 1]
        assert text[start:end] == mention.name


@pytest.mark.parametrize(
    ("text", "name", "cue"),
    [
        ("A camp lies 300 km north of Kapan.", "Kapan", "from"),
        ("A camp lies 20 miles north of Kapan.", "Kapan", "distance"),
        ("The wounded were taken to a hospital in Kapan.", "Kapan", "from"),
        ("A shell fell in rebel-held Kapan.", "Kapan", "at"),
        ("A shell fell in the armenian-populated Kapan.", "Kapan", "at"),
    ],
)
def test_what_is_no_scene(text: str, name: str, cue: str, gazetteer: Gazetteer, make: Sentences) -> None:
    found = {m.name: m.cue for m in find_places(make(text)[0], gazetteer, upper=False)}
    assert found[name] == cue


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("Kapan police fired.", "agent"),
        ("A Kapan man was hurt.", "agent"),
        ("They met at Kapan University.", "site"),
        ("They met at Kapan's Medical College.", "site"),
        ("They met in Kapan.", ""),
        ("They met in Kapan on Monday.", ""),
    ],
)
def test_modifier(text: str, modifier: str, gazetteer: Gazetteer, make: Sentences) -> None:
    assert [m.modifier for m in find_places(make(text)[0], gazetteer, upper=False)] == [modifier]


@pytest.mark.parametrize(
    "text",
    [
        "He lives in the 300 block of Kapan.",
        "It happened near 5th and Kapan streets.",
        "They met at The Kapan.",
        "They met at Kapan Savings Bank.",
        "He came on Peace Day.",
        "He plays in Well 9.",
        "He stood near Kapan Hakobyan.",
    ],
)
def test_streets_firms_and_days(text: str, gazetteer: Gazetteer, make: Sentences) -> None:
    assert find_places(make(text)[0], gazetteer, upper=False) == []


def test_an_article_in_lower_case(gazetteer: Gazetteer, make: Sentences) -> None:
    text = "Shells fell in al-Karim and in Tal az-Zahr."
    sentence = make(text)[0]
    found = find_places(sentence, gazetteer, upper=False)
    assert [text[sentence.words.start[m.first] : sentence.words.end[m.last - 1]] for m in found] == [
        "al-Karim",
        "Tal az-Zahr",
    ]


def test_a_border_is_one_mention(gazetteer: Gazetteer, make: Sentences) -> None:
    found = find_places(
        make("Fighting along the Armenia-Azerbaijan border went on.")[0], gazetteer, upper=False
    )
    assert [m.kind for m in found if m.kind != "country"] == ["border"]


def test_a_person_whose_age_is_told_is_no_place(context: Contexts) -> None:
    found = context("Police named Goris, 12, as the victim.", "The bullet struck Goris.")
    assert [m.name for m in found.mentions[1]] == []
    other = context("Police named Kapan (34).", "A friend of Kapan wept.")
    assert [m.name for m in other.mentions[1]] == []
    assert [m.name for m in context("His son, Goris, was shot.").mentions[0]] == []


def test_a_road_is_no_state(context: Contexts) -> None:
    assert [m.name for m in context("He was shot on Texas 35 in Paris, Texas.").mentions[0]] == [
        "Paris",
        "Texas",
    ]


def test_the_city_of_a_council_is_no_part_of_the_name(context: Contexts) -> None:
    assert [m.name for m in context("The Kapan City Council met.").mentions[0]] == ["Kapan"]


def test_a_park_before_neighborhood_is_a_quarter(context: Contexts) -> None:
    (mention,) = context("He was shot in the Malatia Park neighborhood.").mentions[0]
    assert (mention.name, mention.kind, mention.modifier) == ("Malatia", "quarter", "")


def test_the_unit_behind_a_kind_of_place(context: Contexts) -> None:
    (goris, syunik) = context("He died in the Goris area (a suburb) of Syunik province.").mentions[0]
    assert (goris.within, syunik.name) == ("Syunik", "Syunik")
