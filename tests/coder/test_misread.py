"""Words of time, parts of names and counted things are neither triggers nor people."""

import pytest
from tests.coder.told import article

from newsledger.coder.engine import Coder
from newsledger.coder.misread import parted
from newsledger.coder.story import read_story
from newsledger.coder.when import find_times
from newsledger.coder.words import split_words


def test_a_month_is_neither_a_march_nor_a_modal_verb(coders: dict[str, Coder]) -> None:
    text = "On 10 March rebels attacked soldiers. On 3 May rebels attacked soldiers."
    found = read_story(article(text), coders["political"].knowledge)
    assert [(f.trigger, f.scope) for f in found.frames] == [("attacked", ""), ("attacked", "")]


def test_a_modal_verb_stays_one(coders: dict[str, Coder]) -> None:
    found = read_story(article("Rebels may attack soldiers in May."), coders["political"].knowledge)
    assert [f.scope for f in found.frames] == ["future"]


def test_no_phrase_runs_into_a_date() -> None:
    words = split_words("Police seized on Thursday a cache of arms kept on a farm.")
    tokens = parted(words.norm, find_times(words))
    assert [i for i, (a, b) in enumerate(zip(words.norm, tokens, strict=True)) if a != b] == [2]
    assert parted(words.norm, []) == words.norm


def test_others_of_things_are_no_people(coders: dict[str, Coder]) -> None:
    text = "Rebels attacked soldiers near Bria, destroying five trucks and seizing three others."
    (sentence,) = read_story(article(text), coders["political"].knowledge).sentences
    named = [sentence.text_of(m.first, m.last) for m in sentence.mentions]
    assert named == ["Rebels", "soldiers"]


NAMED = [
    ("Officials said the Kabul attack killed two people on Saturday.", []),
    ("Ten people died in Monday's Mogadishu bombing.", []),
    ("The Nairobi protests on Monday were peaceful.", []),
    ("Moscow attacks on Ukraine killed five people on Monday.", ["Moscow", "Ukraine"]),
    ("Baku attacked Armenia on Monday.", ["Baku", "Armenia"]),
]


@pytest.mark.parametrize(("text", "states"), NAMED)
def test_a_capital_before_a_deed_is_where_it_was(
    coders: dict[str, Coder], text: str, states: list[str]
) -> None:
    (sentence,) = read_story(article(text), coders["political"].knowledge).sentences
    assert [sentence.text_of(m.first, m.last) for m in sentence.mentions if m.kind == "state"] == states


AGES = [
    ("A 32-year-old was beaten in Bria.", ["year-old"]),
    ("Soldiers shot 17-year-old Ali Reza in Bria.", ["Soldiers", "year-old"]),
    ("Rebels burned a 300-year-old church in Bria.", ["Rebels"]),
]


@pytest.mark.parametrize(("text", "people"), AGES)
def test_an_age_alone_is_somebody(coders: dict[str, Coder], text: str, people: list[str]) -> None:
    (sentence,) = read_story(article(text), coders["political"].knowledge).sentences
    assert [sentence.text_of(m.first, m.last) for m in sentence.mentions] == people


def test_at_least_belongs_to_a_number_and_to_no_verb() -> None:
    assert parted(["hit", "at", "least", "three", "barns"], [])[1] != "at"
    assert parted(["hit", "at", "three", "barns"], [])[1] == "at"


@pytest.mark.parametrize(
    ("text", "armies"),
    [
        ("The army counted 4 KIA and 9 WIA near Gao on Monday.", 0),
        ("Six soldiers were KIA near Gao on Monday.", 0),
        ("KIA fighters shelled a post near Laiza on Monday.", 1),
    ],
)
def test_killed_in_action_is_no_army(coders: dict[str, Coder], text: str, armies: int) -> None:
    (sentence,) = read_story(article(text), coders["political"].knowledge).sentences
    assert len([m for m in sentence.mentions if m.entry == "kia"]) == armies
