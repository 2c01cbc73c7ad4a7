"""Does a word that may be a verb name a thing, a place or a body?"""

import pytest
from tests.coder.told import Read

THINGS = [
    ("Rebels burned a building in Bria on Monday.", "building"),
    ("Gunmen attacked a police picket in Bria on Monday.", "picket"),
    ("Jets struck targets in the valley on Monday.", "targets"),
    ("Police fired on striking miners in Bria on Monday.", "striking"),
]


@pytest.mark.parametrize(("text", "word"), THINGS)
def test_a_thing_is_no_act(read: Read, text: str, word: str) -> None:
    assert not [f for f in read(text).story.frames if f.trigger == word and f.voice != "noun"]


def test_a_town_behind_in_is_no_verb(read: Read) -> None:
    assert [f.trigger for f in read("Gunmen killed two soldiers in Hit, Iraq, on Monday.").story.frames] == [
        "killed"
    ]
    assert [f.trigger for f in read("The banners of the sect hang in Hit, Iraq.").story.frames] != ["Hit"]
