"""Words of time, parts of names and counted things are neither triggers nor people."""

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
